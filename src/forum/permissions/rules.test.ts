import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import { GUEST, ROLES } from '../actor.ts'
import { type Board, treeOf } from '../boards/tree.ts'
import { THREAD_KINDS } from '../kinds/model.ts'
import { DEFAULT_SETTINGS } from '../settings/model.ts'
import type { Site } from '../site.ts'
import { type Group, includes, LEVELS, type Level, type Permission } from './model.ts'
import { accessOf } from './rules.ts'
import { visibleTo } from './visible.ts'

const CUSTOM = 5
const GROUPS: Group[] = [
  { id: 1, name: 'guest', kind: 'guest' },
  { id: 2, name: 'member', kind: 'member' },
  { id: 3, name: 'moderator', kind: 'moderator' },
  { id: 4, name: 'administrator', kind: 'administrator' },
  { id: CUSTOM, name: 'Pilots', kind: 'custom' },
]
const ACTIONS = ['see', 'read', 'reply', 'start'] as const
/** Group → level at one board; null where the board has no row of its own. */
type Row = Partial<Record<number, Level>> | null
interface World {
  /** Index of the board above; -1 at the top. */
  parents: number[]
  rows: Row[]
}

const actorAs = (role: Role, isPilot: boolean): Actor => ({
  ...GUEST,
  memberId: role === 'guest' ? null : 1,
  role,
  groups: isPilot ? [CUSTOM] : [],
})
const ACTORS = ROLES.flatMap(role => [false, true].map(isPilot => actorAs(role, isPilot && role !== 'guest')))

function siteOf({ parents, rows }: World): Site {
  const boards: Board[] = parents.map((parent, index) => ({
    id: index + 1,
    parentId: parent < 0 ? null : parent + 1,
    position: 1,
    title: `${index}`,
    description: '',
    section: false,
    excerptLimit: null,
    editMinutes: null,
    kinds: THREAD_KINDS,
    prefixRequired: false,
  }))
  const cells: Permission[] = rows.flatMap((row, index) =>
    Object.entries(row ?? {}).map(([group, level]) => ({
      boardId: index + 1,
      groupId: Number(group),
      level: level!,
    })),
  )
  const tree = treeOf(boards)
  const access = accessOf(tree, GROUPS, cells)
  return { version: 1, settings: DEFAULT_SETTINGS, boards: tree, access } as Site
}

/** The same question, answered slowly and by numbers: 0 nothing, 1 see, 2 read, 3 reply, 4 start. */
function mayByOracle(world: World, actor: Actor, board: number, action: (typeof ACTIONS)[number]): boolean {
  if (actor.role === 'administrator') return true
  const groups = { guest: [1], member: [1, 2], moderator: [1, 2, 3] }[actor.role].concat(actor.groups)
  const defaults: Record<number, number> = { 1: 2, 2: 4, 3: 4, [CUSTOM]: 0 }
  const number = (level: Level | undefined) =>
    ({ none: 0, see: 1, read: 2, reply: 3, start: 4 })[level ?? 'none']
  const rank = (at: number): number => {
    let row: Row | undefined
    for (let index = at; index >= 0 && !row; index = world.parents[index]!) row = world.rows[index]
    return Math.max(...groups.map(group => (row ? number(row[group]) : defaults[group]!)))
  }
  for (let index = world.parents[board]!; index >= 0; index = world.parents[index]!)
    if (rank(index) === 0) return false
  return rank(board) >= number(action)
}

function mayByRules(site: Site, actor: Actor, board: number): Record<(typeof ACTIONS)[number], boolean> {
  const visible = visibleTo(site, actor)
  const level = visible.level(board + 1)
  return {
    see: visible.sees(board + 1),
    read: visible.reads(board + 1),
    reply: includes(level, 'reply'),
    start: includes(level, 'start'),
  }
}

