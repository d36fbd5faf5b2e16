import { Refused } from '#base/errors.ts'
import { isTaken } from '#store/differences.ts'
import type { Act } from '../act.ts'
import { type Actor, hasRole, mustWrite } from '../actor.ts'
import { touchSite } from '../settings/store.ts'
import { readTag, type Tag, type TagName, tagKeyOf } from './model.ts'
import { findTag, mergeTags, removeTagRow, renameTagRow } from './store.ts'

/** Whether somebody looks after the tags: moderators. */
export const mayKeepTags = (actor: Actor): boolean => hasRole(actor, 'moderator') && !actor.suspended

/** Begins a change of a tag. What every page shows of it may change, so the whole site becomes new. */
async function begin({ db, actor, emit }: Act, name: string): Promise<Tag> {
  mustWrite(actor)
  if (!mayKeepTags(actor)) throw new Refused('not-allowed')
  await touchSite(db)
  const tag = await findTag(db, tagKeyOf(name))
  if (!tag) throw new Refused('not-found')
  emit({ type: 'site.changed' })
  return tag
}

/**
 * Gives a tag another name; where there is one of that name, the two become one. → the tag as it is now. Throws
 * `not-signed-in`, `not-allowed` for all but moderators, `not-found`, `invalid` for the field `tags`, and `conflict` where a tag
 * of that name is made at the same moment.
 */
export async function renameTag(a: Act, input: { name: string; to: string }): Promise<TagName> {
  const tag = await begin(a, input.name)
  const to = readTag(input.to)
  const other = await findTag(a.db, to.key)
  if (other && other.id !== tag.id) {
    await mergeTags(a.db, tag.id, other.id)
    return other
  }
  try {
    await renameTagRow(a.db, tag.id, to)
  } catch (error) {
    // Somebody has just given a thread the first tag of that name.
    throw isTaken(error) ? new Refused('conflict', undefined, { field: 'tags' }) : error
  }
  return to
}

/** Removes a tag from all threads. Throws `not-signed-in`, `not-allowed`, `not-found`. */
export async function removeTag(a: Act, input: { name: string }): Promise<void> {
  const tag = await begin(a, input.name)
  await removeTagRow(a.db, tag.id)
}
