import { parse } from '@rostra/markup'
import { threadOf } from '#base/ids.ts'
import type { Reader } from '#store/store.ts'
import { act, type Forum } from '../act.ts'
import { GUEST, SYSTEM } from '../actor.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import { visibleTo } from '../permissions/visible.ts'
import { type AskedQuote, judged, sourceIdOf } from './judging.ts'
import { groupedBy, type SourceState } from './model.ts'
import { quoteBlocksOf } from './said.ts'
import { type QuotingPost, quotingPosts, replaceRows, rowsOf, statesOf } from './store.ts'

/** How often posts are judged again that changed meanwhile; then it is left to whoever is told of that change. */
const TRIES = 5

type Rows = Awaited<ReturnType<typeof rowsOf>>
type Asked = AskedQuote & { readonly id: number }

/**
 * Finds the verdicts of all quotes of some posts and keeps those that are new; makes the pages old that show them. Posts
 * without quotes cost one query. Whatever changed while it was at work is looked at again, so that what it leaves behind
 * is true when it ends, however many do this at once. Takes up to some dozen posts.
 */
export async function judgePosts(forum: Forum, ids: readonly number[]): Promise<void> {
  let left = ids
  for (let attempt = 0; attempt < TRIES && left.length > 0; attempt++) left = await judgeOnce(forum, left)
}

/** → the posts that changed meanwhile, or whose sources did. */
async function judgeOnce(forum: Forum, ids: readonly number[]): Promise<number[]> {
  const { read } = forum.store
  const posts = await quotingPosts(read, ids)
  if (posts.length === 0) return []
  const quotes = posts.flatMap(askedOf)
  const concerned = new Set([...posts.map(post => post.id), ...quotes.map(({ block }) => sourceIdOf(block))])
  const states = await statesOf(read, concerned)
  const before = await rowsOf(
    read,
    posts.map(post => post.id),
  )
  const verdicts = await judged(read, quotes, quote => sourceFor(quote, states))
  const rows = quotes.map(({ id, block }, index) => ({
    postId: id,
    position: block.position,
    ...verdicts[index]!,
  }))
  await keepRows(forum, posts, { before, rows, states })
  return changedSince(read, posts, quotes, states)
}

function askedOf({ id, source, format, writtenAt }: QuotingPost): Asked[] {
  return quoteBlocksOf(parse(source, format)).map(block => ({ id, block, writtenAt }))
}

/** A source that stands; one in a conversation only for quotes in the same one. */
function sourceFor({ id, block }: Asked, states: ReadonlyMap<number, SourceState>): SourceState | undefined {
  const state = states.get(sourceIdOf(block))
  if (!state || state.goneAt !== null) return undefined
  return state.boardId !== CONVERSATIONS || threadOf(state.id) === threadOf(id) ? state : undefined
}

interface Kept {
  readonly before: Rows
  readonly rows: Rows
  readonly states: ReadonlyMap<number, SourceState>
}

/**
 * Writes the rows that are new. Kept pages are the guests': they are old where a guest sees something else, so that nobody
 * learns from them of what happens where guests may not read.
 */
async function keepRows(forum: Forum, posts: readonly QuotingPost[], kept: Kept): Promise<void> {
  const { before, rows, states } = kept
  const changed = posts.map(post => post.id).filter(id => written(before, id) !== written(rows, id))
  if (changed.length === 0) return
  const threadIds = [...new Set(changed.map(threadOf))]
  const theirs = rows.filter(row => changed.includes(row.postId))
  await act(forum, SYSTEM, ({ db, site }) => {
    const guests = visibleTo(site, GUEST).boards
    const isOpen = (row: Rows[number]): boolean => {
      const boardId = states.get(row.sourceId)?.boardId
      return boardId !== undefined && (guests.has(boardId) || threadOf(row.sourceId) === threadOf(row.postId))
    }
    const seen = (list: Rows): Rows =>
      list.map(row =>
        isOpen(row) ? row : { ...row, sourceRevision: 0, verdict: 'gone' as const, difference: '' },
      )
    const old = changed.filter(id => written(seen(before), id) !== written(seen(rows), id)).map(threadOf)
    return replaceRows(db, { ids: changed, threadIds, old: new Set(old) }, theirs)
  })
}

/** The rows of one post as a text, to tell whether they have changed. */
const written = (rows: Rows, id: number): string =>
  JSON.stringify(
    rows
      .filter(row => row.postId === id)
      .map(row => [row.position, row.sourceId, row.sourceRevision, row.verdict, row.difference]),
  )

/** The posts that have another wording than was looked at, or of whose sources something else is true now. */
async function changedSince(
  db: Reader,
  posts: readonly QuotingPost[],
  quotes: readonly Asked[],
  states: ReadonlyMap<number, SourceState>,
): Promise<number[]> {
  const sources = groupedBy(quotes, ({ id }) => id)
  const now = await statesOf(
    db,
    new Set([...posts.map(post => post.id), ...quotes.map(({ block }) => sourceIdOf(block))]),
  )
  const isSame = (id: number): boolean => JSON.stringify(now.get(id)) === JSON.stringify(states.get(id))
  return posts
    .filter(({ id, revision }) => {
      if ((now.get(id)?.revision ?? revision) !== revision) return true
      return (sources.get(id) ?? []).some(({ block }) => !isSame(sourceIdOf(block)))
    })
    .map(post => post.id)
}
