import type { Span } from '../findings.ts'

/**
 * The words of a text in parallel lists: word `i` is `folded[i]` for comparing and stands at `starts[i]` to `ends[i]`
 * in the text (UTF-16 code units). `hashes[i]` is 32 well mixed bits of the folded word.
 */
export interface Words {
  readonly folded: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly hashes: Int32Array
}

/** What a character is to a word. The table is filled as characters are met. */
const OTHER = 1
const LETTER = 2
const DIGIT = 3
/** A letter of a script that is written without spaces: a word by itself. */
const SINGLE = 4
/** Belongs to the character before it. */
const MARK = 5
/** Cannot be seen: neither ends a word nor is part of it. */
const UNSEEN = 6
const APOSTROPHE = 7

const KINDS = new Uint8Array(0x10000)
const FOLDS: (string | undefined)[] = new Array(0x10000)

const SINGLES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const UNSEENS = /[\u00ad\u200b-\u200d\u2060\ufeff]/
const APOSTROPHES = /['\u2018\u2019\u02bc\u02b9\u2032\u0060\u00b4\uff07]/
/** Accents, Hebrew points, Arabic vowel signs and the stretching line: left out as often as written. */
const LOOSE_MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/gu
/** Letters that have no decomposition, and how they are written on a keyboard without them. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  ς: 'σ',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
}

/**
 * A text, or a stretch of it → its words, folded so that equal words are equal strings: compatibility forms (NFKC), case,
 * and accents are one ("Élysée" = "elysee", "ﬁne" = "fine"), and so are vowel points of Arabic and Hebrew; vowel signs
 * that carry meaning (Hindi, Thai, the Japanese voicing marks) stay. A word is a run of letters and digits; an
 * apostrophe within is dropped ("Mexico’s" = "mexicos"), a hyphen parts two words, "U.S." is "us", "300,000" is
 * "300000" and "3.5" stays "3.5". Scripts without spaces (Chinese, Japanese, Thai, Khmer …) give a word a character.
 * Linear in the length of the stretch.
 */
export function wordsOf(text: string, stretch: Span = { start: 0, end: text.length }): Words {
  const folded: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (let at = stretch.start; at < stretch.end; ) {
    const kind = kindAt(text, at)
    if (kind !== LETTER && kind !== DIGIT && kind !== SINGLE) {
      at += widthAt(text, at)
      continue
    }
    const end = kind === SINGLE ? singleEnd(text, at, stretch.end) : wordEnd(text, at, stretch.end)
    const word = fold(text, at, end)
    if (word !== '') {
      folded.push(word)
      starts.push(at)
      ends.push(end)
    }
    at = end
  }
  // A plain loop: `Int32Array.from` takes ten times as long.
  const hashes = new Int32Array(folded.length)
  for (let at = 0; at < hashes.length; at++) hashes[at] = hashOf(folded[at]!)
  return { folded, starts, ends, hashes }
}

/** The stretch of the text from the word `from` to the word before `to`; `from` < `to`. */
export function spanOf(words: Words, from: number, to: number): Span {
  return { start: words.starts[from]!, end: words.ends[to - 1]! }
}

/**
 * How many words of the length of English ones stand from word `from` to before `to`: a character of a script without
 * spaces counts half, because a word of these languages has two on the average.
 */
export function countWords(words: Words, from: number, to: number): number {
  let halves = 0
  for (let i = from; i < to; i++) {
    const word = words.folded[i]!
    halves += word.charCodeAt(0) >= 0x0e00 && kindAt(word, 0) === SINGLE ? 1 : 2
  }
  return halves / 2
}

/** The first word that ends behind a place in the text; the number of words where none does. */
export function wordAt(words: Words, place: number): number {
  let low = 0
  let high = words.ends.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (words.ends[middle]! > place) high = middle
    else low = middle + 1
  }
  return low
}

