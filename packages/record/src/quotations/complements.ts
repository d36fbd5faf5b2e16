import type { Passage } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { Cue } from './cues.ts'
import { behindAdverbs, isDay, isMoment, isNominal, isSubjectWord, isVerb, phraseEnd } from './phrases.ts'

const questions = new Set(['whether', 'if', 'how', 'why', 'what', 'who', 'when', 'where', 'which'])
/** Conjunctions with which a reported clause can begin, if its main clause follows behind a comma. */
const openers = new Set([
  'if',
  'when',
  'although',
  'though',
  'because',
  'since',
  'unless',
  'once',
  'even',
  'as',
  'while',
])
/** Verbs that take hardly anything but a clause, so that a verb further on is enough to tell one. */
const clausal = new Set([
  'say',
  'argue',
  'insist',
  'contend',
  'joke',
  'quip',
  'complain',
  'tell',
  'assert',
  'claim',
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
/** "said herself that" */
const reflexive = /^(?:my|your|him|her|it|our|them)sel(?:f|ves)$/
const FARTHEST = 40

/** What a clause may begin behind: the verb, the person spoken to, or a time or occasion. */
type Behind = 'verb' | 'person' | 'adjunct'

const inMarks = (passage: Passage, at: number) => (passage.markOf[at] ?? -1) >= 0

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
      const start = startAt(passage, cue, behind, sentenceEnd, 'person')
      if (start >= 0) return start
      place = behind
    }
  }
  if (
    /^(?:of|about|on)$/.test(tokens[at]?.lower ?? '') &&
    questions.has(tokens[at + 1]?.lower ?? '') &&
    cue.clause !== 'none'
  )
    return at + 1
  for (let rounds = 0; rounds < 6 && place < limit; rounds += 1) {
    const start = startAt(passage, cue, place, sentenceEnd, place === at ? 'verb' : 'adjunct')
    if (start >= 0) return start
    const behind = adjunctEnd(tokens, place, limit)
    if (behind === place) break
    place = behind
  }
  return thatBehindComma(tokens, place, limit)
}

/** Whether a clause begins right at a place behind a reporting verb. */
export function startsAtOnce(passage: Passage, cue: Cue, at: number, limit: number): boolean {
  return startAt(passage, cue, at, limit, 'adjunct') >= 0
}

/** The place behind the person spoken to: "told reporters"; the place itself for none. */
function personEnd(passage: Passage, cue: Cue, at: number, limit: number): number {
  const { tokens } = passage
  let end = cue.verb === 'tell' ? titleEnd(passage, at) : phraseEnd(tokens, at, limit)
  if (end === at) end = phraseEnd(tokens, at, limit)
  if (end === at) while (isNominal(tokens[end]) || tokens[end]?.lower === "'s") end += 1
  if (end === at || (passage.markOf[at] !== -1 && cue.verb !== 'tell')) return at
  const title = passage.markOf[end] ?? -1
  while (title >= 0 && end < limit && passage.markOf[end] === title) end += 1
  const first = tokens[at] as Token
  if (/^(?:he|she|they|we|i|there|this|that|these|those)$/.test(first.lower) && cue.verb !== 'tell') return at
  return isVerb(tokens[end]) && cue.verb !== 'tell' ? at : end
}

/** The place behind a short title in marks: "told 'Good Morning' that"; the place itself for none. */
function titleEnd(passage: Passage, at: number): number {
  const mark = passage.markOf[at] ?? -1
  let end = at
  while (mark >= 0 && passage.markOf[end] === mark) end += 1
  return end - at < 8 && passage.tokens[end]?.tag !== 'PUNCT' ? end : at
}

/** Whether the clause begins right here: its first word's place, "that" left out; -1 if not. */
function startAt(passage: Passage, cue: Cue, at: number, limit: number, behind: Behind): number {
  const { tokens } = passage
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined || next === undefined || at + 1 >= limit) return -1
  if (token.lower === 'that' && cue.clause !== 'none') {
    const plural = next.lower.endsWith('s') && (behind === 'person' || tokens[at + 2]?.tag === 'ADP')
    if (isVerb(next) && !(plural && next.tag === 'VERB')) return behind === 'verb' ? at : -1
    if (cue.form === 'ing' && next.tag === 'NOUN' && tokens[at + 2]?.lower === ',') return -1
    return hasClause(tokens, at + 1, limit) ? at + 1 : -1
  }
  if (questions.has(token.lower) && (cue.question || cue.clause !== 'none')) {
    return token.lower === 'who' && behind !== 'verb' ? -1 : at
  }
  if (cue.clause !== 'free' || isAnswer(token, next)) return -1
  return beginsClause(passage, at, limit, behind === 'verb' && clausal.has(cue.verb)) ? at : -1
}

