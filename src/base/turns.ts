import { Refused } from './errors.ts'

/**
 * Lets heavy work run a few at a time; the rest waits its turn. Throws `unavailable` when too many wait already. Work must
 * come to an end by itself.
 */
export function turns(atOnce: number, mostWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async work => {
    if (running < atOnce) running++
    else {
      if (waiting.length >= mostWaiting) throw new Refused('unavailable')
      // Whoever is done hands over its place, so that nobody who comes later slips in between.
      await new Promise<void>(resolve => waiting.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
