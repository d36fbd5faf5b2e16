import { createRequire } from 'node:module'
import { Refused } from '#base/errors.ts'
import { MAX_NAME, MIN_NAME } from './model.ts'
import { isOfOneScript } from './scripts.ts'

/** Characters that are not seen, or are nobody's yet: control, format, private, unassigned, halves, separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
const IGNORED = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const SPACES = /[\s\p{Z}]+/gu
/** Letters, marks and digits of every script, and what joins the words of a name. */
const ALLOWED = /^[\p{L}\p{M}\p{Nd} .\-_'’·]*$/u
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u
/** In decomposed text: a mark on nothing, one twice over, or more of them than the writing of any language puts there. */
const STACKED = /(?:^|[^\p{L}\p{M}\p{Nd}])\p{M}|(\p{Mn})\1|\p{Script=Inherited}{3}|\p{M}{7}/u

const LATIN_LETTERS = /^[A-Za-z]+$/
const isLetter = (character: string): boolean => /\p{L}/u.test(character)

let prototypes: ReadonlyMap<string, string> | undefined

/** Character → what it looks like: the table of UTS #39 (confusables.txt), as the package `unhomoglyph` carries it. */
function lookOf(character: string): string {
  prototypes ??= new Map(
    Object.entries(createRequire(import.meta.url)('unhomoglyph/data.json') as Record<string, string>),
  )
  return prototypes.get(character) ?? character
}

/** Letters without the difference of capital and small, the final sigma and the long s among them. */
const folded = (text: string): string =>
  Array.from(text, character => character.toUpperCase().toLowerCase()).join('')

/**
 * How a letter is read among others of its kind: as the Latin letters it looks like, small or capital, where it looks like
 * any; so that `в`, whose capital is drawn as a B, is read the same in both cases.
 */
function readingOf(character: string): string {
  const small = lookOf(character)
  if (!isLetter(character) || LATIN_LETTERS.test(small)) return small
  const capital = lookOf(character.toUpperCase())
  return LATIN_LETTERS.test(capital) ? capital : small
}

/** The text as the eye reads it, when every letter of it, as it is drawn, could be a Latin one; else null. */
function latinLook(text: string): string | null {
  let look = ''
  for (const character of text.normalize('NFD')) {
    const one = lookOf(character)
    if (isLetter(character) && !LATIN_LETTERS.test(one)) return null
    look += one
  }
  return look
}

/**
 * Name → what it is told apart by: two names with the same key are read as the same. Compatibility forms are unified
 * (NFKC), capitals folded, spaces run together, invisible characters dropped, and each character replaced by the one it
 * looks like (the skeleton of UTS #39, section 4). `I`, `i`, `l` and `1` count as one: the first is drawn like the last
 * two and is the capital of the second. Any text has a key, be it a name or not.
 */
export function nameKeyOf(name: string): string {
  const plain = name.normalize('NFKC').replace(IGNORED, '').replace(SPACES, ' ').trim()
  const read = latinLook(plain) ?? Array.from(folded(plain).normalize('NFD'), readingOf).join('')
  return read
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('i', 'l')
    .replace(/l\u0307/g, 'l')
    .replaceAll('rn', 'm')
}

/**
 * A name as typed → the name as it will be shown (NFKC, single spaces). Throws `invalid` for the field `name` when it is
 * too short or too long, holds what cannot be seen or is no part of a name, heaps up marks, or mixes scripts.
 */
export function checkName(typed: string): string {
  const refuse = (key: string, limit?: number): Refused =>
    new Refused('invalid', key, { field: 'name', ...(limit !== undefined && { values: { limit } }) })
  const name = typed.normalize('NFKC').replace(SPACES, ' ').trim()
  if (UNSEEN.test(typed.replace(SPACES, ' ')) || UNSEEN.test(name)) throw refuse('name.unseen')
  const length = [...name].length
  if (length === 0) throw refuse('form.required')
  if (length < MIN_NAME) throw refuse('form.too-short', MIN_NAME)
  if (length > MAX_NAME) throw refuse('form.too-long', MAX_NAME)
  if (!ALLOWED.test(name)) throw refuse('name.signs')
  if (!LETTER_OR_DIGIT.test(name)) throw refuse('name.no-letter')
  if (STACKED.test(name.normalize('NFD'))) throw refuse('name.marks')
  if (!isOfOneScript(name)) throw refuse('name.scripts')
  return name
}
