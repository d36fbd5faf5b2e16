import { Refused } from '#base/errors.ts'
import type { Act } from '../../act.ts'
import type { MemberActor } from '../../actor.ts'
import type { Visible } from '../../permissions/visible.ts'
import { beginInThread } from '../../threads/actions.ts'
import type { Thread } from '../../threads/model.ts'
import type { Post, PostPlace } from '../model.ts'
import { postOf } from '../store.ts'

/** A post that is about to be changed, in its thread, which nobody else can write to until the end. */
interface Begun {
  readonly post: Post
  readonly thread: Thread
  readonly visible: Visible
  readonly actor: MemberActor
}

/** Begins a change of a post. Throws `not-signed-in`, `not-allowed` for the suspended, `not-found`. */
export async function beginWithPost(a: Act, { threadId, number }: PostPlace): Promise<Begun> {
  const begun = await beginInThread(a, threadId)
  const post = await postOf(a.db, begun.visible, begun.thread, number)
  if (!post) throw new Refused('not-found')
  return { ...begun, post }
}
