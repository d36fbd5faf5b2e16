import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { speakerPath } from '#forum/findings/views.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { joinSpeaker, partSpeaker } from '#forum/quotations/actions.ts'
import type { StandPlace } from '#forum/quotations/model.ts'
import { mayJoinSpeakers } from '#forum/quotations/rules.ts'
import { speakerPage } from '#forum/quotations/store-speaker-lists.ts'
import { speakerByName } from '#forum/quotations/store-speakers.ts'
import { CsrfField } from '#web/csrf.ts'
import { FeedLink, sendFeed } from '#web/feed.ts'
import { id, line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { keptRecord } from '../frame.ts'
import { placeAsked } from '../lists/latest.ts'
import { RECORD_PATH } from '../model.ts'
import { standEntry } from '../stands.ts'
import { type SpeakerShown, SpeakerView, speakerPageJson } from './views.ts'

const SpeakerId = form({ id: id() })
const NothingInput = form({})
const Joining = form({ name: line({ max: 100 }) })

/** `/record/speakers/:id`: what posts report of somebody; administrators join names of theirs, and part them. */
export function speakerRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/record/speakers/:id', keptRecord, async (request, reply) => {
    const shown = await load(forum, request, placeAsked(request))
    const path = speakerPath(shown.sheet.id)
    if (shown.sheet.id !== readParams(SpeakerId, request).id) return reply.redirect(path, 302)
    return show(request, reply, pageOf(request, forum, shown, freshForm()))
  })
  app.get('/record/speakers/:id/feed', keptRecord, async (request, reply) => {
    const { words } = request.visitor
    const { sheet } = await load(forum, request)
    const entries = sheet.stands.map(stand => standEntry(stand, words))
    return sendFeed(request, reply, { title: sheet.name, path: speakerPath(sheet.id), entries })
  })
  app.post('/record/speakers/:id/join', (request, reply) => join(forum, request, reply))
  app.post('/record/speakers/:id/part', async (request, reply) => {
    const { id: speakerId } = readParams(SpeakerId, request)
    readForm(NothingInput, request)
    await act(forum, actorOf(request), a => partSpeaker(a, { speakerId }))
    return done(request, reply, { back: speakerPath(speakerId), json: { id: speakerId } })
  })
}

function join(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { id: speakerId } = readParams(SpeakerId, request)
  return withForm(request, reply, {
    showAgain: async state => pageOf(request, forum, await load(forum, request), state),
    action: async () => {
      const { name } = readForm(Joining, request)
      if (!mayJoinSpeakers(actorOf(request))) throw new Refused('not-allowed')
      const into = await idOf(forum, name)
      await act(forum, actorOf(request), a => joinSpeaker(a, { speakerId, into }))
      return done(request, reply, { back: speakerPath(into), json: { id: into } })
    },
  })
}

/** The speaker of exactly that name. Throws `invalid` for the field `name` when there is none. */
async function idOf(forum: Forum, name: string): Promise<number> {
  const found = await speakerByName(forum.store.read, name)
  if (found !== undefined) return found
  throw new Refused('invalid', 'record.no-such-speaker', { field: 'name' })
}

/**
 * Throws `not-found` where no post that may be read names them; so also for a name that was joined to another and stands
 * in no such post: that it was joined would tell that it is there.
 */
async function load(forum: Forum, request: FastifyRequest, after?: StandPlace): Promise<SpeakerShown> {
  const { read } = forum.store
  const actor = actorOf(request)
  const visible = visibleTo(await forum.site.at(read), actor)
  const { id: asked } = readParams(SpeakerId, request)
  const sheet = await speakerPage(read, visible, asked, after)
  const isNamed = sheet?.id === asked || sheet?.otherNames.some(other => other.id === asked)
  if (!sheet || !isNamed) throw new Refused('not-found')
  return { sheet, mayJoin: mayJoinSpeakers(actor) }
}

function pageOf(request: FastifyRequest, forum: Forum, shown: SpeakerShown, state: FormState): PageAnswer {
  const { words } = request.visitor
  const { sheet } = shown
  const path = speakerPath(sheet.id)
  return {
    title: sheet.name,
    canonical: path,
    style: 'full',
    trail: [
      { href: RECORD_PATH, name: words.say('record.title') },
      { href: '/record/speakers', name: words.say('record.speakers') },
    ],
    head: () => FeedLink(`${path}/feed`, sheet.name),
    main: () =>
      SpeakerView(shown, { words, now: forum.clock(), form: state, csrf: () => CsrfField(request) }),
    json: () => speakerPageJson(shown),
  }
}
