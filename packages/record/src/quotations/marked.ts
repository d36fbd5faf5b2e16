import type { Quotation } from '../findings.ts'
import { marksIn } from '../text/marks.ts'
import type { Words } from '../words/words.ts'

/** Fewer words in quotation marks are more often a title, a term or irony than somebody's words. */
const LEAST_WORDS = 5

/**
 * A text in any language → its stretches in quotation marks that are long enough to be somebody's words, as quotations
 * without a speaker. Linear.
 */
export function markedIn(text: string, words: Words): Quotation[] {
  let word = 0
  const quotations: Quotation[] = []
  for (const { start, end, inner, closed, depth } of marksIn(text)) {
    while (word < words.starts.length && words.starts[word]! < inner.start) word++
    let count = word
    while (count < words.starts.length && words.starts[count]! < inner.end) count++
    if (!closed || depth > 0 || count - word < LEAST_WORDS) continue
    quotations.push({
      ...{ start, end, kind: 'direct', marked: [inner], speaker: '', speakerStart: null, speakerEnd: null },
      ...{ cue: '', resolved: '', reading: null, group: quotations.length },
    })
    word = count
  }
  return quotations
}
