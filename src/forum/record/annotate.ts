import type { Span } from '@rostra/record'
import type { PostFindings } from '../findings/model.ts'
import { type Piece, type ReadableText, stretchesOf } from '../findings/text.ts'
import { type Fold, foldsIn } from './folds.ts'
import { type Marks, marksOf } from './marks.ts'
import { entryId, markId } from './model.ts'
import { BREAK, linksIn } from './places.ts'

/** Raised whenever the same findings are marked differently, or a text is taken from the HTML differently. */
export const MARKS_VERSION = 1

/** Markup that is put into the HTML of a post. */
interface Addition {
  readonly at: number
  /** The end of what it stands in place of; left out where it is merely put in. */
  readonly to?: number
  /** What stands at one place stands in this order; see `ORDER`. */
  readonly order: number
  readonly markup: string
}

/** At one place: what ends there, then the number, then what begins there; a fold is around all of it. */
const ORDER = { timeEnd: 0, end: 1, number: 2, foldEnd: 3, fold: 4, start: 5, timeStart: 6 } as const

/** An element around a stretch of the HTML that has no markup in it. */
interface Wrapping extends Span {
  readonly opening: string
  readonly closing: string
}

function wrappings(pieces: readonly Piece[], spans: readonly Span[], name: string): Wrapping[] {
  return spans
    .flatMap(span => stretchesOf(pieces, span))
    .map(stretch => ({ ...stretch, opening: `<span class="${name}">`, closing: '</span>' }))
}

/** Dates that stand in one stretch of the HTML, and that no other mark begins or ends in. */
function datesIn(pieces: readonly Piece[], { dates }: Marks, others: readonly Wrapping[]): Wrapping[] {
  const borders = others.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b)
  let place = 0
  let last = -1
  const found: Wrapping[] = []
  for (const date of dates) {
    const stretches = stretchesOf(pieces, date)
    const [stretch] = stretches
    if (!stretch || stretches.length > 1 || stretch.start < last) continue
    while (place < borders.length && borders[place]! <= stretch.start) place++
    if (place < borders.length && borders[place]! < stretch.end) continue
    last = stretch.end
    found.push({ ...stretch, opening: `<time datetime="${date.value}">`, closing: '</time>' })
  }
  return found
}

/** The numbers, each behind its finding, and behind the link or date that it stands in. */
function numbersIn(
  html: string,
  { pieces }: ReadableText,
  { numbered }: Marks,
  at: { postNumber: number; dates: readonly Span[] },
): Addition[] {
  const whole = [...linksIn(html), ...at.dates].sort((a, b) => a.start - b.start)
  let place = 0
  return numbered.flatMap(({ number, at: end }) => {
    const stretch = stretchesOf(pieces, { start: end - 1, end }).at(-1)
    if (!stretch) return []
    while (place < whole.length && whole[place]!.end < stretch.end) place++
    const around = whole[place]
    const behind = around && around.start < stretch.end ? around.end : stretch.end
    return [{ at: behind, order: ORDER.number, markup: numberMarkup(at.postNumber, number) }]
  })
}

const numberMarkup = (postNumber: number, number: number): string =>
  `<sup><a href="#${entryId(postNumber, number)}" id="${markId(postNumber, number)}" role="doc-noteref">${number}</a></sup>`

const additionsOf = (
  wrapped: readonly Wrapping[],
  order: { readonly start: number; readonly end: number },
): Addition[] =>
  wrapped.flatMap(({ start, end, opening, closing }) => [
    { at: start, order: order.start, markup: opening },
    { at: end, order: order.end, markup: closing },
  ])

/** The tag of the paragraph that goes on behind a cut, so that it can be told from those of the writer. */
const cutTag = (tag: string): string => `${tag.slice(0, -1)} data-cut>`

/** A fold around whole lines: a paragraph that goes on before it or behind it is cut at the break. */
function foldMarkup({ first, last, count }: Fold): Addition[] {
  const opening = `<details class="fold"><summary data-repeats="${count}"></summary>`
  const before = first.start - BREAK.length
  const behind = last.end + BREAK.length
  return [
    first.opens === null
      ? { at: before, to: first.start, order: ORDER.fold, markup: `</p>\n${opening}${cutTag(first.tag)}` }
      : { at: first.opens, order: ORDER.fold, markup: opening },
    last.closes === null
      ? { at: last.end, to: behind, order: ORDER.foldEnd, markup: `</p></details>\n${cutTag(last.tag)}` }
      : { at: last.closes, order: ORDER.foldEnd, markup: '</details>' },
  ]
}

/** The HTML with the additions in it; those of one place and order stand as they come. */
function withAdditions(html: string, additions: readonly Addition[]): string {
  const parts: string[] = []
  let from = 0
  for (const { at, to, markup } of [...additions].sort((a, b) => a.at - b.at || a.order - b.order)) {
    parts.push(html.slice(from, at), markup)
    from = to ?? at
  }
  return parts.join('') + html.slice(from)
}

/**
 * The HTML of a post as packages/markup prints it, the text that was read in it, and its findings as corrected → the
 * HTML with these marked; null where there is nothing to mark. Quoted words and figures stand in `<span class="q">`,
 * reported ones in `<span class="says">`, numbers in `<sup>`, whole dates in `<time>`, and lines that stand in the text
 * before in `<details class="fold">`, whose summary `inWords` fills; a paragraph that is cut for it goes on in one with
 * `data-cut`. Without these the HTML is as it was.
 */
export function annotated(
  html: string,
  readable: ReadableText,
  findings: PostFindings,
  postNumber: number,
): string | null {
  const marks = marksOf(readable.text, findings)
  const { pieces } = readable
  const spans = [...wrappings(pieces, marks.quoted, 'q'), ...wrappings(pieces, marks.reported, 'says')]
  const dates = datesIn(pieces, marks, spans)
  const additions = [
    ...additionsOf(spans, { start: ORDER.start, end: ORDER.end }),
    ...additionsOf(dates, { start: ORDER.timeStart, end: ORDER.timeEnd }),
    ...numbersIn(html, readable, marks, { postNumber, dates }),
    ...foldsIn(html, readable, marks.repeats).flatMap(foldMarkup),
  ]
  return additions.length === 0 ? null : withAdditions(html, additions)
}
