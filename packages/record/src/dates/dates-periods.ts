import { pieceOr } from '../text/pieces.ts'
import { isoMonth } from './calendar.ts'
import { type Match, type Meaning, numberAt, type Reader, touches, wordAt } from './date-match.ts'
import { SEASONS, type Season } from './date-words.ts'
import { century, decade, decadeOf } from './dates-years.ts'

/** "early", "mid", "late" before a period; the value is which part of it is meant. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ['early', -1],
  ['mid', 0],
  ['late', 1],
  ['later', 1],
])

/** Decades of the twentieth century by their names. */
export const DECADE_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twenties: 1920,
    thirties: 1930,
    forties: 1940,
    fifties: 1950,
    sixties: 1960,
    seventies: 1970,
    eighties: 1980,
    nineties: 1990,
  }),
)
/** The numbers of centuries in words, from the first. */
export const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )

/** "1930s", "the 80s", "1980er Jahre", "the sixties", "17th century", "XVIIe siècle": null where none begins. */
export function periodAt(reader: Reader, place: number): Match | null {
  const piece = pieceOr(reader.pieces, place)
  if (piece.kind === 'digits') return decadeAt(reader, place) ?? centuryInDigits(reader, place)
  return decadeWord(reader, place) ?? centuryWord(reader, place) ?? centuryOfRoman(reader, place)
}

function decadeAt(reader: Reader, place: number): Match | null {
  const { pieces, language } = reader
  const digits = pieceOr(pieces, place)
  const before = wordAt(reader, place - 1)
  const number = Number(digits.lower)
  const { length } = digits.lower
  if ((length !== 4 && length !== 2) || number % 10 !== 0) return null
  // "mid-1990s", and not "A-1990s".
  if (digits.before === '' && !(before === '-' && PARTS.has(wordAt(reader, place - 2)))) return null
  const ending = pieceOr(pieces, place + 1)
  const year = length === 4 ? number : decadeOf(number)
  if (length === 4 && (number < 1000 || number > 2190)) return null
  const marked = "'’".includes(ending.lower) && ending.before === '' && touches(reader, place + 2, 's')
  if (marked || (ending.before === '' && (ending.lower === 's' || ending.lower === 'ies'))) {
    // "in her 30s" is an age, "the 30s" a decade, "temperatures in the 90s" nobody knows.
    if (length === 2 && before !== 'the' && !PARTS.has(before) && before !== '-' && before !== 'en')
      return null
    return partOf(reader, place, place + (marked ? 3 : 2), year)
  }
  if (language === 'de' && ending.lower === 'ern' && ending.before === '')
    return decade(place, place + 2, year)
  if (
    language === 'de' &&
    ending.lower === 'er' &&
    ending.before === '' &&
    /^jahren?$/.test(wordAt(reader, place + 2))
  ) {
    return decade(place, place + 3, year)
  }
  if (before === 'années' || before === 'años') return decade(place - 1, place + 1, year)
  return before === 'de' && wordAt(reader, place - 2) === 'década' ? decade(place - 2, place + 1, year) : null
}

/** Early and late years of a hundred are told apart; ten years stay whole, whatever part of them is meant. */
function partOf(reader: Reader, first: number, next: number, year: number): Match {
  if (year % 100 !== 0 || year >= 2000) return decade(first, next, year)
  const { from, part } = partBefore(reader, first)
  return decade(from, next, year, part)
}

/** "early", "late-" before a period: which part, and where it begins. */
function partBefore(reader: Reader, first: number): { from: number; part: number } {
  const joint = wordAt(reader, first - 1) === '-' ? first - 2 : first - 1
  const part = PARTS.get(wordAt(reader, joint)) ?? 0
  return { from: part === 0 ? first : joint, part }
}

function decadeWord(reader: Reader, place: number): Match | null {
  const year = DECADE_WORDS.get(wordAt(reader, place))
  if (year === undefined || reader.language !== 'en') return null
  const before = wordAt(reader, place - 1)
  return before === 'the' || PARTS.has(before) ? partOf(reader, place, place + 1, year) : null
}

/** "17th century", "17. Jahrhundert", "19th-century", "19th and 20th centuries". */
function centuryInDigits(reader: Reader, place: number): Match | null {
  const number = numberAt(reader, place, 2)
  if (!(number >= 1 && number <= 30)) return null
  const ending = pieceOr(reader.pieces, place + 1)
  if (ending.before !== '' || !/^(?:st|nd|rd|th|\.|e|er|ème)$/.test(ending.lower)) return null
  const joint = touches(reader, place + 2, '-') ? place + 3 : place + 2
  const noun = wordAt(reader, joint)
  if (isCentury(noun)) return closed(reader, place, joint + 1, number)
  const paired =
    (noun === 'and' || noun === 'to' || noun === '–' || noun === '-') && isCentury(wordAt(reader, joint + 3))
  return paired ? closed(reader, place, place + 2, number) : null
}

function isCentury(word: string): boolean {
  return (
    word.startsWith('centur') || word.startsWith('jahrhundert') || word === 'siècle' || word === 'siècles'
  )
}

