import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Post } from '../posts/model.ts'
import type { Reading } from '../preferences/model.ts'
import { signaturesOf } from './store.ts'

const NONE: ReadonlyMap<number, string> = new Map()

/**
 * The signatures under the posts of a page, by the posts' ids: each writer's under their first. None, and no query, where
 * the forum has none or the reader wants none; else one query.
 */
export async function signaturesUnder(
  db: Reader,
  { site }: Visible,
  posts: readonly Pick<Post, 'id' | 'authorId'>[],
  { signatures }: Reading,
): Promise<ReadonlyMap<number, string>> {
  if (site.memberSettings.signatures === 'off' || signatures === 'hidden') return NONE
  const firsts = new Map<number, number>()
  for (const { id, authorId } of posts)
    if (authorId !== null && !firsts.has(authorId)) firsts.set(authorId, id)
  const found = await signaturesOf(db, firsts.keys())
  return new Map([...found].map(([memberId, html]) => [firsts.get(memberId) as number, html]))
}
