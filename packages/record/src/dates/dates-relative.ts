import { pieceOr } from '../text/pieces.ts'
import { type Base, type Match, type Meaning, numberAt, type Reader, touches, wordAt } from './date-match.ts'
import {
  DAY_PARTS,
  DAY_WORDS,
  MONTHS,
  SEASONS,
  SHORT_WEEKDAYS,
  UNITS,
  type Unit,
  WEEKDAYS,
  WHICH_AFTER,
  WHICH_BEFORE,
} from './date-words.ts'
import { ago, recent } from './dates-counted.ts'

/** "yesterday", "last Tuesday", "two weeks ago", "the same year", "la semaine dernière": null where none begins. */
export function relativeAt(reader: Reader, place: number): Match | null {
  return (
    dayWord(reader, place) ?? whichBefore(reader, place) ?? whichAfter(reader, place) ?? ago(reader, place)
  )
}

function match(first: number, next: number, meaning: Meaning): Match {
  return { first, next, meaning, time: null }
}

function shift(first: number, next: number, unit: Unit, count: number, base: Base): Match {
  return match(first, next, { is: 'shift', unit, count, base })
}

function dayWord(reader: Reader, place: number): Match | null {
  const word = wordAt(reader, place)
  const { language } = reader
  if (language === 'fr' && word === 'aujourd' && wordAt(reader, place + 2) === 'hui') {
    return shift(place, place + 3, 'day', 0, 'post')
  }
  if (language === 'en' && word === 'day') return dayBeside(reader, place)
  const count = DAY_WORDS[language].get(word)
  if (count === undefined) return null
  if (word === 'morgen' && notTomorrow(reader, place)) return null
  if (word === 'mañana' && /^(?:la|esta|de|una|cada|por)$/.test(wordAt(reader, place - 1))) return null
  if (word === 'today' && isGeneral(reader, place)) return null
  const beside = wordAt(reader, place - 1) === '-' ? wordAt(reader, place - 2) : ''
  if (beside === 'avant' || beside === 'après') {
    return shift(place - 2, place + 1, 'day', beside === 'avant' ? -2 : 2, 'post')
  }
  return shift(place, place + 1, 'day', count, 'post')
}

/** "known today as", "still used today", "USA Today": these days, or a name, and not the day of writing. */
function isGeneral(reader: Reader, place: number): boolean {
  const { pieces } = reader
  const before = pieceOr(pieces, place - 1)
  if (pieceOr(pieces, place).capital && before.capital && before.kind === 'word') return true
  if (
    /^(?:known|used|use|seen|found|even|still|called|strong|alive|exist|exists|remain|remains|common|popular|available)$/.test(
      before.lower,
    )
  )
    return true
  for (let at = place - 1; at >= Math.max(0, place - 6); at--) {
    if (wordAt(reader, at) === 'still') return true
    if (wordAt(reader, at) === '.') return false
  }
  return false
}

/** German "morgen" is tomorrow in small letters, unless a greeting or a part of another day. */
function notTomorrow(reader: Reader, place: number): boolean {
  return (
    pieceOr(reader.pieces, place).capital ||
    /^(?:am|guten|heute|gestern|jeden|diesen)$/.test(wordAt(reader, place - 1))
  )
}

/** "the day before yesterday", "the day after tomorrow". */
function dayBeside(reader: Reader, place: number): Match | null {
  const middle = wordAt(reader, place + 1)
  const last = wordAt(reader, place + 2)
  const first = wordAt(reader, place - 1) === 'the' ? place - 1 : place
  if (middle === 'before' && last === 'yesterday') return shift(first, place + 3, 'day', -2, 'post')
  return middle === 'after' && last === 'tomorrow' ? shift(first, place + 3, 'day', 2, 'post') : null
}

const THE = new Set(['the', 'le', 'la', 'l', 'el', 'los', 'las'])

/** "last week", "this past Sunday", "the next two years", "the same day", "nächsten Monat", "el próximo martes". */
function whichBefore(reader: Reader, place: number): Match | null {
  const { language } = reader
  const word = wordAt(reader, place)
  const which = WHICH_BEFORE[language].get(word)
  if (which === undefined) return language === 'en' ? that(reader, place) : null
  const past = language === 'en' && word === 'this' && /^(?:past|coming)$/.test(wordAt(reader, place + 1))
  const noun = past ? place + 2 : place + 1
  const value = past ? (WHICH_BEFORE.en.get(wordAt(reader, place + 1)) as number) : which
  const the = THE.has(wordAt(reader, place - 1))
  const first =
    the && language === 'en' && pieceOr(reader.pieces, place - 1).before !== '' ? place - 1 : place
  const period = named(
    reader,
    first,
    noun,
    value,
    the && language === 'en' && word !== 'past' && word !== 'last',
  )
  if (period !== null) return past || word !== 'past' || the ? period : null
  return recent(reader, first, noun, value, the || word === 'past' || language === 'de')
}

