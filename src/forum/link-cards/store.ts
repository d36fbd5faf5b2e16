import { preparedList } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Format } from '../posts/model.ts'
import { type BareLink, type CardText, cardPicturePath, type LinkCard } from './model.ts'

const selectCards = preparedList((db, ids) =>
  db
    .selectFrom('postLinks')
    .innerJoin('linkCards', 'linkCards.key', 'postLinks.key')
    .select(['postId', 'url', 'title', 'description', 'site', 'picture'])
    .where('postId', 'in', ids)
    .where('state', '=', 'ready')
    .orderBy('postId')
    .orderBy('position'),
)

/** The cards of posts that are ready, by the posts' ids, in the order of the links. */
export async function cardsOfPosts(db: Reader, ids: readonly number[]): Promise<Map<number, LinkCard[]>> {
  const cards = new Map<number, LinkCard[]>()
  for (const { postId, picture, ...card } of await selectCards(db, ids)) {
    const own = cards.get(postId) ?? []
    own.push({ ...card, picture: picture === null ? null : cardPicturePath(picture) })
    cards.set(postId, own)
  }
  return cards
}

/** A post's present text, if the post is there and on a board; a conversation tells nobody where its links lead. */
export async function textOnBoard(
  db: Reader,
  place: { readonly postId: number; readonly threadId: number; readonly besides: number },
): Promise<{ format: Format; source: string } | undefined> {
  return db
    .selectFrom('posts')
    .innerJoin('revisions', join =>
      join.onRef('revisions.postId', '=', 'posts.id').onRef('revisions.revision', '=', 'posts.revision'),
    )
    .innerJoin('threads', join => join.on('threads.id', '=', place.threadId))
    .select(['revisions.format', 'revisions.source'])
    .where('posts.id', '=', place.postId)
    .where('posts.deletedAt', 'is', null)
    .where('threads.boardId', '<>', place.besides)
    .executeTakeFirst()
}

/** Replaces the links of a post; → whether anything changed. */
export async function replaceLinks(db: Writer, postId: number, links: readonly BareLink[]): Promise<boolean> {
  const before = await db
    .selectFrom('postLinks')
    .select('key')
    .where('postId', '=', postId)
    .orderBy('position')
    .execute()
  if (before.map(row => row.key).join('\n') === links.map(link => link.key).join('\n')) return false
  await db.deleteFrom('postLinks').where('postId', '=', postId).execute()
  if (links.length > 0)
    await db
      .insertInto('postLinks')
      .values(links.map(({ key }, position) => ({ postId, position, key })))
      .execute()
  return true
}

/** Notes that pages are asked for, those that are not known and those that failed before a moment; → the keys of these. */
export async function askFor(
  db: Writer,
  links: readonly BareLink[],
  at: { now: number; failedBefore: number },
): Promise<string[]> {
  if (links.length === 0) return []
  const nothing = { title: '', description: '', site: '', picture: null }
  const rows = await db
    .insertInto('linkCards')
    .values(links.map(({ key, url }) => ({ key, url, ...nothing, state: 'asked' as const, at: at.now })))
    .onConflict(conflict =>
      conflict
        .column('key')
        .doUpdateSet({ state: 'asked', at: at.now })
        .where('linkCards.state', '=', 'failed')
        .where('linkCards.at', '<', at.failedBefore),
    )
    .returning('key')
    .execute()
  return rows.map(row => row.key)
}

/** The address of a card that was asked for; undefined for one that is known. */
export async function askedAddress(db: Reader, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('linkCards')
    .select('url')
    .where('key', '=', key)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  return row?.url
}

/** Keeps what a page says of itself; null where it says nothing or could not be read. */
export async function keepCard(
  db: Writer,
  key: string,
  card: (CardText & { readonly picture: string | null }) | null,
  at: number,
): Promise<void> {
  const change = card ? { ...card, state: 'ready' as const } : { state: 'failed' as const }
  await db
    .updateTable('linkCards')
    .set({ ...change, at })
    .where('key', '=', key)
    .execute()
}

/** Posts that link to a page, so many of the latest. */
export async function linkingPosts(db: Reader, key: string, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('postLinks')
    .select('postId')
    .where('key', '=', key)
    .orderBy('postId', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => row.postId)
}

/** Forgets cards that no post links to any more and that were asked for before a moment; → the pictures that they had. */
export async function forgetUnused(db: Writer, before: number): Promise<string[]> {
  const rows = await db
    .deleteFrom('linkCards')
    .where('at', '<', before)
    .where(eb =>
      eb.not(
        eb.exists(
          eb.selectFrom('postLinks').select('postId').whereRef('postLinks.key', '=', 'linkCards.key'),
        ),
      ),
    )
    .returning('picture')
    .execute()
  return rows.flatMap(row => row.picture ?? [])
}
