import { MAX_NUMBER, postId } from '#base/ids.ts'
import { addJob } from '#jobs/store.ts'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { judgePosts } from './keep.ts'
import { type QuotedRange, quotersOf } from './store-round.ts'

/** The job that goes on with the posts that quote others, and what it is told. */
export const JUDGE_MORE = 'judge-quotes'
/** Posts that are judged at once, and by one job. */
const AT_ONCE = 25
const PORTIONS = 8

/** A post has another text, is gone or is back: its quotes are judged, and those of it in other posts. */
export async function judgePost(forum: Forum, { postId: id }: { readonly postId: number }): Promise<void> {
  await judgePosts(forum, [id])
  await judgeQuoters(forum, { from: id, to: id, after: { sourceId: id, postId: 0 } }, 1)
}

/** All posts of a thread are gone, are back, or stand elsewhere: the quotes of them are judged. */
export async function judgeThread(forum: Forum, { threadId }: { readonly threadId: number }): Promise<void> {
  const [from, to] = [postId(threadId, 0), postId(threadId, MAX_NUMBER)]
  await judgeQuoters(forum, { from, to, after: { sourceId: from, postId: 0 } }, 1)
}

/** Goes on with the posts that quote others, in portions; what is left is another job's. May run twice. */
export async function judgeMore(forum: Forum, payload: unknown): Promise<void> {
  await judgeQuoters(forum, payload as QuotedRange, PORTIONS)
}

/** Judges so many portions of the posts that quote others; leaves the rest to a job, so that nobody waits for it. */
async function judgeQuoters(forum: Forum, range: QuotedRange, portions: number): Promise<void> {
  let { after } = range
  for (let count = 0; count < portions; count++) {
    const next = await quotersOf(forum.store.read, { ...range, after }, AT_ONCE)
    await judgePosts(forum, [...new Set(next.map(each => each.postId))])
    if (next.length < AT_ONCE) return
    after = next.at(-1)!
  }
  await act(forum, SYSTEM, ({ db, now }) => addJob(db, JUDGE_MORE, { ...range, after }, now))
}
