import { type Subject, subjectOf, type VerbGroup, verbGroupAt } from './clauses.ts'
import { type Cue, cueOf } from './cues.ts'
import type { Frame } from './frames.ts'
import {
  isMoment,
  isNominal,
  isSubjectWord,
  isVerb,
  type Phrase,
  phraseBefore,
  phraseEnd,
} from './phrases.ts'
import type { Token } from './tokens.ts'

/** Words that say who speaks, in places of a frame's tokens. */
export interface Attribution {
  /** Who speaks; null where the words do not say. */
  readonly speaker: Phrase | null
  /** For "who" and "which": what they stand for. */
  readonly antecedent: Phrase | null
  /** The words that say that somebody spoke; null for "Judge: …". */
  readonly cue: Phrase | null
  /** Behind the last of its words. */
  readonly end: number
  /** Says that it was not said, or only supposed. */
  readonly denied: boolean
  /** Whether words stand between the verb and the stretch that may be part of what was said: "saying the group '…'". */
  readonly loose?: boolean
}

const FARTHEST = 60
const dash = /^(?:[–—―]|-+)$/

/** Whether a token is a dash. */
export function isDash(token: Token | undefined): boolean {
  return token !== undefined && dash.test(token.lower)
}

/** Words that make what follows a supposition. */
const supposing = new Set(['imagine', 'suppose', 'if', 'unless', 'pretend', 'as if'])
const modals = new Set(['would', 'could', 'might', 'should', "'d", 'can', 'may', 'must', 'will', "'ll"])

