import type { Reader } from '../dates/date-match.ts'
import { UNITS } from '../dates/date-words.ts'
import { datesIn } from '../dates/dates.ts'
import type { DateFinding, Figure } from '../findings.ts'
import { type Piece, pieceOr, piecesOf } from '../text/pieces.ts'
import { writtenLanguage } from '../text/written-language.ts'
import { amountAt, mayBeAmount } from './figure-amounts.ts'
import { changeBefore } from './figure-changes.ts'
import { countedAt } from './figure-counts.ts'
import { isNoAmount } from './figure-refusals.ts'
import type { Amount } from './figure-scales.ts'
import { currencyBefore, rateBehind, type UnitMatch, unitBehind } from './figure-units.ts'

/**
 * A text → the amounts in it: in digits or words, with unit, what they count, and whether about, over, under, up or
 * down. Left out: dates, times, numbers of pages, streets, telephones, versions and lists, ordinals, and what is vague
 * ("dozens"). Reads English, German, French and Spanish ways of writing numbers. `dates`: what `datesIn` found in the
 * same text, whose digits are no amounts; an amount of time in one ("the last three months") stays a figure. `pieces`
 * spares reading the text twice. Linear; throws nothing.
 */
export function figuresIn(
  text: string,
  dates: readonly DateFinding[] = datesIn(text, '2000-01-01'),
  pieces: readonly Piece[] = piecesOf(text),
): Figure[] {
  const reader: Reader = { text, pieces, language: writtenLanguage(pieces), ancient: false }
  const figures: Figure[] = []
  let date = 0
  for (let place = 0; place < pieces.length; ) {
    const piece = pieces[place] as Piece
    while (date < dates.length && (dates[date] as DateFinding).end <= piece.start) date++
    if (piece.kind === 'word' && !piece.capital && !mayBeAmount(piece.lower, reader.language)) {
      place++
      continue
    }
    const within = date < dates.length && (dates[date] as DateFinding).start <= piece.start
    const found = within && !isDuration(reader, place) ? null : figureAt(reader, place)
    if (found === null) place = behindRun(pieces, place)
    else {
      figures.push(found.figure)
      place = found.next
    }
  }
  return figures
}

/** What touches refused digits is none either: "2.1.3". */
function behindRun(pieces: readonly Piece[], place: number): number {
  let next = place + 1
  if ((pieces[place] as Piece).kind !== 'digits') return next
  while (
    pieceOr(pieces, next).before === '' &&
    pieceOr(pieces, next + 1).kind === 'digits' &&
    pieceOr(pieces, next + 1).before === ''
  ) {
    if (!".-/:'’".includes(pieceOr(pieces, next).lower)) break
    next += 2
  }
  return next
}

/** A number in a date that counts days or years: "two weeks ago". */
function isDuration(reader: Reader, place: number): boolean {
  const amount = pieceOr(reader.pieces, place).kind === 'sign' ? null : amountAt(reader, place)
  return amount !== null && UNITS[reader.language].has(pieceOr(reader.pieces, amount.next).lower)
}

/** An amount with its unit, from before the currency sign to behind the unit. */
interface Measured {
  readonly first: number
  readonly amount: Amount
  readonly unit: string
  readonly next: number
}

function figureAt(reader: Reader, place: number): { figure: Figure; next: number } | null {
  const one = measuredAt(reader, place)
  if (one === null) return null
  const range = rangeBehind(reader, one)
  const next = range?.next ?? one.next
  const unit = range?.unit ?? one.unit
  if (isPronoun(reader, one, unit)) return null
  const { change, first } = changeBefore(reader, one.first)
  const signed = signBefore(reader, one)
  const share = one.amount.part || unit === '%'
  const plus = pieceOr(reader.pieces, next).lower === '+' && pieceOr(reader.pieces, next).before === ''
  const counted = countedAt(reader, plus ? next + 1 : next, share || unit !== '')
  const figure: Figure = {
    start: pieceOr(reader.pieces, signed === null ? first : first - 1).start,
    end: pieceOr(reader.pieces, plus ? next : next - 1).end,
    value: (range?.from ?? one.amount.value) * (signed === 'below' ? -1 : 1),
    to: range?.to ?? null,
    change: signed === 'up' || signed === 'down' ? signed : (change ?? (plus ? 'over' : null)),
    unit,
    counts: counted === null ? '' : reader.text.slice(counted.start, counted.end),
  }
  return { figure, next }
}

function measuredAt(reader: Reader, place: number): Measured | null {
  const { pieces } = reader
  const piece = pieceOr(pieces, place)
  const currency = piece.kind === 'digits' ? null : currencyBefore(reader, place)
  const from = currency?.next ?? place
  const begins = pieceOr(pieces, from)
  if (currency !== null && begins.kind !== 'digits' && begins.lower !== '.') return null
  if (begins.kind === 'sign' && begins.lower !== '.' && begins.lower > '~' === false) return null
  const amount = amountAt(reader, from)
  if (amount === null || runsOn(reader, amount)) return null
  if (currency !== null) {
    const rate = rateBehind(reader, currency.unit, amount.next)
    return { first: place, amount, unit: rate.unit, next: rate.next }
  }
  const unit: UnitMatch = unitBehind(reader, amount.next, amount.digits)
  if (!amount.digits && (isSpan(reader, amount.next) || isSpokenTime(reader, amount.next))) return null
  const bare = unit.unit === '' && amount.scale === 1
  if (amount.digits && isNoAmount(reader, place, bare ? amount.next : unit.next, bare)) return null
  return { first: place, amount, unit: unit.unit, next: unit.next }
}

/** "2k23": digits behind what multiplies are no amount. */
function runsOn(reader: Reader, { digits, scale, next }: Amount): boolean {
  const after = pieceOr(reader.pieces, next)
  return digits && scale > 1 && after.kind === 'digits' && after.before === ''
}

