import { Refused } from '#base/errors.ts'
import { numberOf, threadOf } from '#base/ids.ts'
import { type Act, act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { beginWithPost } from '../posts/actions/begin.ts'
import type { PostPlace } from '../posts/model.ts'
import { touchThread } from '../threads/store-write.ts'
import { type Poll, type PollInput, readChoice, readPoll } from './model.ts'
import { mustClose, mustVote } from './rules.ts'
import { choiceOf, closePoll, insertPoll, overduePolls, pollsOf, replaceChoice } from './store.ts'

/** Polls that are closed in one transaction. */
const AT_ONCE = 100

/**
 * Asks something under the first post of a thread, as its author has just started it; where nothing is asked, and where there is
 * a poll already, nothing happens. `timeZone` is the writer's. Throws `invalid` for the fields of `readPoll`, `not-signed-in`,
 * `not-found` and `not-allowed`.
 */
export async function addPoll(
  a: Act,
  place: PostPlace,
  asked: { readonly poll: PollInput; readonly timeZone: string },
): Promise<void> {
  const poll = readPoll(asked.poll, { now: a.now, timeZone: asked.timeZone })
  if (!poll) return
  const { post, actor } = await beginWithPost(a, place)
  if (post.authorId !== actor.memberId || post.number !== 1) throw new Refused('not-allowed')
  if ((await pollsOf(a.db, [post.id])).has(post.id)) return
  await insertPoll(a.db, post.id, poll)
}

/**
 * Chooses options of the poll under a post, in place of what the same member chose before; none takes the vote back. The
 * same again changes nothing. Throws `not-signed-in`, `not-found`, `not-allowed`, `invalid` for the field `option`, and
 * `conflict` where a vote cannot be changed.
 */
export async function vote(
  a: Act,
  input: PostPlace & { readonly options: readonly number[] },
): Promise<void> {
  const { post, thread, visible, actor } = await beginWithPost(a, input)
  const poll = await mustFind(a, post.id)
  mustVote(visible, thread, { post, poll, now: a.now })
  const chosen = readChoice(poll, input.options)
  const given = { postId: post.id, memberId: actor.memberId }
  const before = await choiceOf(a.db, post.id, actor.memberId)
  if (before.length === chosen.length && chosen.every(id => before.includes(id))) return
  if (before.length > 0 && !poll.changeable)
    throw new Refused('conflict', 'poll.no-change', { field: 'option' })
  await replaceChoice(a.db, { ...given, before, chosen, at: a.now })
  await touchThread(a.db, thread.id)
  a.emit({ type: 'poll.voted', ...given, boardId: thread.boardId })
}

/** Ends a poll. Nothing happens when it is over already. Throws `not-signed-in`, `not-found`, `not-allowed`. */
export async function close(a: Act, place: PostPlace): Promise<void> {
  const { post, thread, visible } = await beginWithPost(a, place)
  const poll = await mustFind(a, post.id)
  mustClose(visible, thread, { post, poll, now: a.now })
  if (!(await closePoll(a.db, post.id))) return
  await touchThread(a.db, thread.id)
  a.emit({ type: 'poll.closed', postId: post.id, boardId: thread.boardId })
}

async function mustFind({ db }: Act, postId: number): Promise<Poll> {
  const poll = (await pollsOf(db, [postId])).get(postId)
  if (!poll) throw new Refused('not-found')
  return poll
}

/** Closes the polls whose time is over, so that the kept pages of their threads show the result; → how many. */
export async function closeOverdue(forum: Forum): Promise<number> {
  const due = await overduePolls(forum.store.read, forum.clock(), AT_ONCE)
  // One transaction each: none waits for a thread while it holds another.
  for (const id of due)
    await act(forum, SYSTEM, async ({ db }) => {
      await touchThread(db, threadOf(id))
      await closePoll(db, id)
    })
  if (due.length > 0)
    forum.log.debug({ posts: due.map(id => `${threadOf(id)}/${numberOf(id)}`) }, 'Polls are over')
  return due.length
}
