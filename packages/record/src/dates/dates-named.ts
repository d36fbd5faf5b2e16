import { pieceOr } from '../text/pieces.ts'
import { isDay } from './calendar.ts'
import { isPart, type Match, type Meaning, numberAt, type Reader, touches, wordAt } from './date-match.ts'
import { ANY_MONTH, MONTHS, RANGE_WORDS, UNITS, WEAK_MONTHS, WHICH_BEFORE } from './date-words.ts'
import { ORDINALS } from './dates-periods.ts'
import { eraAt } from './dates-years.ts'

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'ª', '°'])
const BETWEEN_DAY_AND_MONTH = new Set(['of', 'de', 'del'])
const BEFORE_YEAR = new Set(['of', 'de', 'del', ','])
/** After these a bare month is one, even if its name is a word or a person's name too. */
const BEFORE_MONTH = new Set(
  (
    'in since by until till from to through during before after between around early late mid of last next this every each for ' +
    'im seit bis ab anfang mitte ende vom zum en desde hasta fin début depuis dès para a principios finales mediados'
  ).split(' '),
)

/** Short names that are no abbreviations: a full stop behind them ends the sentence. */
const WHOLE_NAMES = new Set(
  'march april may june july märz mai juni juli mars avril juin août aout enero marzo abril mayo junio julio'.split(
    ' ',
  ),
)

interface DayNumber {
  readonly day: number
  readonly next: number
}

/** A day of the month: "4", "4th", "1er", "4." (where a month follows). */
function dayAt(reader: Reader, place: number): DayNumber | null {
  const day = numberAt(reader, place, 2)
  if (Number.isNaN(day)) return reader.language === 'en' ? dayInWords(reader, place) : null
  if (!(day >= 1 && day <= 31)) return null
  const after = pieceOr(reader.pieces, place + 1)
  if (after.before === '' && (ORDINAL_ENDINGS.has(after.lower) || after.lower === '.'))
    return { day, next: place + 2 }
  return { day, next: place + 1 }
}

/** "fifth", "twenty-first" */
function dayInWords(reader: Reader, place: number): DayNumber | null {
  const word = wordAt(reader, place)
  const small = ORDINALS.indexOf(word) + 1
  if (small > 0) return { day: small, next: place + 1 }
  if (word === 'thirtieth') return { day: 30, next: place + 1 }
  const tens = word === 'twenty' ? 20 : word === 'thirty' ? 30 : 0
  const joint = touches(reader, place + 1, '-') ? place + 2 : place + 1
  const unit = tens === 0 ? 0 : ORDINALS.indexOf(wordAt(reader, joint)) + 1
  const day = tens + unit
  return unit >= 1 && unit <= 9 && day <= 31 ? { day, next: joint + 1 } : null
}

/** The month whose name stands at a place, with its full stop; `next` is behind it. */
function monthAt(reader: Reader, place: number, beside: boolean): { month: number; next: number } | null {
  const { pieces, language } = reader
  const piece = pieceOr(pieces, place)
  if (piece.kind !== 'word') return null
  const month = MONTHS[language].get(piece.lower) ?? (beside ? ANY_MONTH.get(piece.lower) : undefined)
  if (month === undefined) return null
  if (language === 'en' && !piece.capital && !(beside && piece.lower.length > 3)) return null
  const stop = piece.lower.length <= 5 && touches(reader, place + 1, '.') && !WHOLE_NAMES.has(piece.lower)
  const ended = stop && pieceOr(pieces, place + 2).before === 'line'
  return { month, next: stop && !ended ? place + 2 : place + 1 }
}

/** "2025", ", 2025", "of 2025", "del 2025", "'98", "420" behind a day and a month. */
function yearBehind(reader: Reader, place: number, ancient: boolean): { year: number; next: number } | null {
  let at = place
  if (BEFORE_YEAR.has(wordAt(reader, at))) at++
  const mark = wordAt(reader, at)
  if (
    (mark === "'" || mark === '’') &&
    pieceOr(reader.pieces, at + 1).before === '' &&
    !isPart(reader, at + 1)
  ) {
    const short = numberAt(reader, at + 1, 2)
    if (short >= 10) return { year: short + (short < 40 ? 2000 : 1900), next: at + 2 }
  }
  const piece = pieceOr(reader.pieces, at)
  const year = numberAt(reader, at, 4)
  if (Number.isNaN(year) || piece.before === 'line') return null
  const era = eraAt(reader, at + 1)
  if (era !== null) return { year: era.before ? -year : year, next: era.next }
  if (isPart(reader, at) && !touches(reader, at + 1, 't')) return null
  if (piece.lower.length === 4 && year >= 1000 && year < 2200) return { year, next: at + 1 }
  const last = pieceOr(reader.pieces, at + 1)
  const alone = last.kind === 'sign' || last.before === 'line'
  return ancient && piece.lower.length === 3 && alone && last.lower !== '%' ? { year, next: at + 1 } : null
}

