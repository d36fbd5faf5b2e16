import type { Reader } from '../dates/date-match.ts'
import { pieceOr } from '../text/pieces.ts'
import {
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  DEGREES,
  DOLLARS,
  PEOPLES,
  PER,
  PERCENT_WORDS,
  RATE_UNITS,
  SHORT_UNITS,
  UNIT_WORDS,
} from './figure-unit-words.ts'

/** A unit, and the place of the first piece behind it (or, before an amount, where the amount begins). */
export interface UnitMatch {
  readonly unit: string
  readonly next: number
}

const NO_UNIT = ''
const LONGEST_CODE = Math.max(...[...CURRENCY_CODES.keys()].map(code => code.length))

function writtenAt(reader: Reader, place: number): string {
  const { start, end } = pieceOr(reader.pieces, place)
  return reader.text.slice(Math.max(0, start), Math.max(0, end))
}

/** A currency before an amount: "$", "US$", "HK $", "$A", "EUR", "RM"; null for none. */
export function currencyBefore(reader: Reader, place: number): UnitMatch | null {
  const { pieces } = reader
  const piece = pieceOr(pieces, place)
  const sign = CURRENCY_SIGNS.get(piece.lower)
  if (sign !== undefined) {
    const letters = pieceOr(pieces, place + 1)
    const whose =
      piece.lower === '$' && letters.before === '' && letters.capital ? DOLLARS.get(letters.lower) : undefined
    return whose === undefined ? { unit: sign, next: place + 1 } : { unit: whose, next: place + 2 }
  }
  if (piece.kind !== 'word' || !piece.capital) return null
  const behind = pieceOr(pieces, place + 1)
  if (behind.lower === '$' && behind.before !== 'line') {
    const whose = DOLLARS.get(piece.lower)
    return whose === undefined ? null : { unit: whose, next: place + 2 }
  }
  if (piece.end - piece.start > LONGEST_CODE) return null
  const code = CURRENCY_CODES.get(writtenAt(reader, place))
  return code === undefined || behind.before === 'line' ? null : { unit: code, next: place + 1 }
}

/** The unit behind an amount, '' for none; `next` is behind it, and behind what it is a rate of. */
export function unitBehind(reader: Reader, place: number, digits: boolean): UnitMatch {
  const found = unitAt(reader, place, digits)
  if (found === null) return { unit: NO_UNIT, next: place }
  return withRate(reader, found)
}

function unitAt(reader: Reader, place: number, digits: boolean): UnitMatch | null {
  const { pieces } = reader
  const piece = pieceOr(pieces, place)
  if (piece.before === 'line') return null
  if (piece.kind === 'sign') return signUnit(reader, place, digits)
  if (piece.kind !== 'word') return null
  const percent = percentAt(reader, place)
  if (percent !== null) return percent
  if (piece.lower === 'degrees' || piece.lower === 'degree' || piece.lower === 'grad') {
    const scale = DEGREES.get(pieceOr(pieces, place + 1).lower)
    return scale === undefined ? { unit: 'degrees', next: place + 1 } : { unit: scale, next: place + 2 }
  }
  const power = powerBefore(reader, place)
  if (power !== null) return power
  if ((piece.lower === 'de' || piece.lower === 'd') && reader.language !== 'en')
    return partitive(reader, place)
  return moneyOf(reader, place) ?? shortUnit(reader, place, digits) ?? wordUnit(reader, place)
}

/** "3,5 millions d’euros", "3 millones de dólares". */
function partitive(reader: Reader, place: number): UnitMatch | null {
  const mark = pieceOr(reader.pieces, place + 1).lower
  return wordUnit(reader, mark === "'" || mark === '’' ? place + 2 : place + 1)
}

