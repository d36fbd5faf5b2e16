import type { Span } from '@rostra/record'

/** Stretches of a text that grow together. */
export class Coverage {
  /** In order, apart from each other. */
  #spans: Span[] = []

  /** Adds a stretch; → the share of it that was not covered before, 0 to 1. */
  add(span: Span): number {
    let fresh = span.end - span.start
    const apart: Span[] = []
    let { start, end } = span
    for (const other of this.#spans) {
      if (other.end < start || other.start > end) {
        apart.push(other)
        continue
      }
      fresh -= Math.max(0, Math.min(other.end, span.end) - Math.max(other.start, span.start))
      start = Math.min(start, other.start)
      end = Math.max(end, other.end)
    }
    this.#spans = [...apart, { start, end }].sort((one, other) => one.start - other.start)
    return span.end === span.start ? 0 : fresh / (span.end - span.start)
  }
}

/** So many words that no earlier post has make a post the first of those that have them. */
const LEAST_NEW = 10
/** A passage of which less is new to what earlier posts have is theirs. */
const MOST_OLD = 0.5

/** What a text shares with another post. */
interface SharedWords {
  readonly spans: readonly (Span & { readonly held: number })[]
}

/**
 * What a text shares with each of several posts, the earliest first → which of them have some of it first, and how many
 * of the words in the text the posts have together.
 */
export function firstsAmong(posts: readonly SharedWords[]): { isFirst: boolean[]; words: number } {
  const coverage = new Coverage()
  let words = 0
  const isFirst = posts.map(({ spans }) => {
    const fresh = spans.map(span => coverage.add(span))
    const added = spans.reduce((sum, span, at) => sum + span.held * fresh[at]!, 0)
    words += added
    return added >= LEAST_NEW || fresh.some(share => share >= MOST_OLD)
  })
  return { isFirst, words: Math.round(words) }
}

/**
 * What a text shares with each of several posts, the earliest first → those worth leading to: in each board the first ones
 * and the latest.
 */
export function worthKeeping<T extends SharedWords & { readonly boardId: number }>(posts: readonly T[]): T[] {
  const boards = new Map<number, T[]>()
  for (const post of posts) {
    const own = boards.get(post.boardId)
    if (own) own.push(post)
    else boards.set(post.boardId, [post])
  }
  return [...boards.values()].flatMap(own => {
    const { isFirst } = firstsAmong(own)
    return own.filter((_, at) => isFirst[at] || at === own.length - 1)
  })
}
