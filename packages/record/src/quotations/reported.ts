import type { Passage } from '../text/passage.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/tokens.ts'
import { isUsedAsVerb } from '../text/verb-uses.ts'
import { asideAt } from './asides.ts'
import { type Place, reportedEnd } from './clause-ends.ts'
import { isBare, plainSubject, type Subject, subjectOf, type VerbGroup, verbGroupAt } from './clauses.ts'
import { complementStart } from './complements.ts'
import { type Cue, cueOf, REPORTING_NOUNS, REPORTING_VERBS } from './cues.ts'
import { infinitiveStart, markedObject, plainObject } from './objects.ts'
import { askedReport, passiveReport } from './passives.ts'
import { disagrees, isNobody, isRelative, isVerb, type Phrase } from './phrases.ts'
import type { Report } from './report.ts'
import { nounReportAt } from './reporting-nouns.ts'
import { sharedSubject } from './shared-subjects.ts'
import { SOURCE_STARTS, sourceReportAt } from './source-phrases.ts'

/** A clause that a text reports as somebody's words, in places of tokens. */
export interface Reported extends Phrase {
  /** Who said it, null where the text does not say clearly. */
  readonly speaker: Phrase | null
  /** For "who" and "which": what they stand for. */
  readonly antecedent: Phrase | null
  /** The words that say that somebody said it. */
  readonly cue: Phrase
  /** Segments of the same number belong together. */
  readonly group: number
}

/** Words that a report can begin with: spares nearly every word of a text all further questions. */
const REPORTING: ReadonlySet<string> = new Set([...SOURCE_STARTS, ...REPORTING_NOUNS, ...REPORTING_VERBS])

/** A passage → its reported clauses in the order of the text, those with words in marks among them, none within another. */
export function reportedIn(passage: Passage): Reported[] {
  const found: Reported[] = []
  let group = 0
  for (const sentence of passage.sentences) {
    for (let at = sentence.first; at < sentence.last; at += 1) {
      if (passage.markOf[at] !== -1 || !REPORTING.has((passage.tokens[at] as Token).lower)) continue
      const report = reportAt(passage, around(sentence, at), at)
      if (report === null) continue
      const { clauses, speaker, antecedent, cue } = report
      for (const { first, last } of clauses) found.push({ first, last, speaker, antecedent, cue, group })
      group += 1
    }
  }
  return outermost(found)
}

/** No sentence that somebody wrote reaches farther; it keeps the time linear for one that a machine wrote. */
const REACH = 400

function around(sentence: Sentence, at: number): Sentence {
  if (sentence.last - sentence.first <= REACH) return sentence
  return {
    ...sentence,
    first: Math.max(sentence.first, at - REACH),
    last: Math.min(sentence.last, at + REACH),
  }
}

/** Leaves out what stands within another reported clause: "she said that he claimed …" is hers. */
function outermost(found: readonly Reported[]): Reported[] {
  let reached = 0
  return [...found]
    .sort((one, other) => one.first - other.first || other.last - one.last)
    .filter(one => {
      const within = one.last <= reached
      reached = Math.max(reached, one.last)
      return !within
    })
}

function reportAt(passage: Passage, sentence: Sentence, at: number): Report | null {
  const { tokens } = passage
  const other = sourceReportAt(passage, sentence, at) ?? nounReportAt(passage, sentence, at)
  if (other !== null) return other
  const cue = cueOf((tokens[at] as Token).lower, tokens[at + 1]?.lower ?? '')
  if (cue === undefined || cue.thought) return null
  const group = verbGroupAt(tokens, at, sentence.first)
  if (at === sentence.first && cue.form === 'past') return askedReport(passage, sentence, cue, group)
  if (!isUsedAsVerb(tokens, at, cue, sentence)) return null
  if (group.kind === 'infinitive' && !isPurpose(tokens, cue, group)) return null
  if (group.kind === 'passive') return passiveReport(passage, sentence, cue, group)
  if (cue.form === 'participle' && group.first === group.verb) return null
  if (isSupposed(tokens, group, sentence)) return null
  const behind = cue.particle === '' ? group.last : group.last + 1
  const aside = asideAt(passage, sentence, cue, group, behind)
  if (aside !== null) return aside.speaker && isNobody(tokens, aside.speaker.first) ? null : aside
  const speaker = speakerOf(tokens, group, sentence.first)
  if (speaker === null ? isTold(tokens, cue, group) : isNoSubject(tokens, speaker.first, cue, group))
    return null
  const clause = clauseBehind(passage, sentence, cue, group, speaker, behind)
  if (clause === null) return null
  return {
    clauses: [clause],
    speaker,
    antecedent: speaker?.antecedent ?? null,
    cue: { first: group.first, last: behind },
  }
}

const supposing = new Set(['if', 'unless', 'whether', 'suppose', 'imagine', 'pretend'])
const unreal = new Set(['would', 'could', 'might', 'should', 'may', 'can', 'must', 'ought', "'d"])
const nobodies = new Set(['nobody', 'noone', 'anyone', 'anybody', 'neither'])

