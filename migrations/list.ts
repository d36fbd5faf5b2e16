import type { Kysely } from 'kysely'
import type { Differences } from '../src/store/differences.ts'
import { up as spine } from './0001-spine.ts'
import { up as record } from './0002-record.ts'
import { up as conversations } from './0003-conversations.ts'
import { up as threads } from './0004-threads.ts'
import { up as writing } from './0005-writing.ts'
import { up as accounts } from './0006-accounts.ts'
import { up as members } from './0007-members.ts'

/** Every change of the schema, oldest first. Forward only: one that was released is never altered. */
export const MIGRATIONS: { name: string; up(db: Kysely<never>, differences: Differences): Promise<void> }[] =
  [
    { name: '0001-spine', up: spine },
    { name: '0002-record', up: record },
    { name: '0003-conversations', up: conversations },
    { name: '0004-threads', up: threads },
    { name: '0005-writing', up: writing },
    { name: '0006-accounts', up: accounts },
    { name: '0007-members', up: members },
  ]
