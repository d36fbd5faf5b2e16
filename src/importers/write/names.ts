import { nameKeyOf } from '#forum/members/names.ts'
import { type NeutralMember, nameWithin, originOf } from '../neutral.ts'
import { type KnownMember, membersByName, oldNames } from './store-members.ts'
import { cut, type Writing } from './writing.ts'

/** The longest name that an imported member has here, in UTF-16 units. */
export const MAX_IMPORTED_NAME = 80
const NAMELESS = 'Unnamed'

/** Controls, marks of direction and what nobody sees; a name must not be able to disguise itself or its surroundings. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** A newcomer, and the name that is free. */
export interface NewcomersName {
  member: NeutralMember
  name: string
}

/** Who of the newcomers is here already, and what the others are called. */
export interface SettledNames {
  same: { member: NeutralMember; here: KnownMember }[]
  named: NewcomersName[]
}

/** A name as printed → as it can stand here. */
export const writtenName = (printed: string): string =>
  cut(printed.replace(UNSEEN, ''), MAX_IMPORTED_NAME) || NAMELESS

/**
 * Newcomers → those who are here by their name, and free names for the others: the printed one, else "Name (2)" and so
 * on. Somebody is here only where `isSame` says so; everybody else of that name is somebody else, and of a name that
 * somebody here has given up.
 */
export async function settleNames(
  writing: Writing,
  newcomers: readonly NeutralMember[],
): Promise<SettledNames> {
  const settled: SettledNames = { same: [], named: [] }
  const given = new Set<string>()
  const adopted = new Set<number>()
  const tried = new Map<string, number>()
  for (let waiting = newcomers; waiting.length > 0; ) {
    const candidates = waiting.map(member => candidate(member, tried))
    const keys = candidates.map(({ key }) => key)
    const here = await membersByName(writing.a.db, keys)
    const old = await oldNames(writing.a.db, keys)
    const rest: NeutralMember[] = []
    for (const { member, name, key } of candidates) {
      const known = here.get(key)
      if (known && !adopted.has(known.id) && isSame(writing.record.source, member, known)) {
        adopted.add(known.id)
        settled.same.push({ member, here: known })
      } else if (known || old.has(key) || given.has(key)) rest.push(member)
      else {
        given.add(key)
        settled.named.push({ member, name })
      }
    }
    waiting = rest
  }
  return settled
}

/** The next name that a newcomer may have; each is tried by one newcomer. */
function candidate(member: NeutralMember, tried: Map<string, number>) {
  const printed = writtenName(member.name)
  const first = nameKeyOf(printed)
  const count = (tried.get(first) ?? 0) + 1
  tried.set(first, count)
  const name = count === 1 ? printed : numbered(printed, count)
  return { member, name, key: nameKeyOf(name) }
}

function numbered(name: string, count: number): string {
  const mark = ` (${count})`
  return `${cut(name, MAX_IMPORTED_NAME - mark.length)}${mark}`
}

/**
 * Whether a newcomer is somebody of that name whom the same source brought before. It must be nobody who can sign in;
 * and where both say of which community they are, their keys would have told already.
 */
function isSame(source: string, member: NeutralMember, here: KnownMember): boolean {
  const keys = here.keys.filter(each => each.source === source).map(each => each.key)
  if (!here.open || keys.length === 0) return false
  if (!keys.every(key => nameWithin(key) === nameWithin(member.key))) return false
  const origins = keys.map(originOf)
  return originOf(member.key) === null ? !origins.includes(null) : origins.every(origin => origin === null)
}
