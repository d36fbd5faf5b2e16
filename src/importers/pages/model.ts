import type { AccountLine, Outcome } from '../account.ts'
import type { NeutralRecord } from '../neutral.ts'

/** One saved file as it was given: its name is only used to name it in the account. */
export interface PageFile {
  name: string
  bytes: Uint8Array
}

export interface ReadingOptions {
  /** Overrides the thread's title; text files read with one title are one thread. */
  title?: string
}

/** What a page may be asked about. */
export type PageItem =
  | 'page'
  | 'board'
  | 'member'
  | 'thread'
  | 'post'
  | 'quote'
  | 'image'
  | 'attachment'
  | 'embed'
  | 'signature'
  | 'edit'
  | 'advert'
  | 'time'

/** What became of one item of a page; `where` is the file, and the post's number where it belongs to a post. */
export interface PageLine extends AccountLine {
  item: PageItem
}

/** One page that was read: what is said of it, and the keys of the posts that were taken from it. */
export interface PageReading {
  line: PageLine
  lines: PageLine[]
  posts: string[]
}

/** Where a post stands, and what is said of its parts. */
export interface PostReading {
  where: string
  why: string
  parts: PageLine[]
}

export interface Reading {
  record: NeutralRecord
  /** What is left before anything is written: pages that are not there, posts that stand on two pages. */
  left: PageLine[]
  pages: PageReading[]
  /** By the posts' keys. */
  posts: Map<string, PostReading>
}

/** The largest file that is read, the deepest markup, and the most elements one page may hold. */
export const PAGE_BYTES_MAX = 20 * 1024 * 1024
export const TOO_LARGE = `larger than ${PAGE_BYTES_MAX / 1024 / 1024} MB, the most that is read of one page.`
export const PAGE_DEPTH_MAX = 1_000
export const PAGE_NODES_MAX = 250_000
/** How often elements of one page are looked at. */
export const PAGE_STEPS_MAX = 15_000_000

/** A file that cannot be read as a thread page; the whole run is refused. `message` is a sentence for its reader. */
export class PageRefused extends Error {
  readonly file: string
  /** The same without the file. */
  readonly sentence: string
  constructor(file: string, sentence: string) {
    super(`${file}: ${sentence}`)
    this.name = 'PageRefused'
    this.file = file
    this.sentence = sentence
  }
}

/** A page of no known forum software; `lookedFor` lists every software with the marks that were looked for. */
export class PageUnknown extends PageRefused {
  readonly lookedFor: readonly string[]
  constructor(file: string, lookedFor: readonly string[]) {
    super(
      file,
      `not a thread page this importer knows. It looked for:\n${lookedFor.map(line => `  ${line}`).join('\n')}`,
    )
    this.name = 'PageUnknown'
    this.lookedFor = lookedFor
  }
}

/** A printed time: epoch milliseconds (UTC), and how much of it the page stated. */
export interface Moment {
  at: number
  /** `stated`: the page names an offset; `assumed`: none is named, so UTC is taken. */
  zone: 'stated' | 'assumed'
  precision: 'minute' | 'day' | 'month'
}

/** A member card as printed beside a post; null where nothing is printed. */
export interface Card {
  title: string | null
  joined: Moment | null
  messages: number | null
  reactionScore: number | null
  country: string | null
  location: string | null
}

export const EMPTY_CARD: Card = {
  title: null,
  joined: null,
  messages: null,
  reactionScore: null,
  country: null,
  location: null,
}

/** A step of the breadcrumb between the site's start page and the thread. */
export interface Crumb {
  title: string
  /** True where the page shows that this step holds no threads itself. */
  section: boolean
}

/** What a converted post body left, or changed, in the order of the text. */
export interface BodyNote {
  item: 'quote' | 'image' | 'attachment' | 'embed'
  outcome: Outcome
  why: string
  /** The address or name of the one it is about. */
  which?: string
}

export interface PagePost {
  /** The post's identity on its site, e.g. `5084311`; null where none is printed. */
  id: string | null
  /** As printed, from 1; null where none is printed. */
  number: number | null
  author: string
  guest: boolean
  card: Card
  at: Moment | null
  /** BBCode; `post: …` references carry site post ids, see `quoteSource`. Null where the page does not hold the text. */
  body: string | null
  edited: { note: string; at: Moment | null; reason: string } | null
  signature: boolean
  notes: BodyNote[]
}

/** One page of a thread, whatever software printed it. */
export interface ThreadPage {
  file: string
  engine: string
  /** Softwares with the same addresses and ids. */
  family: string
  title: string
  /** Host and folder of the forum, e.g. `example.org/forum`; null where no absolute address shows it. */
  site: string | null
  /** The thread's identity on its site; null where no link shows it. */
  threadId: string | null
  crumbs: Crumb[]
  page: number
  pages: number
  /** Ordinal of the page's first post, from 1; null where the page does not show its size. */
  first: number | null
  /** Posts on a full page where the board keeps the software's own setting. */
  pageSize: number
  posts: PagePost[]
  account: PageLine[]
}
