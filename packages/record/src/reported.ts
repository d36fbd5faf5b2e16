import { reportedEnd } from './clause-ends.ts'
import { subjectOf, type VerbGroup, verbGroupAt } from './clauses.ts'
import { adjunctEnd, complementStart } from './complements.ts'
import { type Cue, cueOf } from './cues.ts'
import type { Passage } from './passage.ts'
import { isVerb, type Phrase, phraseEnd } from './phrases.ts'
import type { Sentence } from './sentences.ts'
import type { Token } from './tokens.ts'

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
      const clauses = reportedBy(passage, sentence, at)
      for (const clause of clauses) found.push({ ...clause, group })
      if (clauses.length > 0) group += 1
    }
  }
  return found
}

function reportedBy(passage: Passage, sentence: Sentence, at: number): Found[] {
  const { tokens } = passage
  const token = tokens[at] as Token
  if (passage.markOf[at] !== -1) return []
  if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') return accordingTo(passage, sentence, at)
  const cue = cueOf(token.lower, tokens[at + 1]?.lower ?? '')
  if (cue === undefined || cue.thought || cue.object || !isUsedAsVerb(tokens, at, cue, sentence)) return []
  const group = verbGroupAt(tokens, at, sentence.first)
  if (group.kind === 'passive' || group.kind === 'infinitive') return []
  const behind = cue.particle === '' ? group.last : group.last + 1
  const beside = besideWords(passage, sentence, cue, group, behind)
  if (beside.length > 0) return beside
  const start = complementStart(passage, cue, behind, sentence.last)
  if (start < 0) return []
  const end = reportedEnd(passage, start, sentence.last)
  const speaker = subjectOf(tokens, group, sentence.first)
  return [
    {
      first: start,
      last: end,
      speaker,
      antecedent: speaker?.antecedent ?? null,
      cue: { first: group.first, last: behind },
    },
  ]
}

/** "reports" and "claims" can be nouns, "reported" an adjective: whether the word is a verb here. */
function isUsedAsVerb(tokens: readonly Token[], at: number, cue: Cue, sentence: Sentence): boolean {
  const before = at > sentence.first ? tokens[at - 1] : undefined
  if (before === undefined) return cue.form === 'ing'
  if (before.tag === 'DET' || before.tag === 'ADJ' || before.tag === 'NUM') return false
  if (before.lower === "'s" && before.tag === 'PART') return false
  if (before.tag === 'ADP') return cue.form === 'ing'
  return true
}

/** "…, he said" and "…, said Brown": the words stand before, or around. */
function besideWords(
  passage: Passage,
  sentence: Sentence,
  cue: Cue,
  group: VerbGroup,
  behind: number,
): Found[] {
  const { tokens } = passage
  if (!cue.aside || group.kind !== 'finite') return []
  const opener = tokens[group.first - 1]
  if (opener === undefined || group.first <= sentence.first) return []
  if (opener.lower === ',' || isClosing(passage, group.first - 1)) {
    const end = phraseEnd(tokens, behind, sentence.last)
    if (end > behind && endsAside(passage, end, sentence)) {
      const cuePhrase = { first: group.first, last: behind }
      return around(
        passage,
        sentence,
        group.first - 1,
        sentence.last,
        { first: behind, last: end },
        null,
        cuePhrase,
      )
    }
  }
  let end = cue.person ? Math.max(behind, phraseEnd(tokens, behind, sentence.last)) : behind
  for (
    let more = adjunctEnd(tokens, end, sentence.last);
    more > end;
    more = adjunctEnd(tokens, end, sentence.last)
  )
    end = more
  if (!endsAside(passage, end, sentence)) return []
  const subject = subjectOf(tokens, group, sentence.first)
  if (subject === null) return []
  let before = subject.first - 1
  if (tokens[before]?.lower === 'as') before -= 1
  if (before >= sentence.first && tokens[before]?.lower !== ',' && !isClosing(passage, before)) return []
  return around(passage, sentence, before, end, subject, subject.antecedent, {
    first: group.first,
    last: behind,
  })
}

function isClosing(passage: Passage, at: number): boolean {
  return (passage.markOf[at] as number) >= 0
}

function endsAside(passage: Passage, at: number, sentence: Sentence): boolean {
  if (at >= sentence.last) return true
  return /^(?:[.,;!?…)]|[–—―]|-+)$/.test((passage.tokens[at] as Token).lower)
}

/** The words before an aside, which begins behind the token `before`, and those behind it. */
function around(
  passage: Passage,
  sentence: Sentence,
  before: number,
  behind: number,
  speaker: Phrase,
  antecedent: Phrase | null,
  cue: Phrase,
): Found[] {
  const { tokens } = passage
  const found: Found[] = []
  let first = sentence.first
  while (first < before && /^(?:and|but|so|yet|still)$/.test((tokens[first] as Token).lower)) first += 1
  const verbBefore = hasVerb(passage, first, before)
  if (before - first >= 3 && (verbBefore || isVerb(tokens[behind + 1])) && tokens[first]?.tag !== 'SCONJ') {
    found.push({ first, last: before, speaker, antecedent, cue })
  }
  if (tokens[behind]?.lower !== ',' || behind + 3 >= sentence.last) return found
  const next = tokens[behind + 1] as Token
  if (
    /^(?:while|although|though|who|which|adding|but|whose|as|after|before|when)$/.test(next.lower) ||
    /ing$/.test(next.lower)
  )
    return found
  const end = reportedEnd(passage, behind + 1, sentence.last)
  if (end - behind > 3 && (hasVerb(passage, behind + 1, end) || !verbBefore)) {
    found.push({ first: behind + 1, last: end, speaker, antecedent, cue })
  }
  return found
}

function hasVerb(passage: Passage, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isVerb(passage.tokens[at])) return true
  return false
}

/** "According to the ministry, …" and "…, according to the ministry". */
function accordingTo(passage: Passage, sentence: Sentence, at: number): Found[] {
  const { tokens } = passage
  const end = phraseEnd(tokens, at + 2, sentence.last)
  if (end === at + 2) return []
  const speaker = { first: at + 2, last: end }
  const cue = { first: at, last: at + 2 }
  if (at - sentence.first > 2) {
    const last = tokens[at - 1]?.lower === ',' ? at - 1 : at
    return [{ first: sentence.first, last, speaker, antecedent: null, cue }]
  }
  let comma = end
  while (comma < sentence.last && tokens[comma]?.lower !== ',') comma += 1
  if (comma + 2 >= sentence.last) return []
  return [
    {
      first: comma + 1,
      last: reportedEnd(passage, comma + 1, sentence.last),
      speaker,
      antecedent: null,
      cue,
    },
  ]
}
