import { Refused } from '#base/errors.ts'
import type { Act } from '../../act.ts'
import { touchThread } from '../../threads/store-write.ts'
import { sourcesInText } from '../finding.ts'
import type { FindingPlace } from '../model.ts'
import { addRequest, givenFor, removeRequest } from '../store.ts'
import { beginWithFinding } from './begin.ts'

/**
 * Asks for a source of a quotation, a figure or a statement; each member once, again changes nothing. Throws
 * `not-signed-in`, `not-found`, `not-allowed`, and `conflict` where there is a source.
 */
export async function askForSource(a: Act, place: FindingPlace): Promise<void> {
  const { db, now: at } = a
  const { found, findings, key, post, thread, actor } = await beginWithFinding(a, place)
  const hasSource = sourcesInText(findings, found).length > 0
  if (hasSource || (await givenFor(db, { postId: post.id, key })).length > 0)
    throw new Refused('conflict', 'source.has-one')
  const request = { postId: post.id, key, memberId: actor.memberId }
  if (!(await addRequest(db, { ...request, at }))) return
  await touchThread(db, thread.id)
  a.emit({ type: 'source.asked', boardId: thread.boardId, ...request })
}

/** Takes back that one asks for a source, if one does. Throws `not-signed-in`, `not-found`, `not-allowed`. */
export async function unaskForSource(a: Act, place: FindingPlace): Promise<void> {
  const { key, post, thread, actor } = await beginWithFinding(a, place)
  const request = { postId: post.id, key, memberId: actor.memberId }
  if (!(await removeRequest(a.db, request))) return
  await touchThread(a.db, thread.id)
  a.emit({ type: 'source.unasked', boardId: thread.boardId, ...request })
}
