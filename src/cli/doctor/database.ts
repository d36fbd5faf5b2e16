import { existsSync } from 'node:fs'
import { MINUTE, systemClock } from '#base/time.ts'
import type { Config } from '#config/config.ts'
import { countJobs, openEvents } from '#jobs/store.ts'
import { findMiscounts, findOrphans, type Miscounts, recount } from '#store/counts.ts'
import { databaseVersion, findDamage, findUnheld } from '#store/integrity.ts'
import { readSchema } from '#store/migrate.ts'
import type { Store } from '#store/store.ts'
import { databaseFile, openConfigured } from '../open.ts'
import { checkFiles } from './files.ts'
import { bad, type Finding, good } from './finding.ts'

/** Events that nobody heard for so long were left behind. */
const LEFT_BEHIND = 10 * MINUTE
const MOST_EVENTS = 1000

/** Everything about the database; later checks are left out where an earlier one says that they make no sense. */
export async function checkDatabase(config: Config, repair: boolean): Promise<Finding[]> {
  const file = databaseFile(config)
  if (!config.databaseUrl && !existsSync(file))
    return [
      bad(
        'database',
        `There is no forum at ${file}.`,
        'Start it with `rostra serve`, or set ROSTRA_DATA to its folder.',
      ),
    ]
  let store: Store
  try {
    store = openConfigured(config)
  } catch (error) {
    return [unreachable(error, config.databaseUrl === undefined)]
  }
  try {
    const findings = await checkStore(store, { file, repair })
    return findings.every(each => each.good) ? [...findings, await checkFiles(store.read, config)] : findings
  } finally {
    await store.close()
  }
}

async function checkStore(store: Store, options: { file: string; repair: boolean }): Promise<Finding[]> {
  const reached = await checkReach(store)
  if (!reached.good) return [reached]
  const damage = await checkDamage(store, options.file)
  const schema = await checkSchema(store)
  if (!damage.good || !schema.good) return [reached, damage, schema]
  const counts = options.repair ? await repairCounts(store) : await checkCounts(store)
  return [
    reached,
    damage,
    schema,
    counts,
    await checkOrphans(store),
    ...(await checkWork(store, systemClock())),
  ]
}

async function checkReach(store: Store): Promise<Finding> {
  try {
    return good('database', `${await databaseVersion(store)} answers.`)
  } catch (error) {
    return unreachable(error, store.kind === 'sqlite')
  }
}

function unreachable(error: unknown, isFile: boolean): Finding {
  // Several addresses that all failed come as one error without a sentence of its own.
  const first = error instanceof AggregateError ? error.errors[0] : error
  const why = first instanceof Error ? first.message : String(first)
  const advice = isFile
    ? 'If its folder is all right, restore the last good backup.'
    : 'See that it runs, and that DATABASE_URL is right.'
  return bad('database', `It does not answer: ${why}.`, advice)
}

async function checkDamage(store: Store, file: string): Promise<Finding> {
  const problems = store.kind === 'sqlite' ? findDamage(file) : await findUnheld(store.read)
  if (problems.length === 0) return good('integrity', 'Tables, indexes and keys are whole.')
  const advice =
    store.kind === 'sqlite'
      ? 'Stop the forum, keep a copy of its folder, and restore the last good backup.'
      : 'Ask whoever looks after the database server, or restore the last good backup.'
  return bad('integrity', `${problems.join('; ')}.`, advice)
}

async function checkSchema(store: Store): Promise<Finding> {
  const { applied, known } = await readSchema(store)
  if (applied === known) return good('schema', `All ${known} migrations are in force.`)
  if (applied > known)
    return bad(
      'schema',
      `The database has ${applied} migrations, of which this Rostra knows ${known}.`,
      'Use the newer Rostra that wrote it.',
    )
  return bad('schema', `${applied} of ${known} migrations are in force.`, 'Run `rostra migrate`.')
}

const sum = ({ threads, boards, members }: Miscounts): number => threads + boards + members

const listed = ({ threads, boards, members }: Miscounts): string =>
  `${threads} threads, ${boards} boards and ${members} members`

async function checkCounts(store: Store): Promise<Finding> {
  const wrong = await findMiscounts(store.read)
  if (sum(wrong) === 0) return good('counts', 'Threads, boards and members count right.')
  return bad('counts', `${listed(wrong)} count wrong.`, 'Run `rostra doctor --repair`.')
}

async function repairCounts(store: Store): Promise<Finding> {
  const set = await store.write.transaction().execute(recount)
  if (sum(set) === 0) return good('counts', 'Threads, boards and members count right.')
  return good('counts', `${listed(set)} counted wrong and were counted anew.`)
}

async function checkOrphans(store: Store): Promise<Finding> {
  const found = await findOrphans(store.read)
  if (found.length === 0) return good('references', 'Everything that is referred to is there.')
  return bad(
    'references',
    `There are ${found.join(', ')}.`,
    'Restore the last good backup, or report this as a mistake of Rostra.',
  )
}

async function checkWork(store: Store, now: number): Promise<Finding[]> {
  const { waiting, dead } = await countJobs(store.read)
  const left = (await openEvents(store.read, now - LEFT_BEHIND, MOST_EVENTS)).length
  const jobs =
    dead === 0
      ? good('jobs', `${waiting} wait, none has failed for good.`)
      : bad(
          'jobs',
          `${dead} have failed for good, ${waiting} wait.`,
          'Read `last_error` in the table `jobs`, and the log.',
        )
  const events =
    left === 0
      ? good('events', 'None was left behind.')
      : bad(
          'events',
          `${left} were left behind.`,
          'They are delivered once the server runs; if it does, read its log.',
        )
  return [jobs, events]
}
