import { Refused } from '#base/errors.ts'
import { act, type Forum } from '../act.ts'
import type { Actor } from '../actor.ts'
import { saveDraft } from './actions.ts'
import { type Draft, fieldsOf } from './model.ts'
import { findDraft } from './store.ts'
import type { FormDraft } from './views.ts'

/** The draft that somebody has in a place; null for none, and for guests. */
export async function loadDraft(forum: Forum, actor: Actor, place: string): Promise<Draft | null> {
  return actor.memberId === null ? null : findDraft(forum.store.read, actor.memberId, place)
}

/** What a form says of its draft. Undefined for a guest. */
export function formDraft(
  forum: Forum,
  actor: Actor,
  place: string,
  shown: { readonly at?: number | null; readonly outdatedAt?: number | null } = {},
): FormDraft | undefined {
  const { memberId } = actor
  if (memberId === null) return undefined
  return { place, memberId, at: shown.at ?? null, outdatedAt: shown.outdatedAt ?? null, now: forum.clock() }
}

/**
 * Keeps what was typed into a form, for its button that asks for that. Throws `too-large` for more than a draft can hold,
 * and as `saveDraft`.
 */
export async function keepTyped(forum: Forum, actor: Actor, place: string, body: unknown): Promise<void> {
  const fields = fieldsOf(body)
  if (fields === null) throw new Refused('too-large')
  await act(forum, actor, a => saveDraft(a, { place, fields, age: 0, requestKey: '' }))
}
