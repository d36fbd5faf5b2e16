import type { Generated } from 'kysely'
import type { Flag } from './flag.ts'

/** What was read in the posts. */
export interface RecordTables {
  readings: {
    postId: number
    /** The wording that was read. */
    revision: number
    /** The version of what read it and marked it. */
    engine: number
    /** The version of the renderer that had printed what was read. */
    renderer: number
    readAt: number
    /** `PostFindings` as JSON. */
    findings: string
    /** The post's HTML with its findings marked; null where there is nothing to mark. */
    html: string | null
  }
  /** What people changed of a reading, oldest first; the latest of a key holds. The key names a finding of the post. */
  corrections: {
    id: Generated<number>
    postId: number
    key: string
    change: 'withdraw' | 'restore' | 'speaker'
    /** The speaker as corrected; '' for none. */
    value: string
    reason: string
    memberId: number | null
    at: number
  }
  speakers: { id: Generated<number>; name: string; nameKey: string; joinedTo: number | null }
  /** Words that one or more posts report, in one wording or several that are alike. */
  quotations: {
    id: Generated<number>
    /** In how many posts it stands, whoever may read them. */
    postCount: Generated<number>
  }
  /** In how many posts of a board a quotation stands. */
  quotationBoards: { quotationId: number; boardId: number; postCount: number }
  /** Words of a quotation, as they were written where they were first read: nobody is shown these but by `stands`. */
  wordings: {
    id: Generated<number>
    quotationId: number
    words: string
    wordsHash: number
    wordCount: number
  }
  /** By which wordings with the same words are found. */
  wordingKeys: { hash: number; wordingId: number }
  /** Where a quotation stands: in which post, in which words, whose it is said to be, when. */
  stands: {
    postId: number
    key: string
    quotationId: number
    wordingId: number
    /** The words as the post has them; null where they are exactly those of the wording. */
    words: string | null
    speakerId: number | null
    /** The name as the post has it; null where it is exactly the speaker's, or where nobody is named. */
    speakerName: string | null
    /** The board of the post when it was read. */
    boardId: number
    at: number
  }
  fingerprints: { hash: number; postId: number }
  /** The fingerprints of each post once more, to take them out by, and how many words it has. */
  fingerprinted: {
    postId: number
    /** Six bytes each, lowest first, in the order of the text. */
    hashes: Uint8Array
    /** The stretches of its readable text that took no part, as JSON. */
    leftOut: string
    words: number
  }
  /** What a post shares with an earlier one: equal words, and the spans in both as JSON (`passages/packing.ts`). */
  passages: { postId: number; otherId: number; words: number; spans: string }
  sources: {
    id: Generated<number>
    postId: number
    /** The finding that it is a source of; for those in the text the source itself. */
    key: string
    origin: 'text' | 'given'
    url: string
    /** What tells the same page under other addresses. */
    addressKey: string
    publisher: string
    /** The day of publication as ISO 8601; '' where unknown. */
    published: string
    title: string
    /** What stands on the page around the words; '' where it was not fetched. */
    excerpt: string
    verdict: 'word-for-word' | 'altered' | 'not-found' | 'unreadable' | 'unchecked'
    /** The difference of the words, as JSON; '' for none. */
    difference: string
    memberId: number | null
    at: number
    /** When its page was asked for last; null where it never was. */
    checkedAt: Generated<number | null>
    /** One that was given stays when it is taken out, with who did it and why. */
    removedAt: Generated<number | null>
    removedBy: Generated<number | null>
    removeReason: Generated<string>
    /** Whether its finding is in the post no more: edited away, withdrawn, or read otherwise. */
    lost: Generated<Flag>
  }
  sourceRequests: { postId: number; key: string; memberId: number; at: number; lost: Generated<Flag> }
}
