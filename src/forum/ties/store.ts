import { sql } from 'kysely'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import { keptWhileUnchanged } from '#store/unchanged.ts'
import type { Forum } from '../act.ts'
import type { Visible } from '../permissions/visible.ts'
import type { LatestPlace, LatestPost } from '../posts/model.ts'
import { latestPostsBy } from '../posts/store-latest.ts'
import { MOST_TIES, type Tie, type Ties } from './model.ts'

/** From whom to whom. */
interface Pair {
  readonly memberId: number
  readonly otherId: number
}

const selectTies = prepared((db, { memberId, otherId }: Pair) =>
  db
    .selectFrom('members')
    .leftJoin('follows', join =>
      join.onRef('follows.followedId', '=', 'members.id').on('follows.memberId', '=', memberId),
    )
    .leftJoin('ignores', join =>
      join.onRef('ignores.ignoredId', '=', 'members.id').on('ignores.memberId', '=', memberId),
    )
    .select(['follows.at as follow', 'ignores.at as ignore'])
    .where('members.id', '=', otherId),
)

/** How one member stands to another. */
export async function tiesTo(db: Reader, pair: Pair): Promise<Ties> {
  const [row] = await selectTies(db, pair)
  return { follow: typeof row?.follow === 'number', ignore: typeof row?.ignore === 'number' }
}

/** Ties a member to another; → whether they were not tied so before. */
export async function addTie(
  db: Writer,
  tie: Tie,
  { memberId, otherId, at }: Pair & { at: number },
): Promise<boolean> {
  const result =
    tie === 'follow'
      ? await db
          .insertInto('follows')
          .values({ memberId, followedId: otherId, at })
          .onConflict(conflict => conflict.doNothing())
          .executeTakeFirst()
      : await db
          .insertInto('ignores')
          .values({ memberId, ignoredId: otherId, at })
          .onConflict(conflict => conflict.doNothing())
          .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows) > 0
}

/** Unties a member from another; → whether they were tied so. */
export async function removeTie(db: Writer, tie: Tie, { memberId, otherId }: Pair): Promise<boolean> {
  const result =
    tie === 'follow'
      ? await db
          .deleteFrom('follows')
          .where('memberId', '=', memberId)
          .where('followedId', '=', otherId)
          .executeTakeFirst()
      : await db
          .deleteFrom('ignores')
          .where('memberId', '=', memberId)
          .where('ignoredId', '=', otherId)
          .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

const selectFollowed = prepared((db, { memberId, limit }: { memberId: number; limit: number }) =>
  db
    .selectFrom('follows')
    .select('followedId as id')
    .where('memberId', '=', memberId)
    .orderBy('at', 'desc')
    .orderBy('followedId', 'desc')
    .limit(limit),
)
const selectIgnored = prepared((db, { memberId, limit }: { memberId: number; limit: number }) =>
  db
    .selectFrom('ignores')
    .select('ignoredId as id')
    .where('memberId', '=', memberId)
    .orderBy('at', 'desc')
    .orderBy('ignoredId', 'desc')
    .limit(limit),
)

/** Ids of the members that somebody follows, or ignores, those last first. */
export async function tiedTo(db: Reader, tie: Tie, memberId: number): Promise<number[]> {
  const select = tie === 'follow' ? selectFollowed : selectIgnored
  return (await select(db, { memberId, limit: MOST_TIES })).map(row => row.id)
}

/** Members whose list of ignored ones is at hand until anything is written. */
const KEPT = 1000
const keptIgnored = keptWhileUnchanged<ReadonlySet<number>>(KEPT)
const NOBODY: ReadonlySet<number> = new Set()

/** The members that a reader ignores; nobody for a guest. */
export async function ignoredBy({ store }: Forum, memberId: number | null): Promise<ReadonlySet<number>> {
  if (memberId === null) return NOBODY
  return keptIgnored(
    store,
    String(memberId),
    async () => new Set(await tiedTo(store.read, 'ignore', memberId)),
  )
}

/** What those wrote whom somebody follows, newest first, none older than `since`. */
export async function followedPosts(
  db: Reader,
  visible: Visible,
  memberId: number,
  asked: { readonly limit: number; readonly since: number; readonly before?: LatestPlace | undefined },
): Promise<LatestPost[]> {
  const followed = sql<number>`(select followed_id from follows where member_id = ${memberId})`
  return latestPostsBy(db, visible, followed, asked)
}

/** Whom somebody follows and ignores, for the member. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  const [follows, ignores] = [
    await db
      .selectFrom('follows')
      .innerJoin('members', 'members.id', 'follows.followedId')
      .select(['members.id', 'members.name', 'follows.at'])
      .where('follows.memberId', '=', memberId)
      .orderBy('follows.at')
      .execute(),
    await db
      .selectFrom('ignores')
      .innerJoin('members', 'members.id', 'ignores.ignoredId')
      .select(['members.id', 'members.name', 'ignores.at'])
      .where('ignores.memberId', '=', memberId)
      .orderBy('ignores.at')
      .execute(),
  ]
  return { follows, ignores }
}
