import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { type Choices, DENSITIES, MARGINS, THEMES } from '#base/looks.ts'
import { isTimeZone, LOCALES, type Locale } from '#base/words.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { choosePreferences } from '#forum/preferences/actions.ts'
import { type Reading, SIGNATURE_CHOICES } from '#forum/preferences/model.ts'
import { readingOf } from '#forum/preferences/reading.ts'
import { PAGE_SIZES } from '#forum/threads/model.ts'
import { CsrfField } from '#web/csrf.ts'
import { choice, line, wholeNumber } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { setPreference } from '#web/session.ts'
import { LANGUAGE_COOKIE, MARGIN_COOKIE, THEME_COOKIE } from '#web/visitor.ts'
import { Preferences } from './views.ts'

const PATH = '/preferences'
const MAX_ZONE = 60
const LANGUAGES = LOCALES.map(each => each.locale) as [Locale, ...Locale[]]

const LOOKS = { theme: choice(THEMES), language: choice(LANGUAGES), margin: choice(MARGINS) }
const GuestInput = form(LOOKS)
const MemberInput = form({
  ...LOOKS,
  density: choice(DENSITIES),
  postsAPage: v.pipe(
    wholeNumber({ min: PAGE_SIZES[0], max: PAGE_SIZES[2] }),
    v.picklist(PAGE_SIZES, 'form.not-offered'),
  ),
  signatures: choice(SIGNATURE_CHOICES),
  timeZone: v.pipe(
    line({ max: MAX_ZONE, min: 0 }),
    v.check(zone => zone === '' || isTimeZone(zone), 'form.not-offered'),
  ),
})

/**
 * `/preferences`: how pages look, which language they speak, and whether the record stands beside posts. A guest's are kept
 * in the browser; a member's, and how they read threads, with the account, for every device.
 */
export function preferenceRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATH, (request, reply) => show(request, reply, page(forum, request)))
  app.post(PATH, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: () => save(forum, request, reply),
    }),
  )
}

async function save(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  const chosen = readForm(actor.memberId === null ? GuestInput : MemberInput, request)
  if ('density' in chosen) {
    const { postsAPage, signatures, timeZone, ...choices } = chosen
    const reading = { postsAPage, signatures }
    await act(forum, actor, a => choosePreferences(a, { choices, reading, timeZone }))
  }
  // In the browser too, so that it looks alike to somebody who has signed out.
  setPreference(reply, THEME_COOKIE, chosen.theme)
  setPreference(reply, LANGUAGE_COOKIE, chosen.language)
  setPreference(reply, MARGIN_COOKIE, chosen.margin)
  return done(request, reply, { json: chosen, back: `${PATH}?saved=1` })
}

const currentOf = ({
  visitor,
}: FastifyRequest): Required<Pick<Choices, 'theme' | 'language' | 'margin'>> => ({
  theme: visitor.theme,
  language: visitor.locale,
  margin: visitor.margin,
})

/** What holds for a member besides; null for a guest. */
function readingNow(request: FastifyRequest): (Reading & { density: string; timeZone: string }) | null {
  if (actorOf(request).memberId === null) return null
  const { density, who } = request.visitor
  return { ...readingOf(request), density, timeZone: who?.timeZone ?? '' }
}

function page(forum: Forum, request: FastifyRequest, shown?: FormState): PageAnswer {
  const { words } = request.visitor
  const { saved } = request.query as { saved?: unknown }
  const isSaved = request.method === 'GET' && saved === '1'
  const own = readingNow(request)
  const current = { ...currentOf(request), ...own }
  const state =
    shown ?? freshForm({ ...currentOf(request), ...(own && { ...own, postsAPage: String(own.postsAPage) }) })
  const { settings, memberSettings } = forum.site.latest()
  const member = own && {
    timeZone: own.timeZone,
    siteZone: settings.timeZone,
    hasSignatures: memberSettings.signatures === 'on',
  }
  return {
    title: words.say('preferences.title'),
    main: () => Preferences({ words, csrf: CsrfField(request), state, isSaved, member }),
    json: () => current,
    robots: 'noindex',
    style: 'full',
  }
}
