import type { Token } from '../text/tokens.ts'
import type { Cue } from './cues.ts'
import { isMoment, isNominal, isRelative, isVerb, type Phrase, phraseBefore, phraseEnd } from './phrases.ts'
import { isBreak, isDash, sharedSubject } from './shared-subjects.ts'

/** A verb with its auxiliaries, adverbs and the verbs that lead up to it: "has repeatedly declined to say". */
export interface VerbGroup extends Phrase {
  /** The place of the verb itself. */
  readonly verb: number
  readonly negated: boolean
  /** `finite`; `ing`: "saying" by itself; `infinitive`: "to say" by itself; `passive`: "was said". */
  readonly kind: 'finite' | 'ing' | 'infinitive' | 'passive'
}

/** Whether a verb stands in its base form, without "did" or "will" before it. */
export function isBare({ form }: Cue, { first, verb }: VerbGroup): boolean {
  return form === 'base' && first === verb
}

/** Who does what a verb says. */
export interface Subject extends Phrase {
  /** For "who" and "which": the noun phrase that they stand for. */
  readonly antecedent: Phrase | null
}

/** A noun phrase as a subject that stands for nothing but itself. */
export function plainSubject({ first, last }: Phrase): Subject {
  return { first, last, antecedent: null }
}

const negations = new Set(["n't", 'not', 'never', 'nor', 'neither'])
const copulas = new Set([
  "'s",
  "'re",
  "'m",
  'am',
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  'get',
  'got',
])
/** Verbs that lead up to an infinitive without changing who speaks. */
const leading = new Set(
  `continue continues continued go goes went seem seems seemed appear appears appeared begin begins began start starts
   started decline declines declined refuse refuses refused want wants wanted try tries tried keep keeps kept like likes liked have has had quick yet used hope hopes hoped fail fails failed come came prefer dare hasten
   hastened going took rush rushed chose`.split(/\s+/),
)

/** The verb group around a verb, not reaching back before `from`. */
export function verbGroupAt(tokens: readonly Token[], verb: number, from: number): VerbGroup {
  let first = verb
  let negated = false
  let leads = false
  while (first > from) {
    const before = tokens[first - 1] as Token
    const adverb = before.tag === 'ADV' || negations.has(before.lower)
    const led = tokens[first]?.lower === 'to' && leading.has(before.lower)
    if (
      !adverb &&
      before.tag !== 'AUX' &&
      before.lower !== 'to' &&
      !led &&
      !(before.lower === 'on' && tokens[first]?.lower === 'to') &&
      !(tokens[first]?.lower === 'on' && /^(?:go|goes|went|going)$/.test(before.lower))
    )
      break
    if (negations.has(before.lower)) negated = true
    if (led || before.lower === 'on') leads = true
    first -= 1
  }
  while (
    first < verb &&
    tokens[first]?.tag === 'ADV' &&
    /^(?:here|ago|today|yesterday|now|away|back|ahead)$/.test((tokens[first] as Token).lower)
  )
    first += 1
  return { first, last: verb + 1, verb, negated, kind: kindOf(tokens, first, verb, leads) }
}

function kindOf(tokens: readonly Token[], first: number, verb: number, leads: boolean): VerbGroup['kind'] {
  let copula = false
  let auxiliary = false
  let at = first
  for (; at < verb; at += 1) {
    const { lower, tag } = tokens[at] as Token
    if (copulas.has(lower)) copula = true
    if (tag === 'AUX') auxiliary = true
  }
  const word = (tokens[verb] as Token).lower
  if (word.endsWith('ing')) return copula || leads ? 'finite' : 'ing'
  if (copula && !leads && !(tokens[verb - 1]?.lower === 'to'))
    return tokens[first]?.lower === "'s" ? 'finite' : 'passive'
  return !auxiliary && !leads && tokens[first]?.lower === 'to' ? 'infinitive' : 'finite'
}

/**
 * Who does what the verb group of a sentence says, with the sentence beginning at `from`: beside the verb, across an
 * apposition or a relative clause, or shared with an earlier verb ("said X and added Y"). Null where it is not clear.
 */
export function subjectOf(tokens: readonly Token[], group: VerbGroup, from: number): Subject | null {
  const end = behindCircumstances(tokens, group.first, from)
  const before = tokens[end - 1]
  if (before === undefined || end <= from) return null
  if (group.kind === 'ing') return before.lower === 'that' ? null : participleSubject(tokens, end, from)
  if (group.kind === 'passive') return null
  if (before.tag === 'CCONJ' || before.lower === 'then') return shared(tokens, end - 1, from)
  if (isRelative(before)) return relativeSubject(tokens, end - 1, from)
  if (before.lower === ',')
    return isJoint(tokens, end, from) ?? acrossCommas(tokens, end - 1, from) ?? shared(tokens, end - 1, from)
  if (isDash(before)) return acrossDashes(tokens, end - 1, from)
  return besideVerb(tokens, end, from)
}

/** "The council on Friday said", "the bank just this month said": the place behind the subject, before what says when. */
function behindCircumstances(tokens: readonly Token[], end: number, from: number): number {
  let at = end
  while (at > from && (tokens[at - 1] as Token).tag === 'ADV' && tokens[at - 1]?.lower !== 'then') at -= 1
  if (tokens[at - 1]?.lower === 'but' && tokens[at - 2]?.lower === 'all') at -= 2
  const moment = at
  while (at > from && isMoment(tokens[at - 1])) at -= 1
  if (at === moment) return at
  while (
    at > from &&
    /^(?:this|last|next|the|each|every|earlier|late|early|just|on|in)$/.test((tokens[at - 1] as Token).lower)
  )
    at -= 1
  if (at <= from || tokens[at - 1]?.lower === ',' || tokens[at - 1]?.tag === 'ADP') return moment
  return tokens[at - 1]?.tag === 'VERB' && isNominal(tokens[at - 2]) ? at - 1 : at
}