/** For each word whether a stretch touches it: 1 where one does. The stretches may overlap and need no order. */
export function wordsWithin(words: Words, stretches: readonly Span[]): Uint8Array {
  const within = new Uint8Array(words.folded.length)
  const sorted = [...stretches].sort((one, other) => one.start - other.start)
  let reached = 0
  for (const stretch of sorted) {
    const first = Math.max(reached, wordAt(words, stretch.start))
    for (reached = first; reached < within.length && words.starts[reached]! < stretch.end; reached++) {
      within[reached] = 1
    }
  }
  return within
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const known = KINDS[unit]!
  if (known !== 0) return known
  if (unit >= 0xd800 && unit < 0xdc00) return kindOf(String.fromCodePoint(text.codePointAt(at)!))
  const kind = kindOf(String.fromCharCode(unit))
  KINDS[unit] = kind
  return kind
}

function kindOf(character: string): number {
  if (APOSTROPHES.test(character)) return APOSTROPHE
  if (UNSEENS.test(character)) return UNSEEN
  if (/\p{M}/u.test(character)) return MARK
  if (/\p{N}/u.test(character)) return DIGIT
  if (!/\p{L}/u.test(character)) return OTHER
  return SINGLES.test(character) ? SINGLE : LETTER
}

function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit < 0xdc00 && text.codePointAt(at)! > 0xffff ? 2 : 1
}

function singleEnd(text: string, start: number, limit: number): number {
  let at = start + widthAt(text, start)
  while (at < limit && kindAt(text, at) === MARK) at += widthAt(text, at)
  return Math.min(at, limit)
}

function wordEnd(text: string, start: number, limit: number): number {
  let end = start
  for (let at = start; at < limit; ) {
    // Nearly every character is a known letter: half a pair beyond the plane is never in the table.
    if (KINDS[text.charCodeAt(at)] === LETTER) {
      end = ++at
      continue
    }
    const kind = kindAt(text, at)
    if (kind === LETTER || kind === DIGIT || kind === MARK) {
      at += widthAt(text, at)
      end = at
    } else if (kind === UNSEEN || joins(text, at, start)) at++
    else break
  }
  return Math.min(end, limit)
}

/** Whether a mark inside a word belongs to it: "don't", "300,000", "U.S.A". The word goes on only if a letter follows. */
function joins(text: string, at: number, start: number): boolean {
  const unit = text.charCodeAt(at)
  const known = KINDS[unit]
  if (known === APOSTROPHE) return isLetter(text, at + 1)
  if (unit !== 0x2e && unit !== 0x2c) return false
  if (kindAt(text, at - 1) === DIGIT) return at + 1 < text.length && kindAt(text, at + 1) === DIGIT
  if (unit !== 0x2e || !isLetter(text, at + 1) || isLetter(text, at + 2)) return false
  return isLetter(text, at - 1) && (at - 1 === start || text.charCodeAt(at - 2) === 0x2e)
}

function isLetter(text: string, at: number): boolean {
  return at < text.length && kindAt(text, at) === LETTER
}

function fold(text: string, start: number, end: number): string {
  let upper = false
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x61 && unit <= 0x7a) continue
    if (unit >= 0x41 && unit <= 0x5a) upper = true
    else if (unit < 0x30 || unit > 0x39) return foldSlowly(text.slice(start, end))
  }
  const word = text.slice(start, end)
  return upper ? word.toLowerCase() : word
}

function foldSlowly(word: string): string {
  let folded = ''
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    // Beyond the plane, and what composes with its neighbour, is folded as a whole.
    if ((unit >= 0xd800 && unit < 0xe000) || KINDS[unit] === MARK) return unjoined(foldText(word))
    folded += FOLDS[unit] ?? foldUnit(unit)
  }
  return unjoined(folded)
}

function foldUnit(unit: number): string {
  const folded = foldText(String.fromCharCode(unit))
  FOLDS[unit] = folded
  return folded
}

function foldText(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase().replace(LOOSE_MARKS, '').normalize('NFC')
  return plain.replace(
    /[ßςıøłđðþæœ'\u2018\u2019\u02bc\u02b9\u2032\u0060\u00b4\u00ad\u200b-\u200d\u2060\ufeff]/g,
    letter => SPELLED[letter] ?? '',
  )
}

/** Takes out the points of "U.S.A" and the commas before three digits. */
function unjoined(word: string): string {
  if (!word.includes('.') && !word.includes(',')) return word
  return word.replace(/,(?=\d{3}(?!\d))/g, '').replace(/(?<!\d)\.|\.(?!\d)/g, '')
}

/** A folded word → 32 well mixed bits of it (FNV-1a, mixed as in MurmurHash3). */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
