import { remember } from './remember.ts'
import { DAY } from './time.ts'

const ZONES_REMEMBERED = 500
const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/

const formatOf = remember(
  ZONES_REMEMBERED,
  timeZone =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    }),
)

/** Epoch milliseconds → what a clock in a zone (IANA name) shows then, to the minute, as inputs write it: `2026-11-25T12:30`. */
export const wallTime = (at: number, timeZone: string): string =>
  formatOf(timeZone).format(at).replace(' ', 'T')

const asUtc = (text: string): number => Date.parse(`${text}:00Z`)

/**
 * What a clock in a zone shows (`2026-11-25T12:30`, or a day alone for its beginning) → epoch milliseconds; null for what is no
 * time. Of a time that a clock shows twice the first is meant; one that it leaves out counts from before the leap.
 */
export function momentOf(text: string, timeZone: string): number | null {
  const [, year, month, day, hour = '00', minute = '00'] = WALL_TIME.exec(text) ?? []
  if (year === undefined) return null
  const written = `${year}-${month}-${day}T${hour}:${minute}`
  const utc = asUtc(written)
  if (Number.isNaN(utc) || wallTime(utc, 'UTC') !== written) return null
  const offsetAt = (at: number): number => asUtc(wallTime(at, timeZone)) - at
  const candidates = [utc - offsetAt(utc - DAY), utc - offsetAt(utc + DAY)].sort((a, b) => a - b)
  return candidates.find(at => wallTime(at, timeZone) === written) ?? utc - offsetAt(utc - DAY)
}
