import type { FastifyInstance } from 'fastify'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { giveBadge, takeBadge } from '#forum/badges/actions.ts'
import { MAX_BADGE_REASON } from '#forum/badges/model.ts'
import { mustGiveBadges } from '#forum/badges/rules.ts'
import { id, line } from '#web/fields.ts'
import { form, readForm, readParams, withForm } from '#web/forms.ts'
import { done } from '#web/respond.ts'
import { type MemberPageMaker, memberAddress } from '../answer.ts'

const MemberId = form({ id: id() })
const Held = form({ id: id(), badge: id() })
const NothingInput = form({})
const GivenInput = form({ badge: id(), reason: line({ max: MAX_BADGE_REASON }) })

/** Badges given by hand, and taken away, by moderators and administrators. */
export function memberBadgeRoutes(app: FastifyInstance, forum: Forum, makePage: MemberPageMaker): void {
  app.post('/members/:id/badges', (request, reply) => {
    const { id: memberId } = readParams(MemberId, request)
    return withForm(request, reply, {
      showAgain: state => makePage(request, memberId, { given: state }),
      action: async () => {
        mustGiveBadges(actorOf(request))
        const { badge: badgeId, reason } = readForm(GivenInput, request)
        await act(forum, actorOf(request), a => giveBadge(a, memberId, { badgeId, reason }))
        return done(request, reply, { json: { badge: badgeId }, back: memberAddress(memberId) })
      },
    })
  })
  app.post('/members/:id/badges/:badge/take', async (request, reply) => {
    const { id: memberId, badge } = readParams(Held, request)
    readForm(NothingInput, request)
    await act(forum, actorOf(request), a => takeBadge(a, memberId, badge))
    return done(request, reply, { json: {}, back: memberAddress(memberId) })
  })
}
