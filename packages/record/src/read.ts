import { datesIn } from './dates.ts'
import { figuresIn } from './figures.ts'
import type { Findings, ReadOptions, Span } from './findings.ts'
import { isEnglish } from './language.ts'
import { markedIn } from './marked.ts'
import { paragraphsOf } from './paragraphs.ts'
import { passageOf } from './passage.ts'
import { piecesOf } from './pieces.ts'
import { quotationsOf } from './quotations.ts'
import { repeatsIn } from './repeats.ts'
import { sourcesIn } from './sources.ts'
import { statementsIn } from './statements.ts'
import { strayParagraphs } from './stray.ts'
import { wordsOf } from './words.ts'

/** Raised whenever the same text is read differently, for those who keep what was read. */
export const ENGINE_VERSION = 1

/** The longest text that is read, in UTF-16 units. */
export const MAX_TEXT = 200_000

/**
 * Reads a text of up to `MAX_TEXT` UTF-16 units; throws a `RangeError` above. Paragraphs are set apart by line breaks.
 * The same text and options give the same findings, in time that grows with the text's length.
 */
export function read(text: string, options: ReadOptions = {}): Findings {
  if (text.length > MAX_TEXT)
    throw new RangeError(`A text of ${text.length} units is longer than ${MAX_TEXT}.`)
  const pieces = piecesOf(text)
  const words = wordsOf(text)
  const paragraphs = paragraphsOf(text)
  const dates = datesIn(text, options.date, pieces)
  const figures = figuresIn(text, dates, pieces)
  const sources = sourcesIn(text, options.links, pieces)
  const repeats = repeatsIn(text, words, paragraphs)
  const read = { figures, dates, sources, repeats }
  if (!isEnglish(pieces))
    return { language: 'other', ...read, quotations: markedIn(text, words), statements: [], stray: [] }
  const passage = passageOf(text)
  const quotations = quotationsOf(passage)
  return {
    language: 'english',
    ...{ ...read, quotations },
    statements: apartFrom(
      repeats,
      statementsIn(text, { ...read, quotations, marked: passage.marks }, pieces),
    ),
    stray: strayParagraphs(text, words, paragraphs, repeats),
  }
}

/** What stands in no repeat: whatever is said of a passage is said where it stands first. Both lists are in order. */
function apartFrom<T extends Span>(repeats: readonly Span[], findings: readonly T[]): T[] {
  let place = 0
  return findings.filter(({ start, end }) => {
    while (place < repeats.length && repeats[place]!.end <= start) place++
    return place === repeats.length || end <= repeats[place]!.start
  })
}
