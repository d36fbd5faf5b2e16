import type { Words } from '#base/words.ts'
import type { ShownQuote } from './model.ts'
import { OPENING } from './store.ts'
import { VerdictMark } from './views.ts'

const CITE = '\n<cite'
const CITE_END = '</cite>'

/**
 * The HTML of a post, perhaps with what was read in it marked → the same with the verdicts at its quote blocks, in the line
 * that says whom they quote, so that nothing is pushed away. Safe: no text of a post can look like the beginning of a block.
 * A post without quotes is given back as it came.
 */
export function withVerdicts(rendered: string, quotes: readonly ShownQuote[], words: Words): string {
  if (quotes.length === 0) return rendered
  const parts: string[] = []
  let shown = 0
  let position = 0
  let next = 0
  let at = rendered.indexOf(OPENING)
  for (; at !== -1 && next < quotes.length; at = rendered.indexOf(OPENING, at + 1)) {
    position++
    const quote = quotes[next]!
    if (quote.position !== position) continue
    next++
    const place = placeIn(rendered, at, quote)
    if (place === -1) continue
    parts.push(rendered.slice(shown, place), ' · ', String(VerdictMark(quote, words)))
    shown = place
  }
  return parts.join('') + rendered.slice(shown)
}

/** Where the line of a block ends that says whom it quotes; -1 where the block is not the one that was judged. */
function placeIn(rendered: string, at: number, { source }: ShownQuote): number {
  if (!rendered.startsWith(`${source.threadId}/${source.number}"`, at + OPENING.length)) return -1
  const begin = rendered.indexOf('>', at) + 1
  return rendered.startsWith(CITE, begin) ? rendered.indexOf(CITE_END, begin) : -1
}
