import type { Reader } from '../dates/date-match.ts'
import { ATTACHED_SCALES, SCALES } from '../text/numeral-words.ts'
import { type Piece, pieceOr } from '../text/pieces.ts'

/** An amount and the place of the first piece behind it. */
export interface Amount {
  readonly value: number
  readonly next: number
  /** What it has been multiplied by: a range shares it, "1 to 2 thousand". */
  readonly scale: number
  readonly digits: boolean
  /** A part of something: "half", "two-thirds", "1/16". */
  readonly part: boolean
}

/** "2.3 billion", "5m", "300 thousand", "2,5 Mrd.", "$1.2-billion", "3 hundred thousand". */
export function scaled(reader: Reader, amount: Amount): Amount {
  const { pieces } = reader
  let { value, next, scale } = amount
  for (let most = Number.POSITIVE_INFINITY; ; ) {
    const at = next === amount.next && isHyphen(reader, next) ? next + 1 : next
    const piece = pieceOr(pieces, at)
    if (piece.kind !== 'word' || piece.before === 'line') break
    const factor = factorAt(reader, at, at === next && piece.before === '')
    if (factor === undefined || factor > most || (piece.before === '' && !amount.digits && at === next)) break
    value *= factor
    scale *= factor
    next = at + 1
    most = factor === 1_000 ? 1e6 : factor === 100 ? 1e3 : 0
    const stop = pieceOr(pieces, next)
    if (
      stop.lower === '.' &&
      stop.before === '' &&
      piece.lower.length <= 3 &&
      pieceOr(pieces, next + 1).before !== 'line'
    )
      next++
  }
  return { ...amount, value: Number.isInteger(amount.value) ? value : rounded(value), next, scale }
}

function isHyphen(reader: Reader, place: number): boolean {
  const piece = pieceOr(reader.pieces, place)
  return (
    (piece.lower === '-' || piece.lower === '‑') &&
    piece.before === '' &&
    pieceOr(reader.pieces, place + 1).before === ''
  )
}

function factorAt(reader: Reader, place: number, touching: boolean): number | undefined {
  const piece = pieceOr(reader.pieces, place)
  return touching ? attachedScale(reader, piece, place) : SCALES[reader.language].get(piece.lower)
}

/** A letter that touches digits multiplies them; "m" is a metre where neither money nor a crowd is told of. */
function attachedScale(reader: Reader, piece: Piece, place: number): number | undefined {
  const written = reader.text.slice(piece.start, piece.end)
  if (written === 't' || written === 'T' || written === 'b' || written === 'mm') {
    return isMoney(reader, place) ? ATTACHED_SCALES.get(piece.lower) : undefined
  }
  if (written === 'm') return isMoney(reader, place) || isCrowd(reader, place + 1) ? 1e6 : undefined
  if (written === 'K' || written === 'k' || written === 'M' || written === 'B')
    return ATTACHED_SCALES.get(piece.lower)
  if (piece.lower.length === 1) return undefined
  return (
    ATTACHED_SCALES.get(piece.lower) ??
    (piece.lower.length > 4 ? SCALES[reader.language].get(piece.lower) : undefined)
  )
}

/** "12m users", "1.2m people": several of something within a few words, and no measure of length. */
function isCrowd(reader: Reader, place: number): boolean {
  for (let at = place; at < place + 3; at++) {
    const piece = pieceOr(reader.pieces, at)
    if (piece.kind !== 'word' || piece.before !== 'space' || NOT_CROWDS.has(piece.lower)) return false
    if (IRREGULAR.has(piece.lower) || (piece.lower.length > 3 && /[^su]s$/.test(piece.lower))) return true
  }
  return false
}

const IRREGULAR = new Set(['people', 'men', 'women', 'children', 'personen', 'menschen'])
const NOT_CROWDS = new Set(
  'tall long wide high deep away above below from to of in on at and or by is was hurdles sprint race final the a'.split(
    ' ',
  ),
)

/** Whether a currency sign stands a few pieces before: "$2.3m", "HK $5.4m". */
function isMoney(reader: Reader, place: number): boolean {
  for (let at = place - 1; at >= Math.max(0, place - 5); at--) {
    const piece = pieceOr(reader.pieces, at)
    if ('$€£¥'.includes(piece.lower)) return true
    if (piece.kind === 'word' || piece.before !== '') return pieceOr(reader.pieces, at - 1).lower === '$'
  }
  return false
}

/** 2.408 billion is 2408000000 and not 2408000000.0000005. */
function rounded(value: number): number {
  return Number(value.toPrecision(15))
}
