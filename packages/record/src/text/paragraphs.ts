import type { Span } from '../findings.ts'

/** A text → its paragraphs: stretches between line breaks, without white space at their ends; empty ones left out. */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = []
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const line = text.slice(start, end)
    const trimmed = line.trimStart()
    const from = start + line.length - trimmed.length
    const length = trimmed.trimEnd().length
    if (length > 0) paragraphs.push({ start: from, end: from + length })
    start = end + 1
  }
  return paragraphs
}