/** "said so", "said no." */
function isAnswer(token: Token, next: Token): boolean {
  if (token.lower === 'the' && next.lower === 'least') return true
  return answers.has(token.lower) && (next.tag === 'PUNCT' || !/^(?:no|yes|anything)$/.test(token.lower))
}

/** Whether "that" opens a clause and does not point at something: "Recalling that moment, she smiled". */
function hasClause(tokens: readonly Token[], at: number, limit: number): boolean {
  if (tokens[at]?.lower === ',' && !/^(?:SCONJ|ADP|ADV)$/.test(tokens[at + 1]?.tag ?? '')) return false
  const end = phraseEnd(tokens, at, limit)
  const behind = tokens[end]
  if (behind === undefined || end >= limit || /^[.;:]$/.test(behind.lower)) return false
  return verbWithin(tokens, at, limit) || limit - end > 2
}

/** Whether a clause without "that" begins here: a noun phrase and its verb, or what comes before these. */
function beginsClause(passage: Passage, at: number, limit: number, loose: boolean): boolean {
  const { tokens } = passage
  const token = tokens[at] as Token
  if (isDay(token) || (isMoment(token) && !loose) || reflexive.test(token.lower)) return false
  if (/^(?:this|last|next|earlier|late|early)$/.test(token.lower) && isMoment(tokens[at + 1])) return false
  if (token.tag === 'ADP' || token.tag === 'PUNCT')
    return token.tag === 'PUNCT' && (passage.markOf[at] as number) >= 0
  if (token.lower === 'there') return isVerb(tokens[at + 1])
  if (openers.has(token.lower)) return clauseBehindComma(tokens, at + 1, limit)
  // "quoted it and left": an object, if no verb follows at once.
  if (token.lower === 'it' && !loose && isObject(passage, at + 1, limit)) return false
  let first = at
  while (first < limit && (tokens[first] as Token).tag === 'ADV') first += 1
  const end = phraseEnd(tokens, first, limit)
  if (end === first) return false
  const verb = behindAdverbs(tokens, end, limit)
  if (isVerb(tokens[verb]) || (inMarks(passage, verb) && isVerb(tokens[verb + 1]))) return true
  if (loose && end === first + 1 && isHeCounts(token, tokens[verb])) return true
  return (loose || (isSubjectWord(token) && end === first + 1)) && verbWithin(tokens, end, limit)
}

function isObject(passage: Passage, behind: number, limit: number): boolean {
  const at = behindAdverbs(passage.tokens, behind, limit)
  return !isVerb(passage.tokens[at]) && !inMarks(passage, at) && passage.tokens[at]?.lower !== ','
}

/** "he counts 62 entries": what could be a noun is a verb behind such a word. */
function isHeCounts({ lower }: Token, behind: Token | undefined): boolean {
  return /^(?:he|she|it)$/.test(lower) && behind?.tag === 'NOUN' && /[^s]s$/.test(behind.lower)
}

/** "if he comes, they will": whether a comma parts a subordinate clause from its main clause. */
function clauseBehindComma(tokens: readonly Token[], at: number, limit: number): boolean {
  for (let place = at; place < limit; place += 1) {
    if (tokens[place]?.lower !== ',') continue
    const end = phraseEnd(tokens, place + 1, limit)
    if (end > place + 1 && isVerb(tokens[behindAdverbs(tokens, end, limit)])) return true
  }
  return false
}

function verbWithin(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let at = from; at < limit; at += 1) if (isVerb(tokens[at])) return true
  return false
}

/** The place behind a time, an adverb or an occasion: "Thursday", "in an interview"; the place itself for none. */
export function adjunctEnd(tokens: readonly Token[], at: number, limit: number): number {
  const token = tokens[at]
  if (token === undefined || at >= limit) return at
  if (isDay(token)) return isMoment(tokens[at + 1]) ? at + 2 : at + 1
  if (token.tag === 'ADV' || reflexive.test(token.lower)) return at + 1
  if (/^(?:this|last|next|earlier|late|early)$/.test(token.lower) && isMoment(tokens[at + 1])) return at + 2
  if (token.tag !== 'ADP' && !/^(?:during|after|before)$/.test(token.lower)) return at
  if (isDay(tokens[at + 1])) return isMoment(tokens[at + 2]) ? at + 3 : at + 2
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
