import type { Html } from '#base/html.ts'
import { DAY } from '#base/time.ts'
import type { Words } from '#base/words.ts'
import type { DayOfSpread } from '#forum/quotations/model.ts'
import { BarChart } from '#web/components/chart.ts'

/** Spans up to so many days are drawn by day, up to so many by week of seven days from the first, longer ones by month. */
const BY_DAY = 62
const BY_WEEK = 400
const DAYS_OF_WEEK = 7

/** A bar of a chart over time: when it begins, and how many posts fall into it. */
export interface Step {
  /** Epoch milliseconds, midnight in UTC. */
  readonly from: number
  readonly count: number
  readonly unit: 'day' | 'week' | 'month'
}

/** Days with posts, in their order → steps of one length without a gap, from the first to the last. */
export function stepsOf(days: readonly DayOfSpread[]): Step[] {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  const begin = Date.parse(first.day)
  const length = (Date.parse(last.day) - begin) / DAY + 1
  const unit = length <= BY_DAY ? 'day' : length <= BY_WEEK ? 'week' : 'month'
  const counts = new Map<number, number>()
  for (const { day, postCount } of days) {
    const from = beginOf(Date.parse(day), begin, unit)
    counts.set(from, (counts.get(from) ?? 0) + postCount)
  }
  const steps: Step[] = []
  const end = Date.parse(last.day)
  for (let from = beginOf(begin, begin, unit); from <= end; from = nextOf(from, unit))
    steps.push({ from, count: counts.get(from) ?? 0, unit })
  return steps
}

function beginOf(at: number, origin: number, unit: Step['unit']): number {
  if (unit === 'day') return at
  if (unit === 'week') return origin + Math.floor((at - origin) / (DAYS_OF_WEEK * DAY)) * DAYS_OF_WEEK * DAY
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
}

function nextOf(from: number, unit: Step['unit']): number {
  if (unit === 'day') return from + DAY
  if (unit === 'week') return from + DAYS_OF_WEEK * DAY
  const date = new Date(from)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
}

/** How something spread over time; nothing where all of it fell on one day. */
export function SpreadChart(days: readonly DayOfSpread[], words: Words): Html | null {
  const steps = stepsOf(days)
  if (steps.length < 2) return null
  const posts = days.reduce((sum, { postCount }) => sum + postCount, 0)
  const bars = steps.map(({ from, count }) => ({ label: words.date(from), count }))
  const [first, last] = [days[0]!, days.at(-1)!]
  return BarChart(bars, {
    caption: words.say('record.spread', {
      count: posts,
      from: words.date(Date.parse(first.day)),
      to: words.date(Date.parse(last.day)),
    }),
    table: words.say('record.spread-table'),
    names: { label: words.say('record.spread-from'), count: words.say('record.spread-posts') },
  })
}
