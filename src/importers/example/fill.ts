import { act, type Forum } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import type { Reader } from '#store/store.ts'
import type { AccountLine } from '../account.ts'
import { knowsSource } from '../write/store.ts'
import { writeRecord } from '../write/write.ts'
import { ImportRefused, type WriteOptions } from '../write/writing.ts'
import { dressExample } from './dress.ts'
import { EXAMPLE, exampleCommunity } from './example.ts'
import { hasThreads } from './store-bulk.ts'

/** Takes the example community into the forum; → what became of each part of it. What is here already is not taken again. */
export const fillWithExample = (
  forum: Forum,
  options: Pick<WriteOptions, 'progress'> = {},
): Promise<AccountLine[]> =>
  act(forum, SYSTEM, async a => {
    const lines = await writeRecord(a, exampleCommunity(), options)
    const taken = lines.filter(({ item, outcome }) => item === 'thread' && outcome === 'taken')
    await dressExample(a, new Set(taken.map(({ key }) => key ?? '')))
    return lines
  })

/** Throws `ImportRefused` where invented threads would stand among those that people wrote, or a second time. */
export async function mustBeEmpty(db: Reader): Promise<void> {
  if (await knowsSource(db, EXAMPLE)) throw new ImportRefused('The example community is here already.')
  if (await hasThreads(db))
    throw new ImportRefused('This forum holds threads already. To add to them, say --into-existing.')
}
