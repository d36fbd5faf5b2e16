import { type Act, act, type Forum } from '#forum/act.ts'
import { mustAdminister, SYSTEM } from '#forum/actor.ts'
import { wantJudging } from '#forum/quotes/round.ts'
import { wantRound } from '#forum/record/round.ts'
import { touchSite } from '#forum/settings/store.ts'
import type { AccountLine } from '../account.ts'
import type { NeutralRecord } from '../neutral.ts'
import { writeBoards } from './boards.ts'
import { writeMembers } from './members.ts'
import { mendQuotes } from './mend.ts'
import { planThreads, sharesOf } from './plan.ts'
import { writeNewPosts } from './posts.ts'
import { findQuoted } from './quotes.ts'
import { scoreOf } from './reactions.ts'
import { addToBoard, type BoardGain, waitForTurn } from './store.ts'
import { addToMember } from './store-members.ts'
import { recountThread } from './store-posts.ts'
import { type GrowingThread, type PlacedPost, writeThreads } from './threads.ts'
import { type WriteOptions, Writing } from './writing.ts'

/**
 * Writes a record into the forum, all of it or nothing, and says what became of every board, member, thread and post of
 * it. What an import took before is not taken again; what has come to the record since is added. Nobody is told of it as
 * of something a member did: no event but that the site changed.
 * @throws ImportRefused when `options.board` is no place for threads
 */
export const write = (
  forum: Forum,
  record: NeutralRecord,
  options: WriteOptions = {},
): Promise<AccountLine[]> => act(forum, SYSTEM, a => writeRecord(a, record, options))

/** The same inside a transaction that does more. Throws `not-allowed` for anybody but administrators and the forum. */
export async function writeRecord(
  a: Act,
  record: NeutralRecord,
  options: WriteOptions = {},
): Promise<AccountLine[]> {
  mustAdminister(a.actor)
  await waitForTurn(a.db)
  const writing = new Writing(a, record, options)
  const plans = await planThreads(writing)
  const isNew = plans.filter(plan => plan.fresh.length > 0 && !plan.here)
  await writeBoards(writing, new Set(isNew.map(plan => plan.thread.key)))
  await writeMembers(writing, sharesOf(plans, scoreOf))
  const threads = await writeThreads(writing, plans)
  await findQuoted(writing)
  const fresh = threads.flatMap(thread => thread.posts)
  const times = await writeNewPosts(writing, fresh)
  await mendQuotes(writing, fresh, times)
  await addToMembers(writing, fresh)
  await addToBoards(writing, threads)
  if (fresh.length > 0) await wantRound(a.db)
  if (fresh.length > 0) await wantJudging(a.db)
  if (writing.siteChanged || fresh.length > 0) {
    await touchSite(a.db)
    a.emit({ type: 'site.changed' })
  }
  return inOrder(writing.account)
}

const ORDER = ['board', 'member', 'thread']

/** Boards, members and threads first; what is said of posts stays in its order. */
function inOrder(lines: readonly AccountLine[]): AccountLine[] {
  const rank = ({ item }: AccountLine): number => (ORDER.includes(item) ? ORDER.indexOf(item) : ORDER.length)
  return lines.toSorted((one, other) => rank(one) - rank(other))
}

async function addToMembers({ a }: Writing, fresh: readonly PlacedPost[]): Promise<void> {
  const gains = new Map<number, { posts: number; score: number }>()
  for (const { authorId, post } of fresh) {
    if (authorId === null) continue
    const { posts, score } = gains.get(authorId) ?? { posts: 0, score: 0 }
    gains.set(authorId, { posts: posts + 1, score: score + scoreOf(post) })
  }
  for (const [id, gain] of gains) await addToMember(a.db, id, gain)
}

async function addToBoards({ a }: Writing, threads: readonly GrowingThread[]): Promise<void> {
  const gains = new Map<number, BoardGain>()
  for (const { id, boardId, isNew, posts } of threads) {
    const at = (isNew ? posts.at(-1)?.at : await recountThread(a.db, id)) ?? 0
    const gain = gains.get(boardId) ?? { threads: 0, posts: 0, last: { threadId: id, at } }
    gains.set(boardId, {
      threads: gain.threads + (isNew ? 1 : 0),
      posts: gain.posts + posts.length,
      last: at >= gain.last.at ? { threadId: id, at } : gain.last,
    })
  }
  for (const [id, gain] of gains) await addToBoard(a.db, id, gain)
}
