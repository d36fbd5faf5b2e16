import type { Passage } from '../text/passage.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/tokens.ts'
import { reportedEnd } from './clause-ends.ts'
import { isVerb, type Phrase, phraseEnd } from './phrases.ts'

/** Whether a token stands in quotation marks. */
export function inMarks(passage: Passage, at: number): boolean {
  return (passage.markOf[at] ?? -1) >= 0
}

/**
 * What was said before an aside, which begins behind the token `before`, and behind it. Where its verb stands before its
 * subject (`inverted`), what follows mostly describes the speaker.
 */
export function wordsAround(
  passage: Passage,
  sentence: Sentence,
  before: number,
  behind: number,
  inverted = false,
): Phrase[] {
  const { tokens } = passage
  const first = said(passage, sentence.first, before)
  const gerund = tokens[first]?.tag === 'VERB' && tokens[first]?.lower.endsWith('ing') === true
  const verbBefore = !gerund && hasVerb(passage, first, before)
  const found: Phrase[] = []
  if (before - first >= 3 && isSaid(passage, first, before, behind, verbBefore))
    found.push({ first, last: before })
  const bare = before <= first && tokens[sentence.first]?.lower !== 'as'
  const quoted = bare || (before > first && inMarks(passage, before))
  if (inverted && !/^(?:and|that|but)$/.test(tokens[behind + 1]?.lower ?? '')) return found
  if (!goesOn(passage, sentence, behind, quoted, verbBefore)) return found
  const led =
    before <= first &&
    /^(?:if|when|while|although|though|as|because)$/.test((tokens[sentence.first] as Token).lower)
  const end = reportedEnd(passage, behind + 1, sentence.last, led ? 'subordinate' : 'main')
  if (end - behind > 3 && (hasVerb(passage, behind + 1, end) || !verbBefore))
    found.push({ first: behind + 1, last: end })
  return found
}

/** Leaves out "And" and "But", and the place line of a report: "LONDON — ". */
function said(passage: Passage, from: number, before: number): number {
  const { tokens } = passage
  let first = from
  for (let at = from; at < Math.min(before, from + 6); at += 1) {
    if (/^(?:[–—―]|--)$/.test((tokens[at] as Token).lower)) first = at + 1
  }
  first = behindLoneDash(passage, first, before)
  while (first < before && /^(?:and|but|so|yet|still)$/.test((tokens[first] as Token).lower)) first += 1
  return first
}

/** "He doubts it - if she knew, he said, …": the place behind a dash that has no fellow; `from` for none. */
function behindLoneDash(passage: Passage, from: number, before: number): number {
  let place = from
  let dashes = 0
  for (let at = from; at < before; at += 1) {
    const { lower } = passage.tokens[at] as Token
    if (inMarks(passage, at) || !/^(?:[–—―]|--)$/.test(lower)) continue
    dashes += 1
    place = at + 1
  }
  return dashes === 1 ? place : from
}

/** Whether the words before an aside were said, and do not only say when and where. */
function isSaid(
  passage: Passage,
  first: number,
  before: number,
  behind: number,
  verbBefore: boolean,
): boolean {
  const { tokens } = passage
  const opener = tokens[first] as Token
  if (opener.lower.endsWith('ing') && opener.tag === 'VERB') return false
  if (opener.tag === 'ADP' && !verbBefore) return false
  if (endsQuoted(passage, first, before)) return false
  const quotes = tokens[behind]?.lower === ',' && inMarks(passage, behind + 1)
  if (quotes && (opener.tag === 'ADP' || !verbBefore || tellsWhen(passage, first, before))) return false
  return verbBefore || isVerb(tokens[behind + 1]) || before - first >= 5
}

/** "When asked why, she said, 'no'": what comes before says when, or reports something itself. */
function tellsWhen(passage: Passage, first: number, before: number): boolean {
  const { tokens } = passage
  if (/^(?:as|while|after|before|when|asked)$/.test((tokens[first] as Token).lower)) return true
  for (let at = first; at < before; at += 1) {
    if (/^(?:said|says|asked|told)$/.test((tokens[at] as Token).lower) && !inMarks(passage, at)) return true
  }
  return false
}

/** Whether the sentence goes on with what was said behind an aside. */
function goesOn(
  passage: Passage,
  sentence: Sentence,
  behind: number,
  quoted: boolean,
  verbBefore: boolean,
): boolean {
  const { tokens } = passage
  if (tokens[behind]?.lower !== ',' || behind + 3 >= sentence.last || inMarks(passage, behind + 1))
    return false
  const next = tokens[behind + 1] as Token
  if (/^(?:while|although|though|who|which|but|whose|as|after|before|when|even|where)$/.test(next.lower))
    return false
  if (next.lower.endsWith('ing') || (verbBefore && next.lower.endsWith('ed'))) return false
  if (!quoted) return true
  if (next.lower === 'and' || next.lower === 'that') return hasVerb(passage, behind + 2, sentence.last)
  const end = phraseEnd(tokens, behind + 1, sentence.last)
  return end > behind + 1 && isVerb(tokens[end])
}

/** Whether a quotation ends with its own comma before the place, so that what follows it belongs to the speaker's name. */
function endsQuoted(passage: Passage, first: number, before: number): boolean {
  const { tokens, markOf, text } = passage
  for (let at = before - 2; at > first; at -= 1) {
    if (markOf[at] === -1 || markOf[at + 1] !== -1) continue
    const mark = tokens[at] as Token
    if (/[,?!]/.test(text.slice(Math.max(0, mark.start - 1), mark.end))) return true
  }
  return false
}

/** Whether a verb stands among the tokens from `from` to before `to`. */
export function hasVerb(passage: Passage, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isVerb(passage.tokens[at])) return true
  return false
}
