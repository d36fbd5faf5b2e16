/** What kind of character stands at a place. Unicode is asked once for each character, half a pair aside. */
const LETTER = 1
const DIGIT = 2
const SPACE = 4
const UPPER = 8
const KNOWN = 16

const table = new Uint8Array(0x10000)

const unicodeLetter = /^[\p{L}\p{M}]/u
const unicodeUpper = /^\p{Lu}/u
const unicodeDigit = /^\p{N}/u
const unicodeSpace = /^\s/u

/** A text and a place → bits: 1 letter, 2 digit, 4 white space, 8 capital letter; 0 for anything else or outside. */
function bitsAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return (table[code] as number) || unknownBits(text, at, code)
}

function unknownBits(text: string, at: number, code: number): number {
  if (Number.isNaN(code)) return SPACE
  // The second half of a pair is what the pair is; half a pair by itself is nothing.
  if (code >= 0xdc00 && code <= 0xdfff)
    return (text.codePointAt(at - 1) ?? 0) > 0xffff ? bitsAt(text, at - 1) : 0
  const bits = bitsOf(String.fromCodePoint(text.codePointAt(at) as number))
  if (code < 0xd800 || code > 0xdfff) table[code] = bits | KNOWN
  return bits
}

function bitsOf(character: string): number {
  if (unicodeLetter.test(character)) return unicodeUpper.test(character) ? LETTER | UPPER : LETTER
  if (unicodeDigit.test(character)) return DIGIT
  return unicodeSpace.test(character) ? SPACE : 0
}

/** Whether a letter stands there. */
export function isLetter(text: string, at: number): boolean {
  return (bitsAt(text, at) & LETTER) !== 0
}

/** Whether a digit stands there. */
export function isDigit(text: string, at: number): boolean {
  return (bitsAt(text, at) & DIGIT) !== 0
}

/** Whether a letter or digit stands there. */
export function isWordCharacter(text: string, at: number): boolean {
  return (bitsAt(text, at) & (LETTER | DIGIT)) !== 0
}

/** Whether white space stands there; before the start and behind the end counts as such. */
export function isSpace(text: string, at: number): boolean {
  return at < 0 || (bitsAt(text, at) & SPACE) !== 0
}

/** Whether a capital letter stands there. */
export function isCapital(text: string, at: number): boolean {
  return (bitsAt(text, at) & UPPER) !== 0
}

/** A stretch of a text in small letters. Most words are written so and need no folding. */
export function lowered(text: string, start: number, end: number): string {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 128 || (code >= 65 && code <= 90)) return text.slice(start, end).toLowerCase()
  }
  return text.slice(start, end)
}

/** The place behind the letters and digits that stand from a place on. */
export function wordEnd(text: string, from: number): number {
  let at = from
  while ((bitsAt(text, at) & (LETTER | DIGIT)) !== 0) at += 1
  return at
}
