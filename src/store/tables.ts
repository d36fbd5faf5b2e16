import type { BelongingTables } from './tables/belonging.ts'
import type { RecordTables } from './tables/record.ts'
import type { SpineTables } from './tables/spine.ts'
import type { WritingTables } from './tables/writing.ts'

export type { Flag } from './tables/flag.ts'

/**
 * Every table. The SQL that touches one is owned by the `store.ts` of one feature. Times are epoch milliseconds (UTC),
 * booleans 0 or 1, JSON is text. Columns are written in snake case in the database.
 */
export interface Tables extends SpineTables, RecordTables, WritingTables, BelongingTables {}
