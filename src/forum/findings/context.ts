import type { Span } from '@rostra/record'

/** The words of a finding and what stands beside them in the post. */
export interface Context {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** The words of a stretch of a text, with as much of their paragraph as fits beside them: `around` UTF-16 units on each side. */
export function contextOf(text: string, { start, end }: Span, around: number): Context {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const before = text.slice(start === 0 ? 0 : lineStart, start)
  const after = text.slice(end, lineEnd === -1 ? text.length : lineEnd)
  return { before: ending(before, around), words: text.slice(start, end), after: beginning(after, around) }
}

function ending(text: string, around: number): string {
  if (text.length <= around) return text
  const cut = text.slice(-around)
  const space = cut.indexOf(' ')
  return `…${(space === -1 ? cut : cut.slice(space)).toWellFormed()}`
}

function beginning(text: string, around: number): string {
  if (text.length <= around) return text
  const cut = text.slice(0, around)
  const space = cut.lastIndexOf(' ')
  return `${(space === -1 ? cut : cut.slice(0, space + 1)).toWellFormed()}…`
}
