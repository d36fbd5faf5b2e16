import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import type { PostPlace, PostSource } from '#forum/posts/model.ts'
import { mustEdit } from '#forum/posts/rules.ts'
import { sourceOf } from '#forum/posts/store.ts'
import { loadPlaced } from '../load.ts'
import type { PlacedPost } from '../model.ts'

/** A post that somebody may change, and its present wording. */
export interface EditPage extends PlacedPost {
  readonly present: PostSource
}

/** What is changed. Throws `not-found`, `not-signed-in`, `not-allowed`. */
export async function loadEdit(forum: Forum, actor: Actor, at: PostPlace): Promise<EditPage> {
  const { visible, ...placed } = await loadPlaced(forum, actor, at)
  mustEdit(visible, placed.thread, placed.post, forum.clock())
  const present = await sourceOf(forum.store.read, placed.post)
  if (!present) throw new Refused('not-found')
  return { ...placed, present }
}
