import type { Span } from '@rostra/record'

/** A quote block of a source text: its opening tag as written, and where what it holds stands. */
export interface QuoteBlock extends Span {
  readonly tag: string
  readonly inner: Span
}

/** Words of a text, each with its place. */
interface PlacedWords {
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const PLAIN_QUOTE = /^\[quote\]$/i
/** Addresses of links, and tags; short enough that a run of openings takes time in proportion to its length. */
const UNPRINTED =
  /\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,200}")?\)|\[\/?[a-z*]{1,12}(?:[=\s][^\]\n]{0,400})?\](?!\()/gi
const QUOTE_TAG = /\[(\/?)quote(?=[\]=\s])[^\]\n]*\]/gi
/** A printed word is looked for so far on in the source; what stands between are addresses and tags. */
const FARTHEST = 400
/** The part of a passage's words that must be found again. */
const ENOUGH = 0.7
/** So many marks on either side belong to a stretch. */
const MOST_MARKS = 12
const LINK_END = /^\]\([^\s()]*\)[.,;:!?]?/
const LONGEST_ADDRESS = 2000
const OPENING = /[*_~"'“‘«„‹([>]/
const CLOSING = /[*_~"'”’»“›)\].,;:!?…。！？؟،]/

/** How many words a text has. */
export const wordCount = (text: string): number => text.match(WORD)?.length ?? 0

/** The outermost quote blocks of a source text in either format, in order. Linear. */
export function quoteBlocksOf(source: string): QuoteBlock[] {
  const blocks: QuoteBlock[] = []
  let depth = 0
  let opening: { tag: string; start: number } | undefined
  for (const match of source.matchAll(QUOTE_TAG)) {
    const [tag, slash] = match
    if (slash === '') {
      if (depth === 0) opening = { tag, start: match.index }
      depth++
    } else if (depth > 0) {
      depth--
      if (depth > 0 || !opening) continue
      const inner = { start: opening.start + opening.tag.length, end: match.index }
      blocks.push({ tag: opening.tag, inner, start: opening.start, end: match.index + tag.length })
    }
  }
  return blocks
}

function placedWords(text: string): PlacedWords {
  const [words, starts, ends]: [string[], number[], number[]] = [[], [], []]
  for (const { 0: word, index } of text.matchAll(WORD)) {
    words.push(word.toLowerCase())
    starts.push(index)
    ends.push(index + word.length)
  }
  return { words, starts, ends }
}

const blank = (text: string): string => ' '.repeat(text.length)

/** A source text with blanks for what is not printed as words of its writer: tags, addresses, quotes with a name. */
function withoutUnprinted(source: string): string {
  let rest = ''
  let from = 0
  for (const { tag, start, end } of quoteBlocksOf(source)) {
    if (PLAIN_QUOTE.test(tag)) continue
    rest += source.slice(from, start) + blank(source.slice(start, end))
    from = end
  }
  return (rest + source.slice(from)).replace(UNPRINTED, blank)
}

/** For each word of the printed text the place of its word in the source, -1 where it has none. */
function matched(printed: readonly string[], source: readonly string[]): Int32Array {
  const places = new Map<string, number[]>()
  source.forEach((word, place) => {
    const known = places.get(word)
    if (known) known.push(place)
    else places.set(word, [place])
  })
  const passed = new Map<string, number>()
  let from = 0
  return Int32Array.from(printed, word => {
    const all = places.get(word)
    if (!all) return -1
    let next = passed.get(word) ?? 0
    while (next < all.length && all[next]! < from) next++
    passed.set(word, next)
    const place = all[next]
    if (place === undefined || place - from > FARTHEST) return -1
    from = place + 1
    return place
  })
}

/**
 * A source text and the text that it is printed as → where in the source a stretch of the printed text stands, from its
 * first word to its last, with marks that belong to them; null where it cannot be found again. Printed words stand in the
 * source in their order, between tags and addresses: each is taken where it comes next. Linear in both texts.
 */
export function placesIn(source: string, printed: string): (span: Span) => Span | null {
  const typed = placedWords(withoutUnprinted(source))
  const shown = placedWords(printed)
  const match = matched(shown.words, typed.words)
  return span => {
    const first = firstFrom(shown.starts, span.start)
    const last = firstFrom(shown.starts, span.end) - 1
    const known: number[] = []
    for (let word = first; word <= last; word++) if (match[word]! >= 0) known.push(word)
    if (known.length === 0 || known.length < ENOUGH * (last + 1 - first)) return null
    const end = match[known.at(-1)!]!
    let start = end + 1
    // Back from the end, so that it begins as late as it can: what was passed over may stand before it.
    for (const word of known.reverse())
      do start--
      while (typed.words[start] !== shown.words[word])
    return grown(source, { start: typed.starts[start]!, end: typed.ends[end]! })
  }
}

function firstFrom(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! >= at) high = middle
    else low = middle + 1
  }
  return low
}

/** A stretch with the marks around it that belong to it, and with the address of a link that it ends in. */
function grown(source: string, { start, end }: Span): Span {
  let from = start
  while (from > 0 && start - from < MOST_MARKS && OPENING.test(source[from - 1]!)) from--
  let to = end
  while (to < source.length && to - end < MOST_MARKS && CLOSING.test(source[to]!)) {
    const address = source.startsWith('](', to) ? LINK_END.exec(source.slice(to, to + LONGEST_ADDRESS)) : null
    if (address) return { start: from, end: to + address[0].length }
    to++
  }
  return { start: from, end: to }
}
