import { type FoundWords, findWords, type Span, wordsOf } from '@rostra/record/comparing'
import type { Found } from './finding.ts'
import { MAX_EXCERPT, type PageReading } from './model.ts'
import type { PageText } from './page.ts'

/** Longer words are not looked for as a whole: nobody quotes a chapter. In UTF-16 units. */
const LONGEST_LOOKED_FOR = 5000
/** A difference is kept up to this length, as JSON. */
const LONGEST_DIFFERENCE = 10_000
/** How far from the end of an excerpt a word may be cut. */
const LONGEST_WORD = 40

/**
 * A finding of a text and the page of its source → whether the page has the words, what stands around them, and how they
 * differ. Of a quotation the words in quotation marks are looked for, of a figure the amount however it is written; what
 * reports without marks, and a statement, are in the poster's own words, so that only finding them says something.
 */
export function compare(found: Found, text: string, page: PageText): PageReading {
  const { title, published } = page
  const about = { title, published, excerpt: '', difference: [] }
  const here = lookFor(found, text, page.text)
  if (!here.span) return { ...about, verdict: isInOwnWords(found) ? 'unchecked' : 'not-found' }
  const isLong = JSON.stringify(here.difference).length > LONGEST_DIFFERENCE
  return {
    ...about,
    verdict: here.found,
    excerpt: excerptAround(page.text, here.span),
    difference: isLong ? [] : here.difference,
  }
}

/** Whether the page of a source need not have the very words. */
const isInOwnWords = (found: Found): boolean =>
  found.kind !== 'figure' &&
  (found.kind !== 'quotation' || found.parts.every(part => part.marked.length === 0))

function lookFor(found: Found, text: string, page: string): FoundWords {
  const { start, end } = found.finding
  const written = text.slice(start, end)
  if (found.kind === 'figure') return lookForFigure(figureWordings(written, found.finding.value), page)
  if (found.kind !== 'quotation') return findWords(written.slice(0, LONGEST_LOOKED_FOR), page)
  const marked = found.parts.flatMap(part => part.marked)
  const parts = (marked.length > 0 ? marked : found.parts).map(span => text.slice(span.start, span.end))
  return findWords(parts.join(' … ').slice(0, LONGEST_LOOKED_FOR), page)
}

const SCALES: readonly (readonly [number, readonly string[]])[] = [
  [1e3, ['thousand', 'k']],
  [1e6, ['million', 'm', 'mn']],
  [1e9, ['billion', 'bn', 'b']],
  [1e12, ['trillion', 'tn']],
]
/** Digits that say enough alone: a small number stands on every page. */
const TELLING = /\d{3}|\d[.,]\d/

/** A figure as written, and the other ways to write its value. */
function figureWordings(written: string, value: number): string[] {
  const scaled = SCALES.flatMap(([scale, names]) => {
    const amount = value / scale
    const digits = String(amount)
    if (amount < 1 || digits.length > 6) return []
    return names.map(name => (name.length > 2 ? `${digits} ${name}` : `${digits}${name}`))
  })
  const digits = [written.replace(/[^\d.,\s'’\u00a0\u202f]/g, ' ').trim(), String(value)]
  return [...new Set([written, ...digits.filter(each => TELLING.test(each)), ...scaled])]
}

/** The first place where one of some short wordings stands, word for word. The page is taken apart once. */
function lookForFigure(wordings: readonly string[], page: string): FoundWords {
  const { folded, starts, ends } = wordsOf(page)
  for (const wording of wordings) {
    const row = wordsOf(wording).folded
    const at =
      row.length === 0
        ? -1
        : folded.findIndex((_, place) => row.every((word, index) => folded[place + index] === word))
    if (at === -1) continue
    const span = { start: starts[at]!, end: ends[at + row.length - 1]! }
    return { found: 'word-for-word', span, difference: [] }
  }
  return { found: 'not-found', span: null, difference: [] }
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