/** "three o'clock" */
function isSpokenTime(reader: Reader, next: number): boolean {
  return pieceOr(reader.pieces, next).lower === 'o' && pieceOr(reader.pieces, next + 2).lower === 'clock'
}

/** "a two-way street", "tenfold": a number within a word that counts nothing. */
const KINDS = new Set(
  'way step fold tier party time sided dimensional handed legged piece pronged'.split(' '),
)

/** "a five-year plan": a kind of plan, told by how long it lasts. */
function isSpan(reader: Reader, next: number): boolean {
  const { pieces, language } = reader
  const hyphen = pieceOr(pieces, next)
  if (hyphen.lower !== '-' || hyphen.before !== '' || pieceOr(pieces, next + 2).lower === '-') return false
  const noun = pieceOr(pieces, next + 1).lower
  return UNITS[language].has(noun) || KINDS.has(noun)
}

/** "+0.2%", "−5 °C": a sign that touches the amount, and nothing before it. */
function signBefore(reader: Reader, one: Measured): 'up' | 'down' | 'below' | null {
  const sign = pieceOr(reader.pieces, one.first - 1)
  if (sign.lower === 'minus' && reader.language !== 'fr') return 'below'
  if (one.first === 0 || sign.before === '' || pieceOr(reader.pieces, one.first).before !== '') return null
  if (sign.lower === '+') return 'up'
  if (sign.lower !== '-' && sign.lower !== '−' && sign.lower !== '–') return null
  return one.unit === '%' ? 'down' : 'below'
}

const JOINTS: ReadonlyMap<string, 'dash' | 'to' | 'and' | 'or'> = new Map(
  Object.entries({
    '-': 'dash',
    '–': 'dash',
    '—': 'dash',
    '‑': 'dash',
    to: 'to',
    bis: 'to',
    à: 'to',
    a: 'to',
    hasta: 'to',
    and: 'and',
    und: 'and',
    et: 'and',
    y: 'and',
    or: 'or',
  } as const),
)

interface Range {
  readonly from: number
  readonly to: number
  readonly unit: string
  readonly next: number
}

/** "3 to 5", "between 3 and 5", "10–12", "5-10W", "1 to 2 thousand", "$3 billion to $5 billion": null for no range. */
function rangeBehind(reader: Reader, one: Measured): Range | null {
  const { pieces, language } = reader
  const joint = pieceOr(pieces, one.next)
  const kind = JOINTS.get(joint.lower)
  if (kind === undefined || joint.before === 'line' || (joint.lower === 'a' && language !== 'es')) return null
  let at = one.next + 1
  // "200,000 to-260,000", "from up to 252 to 287"
  if (kind === 'to' && pieceOr(pieces, at).lower === '-') at++
  const other = secondEnd(reader, at)
  if (other === null || other.amount.part !== one.amount.part) return null
  const unit = one.unit === '' || one.unit === other.unit ? other.unit : other.unit === '' ? one.unit : null
  if (unit === null) return null
  const shared =
    one.amount.scale === 1 &&
    other.amount.scale > 1 &&
    one.amount.value < other.amount.value / other.amount.scale
  const from = shared ? one.amount.value * other.amount.scale : one.amount.value
  const to = other.amount.value
  return isRange(reader, one, kind, from, to) ? { from, to, unit, next: other.next } : null
}

function secondEnd(reader: Reader, place: number): Measured | null {
  const piece = pieceOr(reader.pieces, place)
  if (piece.before === 'line' || piece.kind === 'address') return null
  const currency = currencyBefore(reader, place)
  const from = currency?.next ?? place
  const amount = amountAt(reader, from)
  if (amount === null) return null
  const unit =
    currency === null
      ? unitBehind(reader, amount.next, amount.digits)
      : rateBehind(reader, currency.unit, amount.next)
  return { first: place, amount, unit: unit.unit, next: unit.next }
}

const FROM = new Set([
  'from',
  'between',
  'ranging',
  'of',
  'by',
  'um',
  'von',
  'zwischen',
  'de',
  'entre',
  'desde',
])

function isRange(
  reader: Reader,
  one: Measured,
  kind: 'dash' | 'to' | 'and' | 'or',
  from: number,
  to: number,
): boolean {
  const { pieces } = reader
  const before = pieceOr(pieces, one.first - 1).lower
  const { first, change } = changeBefore(reader, one.first)
  const said = FROM.has(before) || FROM.has(pieceOr(pieces, first - 1).lower)
  if (kind === 'and') return said && to > from && /^(?:between|zwischen|entre)$/.test(before)
  if (kind === 'or') return to === from + 1
  if (kind === 'dash') return to > from
  if (to < from && (before === 'by' || before === 'um')) return false
  // "rose 3 points to 120" is a move and the place that it came to.
  return said || (to > from && change !== 'up' && change !== 'down')
}

const AFTER_ONE = new Set('of another way by or and can could should would who that is was more s'.split(' '))

/** "one" is an amount where something stands behind it that it counts; "a year" is none at all. */
function isPronoun(reader: Reader, { amount, first, next }: Measured, unit: string): boolean {
  const { pieces } = reader
  if (amount.digits || amount.part || amount.value !== 1) return false
  const word = pieceOr(pieces, first).lower
  if (word !== 'one' && word !== 'eins') return true
  const before = pieceOr(pieces, first - 1).lower
  if (/^(?:no|any|every|some|each|this|that|the|which|another|only)$/.test(before)) return true
  const after = pieceOr(pieces, next)
  if (unit !== '') return false
  return after.kind !== 'word' || AFTER_ONE.has(after.lower) || countedAt(reader, next, false) === null
}
