import type { Kysely } from 'kysely'
import type { Differences } from '../src/store/differences.ts'
import { up as spine } from './0001-spine.ts'
import { up as record } from './0002-record.ts'

/** Every change of the schema, oldest first. Forward only: one that was released is never altered. */
export const MIGRATIONS: { name: string; up(db: Kysely<never>, differences: Differences): Promise<void> }[] =
  [
    { name: '0001-spine', up: spine },
    { name: '0002-record', up: record },
  ]
