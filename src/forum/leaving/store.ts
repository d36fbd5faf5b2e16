import { sql } from 'kysely'
import { postId, threadOf } from '#base/ids.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import type { Variant } from '../attachments/model.ts'
import { touchThread } from '../threads/store-write.ts'

/** Tables of which nothing stays of somebody who leaves, and the column that names them. */
export const PERSONAL = {
  sessions: 'memberId',
  tokens: 'memberId',
  authenticators: 'memberId',
  recoveryCodes: 'memberId',
  passkeys: 'memberId',
  challenges: 'memberId',
  identities: 'memberId',
  invitations: 'memberId',
  unwantedMail: 'memberId',
  drafts: 'memberId',
  scheduledThreads: 'memberId',
  conversationLabels: 'memberId',
  profileValues: 'memberId',
  memberBadges: 'memberId',
  oldNames: 'memberId',
  groupMembers: 'memberId',
} as const satisfies { [T in keyof Tables]?: 'memberId' extends keyof Tables[T] ? 'memberId' : never }

/** Takes away what only the account was for. */
export async function removePersonal(db: Writer, memberId: number): Promise<void> {
  for (const table of Object.keys(PERSONAL) as (keyof typeof PERSONAL)[])
    await db
      .deleteFrom(table as 'sessions')
      .where('memberId', '=', memberId)
      .execute()
  for (const [table, other] of [
    ['follows', 'followedId'],
    ['ignores', 'ignoredId'],
  ] as const)
    await db
      .deleteFrom(table as 'follows')
      .where(eb => eb.or([eb('memberId', '=', memberId), eb(other as 'followedId', '=', memberId)]))
      .execute()
}

