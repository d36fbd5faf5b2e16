import { preparedList } from '#store/prepared.ts'
import type { Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import { addressKeyOf, MAX_ADDRESS } from '../addresses/model.ts'
import type { ReadPost } from '../findings/model.ts'
import { sourcedKeys } from './finding.ts'
import { MOST_IN_TEXT } from './model.ts'

/** Rows that are written by one statement, and places that one condition names. */
const ROWS_AT_ONCE = 500
const PLACES_AT_ONCE = 200

/**
 * Keeps the sources in the texts of posts, in place of those that their texts had before; what members gave and asked is
 * lost while its finding is not among those of the post.
 */
export async function keepSources(db: Writer, posts: readonly ReadPost[]): Promise<void> {
  const ids = posts.map(post => post.postId)
  await forgetSources(db, ids)
  await findLost(db, posts)
  const rows = posts.flatMap(rowsOf)
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await db
      .insertInto('sources')
      .values(rows.slice(start, start + ROWS_AT_ONCE))
      .execute()
}

/** A finding that members gave a source for, or ask for one. */
interface Place {
  readonly postId: number
  readonly key: string
}

interface MemberRow extends Place {
  readonly lost: 0 | 1
}

/** The tables of what members add. */
type MemberTable = 'sources' | 'sourceRequests'

const MEMBER_TABLES = [
  [
    'sources',
    preparedList((db, ids) =>
      db
        .selectFrom('sources')
        .select(['postId', 'key', 'lost'])
        .distinct()
        .where('postId', 'in', ids)
        .where('origin', '=', 'given'),
    ),
  ],
  [
    'sourceRequests',
    preparedList((db, ids) =>
      db.selectFrom('sourceRequests').select(['postId', 'key', 'lost']).distinct().where('postId', 'in', ids),
    ),
  ],
] as const satisfies readonly [MemberTable, (db: Writer, ids: Iterable<number>) => Promise<MemberRow[]>][]

/** Says of what members gave and asked whether its finding is among those that were read. */
async function findLost(db: Writer, posts: readonly ReadPost[]): Promise<void> {
  const keys = new Map(posts.map(post => [post.postId, sourcedKeys(post.findings)]))
  const isLost = ({ postId, key }: Place): boolean => keys.get(postId)?.has(key) !== true
  for (const [table, select] of MEMBER_TABLES) {
    const rows = await select(db, keys.keys())
    for (const lost of [0, 1] as const) {
      const wrong = rows.filter(row => isLost(row) === (lost === 1) && row.lost !== lost)
      for (let start = 0; start < wrong.length; start += PLACES_AT_ONCE)
        await setLost(db, table, wrong.slice(start, start + PLACES_AT_ONCE), lost)
    }
  }
}

async function setLost(db: Writer, table: MemberTable, rows: readonly Place[], lost: 0 | 1): Promise<void> {
  await db
    .updateTable(table)
    .set({ lost })
    .where(eb =>
      eb.or(rows.map(({ postId, key }) => eb.and([eb('postId', '=', postId), eb('key', '=', key)]))),
    )
    .execute()
}

type Unset = 'id' | 'checkedAt' | 'removedAt' | 'removedBy' | 'removeReason' | 'lost'
type NewRow = Omit<Tables['sources'], Unset>

function rowsOf({ postId, at, findings }: ReadPost): NewRow[] {
  return findings.sources
    .filter(({ url }) => url.length <= MAX_ADDRESS && URL.canParse(url))
    .slice(0, MOST_IN_TEXT)
    .map(({ key, url, publisher, date: published }) => ({
      ...{ postId, key, origin: 'text', url, addressKey: addressKeyOf(url), publisher, published, at },
      ...{ title: '', excerpt: '', verdict: 'unchecked', difference: '', memberId: null },
    }))
}

/** Forgets the sources in the texts of posts; what members gave and asked stays. */
export async function forgetSources(db: Writer, postIds: readonly number[]): Promise<void> {
  if (postIds.length === 0) return
  await db.deleteFrom('sources').where('postId', 'in', postIds).where('origin', '=', 'text').execute()
}
