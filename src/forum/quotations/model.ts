import type { WordChange } from '@rostra/record'
import type { PostPlace } from '../posts/model.ts'

/** Quotations with fewer words have no place on record: everybody says them. */
export const LEAST_WORDS = 3
/** Shorter ones are found again word for word only, and only where the same speaker said them. */
export const LEAST_COMPARED = 6

/** Words that more posts than this carry are a saying or a slogan: nobody carries them from anybody. */
export const MOST_POSTS = 500
/** The same for quotations of fewer than `LEAST_COMPARED` words. */
export const MOST_POSTS_SHORT = 200

/** Lines of a list that are read at once, unless a number is given. */
export const STANDS_AT_ONCE = 30
export const SPEAKERS_AT_ONCE = 60

/** A post that something on record leads to; one that the reader may read. */
export interface NamedPost extends PostPlace {
  readonly id: number
  readonly threadTitle: string
  readonly threadSlug: string
  readonly boardId: number
  /** Null where no member wrote it. */
  readonly authorId: number | null
  /** Who wrote it; null for a guest without a name. */
  readonly authorName: string | null
  /** When it was written, epoch milliseconds. */
  readonly at: number
}

/** Somebody who is quoted: the name that all names joined to it go by. */
export interface NamedSpeaker {
  readonly id: number
  readonly name: string
}

/** Where a quotation stands beside a post, among the posts that the reader may read. */
export interface Spread {
  readonly quotationId: number
  /** The post that has it first; null where that is this one. */
  readonly first: NamedPost | null
  /** In how many posts later than the first it stands too, altered ones included; this one left out. */
  readonly laterCount: number
  /** How many of all other posts have it in other words than the first. */
  readonly alteredCount: number
  /** The earliest of those; null for none. */
  readonly altered: NamedPost | null
  /** Whether this post has other words than the first. */
  readonly isAltered: boolean
}

/** A quotation of a post that is on record. */
export interface QuotationOnRecord {
  /** The finding that it is; where it was broken off, that of its first part. */
  readonly key: string
  readonly quotationId: number
  /** Null where nobody is named. */
  readonly speaker: NamedSpeaker | null
  /** Null for a saying. */
  readonly spread: Spread | null
}

/** Where a quotation stands, for a list. */
export interface Stand {
  readonly quotationId: number
  /** The finding in its post. */
  readonly key: string
  readonly words: string
  readonly speaker: NamedSpeaker | null
  readonly post: NamedPost
}

/** A stand's place in a list by time: the one that was shown last. */
export interface StandPlace {
  readonly at: number
  readonly postId: number
  readonly key: string
}

/** Part of a list by time. */
export interface StandList {
  readonly stands: readonly Stand[]
  /** Where the list goes on; null at its end. */
  readonly next: StandPlace | null
}

/** A stand beside the first one. */
export interface ComparedStand extends Stand {
  /**
   * `first`: the earliest; `same`: word for word, or a part of it; `altered`: in other words, as `difference` shows.
   */
  readonly relation: 'first' | 'same' | 'altered'
  /** From the first words to these; null unless altered. */
  readonly difference: readonly WordChange[] | null
}

/** A quotation with all its stands that a reader may read, the earliest first. */
export interface QuotationSheet {
  readonly id: number
  /** The words of the earliest stand. */
  readonly words: string
  /** Everybody whom those stands name, each once, who is named by most first. */
  readonly speakers: readonly NamedSpeaker[]
  readonly first: NamedPost
  /** Posts that carry it, the first among them. */
  readonly postCount: number
  /** Those of them with other words than the first. */
  readonly alteredCount: number
  /** Part of the list, the earliest first. */
  readonly stands: readonly ComparedStand[]
  readonly next: StandPlace | null
}

/** A quotation in the list of those that most posts carry. */
export interface CarriedQuotation {
  readonly id: number
  /** Those of the earliest stand. */
  readonly words: string
  readonly speaker: NamedSpeaker | null
  readonly first: NamedPost
  /** Posts that carry it, the first among them. */
  readonly postCount: number
}

/** On how many posts a quotation, or a speaker's words, stood on a day. */
export interface DayOfSpread {
  /** ISO 8601, `2026-11-25`, in UTC. */
  readonly day: string
  readonly postCount: number
}

/** A speaker in a list. */
export interface ListedSpeaker extends NamedSpeaker {
  /** Posts that quote them, counted up to `MOST_COUNTED`. */
  readonly postCount: number
}

/** Posts are counted so far for each speaker of a list; where that is reached, there may be more. */
export const MOST_COUNTED = 100

/** A speaker's place in the list by name. */
export interface SpeakerPlace {
  readonly nameKey: string
}

/** Part of the list of speakers, by name. */
export interface SpeakerList {
  readonly speakers: readonly ListedSpeaker[]
  readonly next: SpeakerPlace | null
}

/** A speaker with what posts report of them. */
export interface SpeakerSheet extends NamedSpeaker {
  /** The other names that count as theirs, as far as posts that may be read have them. */
  readonly otherNames: readonly NamedSpeaker[]
  /** Latest first. */
  readonly stands: readonly Stand[]
  readonly next: StandPlace | null
}

/** A name as an administrator sees it. */
export interface KeptSpeaker extends NamedSpeaker {
  readonly nameKey: string
  /** The speaker that it was joined to. */
  readonly joinedTo: NamedSpeaker | null
}
