import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { twoNumbersOf } from '#base/places.ts'
import { DAY } from '#base/time.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { cardsOf } from '#forum/members/store.ts'
import { memberJson } from '#forum/members/views.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { TIES, type Tie, type TiedMembers } from '#forum/ties/model.ts'
import { followedPosts, tiedTo } from '#forum/ties/store.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage } from '../answer.ts'
import { PATHS } from '../model.ts'
import { TiesView } from './views.ts'

/** Posts on a page, and how far back they go. */
const POSTS = 20
const LATELY = 30 * DAY

/** `GET /account/ties`: whom a member follows and ignores. */
export function tiesRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.ties, async (request, reply) => show(request, reply, await page(forum, request)))
}

async function page(forum: Forum, request: FastifyRequest): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const membersOf = async (tie: Tie) => {
    const ids = await tiedTo(read, tie, actor.memberId)
    const cards = await cardsOf(read, ids, visible)
    return ids.flatMap(id => cards.get(id) ?? [])
  }
  const tied: TiedMembers = { follow: await membersOf('follow'), ignore: await membersOf('ignore') }
  const now = forum.clock()
  const { before } = request.query as { before?: unknown }
  const place = before === undefined ? undefined : placeOf(before)
  const asked = { limit: POSTS + 1, since: now - LATELY, before: place }
  const found = await followedPosts(read, visible, actor.memberId, asked)
  const posts = found.slice(0, POSTS)
  const last = posts.at(-1)
  const older = found.length > POSTS && last ? `${PATHS.ties}?before=${last.createdAt}.${last.id}` : null
  return accountPage(request, {
    path: PATHS.ties,
    main: frame => TiesView(frame, { tied, posts, older }, now),
    json: () => ({ ...Object.fromEntries(TIES.map(tie => [tie, tied[tie].map(memberJson)])), posts, older }),
  })
}

/** `1773500000000.7340033` → the post behind which older ones are shown. Throws `not-found` for anything else. */
function placeOf(written: unknown): { createdAt: number; id: number } {
  const two = twoNumbersOf(written)
  if (!two) throw new Refused('not-found')
  return { createdAt: two[0], id: two[1] }
}
