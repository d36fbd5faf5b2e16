import type { Act } from '#forum/act.ts'
import { insertBoard } from '#forum/boards/store.ts'
import { nameKeyOf } from '#forum/members/names.ts'
import { touchSite } from '#forum/settings/store.ts'
import { readLedger, writeLedger } from '../write/store.ts'
import { insertMembers, membersById } from '../write/store-members.ts'
import { BULK_BOARDS, BULK_SECTION, type BulkMember, bulkMembers } from './bulk-people.ts'

/** Names the boards and members of bulk filling in the ledger of what was taken, so that the next filling finds them. */
const SOURCE = 'bulk'

/** Ids, by the indices of generated threads and posts. */
export interface Ground {
  boards: readonly number[]
  members: readonly number[]
}

/** Finds or makes the boards and so many members. */
export async function prepareGround(a: Act, members: number): Promise<Ground> {
  const ground = { boards: await boardsOf(a), members: await membersOf(a, members) }
  await touchSite(a.db)
  a.emit({ type: 'site.changed' })
  return ground
}

async function boardsOf(a: Act): Promise<number[]> {
  const texts = [BULK_SECTION, ...BULK_BOARDS]
  const keys = texts.map((_, index) => String(index))
  const known = await readLedger(a.db, SOURCE, 'board', keys)
  const ids: number[] = []
  for (const [index, text] of texts.entries()) {
    const here = a.site.boards.byId.get(known.get(String(index)) ?? Number.NaN)
    ids.push(here?.id ?? (await insertBoard(a.db, ids[0] ?? null, text)))
  }
  await writeLedger(
    a.db,
    SOURCE,
    'board',
    ids.map((id, index): [string, number] => [String(index), id]),
  )
  return ids.slice(1)
}

async function membersOf(a: Act, count: number): Promise<number[]> {
  const people = bulkMembers(count)
  const keys = people.map((_, index) => String(index))
  const ledger = await readLedger(a.db, SOURCE, 'member', keys)
  const known = await membersById(a.db, ledger.values())
  const ids = keys.map(key => known.get(ledger.get(key) ?? Number.NaN)?.id)
  // A name that somebody else has here already gets a number.
  for (let attempt = 1; ids.includes(undefined); attempt++) {
    const named = people.map(({ name }) => (attempt === 1 ? name : `${name} ${attempt}`))
    const missing = [...ids.keys()].filter(index => ids[index] === undefined)
    const made = await insertMembers(
      a.db,
      missing.map(index => newMember(named[index] as string, people[index] as BulkMember)),
    )
    for (const index of missing) ids[index] = made.get(nameKeyOf(named[index] as string))
  }
  const taken = ids as number[]
  await writeLedger(
    a.db,
    SOURCE,
    'member',
    taken.map((id, index): [string, number] => [String(index), id]),
  )
  return taken
}

const newMember = (name: string, { joinedAt, location }: BulkMember) => ({
  ...{ name, nameKey: nameKeyOf(name), joinedAt, location },
  ...{ title: null, country: null, messageBase: 0, reactionBase: 0 },
})
