import { read } from '@rostra/record'
import {
  emptyDateScore,
  emptyScore,
  emptyStrayScore,
  type GoldDates,
  type GoldFigures,
  type GoldStray,
  type GoldText,
  hits,
  type Row,
  rowsOf,
  scoreDates,
  scoreFigures,
  scoreStray,
  scoreText,
} from '@rostra/record/scoring'
import type { Text } from './texts.ts'

/** Units of a long post, and how often it is read. */
const POST_UNITS = 6000
const POSTS = 200
const WARM_UP = 40
const SLOW = 0.95

/** The texts of one file against their annotations: the rows for what is annotated in them. */
export function scoreFile(texts: readonly Text[]): Row[] {
  const having = (name: string): readonly Text[] => texts.filter(text => name in text.annotations)
  const quotes = emptyScore()
  const dates = emptyDateScore()
  const figures = hits()
  const stray = emptyStrayScore()
  const [quoted, dated, counted, drifting] = [
    having('quotes'),
    having('dates'),
    having('quantities'),
    having('stray'),
  ]
  for (const text of quoted)
    scoreText(quotes, text.annotations as unknown as GoldText, found(text).quotations)
  for (const text of dated) scoreDates(dates, text.annotations as unknown as GoldDates, found(text).dates)
  for (const text of counted)
    scoreFigures(figures, text.annotations as unknown as GoldFigures, found(text).figures)
  for (const text of drifting) scoreStray(stray, text.annotations as unknown as GoldStray, found(text).stray)
  return rowsOf({
    ...(quoted.length > 0 && { quotes }),
    ...(dated.length > 0 && { dates }),
    ...(counted.length > 0 && { figures }),
    ...(drifting.length > 0 && { stray }),
  })
}

const found = ({ text, date }: Text) => read(text, date === undefined ? {} : { date })

/** How long a post of 6,000 units takes, cut from the texts one behind the other; nothing where they are too short. */
export function measureTime(texts: readonly Text[]): Row[] {
  const all = texts.map(({ text }) => text).join('\n')
  const posts = Array.from({ length: Math.min(POSTS, Math.floor(all.length / POST_UNITS)) }, (_, index) =>
    all.slice(index * POST_UNITS, (index + 1) * POST_UNITS),
  )
  if (posts.length === 0) return []
  for (const post of posts.slice(0, WARM_UP)) read(post, { date: '2025-05-04' })
  const times = posts.map(post => {
    const start = performance.now()
    read(post, { date: '2025-05-04' })
    return performance.now() - start
  })
  times.sort((a, b) => a - b)
  return rowsOf({ time: times[Math.floor(times.length * SLOW)] ?? 0 })
}
