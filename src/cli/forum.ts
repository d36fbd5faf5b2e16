import { createLog } from '#base/log.ts'
import type { Config } from '#config/config.ts'
import type { Forum } from '#forum/act.ts'
import { migrate } from '#store/migrate.ts'
import { openForum } from '../main.ts'
import { withStore } from './open.ts'

/** Opens the forum of the environment, brought up to this version, for the length of `work`. */
export function withForum<T>(work: (forum: Forum, config: Config) => Promise<T>): Promise<T> {
  return withStore(async (store, config) => {
    await migrate(store)
    const log = createLog({ level: config.logLevel, readable: process.stderr.isTTY === true })
    const { forum, outbox } = await openForum({ store, log, config })
    const result = await work(forum, config)
    await outbox.settle()
    return result
  })
}
