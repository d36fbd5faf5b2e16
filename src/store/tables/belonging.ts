import type { Generated } from 'kysely'
import type { Flag } from './flag.ts'

/** What goes with members and their conversations. */
export interface BelongingTables {
  /** Who is, or was, in a conversation; the thread is one of the board of conversations. */
  conversationMembers: {
    threadId: number
    memberId: number
    invitedBy: number | null
    joinedAt: number
    /** When they left; what comes later is not for them. */
    leftAt: Generated<number | null>
    /** The number of the last post that they have read. */
    readNumber: Generated<number>
    /** The number of the post that they were last sent mail about; until they have read it there is no other. */
    mailedNumber: Generated<number>
    /** Whether they want to hear nothing of it. */
    muted: Generated<Flag>
  }
  conversationLabels: { memberId: number; threadId: number; label: string }
  reports: {
    id: Generated<number>
    postId: number
    memberId: number | null
    reason: string
    /** The source as it was reported. */
    source: string
    revision: number
    at: number
    closedAt: Generated<number | null>
    closedBy: Generated<number | null>
    note: Generated<string>
  }
  /** A secret of a second factor, sealed with the forum's key. */
  authenticators: {
    memberId: number
    secret: string
    confirmedAt: number | null
    lastStep: Generated<number>
  }
  recoveryCodes: { memberId: number; hash: string }
  passkeys: {
    id: Generated<number>
    memberId: number
    credential: string
    publicKey: string
    counter: number
    transports: string
    name: string
    at: number
    usedAt: number | null
  }
  /** What a provider calls a member. */
  identities: { issuer: string; subject: string; memberId: number; at: number }
  providers: {
    id: Generated<number>
    name: string
    issuer: string
    clientId: string
    /** Sealed with the forum's key. */
    clientSecret: string
    /** Whether its word about addresses is taken. */
    trusted: Flag
    position: number
  }
  /** A question that was asked and whose answer is waited for: of a passkey, a provider, a second factor. */
  challenges: { hash: string; purpose: string; memberId: number | null; payload: string; expiresAt: number }
  invitations: {
    id: Generated<number>
    hash: string
    memberId: number | null
    /** The address that it is for; '' for anybody's. */
    address: string
    uses: number
    used: Generated<number>
    expiresAt: number
    at: number
  }
  joiningQuestions: { id: Generated<number>; question: string; answers: string; position: number }
  /** Names that members had before. */
  oldNames: { nameKey: string; name: string; memberId: number; until: number }
  profileFields: {
    id: Generated<number>
    label: string
    kind: 'line' | 'text' | 'link' | 'choice'
    /** The choices, one a line. */
    choices: string
    onCard: Flag
    position: number
  }
  profileValues: { memberId: number; fieldId: number; value: string }
  follows: { memberId: number; followedId: number; at: number }
  ignores: { memberId: number; ignoredId: number; at: number }
  badges: {
    id: Generated<number>
    name: string
    description: string
    /** What earns it by itself, as JSON; '' where it is given by hand. */
    rule: string
    position: number
  }
  memberBadges: {
    memberId: number
    badgeId: number
    at: number
    givenBy: number | null
    reason: string
    /** When somebody took it away; no rule gives it again then. */
    takenAt: Generated<number | null>
  }
  /** Kinds of mail that a member does not want. */
  unwantedMail: { memberId: number; kind: string }
}
