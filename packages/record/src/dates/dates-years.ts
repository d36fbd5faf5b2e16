import { UNIT_WORDS } from '../figures/figure-unit-words.ts'
import { numeralAt } from '../text/numerals.ts'
import { pieceOr } from '../text/pieces.ts'
import { isoYear } from './calendar.ts'
import { isPart, type Match, type Meaning, numberAt, type Reader, touches, wordAt } from './date-match.ts'
import { RANGE_WORDS } from './date-words.ts'

/** "BC", "B.C.", "BCE", "AD", "CE", "v. Chr.", "n. Chr.", "av. J.-C.", "a. C.": `before` the year 1 or after. */
export function eraAt(reader: Reader, place: number): { before: boolean; next: number } | null {
  const piece = pieceOr(reader.pieces, place)
  const word = piece.lower
  if (piece.before === 'line') return null
  if (ERAS.has(word) && isUpper(reader, place)) return { before: word.startsWith('b'), next: place + 1 }
  if (word === 'v' || word === 'n')
    return wordAt(reader, place + 2) === 'chr'
      ? { before: word === 'v', next: stop(reader, place + 3) }
      : null
  if (word === 'av' || word === 'apr')
    return wordAt(reader, place + 2) === 'j' ? { before: word === 'av', next: stop(reader, place + 6) } : null
  if ((word === 'b' || word === 'a' || word === 'd') && touches(reader, place + 1, '.')) {
    const last = wordAt(reader, place + 2)
    if (word === 'b' && piece.capital && last === 'c') return { before: true, next: stop(reader, place + 3) }
    if (word === 'a' && piece.capital && last === 'd') return { before: false, next: stop(reader, place + 3) }
    if (last === 'c' && reader.language === 'es')
      return { before: word === 'a', next: stop(reader, place + 3) }
  }
  return null
}

const ERAS = new Set(['bc', 'bce', 'ad', 'ce'])

function isUpper(reader: Reader, place: number): boolean {
  const { start, end } = pieceOr(reader.pieces, place)
  const written = reader.text.slice(start, end)
  return written === written.toUpperCase()
}

function stop(reader: Reader, place: number): number {
  return touches(reader, place, '.') ? place + 1 : place
}

/** Words before a number that make it a year where its size allows. */
const BEFORE_YEAR = new Set(
  (
    'in since by until till from to through during before after between around circa about early late mid of year spring summer autumn fall winter ' +
    'seit bis ab von vor nach um jahr jahre jahres jahren anfang mitte ende im en depuis dès avant après vers année an fin début desde hasta año antes hacia'
  ).split(' '),
)
/** Words that take a number which is no year: "page 1984", "room 2012". */
const NO_YEAR = new Set(
  'page pages p pp nr room number section article vol volume line lines chapter paragraph figure route highway flight model version release window office zip box suite level part act rule bill unit over only some exactly than least most nearly almost approximately'.split(
    ' ',
  ),
)
/** Nouns that follow an amount: "2000 people". Plurals are told by their ending. */
const COUNTED = new Set(
  'people men women children percent per degrees miles km kilometres kilometers metres meters m kg tons tonnes dollars euros pounds yards feet ft square sq cubic cu times more other different new calories million billion thousand hundred kcal mb gb mg ml hp rpm menschen personen euro prozent meter kilometer personnes personas habitants habitantes'.split(
    ' ',
  ),
)
/** Plurals that take the year of which they are: "the 2020 elections". */
const OF_A_YEAR = new Set(
  'elections olympics games protests riots floods primaries championships awards finals celebrations demonstrations talks negotiations accords results guidelines sales earnings series census figures is was has'.split(
    ' ',
  ),
)

/** A year by itself: "2014", "'98", "AD 79", "508 BC", "1914–18", "2014/15". Null where the number counts something. */
export function yearAt(reader: Reader, place: number): Match | null {
  const { pieces } = reader
  const piece = pieceOr(pieces, place)
  if (piece.kind !== 'digits' || piece.lower.length > 6) return null
  const year = Number(piece.lower)
  const era = isAttached(reader, place) ? null : eraAt(reader, place + 1)
  if (era !== null && year > 0) return match(place, era.next, era.before ? -year : year)
  const before = pieceOr(pieces, place - 1)
  const dotted = before.lower === '.' && pieceOr(pieces, place - 2).lower === 'd'
  if ((before.lower === 'ad' && isUpper(reader, place - 1)) || dotted)
    return year > 0 && year < 2200 ? match(place - (dotted ? 4 : 1), place + 1, year) : null
  if (piece.lower.length === 3 && year > 0) return ancientYear(reader, place, year)
  if (piece.lower.length === 2) return spokenYear(reader, place, year)
  if (piece.lower.length !== 4 || year < 1000 || year > 2199) return null
  const short = shortRange(reader, place, year)
  if (short !== null) return short
  if (isPart(reader, place)) return null
  return counts(reader, place, year) ? null : match(place, place + 1, year)
}

