import { Refused } from '#base/errors.ts'
import { cleanLine } from '#base/text.ts'
import type { Act } from '../../act.ts'
import { touchThread } from '../../threads/store-write.ts'
import { type FindingPlace, MAX_REMOVAL_REASON } from '../model.ts'
import { mustRemove } from '../rules.ts'
import { givenFor, removeGiven } from '../store.ts'
import { beginWithFinding } from './begin.ts'

/**
 * Takes out a source that was given. It is kept with who did it, when and why, and shown as taken out; whoever gave it need
 * not say why, all others must. Throws `not-signed-in`, `not-found`, `not-allowed`, `invalid` for the field `reason`.
 */
export async function removeSource(
  a: Act,
  input: FindingPlace & { readonly sourceId: number; readonly reason: string },
): Promise<void> {
  const { key, post, thread, visible, actor } = await beginWithFinding(a, input)
  const { memberId } = actor
  const given = await givenFor(a.db, { postId: post.id, key })
  const source = given.find(each => each.id === input.sourceId)
  if (!source) throw new Refused('not-found')
  mustRemove(visible, thread, { post, source })
  const removeReason = readRemovalReason(input.reason, source.memberId === memberId)
  await removeGiven(a.db, source.id, { removedAt: a.now, removedBy: memberId, removeReason })
  await touchThread(a.db, thread.id)
  const { id: sourceId } = source
  a.emit({ type: 'source.removed', postId: post.id, boardId: thread.boardId, memberId, key, sourceId })
}

function readRemovalReason(typed: string, isOwn: boolean): string {
  const reason = cleanLine(typed)
  if (reason === '' && !isOwn) throw new Refused('invalid', 'form.required', { field: 'reason' })
  if (reason.length <= MAX_REMOVAL_REASON) return reason
  throw new Refused('invalid', 'form.too-long', { field: 'reason', values: { limit: MAX_REMOVAL_REASON } })
}
