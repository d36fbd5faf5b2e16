import { type Place, reportedEnd } from './clause-ends.ts'
import { type Subject, subjectOf, type VerbGroup, verbGroupAt } from './clauses.ts'
import { adjunctEnd, complementStart, markedObject } from './complements.ts'
import { type Cue, cueOf } from './cues.ts'
import type { Passage } from './passage.ts'
import { isMoment, isNominal, isRelative, isVerb, type Phrase, phraseEnd } from './phrases.ts'
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
  if (cue === undefined || cue.thought || !isUsedAsVerb(tokens, at, cue, sentence)) return []
  const group = verbGroupAt(tokens, at, sentence.first)
  if (group.kind === 'passive' || group.kind === 'infinitive') return []
  const behind = cue.particle === '' ? group.last : group.last + 1
  const beside = besideWords(passage, sentence, cue, group, behind)
  if (beside.length > 0) return beside
  const speaker = subjectOf(tokens, group, sentence.first)
  const clause = clauseBehind(passage, sentence, cue, group, speaker, behind)
  if (clause === null) return []
  return [
    {
      ...clause,
      speaker,
      antecedent: speaker?.antecedent ?? null,
      cue: { first: group.first, last: behind },
    },
  ]
}

function clauseBehind(
  passage: Passage,
  sentence: Sentence,
  cue: Cue,
  group: VerbGroup,
  speaker: Subject | null,
  behind: number,
): Phrase | null {
  const start = complementStart(passage, cue, behind, sentence.last)
  if (start < 0) return markedObject(passage, behind, sentence.last)
  const place = placeOf(passage.tokens, group, speaker, sentence.first)
  return { first: start, last: reportedEnd(passage, start, sentence.last, place) }
}

const subordinators = new Set([
  'while',
  'if',
  'when',
  'although',
  'though',
  'as',
  'because',
  'after',
  'before',
  'since',
  'unless',
  'until',
  'once',
])

function placeOf(tokens: readonly Token[], group: VerbGroup, speaker: Subject | null, from: number): Place {
  let at = (speaker !== null && speaker.last === group.first ? speaker.first : group.first) - 1
  if (speaker !== null && isRelative(tokens[speaker.first])) return 'relative'
  while (at > from && tokens[at]?.tag === 'ADV') at -= 1
  const opener = tokens[at]
  if (opener === undefined || at < from) return 'main'
  if (subordinators.has(opener.lower)) return 'subordinate'
  return opener.tag === 'ADP' && group.kind === 'ing' ? 'subordinate' : 'main'
}

const plurals = new Set(
  "i you we they who which that people police media some many most others both all few several men women and or but also n't not never then to".split(
    ' ',
  ),
)

/** "reports" and "claims" can be nouns, "reported" an adjective: whether the word is a verb here. */
function isUsedAsVerb(tokens: readonly Token[], at: number, cue: Cue, sentence: Sentence): boolean {
  const before = at > sentence.first ? tokens[at - 1] : undefined
  const word = tokens[at] as Token
  if (before === undefined) return cue.form === 'ing'
  if (word.capital) return false
  if (before.tag === 'DET' || before.tag === 'ADJ' || before.tag === 'NUM') return plurals.has(before.lower)
  if (before.lower === "'s" && before.tag === 'PART') return false
  if (before.tag === 'ADP') return cue.form === 'ing'
  if (cue.form === 'base' && isNominal(before))
    return (
      plurals.has(before.lower) ||
      /[^s]s$/.test(before.lower) ||
      (before.capital && tokens[at - 2]?.tag === 'CCONJ')
    )
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
  if (!cue.aside || cue.clause === 'none' || group.kind !== 'finite') return []
  const opener = tokens[group.first - 1]
  if (opener === undefined || group.first <= sentence.first) return []
  if (opener.lower === ',' || isClosing(passage, group.first - 1)) {
    const end = phraseEnd(tokens, behind, sentence.last)
    if (end > behind && !isMoment(tokens[behind]) && endsAside(passage, end, sentence)) {
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
  const quotes = (passage.markOf[behind + 1] ?? -1) >= 0
  if (
    before - first >= 3 &&
    (verbBefore || isVerb(tokens[behind + 1])) &&
    tokens[first]?.tag !== 'SCONJ' &&
    !endsQuoted(passage, first, before)
  ) {
    found.push({ first, last: before, speaker, antecedent, cue })
  }
  if (tokens[behind]?.lower !== ',' || quotes || behind + 3 >= sentence.last) return found
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

/** Whether a quotation ends with its own comma before the place, so that what follows it belongs to the speaker's name. */
function endsQuoted(passage: Passage, first: number, before: number): boolean {
  const { tokens, markOf, text } = passage
  let at = before - 1
  while (at > first && markOf[at] === -1) at -= 1
  return (
    at > first &&
    at < before - 1 &&
    /[,?!][^\p{L}\d]*$/u.test(text.slice((tokens[at] as Token).start - 1, (tokens[at] as Token).end))
  )
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