/** A weekday, month, season, part of the day or unit that `which` stands before. */
function named(reader: Reader, first: number, noun: number, which: number, counted: boolean): Match | null {
  const { language } = reader
  const piece = pieceOr(reader.pieces, noun)
  if (piece.kind !== 'word' || piece.before === 'line') return null
  const word = piece.lower
  const weekday = WEEKDAYS[language].get(word) ?? (language === 'en' ? SHORT_WEEKDAYS.get(word) : undefined)
  if (weekday !== undefined && (language !== 'en' || piece.capital)) {
    const end = touches(reader, noun + 1, '.') && word.length <= 5 ? noun + 2 : noun + 1
    return match(first, end, { is: 'weekday', weekday, which })
  }
  const month = MONTHS[language].get(word)
  if (month !== undefined && word.length > 2 && (language !== 'en' || piece.capital)) {
    if (numberAt(reader, noun + 1, 4) >= 0) return null
    return match(first, noun + 1, { is: 'monthOf', month, which })
  }
  const season = SEASONS[language].get(word)
  if (season !== undefined) return match(first, noun + 1, { is: 'seasonOf', season, which })
  if (DAY_PARTS[language].has(word)) return partOfDay(reader, first, noun, which, counted)
  const unit = UNITS[language].get(word)
  if (unit === undefined || isSeveral(word, language)) return null
  // "our last day here"
  if (unit === 'day' && which === -1 && !/^(?:previous|preceding)$/.test(wordAt(reader, noun - 1)))
    return null
  const the = first < noun - 1 && wordAt(reader, first) === 'the'
  const long = unit === 'century' || unit === 'millennium'
  if (the && !long && which === -1 && /^(?:last|past)$/.test(wordAt(reader, noun - 1))) {
    return match(first, noun + 1, { is: 'recent', unit, count: -1 })
  }
  const base = counted && which !== 0 ? 'before' : 'post'
  return match(first, noun + 1, { is: 'period', unit, offset: which, base })
}

/** "this morning", "last night", "the next evening"; "CBS This Morning" is a name. */
function partOfDay(
  reader: Reader,
  first: number,
  noun: number,
  which: number,
  counted: boolean,
): Match | null {
  const { lower, capital } = pieceOr(reader.pieces, noun)
  if (capital && reader.language === 'en') return null
  if (which === 0 && !counted) return shift(first, noun + 1, 'day', 0, 'post')
  if (which === -1 && lower === 'night') return shift(first, noun + 1, 'day', -1, 'post')
  return counted && which === 1 ? shift(first, noun + 1, 'day', 1, 'before') : null
}

function isSeveral(word: string, language: Reader['language']): boolean {
  if (language === 'en') return word.endsWith('s') || word === 'millennia'
  if (language === 'de')
    return /^(?:tage|tagen|wochen|monate|monaten|jahre|jahren|jahrzehnte|jahrzehnten)$/.test(word)
  return word.endsWith('s') && word !== 'mois' && word !== 'mes'
}

/** "that year", "the same day", "that summer", "the year before": counted from the one that was named last. */
function that(reader: Reader, place: number): Match | null {
  const word = wordAt(reader, place)
  if (word === 'the') return yearBeside(reader, place) ?? dayOfMonth(reader, place)
  if (word !== 'that' && word !== 'same') return null
  const noun = word === 'that' && wordAt(reader, place + 1) === 'same' ? place + 2 : place + 1
  const first = word === 'same' && wordAt(reader, place - 1) === 'the' ? place - 1 : place
  const season = SEASONS.en.get(wordAt(reader, noun))
  if (season !== undefined) return match(first, noun + 1, { is: 'season', year: null, season })
  const unit = UNITS.en.get(wordAt(reader, noun))
  if (unit === undefined || isSeveral(wordAt(reader, noun), 'en')) return null
  return match(first, noun + 1, { is: 'period', unit, offset: 0, base: 'before' })
}

