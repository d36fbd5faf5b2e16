import type { ShownAnswer } from '#forum/answers/model.ts'
import type { Attachment } from '#forum/attachments/model.ts'
import type { Board } from '#forum/boards/tree.ts'
import type { ConversationAside } from '#forum/conversations/model.ts'
import type { LinkCard } from '#forum/link-cards/model.ts'
import type { MemberCard } from '#forum/members/model.ts'
import type { AskedPoll } from '#forum/polls/model.ts'
import type { Post } from '#forum/posts/model.ts'
import type { Prefix } from '#forum/prefixes/model.ts'
import type { ShownQuote } from '#forum/quotes/model.ts'
import type { Reactions } from '#forum/reactions/model.ts'
import type { RecordOfPost } from '#forum/record/model.ts'
import type { Tag } from '#forum/tags/model.ts'
import {
  type NumberRange,
  numbersAt,
  numbersOn,
  type PageSize,
  POSTS_PER_PAGE,
  pageOfNumber,
  pagesOf,
  type Thread,
} from '#forum/threads/model.ts'

/** What somebody may do with a post. */
export interface PostRights {
  readonly react: boolean
  readonly quote: boolean
  readonly edit: boolean
  readonly delete: boolean
  readonly restore: boolean
  /** Ask for sources of it. */
  readonly source: boolean
  /** Say that it is the answer, or that it is not. */
  readonly accept: boolean
  readonly unaccept: boolean
  readonly vote: boolean
  readonly closePoll: boolean
  /** Tell those who look after the forum of it. */
  readonly report: boolean
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
  /** The verdicts on what it quotes. */
  readonly quotes: readonly ShownQuote[]
  /** What is asked under it; null where nothing is. */
  readonly poll: AskedPoll | null
  /** Its files, those that its text shows among them. */
  readonly attachments: readonly Attachment[]
  /** Whether the reader ignores who wrote it. */
  readonly isIgnored: boolean
  /** What the pages say of themselves that it links to. */
  readonly links: readonly LinkCard[]
  /** The HTML of the writer's signature, under their first post of the page; null for none. */
  readonly signature: string | null
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
  readonly prefix: Prefix | undefined
  readonly tags: readonly Tag[]
  /** The post that answers it; null where none does. */
  readonly answer: ShownAnswer | null
  /** Where it stands, from the top down, its own board last. */
  readonly boards: readonly Board[]
  /** Null where no member started it. */
  readonly starter: MemberCard | null
  readonly page: number
  readonly pages: number
  /** Posts that this reader has on a page. */
  readonly size: PageSize
  readonly posts: readonly PostLine[]
  /** How many people the thread quotes; 0 for a reader who does not want to see the record. */
  readonly speakers: number
  /** Who is in it and what its reader made of it; null for a thread of a board. */
  readonly conversation: ConversationAside | null
  /** The reader may have the draft of a reply. */
  readonly hasDraft: boolean
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

/** What is asked of a thread: `page` by pages of the usual size, or the page on which the number `from` stands. */
export interface AskedPart {
  readonly page: number
  readonly from?: number | null
}

/** The part of a thread that somebody is shown. */
export interface ShownPart {
  /** Of the reader's own pages, the one on which it begins. */
  readonly page: number
  readonly pages: number
  readonly size: PageSize
  readonly range: NumberRange
}

/** What is asked of a thread → what a reader of so many posts a page is shown; null where the thread has no such part. */
export function partOf(thread: Thread, asked: AskedPart, size: PageSize): ShownPart | null {
  const { page, from = null } = asked
  if (from === null ? page > pagesOf(thread) : from > thread.lastNumber) return null
  const own = from === null ? null : numbersOn(pageOfNumber(from, size), size)
  const range = own ?? numbersAt(page, size)
  return { range, size, page: pageOfNumber(range.first, size), pages: pagesOf(thread, size) }
}

/** Where the usual page begins that holds the beginning of what is shown. */
export const usualPage = ({ page, size }: Pick<ThreadPage, 'page' | 'size'>): number =>
  size === POSTS_PER_PAGE ? page : pageOfNumber(numbersOn(page, size).first)

/** Markup that the styles within a page do not know: its page waits for the whole sheet, so that nothing leaps about. */
const RARE = /<(?:table|details|section|sup|mark|div|span)\b|class="(?:media|image|caption)"/

/** Whether a page of these posts needs all styles from the start. */
export const needsAllStyles = (posts: readonly PostLine[]): boolean =>
  posts.some(
    ({ post, poll, links, attachments, isIgnored }) =>
      poll !== null || links.length > 0 || attachments.length > 0 || isIgnored || RARE.test(post.html),
  )
