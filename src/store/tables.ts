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
