/**
 * What compares words and tells pages apart, without what reads a text: a tenth of the package, for whoever keeps and looks
 * up what was read.
 */

export type { Quotation, Span } from '../src/findings.ts'
export { dateOfAddress, plainAddress, publisherOf } from '../src/sources/addresses.ts'
export { ENGINE_VERSION, MAX_TEXT } from '../src/version.ts'
export { type FoundWords, findWords } from '../src/words/find-words.ts'
export { fingerprintsOf } from '../src/words/fingerprints.ts'
export { type Fit, fit, type Side } from '../src/words/fit.ts'
export { type Compared, ownShare, sharedPassages } from '../src/words/passages.ts'
export { type WordChange, wordDifference } from '../src/words/word-difference.ts'
export { compareWordings, type Quoted, quotationKeys, quotedOf } from '../src/words/wordings.ts'
export { wordsOf } from '../src/words/words.ts'
