import { sql } from 'kysely'
import { numberOf, postId, threadOf } from '#base/ids.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import { nameKeyOf } from '../members/names.ts'
import { membersByNames } from '../members/store.ts'
import type { ThreadPlace } from '../threads/model.ts'
import {
  CONVERSATIONS_PER_PAGE,
  type ConversationLine,
  type ConversationList,
  type ConversationSlice,
  type OwnStanding,
  type Participant,
  type Recipient,
  type Takes,
} from './model.ts'

/** The thread of a post, by its id; both databases divide whole numbers to whole numbers. */
const THREAD = sql<number>`posts.id / ${sql.lit(postId(1, 0))}`

/** Who is in a conversation, then who was, each in the order in which they came. */
export async function participantsOf(db: Reader, threadId: number): Promise<Participant[]> {
  const rows = await db
    .selectFrom('conversationMembers as own')
    .innerJoin('members', 'members.id', 'own.memberId')
    .leftJoin('members as inviter', 'inviter.id', 'own.invitedBy')
    .select(['members.id', 'members.name', 'own.joinedAt', 'own.leftAt'])
    .select(['inviter.id as inviterId', 'inviter.name as inviterName'])
    .where('own.threadId', '=', threadId)
    .orderBy('own.joinedAt')
    .orderBy(sql`case when own.invited_by is null then 0 else 1 end`)
    .orderBy('own.memberId')
    .execute()
  const people = rows.map(({ id, name, joinedAt, leftAt, inviterId, inviterName }) => ({
    ...{ id, name, joinedAt, leftAt },
    invitedBy: inviterId === null || inviterName === null ? null : { id: inviterId, name: inviterName },
  }))
  return [...people.filter(each => each.leftAt === null), ...people.filter(each => each.leftAt !== null)]
}

/** How a member stands to a conversation; undefined where they are not in it. */
export async function standingOf(
  db: Reader,
  threadId: number,
  memberId: number,
): Promise<OwnStanding | undefined> {
  const row = await db
    .selectFrom('conversationMembers')
    .select(['readNumber', 'muted'])
    .where('threadId', '=', threadId)
    .where('memberId', '=', memberId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const labels = (await labelsOn(db, memberId, [threadId])).get(threadId) ?? []
  return { readNumber: row.readNumber, muted: row.muted === 1, labels }
}

/** A member's labels of some conversations, sorted. */
async function labelsOn(
  db: Reader,
  memberId: number,
  threadIds: readonly number[],
): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('conversationLabels')
    .select(['threadId', 'label'])
    .where('memberId', '=', memberId)
    .where('threadId', 'in', [...threadIds])
    .orderBy('label')
    .execute()
  return grouped(rows.map(({ threadId, label }) => [threadId, label]))
}

function grouped<T>(pairs: readonly (readonly [number, T])[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value])
  return groups
}

/** Every label that a member has given. */
export async function labelsOf(db: Reader, memberId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('conversationLabels')
    .select('label')
    .distinct()
    .where('memberId', '=', memberId)
    .orderBy('label')
    .execute()
  return rows.map(row => row.label)
}

/** The conversations that a member is in, those with the newest activity first. */
export async function conversationsOf(
  db: Reader,
  memberId: number,
  slice: ConversationSlice = {},
): Promise<ConversationList> {
  const rows = await selectLines(db, memberId, slice)
  const shown = rows.slice(0, CONVERSATIONS_PER_PAGE)
  const ids = shown.map(row => row.id)
  const names = ids.length === 0 ? new Map() : await peopleOn(db, ids)
  const labels = ids.length === 0 ? new Map() : await labelsOn(db, memberId, ids)
  const lines = shown.map(({ muted, ...row }): ConversationLine => {
    const people: { id: number; name: string }[] = names.get(row.id) ?? []
    return {
      ...row,
      muted: muted === 1,
      labels: labels.get(row.id) ?? [],
      people: new Set(people.map(each => each.id)),
      others: people.filter(each => each.id !== memberId).map(each => each.name),
    }
  })
  const last = shown.at(-1)
  const olderBefore: ThreadPlace | null =
    rows.length > shown.length && last ? { lastPostAt: last.lastPostAt, id: last.id } : null
  return { lines, olderBefore }
}

const selectLines = (db: Reader, memberId: number, { label, before }: ConversationSlice) =>
  db
    .selectFrom('conversationMembers as own')
    .innerJoin('threads', 'threads.id', 'own.threadId')
    .leftJoin('members as last', 'last.id', 'threads.lastAuthorId')
    .select(['threads.id', 'threads.title', 'threads.slug', 'threads.postCount', 'threads.lastNumber'])
    .select(['threads.lastPostAt', 'last.name as lastAuthorName', 'own.readNumber', 'own.muted'])
    .where('own.memberId', '=', memberId)
    .where('own.leftAt', 'is', null)
    .where('threads.deletedAt', 'is', null)
    .$if(label !== undefined, query =>
      query.where('threads.id', 'in', eb =>
        eb
          .selectFrom('conversationLabels')
          .select('threadId')
          .where('memberId', '=', memberId)
          .where('label', '=', label as string),
      ),
    )
    .$if(before !== undefined, query =>
      query.where(eb =>
        eb(eb.refTuple('threads.lastPostAt', 'threads.id'), '<', eb.tuple(before!.lastPostAt, before!.id)),
      ),
    )
    .orderBy('threads.lastPostAt', 'desc')
    .orderBy('threads.id', 'desc')
    .limit(CONVERSATIONS_PER_PAGE + 1)
    .execute()

