import type { Tag, Token } from '../text/tokens.ts'

/** A run of tokens: the place of the first, and the place behind the last. */
export interface Phrase {
  readonly first: number
  readonly last: number
}

/** No phrase of a real text is longer, and hostile ones cost no more than this at a time. */
const FARTHEST = 60

const inside: ReadonlySet<Tag> = new Set<Tag>(['NOUN', 'PROPN', 'ADJ', 'NUM'])
const subjects = new Set(
  'i you he she it we they who which someone everyone nobody somebody everybody anyone that this these those there some many most others all both each several few neither none another'.split(
    ' ',
  ),
)
const relatives = new Set(['who', 'which', 'that', 'whom', 'whose', 'where'])
const days = 'monday tuesday wednesday thursday friday saturday sunday'
const moments = new Set(
  `${days} mondays yesterday today tomorrow tonight week month year day morning afternoon evening night weekend
   january february march april june july august september october november december jan. feb. aug. sept. oct. nov. dec.
   decade hour minute moment time weeks months years days hours minutes summer spring fall autumn winter season noon midnight then`.split(
    /\s+/,
  ),
)
/** Moments that are names where they begin with a capital letter: "Time", "Spring". */
const commonMoment = new Set(['time', 'spring', 'fall', 'winter', 'summer', 'moment', 'season', 'may'])
const dayNames = new Set(days.split(' '))

/** Whether the token is a noun, a name, or a word that describes one. */
export function isNominal(token: Token | undefined): boolean {
  return token !== undefined && inside.has(token.tag)
}

/** Whether the token can stand for a speaker by itself, as "he" can. */
export function isSubjectWord(token: Token | undefined): boolean {
  return token !== undefined && subjects.has(token.lower)
}

/** "if you cannot name it, write": what stands before a verb in its base form, and is one thing, is not its subject. */
export function disagrees(tokens: readonly Token[], subject: number, base: boolean): boolean {
  return base && /^(?:he|she|it|this|none)$/.test((tokens[subject] as Token).lower)
}

/** Whether a subject that begins there is nobody, or nobody in particular: "nothing says", "no paper has", "whoever wrote". */
export function isNobody(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] as Token
  return lower === 'no' ? tokens[at + 1]?.tag !== 'NUM' : nobodies.has(lower)
}

const nobodies = new Set('nobody noone nothing none neither whoever whatever whichever'.split(' '))

/** Whether the token begins a relative clause. */
export function isRelative(token: Token | undefined): boolean {
  return token !== undefined && relatives.has(token.lower)
}

/** Whether the token names a time: "Thursday", "week". */
export function isMoment(token: Token | undefined): boolean {
  return token !== undefined && moments.has(token.lower) && (!token.capital || !commonMoment.has(token.lower))
}

/** Whether the token names a day of the week, which stands without a preposition: "said Thursday". */
export function isDay(token: Token | undefined): boolean {
  return token !== undefined && dayNames.has(token.lower)
}

/** Whether a verb stands there, or an auxiliary. */
export function isVerb(token: Token | undefined): boolean {
  return token !== undefined && (token.tag === 'VERB' || token.tag === 'AUX')
}

/** The first place from which no adverb or particle stands. */
export function behindAdverbs(tokens: readonly Token[], from: number, limit: number): number {
  let at = from
  while (at < limit && /^(?:ADV|PART)$/.test((tokens[at] as Token).tag) && tokens[at]?.lower !== 'to') at += 1
  return at
}

/** The place behind the noun phrase that begins at a token, with what is attached to it by prepositions; the place itself for none. */
export function phraseEnd(tokens: readonly Token[], at: number, limit: number): number {
  const stop = Math.min(limit, at + FARTHEST)
  let end = plainEnd(tokens, at, stop)
  if (end === at) return at
  for (;;) {
    const further = attachedEnd(tokens, end, stop)
    if (further <= end) return end
    end = further
  }
}

/** The place behind what is attached to a noun phrase that ends before `end`; `end` itself for nothing. */
function attachedEnd(tokens: readonly Token[], end: number, stop: number): number {
  const next = tokens[end]
  if (next === undefined || end >= stop) return end
  if (next.lower === '(') return closingBracket(tokens, end, stop)
  if (next.tag !== 'ADP' && (next.tag !== 'CCONJ' || next.lower === 'but')) return end
  const further = plainEnd(tokens, end + 1, stop)
  return further > end + 1 ? further : end
}

/** A noun phrase without anything attached: "the former governor 's aide". */
function plainEnd(tokens: readonly Token[], at: number, limit: number): number {
  const first = tokens[at]
  if (first === undefined || at >= limit) return at
  if (first.tag === 'PRON') return at + 1
  let end = at
  let nouns = 0
  while (end < limit) {
    const token = tokens[end] as Token
    if (isNominal(token)) nouns += 1
    else if (isPossessive(tokens, end)) nouns = 0
    else if (nouns === 0 && end > at && describes(tokens, end)) nouns = 0
    else if (nouns > 0 && isGerundAtEnd(tokens, end)) nouns += 1
    else if (token.tag !== 'DET' && !(token.tag === 'ADV' && nouns === 0)) break
    else if (token.tag === 'DET' && nouns > 0) break
    end += 1
  }
  if (nouns === 0 && end > at && first.tag === 'DET' && first.lower !== 'the' && first.lower !== 'a')
    return at + 1
  return nouns > 0 ? end : at
}

/** "'s", and the mark of "the players' union". */
function isPossessive(tokens: readonly Token[], at: number): boolean {
  const { lower, tag } = tokens[at] as Token
  if (lower === "'s") return tag === 'PART'
  return lower === "'" && tokens[at - 1]?.lower.endsWith('s') === true && isNominal(tokens[at + 1])
}

