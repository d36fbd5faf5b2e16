/** A stretch of a text, in UTF-16 code units (JavaScript string indices); `end` is the first unit behind it. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What was inferred and is not in the words themselves, and the place that it was read from. */
export interface Reading {
  /**
   * `pronoun`: "he" stands for a name; `surname` and `title`: a short or a described person for one named in full;
   * `continued`: no speaker beside the words, who spoke before goes on; `post-date`: counted from when the text was
   * written; `date-before`: counted from a date that the text named before; `year`: the year was left out; `order`: day
   * and month could be the other way round.
   */
  readonly how: 'pronoun' | 'surname' | 'title' | 'continued' | 'post-date' | 'date-before' | 'year' | 'order'
  /** Where in the text it was read from; null where it was not the text. */
  readonly from: Span | null
}

/** Words that the text reports as somebody's. */
export interface Quotation extends Span {
  /** `direct`: the words are all in quotation marks; `mixed`: a reported clause with some in marks; `indirect`: none. */
  readonly kind: 'direct' | 'mixed' | 'indirect'
  /** The stretches in quotation marks, without the marks; none for an indirect one. */
  readonly marked: readonly Span[]
  /** Who spoke, as named in the text; '' where it does not say, or two could be meant. */
  readonly speaker: string
  readonly speakerStart: number | null
  readonly speakerEnd: number | null
  /** The words that say that somebody spoke: "said", "according to"; '' for none. */
  readonly cue: string
  /** The fullest name that the text has for the speaker; '' where that is unknown. */
  readonly resolved: string
  /** How `resolved`, or the speaker, was inferred; null where it stands beside the words. */
  readonly reading: Reading | null
  /** Segments with the same number are one quotation that was broken off and went on. */
  readonly group: number
}

/** An amount, and what there is so much of. */
export interface Figure extends Span {
  /** The amount; of a range the lower end. */
  readonly value: number
  /** The upper end of a range; null for a single amount. */
  readonly to: number | null
  /** `about`, `over`, `under`, `up`, `down`: "around 300", "at least 300", "fewer than 300", "rose 3 %", "fell 3 %". */
  readonly change: 'about' | 'over' | 'under' | 'up' | 'down' | null
  /** What it is measured in: `%`, `EUR`, `km`, `USD/barrel`; '' for a number of things. Money by ISO 4217 where it is plain. */
  readonly unit: string
  /** What it counts or measures, in the words of the text; '' where it does not say. */
  readonly counts: string
}

/** A date or a span of time. */
export interface DateFinding extends Span {
  /**
   * ISO 8601 as exact as the text is: `2025`, `2025-05`, `2025-05-04`, `2025-05-04T14:00` on the writer's clock, `-0044`
   * for 44 BC; `a/b` from a to b; `--05` and `--05-04` where it is of every year, or the year is not known.
   */
  readonly value: string
  /** Null where the text has the whole date. */
  readonly reading: Reading | null
}

/** A source that the text gives. */
export interface Source extends Span {
  readonly url: string
  /** The publisher as readers know it, from the address: "reuters.com". */
  readonly publisher: string
  /** The day of publication where the address says it, as ISO 8601; '' otherwise. */
  readonly date: string
  /** What it is the source of: a sentence, a paragraph, or the whole text. */
  readonly of: Span
}

/** A sentence that states something which could have a source: no opinion, no question, nothing of the writer's own. */
export interface Statement extends Span {
  /** The place in `sources` of its source; null for none. */
  readonly source: number | null
}

/** A passage that stands elsewhere in the text before. */
export interface Repeat extends Span {
  readonly of: Span
}

/** Everything that was read in a text, each list in the order of the text. */
export interface Findings {
  /** Whether all was read: English. In other languages marks, figures, dates and repeats only; `quotations` have no speaker. */
  readonly language: 'english' | 'other'
  readonly quotations: readonly Quotation[]
  readonly figures: readonly Figure[]
  readonly dates: readonly DateFinding[]
  readonly sources: readonly Source[]
  readonly statements: readonly Statement[]
  readonly repeats: readonly Repeat[]
  /** Paragraphs that seem to belong elsewhere. */
  readonly stray: readonly Span[]
}

/** What is known of a text beside its words. */
export interface ReadOptions {
  /** When it was written, ISO 8601 `2025-05-04`; dates are counted from it. Left out: what needs it stays silent. */
  readonly date?: string
  /** Stretches of the text that are links. Addresses that stand in the text as such are found without. */
  readonly links?: readonly (Span & { readonly url: string })[]
}
