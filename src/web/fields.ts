import * as v from 'valibot'
import { cleanLine, cleanLines } from '#base/text.ts'

const HIGHEST_ID = Number.MAX_SAFE_INTEGER

const tooShort = (issue: { input: string }): string =>
  issue.input === '' ? 'form.required' : 'form.too-short'

/** What is longer by so much than it may be is refused as it came: cleaning it would only take time. */
const cleanedUpTo =
  (max: number, clean: (text: string) => string) =>
  (typed: string): string =>
    typed.length > 4 * max + 1000 ? typed : clean(typed)

/**
 * One line of text; white space at its ends is dropped, within it becomes one space. Lengths are UTF-16 units, as browsers
 * count `maxlength`; `min` is 1 unless given, 0 makes it optional and '' when it is missing.
 */
export function line(limits: { max: number; min?: number }) {
  return v.pipe(
    whenMissing(limits.min ?? 1),
    v.transform(cleanedUpTo(limits.max, cleanLine)),
    v.minLength(limits.min ?? 1, tooShort),
    v.maxLength(limits.max, 'form.too-long'),
  )
}

/** Text of several lines, kept as typed but for white space at its end and empty lines at its start. */
export function text(limits: { max: number; min?: number }) {
  return v.pipe(
    whenMissing(limits.min ?? 1),
    v.transform(cleanedUpTo(limits.max, cleanLines)),
    v.minLength(limits.min ?? 1, tooShort),
    v.maxLength(limits.max, 'form.too-long'),
  )
}

/** A password or key: exactly the characters that were typed. */
export function secret(limits: { max: number; min?: number }) {
  return v.pipe(
    whenMissing(limits.min ?? 1),
    v.minLength(limits.min ?? 1, tooShort),
    v.maxLength(limits.max, 'form.too-long'),
  )
}

function whenMissing(min: number) {
  return min === 0
    ? v.optional(v.string('form.not-text'), '')
    : v.optional(v.string('form.not-text'), () => '')
}

/** One of a few words. */
export function choice<const T extends readonly [string, ...string[]]>(words: T) {
  return v.picklist(words, 'form.not-offered')
}

/** A whole number between two bounds, as digits of a form or a number of JSON. */
export function wholeNumber(limits: { min: number; max: number }) {
  return v.pipe(
    v.union(
      [v.number(), v.pipe(v.string(), v.trim(), v.maxLength(20), v.regex(/^-?\d+$/), v.transform(Number))],
      'form.not-number',
    ),
    v.safeInteger('form.not-number'),
    v.minValue(limits.min, 'form.too-low'),
    v.maxValue(limits.max, 'form.too-high'),
  )
}

/** The number by which something is known, 1 or more. */
export function id() {
  return wholeNumber({ min: 1, max: HIGHEST_ID })
}

/** A box that is ticked or not: a form sends it when it is, JSON says true or false. */
export function tick() {
  return v.pipe(
    v.optional(
      v.union([v.boolean(), v.picklist(['on', '1', 'true', 'false', '0', ''])], 'form.not-offered'),
      false,
    ),
    v.transform(value => value === true || value === 'on' || value === '1' || value === 'true'),
  )
}

/** Up to `max` values of one kind; a form that sends one of them sends no list. */
export function many<const S extends v.GenericSchema>(each: S, max: number) {
  return v.pipe(
    v.optional(v.unknown(), []),
    v.transform((value): unknown[] => (Array.isArray(value) ? value : [value])),
    // Counted first: a list that is too long is not worth looking through.
    v.maxLength(max, 'form.too-many'),
    v.array(each),
  )
}
