/**
 * Reads what a text says: quotations with their speakers, figures, dates, sources, statements, repeats, paragraphs that
 * stand astray. Pure and deterministic: rules and closed lists of words, no network, no model to download.
 */

export type {
  DateFinding,
  Figure,
  Findings,
  Quotation,
  Reading,
  ReadOptions,
  Repeat,
  Source,
  Span,
  Statement,
} from './findings.ts'
export { read } from './read.ts'
export { dateOfAddress, plainAddress, publisherOf } from './sources/addresses.ts'
export { paragraphsOf } from './text/paragraphs.ts'
export { ENGINE_VERSION, MAX_TEXT } from './version.ts'
export { type FoundWords, findWords } from './words/find-words.ts'
export { type Fingerprint, fingerprintsOf, gramHashes } from './words/fingerprints.ts'
export { type Compared, ownShare, type Passage, sharedPassages } from './words/passages.ts'
export { type WordChange, wordDifference } from './words/word-difference.ts'
export { compareWordings, type Quoted, quotationKeys, quotedOf, type Wording } from './words/wordings.ts'
export { type Words, wordsOf } from './words/words.ts'
