import { DAY } from '#base/time.ts'
import type { BoardText } from '#forum/boards/model.ts'
import { FIRST_THREAD } from './bulk.ts'
import { TOWNS, townOf } from './towns.ts'

/** Holds the boards of bulk filling. */
export const BULK_SECTION: BoardText = {
  title: 'Filled for measuring',
  description: 'Generated threads by generated members. Nobody said any of this.',
  section: true,
}

const board = (title: string, description: string): BoardText => ({ title, description, section: false })

export const BULK_BOARDS: readonly BoardText[] = [
  board('Bridges', 'Closed, opened, postponed.'),
  board('Budgets', 'Tables without a unit.'),
  board('Councils', 'Motions, minutes, apologies.'),
  board('Courts', 'What was decided, and by whom.'),
  board('Ferries', 'One sailing a day.'),
  board('Floods', 'Gauges and gaps.'),
  board('Newspapers', 'The second paragraph.'),
  board('Railways', 'Timetables as literature.'),
  board('Rosters', 'Twenty-one days of notice.'),
  board('Towns', 'Some 4,000 of them.'),
]

export interface BulkMember {
  name: string
  /** Epoch milliseconds. */
  joinedAt: number
  location: string
}

/** The most members there are names for. */
export const MOST_BULK_MEMBERS = TOWNS

const FIRST_NAMES = [
  ...['Ada', 'Bruno', 'Cleo', 'Dario', 'Edda', 'Falk', 'Greta', 'Henrik', 'Ilona', 'Jorge', 'Katja'],
  ...['Lorenz', 'Mira', 'Nils', 'Odile', 'Petra', 'Quirin', 'Rosa', 'Silvan', 'Tove', 'Ulla', 'Vito'],
  ...['Wanda', 'Xenia', 'Yann', 'Zora', 'Åsa', 'Élise', 'Ömer', 'Şirin', 'Łucja'],
]

/** Steps through the towns so that neighbours in the list are not neighbours in the alphabet; meets each once. */
const STEP = 1531

/** The first so many generated members, always the same: each of another town, joined in the year before it begins. */
export const bulkMembers = (count: number): BulkMember[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `${FIRST_NAMES[index % FIRST_NAMES.length]} ${townOf((index * STEP) % TOWNS)}`,
    joinedAt: FIRST_THREAD - (1 + ((index * STEP) % 365)) * DAY,
    location: townOf((index * STEP + TOWNS / 2) % TOWNS),
  }))
