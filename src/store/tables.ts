import type { Generated } from 'kysely'

/** A boolean as both databases keep it. */
export type Flag = 0 | 1

/**
 * Every table. The SQL that touches one is owned by the `store.ts` of one feature. Times are epoch milliseconds (UTC),
 * booleans 0 or 1, JSON is text. Columns are written in snake case in the database.
 */
export interface Tables {
  settings: { name: string; value: string }
  versions: { name: string; value: number }
  members: {
    id: Generated<number>
    name: string
    nameKey: string
    address: string | null
    /** What the address is told apart by; nobody else may have it. */
    addressKey: string | null
    password: string | null
    role: 'member' | 'moderator' | 'administrator'
    title: string | null
    joinedAt: number
    country: string | null
    location: string | null
    messageCount: Generated<number>
    messageBase: Generated<number>
    reactionScore: Generated<number>
    reactionBase: Generated<number>
    avatar: string | null
    /** IANA name; null for the site's. */
    timeZone: string | null
    suspended: Generated<Flag>
  }
  groups: {
    id: Generated<number>
    name: string
    kind: 'guest' | 'member' | 'moderator' | 'administrator' | 'custom'
  }
  groupMembers: { groupId: number; memberId: number }
  boards: {
    id: Generated<number>
    parentId: number | null
    position: number
    title: string
    description: string
    section: Flag
    threadCount: Generated<number>
    postCount: Generated<number>
    lastThreadId: number | null
    lastPostAt: number | null
    version: Generated<number>
    /** The most words that a post may carry from one source; null for no limit. */
    excerptLimit: number | null
  }
  boardPermissions: { boardId: number; groupId: number; level: 'none' | 'see' | 'read' | 'reply' | 'start' }
  threads: {
    id: Generated<number>
    boardId: number
    title: string
    slug: string
    authorId: number | null
    guestName: string | null
    createdAt: number
    postCount: number
    lastNumber: number
    lastPostAt: number
    lastAuthorId: number | null
    locked: Generated<Flag>
    deletedAt: number | null
    version: Generated<number>
  }
  posts: {
    id: number
    authorId: number | null
    guestName: string | null
    createdAt: number
    html: string
    renderer: number
    revision: number
    editedAt: number | null
    deletedAt: number | null
    deletedBy: number | null
    deleteReason: string | null
    requestKey: string | null
  }
  revisions: {
    postId: number
    revision: number
    format: 'markdown' | 'bbcode'
    source: string
    authorId: number | null
    createdAt: number
    reason: string
  }
  reactions: { postId: number; memberId: number; kind: string; score: number; at: number }
  sessions: {
    hash: string
    memberId: number
    createdAt: number
    seenAt: number
    expiresAt: number
    /** The program that was signed in with, as it names itself. */
    agent: string
  }
  attempts: { name: string; count: number; since: number }
  tokens: { hash: string; purpose: string; memberId: number | null; expiresAt: number }
  files: { hash: string; type: string; bytes: Uint8Array }
  imports: { source: string; kind: string; key: string; objectId: number }
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
  outbox: { id: Generated<number>; event: string; at: number; doneAt: number | null }
  jobs: {
    id: Generated<number>
    name: string
    payload: string
    runAt: number
    attempts: Generated<number>
    claimedUntil: Generated<number>
    lastError: string | null
    deadAt: number | null
  }
  schedule: { name: string; ranAt: number }
}