/** Behind a stretch in marks: "he said", "said Farouk, a nurse", "according to her"; null where no speaker follows. */
export function attributionAfter(frame: Frame, from: number, to: number): Attribution | null {
  const { tokens } = frame
  let at = from
  while (at < to && (tokens[at]?.lower === ',' || isDash(tokens[at]) || tokens[at]?.lower === ')')) at += 1
  if (at >= to) return null
  if (tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to') return accordingTo(frame, at, to)
  return invertedAt(frame, at, to) ?? asideFrom(frame, at, to) ?? acrossApposition(frame, at)
}

/** "Scott Pruitt, the attorney general of Oklahoma, one of the states that …, said": a name, and a verb of speech behind a comma. */
function acrossApposition(frame: Frame, first: number): Attribution | null {
  const { tokens } = frame
  const last = phraseEnd(tokens, first, tokens.length)
  if (
    last === first ||
    tokens[last]?.lower !== ',' ||
    !tokens.slice(first, last).some(token => token.tag === 'PROPN')
  )
    return null
  const limit = Math.min(tokens.length, last + FARTHEST)
  for (let at = last + 2; at < limit; at += 1) {
    const cue = cueAt(frame, at)
    if (cue?.aside !== true || cue.form === 'ing' || cue.form === 'base' || tokens[at - 1]?.lower !== ',')
      continue
    return {
      speaker: { first, last },
      antecedent: null,
      cue: { first: at, last: at + 1 },
      end: at + 1,
      denied: false,
    }
  }
  return null
}

function accordingTo(frame: Frame, at: number, to: number): Attribution | null {
  const end = phraseEnd(frame.tokens, at + 2, to)
  if (end === at + 2) return null
  return {
    speaker: { first: at + 2, last: end },
    antecedent: null,
    cue: { first: at, last: at + 2 },
    end,
    denied: false,
  }
}

/** "said Nadia Farouk". */
function invertedAt(frame: Frame, from: number, to: number): Attribution | null {
  const { tokens } = frame
  let at = from
  while (at < to && (tokens[at] as Token).tag === 'ADV') at += 1
  const cue = cueAt(frame, at)
  const spoken = cue?.aside === true && (cue.form === 'past' || cue.form === 'present')
  if (!spoken && !isAnyVerb(tokens[at])) return null
  const first = at + 1
  const token = tokens[first]
  if (token === undefined || first >= to || isMoment(token)) return null
  if (
    !isNominal(token) &&
    token.tag !== 'DET' &&
    !/^(?:he|she|they|i|we|one|another|others|some)$/.test(token.lower)
  )
    return null
  const end = phraseEnd(tokens, first, to)
  if (end === first || (isVerb(tokens[end]) && !tokens[end]?.lower.endsWith('ed'))) return null
  if (!spoken && (at > from || !endsThere(tokens[end]) || !(token.capital || token.lower === 'the')))
    return null
  const speaker = { first, last: trimmed(tokens, first, end) }
  return { speaker, antecedent: null, cue: { first: at, last: at + 1 }, end, denied: false }
}

/** A verb of which only the place beside the words tells that somebody spoke: "beamed Hartley". */
function isAnyVerb(token: Token | undefined): boolean {
  return token?.tag === 'VERB' && /(?:ed|s)$/.test(token.lower)
}

function endsThere(token: Token | undefined): boolean {
  return token === undefined || token.tag === 'PUNCT'
}

/** "said Farouk Thursday": the day is not hers. */
function trimmed(tokens: readonly Token[], first: number, end: number): number {
  let last = first + 1
  while (last < end && !isMoment(tokens[last])) last += 1
  while (last > first + 1 && (tokens[last - 1] as Token).tag === 'ADP') last -= 1
  return last
}

/** "the mayor, who is 40, told reporters": the first verb of speech with its subject. */
function asideFrom(frame: Frame, from: number, to: number): Attribution | null {
  const { tokens } = frame
  const limit = Math.min(to, from + FARTHEST)
  for (let at = from; at < limit; at += 1) {
    const cue = cueAt(frame, at)
    if (cue === undefined ? !isReading(tokens, at) : !cue.aside || cue.form === 'ing') continue
    if (
      (cue !== undefined && !isUsedAsVerb(tokens, at)) ||
      (cue?.person !== true && hasObject(tokens[at + 1]))
    )
      continue
    const group = verbGroupAt(tokens, at, from)
    const subject = subjectIn(tokens, group, from)
    if (subject === null || group.kind !== 'finite') continue
    if (!isAtStart(tokens, from, subject.first)) return null
    return attributionOf(frame, subject, group, at)
  }
  return null
}

/** "he said nothing": what was said stands behind the verb, not in the marks before it. */
function hasObject(after: Token | undefined): boolean {
  if (after === undefined || isMoment(after) || /^(?:him|her|them|me|us|you)$/.test(after.lower)) return false
  return after.tag === 'DET' || after.tag === 'PRON' || after.tag === 'NOUN' || after.lower === 'that'
}

/** "the letter read": what is written speaks in its own verb. */
function isReading(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] as Token
  return (
    (lower === 'read' || lower === 'reads' || lower === 'put') &&
    (endsThere(tokens[at + 1]) || lower === 'put')
  )
}

/** Who does what the verb says; a name right before the verb goes before what an opening clause holds. */
export function subjectIn(tokens: readonly Token[], group: VerbGroup, from: number): Subject | null {
  const found = subjectOf(tokens, group, from)
  if (found === null || found.antecedent !== null || tokens[group.first - 1]?.lower !== ',') return found
  const opening = tokens[from]
  if (found.first === from || opening === undefined || !/^(?:ADP|SCONJ|VERB)$/.test(opening.tag)) return found
  const near = phraseBefore(tokens, group.first - 1, from)
  const isName =
    near !== null &&
    tokens[near.first - 1]?.lower === ',' &&
    tokens.slice(near.first, near.last).some(token => token.tag === 'PROPN')
  return isName && near.first > found.last ? { ...near, antecedent: null } : found
}

/** Whether nothing stands between, or only what is set off by a comma. */
function isAtStart(tokens: readonly Token[], from: number, first: number): boolean {
  let at = first - 1
  while (at >= from && /^(?:ADV|CCONJ|SCONJ|DET)$/.test((tokens[at] as Token).tag)) at -= 1
  return at < from || (tokens[at] as Token).lower === ',' || first - from <= 3
}

