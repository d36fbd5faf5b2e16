import { Refused } from '#base/errors.ts'
import { DAY } from '#base/time.ts'
import { addJobOnce } from '#jobs/store.ts'
import { isTaken } from '#store/differences.ts'
import type { Act } from '../../act.ts'
import { checkName, nameKeyOf } from '../names.ts'
import { mayManageMembers, mustChangeProfile, mustNotBeReserved } from '../rules.ts'
import { isNameTaken } from '../store-accounts.ts'
import { holdName, isOldName, keepOldName, oldNamesOf, takeBackName, writeName } from '../store-names.ts'

/** The job that prints those posts anew that mention a member: `{ memberId, after }`. */
export const MENTIONS_JOB = 'print mentions anew'

/** When a member gave up a name last; null where they never did. */
export const lastRename = (old: readonly { readonly until: number }[]): number | null => old[0]?.until ?? null

/**
 * Gives a member another name; the old one stays theirs, and leads to them. → the name as it is shown. Throws
 * `not-signed-in`, `not-allowed`, `not-found`; for the field `name` `invalid`, `conflict` where somebody has, or had, one
 * that is read alike, and `too-many` where the member chose a name not long ago. Administrators need not wait.
 */
export async function rename(a: Act, memberId: number, typed: string): Promise<string> {
  const { db, actor, site, now } = a
  mustChangeProfile(actor, memberId)
  const name = checkName(typed)
  const isManager = mayManageMembers(actor)
  if (!isManager) mustNotBeReserved(name, site.settings)
  const current = await holdName(db, memberId)
  if (!current) throw new Refused('not-found')
  if (current.name === name) return name
  if (current.nameKey !== nameKeyOf(name)) {
    if (!isManager) mustHaveWaited(a, lastRename(await oldNamesOf(db, memberId)))
    if (await isNameTaken(db, name)) throw taken()
  }
  await write(a, memberId, name)
  if (current.nameKey !== nameKeyOf(name)) {
    // Asked last: whoever gave the name up at the same moment has done so by now.
    if (await isOldName(db, name, memberId)) throw taken()
    await takeBackName(db, memberId, name)
    await keepOldName(db, { ...current, memberId, until: now })
  }
  await addJobOnce(db, MENTIONS_JOB, { memberId, after: 0 }, now)
  a.emit({ type: 'member.renamed', memberId })
  return name
}

const taken = (): Refused => new Refused('conflict', 'name.taken', { field: 'name' })

function mustHaveWaited({ site, now }: Act, last: number | null): void {
  const { renameDays } = site.memberSettings
  const left = last === null ? 0 : last + renameDays * DAY - now
  if (left <= 0) return
  throw new Refused('too-many', 'name.too-soon', { field: 'name', values: { count: Math.ceil(left / DAY) } })
}

async function write({ db }: Act, memberId: number, name: string): Promise<void> {
  try {
    await writeName(db, memberId, name)
  } catch (error) {
    throw isTaken(error) ? taken() : error
  }
}
