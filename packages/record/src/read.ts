import { datesIn } from './dates/dates.ts'
import { figuresIn } from './figures/figures.ts'
import type { Findings, ReadOptions, Span } from './findings.ts'
import { markedIn } from './quotations/marked.ts'
import { quotationsOf } from './quotations/quotations.ts'
import { sourcesIn } from './sources/sources.ts'
import { statementsIn } from './sources/statements.ts'
import { isEnglish } from './text/language.ts'
import { paragraphsOf } from './text/paragraphs.ts'
import { passageOf } from './text/passage.ts'
import { piecesOf } from './text/pieces.ts'
import { MAX_TEXT } from './version.ts'
import { repeatsIn } from './words/repeats.ts'
import { strayParagraphs } from './words/stray.ts'
import { wordsOf } from './words/words.ts'

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
