import type { Cue } from './cues.ts'
import type { Passage } from './passage.ts'
import { isDay, isMoment, isSubjectWord, isVerb, phraseEnd } from './phrases.ts'
import type { Token } from './tokens.ts'

const questions = new Set(['whether', 'if', 'how', 'why', 'what', 'who', 'when', 'where', 'which'])
const openers = new Set([
  'if',
  'when',
  'although',
  'though',
  'because',
  'while',
  'since',
  'as',
  'once',
  'unless',
  'after',
  'before',
  'until',
])
/** What stands as a whole answer or points back: "said so". */
const answers = new Set([
  'so',
  'nothing',
  'something',
  'much',
  'little',
  'no',
  'yes',
  'anything',
  'hello',
  'goodbye',
])
const FARTHEST = 40

/**
 * Where the reported clause begins behind a reporting verb, which ends before `at`: over the person spoken to, the time
 * and the occasion. -1 where no clause follows.
 */
export function complementStart(passage: Passage, cue: Cue, at: number, sentenceEnd: number): number {
  const { tokens } = passage
  const limit = Math.min(sentenceEnd, at + FARTHEST)
  let place = at
  if (cue.person) {
    const behind = personEnd(passage, cue, at, limit)
    if (behind > at) {
      const start = startAt(passage, cue, behind, sentenceEnd, false)
      if (start >= 0) return start
      place = behind
    }
  }
  for (let rounds = 0; rounds < 6 && place < limit; rounds += 1) {
    const start = startAt(passage, cue, place, sentenceEnd, place === at)
    if (start >= 0) return start
    const behind = adjunctEnd(tokens, place, limit)
    if (behind === place) break
    place = behind
  }
  return thatBehindComma(tokens, place, limit)
}

/** The place behind the person spoken to: "told reporters"; the place itself for none. */
function personEnd(passage: Passage, cue: Cue, at: number, limit: number): number {
  const { tokens } = passage
  const end = phraseEnd(tokens, at, limit)
  if (end === at || passage.markOf[at] !== -1) return at
  const first = tokens[at] as Token
  if (/^(?:he|she|they|we|i|there|this|that|these|those)$/.test(first.lower) && cue.verb !== 'tell') return at
  return isVerb(tokens[end]) && cue.verb !== 'tell' ? at : end
}

/** Whether the clause begins right here: its first word's place, "that" left out; -1 if not. */
function startAt(passage: Passage, cue: Cue, at: number, limit: number, beside: boolean): number {
  const { tokens } = passage
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined || next === undefined || at + 1 >= limit) return -1
  if (token.lower === 'that' && cue.clause !== 'none') return isVerb(next) ? at : at + 1
  if (questions.has(token.lower) && (cue.question || cue.clause !== 'none')) {
    return token.lower === 'who' && !beside ? -1 : at
  }
  if (cue.clause !== 'free' || answers.has(token.lower)) return -1
  return beginsClause(passage, at, limit, beside && !cue.question) ? at : -1
}

/** Whether a clause without "that" begins here: a noun phrase and its verb, or what comes before these. */
function beginsClause(passage: Passage, at: number, limit: number, loose: boolean): boolean {
  const { tokens } = passage
  const token = tokens[at] as Token
  if (isDay(token) || (isMoment(token) && !loose)) return false
  if (token.tag === 'ADP' || token.tag === 'PUNCT')
    return token.tag === 'PUNCT' && (passage.markOf[at] as number) >= 0
  if (openers.has(token.lower) || token.lower === 'there') return verbWithin(tokens, at + 1, limit)
  let first = at
  while (first < limit && (tokens[first] as Token).tag === 'ADV') first += 1
  const end = phraseEnd(tokens, first, limit)
  if (end === first) return false
  if (isVerb(tokens[behindAdverbs(tokens, end, limit)])) return true
  return (loose || isSubjectWord(token)) && verbWithin(tokens, end, limit)
}

function behindAdverbs(tokens: readonly Token[], from: number, limit: number): number {
  let at = from
  while (at < limit && /^(?:ADV|PART)$/.test((tokens[at] as Token).tag)) at += 1
  return at
}

function verbWithin(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let at = from; at < limit; at += 1) if (isVerb(tokens[at])) return true
  return false
}

/** The place behind a time, an adverb or an occasion: "Thursday", "in an interview"; the place itself for none. */
export function adjunctEnd(tokens: readonly Token[], at: number, limit: number): number {
  const token = tokens[at]
  if (token === undefined || at >= limit) return at
  if (isDay(token)) return at + 1
  if (token.tag === 'ADV') return at + 1
  if (/^(?:this|last|next|earlier|late|early)$/.test(token.lower) && isMoment(tokens[at + 1])) return at + 2
  if (token.tag !== 'ADP' && !/^(?:during|after|before)$/.test(token.lower)) return at
  if (isDay(tokens[at + 1])) return at + 2
  const end = phraseEnd(tokens, at + 1, limit)
  return end > at + 1 ? end : at
}

/** "said in a statement, released on Friday, that": only "that" tells that the clause is still to come. */
function thatBehindComma(tokens: readonly Token[], at: number, limit: number): number {
  if (tokens[at]?.lower !== ',') return -1
  for (let place = at + 1; place < limit - 1; place += 1) {
    if (tokens[place]?.lower === ',' && tokens[place + 1]?.lower === 'that') return place + 2
  }
  return -1
}
