import type { Span } from '../findings.ts'
import { isSpace, isWordCharacter } from './characters.ts'
import type { Token } from './tokens.ts'

/** A sentence; what stands in quotation marks is not parted, so that the words around it stay together. */
export interface Sentence extends Span {
  /** The place of its first token, and the place behind its last one. */
  readonly first: number
  readonly last: number
  /** The number of its paragraph, counted from 0. */
  readonly paragraph: number
}

/** Words that often begin a sentence, so that "U.S." or "Inc." before them ends one. */
const beginners = new Set(
  (
    'the he she it they we you i this that these those in on at but and or so if when while after before since for as ' +
    'there his her its their our my your what why how who where not no a an although though because however according'
  ).split(' '),
)
/** No sentence has more tokens outside quotation marks; what is longer is no prose and is cut. */
const LONGEST = 300
const LINE_BREAK = 10
const stops = new Set(['.', '!', '?', '…', '...', '....'])
const closers = new Set(['"', '”', '’', "'", '»', '›', ')', ']', '“', '‘'])

/** Tokens, their text and the stretches in marks → its sentences in order; a line break always ends one. */
export function sentencesOf(text: string, tokens: readonly Token[], markOf: readonly number[]): Sentence[] {
  const sentences: Sentence[] = []
  let first = 0
  let paragraph = 0
  let unmarked = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    const next = tokens[at + 1]
    if (markOf[at] === -1) unmarked += 1
    const isLong = unmarked > LONGEST && markOf[at] === -1
    const newLine = next === undefined || breaksLine(text, token.end, next.start)
    if (!newLine && !isLong && !endsSentence(text, tokens, at, markOf)) continue
    const from = tokens[first] as Token
    sentences.push({ start: from.start, end: token.end, first, last: at + 1, paragraph })
    first = at + 1
    unmarked = 0
    if (newLine) paragraph += 1
  }
  return sentences
}

function breaksLine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === LINE_BREAK) return true
  return false
}

function endsSentence(
  text: string,
  tokens: readonly Token[],
  at: number,
  markOf: readonly number[],
): boolean {
  const token = tokens[at] as Token
  if (isWordCharacter(text, token.end - 1)) return false
  const next = tokens[at + 1] as Token
  if (!isSpace(text, token.end) && !(markOf[at] !== markOf[at + 1] && next.tag !== 'PUNCT')) return false
  const mark = markOf[at] as number
  if (mark >= 0 && markOf[at + 1] === mark) return false
  let last = at
  while (last > 0 && at - last < 3 && closers.has((tokens[last] as Token).lower)) last -= 1
  const ending = tokens[last] as Token
  if (stops.has(ending.lower))
    return (
      next.capital || next.tag !== 'NOUN' || (ending.lower !== '.' && ending.lower !== '…' && last === at)
    )
  if (ending.lower.length < 3 || !ending.lower.endsWith('.')) return false
  const opens = next.tag === 'PUNCT' && markOf[at + 1] !== -1 && markOf[at] === -1
  return opens ? tokens[at + 2]?.capital === true : next.capital && beginners.has(next.lower)
}
