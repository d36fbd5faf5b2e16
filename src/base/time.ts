/** Tells the present in epoch milliseconds (UTC). Handed in wherever time matters, so that a test can set it. */
export type Clock = () => number

/** Lengths of time in milliseconds. */
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The clock of the machine. */
export const systemClock: Clock = () => Date.now()
