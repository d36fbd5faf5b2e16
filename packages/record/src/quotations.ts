import { type Utterance, utterancesIn } from './direct.ts'
import type { Quotation, Span } from './findings.ts'
import { indirectIn } from './indirect.ts'
import { type Passage, passageOf, tokenAt } from './passage.ts'
import type { Phrase } from './phrases.ts'
import { phrasesInMarks, type QuotedPhrase } from './phrases-in-marks.ts'
import { type Reported, reportedIn } from './reported.ts'
import { Speakers } from './speakers.ts'
import type { Token } from './tokens.ts'

/**
 * An English text → the words that it reports as somebody's, in the order of the text and none within another, with who
 * spoke where the text says it. Linear in the length of the text.
 */
export function quotationsIn(text: string): Quotation[] {
  return quotationsOf(passageOf(text))
}

/** A quotation whose speaker is not yet named, with the places of the tokens that it was read from. */
interface Draft {
  readonly quotation: Quotation
  readonly speaker: Phrase | null
  readonly antecedent: Phrase | null
  readonly cue: Phrase | null
  readonly continued: boolean
  /** Gives way to a reported clause around it. */
  readonly weak: boolean
}

/** A passage → its quotations; see `quotationsIn`. */
export function quotationsOf(passage: Passage): Quotation[] {
  const reports = reportedIn(passage)
  const speakers = new Map<number, Reported>()
  for (const report of reports)
    if (report.speaker !== null) speakers.set(passage.sentenceOf[report.cue.first] as number, report)
  const utterances = utterancesIn(
    passage,
    sentence => (speakers.get(sentence) as (Reported & { speaker: Phrase }) | undefined) ?? null,
  )
  const clauses = apart(
    reports.flatMap(report => (isDenied(passage, report.cue) ? [] : clauseOf(passage, report))),
  )
  const direct = joined(passage, utterances).filter(one => !one.weak || !meets(clauses, one.quotation))
  const larger = [...direct, ...clauses.filter(one => !meets(direct, one.quotation))].sort(inOrder)
  const phrases = phrasesInMarks(passage, mark => meets(larger, passage.marks[mark] as Span))
  const all = withPhrases(passage, larger, phrases)
  return named(
    passage,
    withShared(passage, all).filter(draft => !deniesWords(passage, draft)),
  )
}

const inOrder = (a: Draft, b: Draft) =>
  a.quotation.start - b.quotation.start || b.quotation.end - a.quotation.end

