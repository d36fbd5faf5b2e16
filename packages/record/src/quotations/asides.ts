import type { Passage } from '../text/passage.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/tokens.ts'
import { type Subject, subjectOf, type VerbGroup } from './clauses.ts'
import { adjunctEnd, startsAtOnce } from './complements.ts'
import type { Cue } from './cues.ts'
import { isMoment, isNominal, isSubjectWord, isVerb, phraseEnd } from './phrases.ts'
import type { Report } from './report.ts'
import { hasVerb, inMarks, wordsAround } from './said-around.ts'

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
  if (cue.form === 'base' && isOneName(tokens, behind, end)) return null
  if (!quoted && !(endsAside(passage, end, sentence) && hasVerb(passage, sentence.first, opener))) return null
  return {
    speaker: { first: behind, last: end },
    cue: { first: group.first, last: behind },
    antecedent: null,
    clauses: wordsAround(passage, sentence, opener, appositionEnd(passage, end, sentence), true),
  }
}

/** ", say Gazette": one name does not say, so that the reader is told to. */
function isOneName(tokens: readonly Token[], first: number, end: number): boolean {
  for (let at = first; at < end; at += 1) {
    const { tag, lower } = tokens[at] as Token
    if ((tag !== 'PROPN' && lower !== 'or') || (at === end - 1 && lower.endsWith('s'))) return false
  }
  return true
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
      !isOccasion(tokens, behind) ||
      startsAtOnce(passage, cue, end, sentence.last)
    )
      return null
    if (!hasVerb(passage, sentence.first, before)) return null
    while (end < sentence.last && tokens[end]?.lower !== ',') end += 1
  }
  const clauses = wordsAround(passage, sentence, before, end)
  return clauses.length > 0
    ? { speaker: subject, antecedent: subject.antecedent, cue: { first: group.first, last: behind }, clauses }
    : null
}

/** "in a hearing to be held", "later": what says when or where, and not "insisted on keeping". */
function isOccasion(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.tag === 'ADV') return true
  return (
    token?.tag === 'ADP' &&
    !/^(?:of|about|for|against|with)$/.test(token.lower) &&
    tokens[at + 1]?.tag !== 'VERB'
  )
}

/** The place of the comma or mark before the aside's subject; -1 where none stands there. */
function asideStart(passage: Passage, sentence: Sentence, subject: Subject): number {
  const { tokens } = passage
  let before = subject.first - 1
  if (tokens[before]?.lower === 'as') before -= 1
  if (before < sentence.first) return sentence.first
  return tokens[before]?.lower === ',' || inMarks(passage, before) ? before : -1
}

function endsAside(passage: Passage, at: number, sentence: Sentence): boolean {
  if (at >= sentence.last) return true
  return /^(?:[.,;!?…)]|[–—―]|-+)$/.test((passage.tokens[at] as Token).lower)
}
