import { DAY, HOUR, MINUTE, SECOND } from '#base/time.ts'

/** How the clocks of a place stand at a moment. */
export interface Standing {
  /** What to add to UTC, in milliseconds. */
  offset: number
  /** The short name of the time, "CET" or "GMT+1". */
  name: string
}

const REMEMBERED_DAYS = 5000

/**
 * BCP 47 tag and IANA time zone → a look-up from moments (epoch milliseconds) to the standing of the clocks. Asking
 * `Intl` is slow, so the answer is kept for every day (UTC) on which the clocks are not changed. Throws a `RangeError`
 * for an unknown zone.
 */
export function zoneOf(tag: string, timeZone: string): (at: number) => Standing {
  const offsets = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  const names = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'short' })
  const standingAt = (at: number): Standing => ({
    offset: offsetIn(zoneName(offsets, at)),
    name: zoneName(names, at),
  })
  const days = new Map<number, Standing | 'changing'>()

  const standingOn = (day: number): Standing | 'changing' => {
    const known = days.get(day)
    if (known) return known
    const first = standingAt(day * DAY)
    const last = standingAt((day + 1) * DAY - SECOND)
    const standing = first.offset === last.offset && first.name === last.name ? first : 'changing'
    if (days.size >= REMEMBERED_DAYS) days.clear()
    days.set(day, standing)
    return standing
  }
  return at => {
    const standing = standingOn(Math.floor(at / DAY))
    return standing === 'changing' ? standingAt(at) : standing
  }
}

function zoneName(format: Intl.DateTimeFormat, at: number): string {
  return format.formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? ''
}

/** "GMT", "GMT+05:30" or "GMT-00:44:30" → milliseconds. */
function offsetIn(name: string): number {
  const [, sign, hours, minutes, seconds] = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? []
  const size = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE + Number(seconds ?? 0) * SECOND
  return sign === '-' ? -size : size
}
