import type { Reader } from '../dates/date-match.ts'
import { UNITS } from '../dates/date-words.ts'
import { NUMERALS, SCALES } from '../text/numeral-words.ts'
import { numeralAt } from '../text/numerals.ts'
import { type Piece, pieceOr } from '../text/pieces.ts'
import { type Amount, scaled } from './figure-scales.ts'

/** More digits than this are no amount that anybody counts. */
const MOST_DIGITS = 15
const GROUP_SIGNS = ",.'’ \u00a0\u202f\u2009"
const VULGAR: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '½': 1 / 2,
    '⅓': 1 / 3,
    '⅔': 2 / 3,
    '¼': 1 / 4,
    '¾': 3 / 4,
    '⅕': 1 / 5,
    '⅖': 2 / 5,
    '⅗': 3 / 5,
    '⅘': 4 / 5,
    '⅙': 1 / 6,
    '⅚': 5 / 6,
    '⅛': 1 / 8,
    '⅜': 3 / 8,
    '⅝': 5 / 8,
    '⅞': 7 / 8,
  }),
)

/** The amount that begins at a place, in digits or words, with its scale; null for none. */
export function amountAt(reader: Reader, place: number): Amount | null {
  const piece = pieceOr(reader.pieces, place)
  const found = piece.kind === 'word' ? inWords(reader, place) : inDigits(reader, place)
  if (found === null) return null
  const share = oneIn(reader, found)
  return share ?? scaled(reader, found)
}

/** "one in five", "one out of three", "3 in 10", "einer von drei", "un sur trois", "uno de cada tres". */
function oneIn(reader: Reader, top: Amount): Amount | null {
  const { pieces, language } = reader
  const joint = pieceOr(pieces, top.next).lower
  if (pieceOr(pieces, top.next).before !== 'space' || top.value < 1 || top.value > 10) return null
  let at = top.next + 1
  if (joint === 'out' && pieceOr(pieces, at).lower === 'of') at++
  else if (joint === 'de' && pieceOr(pieces, at).lower === 'cada') at++
  else if (!(joint === 'in' && language === 'en') && joint !== 'von' && joint !== 'sur') return null
  if (/^(?:every|the)$/.test(pieceOr(pieces, at).lower)) at++
  const below = pieceOr(pieces, at)
  const bottom =
    below.kind === 'word' ? inWords(reader, at) : below.kind === 'digits' ? wholeNumber(reader, at) : null
  if (
    bottom === null ||
    bottom.part ||
    bottom.value <= top.value ||
    below.lower === 'a' ||
    below.before !== 'space'
  )
    return null
  // "two in 2014", "five in 12 months" are no shares.
  const round = bottom.value <= 10 || bottom.value === 100 || bottom.value === 1_000 || bottom.value === 20
  const span = UNITS[language].has(pieceOr(pieces, bottom.next).lower)
  return round && !span && Number.isInteger(bottom.value)
    ? plain(top.value / bottom.value, bottom.next, top.digits, true)
    : null
}

function plain(value: number, next: number, digits: boolean, part = false): Amount {
  return { value, next, scale: 1, digits, part }
}

function inDigits(reader: Reader, place: number): Amount | null {
  const { pieces } = reader
  const piece = pieceOr(pieces, place)
  const vulgar = VULGAR.get(piece.lower)
  if (vulgar !== undefined) return plain(vulgar, place + 1, true, true)
  if (
    piece.lower === '.' &&
    isDigits(pieces, place + 1, 1) &&
    pieceOr(pieces, place + 1).lower.length <= MOST_DIGITS
  ) {
    return plain(Number(`0.${pieceOr(pieces, place + 1).lower}`), place + 2, true)
  }
  if (piece.kind !== 'digits' || piece.lower.length > MOST_DIGITS) return null
  const whole = wholeNumber(reader, place)
  const rest = VULGAR.get(pieceOr(pieces, whole.next).lower)
  if (rest !== undefined && pieceOr(pieces, whole.next).before !== 'line')
    return plain(whole.value + rest, whole.next + 1, true)
  return fraction(reader, place, whole) ?? whole
}

