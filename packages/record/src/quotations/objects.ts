import type { Passage } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import { type Place, reportedEnd } from './clause-ends.ts'
import { behindAdverbs, isDay, isNominal, isVerb, type Phrase, phraseEnd } from './phrases.ts'

/** How far words in marks, or an infinitive, may stand behind their verb. */
const FARTHEST = 40

/**
 * Words in marks that a verb takes as or within its object: "called it 'a mistake'". The places of the object's first
 * and behind its last token, or null where there are none.
 */
export function markedObject(passage: Passage, at: number, sentenceEnd: number): Phrase | null {
  const { tokens, markOf } = passage
  const limit = Math.min(sentenceEnd, at + FARTHEST)
  const first = tokens[at]
  if (
    first === undefined ||
    (first.tag === 'ADP' && !/^(?:for|about|of|against)$/.test(first.lower)) ||
    first.tag === 'CCONJ' ||
    first.tag === 'SCONJ'
  )
    return null
  let place = at
  while (place < limit && markOf[place] === -1) {
    if (endsBeforeMark(tokens, place, at)) return null
    place += 1
  }
  return place >= limit ? null : { first: at, last: objectEnd(passage, place, sentenceEnd) }
}

/** Whether an object that begins at `from` cannot go on at a place, so that words in marks further on are not part of it. */
function endsBeforeMark(tokens: readonly Token[], at: number, from: number): boolean {
  const { lower, tag } = tokens[at] as Token
  if (/^[;:.]$/.test(lower)) return true
  if (lower === ',') return at === from || !isApposition(tokens, at)
  if (tag === 'SCONJ' && !/^(?:that|as|than|whether|how|where)$/.test(lower)) return true
  if (lower === 'during' || (tag === 'CCONJ' && isVerb(tokens[behindAdverbs(tokens, at + 1, tokens.length)])))
    return true
  if (lower === 'that') return at === from
  if (tag !== 'AUX' || /^(?:be|being|been|having)$/.test(lower)) return false
  for (let place = at - 1; place > from; place -= 1) {
    if (/^(?:that|which|who|whose|where|what)$/.test((tokens[place] as Token).lower)) return false
  }
  return true
}

/** ", the chief of staff," between the parts of an object. */
function isApposition(tokens: readonly Token[], comma: number): boolean {
  const end = phraseEnd(tokens, comma + 1, tokens.length)
  return end > comma + 1 && isNominal(tokens[comma - 1]) && tokens[end]?.lower === ','
}

/** Where an object ends whose words in marks begin at a place. */
function objectEnd(passage: Passage, mark: number, limit: number): number {
  const { tokens, markOf } = passage
  let end = mark
  for (;;) {
    while (end < limit && markOf[end] !== -1) end += 1
    if (endsWithComma(tokens, end - 1)) return end
    let next = end
    while (next < limit && markOf[next] === -1 && !endsObject(tokens, next)) next += 1
    if (next >= limit || markOf[next] === -1) return next
    end = next
  }
}

function endsObject(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (/^[,;:.()]$/.test(token.lower) || /^(?:[–—―]|-+)$/.test(token.lower)) return true
  if (token.tag === 'CCONJ')
    return isVerb(tokens[behindAdverbs(tokens, at + 1, tokens.length)]) || token.lower === 'but'
  if (token.tag === 'ADP' && isDay(tokens[at + 1])) return true
  return isDay(token) || /^(?:after|while|as|when|before|if|during)$/.test(token.lower)
}

function endsWithComma(tokens: readonly Token[], mark: number): boolean {
  return /^[,.]$/.test(tokens[mark - 1]?.lower ?? '')
}

/** What was said as the object of its verb, without marks: "cited the cost of gas"; null where it has under four words. */
export function plainObject(passage: Passage, at: number, sentenceEnd: number, place: Place): Phrase | null {
  const { tokens } = passage
  const end = phraseEnd(tokens, at, sentenceEnd)
  if (end === at) return null
  const last = reportedEnd(passage, at, sentenceEnd, place)
  return last - at > 3 ? { first: at, last } : null
}

/** "urged them to go": where the infinitive begins behind the person; -1 for none. */
export function infinitiveStart(passage: Passage, at: number, limit: number): number {
  const { tokens } = passage
  let place = phraseEnd(tokens, at, Math.min(limit, at + FARTHEST))
  if (place === at) return -1
  if (/^(?:not|never)$/.test(tokens[place]?.lower ?? '')) place += 1
  return tokens[place]?.lower === 'to' && tokens[place]?.tag === 'PART' && place + 2 < limit ? place : -1
}
