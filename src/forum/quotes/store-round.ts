import { sql } from 'kysely'
import { randomToken } from '#base/ids.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import { readProgress, replaceProgress, type Written, writeProgress } from '../settings/store-progress.ts'
import { OPENING } from './store.ts'

/** Whose quotes are looked for, and behind which one they go on. */
export interface QuotedRange {
  /** Ids of the posts that are quoted, the first and the last. */
  readonly from: number
  readonly to: number
  readonly after: { readonly sourceId: number; readonly postId: number }
}

type Values = { from: number; to: number; sourceId: number; postId: number; limit: number }

const selectQuoters = prepared((db, { from, to, sourceId, postId, limit }: Values) =>
  db
    .selectFrom('quotes')
    .select(['sourceId', 'postId'])
    .distinct()
    .where('sourceId', '>=', from)
    .where('sourceId', '<=', to)
    .where(eb => eb(eb.refTuple('sourceId', 'postId'), '>', eb.tuple(sourceId, postId)))
    .orderBy('sourceId')
    .orderBy('postId')
    .limit(limit),
)

/** Posts that quote others of a range, in the order of these. */
export async function quotersOf(
  db: Reader,
  { from, to, after }: QuotedRange,
  limit: number,
): Promise<{ sourceId: number; postId: number }[]> {
  return selectQuoters(db, { from, to, ...after, limit })
}

const selectNext = prepared((db, { after, limit }: { after: number; limit: number }) =>
  db
    .selectFrom('posts')
    .select('id')
    .select(sql<0 | 1>`case when html like ${sql.lit(`%${OPENING}%`)} then 1 else 0 end`.as('holdsQuotes'))
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit),
)

/** The next posts behind one, and whether they hold quotes. */
export async function nextPosts(
  db: Reader,
  after: number,
  limit: number,
): Promise<{ id: number; holdsQuotes: 0 | 1 }[]> {
  return selectNext(db, { after, limit })
}

/** How far all posts have been judged. */
export interface JudgedSoFar {
  readonly version: number
  /** The id of the post that was looked at last; 0 at the beginning. */
  readonly after: number
  readonly isDone: boolean
}

const NAME = 'judged'

/** What was written down last, and how; undefined where nothing was. */
export const readJudged = (db: Reader | Writer): Promise<Written<JudgedSoFar> | undefined> =>
  readProgress(db, NAME)

/** Writes down how far it has come, unless somebody else did since `before` was read. */
export async function writeJudged(
  db: Writer,
  judged: JudgedSoFar,
  before: string | undefined,
): Promise<void> {
  await replaceProgress(db, NAME, { progress: judged, before })
}

/** Has all posts judged again from the first on; whoever is in the middle of it does not write over that. */
export const wantJudged = (db: Writer, version: number): Promise<void> =>
  writeProgress(db, NAME, { version, after: 0, isDone: false, wish: randomToken() })
