import { Refused } from '#base/errors.ts'
import type { Act } from '../../act.ts'
import { type MemberActor, mustBeMember } from '../../actor.ts'
import { type Visible, visibleTo } from '../../permissions/visible.ts'
import type { Thread } from '../../threads/model.ts'
import { lockThread } from '../../threads/store.ts'

/** A conversation of which somebody is one, and which nobody else can write to until the end. */
interface Begun {
  readonly thread: Thread & { readonly people: ReadonlySet<number> }
  readonly visible: Visible
  readonly actor: MemberActor
}

/**
 * Begins a change of a conversation, or of how somebody stands to it, which the suspended may change too. Throws
 * `not-signed-in`, and `not-found` for a thread of a board as for a conversation of others.
 */
export async function beginInConversation({ db, actor, site }: Act, threadId: number): Promise<Begun> {
  mustBeMember(actor)
  const visible = visibleTo(site, actor)
  const thread = await lockThread(db, visible, threadId)
  if (!thread?.people) throw new Refused('not-found')
  return { thread: { ...thread, people: thread.people }, visible, actor }
}
