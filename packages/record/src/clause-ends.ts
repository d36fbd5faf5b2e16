import { isSpace } from './characters.ts'
import { cueOf } from './cues.ts'
import type { Passage } from './passage.ts'
import { behindAdverbs, isNominal, isSubjectWord, isVerb, phraseEnd } from './phrases.ts'
import type { Token } from './tokens.ts'

/** Words that bring the writer's own words back behind a comma. */
const turns = new Set(['but', 'while', 'although', 'though', 'whereas', 'yet'])

/**
 * Where the verb that reports stands: in a main clause; in a clause that a main clause follows ("If he says that …, they
 * will"); in a relative clause within one ("Brown, who said that …, left").
 */
export type Place = 'main' | 'subordinate' | 'relative'

/** A passage, the first token of a reported clause and the place where its sentence ends → the place behind its last token. */
export function reportedEnd(passage: Passage, start: number, limit: number, place: Place = 'main'): number {
  const { tokens, markOf } = passage
  let depth = 0
  for (let at = start; at < limit; at += 1) {
    const token = tokens[at] as Token
    if ((markOf[at] as number) >= 0) {
      if (depth === 0 && closesWithComma(passage, at, limit)) return at + 1
      continue
    }
    if (token.lower === '(' || token.lower === '[') {
      if (endsInBracket(tokens, at, limit)) return at
      depth += 1
    } else if (token.lower === ')' || token.lower === ']') {
      if (depth === 0) return at
      depth -= 1
    }
    if (depth > 0 || at === start) continue
    if (endsBefore(passage, at, limit)) return at
    if (place !== 'main' && token.lower === ',' && mainClauseBehind(tokens, at, limit, place)) return at
  }
  return limit
}

function mainClauseBehind(tokens: readonly Token[], comma: number, limit: number, place: Place): boolean {
  if (place === 'relative') return isVerb(tokens[behindAdverbs(tokens, comma + 1, limit)])
  const end = phraseEnd(tokens, comma + 1, limit)
  return end > comma + 1 && isVerb(tokens[behindAdverbs(tokens, end, limit)])
}

/** "… were 'overblown,' adding that": the comma that ends the clause stands within the marks. */
function closesWithComma(passage: Passage, at: number, limit: number): boolean {
  const { tokens, markOf } = passage
  if (at + 1 >= limit || markOf[at + 1] !== -1 || tokens[at - 1]?.lower !== ',') return false
  return endsAtComma(tokens, at, limit)
}

/** Whether a bracket that opens here closes only where the sentence ends: a remark of the writer's. */
function endsInBracket(tokens: readonly Token[], open: number, limit: number): boolean {
  for (let at = open + 1; at < limit; at += 1) {
    if ((tokens[at] as Token).lower === ')') return at >= limit - 2
  }
  return true
}

function endsBefore(passage: Passage, at: number, limit: number): boolean {
  const { tokens } = passage
  const { lower, tag } = tokens[at] as Token
  if (lower === ';') return true
  if (isDash(passage, at)) return !hasDash(passage, at + 1, limit)
  if (lower === ',') return endsAtComma(tokens, at, limit)
  if (tag === 'CCONJ' && lower !== 'or' && lower !== 'nor') return bringsReport(tokens, at + 1, limit)
  return lower === 'according' && tokens[at + 1]?.lower === 'to'
}

/** A dash between words, not the hyphen of "U.S.-led". */
function isDash(passage: Passage, at: number): boolean {
  const { lower, start, end } = passage.tokens[at] as Token
  if (/^(?:[–—―]|--+)$/.test(lower)) return true
  return lower === '-' && isSpace(passage.text, start - 1) && isSpace(passage.text, end)
}

function hasDash(passage: Passage, from: number, limit: number): boolean {
  for (let at = from; at < limit; at += 1) {
    if (isDash(passage, at) && passage.markOf[at] === -1) return true
  }
  return false
}

function endsAtComma(tokens: readonly Token[], comma: number, limit: number): boolean {
  const next = tokens[comma + 1]
  if (next === undefined || comma + 1 >= limit) return true
  if (turns.has(next.lower)) return hasVerb(tokens, comma + 2, limit)
  if (next.lower === 'according') return true
  const cue = cueOf(next.lower, tokens[comma + 2]?.lower ?? '')
  if (cue?.form === 'ing' && !cue.thought) return true
  if (next.tag === 'CCONJ') return bringsReport(tokens, comma + 2, limit)
  return false
}

function hasVerb(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let at = from; at < limit; at += 1) if (isVerb(tokens[at])) return true
  return false
}

/** Whether a verb that reports follows "and" or "but", alone or with a subject of its own: "and added that". */
function bringsReport(tokens: readonly Token[], from: number, limit: number): boolean {
  let at = from
  const subject = tokens[at]
  const end = phraseEnd(tokens, at, limit)
  if (end > at && (isSubjectWord(subject) || isNominal(tokens[end - 1]))) at = end
  while (at < limit && /^(?:ADV|AUX)$/.test((tokens[at] as Token).tag)) at += 1
  const token = tokens[at]
  if (token === undefined || at >= limit) return false
  const cue = cueOf(token.lower, tokens[at + 1]?.lower ?? '')
  if (cue === undefined || cue.thought || cue.form === 'ing' || cue.form === 'base') return false
  return cue.clause === 'free' || cue.person || cue.object
}
