import type { AddressInfo } from 'node:net'
import type { Command } from 'commander'
import type { FastifyInstance } from 'fastify'
import { createLog } from '#base/log.ts'
import type { Config } from '#config/config.ts'
import { makeSetUpLink } from '#forum/set-up/actions.ts'
import { setUpPath } from '#pages/set-up/model.ts'
import { migrate } from '#store/migrate.ts'
import type { Store } from '#store/store.ts'
import { buildSite, openForum, startForumWork } from '../main.ts'
import { withStore } from './open.ts'

/** `rostra serve`: brings the database up to this version and answers readers until it is told to end. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('start the forum')
    .action(() => withStore(serve))
}

async function serve(store: Store, config: Config): Promise<void> {
  const log = createLog({ level: config.logLevel, readable: process.stderr.isTTY === true })
  const ended = untilTold()
  await migrate(store)
  const open = await openForum({ store, log, config })
  const app = await buildSite(open.forum, config)
  await listen(app, config)
  console.log(`Rostra is at ${addressOf(app, config)}`)
  const token = await makeSetUpLink(open.forum)
  if (token !== null)
    console.log(`Set it up at ${addressOf(app, config)}${setUpPath(token)} (this works once)`)
  const work = startForumWork(open)
  log.info({ signal: await ended }, 'Ending: finishing what is under way')
  await app.close()
  await work.stop()
}

/** Resolves with the signal that asks the process to end; the same a second time ends it at once. */
function untilTold(): Promise<NodeJS.Signals> {
  return new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal))
  })
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new Error(`Something else listens at port ${port}. Set PORT to a free one.`)
    if (code === 'EACCES')
      throw new Error(`This account may not listen at port ${port}. Set PORT to a higher one.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Error(`This machine has no address ${host}. Set HOST to one of its own.`)
    throw error
  }
}

/** The address that readers use; where any free port was taken, with that port. */
function addressOf(app: FastifyInstance, config: Config): string {
  const { port } = app.server.address() as AddressInfo
  return config.port === 0 && config.url.endsWith(':0') ? config.url.replace(/0$/, String(port)) : config.url
}
