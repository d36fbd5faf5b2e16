import type { Passage } from '../text/passage.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/tokens.ts'
import { reportedEnd } from './clause-ends.ts'
import { adjunctEnd } from './complements.ts'
import { REPORTING_NOUNS } from './cues.ts'
import { isVerb, type Phrase, phraseBefore } from './phrases.ts'
import type { Report } from './report.ts'

/**
 * "his claim that …", "the mayor's warning in May that …", "the contention of the minister that …". Null for a noun that
 * reports nothing or does not say whose it is.
 */
export function nounReportAt(passage: Passage, sentence: Sentence, at: number): Report | null {
  const { tokens } = passage
  const noun = tokens[at] as Token
  if (noun.capital || !REPORTING_NOUNS.has(noun.lower)) return null
  const end = nounEnd(tokens, at + 1, sentence.last)
  if (tokens[end]?.lower !== 'that' || isVerb(tokens[end + 1])) return null
  const speaker = ownerOf(tokens, at, end, sentence.first)
  if (speaker === null) return null
  const limit = reportedEnd(passage, end + 1, sentence.last, 'subordinate')
  const last = hasVerb(tokens, sentence.first, at) ? limit : secondVerb(tokens, end + 1, limit)
  return { speaker, antecedent: null, cue: { first: at, last: at + 1 }, clauses: [{ first: end + 1, last }] }
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isVerb(tokens[at])) return true
  return false
}

/** "The claim that it was closed was wrong": where the second verb of a sentence begins that the noun is the subject of. */
function secondVerb(tokens: readonly Token[], from: number, limit: number): number {
  let at = from
  while (at < limit && !isVerb(tokens[at])) at += 1
  while (at < limit && (tokens[at]?.tag === 'AUX' || tokens[at]?.tag === 'ADV' || tokens[at]?.tag === 'PART'))
    at += 1
  for (at += 1; at < limit; at += 1) {
    const { tag, lower } = tokens[at] as Token
    if (tag === 'SCONJ' || tag === 'CCONJ' || tag === 'PUNCT' || /^(?:who|which|to)$/.test(lower))
      return limit
    if (isVerb(tokens[at]) && !lower.endsWith('ing') && tokens[at - 1]?.tag !== 'PRON') return at
  }
  return limit
}

function nounEnd(tokens: readonly Token[], at: number, limit: number): number {
  let end = at
  for (let more = adjunctEnd(tokens, end, limit); more > end; more = adjunctEnd(tokens, end, limit))
    end = more
  return end
}

/** Whose claim it is: "his", "the mayor's", "of the minister". */
function ownerOf(tokens: readonly Token[], noun: number, end: number, from: number): Phrase | null {
  let at = noun - 1
  while (at > from && noun - at < 5 && /^(?:ADJ|ADV|NOUN)$/.test((tokens[at] as Token).tag)) at -= 1
  if (at < from) return null
  const before = tokens[at] as Token
  if (/^(?:his|her|their|my|our|your|its)$/.test(before.lower)) return { first: at, last: at + 1 }
  if (before.lower === "'s" || before.lower === "'") return phraseBefore(tokens, at, from)
  if (!/^(?:of|by|from)$/.test(tokens[noun + 1]?.lower ?? '') || end < noun + 3) return null
  return { first: noun + 2, last: end }
}