/** Nouns in "-ing" for where something is said. */
const gatherings = new Set(
  'meeting hearing briefing gathering filing posting ruling opening reading sitting'.split(' '),
)

/** "the committee hearing,": a noun in "-ing" where the phrase ends. */
function isGerundAtEnd(tokens: readonly Token[], at: number): boolean {
  const { lower, tag } = tokens[at] as Token
  if (tag !== 'VERB' || !lower.endsWith('ing') || (tokens[at - 1] as Token).tag !== 'NOUN') return false
  return tokens[at + 1]?.tag === 'PUNCT' || gatherings.has(lower)
}

/** "a retired nurse", "the growing list": a participle before a noun. */
function describes(tokens: readonly Token[], at: number): boolean {
  const { lower, tag } = tokens[at] as Token
  return tag === 'VERB' && /(?:ed|ing)$/.test(lower) && isNominal(tokens[at + 1])
}

/** The place behind the bracket that closes the one at `open`; `open` where none does. */
function closingBracket(tokens: readonly Token[], open: number, limit: number): number {
  for (let at = open + 1; at < limit; at += 1) if ((tokens[at] as Token).lower === ')') return at + 1
  return open
}

/**
 * The noun phrase that ends right before a place, not reaching back before `from`: with what prepositions, brackets,
 * relative clauses and "and" attach to it. Null where no noun stands there.
 */
export function phraseBefore(tokens: readonly Token[], end: number, from: number): Phrase | null {
  const least = Math.max(from, end - FARTHEST)
  let first = plainStart(tokens, end, least)
  if (first === end) return null
  for (;;) {
    const stop = attachedBefore(tokens, first, least)
    const further = plainStart(tokens, stop, least)
    if (stop === first || further === stop) return { first, last: end }
    first = further
  }
}

/** Where the plain noun phrase begins that ends before a place; the place itself for none. */
function plainStart(tokens: readonly Token[], end: number, least: number): number {
  let at = end
  if (tokens[at - 1]?.lower === ')') at = openingBracket(tokens, at, least)
  const bare = at
  if (
    at > least &&
    /^(?:himself|herself|themselves|itself|all|both|each|alike)$/.test((tokens[at - 1] as Token).lower)
  )
    at -= 1
  const last = tokens[at - 1]
  if (at > least && last?.tag === 'PRON') return at - 1
  let nouns = 0
  while (at > least) {
    const token = tokens[at - 1] as Token
    if (nouns > 0 && isMoment(token) && !isMoment(tokens[at]) && tokens[at]?.lower !== "'s") break
    if (isNominal(token)) nouns += 1
    else if (nouns > 0 && isPossessive(tokens, at - 1)) nouns += 1
    else if (nouns > 0 && at - 2 >= least && describes(tokens, at - 1) && tokens[at - 2]?.tag === 'DET')
      nouns += 1
    else if (token.tag === 'DET' && nouns > 0 && /^(?:which|what|whose)$/.test(token.lower)) return at
    else if (token.tag === 'DET')
      return nouns > 0 || subjects.has(token.lower) ? determinersBefore(tokens, at - 1, least) : bare
    else if (!(token.tag === 'ADV' && nouns > 0 && tokens[at - 2]?.tag === 'DET')) break
    at -= 1
  }
  return nouns > 0 ? at : at < bare ? at : end
}

/** "all of the", "the two": further determiners, and the owner of what they determine. */
function determinersBefore(tokens: readonly Token[], at: number, least: number): number {
  let start = at
  while (start > least && (tokens[start - 1] as Token).tag === 'DET' && !isRelative(tokens[start - 1]))
    start -= 1
  return start
}

function openingBracket(tokens: readonly Token[], end: number, least: number): number {
  for (let at = end - 2; at >= least; at -= 1) if ((tokens[at] as Token).lower === '(') return at
  return end
}

/** Where the phrase must end that this one is attached to; `start` where it is attached to none. */
function attachedBefore(tokens: readonly Token[], start: number, least: number): number {
  const before = tokens[start - 1]
  if (before === undefined || start <= least) return start
  if (before.tag === 'ADP' && start - 1 > least) {
    const held = tokens[start - 2] as Token
    if (isNominal(held) || held.lower === ')' || held.tag === 'PRON') return start - 1
    if (held.tag === 'VERB' && isNominal(tokens[start - 3])) return start - 2
    if (held.tag === 'DET' && subjects.has(held.lower)) return start - 1
  }
  if (before.tag === 'CCONJ' && before.lower !== 'but') return joinedBefore(tokens, start, least)
  if (before.tag === 'VERB' || before.tag === 'AUX' || before.tag === 'ADP')
    return relativeBefore(tokens, start, least)
  return start
}

/** "Brown and Menendez": joined unless what stands before is the object of a verb, so that "and" joins two clauses. */
function joinedBefore(tokens: readonly Token[], start: number, least: number): number {
  const other = plainStart(tokens, start - 1, least)
  if (other === start - 1) return start
  const before = tokens[other - 1]
  if (other <= least || before === undefined) return start - 1
  return before.tag === 'PUNCT' || before.tag === 'SCONJ' || before.tag === 'CCONJ' ? start - 1 : start
}

/** "Others who have asked for more troops": passes over a relative clause without commas. */
function relativeBefore(tokens: readonly Token[], start: number, least: number): number {
  for (let at = start - 1; at > least; at -= 1) {
    const token = tokens[at] as Token
    if (token.tag === 'PUNCT' || token.tag === 'CCONJ') return start
    if (token.lower === 'who' || token.lower === 'which')
      return isNominal(tokens[at - 1]) || isSubjectWord(tokens[at - 1]) ? at : start
    if (token.tag === 'SCONJ') return start
  }
  return start
}
