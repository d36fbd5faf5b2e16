import { GERMAN_TENS, GERMAN_UNITS, NUMERALS, type NumeralWord } from './numeral-words.ts'
import { type Piece, pieceOr } from './pieces.ts'
import type { WrittenLanguage } from './written-language.ts'

/** A number in words: its value and the place of the first piece behind it. */
export interface Numeral {
  readonly value: number
  readonly next: number
}

const LONGEST_GERMAN = 60

/**
 * Pieces and a place → the number that is written there in words ("twenty-five", "two hundred and six thousand",
 * "zweihundertfünf", "quatre-vingt-dix", "treinta y dos"), null where none begins. A number takes only words that can
 * follow: "one one one" are three. Linear in what it takes.
 */
export function numeralAt(pieces: readonly Piece[], at: number, language: WrittenLanguage): Numeral | null {
  const first = pieces[at]
  if (first?.kind !== 'word') return null
  if (language === 'de') return germanAt(pieces, at)
  const words = NUMERALS[language]
  const known = words.get(first.lower)
  if (known === undefined || known.kind === 'scale' || known.kind === 'hundred') {
    if (known === undefined || !(language === 'fr' || language === 'es')) return null
    if (first.lower !== 'mil' && first.lower !== 'mille' && first.lower !== 'cent') return null
  }
  return follow(pieces, at, language, words)
}

/** What has been read of a number: groups that a scale closed, and the group that is open. */
interface Open {
  total: number
  group: number
  /** How small the next part must be: after "twenty" below 10, after "hundred" below 100; 0: nothing may follow. */
  below: number
  /** How small the next scale must be: after "thousand" only a hundred or less follows. */
  scale: number
}

function follow(
  pieces: readonly Piece[],
  at: number,
  language: WrittenLanguage,
  words: ReadonlyMap<string, NumeralWord>,
): Numeral {
  const open: Open = { total: 0, group: 0, below: 1_000, scale: Number.POSITIVE_INFINITY }
  let next = at
  for (let place = at; ; ) {
    const word = words.get(pieceOr(pieces, place).lower)
    if (word === undefined || !take(open, word, language)) break
    next = place + 1
    place = next
    const joint = pieceOr(pieces, next)
    if (joint.lower === '-' && joint.before === '' && pieceOr(pieces, next + 1).before === '') place++
    else if (joint.before !== 'space') break
    else if (joins(joint.lower, language, open)) place++
    else if (pieces[place]?.before === 'line') break
  }
  return { value: open.total + open.group, next }
}

function joins(word: string, language: WrittenLanguage, open: Open): boolean {
  if (language === 'en') return word === 'and' && (open.group >= 100 || open.total > 0)
  if (language === 'fr') return word === 'et' && open.group >= 20
  return language === 'es' && word === 'y' && open.group % 100 >= 30
}

/** Adds a word to the number if it can follow; `false` where the number has ended before it. */
function take(open: Open, word: NumeralWord, language: WrittenLanguage): boolean {
  const { kind, value } = word
  if (kind === 'scale') return takeScale(open, value, language)
  if (kind === 'hundred') {
    if (open.group >= 100 || (open.group === 0 && language !== 'fr')) return false
    open.group = Math.max(1, open.group) * 100
    open.below = 100
    return true
  }
  if (language === 'fr' && value === 20 && open.group % 100 === 4) {
    open.group += 76
    open.below = 20
    return true
  }
  if (value >= open.below || value === 0)
    return kind === 'unit' && value === 0 && open.below === 1_000 && begin(open)
  open.group += value
  open.below = below(open.group, kind, language)
  return true
}

function begin(open: Open): boolean {
  open.below = 0
  return true
}

function below(group: number, kind: NumeralWord['kind'], language: WrittenLanguage): number {
  if (kind === 'hundreds') return 100
  if (kind === 'tens') return language === 'fr' && group % 100 === 60 ? 20 : 10
  // "dix-sept", "soixante-dix-huit": ten and a unit above six make one number.
  return language === 'fr' && group % 10 === 0 && group % 100 >= 10 ? 10 : 0
}

function takeScale(open: Open, value: number, language: WrittenLanguage): boolean {
  // "mil millones" is a thousand millions.
  if (open.group === 0 && open.total === 1_000 && value === 1e6) {
    open.total = 1e9
  } else if (
    language === 'es' &&
    value === 1e6 &&
    open.total > 0 &&
    open.total % 1_000 === 0 &&
    open.total < 1e6
  ) {
    open.total = (open.total + open.group) * value
  } else {
    if (value >= open.scale || (open.group === 0 && open.total > 0)) return false
    open.total += Math.max(1, open.group) * value
  }
  open.group = 0
  open.below = 1_000
  open.scale = language === 'es' && value === 1_000 ? 1e7 : value
  return true
}

/** "zweihundertfünf Millionen": a word that is a number, and scales that are words by themselves. */
function germanAt(pieces: readonly Piece[], at: number): Numeral | null {
  const words = NUMERALS.de
  let total = 0
  let next = at
  for (let limit = Number.POSITIVE_INFINITY; ; ) {
    const piece = pieceOr(pieces, next)
    if (piece.kind !== 'word' || (next > at && piece.before !== 'space')) break
    const known = words.get(piece.lower)
    const amount = known?.kind === 'unit' ? known.value : germanWord(piece.lower)
    if (amount === null) break
    const scale = words.get(pieceOr(pieces, next + 1).lower)
    if (scale?.kind === 'scale' && scale.value < limit) {
      total += amount * scale.value
      limit = scale.value
      next += 2
      continue
    }
    if (next > at && (amount >= limit || amount < 100)) break
    return { value: total + amount, next: next + 1 }
  }
  return next > at ? { value: total, next } : null
}

/** "dreihundertfünfundzwanzigtausend" → 325000; null for a word that is no number. */
function germanWord(word: string): number | null {
  if (word.length < 3 || word.length > LONGEST_GERMAN) return null
  const thousand = word.indexOf('tausend')
  if (thousand === -1) return germanBelowThousand(word)
  const front = thousand === 0 ? 1 : germanBelowThousand(word.slice(0, thousand))
  const rest = word.slice(thousand + 7)
  const back = rest === '' ? 0 : germanBelowThousand(rest.replace(/^und/, ''))
  return front === null || back === null ? null : front * 1_000 + back
}

function germanBelowThousand(word: string): number | null {
  const hundred = word.indexOf('hundert')
  if (hundred === -1) return germanBelowHundred(word)
  const front = hundred === 0 ? 1 : germanBelowHundred(word.slice(0, hundred))
  const rest = word.slice(hundred + 7)
  const back = rest === '' ? 0 : germanBelowHundred(rest.replace(/^und/, ''))
  return front === null || back === null ? null : front * 100 + back
}

function germanBelowHundred(written: string): number | null {
  const word = written.replace('dreissig', 'dreißig')
  const unit = word === 'eins' ? 1 : GERMAN_UNITS.indexOf(word)
  if (unit !== -1) return unit
  const tens = GERMAN_TENS.indexOf(word)
  if (tens !== -1) return 20 + tens * 10
  const joint = word.indexOf('und')
  // "hundert" has an "und" too, but no unit stands before it.
  if (joint <= 0) return null
  const ones = GERMAN_UNITS.indexOf(word.slice(0, joint))
  const ten = GERMAN_TENS.indexOf(word.slice(joint + 3))
  return ones < 1 || ones > 9 || ten === -1 ? null : 20 + ten * 10 + ones
}
