import type pg from 'pg'
import { createDatabase, databaseUrl, withClient } from './postgres.ts'

/** What a database holds that nobody has used yet: the rows of its first tables, and how far its sequences are. */
interface Beginning {
  readonly rows: readonly { readonly table: string; readonly rows: string }[]
  readonly sequences: readonly { readonly name: string; readonly last: string | null }[]
}

const NEVER_CHANGED = 'migrations'
/** Databases of this process that nobody uses at the moment. */
const free: string[] = []
let beginning: Beginning | undefined

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> $1 ORDER BY tablename",
    [NEVER_CHANGED],
  )
  return rows.map(row => row.name)
}

async function readBeginning(client: pg.Client): Promise<Beginning> {
  const found: { table: string; rows: string }[] = []
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query(`SELECT json_agg(t) AS rows FROM "${table}" AS t`)
    if (rows[0].rows) found.push({ table, rows: JSON.stringify(rows[0].rows) })
  }
  const sequences = await client.query(
    "SELECT sequencename AS name, last_value AS last FROM pg_sequences WHERE schemaname = 'public'",
  )
  return { rows: found, sequences: sequences.rows }
}

/** A database as the template is, one that was used before where there is one: creating it takes half a second. */
export async function takeDatabase(
  server: string,
  made: { readonly name: string; readonly template: string },
): Promise<string> {
  const used = free.pop()
  if (used) return used
  await createDatabase(server, made.name, made.template)
  beginning ??= await withClient(databaseUrl(server, made.name), readBeginning)
  return made.name
}

/** Makes a database as it was in the beginning, whatever its tests have left in it, for the next ones to use. */
export async function giveBack(server: string, name: string): Promise<void> {
  await withClient(databaseUrl(server, name), async client => {
    await client.query('BEGIN')
    // Foreign keys are not asked while everything goes.
    await client.query("SET LOCAL session_replication_role = 'replica'")
    const tables = await tablesOf(client)
    await client.query(tables.map(table => `DELETE FROM "${table}"`).join(';'))
    for (const { table, rows } of beginning?.rows ?? [])
      await client.query(
        `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(null::"${table}", $1::json)`,
        [rows],
      )
    for (const { name: sequence, last } of beginning?.sequences ?? [])
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
        `public."${sequence}"`,
        last ?? 1,
        last !== null,
      ])
    await client.query('COMMIT')
  })
  free.push(name)
}
