import { Refused } from '#base/errors.ts'
import type { Act } from '../act.ts'
import type { Visible } from '../permissions/visible.ts'
import { beginWithPost } from '../posts/actions/begin.ts'
import type { Post } from '../posts/model.ts'
import { readReason } from '../posts/model.ts'
import { type Found, foundIn } from '../sources/finding.ts'
import type { FindingPlace } from '../sources/model.ts'
import { type Correction, held } from './corrected.ts'
import { keepRead, scriptOf } from './keeping.ts'
import { readSpeaker } from './model.ts'
import { mustCorrect, mustGiveReason } from './rules.ts'
import { addCorrection, correctionsOf } from './store.ts'

/** What is asked of a correction. `reason` may be '' for what one wrote oneself. */
export type CorrectionInput = FindingPlace & { readonly reason: string }

/**
 * Takes a finding back: it is shown no more, nor counted anywhere, also after the post is read again. Nothing happens when
 * that was done already. → its key. Throws `not-signed-in`, `not-found`, `not-allowed`, and `invalid` for the field
 * `reason`, which a moderator must give.
 */
export async function withdrawFinding(a: Act, input: CorrectionInput): Promise<string> {
  return correct(a, input, { change: 'withdraw', value: '' })
}

/** Shows a finding again that was taken back. → its key. Throws as `withdrawFinding` does. */
export async function restoreFinding(a: Act, input: CorrectionInput): Promise<string> {
  return correct(a, input, { change: 'restore', value: '' })
}

/**
 * Says whose words a quotation is; '' for nobody's. → its key. Throws as `withdrawFinding` does, also `not-found` for what
 * is no quotation, and `invalid` for the field `speaker`.
 */
export async function correctSpeaker(
  a: Act,
  input: CorrectionInput & { readonly speaker: string },
): Promise<string> {
  return correct(a, input, { change: 'speaker', value: readSpeaker(input.speaker) })
}

/** The reason as typed → the same as kept. Throws `invalid` where it is wanting. */
function reasonOf(visible: Visible, post: Post, typed: string): string {
  const reason = readReason(typed)
  if (reason === '' && mustGiveReason(visible, post))
    throw new Refused('invalid', 'form.required', { field: 'reason' })
  return reason
}

/** Whether a finding is already as somebody would have it. */
function isSo({ finding: { key } }: Found, change: Change, corrections: readonly Correction[]): boolean {
  const { withdrawn, speakers } = held(corrections)
  if (change.change === 'speaker') return speakers.get(key) === change.value
  return withdrawn.has(key) === (change.change === 'withdraw')
}

type Change = Pick<Correction, 'change' | 'value'>

async function correct(a: Act, input: CorrectionInput, change: Change): Promise<string> {
  const { db, now: at } = a
  const { post, thread, visible, actor } = await beginWithPost(a, input)
  mustCorrect(visible, thread, post)
  const reason = reasonOf(visible, post, input.reason)
  const corrections = (await correctionsOf(db, [post.id])).get(post.id) ?? []
  const { timeZone } = a.site.settings
  // What was read and is kept may be of another wording: the post is read as it is now.
  const { readPost } = await import('./read-post.ts')
  const found = foundIn(readPost(scriptOf(post, timeZone, corrections)).findings, input.key)
  if (!found || (change.change === 'speaker' && found.kind !== 'quotation')) throw new Refused('not-found')
  const { key } = found.finding
  if (isSo(found, change, corrections)) return key
  const correction = { key, ...change, reason }
  await addCorrection(db, { postId: post.id, ...correction, memberId: actor.memberId, at })
  const script = scriptOf(post, timeZone, [...corrections, correction])
  const { boardId } = thread
  await keepRead(db, at, [{ post: { ...post, boardId }, script, found: readPost(script) }])
  a.emit({ type: 'record.corrected', postId: post.id, boardId, memberId: actor.memberId, key })
  return key
}
