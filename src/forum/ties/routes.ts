import type { FastifyInstance } from 'fastify'
import { choice, id } from '#web/fields.ts'
import { form, readForm, readParams } from '#web/forms.ts'
import { done } from '#web/respond.ts'
import { type Act, act, type Forum } from '../act.ts'
import { actorOf, mustBeMember } from '../actor.ts'
import { follow, ignore, unfollow, unignore } from './actions.ts'
import { tiesTo } from './store.ts'

const VERBS = { follow, unfollow, ignore, unignore } as const satisfies Record<
  string,
  (a: Act, otherId: number) => Promise<void>
>

const MemberId = form({ id: id() })
const TieInput = form({ tie: choice(['follow', 'unfollow', 'ignore', 'unignore']) })

/** Following and ignoring a member. */
export function tieRoutes(app: FastifyInstance, forum: Forum): void {
  app.post('/members/:id/ties', async (request, reply) => {
    const { id: otherId } = readParams(MemberId, request)
    const { tie } = readForm(TieInput, request)
    const actor = actorOf(request)
    await act(forum, actor, a => VERBS[tie](a, otherId))
    mustBeMember(actor)
    const ties = await tiesTo(forum.store.read, { memberId: actor.memberId, otherId })
    return done(request, reply, { json: { id: otherId, ...ties }, back: `/members/${otherId}` })
  })
}
