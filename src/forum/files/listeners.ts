import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import type { EventOf } from '../events.ts'
import { removeUnusedFile } from './store.ts'

/** Removes the picture that a member had before, unless somebody else has the same. */
export async function removeUnusedPicture(forum: Forum, event: EventOf<'avatar.changed'>): Promise<void> {
  const { before } = event
  if (before !== null) await act(forum, SYSTEM, ({ db }) => removeUnusedFile(db, before))
}
