import type { Log } from '#base/log.ts'
import { type Clock, SECOND } from '#base/time.ts'
import type { Store } from '#store/store.ts'
import { type JobHandler, runDueJobs } from './queue.ts'
import { lastTurn, takeTurn } from './store.ts'

/** Something done again and again, by one process at a time. */
export interface Task {
  readonly name: string
  /** Milliseconds from one turn to the next. */
  readonly every: number
  run(): Promise<unknown>
}

/** What is done beside answering requests. */
export interface Work {
  /** Takes up nothing new and waits for what is under way. */
  stop(): Promise<void>
}

/** How long the work rests between two looks. */
const REST = SECOND

export interface WorkOptions {
  store: Store
  clock: Clock
  log: Log
  /** Done by every process at every look: what it must do for itself. */
  always: () => Promise<void>
  tasks: readonly Task[]
  handlers: Readonly<Record<string, JobHandler>>
}

/**
 * Begins to run jobs as they fall due, one after the other, and beside them tasks at their turn: a job that waits long for
 * another machine holds up no task. A failure is logged and tried again.
 */
export function startWork(options: WorkOptions): Work {
  let isStopped = false
  const stopped = (): boolean => isStopped
  const jobs = (): Promise<unknown> => runDueJobs({ ...options, now: options.clock }, stopped)
  const loops = [
    repeat(() => attempt(options, 'jobs', jobs), stopped),
    repeat(() => runTasks(options, stopped), stopped),
  ]
  return {
    stop: async () => {
      isStopped = true
      await Promise.all(loops.map(loop => loop.end()))
      await attempt(options, 'always', options.always)
    },
  }
}

/** Does something again and again with a rest before each time. `end` waits for what is under way. */
function repeat(work: () => Promise<void>, stopped: () => boolean): { end(): Promise<void> } {
  let current = Promise.resolve()
  const look = (): void => {
    current = work().finally(() => {
      if (!stopped()) timer = setTimeout(look, REST)
    })
  }
  let timer = setTimeout(look, REST)
  return {
    end: () => {
      clearTimeout(timer)
      return current
    },
  }
}

async function runTasks(options: WorkOptions, stopped: () => boolean): Promise<void> {
  await attempt(options, 'always', options.always)
  for (const task of options.tasks) {
    if (stopped()) return
    await attempt(options, task.name, () => takeTurnAt(options, task))
  }
}

/** Runs a task when its turn has come and no other process has taken it. */
async function takeTurnAt({ store, clock }: WorkOptions, task: Task): Promise<void> {
  const now = clock()
  // A read spares a write, and a write the wait for other processes.
  const last = await lastTurn(store.read, task.name)
  if (last !== undefined && last > now - task.every) return
  const mine = await store.write.transaction().execute(db => takeTurn(db, task.name, now, now - task.every))
  if (mine) await task.run()
}

async function attempt(options: WorkOptions, name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    options.log.error({ err: error, task: name }, 'A task failed and will be tried again')
  }
}
