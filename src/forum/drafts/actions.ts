import { Refused } from '#base/errors.ts'
import { MAX_NUMBER, MAX_THREAD } from '#base/ids.ts'
import type { Act } from '../act.ts'
import { mustBeMember, mustWrite } from '../actor.ts'
import { DRAFTS_KEPT, type DraftFields, isPlaceName, isWorthKeeping, readPlace } from './model.ts'
import { forgetBeyondMost, forgetDraft, forgetDraftsBefore, putDraft, wasPosted } from './store.ts'

/** What is asked of `saveDraft`. */
export interface SaveInput {
  readonly place: string
  readonly fields: DraftFields
  /** How long ago it was typed, in milliseconds: clocks of browsers differ, what passed on them does not. */
  readonly age: number
  /** The key of the form it was typed in; '' for none. */
  readonly requestKey: string
}

/** What became of a draft: kept, forgotten since nothing is in it, older than what is kept, or posted already. */
export type Saved = 'saved' | 'emptied' | 'older' | 'posted'

/**
 * Keeps what somebody is writing in a place: one draft each, the one typed last. A form that was posted meanwhile leaves
 * none. Throws `not-signed-in`, `not-allowed`, and `invalid` for what is no place.
 */
export async function saveDraft(a: Act, input: SaveInput): Promise<{ state: Saved; at: number }> {
  const { db, actor, now } = a
  mustWrite(actor)
  const { place, fields } = input
  if (!isPlaceName(place)) throw new Refused('invalid')
  const { memberId } = actor
  const at = now - Math.max(0, Math.min(input.age, DRAFTS_KEPT))
  if (await wasPosted(db, memberId, formOf(input))) return { state: 'posted', at }
  if (!isWorthKeeping(fields)) {
    await forgetDraft(db, memberId, place, at)
    return { state: 'emptied', at }
  }
  const isLatest = await putDraft(db, { memberId, place, fields: JSON.stringify(fields), at })
  if (isLatest) await forgetBeyondMost(db, memberId)
  return { state: isLatest ? 'saved' : 'older', at }
}

/** What tells whether a form was posted: the key of a new post, the wording that an edit is based on. */
function formOf({ place, fields, requestKey }: SaveInput): Parameters<typeof wasPosted>[2] {
  const { kind, id: threadId, number } = readPlace(place)
  const basedOn = Number(fields['basedOn'])
  const isEdit = kind === 'post' && threadId <= MAX_THREAD && number <= MAX_NUMBER
  return isEdit && Number.isSafeInteger(basedOn) ? { threadId, number, basedOn } : { requestKey }
}

/** Forgets the draft of a place. Throws `not-signed-in`. */
export async function discardDraft(a: Act, place: string): Promise<void> {
  mustBeMember(a.actor)
  await forgetDraft(a.db, a.actor.memberId, place)
}

/** Forgets drafts that nobody went on with. */
export async function forgetOldDrafts({ db, now }: Act): Promise<void> {
  await forgetDraftsBefore(db, now - DRAFTS_KEPT)
}
