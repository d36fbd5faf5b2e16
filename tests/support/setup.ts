import { dropLeftovers, findPostgres } from './postgres.ts'

/** Before all tests: says which PostgreSQL they use and names the run; after them its databases are dropped. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  // Every project of vitest calls its setup; the first does the work.
  if (process.env['ROSTRA_TEST_RUN']) return undefined
  const run = Date.now().toString(36)
  process.env['ROSTRA_TEST_RUN'] = run
  const server = await findPostgres()
  process.env['ROSTRA_TEST_POSTGRES'] = server ?? ''
  process.stderr.write(
    `Databases: SQLite; PostgreSQL ${server ? `at ${new URL(server).host}` : 'as PGlite'}\n`,
  )
  return server ? () => dropLeftovers(server, run) : undefined
}
