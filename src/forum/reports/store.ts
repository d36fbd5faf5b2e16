import { sql } from 'kysely'
import { numberOf, postId, threadOf } from '#base/ids.ts'
import type { Reader, Writer } from '#store/store.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import type { Visible } from '../permissions/visible.ts'
import { type OwnReport, REPORTS_PER_PAGE, type Report, type ReportList, type ReportState } from './model.ts'

/** The thread of a reported post, by its id; both databases divide whole numbers to whole numbers. */
const THREAD = sql<number>`reports.post_id / ${sql.lit(postId(1, 0))}`

/** A new report. */
interface NewReport {
  readonly postId: number
  readonly memberId: number
  readonly reason: string
  readonly source: string
  readonly revision: number
  readonly at: number
}

/** Adds a report; → its id, or null where the member has an open one of this post already. */
export async function insertReport(db: Writer, report: NewReport): Promise<number | null> {
  const [row] = await db
    .insertInto('reports')
    .values(report)
    .onConflict(conflict =>
      conflict.columns(['postId', 'memberId']).where('closedAt', 'is', null).doNothing(),
    )
    .returning('id')
    .execute()
  return row?.id ?? null
}

/** The open report of a post by a member. */
export async function openReport(db: Reader, post: number, memberId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('reports')
    .select('id')
    .where('postId', '=', post)
    .where('memberId', '=', memberId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/**
 * Reports that somebody may look after, newest first: of posts in boards that they read, and of posts in conversations. Not
 * of what they wrote themselves, so that nobody judges their own words, or learns who reported them.
 */
const lookedAfter = (db: Reader, { boards, actor }: Visible) =>
  db
    .selectFrom('reports')
    .innerJoin('posts', 'posts.id', 'reports.postId')
    .innerJoin('threads', join => join.on('threads.id', '=', THREAD))
    .leftJoin('members as reporter', 'reporter.id', 'reports.memberId')
    .leftJoin('members as author', 'author.id', 'posts.authorId')
    .leftJoin('members as closer', 'closer.id', 'reports.closedBy')
    .select(['reports.id', 'reports.postId', 'reports.at', 'reports.reason', 'reports.source'])
    .select(['reports.closedAt', 'reports.note', 'threads.boardId', 'threads.title'])
    .select(['reporter.id as reporterId', 'reporter.name as reporterName'])
    .select(['author.id as authorId', 'author.name as authorName'])
    .select(['closer.id as closerId', 'closer.name as closerName'])
    .where('threads.boardId', 'in', [...boards, CONVERSATIONS])
    .where(eb => eb.or([eb('posts.authorId', 'is', null), eb('posts.authorId', '<>', actor.memberId ?? 0)]))

type Row = Awaited<ReturnType<ReturnType<typeof lookedAfter>['execute']>>[number]

const named = (id: number | null, name: string | null) => (id === null || name === null ? null : { id, name })

function reportOf(row: Row): Report {
  const { id, postId: post, at, reason, source, closedAt, note, boardId, title } = row
  return {
    ...{ id, at, reason, source },
    reporter: named(row.reporterId, row.reporterName),
    author: named(row.authorId, row.authorName),
    place: boardId === CONVERSATIONS ? null : { threadId: threadOf(post), number: numberOf(post), title },
    closed: closedAt === null ? null : { at: closedAt, note, by: named(row.closerId, row.closerName) },
  }
}

/** A part of the reports that somebody may look after; see `mayLookAfterReports`. */
export async function reportsFor(
  db: Reader,
  visible: Visible,
  at: { state: ReportState; before?: number | undefined },
): Promise<ReportList<Report>> {
  const rows = await lookedAfter(db, visible)
    .where('reports.closedAt', at.state === 'open' ? 'is' : 'is not', null)
    .$if(at.before !== undefined, query => query.where('reports.id', '<', at.before as number))
    .orderBy('reports.id', 'desc')
    .limit(REPORTS_PER_PAGE + 1)
    .execute()
  return partOf(rows, reportOf)
}

function partOf<R extends { id: number }, T>(rows: readonly R[], as: (row: R) => T): ReportList<T> {
  const shown = rows.slice(0, REPORTS_PER_PAGE)
  return {
    reports: shown.map(as),
    olderBefore: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** One of the reports that somebody may look after. */
export async function findReport(db: Reader, visible: Visible, id: number): Promise<Report | undefined> {
  const row = await lookedAfter(db, visible).where('reports.id', '=', id).executeTakeFirst()
  return row && reportOf(row)
}

/** Closes a report that is open; → whether it was. */
export async function closeOpen(
  db: Writer,
  id: number,
  closed: { closedAt: number; closedBy: number; note: string },
): Promise<boolean> {
  const rows = await db
    .updateTable('reports')
    .set(closed)
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .returning('id')
    .execute()
  return rows.length > 0
}

/** What a member reported, newest first. */
export async function reportsBy(
  db: Reader,
  memberId: number,
  before?: number,
): Promise<ReportList<OwnReport>> {
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'postId', 'at', 'reason', 'closedAt', 'note'])
    .where('memberId', '=', memberId)
    .$if(before !== undefined, query => query.where('id', '<', before as number))
    .orderBy('id', 'desc')
    .limit(REPORTS_PER_PAGE + 1)
    .execute()
  return partOf(
    rows,
    ({ id, postId: post, at, reason, closedAt, note }): OwnReport => ({
      ...{ id, threadId: threadOf(post), number: numberOf(post), at, reason },
      closed: closedAt === null ? null : { at: closedAt, note },
    }),
  )
}

/** All that a member reported, for their own file. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  const rows = await db
    .selectFrom('reports')
    .select(['postId', 'reason', 'source', 'at', 'closedAt', 'note'])
    .where('memberId', '=', memberId)
    .orderBy('id')
    .execute()
  return {
    reports: rows.map(({ postId: post, ...row }) => ({
      thread: threadOf(post),
      number: numberOf(post),
      ...row,
    })),
  }
}
