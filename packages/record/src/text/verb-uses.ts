import type { Cue } from '../quotations/cues.ts'
import type { Sentence } from './sentences.ts'
import type { Token } from './tokens.ts'

/** Forms that are verbs wherever they stand. */
const always = new Set([
  'said',
  'says',
  'told',
  'tells',
  'wrote',
  'writes',
  'argues',
  'insists',
  'asserts',
  'contends',
])
/** Words before a base form that are its subject, or lead up to it. */
const plurals = new Set(
  `i you we they who which that people police media some many most others both all few several men women critics also
   whom n't not never then to do does did will would can could may might must should 'll 'd still have`.split(
    /\s+/,
  ),
)
const headline = new Set(['says', 'said', 'say'])

/** "reports" and "claims" can be nouns, "reported" an adjective: whether a reporting verb is a verb where it stands. */
export function isUsedAsVerb(tokens: readonly Token[], at: number, cue: Cue, sentence: Sentence): boolean {
  const before = at > sentence.first ? tokens[at - 1] : undefined
  const word = tokens[at] as Token
  if (before === undefined) return cue.form === 'ing' && !cue.object
  if (word.capital) return headline.has(word.lower) && before.tag !== 'PUNCT'
  if (before.lower === "'s" && before.tag === 'PART') return always.has(word.lower)
  if (before.lower === '-' || before.lower === '<' || before.lower === '/') return false
  if (always.has(word.lower)) return before.tag !== 'DET' || plurals.has(before.lower)
  if (before.tag === 'ADP') return cue.form === 'ing'
  if (cue.form === 'base') return isBaseVerb(tokens, at, sentence.first)
  if (before.lower === 'worth') return false
  if (cue.form === 'present' && (before.tag === 'AUX' || (cue.particle === '' && isNounBefore(tokens, at))))
    return false
  if (/^(?:who|which|that|what)$/.test(before.lower)) return true
  if (before.tag === 'ADJ' && tokens[at + 1]?.lower === 'that') return tokens[at - 2]?.tag !== 'DET'
  if (before.tag === 'DET' && !plurals.has(before.lower)) return false
  if (before.tag === 'DET' || before.tag === 'ADJ' || before.tag === 'NUM') {
    return cue.form === 'past' && tokens[at + 1]?.tag !== 'NOUN'
  }
  return true
}

/** "protests in town", "states with few voters": what could be a plural noun is one before a preposition. */
function isNounBefore(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return next?.tag === 'ADP' && !/^(?:in|on|to|at)$/.test(next.lower)
    ? true
    : next?.tag === 'ADP' && (tokens[at - 1] as Token).tag !== 'PROPN'
}

function isBaseVerb(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens[at - 1] as Token
  const { lower, tag } = tokens[at] as Token
  if (before.tag === 'ADV' && isImperative(tokens, at, from)) return false
  if (lower === 'state' && before.tag === 'DET') return false
  if (plurals.has(before.lower) || before.tag === 'ADV' || before.tag === 'AUX') return true
  if (lower === 'say' || lower === 'insist') return before.tag !== 'DET'
  if (before.lower === ')' || before.lower === ',') return tag === 'VERB'
  const reports = tokens[at + 1]?.lower === 'that'
  if (before.tag === 'PROPN' || before.tag === 'PRON' || before.tag === 'CCONJ') return reports
  if (lower === 'state') return false
  return (
    before.tag === 'NOUN' &&
    before.lower !== 'news' &&
    (tag === 'VERB' || reports || tokens[at + 1]?.tag === 'ADV') &&
    /[^s]s$/.test(before.lower)
  )
}

/** "Now tell us": nothing but adverbs stands before the verb. */
function isImperative(tokens: readonly Token[], at: number, from: number): boolean {
  let first = at
  while (first > from && (tokens[first - 1] as Token).tag === 'ADV') first -= 1
  return first === from
}
