import { Refused } from '#base/errors.ts'
import type { Act } from '../act.ts'
import { mustAdminister } from '../actor.ts'
import { touchSite } from '../settings/store.ts'
import type { Group, Level } from './model.ts'
import {
  addGroup as insertGroup,
  readGroups,
  removeGroup as remove,
  updateGroup,
  writeGroupsOf,
  writePermissions,
} from './store.ts'

/** Begins a change of who may what; the version is counted up first, so that changes wait for one another. */
async function begin({ db, actor, emit }: Act): Promise<Group[]> {
  mustAdminister(actor)
  await touchSite(db)
  emit({ type: 'site.changed' })
  return readGroups(db)
}

/**
 * Sets what each group may in a board; groups that are not named may nothing there. Null: as in the board above it.
 * Throws `not-allowed` for anybody but an administrator, `not-found` when the board is not there.
 */
export async function setLevels(
  a: Act,
  boardId: number,
  levels: ReadonlyMap<number, Level> | null,
): Promise<void> {
  const groups = await begin(a)
  if (!a.site.boards.byId.has(boardId)) throw new Refused('not-found')
  const row = levels && new Map(groups.map(({ id }) => [id, levels.get(id) ?? 'none']))
  await writePermissions(a.db, boardId, row ?? new Map())
}

/** Makes a group; → its id. Throws `not-allowed`, and `conflict` when there is one of that name. */
export async function addGroup(a: Act, name: string): Promise<number> {
  await begin(a)
  const id = await insertGroup(a.db, name, 'custom')
  if (id === null) throw new Refused('conflict', 'refused.group-name-taken', { field: 'name' })
  return id
}

/** Renames a group that was made by `addGroup`. Throws `not-allowed`, `not-found`, and `conflict` for a taken name. */
export async function renameGroup(a: Act, id: number, name: string): Promise<void> {
  const groups = await begin(a)
  mustBeCustom(groups, id)
  if (groups.some(group => group.name === name && group.id !== id))
    throw new Refused('conflict', 'refused.group-name-taken', { field: 'name' })
  await updateGroup(a.db, id, name)
}

/** Removes a group that was made by `addGroup`, from its members and every board. Throws as `renameGroup` does. */
export async function removeGroup(a: Act, id: number): Promise<void> {
  mustBeCustom(await begin(a), id)
  await remove(a.db, id)
}

/** Puts a member in exactly these groups. Throws `not-allowed`, and `invalid` for a group that cannot be joined. */
export async function putInGroups(
  { db, actor, emit }: Act,
  memberId: number,
  groupIds: readonly number[],
): Promise<void> {
  mustAdminister(actor)
  const custom = (await readGroups(db)).filter(group => group.kind === 'custom').map(group => group.id)
  if (!groupIds.every(id => custom.includes(id)))
    throw new Refused('invalid', 'form.not-offered', { field: 'groups' })
  await writeGroupsOf(db, memberId, [...new Set(groupIds)])
  emit({ type: 'member.changed', memberId })
}

function mustBeCustom(groups: readonly Group[], id: number): void {
  if (!groups.some(group => group.id === id && group.kind === 'custom')) throw new Refused('not-found')
}
