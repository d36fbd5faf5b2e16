import type { Log } from '#base/log.ts'
import { type Clock, MINUTE } from '#base/time.ts'
import type { Store } from '#store/store.ts'
import { finishEvents, openEvents, type Stored } from './store.ts'

/** Events younger than this may still be under way in the process that stored them. */
const LEFT_BEHIND = MINUTE
/** The most events delivered by one sweep, and marked by one write. */
const BATCH = 500

/** Hands events to whoever hears them, and remembers which are done. */
export interface Outbox {
  /** Delivers events after their commit. Never throws: what fails is delivered again by the sweep. */
  deliver(events: readonly Stored[]): Promise<void>
  /** Marks what was delivered since the last time, in one write. */
  settle(): Promise<void>
  /** Delivers what a crash or a failure left behind; → how many events. */
  sweep(): Promise<number>
}

/**
 * The outbox of a process. `hear` has all consequences of one event happen; it may be told of the same event twice, after
 * a crash, and must bear that. Delivered events are marked in batches, so that an action costs one commit and not two.
 */
export function createOutbox(options: {
  store: Store
  clock: Clock
  log: Log
  hear(event: unknown): Promise<void>
}): Outbox {
  const { store, clock, log, hear } = options
  const done: number[] = []

  const deliver = async (events: readonly Stored[]): Promise<void> => {
    for (const { id, event } of events) {
      try {
        await hear(event)
        done.push(id)
      } catch (error) {
        log.error({ err: error, event }, 'An event could not be delivered and will be tried again')
      }
    }
  }
  const settle = async (): Promise<void> => {
    while (done.length > 0) {
      const ids = done.splice(0, BATCH)
      try {
        await store.write.transaction().execute(db => finishEvents(db, ids, clock()))
      } catch (error) {
        done.push(...ids)
        throw error
      }
    }
  }
  const sweep = async (): Promise<number> => {
    await settle()
    const left = await openEvents(store.read, clock() - LEFT_BEHIND, BATCH)
    await deliver(left)
    await settle()
    return left.length
  }
  return { deliver, settle, sweep }
}
