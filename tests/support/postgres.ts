import pg from 'pg'

/** Databases of the tests are named by this prefix, the run (its start, base 36) and a word of their own. */
const PREFIX = 'rostra_test_'
const DAY = 86_400_000
const CANDIDATES = [
  'postgres://postgres@127.0.0.1:5432/postgres',
  'postgres://postgres:postgres@127.0.0.1:5432/postgres',
  'postgres://root@127.0.0.1:5432/postgres',
]

/** Runs `work` on one short-lived connection. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function mayCreate(url: string): Promise<boolean> {
  const allowed = 'SELECT rolcreatedb OR rolsuper AS allowed FROM pg_roles WHERE rolname = current_user'
  try {
    return await withClient(url, async client => (await client.query(allowed)).rows[0]?.allowed === true)
  } catch {
    return false
  }
}

/**
 * The address of a PostgreSQL on which the tests may create databases: `DATABASE_TEST_URL`, which must answer when it is
 * set, else one at 127.0.0.1:5432 that lets us in; undefined without any.
 */
export async function findPostgres(): Promise<string | undefined> {
  const named = process.env['DATABASE_TEST_URL']
  if (named) {
    if (await mayCreate(named)) return named
    throw new Error('DATABASE_TEST_URL does not answer, or its role may not create databases')
  }
  for (const url of CANDIDATES) if (await mayCreate(url)) return url
  return undefined
}

/** The same server, another database. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

export const databaseName = (run: string, word: string): string => `${PREFIX}${run}_${word}`

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Creates a database, empty or as a copy of another one of ours that nobody is connected to. */
export async function createDatabase(server: string, name: string, template = 'template0'): Promise<void> {
  await withClient(server, client =>
    client.query(`CREATE DATABASE ${quoted(name)} TEMPLATE ${quoted(template)}`),
  )
}

export async function dropDatabase(server: string, name: string): Promise<void> {
  await withClient(server, client => client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`))
}

/** Drops the databases of this run, and those that runs of other days left because they were killed. */
export async function dropLeftovers(server: string, run: string): Promise<void> {
  await withClient(server, async client => {
    const { rows } = await client.query(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
      [PREFIX],
    )
    for (const { name } of rows) {
      const owner = name.slice(PREFIX.length).split('_')[0]
      const abandoned = Date.now() - Number.parseInt(owner, 36) > DAY
      if (owner === run || abandoned)
        await client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`)
    }
  })
}