/** Of drafts that overlap only the one that begins first, or of such the longest. */
function apart(drafts: readonly Draft[]): Draft[] {
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
function meets(drafts: readonly Draft[], { start, end }: Span): boolean {
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

/** "did not say": what was not said is no quotation. */
function isDenied(passage: Passage, cue: Phrase): boolean {
  for (let at = cue.first; at < cue.last; at += 1) {
    if (denials.has((passage.tokens[at] as Token).lower)) return true
  }
  return false
}

const denials = new Set([
  "n't",
  'not',
  'never',
  'hardly',
  'nowhere',
  'refused',
  'refuses',
  'declined',
  'declines',
])
const denying = new Set(['deny', 'denies', 'denied', 'denying'])

function clauseOf(passage: Passage, report: Reported): Draft[] {
  const { speaker, antecedent, cue } = report
  return indirectIn(passage, [report]).map(quotation => ({
    quotation: { ...quotation, end: behindMark(passage, quotation.end) },
    ...{ speaker, antecedent, cue, continued: false, weak: false },
  }))
}

/** Whether somebody denies what stands in the clause: its words in marks are not theirs. */
function deniesWords(passage: Passage, { quotation, cue }: Draft): boolean {
  return (
    quotation.kind === 'mixed' && cue !== null && denying.has((passage.tokens[cue.last - 1] as Token).lower)
  )
}

/** An end right before the closing mark of a stretch lies behind it. */
function behindMark(passage: Passage, end: number): number {
  const mark = passage.marks[passage.markOf[tokenAt(passage, end) - 1] ?? -1]
  if (mark === undefined || mark.end <= end) return end
  return /[\p{L}\p{N}]/u.test(passage.text.slice(end, Math.min(mark.inner.end, end + 20))) ? end : mark.end
}

/** Utterances as drafts; one that goes on over a blank line is one quotation. */
function joined(passage: Passage, utterances: readonly Utterance[]): Draft[] {
  const found: Draft[] = []
  for (const utterance of utterances) {
    const draft = draftOf(passage, utterance)
    const before = found.at(-1)
    const goesOn =
      before?.quotation.group === utterance.group && passage.marks[utterance.mark]?.continues === true
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

function draftOf(passage: Passage, utterance: Utterance): Draft {
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
    group,
    ...spoken(passage, speaker),
  }
  return { quotation, speaker, antecedent, cue, continued, weak }
}

/** Adds clauses with words in marks, and lengthens those of the same verb that were ended too early. */
function withPhrases(passage: Passage, drafts: readonly Draft[], phrases: readonly QuotedPhrase[]): Draft[] {
  const found = [...drafts]
  const byCue = new Map<number, number>()
  drafts.forEach((draft, place) => {
    if (draft.cue !== null) byCue.set(draft.cue.first, place)
  })
  for (const phrase of phrases) {
    const same = byCue.get(phrase.cue.first)
    const before = same === undefined ? undefined : found[same]
    if (before?.quotation.kind === 'direct' || isDenied(passage, phrase.cue)) continue
    const first = before !== undefined ? tokenAt(passage, before.quotation.start) : phrase.first
    const last = Math.min(phrase.last, nextStart(passage, drafts, phrase))
    const grown = clauseOf(passage, {
      ...phrase,
      first,
      last,
      group: before?.quotation.group ?? -1 - phrase.cue.first,
    })[0]
    if (grown === undefined) {
      const mark = passage.markOf[phrase.reached] as number
      found.push(draftOf(passage, { ...phrase, mark, group: -1 - mark, continued: false, weak: false }))
      continue
    }
    if (same !== undefined && first !== phrase.first) found[same] = grown
    else found.push(grown)
  }
  return apart(found)
}

/** The place of the token with which the next draft begins behind a phrase's verb. */
function nextStart(passage: Passage, drafts: readonly Draft[], phrase: QuotedPhrase): number {
  const from = (passage.tokens[phrase.reached] as Token).start
  let low = 0
  let high = drafts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((drafts[middle] as Draft).quotation.start <= from) low = middle + 1
    else high = middle
  }
  const next = drafts[low]
  return next === undefined ? passage.tokens.length : tokenAt(passage, next.quotation.start)
}

function spoken(
  passage: Passage,
  speaker: Phrase | null,
): Pick<Quotation, 'speaker' | 'speakerStart' | 'speakerEnd'> {
  if (speaker === null) return { speaker: '', speakerStart: null, speakerEnd: null }
  const { start, end } = spanOf(passage, speaker)
  return { speaker: passage.text.slice(start, end), speakerStart: start, speakerEnd: end }
}

/** "…," she said, adding that …: a participle without a subject of its own has the speaker of the words before. */
function withShared(passage: Passage, drafts: readonly Draft[]): Draft[] {
  let last: Draft | null = null
  return drafts.map(draft => {
    const shared = last !== null && draft.cue !== null && lacksSubject(passage, draft, last) ? last : null
    const filled: Draft =
      shared === null
        ? draft
        : {
            ...draft,
            speaker: shared.speaker,
            antecedent: shared.antecedent,
            quotation: { ...draft.quotation, ...spoken(passage, shared.speaker) },
          }
    if (filled.speaker !== null && filled.cue !== null) last = filled
    return filled
  })
}

function lacksSubject(passage: Passage, draft: Draft, before: Draft): boolean {
  const { speaker, cue } = draft
  if (cue === null || before.cue === null || before.cue.first >= cue.first) return false
  if (passage.sentenceOf[cue.first] !== passage.sentenceOf[before.cue.first]) return false
  if (!(passage.tokens[cue.last - 1] as Token).lower.endsWith('ing')) return false
  return speaker === null || (passage.markOf[speaker.first] !== -1 && passage.markOf[cue.first] === -1)
}

/** The drafts with the speakers' full names, and their groups numbered in order. */
function named(passage: Passage, drafts: readonly Draft[]): Quotation[] {
  const names = new Speakers(
    passage,
    drafts.flatMap(draft => draft.speaker ?? []),
  )
  const groups = new Map<string, number>()
  return drafts.map(({ quotation, speaker, antecedent, continued }) => {
    const key = `${quotation.kind === 'direct'} ${quotation.group}`
    const group = groups.get(key) ?? groups.size
    groups.set(key, group)
    if (speaker === null) return { ...quotation, group }
    const { resolved, reading } = names.name(speaker, antecedent, quotation)
    const from = spanOf(passage, speaker)
    return {
      ...quotation,
      group,
      resolved,
      reading: reading ?? (continued ? { how: 'continued', from } : null),
    }
  })
}

function textOf(passage: Passage, phrase: Phrase): string {
  const { start, end } = spanOf(passage, phrase)
  return passage.text.slice(start, end)
}

function spanOf(passage: Passage, phrase: Phrase): Span {
  return {
    start: (passage.tokens[phrase.first] as Token).start,
    end: (passage.tokens[phrase.last - 1] as Token).end,
  }
}
