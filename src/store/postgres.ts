import { createRequire } from 'node:module'
import { type Dialect, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import { sha256 } from '#base/ids.ts'

/** What the store uses of a `pg.Pool`; an embedded PostgreSQL can stand behind it too. */
export interface Pool {
  connect(): Promise<Connection>
  end(): Promise<void>
}
interface Connection {
  query(query: { name?: string; text: string; values: unknown[] }): Promise<unknown>
  release(): void
}

const CONNECTIONS = 10
const CONNECT_MS = 5000

/** Queries with more parameters come in too many lengths to be kept prepared on the server. */
const PREPARED_PARAMETERS = 12

const names = new Map<string, string>()
const NAMES_KEPT = 2000

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  if (names.size >= NAMES_KEPT) names.clear()
  const name = sha256(text, 'base64url').slice(0, 32)
  names.set(text, name)
  return name
}

/** Loaded when it is needed: most forums live in a file, and the driver takes memory. */
const load = createRequire(import.meta.url)

/** Pool of connections to a server. 64-bit integers are read as numbers: every one of ours is exact below 2⁵³. */
export function openPool(url: string): Pool {
  const { Pool, types } = load('pg') as typeof pg
  const getTypeParser = ((oid: number, format: 'text') =>
    oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    types: { getTypeParser },
  })
  // An idle connection that the server drops must not end the process: the next query opens another.
  pool.on('error', () => undefined)
  // Our queries take less time than compiling them does. Where it cannot be set they are slower, and no worse.
  pool.on('connect', client => void client.query('set jit = off').catch(() => undefined))
  return pool as unknown as Pool
}

/** A dialect that lets the server prepare each short query once. */
export function postgresDialect(pool: Pool): Dialect {
  const naming = {
    end: () => pool.end(),
    async connect() {
      const connection = await pool.connect()
      return {
        query: (text: string, values: readonly unknown[]) =>
          connection.query({
            ...(values.length > 0 && values.length <= PREPARED_PARAMETERS ? { name: nameOf(text) } : {}),
            text,
            values: [...values],
          }),
        release: () => connection.release(),
      }
    },
  }
  return new PostgresDialect({ pool: naming as unknown as PostgresPool })
}
