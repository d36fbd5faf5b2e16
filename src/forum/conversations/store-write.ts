import { prepared } from '#store/prepared.ts'
import type { Writer } from '#store/store.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import type { Takes } from './model.ts'

const insertBoard = prepared((db, { id }: { id: number }) =>
  db
    .insertInto('boards')
    .values({
      ...{ id, parentId: null, position: 0, title: '', description: '', section: 0 },
      ...{ lastThreadId: null, lastPostAt: null, excerptLimit: null },
    })
    .onConflict(conflict => conflict.column('id').doNothing()),
)

/** Makes the board of the conversations, where there is none yet. */
export async function makeBoard(db: Writer): Promise<void> {
  await insertBoard(db, { id: CONVERSATIONS })
}

/**
 * Takes members into a conversation, those who had left again; → the ids of those who were not in it. Who starts it was
 * invited by nobody.
 */
export async function addPeople(
  db: Writer,
  people: { threadId: number; memberIds: readonly number[]; invitedBy: number | null; at: number },
): Promise<number[]> {
  const { threadId, memberIds, invitedBy, at: joinedAt } = people
  if (memberIds.length === 0) return []
  const rows = await db
    .insertInto('conversationMembers')
    .values(memberIds.map(memberId => ({ threadId, memberId, invitedBy, joinedAt })))
    .onConflict(conflict =>
      conflict
        .columns(['threadId', 'memberId'])
        .doUpdateSet({ invitedBy, joinedAt, leftAt: null })
        .where('conversationMembers.leftAt', 'is not', null),
    )
    .returning('memberId')
    .execute()
  return rows.map(row => row.memberId)
}

/** Ends that a member is in a conversation, and forgets how they ordered it; → whether they were in it. */
export async function removePerson(
  db: Writer,
  left: { threadId: number; memberId: number; at: number },
): Promise<boolean> {
  const { threadId, memberId, at: leftAt } = left
  const [row] = await db
    .updateTable('conversationMembers')
    .set({ leftAt, muted: 0 })
    .where('threadId', '=', threadId)
    .where('memberId', '=', memberId)
    .where('leftAt', 'is', null)
    .returning('memberId')
    .execute()
  if (row) await removeLabels(db, threadId, memberId)
  return row !== undefined
}

async function removeLabels(db: Writer, threadId: number, memberId: number): Promise<void> {
  await db
    .deleteFrom('conversationLabels')
    .where('threadId', '=', threadId)
    .where('memberId', '=', memberId)
    .execute()
}

/** Gives a conversation these labels of a member's, and no others. */
export async function setLabels(
  db: Writer,
  threadId: number,
  memberId: number,
  labels: readonly string[],
): Promise<void> {
  await removeLabels(db, threadId, memberId)
  if (labels.length === 0) return
  await db
    .insertInto('conversationLabels')
    .values(labels.map(label => ({ memberId, threadId, label })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

const raiseRead = prepared((db, at: { threadId: number; memberId: number; number: number }) =>
  db
    .updateTable('conversationMembers')
    .set({ readNumber: at.number })
    .where('threadId', '=', at.threadId)
    .where('memberId', '=', at.memberId)
    .where('readNumber', '<', at.number),
)

/** A member has read a conversation up to a number, or further already. */
export async function markRead(
  db: Writer,
  at: { threadId: number; memberId: number; number: number },
): Promise<void> {
  await raiseRead(db, at)
}

/** Whether a member hears nothing more of a conversation. */
export async function setMuted(
  db: Writer,
  at: { threadId: number; memberId: number; muted: boolean },
): Promise<void> {
  await db
    .updateTable('conversationMembers')
    .set({ muted: at.muted ? 1 : 0 })
    .where('threadId', '=', at.threadId)
    .where('memberId', '=', at.memberId)
    .execute()
}

/** Sets from whom a member takes conversations. */
export async function setTakes(db: Writer, memberId: number, takes: Takes): Promise<void> {
  await db.updateTable('members').set({ takesConversations: takes }).where('id', '=', memberId).execute()
}

/**
 * Who is to get mail about a post of a conversation, and writes down that they do: those who are in it, have not muted it,
 * do not ignore the author, have confirmed their address, and have read the post that they were last sent mail about. Asked twice it finds nobody.
 */
export async function takeMailed(
  db: Writer,
  post: { threadId: number; number: number; authorId: number },
): Promise<number[]> {
  const { threadId, number, authorId } = post
  const rows = await db
    .updateTable('conversationMembers')
    .set({ mailedNumber: number })
    .where('threadId', '=', threadId)
    .where('memberId', '<>', authorId)
    .where('leftAt', 'is', null)
    .where('muted', '=', 0)
    .where('readNumber', '<', number)
    .whereRef('mailedNumber', '<=', 'readNumber')
    .where('memberId', 'in', eb =>
      eb.selectFrom('members').select('members.id').where('members.addressConfirmedAt', 'is not', null),
    )
    .where('memberId', 'not in', eb =>
      eb.selectFrom('ignores').select('ignores.memberId').where('ignores.ignoredId', '=', authorId),
    )
    .returning('memberId')
    .execute()
  return rows.map(row => row.memberId)
}
