import type { Reader, Writer } from '#store/store.ts'
import type { JoiningAnswers, Question, Waiting } from './model.ts'

/** All questions, in their order. */
export async function questionsOf(db: Reader): Promise<Question[]> {
  const rows = await db
    .selectFrom('joiningQuestions')
    .select(['id', 'question', 'answers'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, answers: JSON.parse(row.answers) as string[] }))
}

/** Adds a question at the end. */
export async function addQuestion(
  db: Writer,
  question: { question: string; answers: readonly string[]; position: number },
): Promise<void> {
  await db
    .insertInto('joiningQuestions')
    .values({ ...question, answers: JSON.stringify(question.answers) })
    .execute()
}

/** Takes a question out; → whether it was there. */
export async function removeQuestion(db: Writer, id: number): Promise<boolean> {
  const result = await db.deleteFrom('joiningQuestions').where('id', '=', id).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** Those who wait for administrators to agree, who came first first. */
export async function waitingMembers(db: Reader, limit: number): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('members')
    .select(['id', 'name', 'address', 'addressConfirmedAt', 'joinedAt', 'joiningAnswers'])
    .where('state', '=', 'waiting')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ addressConfirmedAt, joiningAnswers, ...row }) => ({
    ...row,
    isConfirmed: addressConfirmedAt !== null,
    answers: (joiningAnswers === '' ? {} : JSON.parse(joiningAnswers)) as JoiningAnswers,
  }))
}

/** Lets somebody in who waits; → whether they did wait until now. What they answered is forgotten. */
export async function letIn(db: Writer, memberId: number, now: number): Promise<boolean> {
  const result = await db
    .updateTable('members')
    .set({ state: 'active', joiningAnswers: '', joinedAt: now })
    .where('id', '=', memberId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Forgets somebody who waits; → whether they did wait until now. */
export async function turnAway(db: Writer, memberId: number): Promise<boolean> {
  const result = await db
    .deleteFrom('members')
    .where('id', '=', memberId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}
