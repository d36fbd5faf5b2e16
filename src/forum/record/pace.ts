import { performance } from 'node:perf_hooks'

/** The share of the time that the reading takes for itself while nobody else wants any, and while everybody does. */
const SHARE_IDLE = 0.8
const SHARE_BUSY = 0.05
/** Rests are at least so long, so that who waits for the database comes first; and no longer than this. Milliseconds. */
const LEAST_REST = 2
const LONGEST_REST = 2000
/** How long a transaction may hold up those who write. Milliseconds. */
const LONG = 50
const SHORT = 25
/** Fewer would save nothing: the disk takes as long for one as for some. */
const FEWEST_POSTS = 10
const MOST_POSTS = 50

/** How many posts are read together, and how long to rest behind them. */
export interface Pace {
  /** For the next batch. */
  size(): number
  /** A batch held the database for so long, in milliseconds; → how long to rest. */
  rest(held: number): number
}

/** How busy everybody else is. */
export interface Load {
  /** The reading begins to rest. */
  begin(): void
  /** The share of the time since then that the event loop worked, 0 to 1. */
  rested(): number
}

/** The load of this process, by what Node tells of its event loop. */
export function processLoad(): Load {
  let mark = performance.eventLoopUtilization()
  return {
    begin: () => {
      mark = performance.eventLoopUtilization()
    },
    rested: () => performance.eventLoopUtilization(mark).utilization,
  }
}

/** How fast the share falls: who is half busy already waits for what the reading takes. */
const YIELDING = 3

/** The share of the time that the reading takes, by how busy everybody else is, 0 to 1. */
export const shareOf = (load: number): number =>
  SHARE_BUSY + (SHARE_IDLE - SHARE_BUSY) * (1 - Math.min(1, load)) ** YIELDING

/** Batches grow while they are short and shrink when they are long; rests grow with what others have to do. */
export function pace(load: Load): Pace {
  let size = FEWEST_POSTS
  let others = 0
  return {
    size: () => {
      // Whoever comes is noticed at once, and for a while after they have gone.
      const now = load.rested()
      others = Math.max(now, (others + now) / 2)
      return size
    },
    rest: held => {
      if (held > LONG) size = Math.max(FEWEST_POSTS, Math.floor(size / 2))
      else if (held < SHORT) size = Math.min(MOST_POSTS, size + Math.ceil(size / 4))
      load.begin()
      const share = shareOf(others)
      return Math.min(LONGEST_REST, Math.max(LEAST_REST, (held * (1 - share)) / share))
    },
  }
}
