import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { pathTo } from '#forum/boards/tree.ts'
import { contextOf } from '#forum/findings/context.ts'
import { isKey } from '#forum/findings/model.ts'
import { cardsOf } from '#forum/members/store.ts'
import { type Visible, visibleTo } from '#forum/permissions/visible.ts'
import type { Post } from '#forum/posts/model.ts'
import { findPost } from '#forum/posts/store.ts'
import { recordOf } from '#forum/record/load.ts'
import type { Entry, EntrySource, RecordOfPost } from '#forum/record/model.ts'
import { mayCorrect } from '#forum/record/rules.ts'
import { correctionLog } from '#forum/record/store.ts'
import { CHECKED_AGAIN_AFTER } from '#forum/sources/actions/give.ts'
import { isSourced, sourcesInText, spanOf } from '#forum/sources/finding.ts'
import { type FindingPlace, type KeptSource, NO_REQUESTS } from '#forum/sources/model.ts'
import { mayRemove, maySource } from '#forum/sources/rules.ts'
import { askersFor, givenFor, removedFor, requestsOf } from '#forum/sources/store.ts'
import { type FindingOfPost, findFinding } from '#forum/sources/store-readings.ts'
import type { Thread } from '#forum/threads/model.ts'
import { type FindingPage, type GivenSource, MOST_CORRECTIONS } from './model.ts'

/** How much of the paragraph stands on each side of a finding, in UTF-16 units. */
const AROUND = 300

/** A finding in its place. */
interface Placed extends FindingOfPost {
  readonly post: Post
  readonly thread: Thread
  readonly visible: Visible
}

/**
 * A finding that somebody may see; one that was withdrawn for those alone who may have it back. Throws `not-found`, also for
 * a name that the post has no finding of.
 */
async function placed(forum: Forum, actor: Actor, place: FindingPlace): Promise<Placed> {
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const at = await findPost(read, visible, place.threadId, place.number)
  const finding = at && isKey(place.key) ? await findFinding(read, at.post, place.key) : undefined
  if (!at || at.thread.deletedAt !== null || !finding) throw new Refused('not-found')
  if (finding.isWithdrawn && !mayCorrect(visible, at.thread, at.post)) throw new Refused('not-found')
  return { ...at, ...finding, visible }
}

/** Everything about one finding, in a fixed number of queries. Throws `not-found`. */
export async function loadFinding(forum: Forum, actor: Actor, place: FindingPlace): Promise<FindingPage> {
  const { read } = forum.store
  const at = await placed(forum, actor, place)
  const { post, thread, found, findings, text, visible } = at
  const { key } = found.finding
  const id = { postId: post.id, key }
  const record = (await recordOf(forum, visible, thread, [post])).get(post.id)
  const requests = await requestsOf(read, [post.id], actor.memberId)
  const given = await givenFor(read, id)
  const cards = await cardsOf(read, memberIds(post, given), visible)
  const log = await correctionLog(read, id, MOST_CORRECTIONS + 1)
  const { boards } = visible.site
  const board = boards.byId.get(thread.boardId)
  return {
    ...{ post, thread, key, found, findings, text, isWithdrawn: at.isWithdrawn },
    boards: [...pathTo(boards, thread.boardId), ...(board ? [board] : [])],
    author: post.authorId === null ? null : (cards.get(post.authorId) ?? null),
    context: contextOf(text, spanOf(found), AROUND),
    entry: entryOf(record, key),
    given: given.map(source => givenSource(source, at, { cards, now: forum.clock() })),
    inText: inText(at, record),
    removed: await removedFor(read, id),
    requests: requests.get(post.id)?.get(key) ?? NO_REQUESTS,
    askers: await askersFor(read, id),
    corrections: log.slice(0, MOST_CORRECTIONS),
    hasMoreCorrections: log.length > MOST_CORRECTIONS,
    may: {
      source: !at.isWithdrawn && isSourced(found) && maySource(visible, thread, post),
      correct: mayCorrect(visible, thread, post),
    },
  }
}

const memberIds = (post: Post, given: readonly KeptSource[]): number[] =>
  [post.authorId, ...given.map(each => each.memberId)].filter(id => id !== null)

function entryOf(record: RecordOfPost | undefined, key: string): Entry | null {
  return [...(record?.entries ?? []), ...(record?.unsourced ?? [])].find(entry => entry.key === key) ?? null
}

type Cards = Awaited<ReturnType<typeof cardsOf>>

function givenSource(
  source: KeptSource,
  { post, thread, visible, isWithdrawn }: Placed,
  { cards, now }: { readonly cards: Cards; readonly now: number },
): GivenSource {
  const isDue = source.checkedAt === null || source.checkedAt + CHECKED_AGAIN_AFTER <= now
  return {
    source,
    giver: source.memberId === null ? null : (cards.get(source.memberId) ?? null),
    may: {
      remove: !isWithdrawn && mayRemove(visible, thread, { post, source }),
      check: !isWithdrawn && isDue && maySource(visible, thread, post),
    },
  }
}

/** The sources in the text, as the record shows them; of a source itself that one. */
function inText({ findings, found }: Placed, record: RecordOfPost | undefined): readonly EntrySource[] {
  const keys = new Set(
    found.kind === 'source' ? [found.finding.key] : sourcesInText(findings, found).map(each => each.key),
  )
  return (record?.entries ?? []).flatMap(entry =>
    entry.kind === 'source' && keys.has(entry.key) ? [entry.source] : [],
  )
}

/** A source that somebody is about to take out. Throws `not-found`. */
export async function loadRemoval(
  forum: Forum,
  actor: Actor,
  place: FindingPlace & { readonly sourceId: number },
): Promise<FindingPage & { readonly removal: GivenSource }> {
  const page = await loadFinding(forum, actor, place)
  const removal = page.given.find(({ source }) => source.id === place.sourceId)
  if (!removal) throw new Refused('not-found')
  return { ...page, removal }
}
