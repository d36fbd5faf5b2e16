import { isSpace } from '../text/characters.ts'
import type { Passage } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import { cueOf } from './cues.ts'
import { behindAdverbs, isNominal, isSubjectWord, isVerb, phraseEnd } from './phrases.ts'

/** Words that bring the writer's own words back behind a comma. */
const turns = new Set(['but', 'while', 'although', 'though', 'whereas', 'yet'])
/** Participles that mostly do not report where they follow a comma: "…, beginning in May". */
const goingOn = new Set('begin continue offer raise address cast hold state'.split(' ')).add('start off')
/** Participles of what came of somebody's words, which the writer tells: "…, drawing laughter". */
const outcomes = new Set(
  'drawing prompting sparking surpassing linking triggering provoking earning'.split(' '),
)
/** Nouns by which the writer takes up what was said: "…, a charge that the board denies". */
const takenUp = new Set(
  `charge claim allegation accusation assertion comment remark reference argument suggestion position view fact figure
   promise pledge offer decision proposal threat demand request warning prediction move step stance proportion contention reversal`.split(
    /\s+/,
  ),
)

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
      if (depth === 0 && closesWithComma(passage, at, limit, place)) return at + 1
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
  if (end === comma + 1) return false
  if (isVerb(tokens[behindAdverbs(tokens, end, limit)])) return true
  if (tokens[end]?.lower !== ',') return false
  const further = phraseEnd(tokens, end + 1, limit)
  return (
    further > end + 1 &&
    tokens[further]?.lower === ',' &&
    isVerb(tokens[behindAdverbs(tokens, further + 1, limit)])
  )
}

/** "… were 'overblown,' adding that": the comma that ends the clause stands within the marks. */
function closesWithComma(passage: Passage, at: number, limit: number, place: Place): boolean {
  const { tokens, markOf } = passage
  if (at + 1 >= limit || markOf[at + 1] !== -1) return false
  const inner = tokens[at - 1]?.lower === "'" ? at - 2 : at - 1
  if (tokens[inner]?.lower !== ',') return false
  return endsAtComma(tokens, at, limit) || (place !== 'main' && mainClauseBehind(tokens, at, limit, place))
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
  if (isDash(passage, at)) return isRemark(tokens, at + 1, limit) && !hasDash(passage, at, limit)
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

/** Whether another dash stands in the sentence: what two of them set off belongs to the clause around it. */
function hasDash(passage: Passage, dash: number, limit: number): boolean {
  const from = Math.max(0, dash - 60)
  for (let at = dash + 1; at < Math.min(limit, dash + 60); at += 1)
    if (isDash(passage, at) && passage.markOf[at] === -1) return true
  for (let at = dash - 1; at > from && (passage.tokens[at] as Token).lower !== '.'; at -= 1) {
    if (isDash(passage, at) && passage.markOf[at] === -1) return true
  }
  return false
}

/** Whether what stands behind a dash is the writer's: "— as he does often", "— critics disagree". */
function isRemark(tokens: readonly Token[], at: number, limit: number): boolean {
  if (at >= limit) return false
  const { lower } = tokens[at] as Token
  if (/^(?:but|and|yet)$/.test(lower)) return turnsAway(tokens, at + 1, limit)
  if (/^(?:as|just|further|far|all|assuming|though|although|which|even|with|while)$/.test(lower)) return true
  const end = phraseEnd(tokens, at, limit)
  return end > at && isVerb(tokens[behindAdverbs(tokens, end, limit)])
}

function endsAtComma(tokens: readonly Token[], comma: number, limit: number): boolean {
  const next = tokens[comma + 1]
  if (next === undefined || comma + 1 >= limit) return true
  if (turns.has(next.lower))
    return next.lower === 'but' ? turnsAway(tokens, comma + 2, limit) : hasVerb(tokens, comma + 2, limit)
  if (next.lower === 'according') return true
  const cue = cueOf(next.lower, tokens[comma + 2]?.lower ?? '')
  if (cue?.form === 'ing' && !cue.thought && !goingOn.has(cue.verb)) return true
  if (next.tag === 'CCONJ') return bringsReport(tokens, comma + 2, limit)
  if (next.tag === 'AUX' && limit - comma < 6 && /\?/.test(tokens[limit - 1]?.lower ?? '')) return true
  if (cue?.form === 'past' && !cue.thought && startsReport(tokens, comma + 1)) return true
  if (next.lower === 'a' || next.lower === 'an') return takenUp.has(tokens[comma + 2]?.lower ?? '')
  return outcomes.has(next.lower) || (next.lower === 'the' && tokens[comma + 3]?.lower === 'time')
}

/** "…, called it late and said": a further verb of the same speaker. */
function startsReport(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return tokens[at]?.tag === 'VERB' && next !== undefined && /^(?:DET|PRON|PROPN|SCONJ)$/.test(next.tag)
}

/** "…, but the senator left": a new subject of its own, and not "this" or "that", which point back. */
function turnsAway(tokens: readonly Token[], at: number, limit: number): boolean {
  const first = tokens[at]
  if (first === undefined || /^(?:this|that|these|those|there)$/.test(first.lower)) return false
  const end = phraseEnd(tokens, at, limit)
  return end > at && isVerb(tokens[behindAdverbs(tokens, end, limit)])
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
