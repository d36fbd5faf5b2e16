/**
 * Reads what a text says: quotations with their speakers, figures, dates, sources, statements, repeats, paragraphs that
 * stand astray. Pure and deterministic: rules and closed lists of words, no network, no model to download.
 */

export { dateOfAddress, plainAddress, publisherOf } from './addresses.ts'
export { type FoundWords, findWords } from './find-words.ts'
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
export { type Fingerprint, fingerprintsOf, gramHashes } from './fingerprints.ts'
export { paragraphsOf } from './paragraphs.ts'
export { type Compared, ownShare, type Passage, sharedPassages } from './passages.ts'
export { ENGINE_VERSION, MAX_TEXT, read } from './read.ts'
export { type WordChange, wordDifference } from './word-difference.ts'
export { compareWordings, type Quoted, quotationKeys, quotedOf, type Wording } from './wordings.ts'
export { type Words, wordsOf } from './words.ts'
