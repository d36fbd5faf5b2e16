import type { Writer } from '#store/store.ts'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { judgePosts } from './keep.ts'
import { VERDICT_VERSION } from './model.ts'
import { type JudgedSoFar, nextPosts, readJudged, wantJudged, writeJudged } from './store-round.ts'

/** Posts that are judged between two moments in which others have their turn. */
const AT_ONCE = 25

/**
 * Looks at the next `limit` posts of the round through all of them and judges those that hold quotes: posts that came from
 * elsewhere, and those of before. A round that is done does nothing until another is wanted. → how many were judged.
 */
export async function judgeOld(forum: Forum, limit: number): Promise<number> {
  const { read } = forum.store
  const stored = await readJudged(read)
  const isOurs = stored?.progress.version === VERDICT_VERSION
  // Another process that runs a later version goes on by itself.
  if (stored && (stored.progress.version > VERDICT_VERSION || (isOurs && stored.progress.isDone))) return 0
  const after = isOurs ? stored.progress.after : 0
  const next = await nextPosts(read, after, limit)
  const ids = next.filter(post => post.holdsQuotes === 1).map(post => post.id)
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await judgePosts(forum, ids.slice(from, from + AT_ONCE))
  const judged: JudgedSoFar = {
    ...{ version: VERDICT_VERSION, after: next.at(-1)?.id ?? after },
    isDone: next.length < limit,
  }
  await act(forum, SYSTEM, ({ db }) => writeJudged(db, judged, stored?.written))
  return ids.length
}

/** Has another round follow: for whoever writes posts of which nobody is told. */
export const wantJudging = (db: Writer): Promise<void> => wantJudged(db, VERDICT_VERSION)
