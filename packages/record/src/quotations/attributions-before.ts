import { genderedNouns, genderOfTitle } from '../text/names.ts'
import { cueAt, isUsedAsVerb } from '../text/speech-verbs.ts'
import type { Token } from '../text/tokens.ts'
import {
  type Attribution,
  accordingTo,
  attributionOf,
  FARTHEST,
  isDenied,
  subjectIn,
} from './attributions.ts'
import { invertedAt } from './attributions-after.ts'
import { isBare, type VerbGroup, verbGroupAt } from './clauses.ts'
import type { Cue } from './cues.ts'
import type { Frame } from './frames.ts'
import { disagrees, isMoment, isSubjectWord, type Phrase, phraseEnd } from './phrases.ts'

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
    if (!leadsUp(frame, at, to) || (cue.verb === 'quote' && tokens[at - 1]?.lower === 'i')) continue
    const group = verbGroupAt(tokens, at, from)
    if (group.kind === 'passive') continue
    const subject = subjectIn(tokens, group, 0)
    const inverted = subject === null ? invertedAt(frame, at, to) : null
    if (inverted !== null) return inverted
    if (subject !== null && isOccasion(frame, subject, at, to)) continue
    if (subject !== null && disagrees(tokens, subject.first, isBare(cue, group))) return null
    if (subject === null && isTold(tokens, cue, group)) return null
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

/** "Where there is none, write", "the rule that shouting": nobody is said to have said it. */
function isTold(tokens: readonly Token[], cue: Cue, group: VerbGroup): boolean {
  const before = tokens[group.first - 1]?.lower
  return (isBare(cue, group) && before === ',') || (group.kind === 'ing' && before === 'that')
}

/** "Brandt, when they shouted for more:": whose verb only says when the words were said. */
function isOccasion({ tokens }: Frame, subject: Phrase, verb: number, to: number): boolean {
  if (tokens[to - 1]?.lower !== ':' || verb === to - 2) return false
  return /^(?:when|while|after|before|until|because|since)$/.test(tokens[subject.first - 1]?.lower ?? '')
}

/** "In her words," and "as he puts it,": right before what was said. */
function inWordsOf(frame: Frame, from: number, to: number): Attribution | null {
  const { tokens } = frame
  const last = /^[,:]$/.test(tokens[to - 1]?.lower ?? '') ? to - 1 : to
  if (tokens[last - 1]?.lower === 'words' && tokens[last - 2]?.tag === 'DET' && last - 2 >= from) {
    const speaker = { first: last - 2, last: last - 1 }
    return { speaker, antecedent: null, cue: { first: last - 1, last }, end: to, denied: false }
  }
  const verb = putItBefore(tokens, from, last)
  if (verb < 0) return null
  const group = verbGroupAt(tokens, verb, from)
  const subject = subjectIn(tokens, group, from)
  return subject && attributionOf(frame, subject, group, verb)
}

/** The place of "puts" in "as he puts it in a letter"; -1 where there is none. */
function putItBefore(tokens: readonly Token[], from: number, last: number): number {
  for (let at = last - 2; at >= Math.max(from, last - 12); at -= 1) {
    if (!/^puts?$/.test((tokens[at] as Token).lower) || tokens[at + 1]?.lower !== 'it') continue
    return at + 2 === last || tokens[at + 2]?.tag === 'ADP' ? at : -1
  }
  return -1
}

function isLoose(frame: Frame, cue: Cue, verb: number, to: number): boolean {
  const { tokens } = frame
  const last = tokens[to - 1] as Token
  if (last.lower === ':') return holdsClause(tokens, verb + 1, to - 1)
  if (cue.person || to - 1 === verb) return false
  return last.lower !== ',' && last.lower !== 'that' && last.tag !== 'ADV'
}

/** "said she has what it takes:": a clause of what was said stands before the colon. */
function holdsClause(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const { tag, lower } = tokens[at] as Token
    if (lower === 'that' || tag === 'AUX' || (tag === 'VERB' && !/(?:ing|ed)$/.test(lower))) return true
  }
  return false
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
  const label = withoutDate(tokens, { first, last: end })
  const known = end > first && isSpeaking(tokens, label)
  if (end > first && end === to - 1) {
    if (from > 0 || to > 14) return null
    return { speaker: known ? label : null, antecedent: null, cue: null, end: to, denied: false }
  }
  if (known && from === 0 && isSetOff(tokens, end, to - 1))
    return { speaker: label, antecedent: null, cue: null, end: to, denied: false }
  for (let at = to - 2; at > first; at -= 1) {
    if ((tokens[at] as Token).tag !== 'VERB') continue
    const group = verbGroupAt(tokens, at, from)
    const subject = subjectIn(tokens, group, from)
    if (subject !== null && isSpeaking(tokens, subject)) return attributionOf(frame, subject, group, at)
  }
  return { speaker: null, antecedent: null, cue: null, end: to, denied: false }
}

/** "The Gazette on 15 March": without the day. */
function withoutDate(tokens: readonly Token[], { first, last }: Phrase): Phrase {
  for (let at = first + 1; at + 1 < last; at += 1) {
    if (tokens[at]?.tag !== 'ADP') continue
    if (isMoment(tokens[at + 1]) || tokens[at + 1]?.tag === 'NUM') return { first, last: at }
  }
  return { first, last }
}

/** "Brandt, on the steps, when they shouted for more:": only what says where and when, behind commas. */
function isSetOff(tokens: readonly Token[], end: number, colon: number): boolean {
  if (tokens[end]?.lower !== ',') return false
  for (let at = end; at < colon; at += 1) {
    if (tokens[at]?.lower === ',' && !/^(?:ADP|SCONJ)$/.test(tokens[at + 1]?.tag ?? '')) return false
  }
  return true
}

/** Whether a subject can have spoken though no verb says so: a name, a pronoun, somebody's relation, an office. */
function isSpeaking(tokens: readonly Token[], phrase: Phrase): boolean {
  const head = tokens[headPlace(tokens, phrase)] as Token
  if (
    head.tag === 'PROPN' ||
    /^(?:he|she|they|i|we|his|her|my|their|our)$/.test((tokens[phrase.first] as Token).lower)
  )
    return true
  return genderOfTitle(head.lower) !== undefined || genderedNouns.has(head.lower)
}

/** The place of the noun that a phrase is about: the last before what prepositions or brackets attach. */
function headPlace(tokens: readonly Token[], { first, last }: Phrase): number {
  let at = first + 1
  while (at < last && !/^(?:ADP|PUNCT|CCONJ)$/.test((tokens[at] as Token).tag)) at += 1
  return at - 1
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