const ANDS = new Set(['and', 'und', 'et', 'y'])
const BETWEENS = new Set(['between', 'zwischen', 'entre', 'dem', 'le', 'el'])

/** "4 May 2025", "4th of May", "4. Mai 2025", "1er mai", "4 de mayo de 2025", "3–5 May 2025". */
export function dayFirstAt(reader: Reader, place: number): Match | null {
  const start = pieceOr(reader.pieces, place)
  const before = pieceOr(reader.pieces, place - 1)
  if (start.before === '' && place > 0 && (before.kind === 'word' || '.,:/$€£#'.includes(before.lower)))
    return null
  const from = dayAt(reader, place)
  if (from === null || (start.kind === 'word' && wordAt(reader, from.next) !== 'of')) return null
  let { day, next } = from
  let to: number | null = null
  const joint = wordAt(reader, next)
  if (
    RANGE_WORDS.has(joint) ||
    joint === '/' ||
    (ANDS.has(joint) && BETWEENS.has(wordAt(reader, place - 1)))
  ) {
    const end = dayAt(reader, next + 1)
    if (end === null || end.day <= day) return null
    to = end.day
    next = end.next
  }
  if (BETWEEN_DAY_AND_MONTH.has(wordAt(reader, next))) next++
  const month = monthAt(reader, next, true)
  if (month === null || pieceOr(reader.pieces, next).before === 'line') return null
  // "on 4 March said": a number before a name.
  if (to === null && wordAt(reader, next) === 'may' && !pieceOr(reader.pieces, next).capital) return null
  const year = yearBehind(reader, month.next, true)
  if (!isDay(year?.year ?? 2000, month.month, to ?? day)) return null
  day = from.day
  return made(reader, place, month.next, year, month.month, day, to)
}

/** "May 4, 2025", "May 4th", "May 3-5, 2025", "Sept. 11", "May 2025", "May of 2025", "May". */
export function monthFirstAt(reader: Reader, place: number): Match | null {
  const month = monthAt(reader, place, false)
  if (month === null) {
    return foreignMonth(reader, place)
  }
  const the = wordAt(reader, month.next) === 'the' ? month.next + 1 : month.next
  const from = reader.language === 'en' ? dayAt(reader, the) : null
  if (from !== null && pieceOr(reader.pieces, the).before !== 'line' && isDay(2000, month.month, from.day)) {
    const found = withDay(reader, place, month.month, the, from)
    if (found !== null) return found
  }
  const year = yearBehind(reader, month.next, wordAt(reader, month.next) === 'of')
  if (year !== null || yearCounted(reader, month.next) !== null)
    return made(reader, place, month.next, year, month.month, null, null)
  return bareMonth(reader, place, month)
}

/** A month of another language counts only with a year behind it: "May 4, 2025" and "mai 2025" anywhere. */
function foreignMonth(reader: Reader, place: number): Match | null {
  const found = monthAt(reader, place, true)
  if (found === null) return null
  const from = pieceOr(reader.pieces, place).capital ? dayAt(reader, found.next) : null
  const dated = from === null ? null : withDay(reader, place, found.month, found.next, from)
  if (dated !== null && 'year' in dated.meaning && dated.meaning.year !== null) return dated
  const year = WEAK_MONTHS.has(wordAt(reader, place)) ? null : yearBehind(reader, found.next, false)
  return year === null ? null : made(reader, place, found.next, year, found.month, null, null)
}

