import { type Aside, asideAt } from './asides.ts'
import { type Place, reportedEnd } from './clause-ends.ts'
import { type Subject, subjectOf, type VerbGroup, verbGroupAt } from './clauses.ts'
import { adjunctEnd, complementStart, infinitiveStart, markedObject } from './complements.ts'
import { type Cue, cueOf, REPORTING_NOUNS } from './cues.ts'
import type { Passage } from './passage.ts'
import { isRelative, isVerb, type Phrase, phraseBefore } from './phrases.ts'
import type { Sentence } from './sentences.ts'
import { sourcePhraseAt } from './source-phrases.ts'
import type { Token } from './tokens.ts'
import { isUsedAsVerb } from './verb-uses.ts'

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

type Found = Omit<Reported, 'group'>

/** A passage → its reported clauses in the order of their cues, those with words in marks among them. */
export function reportedIn(passage: Passage): Reported[] {
  const found: Reported[] = []
  let group = 0
  for (const sentence of passage.sentences) {
    for (let at = sentence.first; at < sentence.last; at += 1) {
      if (passage.markOf[at] !== -1) continue
      const clauses = reportedBy(passage, sentence, at)
      for (const clause of clauses) found.push({ ...clause, group })
      if (clauses.length > 0) group += 1
    }
  }
  return outermost(found)
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

function reportedBy(passage: Passage, sentence: Sentence, at: number): Found[] {
  const { tokens } = passage
  const source = sourcePhraseAt(passage, sentence, at)
  if (source !== null)
    return [{ ...source.clause, speaker: source.speaker, antecedent: null, cue: source.cue }]
  const noun = nounClauseAt(passage, sentence, at)
  if (noun !== null) return [noun]
  const cue = cueOf((tokens[at] as Token).lower, tokens[at + 1]?.lower ?? '')
  if (cue === undefined || cue.thought || !isUsedAsVerb(tokens, at, cue, sentence)) return []
  const group = verbGroupAt(tokens, at, sentence.first)
  if (group.kind === 'passive' || group.kind === 'infinitive') return []
  const behind = cue.particle === '' ? group.last : group.last + 1
  const words = { first: group.first, last: behind }
  const aside = asideAt(passage, sentence, cue, group, behind)
  if (aside !== null) return saidAside(aside, words)
  const speaker = subjectOf(tokens, group, sentence.first)
  const clause = clauseBehind(passage, sentence, cue, group, speaker, behind)
  if (clause === null) return []
  return [{ ...clause, speaker, antecedent: speaker?.antecedent ?? null, cue: words }]
}

function saidAside(aside: Aside, cue: Phrase): Found[] {
  return aside.clauses.map(clause => ({
    ...clause,
    speaker: aside.speaker,
    antecedent: aside.antecedent,
    cue,
  }))
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
  const start = quoted ? -1 : complementStart(passage, cue, behind, sentence.last)
  if (start >= 0) {
    const place = placeOf(tokens, group, speaker, sentence.first)
    return { first: start, last: reportedEnd(passage, start, sentence.last, place) }
  }
  const to =
    cue.infinitive === 'other' && group.kind === 'finite'
      ? infinitiveStart(passage, cue, behind, sentence.last)
      : -1
  if (to >= 0)
    return {
      first: to,
      last: reportedEnd(passage, to, sentence.last, placeOf(tokens, group, speaker, sentence.first)),
    }
  if (quoted || !takesObject(tokens, cue, speaker)) return null
  return markedObject(passage, behind, sentence.last)
}

/** Whether words in marks further on can be the object of the verb; not of "a firm called 'Acme'". */
function takesObject(tokens: readonly Token[], cue: Cue, speaker: Subject | null): boolean {
  if (cue.verb === 'say' || cue.verb === 'tell') return false
  if (cue.verb === 'call' && speaker !== null && /^an?$/.test(tokens[speaker.first]?.lower ?? ''))
    return false
  return cue.object || cue.clause !== 'none'
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

/** "his claim that …", "the mayor's warning in May that …", "the contention of the minister that …". */
function nounClauseAt(passage: Passage, sentence: Sentence, at: number): Found | null {
  const { tokens } = passage
  if (!REPORTING_NOUNS.has((tokens[at] as Token).lower) || tokens[at]?.capital) return null
  const end = nounEnd(tokens, at + 1, sentence.last)
  if (tokens[end]?.lower !== 'that' || isVerb(tokens[end + 1])) return null
  const owner = ownerOf(tokens, at, end, sentence)
  if (owner === null) return null
  const last = reportedEnd(passage, end + 1, sentence.last, 'subordinate')
  return { first: end + 1, last, speaker: owner, antecedent: null, cue: { first: at, last: at + 1 } }
}

function nounEnd(tokens: readonly Token[], at: number, limit: number): number {
  let end = at
  for (let more = adjunctEnd(tokens, end, limit); more > end; more = adjunctEnd(tokens, end, limit))
    end = more
  return end
}

function ownerOf(tokens: readonly Token[], noun: number, end: number, sentence: Sentence): Phrase | null {
  let at = noun - 1
  while (at > sentence.first && /^(?:ADJ|ADV|NOUN)$/.test((tokens[at] as Token).tag)) at -= 1
  const before = tokens[at] as Token
  if (/^(?:his|her|their|my|our|your|its)$/.test(before.lower)) return { first: at, last: at + 1 }
  if (before.lower === "'s" || before.lower === "'") return phraseBefore(tokens, at, sentence.first)
  if (/^(?:of|by|from)$/.test(tokens[noun + 1]?.lower ?? '')) return { first: noun + 2, last: end }
  return null
}
