import type { Log } from '#base/log.ts'
import { type Clock, HOUR, MINUTE, SECOND } from '#base/time.ts'
import type { Store } from '#store/store.ts'
import { type ClaimedJob, claimJob, finishJob, isJobDue, returnJob } from './store.ts'

/** Does one kind of job. It may run twice when a process is killed in between, so it must bear that. */
export type JobHandler = (payload: unknown) => Promise<void>

/** How long a claim holds: longer than any job may take. */
const CLAIM = 10 * MINUTE
const ATTEMPTS = 8
const FIRST_WAIT = 10 * SECOND
const LONGEST_WAIT = 6 * HOUR
const ERROR_CHARACTERS = 2000

/** Attempts made so far (1 and up) → milliseconds to wait before the next; null when it was the last. */
export function backOff(attempts: number): number | null {
  return attempts >= ATTEMPTS ? null : Math.min(FIRST_WAIT * 4 ** (attempts - 1), LONGEST_WAIT)
}

export interface QueueOptions {
  store: Store
  handlers: Readonly<Record<string, JobHandler>>
  now: Clock
  log: Log
}

async function work({ store, handlers, now, log }: QueueOptions, job: ClaimedJob): Promise<void> {
  try {
    const handler = Object.hasOwn(handlers, job.name) ? handlers[job.name] : undefined
    if (!handler) throw new Error(`nobody does jobs named ${job.name}`)
    await handler(job.payload)
    await store.write.transaction().execute(db => finishJob(db, job.id))
  } catch (error) {
    const wait = backOff(job.attempts)
    log[wait === null ? 'error' : 'warn'](
      { err: error, job: job.name, attempts: job.attempts },
      'A job failed',
    )
    const text = String(error instanceof Error ? error.message : error).slice(0, ERROR_CHARACTERS)
    const failure = { error: text, now: now(), runAt: wait === null ? null : now() + wait }
    await store.write.transaction().execute(db => returnJob(db, job.id, failure))
  }
}

/**
 * Runs the jobs that are due, one after the other, until none is or `stopped()` says so; returns how many it ran. A job
 * that fails is tried again after 10 s, 40 s, and so on up to 6 hours, 8 times in all, and is then kept as dead.
 */
export async function runDueJobs(
  options: QueueOptions,
  stopped: () => boolean = () => false,
): Promise<number> {
  const { store, now } = options
  for (let done = 0; ; done++) {
    if (stopped()) return done
    const claim = () =>
      store.write.transaction().execute(db => claimJob(db, store.kind, now(), now() + CLAIM))
    // Asked by reading first: an idle process must not take turns with those who write.
    const job = (await isJobDue(store.read, now())) ? await claim() : undefined
    if (!job) return done
    await work(options, job)
  }
}
