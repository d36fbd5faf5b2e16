import type { Board } from '#forum/boards/tree.ts'
import type { MemberCard } from '#forum/members/model.ts'
import type { AskedPoll } from '#forum/polls/model.ts'
import type { Post } from '#forum/posts/model.ts'
import type { Reactions } from '#forum/reactions/model.ts'
import type { RecordOfPost } from '#forum/record/model.ts'
import type { Thread } from '#forum/threads/model.ts'

/** What somebody may do with a post. */
export interface PostRights {
  readonly react: boolean
  readonly quote: boolean
  readonly edit: boolean
  readonly delete: boolean
  readonly restore: boolean
  /** Ask for sources of it. */
  readonly source: boolean
  readonly vote: boolean
  readonly closePoll: boolean
}

/** A post with all that a page shows of it. */
export interface PostLine {
  readonly post: Post
  /** Null where no member wrote it, or where that is withheld. */
  readonly card: MemberCard | null
  /** The name of who deleted it, for those who may know it. */
  readonly deletedBy: string | null
  readonly reactions: Reactions
  /** What was read in it; nothing for a deleted one, and for a reader who does not want to see it. */
  readonly record: RecordOfPost
  /** What is asked under it; null where nothing is. */
  readonly poll: AskedPoll | null
  readonly may: PostRights
}

/** What somebody may do with a thread. */
export interface ThreadRights {
  readonly reply: boolean
  readonly rename: boolean
  readonly lock: boolean
  readonly unlock: boolean
  readonly delete: boolean
  readonly restore: boolean
}

/** One page of a thread as it shows to somebody. */
export interface ThreadPage {
  readonly thread: Thread
  /** Where it stands, from the top down, its own board last. */
  readonly boards: readonly Board[]
  /** Null where no member started it. */
  readonly starter: MemberCard | null
  readonly page: number
  readonly pages: number
  readonly posts: readonly PostLine[]
  /** How many people the thread quotes; 0 for a reader who does not want to see the record. */
  readonly speakers: number
  readonly may: ThreadRights
}

/** How many characters of a post describe its page. */
export const EXCERPT = 200

const PAGE = /^[1-9]\d{0,6}$/

/** `?page=3` → 3, nothing → 1, anything else → null. */
export function pageAsked(written: unknown): number | null {
  if (written === undefined) return 1
  return typeof written === 'string' && PAGE.test(written) ? Number(written) : null
}

/** Markup that the styles within a page do not know: its page waits for the whole sheet, so that nothing leaps about. */
const RARE = /<(?:table|details|section|sup|mark|div|span)\b|class="(?:media|image|caption)"/

/** Whether a page of these posts needs all styles from the start. */
export const needsAllStyles = (posts: readonly PostLine[]): boolean =>
  posts.some(({ post, poll }) => poll !== null || RARE.test(post.html))
