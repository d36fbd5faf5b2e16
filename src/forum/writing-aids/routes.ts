import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { html } from '#base/html.ts'
import { id, line } from '#web/fields.ts'
import { form, readQuery } from '#web/forms.ts'
import { type Limit, limit } from '#web/limits.ts'
import { show } from '#web/respond.ts'
import type { Forum } from '../act.ts'
import { actorOf, mustBeMember } from '../actor.ts'
import { MAX_NAME } from '../members/model.ts'
import { visibleTo } from '../permissions/visible.ts'
import { findThread } from '../threads/store.ts'
import { mentionableMembers } from './store.ts'

const MIN_LETTERS = 2
/** What one network may ask while its people type names. */
const WHILE_TYPING: Limit = { count: 60, seconds: 60 }

const Asked = form({
  begins: line({ min: 0, max: MAX_NAME }),
  thread: v.optional(id()),
})

/**
 * `GET /members/completions?begins=ma&thread=7`: members whose names begin so → `{ members: [{ name, picture }] }`, those of
 * the thread first, and nobody for less than two letters. For members alone.
 */
export function completionRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/members/completions', { preValidation: limit(WHILE_TYPING) }, async (request, reply) => {
    const actor = actorOf(request)
    mustBeMember(actor)
    const { begins, thread: threadId } = readQuery(Asked, request)
    const { read } = forum.store
    const visible = visibleTo(await forum.site.at(read), actor)
    const thread = threadId === undefined ? undefined : await findThread(read, visible, threadId)
    const isAsked = begins.length >= MIN_LETTERS
    const members = isAsked ? await mentionableMembers(read, begins, thread ?? null) : []
    return show(request, reply, {
      title: request.visitor.words.say('aids.members-list'),
      main: () => html`<ul>${members.map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}</ul>`,
      json: () => ({ members }),
      robots: 'noindex',
    })
  })
}