/** "if he says that", "one might say that", "nobody said that": not said, or only supposed. */
function isSupposed(tokens: readonly Token[], group: VerbGroup, sentence: Sentence): boolean {
  for (let at = group.first; at < group.verb; at += 1)
    if (unreal.has((tokens[at] as Token).lower) || tokens[at]?.lower === 'neither') return true
  const least = Math.max(sentence.first, group.first - 4)
  for (let at = group.first - 1; at >= least; at -= 1) {
    const { lower, tag } = tokens[at] as Token
    if (supposing.has(lower)) return true
    if (nobodies.has(lower) || (lower === 'one' && tokens[at - 1]?.lower === 'no')) return true
    if (tag === 'PUNCT' || tag === 'VERB') return false
  }
  return false
}

function isNoSubject(tokens: readonly Token[], first: number, cue: Cue, group: VerbGroup): boolean {
  return isNobody(tokens, first) || disagrees(tokens, first, isBare(cue, group))
}

/** "Where there is none, write", "the rule that shouting": nobody is said to have said it. */
function isTold(tokens: readonly Token[], cue: Cue, group: VerbGroup): boolean {
  const before = tokens[group.first - 1]?.lower
  return (isBare(cue, group) && before === ',') || (group.kind === 'ing' && before === 'that')
}

function speakerOf(tokens: readonly Token[], group: VerbGroup, from: number): Subject | null {
  if (group.kind !== 'infinitive') return subjectOf(tokens, group, from)
  const phrase = sharedSubject(tokens, group.first, from)
  return phrase && plainSubject(phrase)
}

/** "She wrote to the board to say that …"; not "needless to say" or "It is fair to say that …". */
function isPurpose(tokens: readonly Token[], cue: Cue, group: VerbGroup): boolean {
  const before = tokens[group.first - 1]
  return cue.verb === 'say' && (before?.tag === 'NOUN' || before?.tag === 'PROPN')
}

function clauseBehind(
  passage: Passage,
  sentence: Sentence,
  cue: Cue,
  group: VerbGroup,
  speaker: Subject | null,
  behind: number,
): Phrase | null {
  const { tokens } = passage
  const quoted = (passage.markOf[group.first - 1] ?? -1) >= 0
  if (isLeftOut(tokens, cue, speaker, behind)) {
    return { first: behind, last: reportedEnd(passage, behind, sentence.last, 'relative') }
  }
  const beside = quoted && group.kind !== 'ing'
  const place = placeOf(tokens, group, speaker, sentence.first)
  const clause = beside ? -1 : complementStart(passage, cue, behind, sentence.last)
  if (isWordOfTheirs(passage, behind, speaker)) return null
  const start = clause < 0 && cue.urges ? infinitiveStart(passage, behind, sentence.last) : clause
  if (start >= 0) return { first: start, last: reportedEnd(passage, start, sentence.last, place) }
  if (beside || !takesObject(tokens, cue, speaker) || isTerm(tokens, cue, behind)) return null
  const marked = markedObject(passage, behind, sentence.last)
  return marked ?? (cue.content ? plainObject(passage, behind, sentence.last, place) : null)
}

/** Whether words in marks further on can be the object of the verb; not of "a firm called 'Acme'". */
function takesObject(tokens: readonly Token[], cue: Cue, speaker: Subject | null): boolean {
  if (cue.verb === 'say' || cue.verb === 'tell') return false
  if (cue.verb === 'call' && speaker !== null && /^an?$/.test(tokens[speaker.first]?.lower ?? ''))
    return false
  return cue.object || cue.clause !== 'none'
}

/** "when the board says 'loss'": one word, and not what somebody said. */
function isWordOfTheirs({ tokens, markOf }: Passage, behind: number, speaker: Subject | null): boolean {
  if (speaker === null || !/^when(?:ever)?$/.test(tokens[speaker.first - 1]?.lower ?? '')) return false
  const mark = markOf[behind] ?? -1
  if (mark === -1) return false
  let words = 0
  for (let at = behind; markOf[at] === mark && words < 2; at += 1) if (tokens[at]?.tag !== 'PUNCT') words += 1
  return words === 1
}

/** "they call these 'quiet boxes'": a term of theirs. */
function isTerm(tokens: readonly Token[], cue: Cue, behind: number): boolean {
  if (cue.verb !== 'call' || (cue.form !== 'base' && cue.form !== 'present')) return false
  return /^(?:this|these|that|those)$/.test(tokens[behind]?.lower ?? '')
}

/** "which he said were late": the clause has its subject before the reporting one. */
function isLeftOut(tokens: readonly Token[], cue: Cue, speaker: Subject | null, behind: number): boolean {
  if (cue.clause !== 'free' || speaker === null || !isVerb(tokens[behind])) return false
  return /^(?:which|who|that)$/.test(tokens[speaker.first - 1]?.lower ?? '')
}

const subordinators = new Set(
  'while if when although though as because after before since unless until once'.split(' '),
)

function placeOf(tokens: readonly Token[], group: VerbGroup, speaker: Subject | null, from: number): Place {
  let at = (speaker !== null && speaker.last === group.first ? speaker.first : group.first) - 1
  if (speaker !== null && isRelative(tokens[speaker.first])) return 'relative'
  while (at > from && tokens[at]?.tag === 'ADV') at -= 1
  const opener = tokens[at]
  if (opener === undefined || at < from) return 'main'
  if (subordinators.has(opener.lower)) return 'subordinate'
  return opener.tag === 'ADP' && group.kind === 'ing' ? 'subordinate' : 'main'
}