function attributionOf(
  frame: Frame,
  subject: Phrase & { antecedent: Phrase | null },
  group: VerbGroup,
  verb: number,
): Attribution {
  return {
    speaker: { first: subject.first, last: subject.last },
    antecedent: subject.antecedent,
    cue: { first: group.first, last: verb + 1 },
    end: verb + 1,
    denied: isDenied(frame.tokens, group, subject.first),
  }
}

function isDenied(tokens: readonly Token[], group: VerbGroup, subject: number): boolean {
  if (group.negated) return true
  for (let at = group.first; at < group.verb; at += 1) {
    if (modals.has((tokens[at] as Token).lower)) return true
  }
  return supposing.has(tokens[subject - 1]?.lower ?? '')
}

/** Verbs of the voice, which report speech only with the words themselves. */
const voiced: ReadonlyMap<string, Cue['form']> = new Map(
  'chant jeer beam sing scream bark bellow roar laugh smile sigh groan gasp croon hiss moan sob thunder command gloat muse ring toast hum yelp pray cheer warble'
    .split(' ')
    .flatMap(verb => {
      const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
      const past = verb === 'sing' ? 'sang' : verb === 'ring' ? 'rang' : `${stem}ed`
      return [
        [`${verb}s`, 'present'],
        [past, 'past'],
        [`${stem}ing`, 'ing'],
      ] as [string, Cue['form']][]
    }),
)

function voicedAt(token: Token): Cue | undefined {
  const form = voiced.get(token.lower)
  const said = cueOf('said', '')
  return form === undefined || said === undefined
    ? undefined
    : { ...said, verb: token.lower, form, clause: 'none' }
}

/** The reporting verb at a place of a frame; undefined for none. */
export function cueAt(frame: Frame, at: number): Cue | undefined {
  const token = frame.tokens[at]
  if (token === undefined || token.tag === 'PUNCT' || token.tag === 'PROPN') return undefined
  return cueOf(token.lower, frame.tokens[at + 1]?.lower ?? '') ?? voicedAt(token)
}

/** "claims" can be a noun and "reported" an adjective: whether the word is a verb where it stands. */
export function isUsedAsVerb(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before === undefined) return true
  const token = tokens[at] as Token
  if (token.tag === 'NOUN' && !/(?:ed|ing)$/.test(token.lower)) return false
  if (/^(?:DET|ADJ|NUM)$/.test(before.tag) && token.tag !== 'VERB') return false
  if (before.lower === "'s" && before.tag === 'PART') return false
  return before.tag !== 'ADP' || token.lower.endsWith('ing')
}

/**
 * Before a stretch in marks, which stands at `to`: "he said,", "she told reporters in Oslo:", "Judge:"; null where none
 * leads up to it. `from` is where the sentence, or what follows the stretch before, begins.
 */
export function attributionBefore(frame: Frame, from: number, to: number): Attribution | null {
  const { tokens } = frame
  const last = tokens[to - 1]
  if (last === undefined || to <= from) return null
  for (let at = to - 1; at >= Math.max(from, to - FARTHEST); at -= 1) {
    const cue = cueAt(frame, at)
    if (cue === undefined || !(cue.aside || cue.person) || !isUsedAsVerb(tokens, at)) continue
    if (!leadsUp(frame, at, to)) continue
    const group = verbGroupAt(tokens, at, from)
    if (group.kind === 'passive') continue
    const subject = subjectIn(tokens, group, 0)
    const inverted = subject === null ? invertedAt(frame, at, to) : null
    if (inverted !== null) return inverted
    if (subject === null)
      return {
        speaker: null,
        antecedent: null,
        cue: { first: group.first, last: at + 1 },
        end: to,
        denied: isDenied(tokens, group, group.first),
      }
    return { ...attributionOf(frame, subject, group, at), loose: isLoose(frame, cue, at, to) }
  }
  const words = inWordsOf(frame, from, to)
  if (words !== null) return words
  const inverted = invertedAt(frame, from, to)
  if (inverted !== null && inverted.end >= to - 1 && /^[,:]$/.test(last.lower)) return inverted
  return last.lower === ':' ? colonBefore(frame, from, to) : accordingBefore(frame, from, to)
}