/** "c. 347", and "in 373", "360 – 366" in a text that has been with such years before. */
function ancientYear(reader: Reader, place: number, year: number): Match | null {
  const { pieces } = reader
  const before = pieceOr(pieces, place - 1)
  const after = pieceOr(pieces, place + 1)
  if (isPart(reader, place) && !touches(reader, place, '(')) return null
  const about = before.lower === '.' ? wordAt(reader, place - 2) : before.lower
  const ranged = RANGE_WORDS.has(after.lower) && pieceOr(pieces, place + 2).lower.length === 3
  const alone = after.kind === 'sign' || after.before === 'line' || NOT_COUNTED.has(after.lower)
  const asked = BEFORE_YEAR.has(before.lower) || RANGE_WORDS.has(before.lower) || before.lower === '('
  const circa = about === 'c' || about === 'ca' || about === 'circa'
  if (after.lower === '%' || !(circa || reader.ancient)) return null
  return (ranged && reader.ancient) || ((asked || circa) && (alone || ranged))
    ? match(place, place + 1, year)
    : null
}

const NOT_COUNTED = new Set(
  'and he she they it when the a under by to as but who which where while with at his her in'.split(' '),
)

/** "Reagan in 80 and 84", "Romney in 08": a year as it is spoken, behind a name and "in", and nothing that it counts. */
function spokenYear(reader: Reader, place: number, number: number): Match | null {
  const { pieces, text } = reader
  const zero = text[pieceOr(pieces, place).start] === '0'
  if ((number < 50 && !zero) || isPart(reader, place)) return null
  const after = pieceOr(pieces, place + 1)
  const ended =
    after.lower === 'and' || after.before === 'line' || ('.,;?!)'.includes(after.lower) && after.lower !== '')
  if (!ended) return null
  const year = number + (number < 40 ? 2000 : 1900)
  const before = wordAt(reader, place - 1)
  const name = pieceOr(pieces, place - 2)
  const behindName = before === 'in' && (name.capital || name.lower === ']')
  const second = before === 'and' && spokenFirst(reader, place - 2)
  return behindName || second ? match(place, place + 1, year) : null
}

function spokenFirst(reader: Reader, place: number): boolean {
  const name = pieceOr(reader.pieces, place - 2)
  const two = pieceOr(reader.pieces, place).lower.length === 2 && numberAt(reader, place, 2) >= 50
  return two && wordAt(reader, place - 1) === 'in' && (name.capital || name.lower === ']')
}

/** "in nineteen ninety-eight", "since twenty sixteen", "by two thousand twelve": a year as it is read out. */
export function yearInWords(reader: Reader, place: number): Match | null {
  const { pieces, language } = reader
  if (language !== 'en' || !BEFORE_YEAR.has(wordAt(reader, place - 1))) return null
  const front = numeralAt(pieces, place, 'en')
  if (front === null) return null
  if (front.value >= 2_000 && front.value < 2_100 && wordAt(reader, place) === 'two') {
    return follows(reader, front.next) ? null : match(place, front.next, front.value)
  }
  const apart = pieceOr(pieces, front.next).before === 'space'
  if (front.value < 15 || front.value > 20 || front.next !== place + 1 || !apart) return null
  const back = numeralAt(pieces, front.next, 'en')
  if (back === null || back.value < 10 || back.value > 99 || follows(reader, back.next)) return null
  return match(place, back.next, front.value * 100 + back.value)
}

/** Whether several of something stand behind: "in two thousand cases". */
function follows(reader: Reader, next: number): boolean {
  const after = pieceOr(reader.pieces, next)
  return (
    after.kind === 'word' &&
    (isPlural(after.lower) || COUNTED.has(after.lower) || UNIT_WORDS.has(after.lower))
  )
}

function isAttached(reader: Reader, place: number): boolean {
  const before = pieceOr(reader.pieces, place - 1)
  return (
    place > 0 &&
    pieceOr(reader.pieces, place).before === '' &&
    (before.kind !== 'sign' || '.,:'.includes(before.lower))
  )
}

/** Whether the number is an amount, or the number of a thing, and no year. */
function counts(reader: Reader, place: number, year: number): boolean {
  const { pieces } = reader
  const before = pieceOr(pieces, place - 1)
  const after = pieceOr(pieces, place + 1)
  const dotted = before.lower === '.'
  const word = dotted ? pieceOr(pieces, place - 2) : before
  if (word.kind === 'word' && (NO_YEAR.has(word.lower) || (dotted && word.lower === 'no'))) return true
  if (joinedByHyphen(reader, place)) return true
  if ('%°€$£²³″'.includes(after.lower) && after.lower !== '') return true
  const asked = BEFORE_YEAR.has(before.lower) || RANGE_WORDS.has(before.lower)
  const follows = after.kind === 'word' && after.before === 'space'
  if (follows && (COUNTED.has(after.lower) || UNIT_WORDS.has(after.lower))) return true
  const several = follows && !after.capital && isPlural(after.lower)
  if (several && !isOwned(before.lower) && !(asked && year % 100 !== 0 && year > 1900 && year < 2100))
    return true
  if (year >= 1500) return false
  const bracketed = before.lower === '(' || after.lower === ')' || before.lower === '–'
  return !asked && !bracketed
}

