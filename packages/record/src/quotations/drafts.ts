import type { Quotation, Span } from '../findings.ts'
import { type Passage, tokenAt } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { Utterance } from './direct.ts'
import { indirectIn } from './indirect.ts'
import type { Phrase } from './phrases.ts'
import type { Reported } from './reported.ts'

/** A quotation whose speaker is not yet named, with the places of the tokens that it was read from. */
export interface Draft {
  readonly quotation: Quotation
  readonly speaker: Phrase | null
  readonly antecedent: Phrase | null
  readonly cue: Phrase | null
  readonly continued: boolean
  /** Gives way to a reported clause around it. */
  readonly weak: boolean
}

/** Orders drafts by where they begin, longer ones first. */
export const inOrder = (a: Draft, b: Draft) =>
  a.quotation.start - b.quotation.start || b.quotation.end - a.quotation.end

/** Of drafts that overlap only the one that begins first, or of such the longest. */
export function apart(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  let end = -1
  for (const draft of [...drafts].sort(inOrder)) {
    if (draft.quotation.start < end) continue
    kept.push(draft)
    end = draft.quotation.end
  }
  return kept
}

/** Whether a span overlaps one of the drafts, which are in order and apart. */
export function meets(drafts: readonly Draft[], { start, end }: Span): boolean {
  let low = 0
  let high = drafts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((drafts[middle] as Draft).quotation.end <= start) low = middle + 1
    else high = middle
  }
  const found = drafts[low]
  return found !== undefined && found.quotation.start < end
}

/** A reported clause as a draft; none where nothing of it stands outside of marks. */
export function clauseOf(passage: Passage, report: Reported): Draft[] {
  const { speaker, antecedent, cue } = report
  return indirectIn(passage, [report]).map(quotation => ({
    quotation: { ...quotation, end: behindMark(passage, quotation.end) },
    ...{ speaker, antecedent, cue, continued: false, weak: false },
  }))
}

/** An end right before the closing mark of a stretch lies behind it. */
function behindMark(passage: Passage, end: number): number {
  const mark = passage.marks[passage.markOf[tokenAt(passage, end) - 1] ?? -1]
  if (mark === undefined || mark.end <= end) return end
  return /[\p{L}\p{N}]/u.test(passage.text.slice(end, Math.min(mark.inner.end, end + 20))) ? end : mark.end
}

/** Utterances as drafts; one that goes on over a blank line is one quotation. */
export function joined(passage: Passage, utterances: readonly Utterance[]): Draft[] {
  const found: Draft[] = []
  for (const utterance of utterances) {
    const draft = draftOf(passage, utterance)
    const before = found.at(-1)
    const goesOn =
      before?.quotation.group === draft.quotation.group && passage.marks[utterance.mark]?.continues === true
    if (
      goesOn &&
      before !== undefined &&
      hasBlankLine(passage.text, before.quotation.end, draft.quotation.start)
    ) {
      const { quotation } = draft
      const marked = [...before.quotation.marked, ...quotation.marked]
      found[found.length - 1] = {
        ...before,
        weak: false,
        quotation: { ...before.quotation, end: quotation.end, marked },
      }
    } else found.push(draft)
  }
  return found
}

function hasBlankLine(text: string, from: number, to: number): boolean {
  const first = text.indexOf('\n', from)
  return first !== -1 && first < to && text.slice(first + 1, to).includes('\n')
}

/** A stretch in marks as a draft. */
export function draftOf(passage: Passage, utterance: Utterance): Draft {
  const { speaker, antecedent, cue, continued, weak, group } = utterance
  const { start, end, inner } = passage.marks[utterance.mark] as { start: number; end: number; inner: Span }
  const quotation: Quotation = {
    start,
    end,
    kind: 'direct',
    marked: [inner],
    cue: cue ? textOf(passage, cue) : '',
    resolved: '',
    reading: null,
    group: -2 * group - 1,
    ...spoken(passage, speaker),
  }
  return { quotation, speaker, antecedent, cue, continued, weak }
}

/** The parts of a quotation that say who speaks. */
export function spoken(
  passage: Passage,
  speaker: Phrase | null,
): Pick<Quotation, 'speaker' | 'speakerStart' | 'speakerEnd'> {
  if (speaker === null) return { speaker: '', speakerStart: null, speakerEnd: null }
  const { start, end } = spanOf(passage, speaker)
  return { speaker: passage.text.slice(start, end), speakerStart: start, speakerEnd: end }
}

function textOf(passage: Passage, phrase: Phrase): string {
  const { start, end } = spanOf(passage, phrase)
  return passage.text.slice(start, end)
}

/** Where a phrase stands in the text. */
export function spanOf(passage: Passage, phrase: Phrase): Span {
  return {
    start: (passage.tokens[phrase.first] as Token).start,
    end: (passage.tokens[phrase.last - 1] as Token).end,
  }
}
