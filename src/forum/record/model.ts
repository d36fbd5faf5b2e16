import type { Figure, Quotation, Reading, Span } from '@rostra/record'
import { Refused } from '#base/errors.ts'
import { cleanLine } from '#base/text.ts'
import type { Keyed } from '../findings/model.ts'
import type { PostPlace } from '../posts/model.ts'

/** Limits of what is typed with a correction, in UTF-16 units. */
export const MAX_SPEAKER = 100
export const MAX_CORRECTION_REASON = 200

/** A post of this forum that something in the margin leads to; one that the reader may read. */
export interface OtherPost extends PostPlace {
  readonly threadTitle: string
  /** Who wrote it; null for a guest without a name. */
  readonly authorName: string | null
  /** When it was written, epoch milliseconds. */
  readonly at: number
}

/** Whose words a quotation is. */
export interface Speaker {
  /** As it is shown: as corrected, else the fullest name in the text, else the words of the text; '' for nobody. */
  readonly name: string
  /** The speaker in the words of the text: "he"; '' where the text has none beside the words. */
  readonly written: string
  /** How the name was inferred; null where it stands beside the words, and where it was corrected. */
  readonly reading: Reading | null
  /** The words that the reading was read from; '' for none. */
  readonly readFrom: string
  /** Whether somebody corrected it: then `name` is theirs. */
  readonly corrected: boolean
  /** The speaker's own page on record, by id; null where there is none. */
  readonly id: number | null
}

/** A source of a finding, in the text or given by a member. */
export interface EntrySource {
  /** Null for one that is read in the text and kept nowhere yet. */
  readonly id: number | null
  readonly origin: 'text' | 'given'
  readonly url: string
  /** "reuters.com" */
  readonly publisher: string
  /** The day of publication as ISO 8601; '' where unknown. */
  readonly published: string
  /** Of its page; '' where unknown. */
  readonly title: string
  /** What stands on the page around the words; '' where that was not looked for. */
  readonly excerpt: string
  /** Whether the page has the quoted words. */
  readonly verdict: 'word-for-word' | 'altered' | 'not-found' | 'unreadable' | 'unchecked'
  /** Who gave it; null for one in the text. */
  readonly memberId: number | null
}

/** Where a quotation stands beside this post, among the posts that the reader may read. */
export interface Spread {
  readonly quotationId: number
  /** The post that has it first; null where that is this one. */
  readonly first: OtherPost | null
  /** In how many posts later than the first it stands too, altered ones included; this one left out. */
  readonly laterCount: number
  /** How many of all other posts have it in other words. */
  readonly alteredCount: number
  /** The earliest of those; null for none. */
  readonly altered: OtherPost | null
  /** Whether this post has other words than the first. */
  readonly isAltered: boolean
}

/** What every entry of the margin has. Offsets are of the post's readable text. */
interface EntryBase extends Span {
  /** The name of the finding in its post; its page is `findingPath`. '' for a passage, which has none. */
  readonly key: string
  /**
   * The number in the text that leads here, from 1; null for an entry without a mark. The entry has the id
   * `entryId(post number, number)`, its mark `markId(post number, number)`.
   */
  readonly number: number | null
  /** As they stand in the text. */
  readonly words: string
}

/** What may be asked of an entry: where its source is. */
interface Sourced {
  /** Those that members gave first, then those in the text that cover it. */
  readonly sources: readonly EntrySource[]
  /** How many members ask for a source. */
  readonly asked: number
  /** Whether the reader does. */
  readonly askedByMe: boolean
}

/** A quotation; where it was broken off by its speaker it is one entry. */
export interface QuotationEntry extends EntryBase, Sourced {
  readonly kind: 'quotation'
  readonly quotation: Keyed<Quotation>
  readonly form: Quotation['kind']
  /** The parts of it in the text, in order; one or more, the first that of `key`. */
  readonly parts: readonly Keyed<Quotation>[]
  readonly speaker: Speaker
  /** Null where it is too short to be followed, or not yet known. */
  readonly spread: Spread | null
}

/** An amount: as written, and its value. */
export interface FigureEntry extends EntryBase, Sourced {
  readonly kind: 'figure'
  readonly figure: Keyed<Figure>
}

/** A sentence that states something and has no source in the text; in the margin where somebody asked or gave one. */
export interface StatementEntry extends EntryBase, Sourced {
  readonly kind: 'statement'
}

/** A source in the text. */
export interface SourceEntry extends EntryBase {
  readonly kind: 'source'
  readonly source: EntrySource
}

/** A passage that an earlier post has too; `words` begin it. */
export interface PassageEntry extends EntryBase {
  readonly kind: 'passage'
  /** The post that has it first of those that share it. */
  readonly other: OtherPost
  /** Where in the other post's readable text it stands. */
  readonly of: Span
  /** How many words are equal. */
  readonly wordCount: number
}

/** A line of the margin. */
export type Entry = QuotationEntry | FigureEntry | StatementEntry | SourceEntry | PassageEntry

/** A finding that was withdrawn, for those who may have it back. */
export interface WithdrawnFinding {
  readonly key: string
  readonly words: string
  readonly reason: string
}

/** What the margin of a post shows to a reader. */
export interface RecordOfPost {
  /** In the order of the text. */
  readonly entries: readonly Entry[]
  /** Sentences that could have a source and have none, in the order of the text; also those among the entries. */
  readonly unsourced: readonly StatementEntry[]
  /** Filled for those alone who may correct the readings of the post: its author and moderators. */
  readonly withdrawn: readonly WithdrawnFinding[]
  /** Paragraphs that seem to belong elsewhere, as they begin; filled for those alone too. */
  readonly stray: readonly string[]
  /** Whether the reader may correct readings of this post. */
  readonly mayCorrect: boolean
  /** Share of the words that no earlier post has, 0 to 1; null where that is unknown. */
  readonly ownShare: number | null
  /** In how many posts that the reader may read passages of this one stand later. */
  readonly passageCount: number
  /**
   * The post's HTML with its findings marked, to be shown in place of `post.html` through `inWords`; null where nothing
   * is marked, or where the post has been changed since it was read.
   */
  readonly html: string | null
}

/** What is shown of a post that nothing was found in. */
export const NOTHING_ON_RECORD: RecordOfPost = {
  ...{ entries: [], unsourced: [], withdrawn: [], stray: [], mayCorrect: false },
  ...{ ownShare: null, passageCount: 0, html: null },
}

/** The id of an entry in the margin of the post with a number in its thread. */
export const entryId = (postNumber: number, entry: number): string => `p${postNumber}-r${entry}`

/** The id of the mark in the text that leads to an entry. */
export const markId = (postNumber: number, entry: number): string => `p${postNumber}-m${entry}`

/** A speaker as typed → the same on one line; '' for none. Throws `invalid` for the field `speaker` when it is too long. */
export function readSpeaker(typed: string): string {
  const speaker = cleanLine(typed)
  if (speaker.length <= MAX_SPEAKER) return speaker
  throw new Refused('invalid', 'form.too-long', { field: 'speaker', values: { limit: MAX_SPEAKER } })
}