function withDay(reader: Reader, place: number, month: number, the: number, from: DayNumber): Match | null {
  const { pieces } = reader
  const digits = pieceOr(pieces, the)
  const follows = pieceOr(pieces, the + 1)
  if (digits.before === '') return null
  if (digits.kind === 'word') {
    // "July sixteenth", and not "in May second thoughts came".
    const after = pieceOr(pieces, from.next)
    const ended = after.kind !== 'word' || after.before === 'line'
    return ended
      ? made(reader, place, from.next, yearBehind(reader, from.next, false), month, from.day, null)
      : null
  }
  if (
    follows.before === '' &&
    (follows.kind === 'word' ? !ORDINAL_ENDINGS.has(follows.lower) : ':%'.includes(follows.lower))
  )
    return null
  if (follows.lower === ',' && pieceOr(pieces, the + 2).before === '') return null
  let next = follows.before === '' && ORDINAL_ENDINGS.has(follows.lower) ? the + 2 : the + 1
  let to: number | null = null
  if (RANGE_WORDS.has(wordAt(reader, next)) && monthAt(reader, next + 1, false) === null) {
    const end = dayAt(reader, next + 1)
    if (end !== null && end.day > from.day && isDay(2000, month, end.day) && !isPart(reader, next + 1)) {
      to = end.day
      next = wordAt(reader, end.next - 1) === '.' ? end.next - 1 : end.next
    }
  }
  return made(reader, place, next, yearBehind(reader, next, false), month, from.day, to)
}

function bareMonth(reader: Reader, place: number, month: { month: number; next: number }): Match | null {
  const { pieces, language } = reader
  const piece = pieceOr(pieces, place)
  const weak = WEAK_MONTHS.has(piece.lower)
  const before = wordAt(reader, place - 1)
  const asked = BEFORE_MONTH.has(before) || RANGE_WORDS.has(before) || besideMonth(reader, place, month.next)
  if (weak && (!asked || piece.lower.length < 3)) return null
  if (language === 'en' && !piece.capital) return null
  const after = pieceOr(pieces, month.next)
  // "in April Smith's view", "August Wilson": a name goes on with a capital.
  if (weak && after.kind === 'word' && after.capital && after.before === 'space' && language === 'en')
    return null
  if (weak && (after.lower === '’' || after.lower === "'") && language === 'en') return null
  const next = wordAt(reader, month.next - 1) === '.' && after.before === 'line' ? month.next - 1 : month.next
  return { first: place, next, meaning: { is: 'month', year: null, month: month.month }, time: null }
}

/** "April and May", "Apr–Oct", "May, June": months in a row are no names. */
function besideMonth(reader: Reader, place: number, next: number): boolean {
  const joins = (word: string) => RANGE_WORDS.has(word) || word === 'and' || word === 'or' || word === ','
  if (joins(wordAt(reader, next)) && monthAt(reader, next + 1, false) !== null) return true
  return joins(wordAt(reader, place - 1)) && monthAt(reader, place - 2, false) !== null
}

/** "of next year", "last year", "dieses Jahres", "de este año" behind a day or a month. */
function yearCounted(reader: Reader, place: number): { years: number; next: number } | null {
  const { language } = reader
  const at = BEFORE_YEAR.has(wordAt(reader, place)) ? place + 1 : place
  const years = WHICH_BEFORE[language].get(wordAt(reader, at))
  if (years === undefined || pieceOr(reader.pieces, at).before === 'line') return null
  const noun = UNITS[language].get(wordAt(reader, at + 1))
  return noun === 'year' ? { years, next: at + 2 } : null
}

function made(
  reader: Reader,
  first: number,
  next: number,
  found: { year: number; next: number } | null,
  month: number,
  day: number | null,
  to: number | null,
): Match | null {
  const relative = found === null ? yearCounted(reader, next) : null
  if (relative !== null) {
    const whole = made(reader, first, next, { year: 2_000, next: relative.next }, month, day, to)
    const meaning = whole === null ? null : ({ ...whole.meaning, year: null } as Meaning)
    return whole === null || meaning === null ? null : { ...whole, meaning, years: relative.years }
  }
  const year = found?.year ?? null
  const end = found?.next ?? next
  if (day === null) return { first, next: end, meaning: { is: 'month', year, month }, time: null }
  if (year !== null && !isDay(year, month, to ?? day)) return null
  const stop =
    found === null && wordAt(reader, end - 1) === '.' && pieceOr(reader.pieces, end).before === 'line'
  const meaning: Meaning =
    to === null ? { is: 'day', year, month, day } : { is: 'days', year, month, day, to }
  return { first, next: stop ? end - 1 : end, meaning, time: null }
}