/** Compares every role, in and out of the group, in every board of a world. → how many answers were compared. */
function compare(world: World): number {
  const site = siteOf(world)
  let compared = 0
  for (const actor of ACTORS) {
    for (const board of world.parents.keys()) {
      const answers = mayByRules(site, actor, board)
      for (const action of ACTIONS) {
        compared++
        if (answers[action] === mayByOracle(world, actor, board, action)) continue
        throw new Error(`${actor.role} ${actor.groups} ${action} ${board} in ${JSON.stringify(world)}`)
      }
    }
  }
  return compared
}

const ROWS: Row[] = [
  null,
  ...LEVELS.flatMap(guest =>
    LEVELS.flatMap(member =>
      LEVELS.map(pilots => ({ 1: guest, 2: member, 3: member, 4: 'none' as const, [CUSTOM]: pilots })),
    ),
  ),
]

test('every role, group, level and action, in a board and in one within it, as a slow reference says', () => {
  let compared = 0
  for (const above of ROWS)
    for (const below of ROWS) compared += compare({ parents: [-1, 0], rows: [above, below] })
  expect(compared).toBe(126 * 126 * 2 * 8 * 4)
})

const row = fc.option(
  fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), fc.constantFrom(...LEVELS), { minKeys: 1 }),
)
const worlds = fc
  .array(fc.record({ parent: fc.nat(30), row }), { minLength: 1, maxLength: 9 })
  .map(boards => ({
    parents: boards.map(({ parent }, index) => (parent % (index + 1)) - 1),
    rows: boards.map(each => each.row as Row),
  }))

test('forests of any shape, rows with cells left out, as the slow reference says', () => {
  fc.assert(
    fc.property(worlds, world => {
      compare(world)
    }),
    { numRuns: 1000 },
  )
})

test('what stands within a hidden board is hidden, whatever was set there', () => {
  fc.assert(
    fc.property(worlds, fc.nat(8), (world, at) => {
      const hidden = at % world.parents.length
      const rows = world.rows.with(hidden, { 1: 'none' })
      const site = siteOf({ ...world, rows })
      for (const actor of ACTORS.filter(each => each.role !== 'administrator')) {
        const visible = visibleTo(site, actor)
        for (let index = 0; index < world.parents.length; index++) {
          let above = index
          while (above >= 0 && above !== hidden) above = world.parents[above]!
          if (above !== hidden) continue
          expect(visible.level(index + 1)).toBe('none')
          expect(visible.sees(index + 1) || visible.reads(index + 1)).toBe(false)
          expect(visible.moderates(index + 1)).toBe(false)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('says why: which groups give what, by which board, and what hides it', () => {
  const world = {
    parents: [-1, 0, 1],
    rows: [{ 1: 'none', [CUSTOM]: 'read' }, { 2: 'reply' }, null] as Row[],
  }
  const { access, boards } = siteOf(world)
  const pilot = access.why(actorAs('member', true), 3)
  expect(pilot).toEqual({
    level: 'reply',
    from: boards.byId.get(2),
    hiddenBy: null,
    everything: false,
    groups: [
      { group: GROUPS[0], level: 'none' },
      { group: GROUPS[1], level: 'reply' },
      { group: GROUPS[4], level: 'none' },
    ],
  })
  expect(access.why(actorAs('member', false), 3)).toMatchObject({ level: 'none', hiddenBy: { id: 1 } })
  expect(access.why(actorAs('administrator', false), 3)).toMatchObject({ level: 'start', everything: true })
  expect(access.why(actorAs('administrator', false), 99).level).toBe('none')
  expect(siteOf({ parents: [-1], rows: [null] }).access.why(GUEST, 1)).toMatchObject({
    level: 'read',
    from: null,
  })
})

test('a suspended moderator looks after nothing, and a board that is not there is closed to all', () => {
  const site = siteOf({ parents: [-1], rows: [null] })
  const moderator = actorAs('moderator', false)
  expect(visibleTo(site, moderator).moderates(1)).toBe(true)
  expect(visibleTo(site, { ...moderator, suspended: true }).moderates(1)).toBe(false)
  for (const actor of ACTORS) expect(visibleTo(site, actor).level(99)).toBe('none')
})
