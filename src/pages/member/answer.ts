import type { FastifyRequest } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { memberPath } from '#forum/members/views.ts'
import type { LatestPlace } from '#forum/posts/model.ts'
import { CsrfField } from '#web/csrf.ts'
import type { FormState } from '#web/forms.ts'
import type { PageAnswer } from '#web/respond.ts'
import { loadMember } from './load.ts'
import { MEMBERS_PATH, type MemberPage } from './model.ts'
import { Member, memberPageJson } from './views.ts'

/** A member's page for somebody whose form could not be done; throws `not-found`. */
export type MemberPageMaker = (
  request: FastifyRequest,
  memberId: number,
  shown: { given?: FormState },
) => Promise<PageAnswer>

/** The address of a member whose name is not at hand. It leads on to the one with the name. */
export const memberAddress = (memberId: number): string => `/members/${memberId}`

/** A member's page, as it is answered. */
export function memberAnswer(
  request: FastifyRequest,
  page: MemberPage,
  options: { now: number; given?: FormState },
): PageAnswer {
  const { words } = request.visitor
  const csrf = (): ReturnType<typeof CsrfField> => CsrfField(request)
  return {
    title: page.card.name,
    canonical: memberPath(page.card),
    style: 'full',
    trail: [{ href: MEMBERS_PATH, name: words.say('member.list') }],
    main: () => Member(page, { words, csrf, ...options }),
    json: () => memberPageJson(page),
  }
}

/** The same, loaded first. */
export const memberPageMaker =
  (forum: Forum): MemberPageMaker =>
  async (request, memberId, shown) => {
    const place: LatestPlace | null = null
    const page = await loadMember(forum, actorOf(request), memberId, place)
    return memberAnswer(request, page, { now: forum.clock(), ...shown })
  }
