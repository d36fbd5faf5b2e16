import type { Findings, Span } from '../src/findings.ts'
import { read } from '../src/read.ts'

const DATE = '2025-05-06'
const DAY = '(?:-?\\d{4,6}(?:-\\d{2}(?:-\\d{2}(?:T\\d{2}:\\d{2})?)?)?|--\\d{2}(?:-\\d{2})?)'
const DATE_VALUE = new RegExp(`^${DAY}(?:/${DAY})?$`)

/** Every place that findings name. */
const spansOf = (findings: Findings): Span[] => [
  ...findings.quotations.flatMap(({ marked, ...quotation }) => [quotation, ...marked]),
  ...findings.figures,
  ...findings.dates,
  ...findings.sources.flatMap(source => [source, source.of]),
  ...findings.statements,
  ...findings.repeats.flatMap(repeat => [repeat, repeat.of]),
  ...findings.stray,
]

const isInOrder = (spans: readonly Span[]): boolean =>
  spans.every((span, place) => place === 0 || spans[place - 1]!.start <= span.start)

/** What is wrong with what is read in a text: a rule that holds for any text; null where nothing is. */
export function faultIn(text: string): string | null {
  let findings: Findings
  try {
    findings = read(text, { date: DATE })
  } catch (error) {
    return `throws ${error}`
  }
  const outside = spansOf(findings).find(
    ({ start, end }) => !(start >= 0 && start < end && end <= text.length),
  )
  if (outside) return `names a place outside of the text: ${outside.start} to ${outside.end}`
  const { quotations, figures, dates, sources, statements, repeats, stray } = findings
  for (const list of [quotations, figures, dates, sources, statements, repeats, stray])
    if (!isInOrder(list)) return 'is not in the order of the text'
  const overlapping = quotations.find((each, place) => place > 0 && quotations[place - 1]!.end > each.start)
  if (overlapping) return `has quotations within quotations at ${overlapping.start}`
  const unmarked = quotations.find(({ kind, marked }) => (kind === 'indirect') !== (marked.length === 0))
  if (unmarked) return `has a ${unmarked.kind} quotation with ${unmarked.marked.length} stretches in marks`
  const misnamed = quotations.find(
    ({ speaker, speakerStart, speakerEnd }) =>
      speakerStart !== null && text.slice(speakerStart, speakerEnd ?? 0) !== speaker,
  )
  if (misnamed) return `names a speaker that does not stand there: ${misnamed.speaker}`
  const wrong = dates.find(({ value }) => !DATE_VALUE.test(value))
  if (wrong) return `has a date ${wrong.value}`
  if (figures.some(({ value, to }) => !Number.isFinite(value) || (to !== null && !Number.isFinite(to))))
    return 'has an amount that is no number'
  if (repeats.some(({ start, of }) => of.end > start)) return 'has a repeat of what stands behind it'
  return JSON.stringify(read(text, { date: DATE })) === JSON.stringify(findings)
    ? null
    : 'is read otherwise again'
}
