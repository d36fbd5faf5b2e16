/**
 * What every importer reads into, and the one writer writes from: a community without its software. Times are epoch
 * milliseconds (UTC); keys are the source's own identities, unique within one kind of one source.
 */
export interface NeutralRecord {
  /** Names the source for the ledger of what was taken, e.g. `pages` or `example`. */
  source: string
  /** Whether the counts on its cards are those before the posts of the record, or have them counted in. */
  counts: 'before' | 'after'
  boards: NeutralBoard[]
  members: NeutralMember[]
  threads: NeutralThread[]
}

export interface NeutralBoard {
  key: string
  parent: string | null
  title: string
  description: string
  /** A section only groups boards. */
  section: boolean
}

export interface NeutralMember {
  /** See `keyWithin`. */
  key: string
  name: string
  /** A custom title, as printed; null where the source shows one earned by message count or none. */
  title: string | null
  joinedAt: number | null
  /** Counts as printed on the card; see `counts` of the record. */
  messages: number | null
  reactionScore: number | null
  country: string | null
  location: string | null
}

export interface NeutralThread {
  key: string
  /** A board's key. */
  board: string
  title: string
  posts: NeutralPost[]
}

export interface NeutralPost {
  key: string
  /** The number in its thread, from 1; numbers may be skipped where a page is missing. */
  number: number
  /** A member's key; null for a guest, whose name stands in `guestName`. */
  author: string | null
  guestName: string | null
  at: number | null
  format: 'markdown' | 'bbcode'
  /** First wording. A quote block names another post of the record as `post: ${reference(key)}`; the writer resolves it. */
  source: string
  /** Later wordings, oldest first. */
  edits: { at: number; source: string; reason: string }[]
  reactions: { member: string; kind: 'like' | 'funny' | 'disagree' }[]
}

const WITHIN = '#'

/**
 * The key of a member of one community of a source that holds several: two with one name are two people. `origin` is null
 * where the source does not say which community it is.
 */
export const keyWithin = (origin: string | null, name: string): string => `${origin ?? ''}${WITHIN}${name}`

/** The community that a member's key names, or null. */
export const originOf = (key: string): string | null => key.slice(0, Math.max(0, key.indexOf(WITHIN))) || null

/** What a member's key says besides. */
export const nameWithin = (key: string): string => key.slice(key.indexOf(WITHIN) + 1)

const MARK = '\u0001'

/** A post's key, written so that the writer can find it inside a source text. */
export const reference = (key: string): string => `${MARK}${key}${MARK}`

/** Every `post: …` reference inside a source text, with its key as first group; a leading comma belongs to it. */
export const REFERENCE = /, post: \u0001([^\u0001]*)\u0001/g
