import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { Refused } from '#base/errors.ts'
import { networkOf } from './address.ts'

/** How often something may be done: `count` times at once, and as many again spread evenly over `seconds`. */
export interface Limit {
  readonly count: number
  readonly seconds: number
}

interface Bucket {
  left: number
  at: number
}

/** Networks remembered per limit; beyond it those quiet longest are forgotten. */
const MOST_NETWORKS = 20_000

/** Milliseconds that pass evenly, whatever is done to the clock of the machine. */
const steadyNow = (): number => performance.now()

/** A token bucket for each key. `take` answers how many seconds to wait, 0 when it may go on. */
export function buckets(limit: Limit, now: () => number = steadyNow): { take(key: string): number } {
  const known = new LRUCache<string, Bucket>({ max: MOST_NETWORKS })
  const perMillisecond = limit.count / (limit.seconds * 1000)
  return {
    take: key => {
      const at = now()
      const bucket = known.get(key) ?? { left: limit.count, at }
      bucket.left = Math.min(limit.count, bucket.left + (at - bucket.at) * perMillisecond)
      bucket.at = at
      known.set(key, bucket)
      if (bucket.left < 1) return Math.ceil((1 - bucket.left) / perMillisecond / 1000)
      bucket.left--
      return 0
    },
  }
}

/**
 * A hook that lets each network (one IPv4 address, 64 bits of IPv6) through so often, then throws `too-many` with the
 * seconds to wait: `app.post('/sign-in', { preValidation: limit({ count: 10, seconds: 60 }) }, handler)`. Counted in
 * this process alone; limits that must hold across processes belong to the feature. `keyOf` tells for whom it is counted
 * where that is not the network.
 */
export function limit(
  allowed: Limit,
  now: () => number = steadyNow,
  keyOf: (request: FastifyRequest) => string = ({ visitor }) => networkOf(visitor.address),
): (request: FastifyRequest) => Promise<void> {
  const counted = buckets(allowed, now)
  return async request => {
    const wait = counted.take(keyOf(request))
    if (wait > 0) throw new Refused('too-many', undefined, { values: { seconds: wait } })
  }
}