/** Who is in some conversations. */
async function peopleOn(
  db: Reader,
  threadIds: readonly number[],
): Promise<Map<number, { id: number; name: string }[]>> {
  const rows = await db
    .selectFrom('conversationMembers as own')
    .innerJoin('members', 'members.id', 'own.memberId')
    .select(['own.threadId', 'members.id', 'members.name'])
    .where('own.threadId', 'in', [...threadIds])
    .where('own.leftAt', 'is', null)
    .orderBy('own.joinedAt')
    .orderBy('own.memberId')
    .execute()
  return grouped(rows.map(({ threadId, id, name }) => [threadId, { id, name }]))
}

const selectUnread = prepared((db, { memberId }: { memberId: number }) =>
  db
    .selectFrom('conversationMembers as own')
    .innerJoin('threads', 'threads.id', 'own.threadId')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('own.memberId', '=', memberId)
    .where('own.leftAt', 'is', null)
    .where('own.muted', '=', 0)
    .where('threads.deletedAt', 'is', null)
    .whereRef('threads.lastNumber', '>', 'own.readNumber'),
)

/** How many conversations have posts that a member has not read; muted ones do not count. */
export async function countUnread(db: Reader, memberId: number): Promise<number> {
  const [row] = await selectUnread(db, { memberId })
  return Number(row?.count ?? 0)
}

/**
 * Names as typed → who they are, as far as it matters to a sender who would invite them, in this order; undefined for a
 * name that nobody has who could be invited.
 */
export async function recipientsNamed(
  db: Reader,
  names: readonly string[],
  senderId: number,
): Promise<(Recipient | undefined)[]> {
  const found = await membersByNames(db, names)
  const ids = [...found.values()].map(each => each.id)
  if (ids.length === 0) return names.map(() => undefined)
  const rows = await selectRecipients(db, ids, senderId)
  const byId = new Map(
    rows.map(({ id, name, takes, follower, ignorer }): [number, Recipient] => [
      id,
      { id, name, takes: takes as Takes, follows: follower !== null, ignores: ignorer !== null },
    ]),
  )
  return names.map(name => byId.get(found.get(nameKeyOf(name))?.id ?? 0))
}

const selectRecipients = (db: Reader, ids: readonly number[], senderId: number) =>
  db
    .selectFrom('members')
    .leftJoin('follows', join =>
      join.onRef('follows.memberId', '=', 'members.id').on('follows.followedId', '=', senderId),
    )
    .leftJoin('ignores', join =>
      join.onRef('ignores.memberId', '=', 'members.id').on('ignores.ignoredId', '=', senderId),
    )
    .select(['members.id', 'members.name', 'members.takesConversations as takes'])
    .select(['follows.memberId as follower', 'ignores.memberId as ignorer'])
    .where('members.id', 'in', [...ids])
    .where('members.state', '=', 'active')
    .execute()

/** From whom a member takes conversations. */
export async function takesOf(db: Reader, memberId: number): Promise<Takes> {
  const row = await db
    .selectFrom('members')
    .select('takesConversations')
    .where('id', '=', memberId)
    .executeTakeFirst()
  return row?.takesConversations ?? 'anybody'
}

/** All that a member wrote in conversations, those they have left too, and how they ordered them, for their own file. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  const posts = await db
    .selectFrom('posts')
    .innerJoin('threads', join => join.on('threads.id', '=', THREAD))
    .innerJoin('revisions', join =>
      join.onRef('revisions.postId', '=', 'posts.id').onRef('revisions.revision', '=', 'posts.revision'),
    )
    .select(['posts.id', 'posts.createdAt', 'revisions.format', 'revisions.source'])
    .where('posts.authorId', '=', memberId)
    .where('threads.boardId', '=', CONVERSATIONS)
    .orderBy('posts.id')
    .execute()
  const labels = await db
    .selectFrom('conversationLabels')
    .select(['threadId as conversation', 'label'])
    .where('memberId', '=', memberId)
    .orderBy('threadId')
    .orderBy('label')
    .execute()
  return {
    posts: posts.map(({ id, ...post }) => ({ conversation: threadOf(id), number: numberOf(id), ...post })),
    labels,
    takes: await takesOf(db, memberId),
  }
}

/** A member's name; null where there is no such member. */
export async function nameOf(db: Reader, memberId: number): Promise<string | null> {
  const row = await db.selectFrom('members').select('name').where('id', '=', memberId).executeTakeFirst()
  return row?.name ?? null
}