function shared(tokens: readonly Token[], at: number, from: number): Subject | null {
  const phrase = sharedSubject(tokens, at, from)
  return phrase && plainSubject(phrase)
}

function besideVerb(tokens: readonly Token[], end: number, from: number): Subject | null {
  const phrase = phraseBefore(tokens, end, from)
  if (phrase === null || (isMoment(tokens[phrase.last - 1]) && phrase.last - phrase.first < 3)) return null
  return plainSubject(phrase)
}

/** "…, and then said": a comma between two verbs of one subject is not an apposition. */
function isJoint(tokens: readonly Token[], end: number, from: number): Subject | null {
  const before = tokens[end - 2]
  return before?.tag === 'CCONJ' ? shared(tokens, end - 2, from) : null
}

/** "who said": the subject is "who", and the noun before it says who that is. */
function relativeSubject(tokens: readonly Token[], at: number, from: number): Subject | null {
  const word = tokens[at] as Token
  const end = tokens[at - 1]?.lower === ',' ? at - 1 : at
  const antecedent = phraseBefore(tokens, end, from)
  if (word.lower === 'that' && antecedent === null) return null
  if (word.lower === 'where' || word.lower === 'whom' || word.lower === 'whose') return null
  return { first: at, last: at + 1, antecedent }
}

function acrossDashes(tokens: readonly Token[], dash: number, from: number): Subject | null {
  for (let at = dash - 1; at > from && dash - at < 40; at -= 1) {
    if (isDash(tokens[at])) return besideVerb(tokens, at, from)
  }
  return null
}

/** "John Brown, a lawyer from Ohio, who is 30, said": the leftmost noun phrase with nothing but insertions behind it. */
function acrossCommas(tokens: readonly Token[], comma: number, from: number): Subject | null {
  const least = Math.max(from, comma - 60)
  let core: Subject | null = null
  let end = comma
  while (end > least) {
    let start = end
    while (start > least && !isBreak(tokens[start - 1] as Token)) start -= 1
    const found = coreOf(tokens, start, end, core === null)
    if (found !== null) core = found
    if (start <= least || tokens[start - 1]?.lower !== ',') break
    const relative = isInsertion(tokens, start, end) ? start : relativeStart(tokens, start, least)
    if (relative < 0) break
    end = relative - 1
  }
  return core
}

/** ", whose town, Rye, is flooded,": where a relative clause begins that has commas of its own; -1 for none. */
function relativeStart(tokens: readonly Token[], start: number, least: number): number {
  for (let at = start - 1; at > least; at -= 1) {
    if (tokens[at - 1]?.lower === ',' && /^(?:who|whose|which|where)$/.test((tokens[at] as Token).lower))
      return at
    if ((tokens[at] as Token).lower === ';') return -1
  }
  return -1
}

/** A stretch between commas that is, or ends with, a noun phrase that can be a subject. */
function coreOf(tokens: readonly Token[], start: number, end: number, alone: boolean): Subject | null {
  const phrase = phraseBefore(tokens, end, start)
  if (phrase === null || isMoment(tokens[end - 1])) return null
  let first = start
  while (first < phrase.first && /^(?:CCONJ|SCONJ|ADV)$/.test((tokens[first] as Token).tag)) first += 1
  const opener = tokens[phrase.first - 1]
  const inner = phrase.first > start && (opener?.tag === 'SCONJ' || isVerb(opener))
  const begins = first === phrase.first || (alone && inner && !isAside(tokens[start] as Token))
  if (!begins || isRelative(tokens[phrase.first])) return null
  return plainSubject(phrase)
}

/** What begins a relative clause, a circumstance or a participle, which has no subject of the verb behind it. */
function isAside(first: Token): boolean {
  if (isRelative(first) || /^(?:whose|whom)$/.test(first.lower)) return true
  return first.tag === 'ADP' || (first.tag === 'VERB' && /(?:ing|ed)$/.test(first.lower))
}

/** Whether a stretch between commas can stand between a subject and its verb. */
function isInsertion(tokens: readonly Token[], start: number, end: number): boolean {
  const first = tokens[start]
  if (first === undefined || start >= end) return false
  if (first.tag === 'CCONJ') return false
  if (isAside(first) || first.tag === 'SCONJ' || first.tag === 'ADV') return true
  return phraseEnd(tokens, start, end) > start && !isVerb(tokens[phraseEnd(tokens, start, end)])
}

/** "Trump, …, saying" and "an aide saying": whose participle it is. */
function participleSubject(tokens: readonly Token[], end: number, from: number): Subject | null {
  const before = tokens[end - 1] as Token
  if (before.lower !== ',' && before.tag !== 'ADP' && before.tag !== 'CCONJ' && !isDash(before)) {
    const beside = besideVerb(tokens, end, from)
    const opener = beside && tokens[beside.first - 1]
    if (beside && (beside.first <= from || opener?.lower === 'with' || opener?.lower === ',')) return beside
  }
  // A closing mark must be seen to be passed over.
  return shared(tokens, /^[”"»]$/.test(before.lower) ? end : end - 1, from)
}
