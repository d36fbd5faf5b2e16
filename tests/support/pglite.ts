import { PGlite, type Results } from '@electric-sql/pglite'

interface Answer {
  rows: Record<string, unknown>[]
  rowCount: number
  command: string
}
interface Query {
  text: string
  values?: unknown[]
}

/** One connection of the pool, as `pg` lends it. */
export interface LentConnection {
  query(query: string | Query, values?: unknown[]): Promise<Answer>
  release(): void
}

/** The part of a `pg.Pool` that a store uses. */
export interface LendingPool {
  connect(): Promise<LentConnection>
  query(query: string | Query, values?: unknown[]): Promise<Answer>
  on(event: string, listener: (...values: unknown[]) => void): LendingPool
  end(): Promise<void>
}

/** How long a second connection waits for the first, in milliseconds: a deadlock must not look like a slow test. */
const PATIENCE = 10_000
const BIGINT = 20
const BYTEA = 17
const COMMAND = /^\s*(?:WITH\b[\s\S]*?\)\s*)?(SELECT|INSERT|UPDATE|DELETE|MERGE)\b/i

function toAnswer(text: string, result: Results<Record<string, unknown>> | undefined): Answer {
  const rows = result?.rows ?? []
  const command = (COMMAND.exec(text)?.[1] ?? /\w+/.exec(text)?.[0] ?? '').toUpperCase()
  return { rows, rowCount: command === 'SELECT' ? rows.length : (result?.affectedRows ?? 0), command }
}

async function ask(database: PGlite, query: string | Query, values?: unknown[]): Promise<Answer> {
  const text = typeof query === 'string' ? query : query.text
  const parameters = values ?? (typeof query === 'string' ? [] : (query.values ?? []))
  if (parameters.length > 0) return toAnswer(text, await database.query(text, parameters))
  return toAnswer(text, (await database.exec(text)).at(-1))
}

/** Lets one in at a time, in order: while a connection is lent, its transaction is nobody else's. */
function turnstile(): () => Promise<() => void> {
  let last = Promise.resolve()
  return async () => {
    const before = last
    let leave: () => void = () => undefined
    last = new Promise(resolve => {
      leave = () => resolve()
    })
    const complaint = new Error('a second connection was asked for while the only one is held')
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(complaint), PATIENCE)
    })
    try {
      await Promise.race([before, patience])
    } catch (error) {
      void before.then(leave)
      throw error
    } finally {
      clearTimeout(timer)
    }
    return leave
  }
}

/** A PostgreSQL inside this process, behind the face of a `pg.Pool` with a single connection. */
export async function openPglitePool(): Promise<LendingPool> {
  const database = await PGlite.create({
    parsers: { [BIGINT]: Number, [BYTEA]: text => Buffer.from(text.slice(2), 'hex') },
  })
  const enter = turnstile()
  const pool: LendingPool = {
    async connect() {
      const leave = await enter()
      return { query: (query, values) => ask(database, query, values), release: leave }
    },
    async query(query, values) {
      const leave = await enter()
      return ask(database, query, values).finally(leave)
    },
    on: () => pool,
    end: () => database.close(),
  }
  return pool
}
