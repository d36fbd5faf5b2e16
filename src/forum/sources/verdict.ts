import { type FoundWords, findWords, type Span } from '@rostra/record'
import type { Found } from './finding.ts'
import { MAX_EXCERPT, type PageReading } from './model.ts'
import type { PageText } from './page.ts'

/** Longer words are not looked for as a whole: nobody quotes a chapter. In UTF-16 units. */
const LONGEST_LOOKED_FOR = 5000
/** A difference is kept up to this length, as JSON. */
const LONGEST_DIFFERENCE = 10_000
/** How far from the end of an excerpt a word may be cut. */
const LONGEST_WORD = 40

/** What a page holds of words, and whether it could be expected to hold them. */
interface Sought {
  /** In the order in which they are looked for; the first that is found counts. */
  readonly wordings: readonly string[]
  /** Whether the page must have them to be a source: not so for what somebody says in words of their own. */
  readonly isExact: boolean
}

/**
 * A finding of a text and the page of its source → whether the page has the words, what stands around them, and how they
 * differ. Of a quotation the words in quotation marks are looked for; what reports without marks, and a statement, are in
 * the poster's own words, so that only finding them says something.
 */
export function compare(found: Found, text: string, page: PageText): PageReading {
  const { title, published } = page
  const about = { title, published, excerpt: '', difference: [] }
  const { wordings, isExact } = soughtOf(found, text)
  let best: FoundWords | null = null
  for (const words of wordings) {
    const here = findWords(words.slice(0, LONGEST_LOOKED_FOR), page.text)
    if (here.found === 'word-for-word' || best === null || best.found === 'not-found') best = here
    if (here.found === 'word-for-word') break
  }
  if (!best?.span) return { ...about, verdict: isExact ? 'not-found' : 'unchecked' }
  const isLong = JSON.stringify(best.difference).length > LONGEST_DIFFERENCE
  return {
    ...about,
    verdict: best.found,
    excerpt: excerptAround(page.text, best.span),
    difference: isLong ? [] : best.difference,
  }
}

function soughtOf(found: Found, text: string): Sought {
  const { start, end } = found.finding
  const written = text.slice(start, end)
  if (found.kind === 'figure')
    return { wordings: figureWordings(written, found.finding.value), isExact: true }
  if (found.kind !== 'quotation') return { wordings: [written], isExact: false }
  const marked = found.parts.flatMap(part => part.marked.map(span => text.slice(span.start, span.end)))
  if (marked.length > 0) return { wordings: [marked.join(' … ')], isExact: true }
  return { wordings: [found.parts.map(part => text.slice(part.start, part.end)).join(' … ')], isExact: false }
}

const SCALES: readonly (readonly [number, readonly string[]])[] = [
  [1e3, ['thousand', 'k']],
  [1e6, ['million', 'm', 'mn']],
  [1e9, ['billion', 'bn', 'b']],
  [1e12, ['trillion', 'tn']],
]

/** A figure as written, and the other ways to write its value. */
function figureWordings(written: string, value: number): string[] {
  const scaled = SCALES.flatMap(([scale, names]) => {
    const amount = value / scale
    const digits = String(amount)
    if (amount < 1 || digits.length > 6) return []
    return names.map(name => (name.length > 2 ? `${digits} ${name}` : `${digits}${name}`))
  })
  const digits = written.replace(/[^\d.,\s'’\u00a0\u202f]/g, ' ').trim()
  return [...new Set([written, ...(digits === '' ? [] : [digits]), String(value), ...scaled])]
}

/** What stands around a place of a text, up to `MAX_EXCERPT` units, cut between words; "…" where it was cut. */
export function excerptAround(text: string, { start, end }: Span): string {
  const room = Math.max(0, MAX_EXCERPT - 2 - (end - start))
  let from = Math.max(0, start - Math.floor(room / 2))
  const to = Math.min(text.length, from + MAX_EXCERPT - 2)
  from = Math.max(0, Math.min(from, to - (MAX_EXCERPT - 2)))
  const first = from === 0 ? 0 : wordAfter(text, from, start)
  const last = to === text.length ? to : wordBefore(text, to, Math.min(end, to))
  const cut = text.slice(first, last).replace(/\s+/g, ' ').trim()
  const whole = cut.isWellFormed() ? cut : cut.toWellFormed()
  return `${first > 0 ? '…' : ''}${whole}${last < text.length ? '…' : ''}`
}

function wordAfter(text: string, from: number, limit: number): number {
  const space = text.slice(from, Math.min(limit, from + LONGEST_WORD)).search(/\s/)
  return space === -1 ? from : from + space + 1
}

function wordBefore(text: string, to: number, limit: number): number {
  const start = Math.max(limit, to - LONGEST_WORD)
  const space = text.slice(start, to).search(/\s\S*$/)
  return space === -1 ? to : start + space
}
