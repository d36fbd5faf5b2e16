import { type Quotation, read, type Span } from '@rostra/record'
import type { Text } from './texts.ts'

const optionsOf = ({ date }: Text) => (date === undefined ? {} : { date })

/** What was read in a text, for a program. `quotes` as annotators write them; offsets in UTF-16 units. */
export function recordJson(text: Text): object {
  const { quotations, ...findings } = read(text.text, optionsOf(text))
  return { id: text.id, quotes: quotations, ...findings }
}

/** What was read in a text, for a person. */
export function printed(text: Text): string {
  const findings = read(text.text, optionsOf(text))
  const words = ({ start, end }: Span): string => text.text.slice(start, end).replace(/\s+/g, ' ')
  const place = ({ start, end }: Span): string => `${start}–${end}`
  const part = <T extends Span>(title: string, list: readonly T[], line: (finding: T) => string): string[] =>
    list.length === 0 ? [] : [title, ...list.map(each => `  ${place(each)}  ${line(each)}`)]
  const lines = [
    text.id,
    ...part('Quotations', findings.quotations, each => `${each.kind}, ${speakerOf(each)}: ${words(each)}`),
    ...part('Figures', findings.figures, each => {
      const range = each.to === null ? String(each.value) : `${each.value} to ${each.to}`
      return `${words(each)} = ${[each.change, range, each.unit, each.counts].filter(Boolean).join(' ')}`
    }),
    ...part('Dates', findings.dates, each => `${words(each)} = ${each.value}`),
    ...part('Sources', findings.sources, each => `${each.publisher} ${each.date} ${each.url}`),
    ...part(
      'Statements without a source',
      findings.statements.filter(each => each.source === null),
      words,
    ),
    ...part('Repeats', findings.repeats, each => `stands at ${place(each.of)}: ${shortened(words(each))}`),
    ...part('Stray paragraphs', findings.stray, each => shortened(words(each))),
  ]
  if (lines.length === 1) lines.push('  nothing found')
  if (findings.language === 'other')
    lines.push('Not English: marks, figures, dates and repeats were read, speakers and statements were not.')
  return `${lines.join('\n')}\n`
}

const LONGEST = 80
const shortened = (words: string): string => (words.length <= LONGEST ? words : `${words.slice(0, LONGEST)}…`)

function speakerOf({ speaker, resolved, cue, reading }: Quotation): string {
  if (speaker === '') return 'no speaker'
  const name = resolved !== '' && resolved !== speaker ? `${speaker} → ${resolved}` : speaker
  return `${name}${reading === null ? '' : ` (read: ${reading.how})`}${cue === '' ? '' : `, "${cue}"`}`
}
