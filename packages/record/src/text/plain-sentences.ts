import type { Span } from '../findings.ts'
import { type Piece, pieceOr } from './pieces.ts'

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sen rep gov gen lt col sgt capt st jr sr vs etc inc ltd co corp no nr jan feb mar apr jun jul aug sep sept oct nov dec mt ft dept approx ca bzw ' +
    'usw vgl bspw abs art bd hr fr mio mrd mme mlle av env sra ud uds pág al op cit ed eds vol fig'
  ).split(' '),
)
const CLOSERS = new Set(['"', '”', '’', "'", '»', '›', ')', ']', '“', '‘'])

/**
 * The pieces of a text → its sentences in order, without white space at their ends. A line break always ends one; a full
 * stop does where white space and no small letter follow, and no abbreviation or initial stands before it. Linear.
 */
export function plainSentences(pieces: readonly Piece[]): Span[] {
  const sentences: Span[] = []
  let first = 0
  for (let at = 0; at < pieces.length; at++) {
    const next = pieces[at + 1]
    const alone = at === first && isLinkBefore(pieces, at)
    if (next !== undefined && next.before !== 'line' && !alone && !ends(pieces, at)) continue
    sentences.push({ start: (pieces[first] as Piece).start, end: (pieces[at] as Piece).end })
    first = at + 1
  }
  return sentences
}

/** "It ended. https://… Nobody came.": an address between two sentences is none of either. */
function isLinkBefore(pieces: readonly Piece[], at: number): boolean {
  const next = pieceOr(pieces, at + 1)
  return (
    pieceOr(pieces, at).kind === 'address' && next.kind === 'word' && next.capital && next.before === 'space'
  )
}

function ends(pieces: readonly Piece[], at: number): boolean {
  if (pieceOr(pieces, at).kind !== 'sign') return false
  const next = pieceOr(pieces, at + 1)
  if (next.before !== 'space') return false
  let last = at
  while (last > 0 && at - last < 3 && CLOSERS.has(pieceOr(pieces, last).lower)) last--
  const stop = pieceOr(pieces, last).lower
  if (stop !== '.' && stop !== '!' && stop !== '?' && stop !== '…') return false
  if (next.kind === 'word' && !next.capital) return false
  if (stop !== '.' || last < at) return true
  const before = pieceOr(pieces, last - 1)
  if (before.kind === 'digits')
    return before.lower.length > 2 || next.kind !== 'word' || !DAY_BEFORE.has(pieceOr(pieces, last - 2).lower)
  if (before.kind !== 'word') return true
  return !(ABBREVIATIONS.has(before.lower) || (before.lower.length === 1 && before.capital))
}

/** "am 4. Mai": the stop belongs to the number. */
const DAY_BEFORE = new Set(['am', 'der', 'den', 'dem', 'des', 'vom', 'zum', 'bis', 'im', 'beim'])
