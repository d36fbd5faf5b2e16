import { postId } from '#base/ids.ts'
import type { Reader } from '#store/store.ts'
import { picturePath } from '../members/model.ts'
import { nameKeyOf } from '../members/names.ts'

/** A member as a list for mentions shows one: what everybody sees, and no more. */
export interface MentionableMember {
  readonly name: string
  /** The path of the picture; null for none. */
  readonly picture: string | null
}

/** The most members that a list shows. */
const MOST_FOUND = 8
/** How many of a thread's latest posts are looked at for people who take part. */
const LATEST_POSTS = 300
/** Above every key that begins alike: no name holds it. */
const HIGHEST = '\u{10ffff}'

/**
 * Beginnings of keys that a name may have whose letters begin so: `rn` counts as `m` in a key, so a last `r` may turn out
 * to be half of one.
 */
function beginningsOf(begins: string): string[] {
  const key = nameKeyOf(begins)
  return key.endsWith('r') ? [key, `${key.slice(0, -1)}m`] : [key]
}

/**
 * Members whose names begin with a text, in the order of the keys of their names; those who wrote one of the latest posts
 * of a thread come first, where one is given that may be read. Who has left or waits to be admitted is not found.
 */
export async function mentionableMembers(
  db: Reader,
  begins: string,
  thread: { readonly id: number; readonly lastNumber: number } | null,
): Promise<MentionableMember[]> {
  const named = db
    .selectFrom('members')
    .select(['id', 'name', 'avatar'])
    .where('state', '=', 'active')
    .where(eb =>
      eb.or(
        beginningsOf(begins).map(key =>
          eb.and([eb('nameKey', '>=', key), eb('nameKey', '<', key + HIGHEST)]),
        ),
      ),
    )
    .orderBy('nameKey')
    .limit(MOST_FOUND)
  const near =
    thread === null
      ? []
      : await named
          .where('id', 'in', eb =>
            eb
              .selectFrom('posts')
              .select(({ ref }) => ref('authorId').$notNull().as('authorId'))
              .where('id', '>', postId(thread.id, Math.max(0, thread.lastNumber - LATEST_POSTS)))
              .where('id', '<=', postId(thread.id, thread.lastNumber))
              .where('authorId', 'is not', null)
              .where('deletedAt', 'is', null),
          )
          .execute()
  const rest = near.length < MOST_FOUND ? await named.execute() : []
  const ids = new Set(near.map(({ id }) => id))
  return [...near, ...rest.filter(({ id }) => !ids.has(id))]
    .slice(0, MOST_FOUND)
    .map(({ name, avatar }) => ({ name, picture: avatar === null ? null : picturePath(avatar) }))
}
