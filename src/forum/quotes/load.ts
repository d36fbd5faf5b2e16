import { parse } from '@rostra/markup'
import { numberOf, threadOf } from '#base/ids.ts'
import type { Reader } from '#store/store.ts'
import type { Forum } from '../act.ts'
import type { Actor } from '../actor.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import { type Visible, visibleTo } from '../permissions/visible.ts'
import type { Post } from '../posts/model.ts'
import type { TypedText } from '../posts/preview.ts'
import type { Thread } from '../threads/model.ts'
import { findThread } from '../threads/store.ts'
import { judged, sourceIdOf } from './judging.ts'
import { type Change, groupedBy, type QuoteInFull, type ShownQuote } from './model.ts'
import { comparedText, quoteBlocksOf, saidInText } from './said.ts'
import { OPENING, statesOf, wordingsOf } from './store.ts'
import { type KeptQuote, keptQuote, keptQuotes } from './store-shown.ts'

/**
 * The verdicts on the quotes of posts of one thread that somebody reads, by the ids of the posts. One query, and none where
 * no post holds a quote. Of a source that this reader may not read it says what it says of one that is not there.
 */
export async function quotesShown(
  db: Reader,
  visible: Visible,
  thread: Thread,
  posts: readonly Post[],
): Promise<Map<number, ShownQuote[]>> {
  const ids = posts.filter(post => !post.withheld && post.html.includes(OPENING)).map(post => post.id)
  if (ids.length === 0) return new Map()
  const quotes = await keptQuotes(db, ids)
  return new Map(
    [...groupedBy(quotes, ({ postId }) => postId)].map(([id, rows]) => [
      id,
      rows.map(row => shownTo(visible, thread, row)),
    ]),
  )
}

/** A source that stands, and that a reader of the quoting post may read: in its own thread, or on a board. */
const maySee = (visible: Visible, thread: Thread, { boardId, sourceId, stands }: KeptQuote): boolean =>
  stands === 1 && boardId !== null && (threadOf(sourceId) === thread.id || visible.boards.has(boardId))

function shownTo(visible: Visible, thread: Thread, row: KeptQuote): ShownQuote {
  const isGone = row.verdict === 'gone' || !maySee(visible, thread, row)
  return {
    position: row.position + 1,
    post: { threadId: thread.id, number: numberOf(row.postId) },
    source: { threadId: threadOf(row.sourceId), number: numberOf(row.sourceId) },
    revision: isGone ? null : row.sourceRevision,
    verdict: isGone ? 'gone' : row.verdict,
    differs: !isGone && row.differs === 1,
  }
}

/**
 * A quote of a post that somebody reads, with the words of both sides; undefined where it has no verdict, and where its
 * source is gone for this reader. `position` counts from 1.
 */
export async function quoteInFull(
  db: Reader,
  visible: Visible,
  { thread, post }: { readonly thread: Thread; readonly post: Post },
  position: number,
): Promise<QuoteInFull | undefined> {
  if (post.withheld || post.deletedAt !== null) return undefined
  const row = await keptQuote(db, post.id, position - 1)
  const quote = row && shownTo(visible, thread, row)
  if (!row || quote?.verdict === 'gone' || !quote) return undefined
  const state = (await statesOf(db, [row.sourceId])).get(row.sourceId)
  if (!state) return undefined
  const [own, then, today] = await textsOf(db, post, row, state.revision)
  const block =
    own && quoteBlocksOf(parse(own.source, own.format)).find(each => each.position === row.position)
  // Either side may have changed since it was judged.
  if (!block || !then || !today || sourceIdOf(block) !== row.sourceId) return undefined
  const before = saidInText(then.source, then.format)
  const now = saidInText(today.source, today.format)
  return {
    quote,
    difference: row.difference === '' ? [] : (JSON.parse(row.difference) as Change[]),
    quoted: comparedText(block, before),
    source: comparedText(before, before),
    today: today === then ? null : comparedText(now, now),
  }
}

async function textsOf(db: Reader, post: Post, row: KeptQuote, todays: number) {
  const places = [
    { id: post.id, revision: post.revision },
    { id: row.sourceId, revision: row.sourceRevision },
    { id: row.sourceId, revision: todays },
  ]
  const found = await wordingsOf(db, places)
  return places.map(({ id, revision }) => found.find(each => each.id === id && each.revision === revision))
}

/**
 * The verdicts on the quotes of a text that somebody is writing, as this writer sees them. Writes nothing; a text without
 * quotes asks nothing.
 */
export async function quotesInTyped(forum: Forum, actor: Actor, typed: TypedText): Promise<ShownQuote[]> {
  const blocks = quoteBlocksOf(parse(typed.source, typed.format))
  if (blocks.length === 0) return []
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const states = await statesOf(read, new Set(blocks.map(sourceIdOf)))
  const talks = new Set([...states.values()].filter(isTalk).map(({ id }) => threadOf(id)))
  // A text is written in one conversation at most.
  const [first] = talks
  const own = first !== undefined && talks.size === 1 ? await findThread(read, visible, first) : undefined
  const isReadable = (id: number, boardId: number): boolean =>
    visible.boards.has(boardId) || threadOf(id) === own?.id
  const quotes = blocks.map(block => ({ block, writtenAt: forum.clock() }))
  const verdicts = await judged(read, quotes, ({ block }) => {
    const state = states.get(sourceIdOf(block))
    return state && state.goneAt === null && isReadable(state.id, state.boardId) ? state : undefined
  })
  return blocks.map(({ position, source }, index) => ({
    ...{ position: position + 1, post: { threadId: 0, number: 0 }, source, differs: false },
    ...{ revision: null, verdict: verdicts[index]!.verdict },
  }))
}

const isTalk = ({ boardId }: { readonly boardId: number }): boolean => boardId === CONVERSATIONS
