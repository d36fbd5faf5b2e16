import type { Words } from '#base/words.ts'
import type { ShownQuote } from './model.ts'
import { OPENING } from './store.ts'
import { VerdictLine } from './views.ts'

const CITE = '\n<cite'
const CITE_END = '</cite>\n'

/**
 * The HTML of a post, perhaps with what was read in it marked → the same with the verdicts at its quote blocks, behind the
 * line that says whom they quote. Safe: no text of a post can look like the beginning of a block. A post without quotes is
 * given back as it came.
 */
export function withVerdicts(rendered: string, quotes: readonly ShownQuote[], words: Words): string {
  if (quotes.length === 0) return rendered
  const parts: string[] = []
  let shown = 0
  let position = 0
  let next = 0
  for (
    let at = rendered.indexOf(OPENING);
    at !== -1 && next < quotes.length;
    at = rendered.indexOf(OPENING, at + 1)
  ) {
    position++
    const quote = quotes[next]!
    if (quote.position !== position) continue
    next++
    const { threadId, number } = quote.source
    // A verdict that is not up to date with the text belongs to another block.
    if (!rendered.startsWith(`${threadId}/${number}"`, at + OPENING.length)) continue
    const begin = lineBehind(rendered, at)
    parts.push(rendered.slice(shown, begin), String(VerdictLine(quote, words)), '\n')
    shown = begin
  }
  return parts.join('') + rendered.slice(shown)
}

/** Where the content of a block begins behind its tag, and behind whom it names. */
function lineBehind(rendered: string, at: number): number {
  const begin = rendered.indexOf('>', at) + 1
  const end = rendered.startsWith(CITE, begin) ? rendered.indexOf(CITE_END, begin) : -1
  return end === -1 ? begin : end + CITE_END.length
}
