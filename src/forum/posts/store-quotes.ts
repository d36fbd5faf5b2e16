import { postId } from '#base/ids.ts'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Thread } from '../threads/model.ts'
import { type Format, isPlace } from './model.ts'

/** What a quote of a post is made of. */
export interface QuotedText {
  readonly number: number
  /** Null where no member wrote it; then there may be a `guestName`. */
  readonly author: string | null
  readonly guestName: string | null
  readonly revision: number
  readonly format: Format
  readonly source: string
}

/** The present wordings of posts of a thread, by their numbers, in one query; deleted ones are missing. */
export async function quotedTexts(
  db: Reader,
  visible: Visible,
  thread: Thread,
  numbers: readonly number[],
): Promise<Map<number, QuotedText>> {
  const threadId = thread.id
  const places = new Map(
    numbers
      .filter(number => isPlace({ threadId, number }))
      .map(number => [postId(threadId, number), number] as const),
  )
  if (places.size === 0 || !visible.readsIn(thread)) return new Map()
  const rows = await db
    .selectFrom('posts')
    .innerJoin('revisions', join =>
      join.onRef('revisions.postId', '=', 'posts.id').onRef('revisions.revision', '=', 'posts.revision'),
    )
    .leftJoin('members', 'members.id', 'posts.authorId')
    .select([
      'posts.id',
      'posts.guestName',
      'posts.revision',
      'members.name as author',
      'revisions.format',
      'revisions.source',
    ])
    .where('posts.id', 'in', [...places.keys()])
    .where('posts.deletedAt', 'is', null)
    .execute()
  return new Map(
    rows.map(({ id, ...row }) => {
      const number = places.get(id)!
      return [number, { number, ...row }]
    }),
  )
}
