import { Refused } from '#base/errors.ts'
import { type Act, act, type Forum } from '../act.ts'
import { type Actor, mustWrite } from '../actor.ts'
import { isKey, type PostFindings } from '../findings/model.ts'
import { type Visible, visibleTo } from '../permissions/visible.ts'
import { beginWithPost } from '../posts/actions/begin.ts'
import type { Post } from '../posts/model.ts'
import { readReason } from '../posts/model.ts'
import { findPost } from '../posts/store.ts'
import { takeTurn } from '../quotations/store-turn.ts'
import { type Found, foundIn } from '../sources/finding.ts'
import type { FindingPlace } from '../sources/model.ts'
import { type Correction, held } from './corrected.ts'
import { keepRead, scriptOf } from './keeping.ts'
import { readSpeaker } from './model.ts'
import { mustCorrect, mustGiveReason } from './rules.ts'
import { marked, type ReadScript, type Script } from './script.ts'
import { addCorrection, correctionsOf, readingsOf } from './store.ts'

/** What is asked of a correction. `reason` may be '' for what one wrote oneself. */
export type CorrectionInput = FindingPlace & { readonly reason: string }

/**
 * Takes a finding back: it is shown no more, nor counted anywhere, also after the post is read again. Nothing happens when
 * that was done already, and nothing is read anew: what was read is kept in another way. → its key. Throws `not-signed-in`, `not-found`, `not-allowed`, and `invalid` for the field
 * `reason`, which a moderator must give; `conflict` where others change the post again and again meanwhile.
 */
export async function withdrawFinding(forum: Forum, actor: Actor, input: CorrectionInput): Promise<string> {
  return correct(forum, actor, input, { change: 'withdraw', value: '' })
}

/** Shows a finding again that was taken back. → its key. Throws as `withdrawFinding` does. */
export async function restoreFinding(forum: Forum, actor: Actor, input: CorrectionInput): Promise<string> {
  return correct(forum, actor, input, { change: 'restore', value: '' })
}

/**
 * Says whose words a quotation is; '' for nobody's. → its key. Throws as `withdrawFinding` does, also `not-found` for what
 * is no quotation, and `invalid` for the field `speaker`.
 */
export async function correctSpeaker(
  forum: Forum,
  actor: Actor,
  input: CorrectionInput & { readonly speaker: string },
): Promise<string> {
  return correct(forum, actor, input, { change: 'speaker', value: readSpeaker(input.speaker) })
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

/** How often a correction is made ready when somebody changes the post, or corrects it, in between. */
const TRIES = 4

async function correct(forum: Forum, actor: Actor, input: CorrectionInput, change: Change): Promise<string> {
  for (let tried = 0; tried < TRIES; tried++) {
    const ready = await prepareCorrection(forum, actor, { ...input, ...change })
    if (ready.isSo || (await act(forum, actor, a => keepCorrection(a, input, ready)))) return ready.key
  }
  throw new Refused('conflict')
}

/** A correction that is ready to be kept. */
interface Ready {
  readonly key: string
  /** Whether everything is already as it would have it. */
  readonly isSo: boolean
  readonly correction: Correction
  /** What the post was when it was made ready. */
  readonly post: Post
  /** What is to be kept of the post. */
  readonly script: Script
  readonly found: ReadScript
  readonly engine: number
}

/** Makes a correction ready before the transaction, during which everybody else waits. */
async function prepareCorrection(
  forum: Forum,
  actor: Actor,
  input: CorrectionInput & Change,
): Promise<Ready> {
  mustWrite(actor)
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const at = await findPost(read, visible, input.threadId, input.number)
  if (!at) throw new Refused('not-found')
  const { post, thread } = at
  mustCorrect(visible, thread, post)
  const reason = reasonOf(visible, post, input.reason)
  const { change, value } = input
  const corrections = (await correctionsOf(read, [post.id])).get(post.id) ?? []
  const reading = (await readingsOf(read, [post.id])).get(post.id)
  // As everywhere: of a post that was changed since it was read nothing is known until it is read again.
  const fits = reading?.revision === post.revision && reading.renderer === post.renderer
  const findings = fits && isKey(input.key) ? (JSON.parse(reading.findings) as PostFindings) : null
  const named = findings && foundIn(findings, input.key)
  if (!fits || !findings || !named || (change === 'speaker' && named.kind !== 'quotation'))
    throw new Refused('not-found')
  const { key } = named.finding
  const correction = { key, change, value, reason }
  const script = scriptOf(post, visible.site.settings.timeZone, [...corrections, correction])
  return {
    ...{ key, isSo: isSo(named, input, corrections), correction, post, script },
    ...{ found: marked(script, findings), engine: reading.engine },
  }
}

/** Keeps a correction, unless the post was changed or corrected since it was made ready; → whether it did. */
async function keepCorrection(a: Act, place: FindingPlace, ready: Ready): Promise<boolean> {
  const { db, now: at } = a
  // Whoever keeps what was read takes the turn before it holds any thread.
  await takeTurn(db)
  const { post, thread, visible, actor } = await beginWithPost(a, place)
  mustCorrect(visible, thread, post)
  const { correction, script, found, engine, key } = ready
  const before = (await correctionsOf(db, [post.id])).get(post.id) ?? []
  const isAsItWas = post.revision === ready.post.revision && post.renderer === ready.post.renderer
  if (!isAsItWas || before.length + 1 !== script.corrections.length) return false
  await addCorrection(db, { postId: post.id, ...correction, memberId: actor.memberId, at })
  const { boardId } = thread
  await keepRead(db, at, [{ post: { ...post, boardId }, script, found, engine }])
  a.emit({ type: 'record.corrected', postId: post.id, boardId, memberId: actor.memberId, key })
  return true
}
