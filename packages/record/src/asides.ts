import { reportedEnd } from './clause-ends.ts'
import { type Subject, subjectOf, type VerbGroup } from './clauses.ts'
import { adjunctEnd, startsAtOnce } from './complements.ts'
import type { Cue } from './cues.ts'
import type { Passage } from './passage.ts'
import { isMoment, isNominal, isSubjectWord, isVerb, type Phrase, phraseEnd } from './phrases.ts'
import type { Report } from './report.ts'
import type { Sentence } from './sentences.ts'
import type { Token } from './tokens.ts'

/** Verbs that stand before their subject behind a plain comma too: "…, said Brown". */
const inverting = new Set([
  'say',
  'add',
  'write',
  'explain',
  'report',
  'note',
  'argue',
  'warn',
  'claim',
  'announce',
  'conclude',
])

/** "…, he said" and "…, said Brown": a verb that reports beside the words; null where it does not stand so. */
export function asideAt(
  passage: Passage,
  sentence: Sentence,
  cue: Cue,
  group: VerbGroup,
  behind: number,
): Report | null {
  if (!cue.aside || cue.clause === 'none' || group.kind !== 'finite' || group.first <= sentence.first)
    return null
  return inverted(passage, sentence, cue, group, behind) ?? straight(passage, sentence, cue, group, behind)
}

function inverted(
  passage: Passage,
  sentence: Sentence,
  cue: Cue,
  group: VerbGroup,
  behind: number,
): Report | null {
  const { tokens } = passage
  const opener = group.first - 1
  const quoted = inMarks(passage, opener)
  if (!quoted && !(tokens[opener]?.lower === ',' && inverting.has(cue.verb))) return null
  const first = tokens[behind]
  if (first === undefined || isMoment(first) || inMarks(passage, behind)) return null
  if (!isNominal(first) && first.tag !== 'DET' && !isSubjectWord(first)) return null
  const end = phraseEnd(tokens, behind, sentence.last)
  if (end === behind || isVerb(tokens[end])) return null
  if (!quoted && !(endsAside(passage, end, sentence) && hasVerb(passage, sentence.first, opener))) return null
  return {
    speaker: { first: behind, last: end },
    cue: { first: group.first, last: behind },
    antecedent: null,
    clauses: around(passage, sentence, opener, appositionEnd(passage, end, sentence)),
  }
}

/** "said Brown, a nurse from Ohio, …": the place behind what describes the speaker. */
function appositionEnd(passage: Passage, end: number, sentence: Sentence): number {
  const { tokens } = passage
  if (tokens[end]?.lower !== ',') return end
  const further = phraseEnd(tokens, end + 1, sentence.last)
  return further > end + 1 && endsAside(passage, further, sentence) ? further : end
}

function straight(
  passage: Passage,
  sentence: Sentence,
  cue: Cue,
  group: VerbGroup,
  behind: number,
): Report | null {
  const { tokens } = passage
  const subject = subjectOf(tokens, group, sentence.first)
  if (subject === null) return null
  const before = asideStart(passage, sentence, subject)
  if (before < 0) return null
  let end =
    cue.person || cue.verb === 'write' ? Math.max(behind, phraseEnd(tokens, behind, sentence.last)) : behind
  for (let more = end; ; end = more) {
    more = adjunctEnd(tokens, end, sentence.last)
    if (more === end) break
  }
  if (!endsAside(passage, end, sentence)) {
    if (
      before <= sentence.first ||
      !/^AD[PV]$/.test(tokens[behind]?.tag ?? '') ||
      startsAtOnce(passage, cue, end, sentence.last)
    )
      return null
    if (!hasVerb(passage, sentence.first, before)) return null
    while (end < sentence.last && tokens[end]?.lower !== ',') end += 1
  }
  const clauses = around(passage, sentence, before, end)
  return clauses.length > 0
    ? { speaker: subject, antecedent: subject.antecedent, cue: { first: group.first, last: behind }, clauses }
    : null
}

/** The place of the comma or mark before the aside's subject; -1 where none stands there. */
function asideStart(passage: Passage, sentence: Sentence, subject: Subject): number {
  const { tokens } = passage
  let before = subject.first - 1
  if (tokens[before]?.lower === 'as') before -= 1
  if (before < sentence.first) return sentence.first
  return tokens[before]?.lower === ',' || inMarks(passage, before) ? before : -1
}

const inMarks = (passage: Passage, at: number) => (passage.markOf[at] ?? -1) >= 0

function endsAside(passage: Passage, at: number, sentence: Sentence): boolean {
  if (at >= sentence.last) return true
  return /^(?:[.,;!?…)]|[–—―]|-+)$/.test((passage.tokens[at] as Token).lower)
}

