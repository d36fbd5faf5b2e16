import type { Span } from '../findings.ts'
import { gramHashes } from './fingerprints.ts'
import { bitsOf } from './idf.ts'
import { type WordChange, wordDifference } from './word-difference.ts'
import { fitWording, type Quoted, quotedOf } from './wordings.ts'
import { spanOf, type Words, wordsOf } from './words.ts'

/** Whether a page holds quoted words. */
export interface FoundWords {
  readonly found: 'word-for-word' | 'altered' | 'not-found'
  /** Where in the page; null where they were not found. */
  readonly span: Span | null
  /** How the words of the page became the quoted ones; empty unless they were altered. */
  readonly difference: readonly WordChange[]
}

/** What one mark of omission can stand for at most, in words of the page. */
const LONGEST_OMISSION = 300
/** So many places where the first words stand are tried. */
const MOST_PLACES = 50
const MOST_WINDOWS = 3
const NOT_FOUND: FoundWords = { found: 'not-found', span: null, difference: [] }

/**
 * Quoted words, without their quotation marks, and the text of a page → whether the page holds them: word for word (but
 * for marks, case, white space, and what the quotation marks as left out or changed), altered (at least six words
 * and 30 bits of them kept, similarity 0.7, as in `compareWordings`), or not. Linear in the page for a quotation of
 * up to some hundred words.
 */
export function findWords(quoted: string, page: string): FoundWords {
  const words = quotedOf(quoted)
  const pageWords = wordsOf(page)
  const pieces = piecesOf(words)
  if (pieces.length === 0) return NOT_FOUND
  const exact = findPieces(pieces, pageWords)
  if (exact !== null) return { found: 'word-for-word', span: exact, difference: [] }
  return findAltered(quoted, words, page, pageWords)
}

/** The runs of words of a quotation between what is marked as left out or changed. */
function piecesOf({ words, open, edited }: Quoted): string[][] {
  const pieces: string[][] = []
  let piece: string[] = []
  for (const [at, word] of words.folded.entries()) {
    if (open[at] === 1 && piece.length > 0) {
      pieces.push(piece)
      piece = []
    }
    if (edited[at] === 0) piece.push(word)
  }
  if (piece.length > 0) pieces.push(piece)
  return pieces
}

/** The stretch of the page that has all pieces, one behind the other; null where there is none. */
function findPieces(pieces: readonly string[][], page: Words): Span | null {
  const [first, ...others] = pieces
  for (const place of placesOf(first!, page.folded, 0, page.folded.length, MOST_PLACES)) {
    let end = place + first!.length
    for (const piece of others) {
      const limit = Math.min(page.folded.length, end + LONGEST_OMISSION + piece.length)
      const [next] = placesOf(piece, page.folded, end, limit, 1)
      end = next === undefined ? -1 : next + piece.length
      if (end === -1) break
    }
    if (end !== -1) return spanOf(page, place, end)
  }
  return null
}

/** Where words stand in a row between two places, at most so often (Knuth, Morris, Pratt 1977). */
function placesOf(
  row: readonly string[],
  words: readonly string[],
  from: number,
  to: number,
  most: number,
): number[] {
  const back = new Int32Array(row.length + 1)
  for (let i = 1, matched = 0; i < row.length; i++) {
    while (matched > 0 && row[i] !== row[matched]) matched = back[matched]!
    if (row[i] === row[matched]) matched++
    back[i + 1] = matched
  }
  const places: number[] = []
  for (let at = from, matched = 0; at < to && places.length < most; at++) {
    while (matched > 0 && words[at] !== row[matched]) matched = back[matched]!
    if (words[at] === row[matched]) matched++
    if (matched === row.length) {
      places.push(at + 1 - matched)
      matched = back[matched]!
    }
  }
  return places
}

function findAltered(quoted: string, words: Quoted, page: string, pageWords: Words): FoundWords {
  let best = { similarity: 0, span: null as Span | null }
  for (const [from, to] of windowsOf(words, pageWords)) {
    const window = quotedOf(page, spanOf(pageWords, from, to))
    const { wording, pairs } = fitWording(words, window)
    if (wording.relation === 'different' || wording.similarity <= best.similarity) continue
    best = {
      similarity: wording.similarity,
      span: spanOf(window.words, pairs.b[0]!, pairs.b.at(-1)! + 1),
    }
  }
  if (best.span === null) return NOT_FOUND
  const difference = wordDifference(page.slice(best.span.start, best.span.end), quoted)
  return { found: 'altered', span: best.span, difference }
}

/** The few stretches of the page that share the most pairs of words with the quotation. */
function windowsOf(quoted: Quoted, page: Words): [number, number][] {
  const { words, open } = quoted
  const omissions = open.reduce((sum, each) => sum + each, 0)
  const size = Math.ceil(words.folded.length * 1.5) + 10 + Math.min(LONGEST_OMISSION, 100 * omissions)
  const shared = new Set(gramHashes(words.hashes, 0, words.folded.length, 2))
  const pairs = gramHashes(page.hashes, 0, page.folded.length, 2)
  const sums = new Float64Array(pairs.length + 1)
  for (let at = 0; at < pairs.length; at++) {
    const bits = shared.has(pairs[at]!) ? bitsOf(page.folded[at]!) + bitsOf(page.folded[at + 1]!) : 0
    sums[at + 1] = sums[at]! + bits
  }
  const windows: [number, number][] = []
  const step = Math.max(1, size >>> 2)
  const starts: { from: number; bits: number }[] = []
  for (let from = 0; from < pairs.length; from += step) {
    const bits = sums[Math.min(pairs.length, from + size)]! - sums[from]!
    if (bits > 0) starts.push({ from, bits })
  }
  starts.sort((one, other) => other.bits - one.bits || one.from - other.from)
  for (const { from } of starts) {
    if (windows.length === MOST_WINDOWS) break
    if (windows.some(window => Math.abs(window[0] - from) < size / 2)) continue
    windows.push([from, Math.min(page.folded.length, from + size + step)])
  }
  return windows
}
