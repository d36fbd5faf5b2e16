import type { Phrase } from './phrases.ts'

/** What a verb, a noun or a preposition reports: the words that say so, who spoke, and the clauses, in places of tokens. */
export interface Report {
  /** Null where the text does not say clearly who spoke. */
  readonly speaker: Phrase | null
  /** For "who" and "which": what they stand for. */
  readonly antecedent: Phrase | null
  /** The words that say that somebody spoke. */
  readonly cue: Phrase
  readonly clauses: readonly Phrase[]
}
