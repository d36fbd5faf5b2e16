import type { Findings, ReadOptions } from './findings.ts'
import { quotationsIn } from './quotations.ts'
import { repeatsIn } from './repeats.ts'

/** Raised whenever the same text is read differently, for those who keep what was read. */
export const ENGINE_VERSION = 1

/** The longest text that is read, in UTF-16 units. */
export const MAX_TEXT = 200_000

/**
 * Reads a text of up to `MAX_TEXT` UTF-16 units; throws a `RangeError` above. Paragraphs are set apart by line breaks.
 * The same text and options give the same findings, in time that grows with the text's length.
 */
export function read(text: string, options: ReadOptions = {}): Findings {
  if (text.length > MAX_TEXT) throw new RangeError(`A text of ${text.length} units is longer than ${MAX_TEXT}.`)
  void options
  return {
    language: 'english',
    quotations: quotationsIn(text),
    repeats: repeatsIn(text),
    ...{ figures: [], dates: [], sources: [], statements: [], stray: [] },
  }
}