function signUnit(reader: Reader, place: number, digits: boolean): UnitMatch | null {
  const { pieces } = reader
  const piece = pieceOr(pieces, place)
  if (piece.lower === '%' || piece.lower === '‰') return { unit: piece.lower, next: place + 1 }
  const currency = CURRENCY_SIGNS.get(piece.lower)
  if (currency !== undefined && digits && pieceOr(pieces, place + 1).kind !== 'digits')
    return { unit: currency, next: place + 1 }
  if (piece.lower === '°' || piece.lower === 'º') {
    const scale = DEGREES.get(pieceOr(pieces, place + 1).lower)
    return scale === undefined ? { unit: '°', next: place + 1 } : { unit: scale, next: place + 2 }
  }
  if (piece.lower === '″' && piece.before === '') return { unit: 'in', next: place + 1 }
  // "84-yard", "5-km": the unit is joined on.
  if (
    (piece.lower === '-' || piece.lower === '‑') &&
    piece.before === '' &&
    pieceOr(pieces, place + 1).before === ''
  ) {
    return percentAt(reader, place + 1) ?? wordUnit(reader, place + 1)
  }
  return null
}

function percentAt(reader: Reader, place: number): UnitMatch | null {
  const { pieces, language } = reader
  const word = pieceOr(pieces, place).lower
  if (word === 'percentage' || word === 'prozentpunkte' || word === 'prozentpunkten') {
    if (word !== 'percentage') return { unit: 'percentage points', next: place + 1 }
    const points = /^points?$/.test(pieceOr(pieces, place + 1).lower)
    return points ? { unit: 'percentage points', next: place + 2 } : null
  }
  const pair = `${word} ${pieceOr(pieces, place + 1).lower}`
  for (const phrase of PERCENT_WORDS[language]) {
    if (phrase !== word && phrase !== pair) continue
    const next = phrase === word ? place + 1 : place + 2
    const points = /^points?$/.test(pieceOr(pieces, next).lower)
    return points ? { unit: 'percentage points', next: next + 1 } : { unit: '%', next }
  }
  return null
}

const POWERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    square: '²',
    sq: '²',
    cubic: '³',
    cu: '³',
    quadrat: '²',
    nautical: ' nautical',
    fluid: ' fl',
    us: '',
  }),
)

/** "square miles", "sq m", "fluid ounce", "US gallon". */
function powerBefore(reader: Reader, place: number): UnitMatch | null {
  const power = POWERS.get(pieceOr(reader.pieces, place).lower)
  if (power === undefined) return null
  const stop = pieceOr(reader.pieces, place + 1).lower === '.' ? 1 : 0
  const base =
    shortUnit(reader, place + 1 + stop, true) ??
    powerBefore(reader, place + 1 + stop) ??
    wordUnit(reader, place + 1 + stop)
  return base === null
    ? null
    : { unit: power.startsWith(' ') ? `${power.slice(1)} ${base.unit}` : base.unit + power, next: base.next }
}

/** "Danish crowns", "Swiss francs", "US dollars". */
function moneyOf(reader: Reader, place: number): UnitMatch | null {
  const whose = PEOPLES.get(pieceOr(reader.pieces, place).lower)
  const money = pieceOr(reader.pieces, place + 1)
  if (whose === undefined || !MONEY_WORDS.has(money.lower)) return null
  return { unit: whose, next: place + 2 }
}

const MONEY_WORDS = new Set(
  'dollar dollars pound pounds franc francs franken crown crowns kronor krone kroner kronen krona peso pesos rupees rubles roubles lira yen yuan shekels riyals'.split(
    ' ',
  ),
)

/** A short unit as it is written, "5 W", "30 m", and a code behind: "110 JPY". */
function shortUnit(reader: Reader, place: number, digits: boolean): UnitMatch | null {
  const piece = pieceOr(reader.pieces, place)
  if (piece.kind !== 'word' || piece.lower.length > 4) return null
  const written = writtenAt(reader, place)
  const code = CURRENCY_CODES.get(written)
  if (code !== undefined && written !== 'PS') return { unit: code, next: place + 1 }
  const unit = SHORT_UNITS.get(written)
  if (unit === undefined || !digits) return null
  // "5 A", "3 s": a letter apart is a unit where the sentence does not go on with a name.
  const alone =
    written.length === 1 &&
    piece.before === 'space' &&
    ('AFGKJNLxc'.includes(written) || isApart(reader, place))
  return alone && written !== 'F' && written !== 'A' ? null : powered(reader, unit, place + 1)
}

