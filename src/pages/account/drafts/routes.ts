import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { discardDraft } from '#forum/drafts/actions.ts'
import { isPlaceName } from '#forum/drafts/model.ts'
import { line } from '#web/fields.ts'
import { form, readForm } from '#web/forms.ts'
import { show } from '#web/respond.ts'
import { accountPage, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { loadDrafts } from './load.ts'
import { DraftList } from './views.ts'

const LONGEST_PLACE = 40

const DiscardInput = form({
  discard: v.pipe(line({ max: LONGEST_PLACE }), v.check(isPlaceName, 'refused.invalid')),
})

/** `GET` and `POST /account/drafts`: what a member began to write, and the end of it. */
export function draftListRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.drafts, async (request, reply) => {
    const actor = actorOf(request)
    mustBeMember(actor)
    const drafts = await loadDrafts(forum, actor)
    const page = accountPage(request, {
      path: PATHS.drafts,
      said: 'drafts.discarded',
      main: frame => DraftList(frame, drafts, forum.clock()),
      json: () => ({ drafts }),
    })
    return show(request, reply, page)
  })
  app.post(PATHS.drafts, async (request, reply) => {
    const { discard } = readForm(DiscardInput, request)
    await act(forum, actorOf(request), a => discardDraft(a, discard))
    return wasDone(request, reply, PATHS.drafts)
  })
}
