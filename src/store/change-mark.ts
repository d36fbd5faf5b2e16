import type { Database } from './driver.ts'
import type { Statements } from './statements.ts'

/**
 * A number that is another one after every commit, of the writing connection and of other processes alike (SQLite, `PRAGMA
 * data_version`). SQLite looks into the file for it, so it is asked once in a turn of the event loop, and again after
 * whatever the writing connection was asked: what was acknowledged is seen by every request that comes after.
 */
export function changeMarkOf(reading: Database, writing: Statements): () => number {
  const version = reading.prepare('pragma data_version').pluck()
  let mark = 0
  let written = -1
  let isOfThisTurn = false
  return () => {
    if (isOfThisTurn && written === writing.asked) return mark
    written = writing.asked
    mark = version.get() as number
    if (!isOfThisTurn)
      setImmediate(() => {
        isOfThisTurn = false
      })
    isOfThisTurn = true
    return mark
  }
}
