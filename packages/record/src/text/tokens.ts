import type { Span } from '../findings.ts'
import { isCapital, isDigit, isLetter, isSpace, isWordCharacter, lowered, wordEnd } from './characters.ts'

/** Coarse parts of speech, after the Universal Dependencies; `PART` is "to", "not" and the possessive "'s". */
export type Tag =
  | 'NOUN'
  | 'PROPN'
  | 'PRON'
  | 'VERB'
  | 'AUX'
  | 'ADJ'
  | 'ADV'
  | 'ADP'
  | 'DET'
  | 'CCONJ'
  | 'SCONJ'
  | 'PART'
  | 'NUM'
  | 'PUNCT'

/** A word, a number or a sign. Contractions are parted: "do" "n't", "Trump" "'s". */
export interface Token extends Span {
  /** As in the text, in small letters and with straight apostrophes. */
  readonly lower: string
  /** Whether it begins with a capital letter. */
  readonly capital: boolean
  /** What kind of word it is, as far as lists and neighbours tell. */
  tag: Tag
}

/** Words that keep their full stop. */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof sen rep gov gen lt col sgt capt maj cmdr adm rev hon pres atty st jr sr vs etc inc ltd co corp ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec no dept univ assn bros ave blvd rd ft mt fig al messrs supt ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn ' +
    'tex va vt wash wis wyo approx dist det insp cpl pvt ret est'
  ).split(' '),
)

/** The parts that a contraction ends with. */
const contraction = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/i

const SPACE = 32
const STOP = 46
const APOSTROPHE = 39
const CURLY = 0x2019

/** A text → its words, numbers and signs in order, all tagged `NOUN` or `PUNCT` until `tag` has seen them. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (isSpace(text, at)) at += 1
    else if (isWordCharacter(text, at)) at = addWord(tokens, text, at)
    else at = addSign(tokens, text, at)
  }
  return tokens
}

function addWord(tokens: Token[], text: string, start: number): number {
  let apostrophe = -1
  let end = wordEnd(text, start + 1)
  for (
    let code = text.charCodeAt(end);
    code > SPACE && goesOn(text, start, end);
    code = text.charCodeAt(end)
  ) {
    if (code === APOSTROPHE || code === CURLY) apostrophe = end
    end = wordEnd(text, end + 1)
  }
  if (text.charCodeAt(end) === STOP && keepsStop(text, start, end)) end += 1
  const cut = apostrophe < 0 || end - start > 40 ? end : contractionStart(text, start, end)
  const isNumber = isDigit(text, start) || (!isLetter(text, start) && isDigit(text, start + 1))
  const lower = straight(lowered(text, start, cut), apostrophe)
  tokens.push({ start, end: cut, lower, capital: isCapital(text, start), tag: isNumber ? 'NUM' : 'NOUN' })
  if (cut < end) {
    const part = straight(lowered(text, cut, end), apostrophe)
    tokens.push({ start: cut, end, lower: part, capital: isCapital(text, cut), tag: 'PART' })
  }
  return end
}

/** Where the second part of a contraction begins; its end for none. */
function contractionStart(text: string, start: number, end: number): number {
  const found = contraction.exec(text.slice(start, end))
  return found === null || found.index === 0 ? end : start + found.index
}

/** Whether the word goes on over the sign at a place: apostrophes, hyphens, stops and commas between letters or digits. */
function goesOn(text: string, start: number, at: number): boolean {
  if (!isWordCharacter(text, at + 1)) return false
  const sign = text.charAt(at)
  if (sign === "'" || sign === '’' || sign === '-' || sign === '‑') return isWordCharacter(text, at - 1)
  if (sign === ',' || sign === ':') return isDigit(text, at - 1) && isDigit(text, at + 1)
  if (sign === '.' || sign === '&' || sign === '@')
    return isWordCharacter(text, at - 1) && (sign !== '.' || staysTogether(text, start, at))
  return false
}

/** "U.S", "3.5", "example.org": a stop within a word, but not between two sentences that lack a space. */
function staysTogether(text: string, start: number, at: number): boolean {
  if (isDigit(text, at - 1) && isDigit(text, at + 1)) return true
  if (at - start === 1 || text[at - 2] === '.' || text[at - 2] === '-') return true
  return isLetter(text, at + 1) && !isCapital(text, at + 1)
}

function keepsStop(text: string, start: number, end: number): boolean {
  const length = end - start
  if (length === 1) return isCapital(text, start) && text[start] !== 'I'
  if (length > 12) return false
  const word = text.slice(start, end)
  if (/^[A-Za-z](?:[.-][A-Za-z])+$/.test(word)) return true
  return (
    isLetter(text, start) &&
    abbreviations.has(word.toLowerCase()) &&
    (isCapital(text, start) || /^(?:vs|etc|approx|est)$/.test(word))
  )
}

function addSign(tokens: Token[], text: string, start: number): number {
  let end = start + 1
  const sign = text.charAt(start)
  if (sign === '.' || sign === '-') while (text[end] === sign) end += 1
  const code = text.charCodeAt(start)
  if (code >= 0xd800 && code <= 0xdbff && end < text.length) end += 1
  if ('$€£#@'.includes(sign) && isWordCharacter(text, end)) return addWord(tokens, text, start)
  tokens.push({ start, end, lower: lowered(text, start, end), capital: isCapital(text, start), tag: 'PUNCT' })
  return end
}

/** A word with its apostrophes straight; `apostrophe` is the place of one, -1 for none. */
function straight(word: string, apostrophe: number): string {
  return apostrophe < 0 ? word : word.replaceAll('’', "'")
}
