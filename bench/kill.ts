/**
 * `npm run durability`: members post, edit and react through the built server, which is killed (`kill -9`) at random
 * moments and started again. After each kill the database is compared with what was acknowledged: all of it must be there,
 * nothing twice. A post that was sent but not acknowledged is sent again with the same key, as a browser would.
 * `--kills 100`, `--members 8`, `--database sqlite|postgres`.
 */
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openStore, type StoreOptions } from '../src/store/store.ts'
import {
  createDatabase,
  databaseName,
  databaseUrl,
  dropDatabase,
  findPostgres,
} from '../tests/support/postgres.ts'
import { Ledger } from './durability/ledger.ts'
import { type Verdict, verify } from './durability/verify.ts'
import { Writer } from './durability/writer.ts'
import { startProgram } from './program.ts'
import { boardOf, fillForum, signIn, startThread } from './stage/stage.ts'

/** Milliseconds that a server lives after its writers have begun. */
const SHORTEST_LIFE = 20
const LONGEST_LIFE = 800
const THREADS = 4
const TOLD_EVERY = 10

/** Where the forum lives, for the server and for whoever looks into it. */
interface House {
  data: string
  environment: Record<string, string>
  address: StoreOptions
  remove(): Promise<void>
}

async function openHouse(database: 'sqlite' | 'postgres'): Promise<House> {
  const data = mkdtempSync(join(tmpdir(), 'rostra-durability-'))
  const removeData = () => rmSync(data, { recursive: true, force: true })
  if (database === 'sqlite') {
    const address = { kind: 'sqlite', file: join(data, 'rostra.sqlite') } as const
    return { data, environment: {}, address, remove: async () => removeData() }
  }
  const server = await findPostgres()
  if (!server) throw new Error('There is no PostgreSQL; name one in DATABASE_TEST_URL.')
  const name = databaseName(Date.now().toString(36), 'durability')
  await createDatabase(server, name)
  const url = databaseUrl(server, name)
  const remove = async () => {
    removeData()
    await dropDatabase(server, name)
  }
  return { data, environment: { DATABASE_URL: url }, address: { kind: 'postgres', url }, remove }
}

/** The members who will write, and the threads they write in. */
async function gather(
  house: House,
  members: number,
  ledger: Ledger,
): Promise<{ writers: Writer[]; threads: number[] }> {
  const names = await fillForum(house.data, { threads: 5, posts: 50, members }, house.environment)
  const server = await startProgram(house.data, { environment: house.environment })
  const clients = await Promise.all(names.map(name => signIn(server.site, name)))
  const [first] = clients as [(typeof clients)[number]]
  const board = await boardOf(first)
  const threads: number[] = []
  for (let index = 0; index < THREADS; index++)
    threads.push((await startThread(first, board, `Thread ${index + 1}`, `It begins: ${index + 1}.`)).id)
  const store = openStore(house.address)
  const rows = await store.read
    .selectFrom('members')
    .select(['id', 'name'])
    .where('name', 'in', names)
    .execute()
  await store.close()
  const ids = new Map(rows.map(row => [row.name, row.id]))
  const writers = clients.map(
    (client, index) => new Writer(client, ids.get(names[index] as string) as number, threads, ledger),
  )
  for (const writer of writers) await writer.begin()
  await server.stop()
  return { writers, threads }
}

/** One life of the server: it starts, members write, it is killed; → what the database then lacks. */
async function live(
  house: House,
  writers: readonly Writer[],
  threads: readonly number[],
  ledger: Ledger,
): Promise<Verdict> {
  const server = await startProgram(house.data, { environment: house.environment })
  const writing = Promise.all(writers.map(writer => writer.write(server.site)))
  const life = new Promise<'lived'>(resolve =>
    setTimeout(() => resolve('lived'), randomInt(SHORTEST_LIFE, LONGEST_LIFE)),
  )
  try {
    if ((await Promise.race([life, writing])) !== 'lived')
      throw new Error(`The server ended by itself:\n${server.log()}`)
  } finally {
    await server.kill()
  }
  await writing
  const { address } = house
  const store = openStore(address)
  const file = 'file' in address ? address.file : undefined
  return verify(store, { file, threads, ledger }).finally(() => store.close())
}

function readArguments(): { kills: number; members: number; database: 'sqlite' | 'postgres' } {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '100' },
      members: { type: 'string', default: '8' },
      database: { type: 'string', default: 'sqlite' },
    },
  })
  const { database } = values
  const [kills, members] = [Number(values.kills), Number(values.members)]
  if (!Number.isInteger(kills) || kills < 1) throw new TypeError('--kills must be a whole number above 0.')
  if (!Number.isInteger(members) || members < 2) throw new TypeError('--members must be 2 or more.')
  if (database !== 'sqlite' && database !== 'postgres')
    throw new TypeError('--database must be sqlite or postgres.')
  return { kills, members, database }
}

async function run({ kills, members, database }: ReturnType<typeof readArguments>): Promise<boolean> {
  const house = await openHouse(database)
  try {
    const ledger = new Ledger()
    const { writers, threads } = await gather(house, members, ledger)
    for (let kill = 1; kill <= kills; kill++) {
      const { lost, duplicates, broken } = await live(house, writers, threads, ledger)
      const { posts, edits, reactions } = ledger.countAcknowledged()
      const isGood = lost.length + duplicates.length + broken.length === 0
      if (kill % TOLD_EVERY === 0 || kill === kills || !isGood)
        console.log(
          `kills ${kill}; acknowledged: posts ${posts}, edits ${edits}, reactions ${reactions}; ` +
            `lost ${lost.length}; duplicates ${duplicates.length}; broken ${broken.length}`,
        )
      for (const sentence of [...lost, ...duplicates, ...broken].slice(0, 20)) console.error(sentence)
      if (!isGood) return false
    }
    return true
  } finally {
    await house.remove()
  }
}

try {
  if (!(await run(readArguments()))) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof TypeError ? 2 : 1
}
