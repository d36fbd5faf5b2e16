/** What kind of character stands at a place; ASCII is looked up, the rest asked of Unicode. */
const LETTER = 1
const DIGIT = 2
const SPACE = 4
const UPPER = 8

const ascii = new Uint8Array(128)
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code)
  if (/[a-z]/i.test(character)) ascii[code] = LETTER
  if (/[A-Z]/.test(character)) ascii[code] = LETTER | UPPER
  if (/[0-9]/.test(character)) ascii[code] = DIGIT
  if (/\s/.test(character)) ascii[code] = SPACE
}

const unicodeLetter = /^[\p{L}\p{M}]/u
const unicodeUpper = /^\p{Lu}/u
const unicodeDigit = /^\p{N}/u
const unicodeSpace = /^\s/u

/** A text and a place → bits: 1 letter, 2 digit, 4 white space, 8 capital letter; 0 for anything else or outside. */
function bitsAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 128) return ascii[code] as number
  if (!(code >= 128)) return SPACE
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 ? bitsAt(text, at - 1) : 0
  const character = String.fromCodePoint(text.codePointAt(at) as number)
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

/** The place behind the letters and digits that stand from a place on. */
export function wordEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    const bits = code < 128 ? (ascii[code] as number) : bitsAt(text, at)
    if ((bits & (LETTER | DIGIT)) === 0) return at
    at += 1
  }
}