function centuryWord(reader: Reader, place: number): Match | null {
  if (reader.language !== 'en') return null
  const number = ORDINALS.indexOf(wordAt(reader, place)) + 1
  if (number > 0) {
    const joint = touches(reader, place + 1, '-') ? place + 2 : place + 1
    return isCentury(wordAt(reader, joint)) ? closed(reader, place, joint + 1, number) : null
  }
  const first =
    wordAt(reader, place) === 'twenty' &&
    wordAt(reader, place + 1) === '-' &&
    wordAt(reader, place + 2) === 'first'
  return first && isCentury(wordAt(reader, place + 3)) ? closed(reader, place, place + 4, 21) : null
}

/** "siglo XVII", "XIXe siècle". */
function centuryOfRoman(reader: Reader, place: number): Match | null {
  const word = wordAt(reader, place)
  if (word === 'siglo') {
    const number = roman(wordAt(reader, place + 1))
    return number > 0 && pieceOr(reader.pieces, place + 1).capital
      ? closed(reader, place, place + 2, number)
      : null
  }
  if (!isCentury(wordAt(reader, place + 1)) || reader.language !== 'fr') return null
  const number = roman(word.replace(/(?:er|e|ème)$/, ''))
  return number > 0 ? closed(reader, place, place + 2, number) : null
}

function roman(word: string): number {
  if (word.length > 6 || !/^x{0,2}(?:ix|iv|v?i{0,3})$/.test(word)) return 0
  const values: Readonly<Record<string, number>> = { x: 10, v: 5, i: 1 }
  let sum = 0
  for (let at = 0; at < word.length; at++) {
    const value = values[word[at] as string] as number
    sum += value < (values[word[at + 1] as string] ?? 0) ? -value : value
  }
  return sum
}

function closed(reader: Reader, first: number, next: number, number: number): Match {
  const word = wordAt(reader, next)
  const before = word === 'bc' || word === 'bce'
  const { from, part } = partBefore(reader, first)
  return century(from, before ? next + 1 : next, number, part, before)
}

/** "summer of 2012", "winter 2013-14", "Sommer 2012", "été 2012", "verano de 2012", "Q3 2014". */
export function seasonAt(reader: Reader, place: number): Match | null {
  const season = SEASONS[reader.language].get(wordAt(reader, place))
  if (season === undefined) return quarterAt(reader, place)
  const joint = wordAt(reader, place + 1)
  const at = joint === 'of' || joint === 'de' || joint === ',' ? place + 2 : place + 1
  const year = numberAt(reader, at, 4)
  if (!(year >= 1000 && year < 2200) && !(joint === 'of' && year >= 100))
    return bareSeason(reader, place, season)
  const sign = wordAt(reader, at + 1)
  const ranged = sign === '-' || sign === '–' || sign === '/'
  const long = ranged && season === 'winter' && numberAt(reader, at + 2, 4) >= 0
  return { first: place, next: long ? at + 3 : at + 1, meaning: { is: 'season', year, season }, time: null }
}

const BEFORE_SEASON = new Set('in into during by until since through im en'.split(' '))
/** What follows a season that is none of a thing: not "summer school". */
const BEHIND_SEASON = new Set(
  'is can and are or to brings has the when with but while as at months month season seasons through until of for in on from than due because starts begins ist und sind est et es y'.split(
    ' ',
  ),
)

/** "in summer", "the late autumn", "Winter is": a season of every year, or of the year that is told of. */
function bareSeason(reader: Reader, place: number, season: Season): Match | null {
  const { pieces, language } = reader
  if (language !== 'en') return null
  const after = pieceOr(pieces, place + 1)
  const closed =
    after.kind === 'sign'
      ? after.lower !== '-' && after.lower !== "'"
      : after.before === 'line' || BEHIND_SEASON.has(after.lower)
  if (!closed) return null
  let at = place - 1
  if (PARTS.has(wordAt(reader, at))) at--
  if (wordAt(reader, at) === 'the') at--
  const meaning = { is: 'season', year: null, season } as const
  const told = BEFORE_SEASON.has(wordAt(reader, at))
  // "prices fall to", "a spring in": words of their own.
  if (
    !told &&
    !besideSeason(reader, place) &&
    (wordAt(reader, place) === 'fall' ||
      (wordAt(reader, place) === 'spring' && !pieceOr(pieces, place).capital))
  )
    return null
  return { first: place, next: place + 1, meaning: told ? meaning : { ...meaning, every: true }, time: null }
}

/** "spring, summer and fall" */
function besideSeason(reader: Reader, place: number): boolean {
  let at = place - 1
  for (let skipped = 0; skipped < 3 && /^(?:,|and|or|to|early|late)$/.test(wordAt(reader, at)); skipped++)
    at--
  return at < place - 1 && SEASONS[reader.language].has(wordAt(reader, at))
}

function quarterAt(reader: Reader, place: number): Match | null {
  const word = wordAt(reader, place)
  const number = numberAt(reader, place + 1, 1)
  if (word !== 'q' || !(number >= 1 && number <= 4) || pieceOr(reader.pieces, place + 1).before !== '')
    return null
  const at = wordAt(reader, place + 2) === 'of' ? place + 3 : place + 2
  const year = numberAt(reader, at, 4)
  if (!(year >= 1000 && year < 2200)) return null
  const meaning: Meaning = {
    is: 'stretch',
    from: isoMonth(year, number * 3 - 2),
    to: isoMonth(year, number * 3),
  }
  return { first: place, next: at + 1, meaning, time: null }
}
