import { prepared, preparedList } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { AskedPoll, NewPoll, Poll } from './model.ts'

const selectPolls = preparedList((db, ids) => db.selectFrom('polls').selectAll().where('postId', 'in', ids))
const selectOptions = preparedList((db, ids) =>
  db
    .selectFrom('pollOptions')
    .select(['id', 'postId', 'text', 'voteCount'])
    .where('postId', 'in', ids)
    .orderBy('postId')
    .orderBy('position'),
)
const selectMine = prepared((db, { postId, memberId }: { postId: number; memberId: number }) =>
  db.selectFrom('pollVotes').select('optionId').where('postId', '=', postId).where('memberId', '=', memberId),
)

/** The polls of posts, by their ids. */
export async function pollsOf(db: Reader, postIds: readonly number[]): Promise<Map<number, Poll>> {
  const polls = await selectPolls(db, postIds)
  if (polls.length === 0) return new Map()
  const options = await selectOptions(db, postIds)
  return new Map(
    polls.map(({ voterCount, hiddenUntilVoted, changeable, closed, ...poll }) => [
      poll.postId,
      {
        ...poll,
        ...{ voters: voterCount, closed: closed === 1 },
        ...{ hiddenUntilVoted: hiddenUntilVoted === 1, changeable: changeable === 1 },
        options: options
          .filter(option => option.postId === poll.postId)
          .map(({ id, text, voteCount }) => ({ id, text, votes: voteCount })),
      },
    ]),
  )
}

/** What somebody chose in the poll of a post: ids of options. */
export async function choiceOf(db: Reader, postId: number, memberId: number | null): Promise<number[]> {
  if (memberId === null) return []
  return (await selectMine(db, { postId, memberId })).map(row => row.optionId)
}

/** The poll of a post with what a reader chose; undefined where there is none. */
export async function askedPoll(
  db: Reader,
  postId: number,
  memberId: number | null,
): Promise<AskedPoll | undefined> {
  const poll = (await pollsOf(db, [postId])).get(postId)
  return poll && { ...poll, mine: await choiceOf(db, postId, memberId) }
}

/** Puts a poll under a post. */
export async function insertPoll(db: Writer, postId: number, poll: NewPoll): Promise<void> {
  const { question, mostChoices, closesAt, hiddenUntilVoted, changeable, options } = poll
  await db
    .insertInto('polls')
    .values({
      ...{ postId, question, mostChoices, closesAt },
      hiddenUntilVoted: hiddenUntilVoted ? 1 : 0,
      changeable: changeable ? 1 : 0,
    })
    .execute()
  await db
    .insertInto('pollOptions')
    .values(options.map((text, position) => ({ postId, position, text })))
    .execute()
}

/** Replaces what somebody chose, and counts it. The thread must be locked. */
export async function replaceChoice(
  db: Writer,
  vote: {
    postId: number
    memberId: number
    before: readonly number[]
    chosen: readonly number[]
    at: number
  },
): Promise<void> {
  const { postId, memberId, before, chosen, at } = vote
  const gone = before.filter(id => !chosen.includes(id))
  const come = chosen.filter(id => !before.includes(id))
  if (gone.length > 0) {
    await db.deleteFrom('pollVotes').where('memberId', '=', memberId).where('optionId', 'in', gone).execute()
    await count(db, gone, -1)
  }
  if (come.length > 0) {
    await db
      .insertInto('pollVotes')
      .values(come.map(optionId => ({ optionId, memberId, postId })))
      .execute()
    await count(db, come, 1)
  }
  if (before.length === 0) await db.insertInto('pollVoters').values({ postId, memberId, at }).execute()
  if (chosen.length === 0)
    await db.deleteFrom('pollVoters').where('postId', '=', postId).where('memberId', '=', memberId).execute()
  const voters = (chosen.length > 0 ? 1 : 0) - (before.length > 0 ? 1 : 0)
  await db
    .updateTable('polls')
    .set(eb => ({ voterCount: eb('voterCount', '+', voters) }))
    .where('postId', '=', postId)
    .execute()
}

async function count(db: Writer, options: readonly number[], by: number): Promise<void> {
  await db
    .updateTable('pollOptions')
    .set(eb => ({ voteCount: eb('voteCount', '+', by) }))
    .where('id', 'in', options)
    .execute()
}

/** Takes all votes of a member out of the polls, and of their counts: for somebody who leaves for good. */
export async function removeVotesOf(db: Writer, memberId: number): Promise<void> {
  const options = db.selectFrom('pollVotes').select('optionId').where('memberId', '=', memberId)
  await db
    .updateTable('pollOptions')
    .set(eb => ({ voteCount: eb('voteCount', '-', 1) }))
    .where('id', 'in', options)
    .execute()
  await db
    .updateTable('polls')
    .set(eb => ({ voterCount: eb('voterCount', '-', 1) }))
    .where('postId', 'in', db.selectFrom('pollVoters').select('postId').where('memberId', '=', memberId))
    .execute()
  await db.deleteFrom('pollVotes').where('memberId', '=', memberId).execute()
  await db.deleteFrom('pollVoters').where('memberId', '=', memberId).execute()
}

/** Closes a poll; → whether it was open. */
export async function closePoll(db: Writer, postId: number): Promise<boolean> {
  const result = await db
    .updateTable('polls')
    .set({ closed: 1 })
    .where('postId', '=', postId)
    .where('closed', '=', 0)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

const selectDue = prepared((db, { now, limit }: { now: number; limit: number }) =>
  db
    .selectFrom('polls')
    .select('postId')
    .where('closed', '=', 0)
    .where('closesAt', '<=', now)
    .orderBy('closesAt')
    .limit(limit),
)

/** Posts whose polls are still open though their time is over, the oldest first. */
export async function overduePolls(db: Reader, now: number, limit: number): Promise<number[]> {
  return (await selectDue(db, { now, limit })).map(row => row.postId)
}

/** What a member chose in which poll, for the member. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  const votes = await db
    .selectFrom('pollVotes')
    .innerJoin('pollOptions', 'pollOptions.id', 'pollVotes.optionId')
    .innerJoin('polls', 'polls.postId', 'pollVotes.postId')
    .innerJoin('pollVoters', join =>
      join
        .onRef('pollVoters.postId', '=', 'pollVotes.postId')
        .onRef('pollVoters.memberId', '=', 'pollVotes.memberId'),
    )
    .select(['pollVotes.postId', 'polls.question', 'pollOptions.text as choice', 'pollVoters.at'])
    .where('pollVotes.memberId', '=', memberId)
    .orderBy('pollVotes.postId')
    .orderBy('pollOptions.position')
    .execute()
  return { votes }
}
