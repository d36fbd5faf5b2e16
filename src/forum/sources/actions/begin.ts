import { Refused } from '#base/errors.ts'
import type { Act, Forum } from '../../act.ts'
import { type Actor, type MemberActor, mustWrite } from '../../actor.ts'
import { isKey } from '../../findings/model.ts'
import { type Visible, visibleTo } from '../../permissions/visible.ts'
import { beginWithPost } from '../../posts/actions/begin.ts'
import type { Post } from '../../posts/model.ts'
import { findPost } from '../../posts/store.ts'
import type { Thread } from '../../threads/model.ts'
import { isSourced } from '../finding.ts'
import type { FindingPlace } from '../model.ts'
import { mustSource } from '../rules.ts'
import { type FindingOfPost, findFinding } from '../store-readings.ts'

/** A finding that something is done with, in its post and thread. */
export interface Begun extends FindingOfPost {
  /** Of the finding; for a part of a quotation that of the whole. */
  readonly key: string
  readonly post: Post
  readonly thread: Thread
  readonly visible: Visible
  readonly actor: MemberActor
}

/**
 * Begins a change of what is known about a finding. Nobody else can write to its thread until the end. Throws
 * `not-signed-in`, `not-found`, `not-allowed`.
 */
export async function beginWithFinding(a: Act, place: FindingPlace): Promise<Begun> {
  const { post, thread, visible, actor } = await beginWithPost(a, place)
  mustSource(visible, thread, post)
  const finding = isKey(place.key) ? await findFinding(a.db, post, place.key) : undefined
  return { ...standing(finding), post, thread, visible, actor }
}

/** The same before anything is changed, to see whether it makes sense to begin. Throws the same. */
export async function lookAtFinding(
  { store, site }: Forum,
  actor: Actor,
  place: FindingPlace,
): Promise<Omit<Begun, 'actor'>> {
  mustWrite(actor)
  const visible = visibleTo(await site.at(store.read), actor)
  const at = await findPost(store.read, visible, place.threadId, place.number)
  if (!at) throw new Refused('not-found')
  mustSource(visible, at.thread, at.post)
  const finding = isKey(place.key) ? await findFinding(store.read, at.post, place.key) : undefined
  return { ...standing(finding), ...at, visible }
}

function standing(finding: FindingOfPost | undefined): FindingOfPost & { readonly key: string } {
  if (!finding || finding.isWithdrawn || !isSourced(finding.found)) throw new Refused('not-found')
  return { ...finding, key: finding.found.finding.key }
}