/** "the year before", "the day after", where the sentence does not go on with what it is before or after. */
function yearBeside(reader: Reader, place: number): Match | null {
  const noun = wordAt(reader, place + 1)
  const unit = UNITS.en.get(noun)
  const word = wordAt(reader, place + 2)
  if (unit === undefined || (word !== 'before' && word !== 'after') || isSeveral(noun, 'en')) return null
  const after = pieceOr(reader.pieces, place + 3)
  if (after.kind !== 'sign' && after.before !== 'line') return null
  return match(place, place + 3, { is: 'period', unit, offset: word === 'after' ? 1 : -1, base: 'before' })
}

const BEFORE_DAY = new Set(['on', 'until', 'till', 'by', 'from', 'since', 'before', 'after', 'through'])

/** "on the 17th", "by the 3rd", where nothing stands behind it that could be counted. */
function dayOfMonth(reader: Reader, place: number): Match | null {
  const day = numberAt(reader, place + 1, 2)
  if (!(day >= 1 && day <= 31) || !BEFORE_DAY.has(wordAt(reader, place - 1))) return null
  const ending = pieceOr(reader.pieces, place + 2)
  if (ending.before !== '' || !/^(?:st|nd|rd|th)$/.test(ending.lower)) return null
  const after = pieceOr(reader.pieces, place + 3)
  const ended =
    (after.kind === 'sign' && after.lower !== '-') || after.before === 'line' || GOES_ON.has(after.lower)
  return ended ? match(place, place + 3, { is: 'dayOfMonth', day }) : null
}

const GOES_ON = new Set(['and', 'at', 'in', 'to', 'he', 'she', 'they', 'we', 'it', 'when', 'but', 'with'])

/** "la semaine dernière", "mardi prochain", "el año pasado", "el mes que viene", "ce mois-ci" is read before. */
function whichAfter(reader: Reader, place: number): Match | null {
  const { language } = reader
  if (language !== 'fr' && language !== 'es') return null
  const piece = pieceOr(reader.pieces, place)
  const after = wordAt(reader, place + 1)
  const coming = after === 'que' && wordAt(reader, place + 2) === 'viene'
  const which = coming ? 1 : WHICH_AFTER[language].get(after)
  if (which === undefined || piece.kind !== 'word') return null
  const found = named(reader, place, place, which, false)
  return found === null ? null : { ...found, next: place + (coming ? 3 : 2) }
}

/** "dienstagabend" → "dienstag" */
function withoutPart(word: string): string {
  return word.length < 12 ? word : word.replace(/(?:morgen|vormittag|mittag|nachmittag|abend|nacht)$/, '')
}

const NAMED_DAYS = new Set(
  'black good ash super bloody palm cyber giving easter holy maundy shrove fat'.split(' '),
)
const NAMED_BY_DAYS = new Set(
  'times night evening mail post telegraph mirror express school review herald sun'.split(' '),
)

/** "Black Friday", "Saturday Night Live", "Sunday Times" are names. */
function isNamed(reader: Reader, place: number): boolean {
  const after = pieceOr(reader.pieces, place + 1)
  if (after.capital && NAMED_BY_DAYS.has(after.lower) && after.before === 'space') return true
  const before = pieceOr(reader.pieces, place - 1)
  return before.capital && NAMED_DAYS.has(before.lower)
}

/** A weekday by itself: "Sunday", "am Dienstag", "Thurs."; null for a plural and for a day of every week. */
export function weekdayAt(reader: Reader, place: number): Match | null {
  const { pieces, language } = reader
  const piece = pieceOr(pieces, place)
  if (piece.kind !== 'word' || ((language === 'en' || language === 'de') && !piece.capital)) return null
  if (/^(?:every|each|jeden|chaque|cada|los)$/.test(wordAt(reader, place - 1))) return null
  const long = WEEKDAYS[language].get(language === 'de' ? withoutPart(piece.lower) : piece.lower)
  if (long !== undefined) {
    if (isNamed(reader, place)) return null
    return match(place, place + 1, { is: 'weekday', weekday: long, which: null })
  }
  if (language !== 'en') return null
  const short = SHORT_WEEKDAYS.get(piece.lower)
  if (short === undefined || piece.lower.length < 3 || !touches(reader, place + 1, '.')) return null
  return match(place, place + 2, { is: 'weekday', weekday: short, which: null })
}
