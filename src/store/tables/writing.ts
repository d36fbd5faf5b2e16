import type { Generated } from 'kysely'
import type { Flag } from './flag.ts'

/** What goes with threads and posts. */
export interface WritingTables {
  /** The quote blocks of each post's present wording that carry a post of this forum, counted from 0. */
  quotes: {
    postId: number
    position: number
    sourceId: number
    /** The wording that it says it was taken from. */
    sourceRevision: number
    verdict: 'word-for-word' | 'shortened' | 'altered' | 'edited-since' | 'gone'
    /** The difference of the words, as JSON; '' for none. */
    difference: string
  }
  /** A file by the SHA-256 (hex) of what was sent, stored once. */
  blobs: {
    hash: string
    kind: 'picture' | 'file'
    /** Media type, known by its content. */
    type: string
    /** Bytes of all that is stored of it. */
    size: number
    /** Pixels of a picture; null for other files. */
    width: number | null
    height: number | null
    /** What is stored of it, as JSON: format, pixels and bytes of each. */
    variants: string
    at: number
  }
  /** Somebody's use of a blob: in a post, or waiting for one. */
  attachments: {
    id: Generated<number>
    memberId: number | null
    hash: string
    name: string
    /** What a picture shows, in words. */
    alt: Generated<string>
    /** The post that carries it; null until one does. */
    postId: Generated<number | null>
    position: Generated<number>
    at: number
  }
  /** What somebody is writing: in which place, the fields as JSON. */
  drafts: { memberId: number; place: string; fields: string; at: number }
  prefixes: {
    id: Generated<number>
    name: string
    /** One of the tones of the style. */
    tone: string
    position: number
  }
  /** In which boards a prefix can be chosen; in all where it has no row. */
  prefixBoards: { prefixId: number; boardId: number }
  tags: { id: Generated<number>; name: string; nameKey: string }
  threadTags: { threadId: number; tagId: number }
  /** The words of a title that tell nearly the same one, by their hashes. */
  titleKeys: { hash: number; threadId: number }
  /** A thread that will be started: its fields as JSON. */
  scheduledThreads: {
    id: Generated<number>
    memberId: number
    boardId: number
    fields: string
    publishAt: number
    /** Why it could not be started; null while it waits. */
    failure: string | null
    at: number
  }
  polls: {
    postId: number
    question: string
    mostChoices: number
    closesAt: number | null
    /** Whether results are shown only to those who voted, until it is closed. */
    hiddenUntilVoted: Flag
    changeable: Flag
    voterCount: Generated<number>
    /** Whether nobody votes any more: its time is over, or somebody closed it. */
    closed: Generated<Flag>
  }
  pollOptions: {
    id: Generated<number>
    postId: number
    position: number
    text: string
    voteCount: Generated<number>
  }
  /** Who voted: one row each, so that two votes at once are one. */
  pollVoters: { postId: number; memberId: number; at: number }
  pollVotes: { optionId: number; memberId: number; postId: number }
  /** What a page says of itself, by what tells its address. */
  linkCards: {
    key: string
    url: string
    title: string
    description: string
    site: string
    /** The re-encoded picture; null for none. */
    picture: string | null
    state: 'asked' | 'ready' | 'failed'
    at: number
  }
  /** The links of a post that stand alone, in their order. */
  postLinks: { postId: number; position: number; key: string }
}
