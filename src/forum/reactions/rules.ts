import type { Visible } from '../permissions/visible.ts'
import type { Post } from '../posts/model.ts'
import { hindranceBesidePost } from '../posts/rules.ts'
import type { Thread } from '../threads/model.ts'
import { type Hindrance, refuse } from '../threads/rules.ts'

const OWN: Hindrance = { code: 'not-allowed', sentence: 'refused.own-post' }

/** What of a post its rules look at. */
type Ruled = Pick<Post, 'authorId' | 'deletedAt'>

function hindranceToReact(visible: Visible, thread: Thread, post: Ruled): Hindrance | null {
  return hindranceBesidePost(visible, thread, post) ?? (post.authorId === visible.actor.memberId ? OWN : null)
}

/** Whether somebody may react to a post: whoever may reply in its board, to others' posts, in locked threads too. */
export const mayReact = (visible: Visible, thread: Thread, post: Ruled): boolean =>
  hindranceToReact(visible, thread, post) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may react to a post. */
export const mustReact = (visible: Visible, thread: Thread, post: Ruled): void =>
  refuse(hindranceToReact(visible, thread, post))
