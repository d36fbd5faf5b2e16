import type { Quotation, Span } from '../findings.ts'
import { type Passage, passageOf, tokenAt } from '../text/passage.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/tokens.ts'
import { reportedEnd } from './clause-ends.ts'
import { utterancesIn } from './direct.ts'
import { apart, clauseOf, type Draft, draftOf, inOrder, joined, meets, spanOf, spoken } from './drafts.ts'
import type { Phrase } from './phrases.ts'
import { phrasesInMarks, type QuotedPhrase } from './phrases-in-marks.ts'
import { type Reported, reportedIn } from './reported.ts'
import { Speakers } from './speakers.ts'

/**
 * An English text → the words that it reports as somebody's, in the order of the text and none within another, with who
 * spoke where the text says it. Linear in the length of the text.
 */
export function quotationsIn(text: string): Quotation[] {
  return quotationsOf(passageOf(text))
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
  const direct = apart(
    joined(passage, utterances).flatMap(one => {
      if (!one.weak) return one
      return meets(clauses, one.quotation) ? [] : grown(passage, one)
    }),
  )
  const larger = [...direct, ...clauses.filter(one => !meets(direct, one.quotation))].sort(inOrder)
  const phrases = phrasesInMarks(passage, mark => meets(larger, passage.marks[mark] as Span))
  const all = withPhrases(passage, larger, phrases)
  return named(
    passage,
    withShared(passage, all).filter(draft => !deniesWords(passage, draft)),
  )
}

/** He said, "We have three weeks" until the vote: what was said goes on behind the stretch. */
function grown(passage: Passage, draft: Draft): Draft {
  const { speaker, antecedent, cue, quotation } = draft
  const first = tokenAt(passage, quotation.start)
  if (cue === null || cue.first > first) return draft
  const { last: limit } = passage.sentences[passage.sentenceOf[first] as number] as Sentence
  const last = reportedEnd(passage, tokenAt(passage, quotation.end) - 1, limit)
  return clauseOf(passage, { first, last, speaker, antecedent, cue, group: quotation.group })[0] ?? draft
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

/** Whether somebody denies what stands in the clause: its words in marks are not theirs. */
function deniesWords(passage: Passage, { quotation, cue }: Draft): boolean {
  return (
    quotation.kind === 'mixed' && cue !== null && denying.has((passage.tokens[cue.last - 1] as Token).lower)
  )
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
    const clause = clauseOf(passage, {
      ...phrase,
      first,
      last,
      group: before?.quotation.group ?? -2 * phrase.cue.first - 2,
    })[0]
    if (clause === undefined) {
      const mark = passage.markOf[phrase.reached] as number
      found.push(
        draftOf(passage, { ...phrase, mark, group: phrase.cue.first, continued: false, weak: false }),
      )
      continue
    }
    if (same !== undefined && first !== phrase.first) found[same] = clause
    else found.push(clause)
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
  const groups = new Map<number, number>()
  return drafts.map(({ quotation, speaker, antecedent, continued }) => {
    const group = groups.get(quotation.group) ?? groups.size
    groups.set(quotation.group, group)
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
