import { keeper } from '#store/kept.ts'
import type { Store } from '#store/store.ts'
import { keptWhileUnchanged } from '#store/unchanged.ts'
import type { Forum } from '../act.ts'
import type { PostFindings } from '../findings/model.ts'
import { readableText } from '../findings/text.ts'
import { passagesOf } from '../passages/sharing.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Post } from '../posts/model.ts'
import { quotationsOf } from '../quotations/spread.ts'
import { requestsOf, sourcesOf } from '../sources/store.ts'
import type { Thread } from '../threads/model.ts'
import { type Correction, corrected, held } from './corrected.ts'
import { type Around, type OwnRecord, ownRecord, recordFrom } from './entries.ts'
import { NOTHING_ON_RECORD, type RecordOfPost } from './model.ts'
import { mayCorrect } from './rules.ts'
import { correctionsOf, type Reading, readingsOf } from './store.ts'

/** How much of what was read is kept at hand, of all threads together, in characters. */
const KEPT_CHARACTERS = 4_000_000
/** Pages of which the margins are at hand until anything is written. */
const PAGES_KEPT = 200

type Own = ReadonlyMap<number, OwnRecord>

const keepOwn = keeper<Own>({
  size: KEPT_CHARACTERS,
  sizeOf: records =>
    [...records.values()].reduce(
      (sum, { text, html }) => sum + 2 * text.length + (html?.length ?? 0) + 500,
      1,
    ),
})

interface AroundPosts {
  readonly quotations: Awaited<ReturnType<typeof quotationsOf>>
  readonly passages: Awaited<ReturnType<typeof passagesOf>>
  readonly sources: Awaited<ReturnType<typeof sourcesOf>>
  readonly requests: Awaited<ReturnType<typeof requestsOf>>
}

const keepRecords = keptWhileUnchanged<Map<number, RecordOfPost>>(PAGES_KEPT)

/**
 * What the margins of posts show to a reader: an entry for each post that is not deleted, `NOTHING_ON_RECORD` where nothing
 * was read, or where the post has been changed since. The posts are of the one thread. A fixed number of queries; none, and
 * the same answer, while nothing is written, where the database says so.
 */
export function recordOf(
  forum: Forum,
  visible: Visible,
  thread: Thread,
  posts: readonly Post[],
): Promise<ReadonlyMap<number, RecordOfPost>> {
  const shown = posts.filter(post => post.deletedAt === null && !post.withheld)
  const { memberId, role, suspended } = visible.actor
  const reader = `${memberId} ${role} ${suspended} ${[...visible.boards]}`
  const key = `${visible.site.version} ${reader} ${shown.map(post => post.id)}`
  return keepRecords(forum.store, key, async () => {
    const own = await ownRecords(forum.store, visible, thread, shown)
    const around = await aroundPosts(forum.store, visible, [...own.keys()])
    return new Map(
      shown.map(post => {
        const record = own.get(post.id)
        if (!record) return [post.id, NOTHING_ON_RECORD]
        return [post.id, recordFrom(record, aroundPost(around, post.id), mayCorrect(visible, thread, post))]
      }),
    )
  })
}

const aroundPost = ({ quotations, passages, sources, requests }: AroundPosts, id: number): Around => ({
  quotations: quotations.get(id),
  passages: passages.get(id),
  sources: sources.get(id) ?? [],
  requests: requests.get(id),
})

/** What was read of the posts themselves. Whatever changes of it makes another version of the thread. */
function ownRecords(store: Store, visible: Visible, thread: Thread, posts: readonly Post[]): Promise<Own> {
  const ids = posts.map(post => post.id)
  const key = `${visible.site.version} ${thread.id} ${thread.version} ${ids}`
  return keepOwn(store.read, key, async () => {
    const readings = await readingsOf(store.read, ids)
    const corrections = await correctionsOf(store.read, ids)
    return new Map(
      posts.flatMap(post => {
        const record = ownOf(post, readings.get(post.id), corrections.get(post.id) ?? [])
        return record ? [[post.id, record] as const] : []
      }),
    )
  })
}

function ownOf(
  post: Post,
  reading: Reading | undefined,
  corrections: readonly Correction[],
): OwnRecord | undefined {
  if (!reading || reading.revision !== post.revision || reading.renderer !== post.renderer) return undefined
  const read = JSON.parse(reading.findings) as PostFindings
  const holding = held(corrections)
  const { text } = readableText(post.html)
  return ownRecord(text, read, { held: holding, findings: corrected(read, holding) }, reading.html)
}

async function aroundPosts({ read }: Store, visible: Visible, ids: readonly number[]): Promise<AroundPosts> {
  return {
    quotations: await quotationsOf(read, visible, ids),
    passages: await passagesOf(read, visible, ids),
    sources: await sourcesOf(read, ids),
    requests: await requestsOf(read, ids, visible.actor.memberId),
  }
}
