import type { Passage } from '../text/passage.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/tokens.ts'

/** A sentence with each stretch in quotation marks drawn together into one comma, so that the words around it stand close. */
export interface Frame {
  readonly tokens: readonly Token[]
  /** For each token of the frame its place in the passage; for a drawn stretch the place of its first token. */
  readonly places: readonly number[]
  /** For each token of the frame the place of the stretch that it stands for; -1 for a word. */
  readonly marks: readonly number[]
}

/** A passage and one of its sentences → its frame. */
export function frameOf(passage: Passage, sentence: Sentence): Frame {
  const tokens: Token[] = []
  const places: number[] = []
  const marks: number[] = []
  for (let at = sentence.first; at < sentence.last; at += 1) {
    const mark = passage.markOf[at] as number
    if (mark >= 0 && marks.at(-1) === mark) continue
    tokens.push(mark >= 0 ? drawn(passage, mark) : (passage.tokens[at] as Token))
    places.push(at)
    marks.push(mark)
  }
  return { tokens, places, marks }
}

function drawn(passage: Passage, mark: number): Token {
  const { start, end } = passage.marks[mark] as { start: number; end: number }
  return { start, end, lower: ',', capital: false, tag: 'PUNCT' }
}
