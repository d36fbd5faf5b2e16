import { sql } from 'kysely'
import { postId } from '#base/ids.ts'
import type { Reader, Writer } from '#store/store.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import type { Visible } from '../permissions/visible.ts'
import { type Draft, MOST_DRAFTS, parseFields } from './model.ts'

/** What is kept of a draft. */
export interface DraftRow {
  readonly memberId: number
  readonly place: string
  /** Its fields as JSON. */
  readonly fields: string
  /** When it was typed, epoch milliseconds. */
  readonly at: number
}

/** Keeps a draft, unless what is kept there was typed later; → whether it is the one that is kept now. */
export async function putDraft(db: Writer, draft: DraftRow): Promise<boolean> {
  const kept = await db
    .insertInto('drafts')
    .values(draft)
    .onConflict(conflict =>
      conflict
        .columns(['memberId', 'place'])
        .doUpdateSet({ fields: draft.fields, at: draft.at })
        .where('drafts.at', '<=', draft.at),
    )
    .returning('place')
    .execute()
  return kept.length > 0
}

/** Forgets what a member has beyond the most drafts, those typed longest ago. */
export async function forgetBeyondMost(db: Writer, memberId: number): Promise<void> {
  await db
    .deleteFrom('drafts')
    .where('memberId', '=', memberId)
    .where('at', '<', eb =>
      eb
        .selectFrom(
          eb
            .selectFrom('drafts as newer')
            .select('newer.at')
            .where('newer.memberId', '=', memberId)
            .orderBy('newer.at', 'desc')
            .limit(MOST_DRAFTS)
            .as('latest'),
        )
        .select(({ fn }) => fn.min('latest.at').as('at')),
    )
    .execute()
}

/** Forgets the draft of a place; of `before`, only one that was typed no later than that. */
export async function forgetDraft(
  db: Writer,
  memberId: number,
  place: string,
  before: number = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  await db
    .deleteFrom('drafts')
    .where('memberId', '=', memberId)
    .where('place', '=', place)
    .where('at', '<=', before)
    .execute()
}

/** Forgets what was typed before a moment, of everybody. */
export async function forgetDraftsBefore(db: Writer, at: number): Promise<void> {
  await db.deleteFrom('drafts').where('at', '<', at).execute()
}

/** Whether a form was posted already, or waits to be: by its key, or by a wording that the member gave the post after `basedOn`. */
export async function wasPosted(
  db: Reader,
  memberId: number,
  form:
    | { readonly requestKey: string }
    | { readonly threadId: number; readonly number: number; readonly basedOn: number },
): Promise<boolean> {
  if ('requestKey' in form) {
    if (form.requestKey === '') return false
    const post = await db
      .selectFrom('posts')
      .select('id')
      .where('authorId', '=', memberId)
      .where('requestKey', '=', form.requestKey)
      .executeTakeFirst()
    return post !== undefined || isScheduled(db, memberId, form.requestKey)
  }
  const revision = await db
    .selectFrom('revisions')
    .select('revision')
    .where('postId', '=', postId(form.threadId, form.number))
    .where('revision', '=', form.basedOn + 1)
    .where('authorId', '=', memberId)
    .executeTakeFirst()
  return revision !== undefined
}

/** Whether a form was sent to be posted later. */
async function isScheduled(db: Reader, memberId: number, requestKey: string): Promise<boolean> {
  const rows = await db
    .selectFrom('scheduledThreads')
    .select('fields')
    .where('memberId', '=', memberId)
    .where('fields', 'like', `%${JSON.stringify(requestKey).replace(/[\\%_]/g, '_')}%`)
    .execute()
  return rows.some(row => (JSON.parse(row.fields) as { requestKey: unknown }).requestKey === requestKey)
}

/** The draft of a place. */
export async function findDraft(db: Reader, memberId: number, place: string): Promise<Draft | null> {
  const row = await db
    .selectFrom('drafts')
    .select(['fields', 'at'])
    .where('memberId', '=', memberId)
    .where('place', '=', place)
    .executeTakeFirst()
  const fields = row && parseFields(row.fields)
  return fields ? { place, fields, at: row.at } : null
}

/** All drafts of a member, the latest first. */
export async function draftsOf(db: Reader, memberId: number): Promise<Draft[]> {
  const rows = await db
    .selectFrom('drafts')
    .select(['place', 'fields', 'at'])
    .where('memberId', '=', memberId)
    .orderBy('at', 'desc')
    .orderBy('place')
    .limit(MOST_DRAFTS)
    .execute()
  return rows.map(({ place, fields, at }) => ({ place, fields: parseFields(fields) ?? {}, at }))
}

/** The titles of those threads that somebody may see; of conversations, those that they are in. */
export async function threadTitles(
  db: Reader,
  visible: Visible,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const { memberId } = visible.actor
  if (ids.length === 0 || memberId === null) return new Map()
  const rows = await db
    .selectFrom('threads')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .where(eb =>
      eb.or([
        ...(visible.boards.size > 0 ? [eb('boardId', 'in', [...visible.boards])] : []),
        eb.and([
          eb('boardId', '=', CONVERSATIONS),
          eb.exists(
            eb
              .selectFrom('conversationMembers')
              .select(sql`1`.as('one'))
              .whereRef('conversationMembers.threadId', '=', 'threads.id')
              .where('conversationMembers.memberId', '=', memberId)
              .where('conversationMembers.leftAt', 'is', null),
          ),
        ]),
      ]),
    )
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** All drafts of a member for those who take their data with them. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  return { drafts: await draftsOf(db, memberId) }
}
