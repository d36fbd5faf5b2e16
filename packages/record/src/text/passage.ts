import type { Span } from '../findings.ts'
import { type Mark, marksIn } from './marks.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { tagTokens } from './tags.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A text, taken apart once for all that is read in it. */
export interface Passage {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  /** For each token the place of its sentence. */
  readonly sentenceOf: readonly number[]
  /** The outermost stretches in quotation marks, in order. */
  readonly marks: readonly Mark[]
  /** Quotations within quotations, in order. */
  readonly nested: readonly Mark[]
  /** For each token (the marks themselves too) the place of the outermost stretch that holds it; -1 for none. */
  readonly markOf: readonly number[]
}

/** A text → its tokens with tags, sentences and stretches in quotation marks. Linear in the length of the text. */
export function passageOf(text: string): Passage {
  const tokens = tokensOf(text)
  const all = marksIn(text)
  const marks = all.filter(mark => mark.depth === 0)
  const markOf = placesOf(tokens, marks)
  const sentences = sentencesOf(text, tokens, markOf)
  tagTokens(tokens, sentences, markOf)
  const sentenceOf: number[] = []
  sentences.forEach((sentence, place) => {
    for (let at = sentence.first; at < sentence.last; at += 1) sentenceOf.push(place)
  })
  return { text, tokens, sentences, sentenceOf, marks, nested: all.filter(mark => mark.depth === 1), markOf }
}

/** For each token the place of the span that holds it, -1 for none; spans in order and apart from each other. */
function placesOf(tokens: readonly Token[], spans: readonly Span[]): number[] {
  let place = 0
  return tokens.map(token => {
    while (place < spans.length && (spans[place] as Span).end <= token.start) place += 1
    const span = spans[place]
    return span !== undefined && span.start <= token.start ? place : -1
  })
}

/** The place of the token that begins at an offset of the text, or else of the first one behind. */
export function tokenAt({ tokens }: Passage, offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).start < offset) low = middle + 1
    else high = middle
  }
  return low
}
