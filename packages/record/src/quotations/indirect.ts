import type { Quotation, Span } from '../findings.ts'
import type { Mark } from '../text/marks.ts'
import type { Passage } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { Phrase } from './phrases.ts'
import { type Reported, reportedIn } from './reported.ts'

/** A passage → its reported clauses as quotations: `indirect`, and `mixed` where some of the words stand in marks. */
export function indirectIn(
  passage: Passage,
  reports: readonly Reported[] = reportedIn(passage),
): Quotation[] {
  return reports.flatMap(report => quotationOf(passage, report) ?? [])
}

function quotationOf(passage: Passage, reported: Reported): Quotation | null {
  const { tokens, text } = passage
  let { first, last } = reported
  while (first < last && isLoose(passage, first)) first += 1
  while (last > first && isLoose(passage, last - 1)) last -= 1
  if (first >= last) return null
  const start = (tokens[first] as Token).start
  const end = (tokens[last - 1] as Token).end
  const marked = marksBetween(passage, first, last)
  const unmarked = countUnmarked(passage, first, last)
  if (marked.length > 0 && unmarked === 0) return null
  const speaker = reported.speaker && spanOf(passage, reported.speaker)
  return {
    start,
    end,
    kind: marked.length > 0 ? 'mixed' : 'indirect',
    marked: marked.map(mark => mark.inner),
    speaker: speaker ? text.slice(speaker.start, speaker.end) : '',
    speakerStart: speaker?.start ?? null,
    speakerEnd: speaker?.end ?? null,
    cue: text.slice(...spanPair(spanOf(passage, reported.cue))),
    resolved: '',
    reading: null,
    group: reported.group,
  }
}

/** The stretches in marks that the tokens from `first` to before `last` stand in. */
function marksBetween(passage: Passage, first: number, last: number): Mark[] {
  const found: Mark[] = []
  for (let at = first; at < last; at += 1) {
    const place = passage.markOf[at] as number
    if (place >= 0 && found.at(-1) !== passage.marks[place]) found.push(passage.marks[place] as Mark)
  }
  return found
}

const spanPair = (span: Span): [number, number] => [span.start, span.end]

function spanOf(passage: Passage, phrase: Phrase): Span {
  return {
    start: (passage.tokens[phrase.first] as Token).start,
    end: (passage.tokens[phrase.last - 1] as Token).end,
  }
}

/** Signs at the edge of a clause that belong to the sentence. */
function isLoose(passage: Passage, at: number): boolean {
  return (passage.tokens[at] as Token).tag === 'PUNCT' && passage.markOf[at] === -1
}

function countUnmarked(passage: Passage, first: number, last: number): number {
  let count = 0
  for (let at = first; at < last; at += 1) {
    if (passage.markOf[at] === -1 && (passage.tokens[at] as Token).tag !== 'PUNCT') count += 1
  }
  return count
}
