import { genderOfName, impersonal } from '../text/names.ts'
import { cueAt, endsThere, hasObject, isAnyVerb, isReading, isUsedAsVerb } from '../text/speech-verbs.ts'
import type { Token } from '../text/tokens.ts'
import {
  type Attribution,
  accordingTo,
  attributionOf,
  FARTHEST,
  hasName,
  isDash,
  subjectIn,
} from './attributions.ts'
import { verbGroupAt } from './clauses.ts'
import type { Frame } from './frames.ts'
import { isMoment, isNominal, isVerb, phraseEnd } from './phrases.ts'

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
  if (last === first || tokens[last]?.lower !== ',' || !hasName(tokens, { first, last })) return null
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

/** "said Nadia Farouk". */
export function invertedAt(frame: Frame, from: number, to: number): Attribution | null {
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
    if (subject === null || subject.antecedent !== null || group.kind !== 'finite') continue
    if (!isAtStart(tokens, from, subject.first)) return null
    return attributionOf(frame, subject, group, at)
  }
  return null
}

/** Whether nothing stands between, or only what is set off by a comma. */
function isAtStart(tokens: readonly Token[], from: number, first: number): boolean {
  let at = first - 1
  while (at >= from && /^(?:ADV|CCONJ|SCONJ|DET)$/.test((tokens[at] as Token).tag)) at -= 1
  return at < from || (tokens[at] as Token).lower === ',' || first - from <= 3
}

/** "…" – Ilse Brandt: a dash, a name, and nothing else; not the paper and the day of a headline. */
export function signature(frame: Frame, from: number, to: number): Attribution | null {
  const { tokens } = frame
  if (!isDash(tokens[from])) return null
  let last = from + 1
  while (last < to && (tokens[last] as Token).tag === 'PROPN' && !isNoName(tokens[last] as Token)) last += 1
  if (last === from + 1 || last - from > 6) return null
  if (genderOfName((tokens[from + 1] as Token).lower) !== undefined && last - from > 2)
    return { speaker: { first: from + 1, last }, antecedent: null, cue: null, end: last, denied: false }
  const behind = tokens[last]
  if (
    last < to &&
    behind?.lower !== '.' &&
    !(behind?.lower === ',' && tokens[last + 1]?.capital === false && tokens[last + 1]?.tag !== 'NUM')
  )
    return null
  return { speaker: { first: from + 1, last }, antecedent: null, cue: null, end: last, denied: false }
}

const isNoName = (token: Token) => impersonal.has(token.lower) || /\.[a-z]/.test(token.lower)
