import type { Reader } from '../dates/date-match.ts'
import { pieceOr } from '../text/pieces.ts'

/** "+49 30 1234567", "(555) 123-4567", "0711 / 123 456", "555-1234": groups of digits of which none is an amount. */
export function isTelephone(reader: Reader, place: number): boolean {
  const { pieces } = reader
  let first = place
  while (
    first > 0 &&
    place - first < 12 &&
    pieceOr(pieces, first).before !== 'line' &&
    isTelephonePart(reader, first - 1)
  )
    first--
  let groups = 0
  let digits = 0
  let at = first
  for (; at - first < 16; at++) {
    const piece = pieceOr(pieces, at)
    if (at > first && piece.before === 'line') break
    if (piece.kind === 'digits') {
      groups++
      digits += piece.lower.length
    } else if (!isTelephonePart(reader, at)) break
  }
  const begins = pieceOr(pieces, first).lower
  if (begins === '+' && groups >= 2 && digits >= 9) return true
  if (begins.startsWith('0') && begins.length > 2 && groups >= 2 && digits >= 7) return true
  const hyphen = pieceOr(pieces, place + 1).lower === '-' || pieceOr(pieces, place - 1).lower === '-'
  return hyphen && ((groups >= 3 && digits >= 9 && digits <= 13) || isLocal(reader, place))
}

/** "555-1234": three digits and four, and nothing behind them that they could count. */
function isLocal(reader: Reader, place: number): boolean {
  const { pieces } = reader
  const first = pieceOr(pieces, place - 1).lower === '-' ? place - 2 : place
  const four = pieceOr(pieces, first + 2)
  if (pieceOr(pieces, first).lower.length !== 3 || four.kind !== 'digits' || four.lower.length !== 4)
    return false
  return pieceOr(pieces, first + 3).kind === 'sign' || pieceOr(pieces, first + 3).before === 'line'
}

function isTelephonePart(reader: Reader, place: number): boolean {
  const piece = pieceOr(reader.pieces, place)
  return piece.kind === 'digits' || (piece.kind === 'sign' && '+-()/'.includes(piece.lower))
}