/** "In her words," and "as he puts it,": right before what was said. */
function inWordsOf(frame: Frame, from: number, to: number): Attribution | null {
  const { tokens } = frame
  const last = /^[,:]$/.test(tokens[to - 1]?.lower ?? '') ? to - 1 : to
  if (tokens[last - 1]?.lower === 'words' && tokens[last - 2]?.tag === 'DET' && last - 2 >= from) {
    const speaker = { first: last - 2, last: last - 1 }
    return { speaker, antecedent: null, cue: { first: last - 1, last }, end: to, denied: false }
  }
  if (tokens[last - 1]?.lower !== 'it' || !/^puts?$/.test(tokens[last - 2]?.lower ?? '')) return null
  const group = verbGroupAt(tokens, last - 2, from)
  const subject = subjectIn(tokens, group, from)
  return subject && attributionOf(frame, subject, group, last - 2)
}

function isLoose(frame: Frame, cue: Cue, verb: number, to: number): boolean {
  const last = (frame.tokens[to - 1] as Token).lower
  return (
    !cue.person &&
    to - 1 > verb &&
    last !== ',' &&
    last !== ':' &&
    last !== 'that' &&
    (frame.tokens[to - 1] as Token).tag !== 'ADV'
  )
}

/** Whether only circumstances stand between the verb and the words: "to reporters in Oslo on Monday,". */
function leadsUp(frame: Frame, verb: number, to: number): boolean {
  const { tokens } = frame
  const last = tokens[to - 1] as Token
  if (to - 1 === verb) return true
  if (last.lower === ':') return true
  if (last.lower !== ',' && last.lower !== 'that') {
    const first = tokens[verb + 1]?.tag === 'ADP' ? verb + 2 : verb + 1
    const end = phraseEnd(tokens, first, to)
    return end === to || (last.tag === 'ADV' && to - 2 === verb)
  }
  for (let at = verb + 1; at < to - 1; at += 1) {
    const token = tokens[at] as Token
    if (frame.marks[at] !== -1 || token.lower === 'that' || token.lower === ';') return false
    if (token.tag === 'AUX' || (isSubjectWord(token) && at === verb + 1)) return false
    if (token.tag === 'VERB' && !/(?:ing|ed)$/.test(token.lower)) return false
  }
  return true
}

/** "Judge: …" and "She smiled: …". */
function colonBefore(frame: Frame, from: number, to: number): Attribution | null {
  const { tokens } = frame
  let first = from
  while (first < to && /^(?:CCONJ|ADV)$/.test((tokens[first] as Token).tag)) first += 1
  const end = phraseEnd(tokens, first, to - 1)
  const speaker = { first, last: end }
  if (end > first && end === to - 1)
    return from === 0 && to <= 14 ? { speaker, antecedent: null, cue: null, end: to, denied: false } : null
  for (let at = to - 2; at > first; at -= 1) {
    if ((tokens[at] as Token).tag !== 'VERB') continue
    const group = verbGroupAt(tokens, at, from)
    const subject = subjectIn(tokens, group, from)
    if (subject !== null && isSpeaking(tokens, subject)) return attributionOf(frame, subject, group, at)
  }
  return null
}

/** Whether a subject can have spoken though no verb says so: a person's name or pronoun. */
function isSpeaking(tokens: readonly Token[], { first, last }: Phrase): boolean {
  return (
    tokens.slice(first, last).some(token => token.tag === 'PROPN') ||
    /^(?:he|she|they|i|we)$/.test((tokens[first] as Token).lower)
  )
}

/** "According to the mayor, …". */
function accordingBefore(frame: Frame, from: number, to: number): Attribution | null {
  const { tokens } = frame
  for (let at = from; at < to - 2; at += 1) {
    if (tokens[at]?.lower !== 'according' || tokens[at + 1]?.lower !== 'to') continue
    const found = accordingTo(frame, at, to)
    if (found !== null && (found.end === to || (found.end === to - 1 && tokens[to - 1]?.lower === ',')))
      return found
  }
  return null
}
