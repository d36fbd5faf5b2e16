import type { Passage } from '../text/passage.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/tokens.ts'
import { reportedEnd } from './clause-ends.ts'
import { behindAdverbs, isSubjectWord, isVerb, type Phrase, phraseEnd } from './phrases.ts'
import type { Report } from './report.ts'

/** The words that the naming of a source begins with. */
export const SOURCE_STARTS: readonly string[] = ['according', 'in', 'per']

/** "According to the ministry, …", "…, according to the ministry" and "…, per the ministry"; null for none at `at`. */
export function sourceReportAt(passage: Passage, sentence: Sentence, at: number): Report | null {
  const { tokens } = passage
  const behind = cueEnd(tokens, at)
  if (behind === at) return null
  const end = sourceEnd(passage, behind, sentence.last)
  if (end === behind) return null
  const found = { speaker: { first: behind, last: end }, antecedent: null, cue: { first: at, last: behind } }
  let first = openBracket(tokens, sentence.first, at)
  while (first < at && /^(?:CCONJ|ADV)$/.test((tokens[first] as Token).tag)) first += 1
  if (at - first > 2)
    return {
      ...found,
      clauses: [
        { first, last: tokens[at - 1]?.lower === ',' ? at - 1 : at },
        ...furtherClause(passage, end, sentence),
      ],
    }
  if (isSubjectWord(tokens[end]) && isVerb(tokens[behindAdverbs(tokens, end + 1, sentence.last)])) {
    return { ...found, clauses: [{ first: end, last: reportedEnd(passage, end, sentence.last) }] }
  }
  const comma = clauseComma(passage, end, sentence.last)
  if (comma < 0) return null
  return { ...found, clauses: [{ first: comma + 1, last: reportedEnd(passage, comma + 1, sentence.last) }] }
}

function cueEnd(tokens: readonly Token[], at: number): number {
  const { lower } = tokens[at] as Token
  if (lower === 'according' && tokens[at + 1]?.lower === 'to') return at + 2
  if (lower === 'in' && tokens[at + 2]?.lower === 'words' && tokens[at + 3]?.lower === 'of') return at + 4
  return lower === 'per' && tokens[at - 1]?.lower === ',' ? at + 1 : at
}

/** "…, according to the ministry, and the mines are open": what the same source says further. */
function furtherClause(passage: Passage, end: number, sentence: Sentence): Phrase[] {
  const { tokens } = passage
  if (tokens[end]?.lower !== ',' || tokens[end + 1]?.lower !== 'and') return []
  const subject = phraseEnd(tokens, end + 2, sentence.last)
  if (subject === end + 2 || !isVerb(tokens[subject])) return []
  return [{ first: end + 2, last: reportedEnd(passage, end + 2, sentence.last) }]
}

/** The place behind a bracket that stands open at `at`; `from` for none. */
function openBracket(tokens: readonly Token[], from: number, at: number): number {
  let first = from
  for (let place = from; place < at; place += 1) {
    const { lower } = tokens[place] as Token
    if (lower === '(') first = place + 1
    else if (lower === ')') first = from
  }
  return first
}

/** The place behind the source, which can be a title in marks. */
function sourceEnd(passage: Passage, from: number, limit: number): number {
  const { tokens, markOf } = passage
  let end = phraseEnd(tokens, from, limit)
  if (end === from && tokens[from]?.tag === 'VERB') end = phraseEnd(tokens, from + 1, limit)
  const mark = markOf[end] ?? -1
  if (mark < 0 || end >= limit) return end
  while (end < limit && markOf[end] === mark) end += 1
  return end
}

/** The comma behind which the clause begins: the first with a subject and its verb behind it, or else the first. */
function clauseComma(passage: Passage, from: number, limit: number): number {
  const { tokens, markOf } = passage
  let first = -1
  for (let at = from; at < Math.min(limit - 2, from + 60); at += 1) {
    if (tokens[at]?.lower !== ',' || (markOf[at] !== -1 && markOf[at + 1] === markOf[at])) continue
    if (first < 0) first = at
    const end = phraseEnd(tokens, at + 1, limit)
    if (
      (end > at + 1 && isVerb(tokens[end])) ||
      /^(?:if|when|after|while|as|because|although)$/.test(tokens[at + 1]?.lower ?? '')
    )
      return at
  }
  return first
}