/** Takes away everything that a member's row says, but for the name, and marks it as gone; → whether it was there. */
export async function emptyMember(db: Writer, memberId: number): Promise<boolean> {
  const nothing = { address: null, addressKey: null, addressConfirmedAt: null, password: null, avatar: null }
  const result = await db
    .updateTable('members')
    .set({
      ...nothing,
      ...{ title: null, country: null, location: null, timeZone: null, role: 'member', state: 'gone' },
      ...{ joiningAnswers: '', preferences: '', privacy: '', signature: '', signatureHtml: '' },
    })
    .where('id', '=', memberId)
    .where('state', '<>', 'gone')
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Lets a member leave all conversations. */
export async function leaveConversations(db: Writer, memberId: number, at: number): Promise<void> {
  await db
    .updateTable('conversationMembers')
    .set({ leftAt: at })
    .where('memberId', '=', memberId)
    .where('leftAt', 'is', null)
    .execute()
}

/** Lets nobody see what a member attached; it is swept in time. */
export async function takeOutAttachments(db: Writer, memberId: number, at: number): Promise<void> {
  await db.updateTable('attachments').set({ postId: null, at }).where('memberId', '=', memberId).execute()
}

/** The next posts of a member behind one whose words are still there, in the order of their ids. */
export async function postsWithWords(
  db: Reader,
  memberId: number,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('posts')
    .select('id')
    .where('authorId', '=', memberId)
    .where('id', '>', after)
    .where('html', '<>', '')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
}

/** A post that is about to be taken out, wherever it stands. Until the transaction ends nobody else changes its thread. */
export async function holdPost(
  db: Writer,
  id: number,
): Promise<
  | { authorId: number | null; deletedAt: number | null; boardId: number; threadDeletedAt: number | null }
  | undefined
> {
  await touchThread(db, threadOf(id))
  return db
    .selectFrom('posts')
    .innerJoin('threads', join => join.on('threads.id', '=', threadOf(id)))
    .select(['posts.authorId', 'posts.deletedAt', 'boardId', 'threads.deletedAt as threadDeletedAt'])
    .where('posts.id', '=', id)
    .executeTakeFirst()
}

/** Takes the words of posts away, in all their wordings. */
export async function blankPosts(db: Writer, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('posts').set({ html: '' }).where('id', 'in', ids).execute()
  await db.updateTable('revisions').set({ source: '', reason: '' }).where('postId', 'in', ids).execute()
  await db.deleteFrom('polls').where('postId', 'in', ids).execute()
  await db.deleteFrom('postLinks').where('postId', 'in', ids).execute()
  await db.deleteFrom('reports').where('postId', 'in', ids).execute()
}

/** A wording that a member wrote, for their own copy. */
export interface OwnWording {
  readonly postId: number
  readonly revision: number
  readonly format: string
  readonly source: string
  readonly createdAt: number
  readonly reason: string
  readonly boardId: number
  readonly threadTitle: string
  readonly threadAuthorId: number | null
  readonly deletedAt: number | null
}

/** Divides a post's id into its thread's. */
const POSTS_PER_THREAD = postId(1, 0)

/** The next wordings that a member wrote, behind one, wherever they stand and whether or not they are deleted. */
export async function ownWordings(
  db: Reader,
  memberId: number,
  after: { postId: number; revision: number },
  limit: number,
): Promise<OwnWording[]> {
  return db
    .selectFrom('posts')
    .innerJoin('revisions', 'revisions.postId', 'posts.id')
    .innerJoin('threads', join =>
      join.on('threads.id', '=', sql<number>`${sql.ref('posts.id')} / ${sql.lit(POSTS_PER_THREAD)}`),
    )
    .select(['posts.id as postId', 'revisions.revision', 'revisions.format', 'revisions.source'])
    .select([
      'boardId',
      'threads.title as threadTitle',
      'threads.authorId as threadAuthorId',
      'posts.deletedAt',
    ])
    .select(['revisions.createdAt', 'revisions.reason'])
    .where('posts.authorId', '=', memberId)
    .where('revisions.authorId', '=', memberId)
    .where(eb =>
      eb(eb.refTuple('posts.id', 'revisions.revision'), '>', eb.tuple(after.postId, after.revision)),
    )
    .orderBy('posts.id')
    .orderBy('revisions.revision')
    .limit(limit)
    .execute()
}

/** What a member's row says, the password aside, and where they are signed in. */
export async function ownAccount(db: Reader, memberId: number): Promise<object> {
  const account = await db
    .selectFrom('members')
    .select([
      'id',
      'name',
      'address',
      'addressConfirmedAt',
      'role',
      'title',
      'joinedAt',
      'country',
      'location',
    ])
    .select(['timeZone', 'messageCount', 'messageBase', 'reactionScore', 'reactionBase', 'suspended'])
    .select(['joiningAnswers', 'preferences', 'privacy', 'signature', 'avatar'])
    .where('id', '=', memberId)
    .executeTakeFirst()
  const sessions = await db
    .selectFrom('sessions')
    .select(['createdAt', 'seenAt', 'agent'])
    .where('memberId', '=', memberId)
    .orderBy('createdAt')
    .execute()
  return { ...account, sessions }
}

/** A file of a member: its name in the copy, and in the store of files. */
export interface OwnFile {
  readonly name: string
  readonly stored: string
}

/** The files that a member attached, each in its largest form. */
export async function ownFiles(db: Reader, memberId: number): Promise<OwnFile[]> {
  const rows = await db
    .selectFrom('attachments')
    .innerJoin('blobs', 'blobs.hash', 'attachments.hash')
    .select(['attachments.id', 'name', 'kind', 'variants'])
    .where('memberId', '=', memberId)
    .orderBy('attachments.id')
    .execute()
  return rows.flatMap(({ id, name, kind, variants }) => {
    const forms = JSON.parse(variants) as Variant[]
    const wanted = kind === 'picture' ? 'webp' : 'file'
    const largest = forms
      .filter(form => form.format === wanted)
      .sort((one, other) => other.width - one.width)[0]
    return largest
      ? [{ name: `${id}-${name}${kind === 'picture' ? '.webp' : ''}`, stored: largest.name }]
      : []
  })
}

/** What a member gave to posts of others. */
export async function ownReactions(db: Reader, memberId: number): Promise<object[]> {
  return db
    .selectFrom('reactions')
    .select(['postId', 'kind', 'at'])
    .where('memberId', '=', memberId)
    .orderBy('at')
    .execute()
}
