import { Refused } from '#base/errors.ts'
import type { Act } from '../act.ts'
import { mustAdminister } from '../actor.ts'
import { touchSite } from '../settings/store.ts'
import { MOST_PREFIXES, type Prefixes, type PrefixInput, readPrefixName } from './model.ts'
import {
  insertPrefix,
  placePrefixes,
  readPrefixes,
  removePrefixRow,
  updatePrefix,
  writePrefixBoards,
} from './store.ts'

/** Begins a change of the prefixes. The version of the site is counted up first: so changes wait for one another. */
async function begin({ db, actor, emit }: Act): Promise<Prefixes> {
  mustAdminister(actor)
  await touchSite(db)
  emit({ type: 'site.changed' })
  return readPrefixes(db)
}

const taken = (): Refused => new Refused('conflict', 'prefix.taken', { field: 'name' })

function readInput({ site }: Act, input: PrefixInput): PrefixInput {
  if (input.boards.some(id => !site.boards.byId.has(id)))
    throw new Refused('invalid', 'form.not-offered', { field: 'boards' })
  return { ...input, name: readPrefixName(input.name) }
}

/**
 * Adds a prefix behind the others; → its id. Throws `not-allowed` for anybody but an administrator, `invalid` for the fields
 * `name` and `boards`, `conflict` where there is one of this name.
 */
export async function addPrefix(a: Act, typed: PrefixInput): Promise<number> {
  const present = await begin(a)
  const input = readInput(a, typed)
  if (present.size >= MOST_PREFIXES)
    throw new Refused('conflict', 'prefix.too-many', { values: { limit: MOST_PREFIXES } })
  const id = await insertPrefix(a.db, input)
  if (id === null) throw taken()
  await writePrefixBoards(a.db, id, input.boards)
  return id
}

/** Gives a prefix another name, tone and boards. Throws as `addPrefix` does, and `not-found`. */
export async function changePrefix(a: Act, id: number, typed: PrefixInput): Promise<void> {
  if (!(await begin(a)).has(id)) throw new Refused('not-found')
  const input = readInput(a, typed)
  if (!(await updatePrefix(a.db, id, input))) throw taken()
  await writePrefixBoards(a.db, id, input.boards)
}

/** Lets a prefix change places with the one before or after it; the first and the last stay. Throws as the others do. */
export async function shiftPrefix(a: Act, id: number, direction: 'up' | 'down'): Promise<void> {
  const ids = [...(await begin(a)).keys()]
  const from = ids.indexOf(id)
  if (from < 0) throw new Refused('not-found')
  const to = direction === 'up' ? from - 1 : from + 1
  if (to < 0 || to >= ids.length) return
  await placePrefixes(a.db, ids.toSpliced(from, 1).toSpliced(to, 0, id))
}

/** Removes a prefix; its threads stay without one. Throws `not-allowed`, `not-found`. */
export async function removePrefix(a: Act, id: number): Promise<void> {
  if (!(await begin(a)).has(id)) throw new Refused('not-found')
  await removePrefixRow(a.db, id)
}
