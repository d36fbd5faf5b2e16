import type { Span } from '../findings.ts'
import { lowered } from './characters.ts'

/**
 * A run of letters, a run of digits, a single sign, or a whole web or mail address. Finer than a word: what numbers and
 * dates are made of. "1930s" is two pieces, "22:30" three.
 */
export interface Piece extends Span {
  readonly kind: 'word' | 'digits' | 'sign' | 'address'
  /** As in the text; words in small letters. */
  readonly lower: string
  /** Whether a capital letter begins it. */
  readonly capital: boolean
  /** What stands before it: nothing, white space, or white space with a line break (and at the start of the text). */
  readonly before: '' | 'space' | 'line'
}

const LETTER = 1
const DIGIT = 2
const SPACE = 3
const LINE = 4
const SIGN = 5

const kinds = new Uint8Array(0x10000)
const letter = /[\p{L}\p{M}]/u
const space = /\s/u

function kindOf(unit: number): number {
  const known = kinds[unit] as number
  if (known !== 0) return known
  const character = String.fromCharCode(unit)
  let kind = SIGN
  if (unit >= 48 && unit <= 57) kind = DIGIT
  else if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) kind = LINE
  else if (space.test(character)) kind = SPACE
  else if (letter.test(character)) kind = LETTER
  kinds[unit] = kind
  return kind
}

/** Where an address in running text ends at the latest. */
const ADDRESS_END = /[\s<>"`{}|\\^\u2018-\u201f\u00ab\u00bb\u3000-\u3011]/
const MAX_ADDRESS = 2_000

/** A text → its pieces in order. Linear; half surrogates count as signs. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let before: Piece['before'] = 'line'
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind === SPACE || kind === LINE) {
      if (kind === LINE) before = 'line'
      else if (before === '') before = 'space'
      at++
      continue
    }
    const piece = pieceAt(text, at, kind, before)
    pieces.push(piece)
    before = ''
    at = piece.end
  }
  return pieces
}

function pieceAt(text: string, start: number, kind: number, before: Piece['before']): Piece {
  if (kind === SIGN)
    return { kind: 'sign', start, end: start + 1, lower: text[start] as string, capital: false, before }
  if (kind === LETTER) {
    const address = addressEnd(text, start)
    if (address > start) {
      return {
        kind: 'address',
        start,
        end: address,
        lower: text.slice(start, address),
        capital: false,
        before,
      }
    }
  }
  let end = start + 1
  while (end < text.length && kindOf(text.charCodeAt(end)) === kind) end++
  const lower = lowered(text, start, end)
  if (kind === DIGIT) return { kind: 'digits', start, end, lower, capital: false, before }
  return { kind: 'word', start, end, lower, capital: lower.charCodeAt(0) !== text.charCodeAt(start), before }
}

/** Where the address ends that begins at a letter; `start` where none does. */
function addressEnd(text: string, start: number): number {
  const unit = text.charCodeAt(start) | 32
  const second = text.charCodeAt(start + 1) | 32
  if (second !== 116 && second !== 119) return start
  if (unit === 104 && /^https?:\/\/[^\s/]/i.test(text.slice(start, start + 9))) return trimmed(text, start)
  if (unit === 119 && /^www\.[\p{L}\d]/iu.test(text.slice(start, start + 5))) return trimmed(text, start)
  return start
}

/** Marks at the end belong to the sentence, and so does a bracket that the address did not open. */
function trimmed(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_ADDRESS)
  let end = start
  let open = 0
  while (end < limit && !ADDRESS_END.test(text[end] as string)) {
    const unit = text.charCodeAt(end)
    if (unit === 40) open++
    else if (unit === 41 && --open < 0) break
    else if (unit === 93) break
    end++
  }
  while (end > start && /[.,:;!?'*_~(]/.test(text[end - 1] as string)) end--
  return end
}

/** The piece at a place in the list, or a sign without extent, that no text has, where the text has ended. */
export function pieceOr(pieces: readonly Piece[], index: number): Piece {
  return pieces[index] ?? NO_PIECE
}

const NO_PIECE: Piece = { kind: 'sign', start: -1, end: -1, lower: '\0', capital: false, before: 'line' }
