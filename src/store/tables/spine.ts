import type { Generated } from 'kysely'
import type { Flag } from './flag.ts'

/** Site, members, boards, threads, posts, and the work done behind them. */
export interface SpineTables {
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
    /** When the owner of the address said that it is theirs; null where nobody did yet. */
    addressConfirmedAt: Generated<number | null>
    /** `waiting` for approval; `gone` once the account was deleted and its posts stay. */
    state: Generated<'active' | 'waiting' | 'gone'>
    /** What was answered when joining, as JSON. */
    joiningAnswers: Generated<string>
    /** What the member chose for reading, as JSON. */
    preferences: Generated<string>
    /** Who may see which part of the profile, as JSON. */
    privacy: Generated<string>
    /** From whom the member takes conversations. */
    takesConversations: Generated<'anybody' | 'followed' | 'nobody'>
    /** Source and HTML of the signature; '' for none. */
    signature: Generated<string>
    signatureHtml: Generated<string>
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
    /** Minutes in which a member may change a post; null for always. */
    editMinutes: Generated<number | null>
    /** The kinds of thread that may be started, separated by spaces; '' for all. */
    kinds: Generated<string>
    /** Whether a thread needs a prefix. */
    prefixRequired: Generated<Flag>
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
    kind: Generated<'discussion' | 'question' | 'article'>
    prefixId: Generated<number | null>
    /** Of a question: the number of the post that answers it. */
    answer: Generated<number | null>
    /** Of an article: where it is from. */
    sourceUrl: Generated<string>
    /** What tells that address, or the first that its first post links to, under other spellings; '' for none. */
    sourceKey: Generated<string>
    /** Whether its title and address were made findable for who starts the same again. */
    keyed: Generated<Flag>
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
  tokens: {
    hash: string
    purpose: string
    memberId: number | null
    expiresAt: number
    /** What the token is bound to, a mail address for instance. */
    value: Generated<string>
  }
  files: { hash: string; type: string; bytes: Uint8Array }
  imports: { source: string; kind: string; key: string; objectId: number }
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