/** "the 2014 protests", "his 2013 amendments". */
function isOwned(word: string): boolean {
  return /^(?:the|s|his|her|its|their|my|our)$/.test(word)
}

/** "2005-981", "1380-2075": digits on both sides of a hyphen that are not two years. */
function joinedByHyphen(reader: Reader, place: number): boolean {
  const { pieces } = reader
  const year = Number(pieceOr(pieces, place).lower)
  const touching = (sign: number, digits: number) =>
    pieceOr(pieces, Math.max(sign, digits)).before === '' &&
    pieceOr(pieces, Math.max(sign, place)).before === '' &&
    pieceOr(pieces, sign).lower === '-' &&
    pieceOr(pieces, digits).kind === 'digits'
  if (touching(place + 1, place + 2) && !isNear(year, numberAt(reader, place + 2, 9))) return true
  return touching(place - 1, place - 2) && !isNear(numberAt(reader, place - 2, 9), year)
}

function isNear(from: number, to: number): boolean {
  return to > from && to - from <= 500
}

function isPlural(word: string): boolean {
  return (
    word.length > 4 &&
    word.endsWith('s') &&
    !word.endsWith('ss') &&
    !word.endsWith('us') &&
    !OF_A_YEAR.has(word)
  )
}

/** "1914–18", "2014/15": a range whose end is shortened; "2014-03" is a month (ISO 8601). */
function shortRange(reader: Reader, place: number, year: number): Match | null {
  const { pieces } = reader
  const sign = pieceOr(pieces, place + 1)
  const end = pieceOr(pieces, place + 2)
  if (sign.before !== '' || end.before !== '' || end.kind !== 'digits' || end.lower.length !== 2) return null
  const after = pieceOr(pieces, place + 3)
  if (!'-–/'.includes(sign.lower) || isAttached(reader, place)) return null
  if (after.before === '' && (after.kind !== 'sign' || '-/'.includes(after.lower))) return null
  const to = year - (year % 100) + Number(end.lower)
  const number = Number(end.lower)
  if (sign.lower === '-' && number >= 1 && number <= 12 && to !== year + 1) {
    return { first: place, next: place + 3, meaning: { is: 'month', year, month: number }, time: null }
  }
  const last = to > year ? to : to + 100
  if (last - year > 50) return null
  const meaning: Meaning = { is: 'stretch', from: isoYear(year), to: isoYear(last) }
  return { first: place, next: place + 3, meaning, time: null }
}

function match(first: number, next: number, year: number): Match {
  return { first, next, meaning: { is: 'year', year }, time: null }
}

/** "'98" and "’08": a year without its century, and "'80s". */
export function shortYearAt(reader: Reader, place: number): Match | null {
  const { pieces } = reader
  const mark = pieceOr(pieces, place)
  const digits = pieceOr(pieces, place + 1)
  if ((mark.lower !== "'" && mark.lower !== '’' && mark.lower !== '‘') || mark.before === '') return null
  if (digits.before !== '' || digits.kind !== 'digits' || digits.lower.length !== 2) return null
  const number = Number(digits.lower)
  const after = pieceOr(pieces, place + 2)
  if (touches(reader, place + 2, 's'))
    return number % 10 === 0 ? decade(place, place + 3, decadeOf(number)) : null
  if (after.before === '' && (after.kind !== 'sign' || "'’".includes(after.lower))) return null
  if (numberAt(reader, place + 2, 4) >= 0) return null
  return match(place, place + 2, number + (number < 40 ? 2000 : 1900))
}

export function decadeOf(number: number): number {
  return number + (number < 30 ? 2000 : 1900)
}

/** Ten years, or a hundred for "the 1800s"; `part` of a hundred: -1 for the early, 1 for the late ones. */
export function decade(first: number, next: number, year: number, part = 0): Match {
  if (year % 100 !== 0 || year >= 2000) return stretch(first, next, year, year + 9)
  return stretch(first, next, part > 0 ? year + 75 : year, year + (part < 0 ? 25 : 99))
}

function stretch(first: number, next: number, from: number, to: number): Match {
  const meaning: Meaning = { is: 'stretch', from: `${isoYear(from)}-01-01`, to: `${isoYear(to)}-12-31` }
  return { first, next, meaning, time: null }
}

/** A century by its number, 1 for the first; `part` -1 for its early, 1 for its late years. */
export function century(first: number, next: number, number: number, part: number, before: boolean): Match {
  if (before) return stretch(first, next, -number * 100, -(number - 1) * 100 - 1)
  const start = (number - 1) * 100
  if (part < 0) return stretch(first, next, start, start + 25)
  return stretch(first, next, part > 0 ? start + 75 : start, start + 99)
}
