import type { FastifyInstance, FastifyRequest } from 'fastify'
import type * as v from 'valibot'
import { LOCALES, type Locale } from '#base/words.ts'
import { CsrfField } from '#web/csrf.ts'
import { choice } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { setPreference } from '#web/session.ts'
import { LANGUAGE_COOKIE, MARGIN_COOKIE, MARGINS, THEME_COOKIE, THEMES } from '#web/visitor.ts'
import { Preferences } from './views.ts'

const PATH = '/preferences'
const LANGUAGES = LOCALES.map(each => each.locale) as [Locale, ...Locale[]]

const PREFERENCES = form({ theme: choice(THEMES), language: choice(LANGUAGES), margin: choice(MARGINS) })

/** `/preferences`: how pages look, which language they speak, and whether the record stands beside posts, for guests and members alike. Kept in the browser. */
export function preferenceRoutes(app: FastifyInstance): void {
  app.get(PATH, (request, reply) => show(request, reply, page(request, freshForm(current(request)))))
  app.post(PATH, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(request, state),
      action: async () => {
        const chosen = readForm(PREFERENCES, request)
        setPreference(reply, THEME_COOKIE, chosen.theme)
        setPreference(reply, LANGUAGE_COOKIE, chosen.language)
        setPreference(reply, MARGIN_COOKIE, chosen.margin)
        return done(request, reply, { json: chosen, back: `${PATH}?saved=1` })
      },
    }),
  )
}

function current({ visitor }: FastifyRequest): v.InferOutput<typeof PREFERENCES> {
  return { theme: visitor.theme, language: visitor.locale, margin: visitor.margin }
}

function page(request: FastifyRequest, state: FormState): PageAnswer {
  const { words } = request.visitor
  const { saved } = request.query as { saved?: unknown }
  const isSaved = request.method === 'GET' && saved === '1'
  return {
    title: words.say('preferences.title'),
    main: () => Preferences({ words, csrf: CsrfField(request), state, isSaved }),
    json: () => current(request),
    robots: 'noindex',
    style: 'full',
  }
}
