import type { Board } from '#forum/boards/tree.ts'
import type { ScheduledThread } from '#forum/scheduled/model.ts'

/** A thread that waits, and its board; null where its writer does not see that any more. */
export interface ScheduledLine {
  readonly thread: ScheduledThread
  readonly board: Board | null
}
