import { shortLine } from '#base/text.ts'

/** Elements whose text somebody else wrote, or that is hidden until asked for. */
const LEFT_OUT = new Set(['blockquote', 'details'])
const TAG = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
/** More of a post is not looked at: what counts stands at its beginning. */
const LONGEST = 20_000

/**
 * HTML as our renderer writes it → the beginning of its text on one line, without quotes and spoilers, at most `limit`
 * UTF-16 units, cut between words where it can be. A text of nothing but quotes shows those.
 */
export function excerptOf(html: string, limit: number): string {
  const start = html.slice(0, LONGEST)
  return shortLine(textOf(start, LEFT_OUT) || textOf(start, new Set()), limit)
}

function textOf(html: string, without: ReadonlySet<string>): string {
  let text = ''
  let from = 0
  let depth = 0
  for (const tag of html.matchAll(TAG)) {
    if (depth === 0) text += html.slice(from, tag.index)
    from = tag.index + tag[0].length
    if (without.has(tag[2]!)) depth = Math.max(0, depth + (tag[1] ? -1 : 1))
  }
  if (depth === 0) text += html.slice(from).replace(/<[^>]*$/, '')
  return text
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\s+/g, ' ')
    .trim()
}
