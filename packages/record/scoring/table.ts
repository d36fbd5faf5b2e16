import type { Hits } from './counts.ts'
import { f1, partOf, percent } from './counts.ts'
import type { QuoteScore } from './quotes.ts'
import type { DateScore, StrayScore } from './values.ts'

/** What was scored; a part is left out where there was nothing to score. */
export interface Scores {
  readonly quotes?: QuoteScore
  readonly dates?: DateScore
  readonly figures?: Hits
  readonly stray?: StrayScore
  /** Milliseconds for one text of about 6 kB, all findings: the time that 95 of 100 stay under. */
  readonly time?: number
}

/** One line of the table: what, how it came out, and what is aimed at. */
export interface Row {
  readonly what: string
  readonly reached: string
  readonly goal: string
}

const ofAll = (part: number, all: number): string => percent(all === 0 ? 0 : part / all)

/** The scores as the README has them, wrong apart from silent. */
export function rowsOf({ quotes, dates, figures, stray, time }: Scores): Row[] {
  return [
    ...(quotes ? quoteRows(quotes) : []),
    ...(dates
      ? [
          {
            what: 'dates: span / value F1',
            reached: `${percent(f1(dates.span))} / ${percent(f1(dates.value))}`,
            goal: '92 / 82',
          },
        ]
      : []),
    ...(figures ? [{ what: 'figures: value F1', reached: percent(f1(figures)), goal: '90' }] : []),
    ...(stray
      ? [
          {
            what: 'stray paragraph: precision / recall, clean posts alarmed',
            reached: `${percent(partOf(stray.found.precision))} / ${percent(partOf(stray.found.recall))}, ${percent(partOf(stray.alarms))} %`,
            goal: '97 / 75, ≤ 1 %',
          },
        ]
      : []),
    ...(time === undefined
      ? []
      : [{ what: 'a 6 kB post, all findings, p95', reached: `${time.toFixed(1)} ms`, goal: '≤ 4 ms' }]),
  ]
}

function quoteRows({ kinds, speakers, pronouns, marks, alarms }: QuoteScore): Row[] {
  const near = (kind: keyof QuoteScore['kinds']): string => percent(f1(kinds[kind].near))
  const speech = [
    { what: 'all quotations, F1 at 0.8 overlap', reached: near('all'), goal: '82' },
    {
      what: 'direct / mixed / indirect',
      reached: `${near('direct')} / ${near('mixed')} / ${near('indirect')}`,
      goal: '94.5 / 70 / 70',
    },
    {
      what: 'speaker right / wrong (the rest silent)',
      reached: `${ofAll(speakers.right, speakers.cases)} / ${ofAll(speakers.wrong, speakers.cases)}`,
      goal: '94 / ≤ 3',
    },
    {
      what: 'stretches in marks with the right speaker',
      reached: percent(partOf(marks.speaker)),
      goal: '86',
    },
    { what: 'no speech, yet given a speaker', reached: percent(partOf(alarms)), goal: '≤ 5' },
  ]
  if (pronouns.cases === 0) return speech
  return [
    ...speech,
    {
      what: 'pronoun right / wrong (the rest silent)',
      reached: `${ofAll(pronouns.right, pronouns.cases)} / ${ofAll(pronouns.wrong, pronouns.cases)}`,
      goal: '80 / ≤ 8',
    },
  ]
}