function isDigits(pieces: readonly Piece[], place: number, length: number): boolean {
  const piece = pieceOr(pieces, place)
  return piece.kind === 'digits' && piece.before === '' && piece.lower.length >= length
}

/** Digits with their groups and decimals, read as the language of the text writes them. */
function wholeNumber(reader: Reader, place: number): Amount {
  const { pieces, language } = reader
  const point = language === 'en' ? '.' : ','
  const first = pieceOr(pieces, place)
  let written = first.lower
  let next = place + 1
  let sign = ''
  while (first.lower.length <= 3 && written.length <= MOST_DIGITS) {
    const joint = groupSign(reader, next)
    if (joint === null || (sign !== '' && joint.sign !== sign)) break
    // "1.234" is a thousand and more only where the stop is no decimal point, or stands more than once.
    if (joint.sign === point && sign === '' && !isGroup(reader, joint.next + 1, joint.sign)) break
    if (first.lower === '0') break
    sign = joint.sign
    written += pieceOr(pieces, joint.next).lower
    next = joint.next + 1
  }
  const separator = pieceOr(pieces, next)
  const decimals = pieceOr(pieces, next + 1)
  const isPoint = separator.lower === '.' || separator.lower === ','
  if (
    isPoint &&
    separator.before === '' &&
    separator.lower !== sign &&
    isDigits(pieces, next + 1, 1) &&
    decimals.lower.length <= MOST_DIGITS
  ) {
    return plain(Number(`${written}.${decimals.lower}`), next + 2, true)
  }
  return plain(Number(written), next, true)
}

/** The sign before a group of three digits, and where the group stands. */
function groupSign(reader: Reader, place: number): { sign: string; next: number } | null {
  const { pieces, text, language } = reader
  const piece = pieceOr(pieces, place)
  if (piece.kind === 'digits' && piece.before === 'space' && piece.lower.length === 3) {
    const gap = text.slice(pieceOr(pieces, place - 1).end, piece.start)
    // "1 000 000": English and German write it too, but there two numbers could stand beside each other.
    const written = language === 'fr' || language === 'es' || piece.lower === '000'
    const narrow = gap.length === 1 && gap !== '\t' && (gap !== ' ' || written)
    return narrow && GROUP_SIGNS.includes(gap) ? { sign: gap, next: place } : null
  }
  if (piece.kind !== 'sign' || piece.before !== '' || !GROUP_SIGNS.includes(piece.lower)) return null
  return isDigits(pieces, place + 1, 3) && pieceOr(pieces, place + 1).lower.length === 3
    ? { sign: piece.lower, next: place + 1 }
    : null
}

function isGroup(reader: Reader, place: number, sign: string): boolean {
  return groupSign(reader, place)?.sign === sign
}

/** "1/16", "3 1/2": a small number over a greater one. */
function fraction(reader: Reader, place: number, whole: Amount): Amount | null {
  const { pieces } = reader
  const over = (at: number) => {
    const slash = pieceOr(pieces, at + 1)
    const below = pieceOr(pieces, at + 2)
    if (slash.before !== '' || (slash.lower !== '/' && slash.lower !== '⁄') || !isDigits(pieces, at + 2, 1))
      return null
    const [top, bottom] = [Number(pieceOr(pieces, at).lower), Number(below.lower)]
    // The eleventh of September is no share.
    if (top === 9 && bottom === 11) return null
    return top < bottom && bottom <= 1_000 && pieceOr(pieces, at + 3).lower !== '/' ? top / bottom : null
  }
  if (whole.next === place + 1) {
    const part = over(place)
    if (part !== null) return plain(part, place + 3, true, true)
    const behind = pieceOr(pieces, place + 1)
    const mixed = behind.kind === 'digits' && behind.before === 'space' ? over(place + 1) : null
    if (mixed !== null) return plain(whole.value + mixed, place + 4, true)
  }
  return null
}

const PARTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    half: 1 / 2,
    halves: 1 / 2,
    third: 1 / 3,
    thirds: 1 / 3,
    quarter: 1 / 4,
    quarters: 1 / 4,
    fourth: 1 / 4,
    fourths: 1 / 4,
    fifth: 1 / 5,
    fifths: 1 / 5,
    sixth: 1 / 6,
    eighth: 1 / 8,
    eighths: 1 / 8,
    tenth: 1 / 10,
    tenths: 1 / 10,
    drittel: 1 / 3,
    viertel: 1 / 4,
    fünftel: 1 / 5,
    zehntel: 1 / 10,
    tiers: 1 / 3,
    quart: 1 / 4,
    quarts: 1 / 4,
    tercio: 1 / 3,
    tercios: 1 / 3,
  }),
)
const ARTICLES = new Set(['a', 'an', 'one', 'ein', 'eine', 'einen', 'un', 'une', 'una'])

function inWords(reader: Reader, place: number): Amount | null {
  const { pieces, language } = reader
  const word = pieceOr(pieces, place).lower
  if (ARTICLES.has(word)) {
    const behind = pieceOr(pieces, place + 1)
    const joined = behind.lower === '-' && behind.before === '' ? place + 2 : place + 1
    const part = PARTS.get(pieceOr(pieces, joined).lower)
    if (part !== undefined && isPartHere(reader, joined)) return plain(part, joined + 1, false, true)
    if (word === 'a' || word === 'an') {
      const many = SCALES.en.get(behind.lower)
      return language === 'en' && many !== undefined && behind.before === 'space'
        ? { ...plain(many, place + 2, false), scale: many }
        : null
    }
  }
  if (word === 'half' && language === 'en') return half(reader, place)
  if (HALVES.has(word) && (language === 'de' || isPartHere(reader, place)))
    return plain(1 / 2, place + 1, false, true)
  const number = numeralAt(pieces, place, language)
  if (number === null) return null
  const joint = pieceOr(pieces, number.next)
  const behind = joint.lower === '-' && joint.before === '' ? number.next + 1 : number.next
  const part = PARTS.get(pieceOr(pieces, behind).lower)
  if (part !== undefined && number.value > 1 && number.value * part < 1)
    return plain(number.value * part, behind + 1, false, true)
  const half_ =
    joint.lower === 'and' &&
    pieceOr(pieces, number.next + 1).lower === 'a' &&
    pieceOr(pieces, number.next + 2).lower === 'half'
  return half_ ? plain(number.value + 0.5, number.next + 3, false) : plain(number.value, number.next, false)
}

const HALVES = new Set(['hälfte', 'halbe', 'moitié', 'mitad'])

const STARTS: Readonly<Record<Reader['language'], ReadonlySet<string>>> = {
  en: new Set([...NUMERALS.en.keys(), ...ARTICLES, 'half']),
  de: new Set(),
  fr: new Set([...NUMERALS.fr.keys(), ...ARTICLES, 'moitié']),
  es: new Set([...NUMERALS.es.keys(), ...ARTICLES, 'mitad']),
}

/** Whether an amount can begin with a word in small letters; German writes so many numbers that any could. */
export function mayBeAmount(word: string, language: Reader['language']): boolean {
  return language === 'de' || STARTS[language].has(word)
}

/** "a third of", "a quarter of": not "a third man", "a quarter final", "a second". */
function isPartHere(reader: Reader, place: number): boolean {
  const after = pieceOr(reader.pieces, place + 1).lower
  return (
    after === 'of' ||
    after === 'der' ||
    after === 'des' ||
    after === 'de' ||
    after === 'del' ||
    after === 'million' ||
    after === 'less' ||
    after === 'more'
  )
}

/** "half of", "half a million", "half the", "almost half". */
function half(reader: Reader, place: number): Amount | null {
  const { pieces } = reader
  const after = pieceOr(pieces, place + 1).lower
  const many = SCALES.en.get(pieceOr(pieces, place + 2).lower)
  if ((after === 'a' || after === '-') && many !== undefined)
    return { ...plain(many / 2, place + 3, false), scale: many }
  const before = pieceOr(pieces, place - 1).lower
  const meant =
    after === 'of' ||
    after === 'the' ||
    after === 'its' ||
    after === 'their' ||
    after === 'all' ||
    HALF.has(before)
  return meant && after !== '-' ? plain(1 / 2, place + 1, false, true) : null
}

const HALF = new Set([
  'almost',
  'nearly',
  'about',
  'roughly',
  'over',
  'than',
  'by',
  'least',
  'only',
  'around',
  'approximately',
])