/** What was said before an aside, which begins behind the token `before`, and behind it. */
function around(passage: Passage, sentence: Sentence, before: number, behind: number): Phrase[] {
  const { tokens } = passage
  const first = said(passage, sentence.first, before)
  const gerund = tokens[first]?.tag === 'VERB' && tokens[first]?.lower.endsWith('ing') === true
  const verbBefore = !gerund && hasVerb(passage, first, before)
  const found: Phrase[] = []
  if (before - first >= 3 && isSaid(passage, first, before, behind, verbBefore))
    found.push({ first, last: before })
  const quoted = (before > first && inMarks(passage, before)) || before <= first
  if (!goesOn(passage, sentence, behind, quoted, verbBefore)) return found
  const led =
    before <= first &&
    /^(?:if|when|while|although|though|as|because)$/.test((tokens[sentence.first] as Token).lower)
  const end = reportedEnd(passage, behind + 1, sentence.last, led ? 'subordinate' : 'main')
  if (end - behind > 3 && (hasVerb(passage, behind + 1, end) || !verbBefore))
    found.push({ first: behind + 1, last: end })
  return found
}

/** Leaves out "And" and "But", and the place line of a report: "LONDON — ". */
function said(passage: Passage, from: number, before: number): number {
  const { tokens } = passage
  let first = from
  for (let at = from; at < Math.min(before, from + 6); at += 1) {
    if (/^(?:[–—―]|--)$/.test((tokens[at] as Token).lower)) first = at + 1
  }
  first = behindLoneDash(passage, first, before)
  while (first < before && /^(?:and|but|so|yet|still)$/.test((tokens[first] as Token).lower)) first += 1
  return first
}

/** "He doubts it - if she knew, he said, …": the place behind a dash that has no fellow; `from` for none. */
function behindLoneDash(passage: Passage, from: number, before: number): number {
  let place = from
  let dashes = 0
  for (let at = from; at < before; at += 1) {
    const { lower } = passage.tokens[at] as Token
    if (inMarks(passage, at) || !/^(?:[–—―]|--)$/.test(lower)) continue
    dashes += 1
    place = at + 1
  }
  return dashes === 1 ? place : from
}

/** Whether the words before an aside were said, and do not only say when and where. */
function isSaid(
  passage: Passage,
  first: number,
  before: number,
  behind: number,
  verbBefore: boolean,
): boolean {
  const { tokens } = passage
  const opener = tokens[first] as Token
  if (opener.lower.endsWith('ing') && opener.tag === 'VERB') return false
  if (opener.tag === 'ADP' && !verbBefore) return false
  if (endsQuoted(passage, first, before)) return false
  const quotes = tokens[behind]?.lower === ',' && inMarks(passage, behind + 1)
  if (quotes && (opener.tag === 'ADP' || !verbBefore || tellsWhen(passage, first, before))) return false
  return verbBefore || isVerb(tokens[behind + 1]) || before - first >= 5
}

/** "When asked why, she said, 'no'": what comes before says when, or reports something itself. */
function tellsWhen(passage: Passage, first: number, before: number): boolean {
  const { tokens } = passage
  if (/^(?:as|while|after|before|when|asked)$/.test((tokens[first] as Token).lower)) return true
  for (let at = first; at < before; at += 1) {
    if (/^(?:said|says|asked|told)$/.test((tokens[at] as Token).lower) && !inMarks(passage, at)) return true
  }
  return false
}

/** Whether the sentence goes on with what was said behind an aside. */
function goesOn(
  passage: Passage,
  sentence: Sentence,
  behind: number,
  quoted: boolean,
  verbBefore: boolean,
): boolean {
  const { tokens } = passage
  if (tokens[behind]?.lower !== ',' || behind + 3 >= sentence.last || inMarks(passage, behind + 1))
    return false
  const next = tokens[behind + 1] as Token
  if (/^(?:while|although|though|who|which|but|whose|as|after|before|when|even|where)$/.test(next.lower))
    return false
  if (next.lower.endsWith('ing') || (verbBefore && next.lower.endsWith('ed'))) return false
  if (!quoted) return true
  if (next.lower === 'and' || next.lower === 'that') return hasVerb(passage, behind + 2, sentence.last)
  const end = phraseEnd(tokens, behind + 1, sentence.last)
  return end > behind + 1 && isVerb(tokens[end])
}

/** Whether a quotation ends with its own comma before the place, so that what follows it belongs to the speaker's name. */
function endsQuoted(passage: Passage, first: number, before: number): boolean {
  const { tokens, markOf, text } = passage
  let at = before - 1
  while (at > first && markOf[at] === -1) at -= 1
  if (at <= first || at >= before - 1) return false
  const mark = tokens[at] as Token
  return /[,?!]/.test(text.slice(Math.max(0, mark.start - 1), mark.end))
}

function hasVerb(passage: Passage, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isVerb(passage.tokens[at])) return true
  return false
}