function isApart(reader: Reader, place: number): boolean {
  const after = pieceOr(reader.pieces, place + 1)
  return after.kind === 'sign' && "'’".includes(after.lower)
}

function wordUnit(reader: Reader, place: number): UnitMatch | null {
  const piece = pieceOr(reader.pieces, place)
  if (piece.kind !== 'word') return null
  const unit = UNIT_WORDS.get(piece.lower)
  if (unit === undefined) return null
  if (piece.lower === 'won' && pieceOr(reader.pieces, place - 1).lower.length < 3) return null
  if (piece.lower === 'pounds' && pieceOr(reader.pieces, place + 1).lower === 'sterling')
    return { unit: 'GBP', next: place + 2 }
  const old = oldBehind(reader, place + 1)
  return old > place + 1 ? { unit, next: old } : powered(reader, unit, place + 1)
}

/** "years old", "year-old": read over. */
function oldBehind(reader: Reader, place: number): number {
  const { pieces } = reader
  if (pieceOr(pieces, place).lower === 'old') return place + 1
  return pieceOr(pieces, place).lower === '-' && pieceOr(pieces, place + 1).lower === 'old'
    ? place + 2
    : place
}

/** "m²", "cm2". */
function powered(reader: Reader, unit: string, place: number): UnitMatch {
  const piece = pieceOr(reader.pieces, place)
  if (piece.before === '') {
    if (piece.lower === '²' || piece.lower === '³') return { unit: unit + piece.lower, next: place + 1 }
    if (piece.lower === '2' || piece.lower === '3')
      return { unit: unit + (piece.lower === '2' ? '²' : '³'), next: place + 1 }
  }
  return { unit, next: place }
}

/** "per hour", "a barrel", "/cm2", "pro Kilo", "barrels a day": a rate belongs to the unit. */
function withRate(reader: Reader, found: UnitMatch): UnitMatch {
  const { pieces } = reader
  const per = pieceOr(pieces, found.next)
  if (!PER.has(per.lower) || per.before === 'line') return found
  const at = found.next + 1
  const piece = pieceOr(pieces, at)
  const touching = per.lower === '/' ? piece.before === '' : piece.before === 'space'
  if (!touching || piece.kind !== 'word') return found
  const power = powerBefore(reader, at)
  if (per.lower !== 'per' && per.lower !== '/' && power === null && !RATE_UNITS.has(piece.lower)) return found
  const base = power ?? shortUnit(reader, at, true) ?? wordUnit(reader, at)
  return { unit: `${found.unit}/${single(base?.unit ?? piece.lower)}`, next: base?.next ?? at + 1 }
}

/** "barrels" → "barrel", "centuries" → "century"; short units stay. */
function single(unit: string): string {
  if (unit.length < 4 || !/^[a-z]+s$/.test(unit)) return unit
  return unit.endsWith('ies') ? `${unit.slice(0, -3)}y` : unit.slice(0, -1)
}

/** A rate behind money that has its sign before it: "$3 a barrel", "$2.11 per gallon", and "$31.20 US". */
export function rateBehind(reader: Reader, unit: string, place: number): UnitMatch {
  const { pieces } = reader
  const piece = pieceOr(pieces, place)
  const whose =
    unit === 'USD' && piece.before === 'space' && writtenAt(reader, place).length <= 3 && piece.capital
  const dollars = whose ? DOLLARS_BEHIND.get(writtenAt(reader, place)) : undefined
  return dollars === undefined
    ? withRate(reader, { unit, next: place })
    : withRate(reader, { unit: dollars, next: place + 1 })
}

const DOLLARS_BEHIND: ReadonlyMap<string, string> = new Map(
  Object.entries({ US: 'USD', USD: 'USD', CAD: 'CAD', AUD: 'AUD', CDN: 'CAD' }),
)
