import { Refused } from '#base/errors.ts'
import { cleanLine } from '#base/text.ts'
import { DAY } from '#base/time.ts'
import { addJob } from '#jobs/store.ts'
import type { Act } from '../act.ts'
import { mustAdminister, mustWrite } from '../actor.ts'
import { touchSite } from '../settings/store.ts'
import { type Alts, type Attachment, type Blob, FINISH, hasSource, isFree, MAX_ALT, SETTLE } from './model.ts'
import { mustBeFew, mustHaveRoom, QUOTAS, type Quota, type Quotas, quotaOf } from './quotas.ts'
import {
  attachmentsByIds,
  attachmentsOfPosts,
  deleteAttachment,
  findBlob,
  holdBlob,
  holdMember,
  insertAttachment,
  insertBlob,
  placeAttachments,
  setVariants,
  takeOut,
  usedBy,
  writeAlts,
} from './store.ts'
import { writeQuotas } from './store-sweep.ts'

/** A file that lies in the store. */
export interface Stored {
  readonly blob: Blob
  /** Whether it was stored just now, under names that nobody else knows. */
  readonly isFresh: boolean
  /** What it was stored as before, where that is there no more. */
  readonly lost: Blob | undefined
}

/** What is asked of `addAttachment`: a file that lies in the store already. */
export interface NewAttachment extends Stored {
  readonly name: string
  readonly alt: string
  /** The largest file that the operator allows. */
  readonly largest: number
}

/**
 * Keeps a stored file for a member until a post carries it; → its id, or null where the file was swept meanwhile and must be
 * stored again. Throws `not-signed-in`, `not-allowed` with the limit that is reached, and `invalid` for the field `alt`.
 */
export async function addAttachment(
  a: Act,
  { blob, isFresh, lost, ...given }: NewAttachment,
): Promise<number | null> {
  const { db, actor, site, now: at } = a
  mustWrite(actor)
  const { memberId } = actor
  const alt = readAlt(given.alt)
  await holdMember(db, memberId)
  mustHaveRoom(quotaOf(site, actor, given.largest), await usedBy(db, memberId, at - DAY), blob.size)
  const { hash } = blob
  if (!(await holdBlob(db, hash, at))) {
    // Only names that were drawn for this upload are certain not to be swept just now.
    if (!isFresh) return null
    const isFirst = await insertBlob(db, blob, at)
    if (isFirst && hasSource(blob)) await addJob(db, FINISH, { hash }, at)
  } else if (lost) await replaceLost(a, blob, lost)
  return insertAttachment(db, { memberId, hash, name: given.name, alt, at })
}

/** Puts what was stored anew in the place of what was lost, in every post that has it, unless somebody else just did. */
async function replaceLost({ db, now }: Act, blob: Blob, lost: Blob): Promise<void> {
  const { hash } = blob
  const present = await findBlob(db, hash)
  if (present?.variants[0]?.name !== lost.variants[0]?.name) return
  await setVariants(db, blob)
  await addJob(db, SETTLE, { hash, names: lost.variants.map(each => each.name) }, now)
  if (hasSource(blob)) await addJob(db, FINISH, { hash }, now)
}

/** What a picture shows, on one line. Throws `invalid` for the field `alt`. */
export function readAlt(typed: string): string {
  const alt = cleanLine(typed)
  if (alt.length <= MAX_ALT) return alt
  throw new Refused('invalid', 'form.too-long', { field: 'alt', values: { limit: MAX_ALT } })
}

/** What is asked of `attachTo`. */
export interface Attaching {
  readonly postId: number
  /** Ids in their order. Undefined leaves what the post has. */
  readonly ids: readonly number[] | undefined
  /** Ids that its text names, which stay whatever the list says. */
  readonly inText: readonly number[]
}

/**
 * Gives a post the attachments of a list, and those its text names, taking all others out: of the actor's own that are in no
 * post, and of the post's. What is anybody else's is left out. → whether anything of the post changed. Throws `not-allowed`
 * where they are too many.
 */
export async function attachTo(a: Act, { postId, ids, inText }: Attaching): Promise<boolean> {
  const { db, actor, site, now } = a
  const present = (await attachmentsOfPosts(db, [postId])).get(postId) ?? []
  const kept = ids ?? present.map(each => each.id)
  const wanted = [...new Set([...kept, ...inText])]
  if (wanted.length === 0 && present.length === 0) return false
  const found = new Map((await attachmentsByIds(db, wanted)).map(each => [each.id, each]))
  const mine = wanted.flatMap(id => {
    const each = found.get(id)
    return each && isFree(each, postId, actor.memberId) ? [each] : []
  })
  if (mine.some(each => each.postId === null)) mustBeFew(quotaOf(site, actor, Infinity), mine.length)
  const out = present.filter(each => !mine.some(other => other.id === each.id))
  await takeOut(
    db,
    out.map(each => each.id),
    now,
  )
  const order = mine.map(each => each.id)
  if (out.length === 0 && order.join() === present.map(each => each.id).join()) return false
  const placed = await placeAttachments(db, postId, order)
  return out.length > 0 || placed.length > 0
}

/**
 * Says what pictures show, before a text is printed that has them: of the actor's own that are in no post, and of a post's.
 * What is anybody else's is left out. → whether anything changed. Throws `invalid` for the field `alt`.
 */
export async function describe(a: Act, alts: Alts | undefined, postId: number | null): Promise<boolean> {
  if (!alts || alts.size === 0) return false
  const found = await attachmentsByIds(a.db, [...alts.keys()])
  const mine = found.filter(each => isFree(each, postId, a.actor.memberId))
  const changed = mine.flatMap(({ id, alt: present }) => {
    const alt = readAlt(alts.get(id) ?? '')
    return alt === present ? [] : [{ id, alt }]
  })
  await writeAlts(a.db, changed)
  return changed.length > 0
}

/** An attachment that is the actor's own and in no post. Throws `not-signed-in`, `not-found`. */
async function mustOwn({ db, actor }: Act, id: number): Promise<Attachment> {
  mustWrite(actor)
  const [found] = await attachmentsByIds(db, [id])
  if (!found || found.postId !== null || found.memberId !== actor.memberId) throw new Refused('not-found')
  return found
}

/** Gives one's own file up that is in no post. Throws `not-signed-in`, `not-allowed`, `not-found`. */
export async function removeAttachment(a: Act, id: number): Promise<void> {
  await mustOwn(a, id)
  await deleteAttachment(a.db, id)
}

/** Says what one's own picture shows that is in no post. Throws as `removeAttachment`, and `invalid` for the field `alt`. */
export async function setAlt(a: Act, id: number, alt: string): Promise<void> {
  await mustOwn(a, id)
  await writeAlts(a.db, [{ id, alt: readAlt(alt) }])
}

/** Sets what the members of a group may keep. Throws `not-allowed` for anybody but an administrator, `not-found`. */
export async function setQuota(a: Act, groupId: number, quota: Quota): Promise<void> {
  const { db, actor, site, emit } = a
  mustAdminister(actor)
  if (!site.access.groups.some(group => group.id === groupId && group.kind !== 'guest'))
    throw new Refused('not-found')
  const quotas: Quotas = { ...site.attachmentQuotas, [groupId]: quota }
  await writeQuotas(db, QUOTAS, JSON.stringify(quotas))
  await touchSite(db)
  emit({ type: 'site.changed' })
}
