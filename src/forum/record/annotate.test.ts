import { type Format, parse, renderHtml } from '@rostra/markup'
import type { Findings, Quotation, Span } from '@rostra/record'
import * as fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { wordsFor } from '#base/words.ts'
import { sources } from '../../../packages/markup/testing/generate.ts'
import { keyed, type PostFindings } from '../findings/model.ts'
import { readableText } from '../findings/text.ts'
import { annotated } from './annotate.ts'
import { corrected, held } from './corrected.ts'
import { MOST_NUMBERED } from './numbering.ts'
import { inWords } from './shown.ts'

const printed = (source: string, format: Format = 'markdown'): string =>
  renderHtml(parse(source, format), {
    idPrefix: 'p7-',
    quote: () => ({ href: '/a', author: 'Bo', number: 2 }),
  })

const NOTHING: Findings = {
  ...{ language: 'english', quotations: [], figures: [], dates: [] },
  ...{ sources: [], statements: [], repeats: [], stray: [] },
}
type Spans = Partial<Record<'direct' | 'indirect' | 'figures' | 'dates' | 'sources', readonly Span[]>> & {
  readonly repeats?: readonly (Span & { readonly of: Span })[]
}

const quotation = (span: Span, group: number, kind: Quotation['kind']): Quotation => ({
  ...{ start: span.start, end: span.end, kind, group, cue: 'said', resolved: '', reading: null },
  ...{ speaker: 'Brandt', speakerStart: null, speakerEnd: null },
  marked: kind === 'indirect' ? [] : [span],
})

/** Findings at places of a text, whatever stands there. */
function findingsAt(text: string, spans: Spans): PostFindings {
  const { direct = [], indirect = [], figures = [], dates = [], sources: given = [], repeats = [] } = spans
  return keyed(text, {
    ...NOTHING,
    quotations: [
      ...direct.map((span, group) => quotation(span, group, 'direct')),
      ...indirect.map((span, group) => quotation(span, 1000 + group, 'indirect')),
    ],
    figures: figures.map(span => ({ ...span, value: 1, to: null, change: null, unit: 'EUR', counts: '' })),
    dates: dates.map(span => ({ ...span, value: '2025-05-04', reading: null })),
    sources: given.map(span => ({ ...span, url: 'https://a.example', publisher: 'a', date: '', of: span })),
    repeats,
  })
}

const spanOf = (text: string, words: string, from = 0): Span => {
  const start = text.indexOf(words, from)
  expect(start, words).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}

/** A post with these words marked; its paragraphs' tags without their direction. */
function marked(source: string, at: (text: string) => Spans, format: Format = 'markdown'): string | null {
  const html = printed(source, format)
  const readable = readableText(html)
  const found = annotated(html, readable, findingsAt(readable.text, at(readable.text)), 7)
  return found?.replaceAll(' dir="auto"', '').trim() ?? null
}

const number = (n: number): string =>
  `<sup><a href="#p7-r${n}" id="p7-m${n}" role="doc-noteref">${n}</a></sup>`

/** HTML with marks → the HTML without; throws where what we put in is not nested as HTML must be. */
function stripped(html: string): string {
  const open: boolean[] = []
  const clean = html
    .replace(/<sup><a href="#p7-r\d+" id="p7-m\d+" role="doc-noteref">\d+<\/a><\/sup>/g, '')
    .replace(/<summary data-repeats="\d+"><\/summary>/g, '')
    .replace(
      /<\/p>((?:<\/details>)?)\n((?:<details class="fold">)?)<p(?: dir="auto")? data-cut>/g,
      '$1<br>\n$2',
    )
  return clean.replace(/<(\/?)(span|time|details)\b[^>]*>/g, (tag, end: string, name: string) => {
    if (end) {
      const ours = open.pop()
      if (ours === undefined) throw new Error('An element ends that has not begun.')
      return ours ? '' : tag
    }
    open.push(name === 'time' || tag === '<details class="fold">' || /^<span class="(q|says)">$/.test(tag))
    return open.at(-1) ? '' : tag
  })
}

/** Whether a parser that mends nothing agrees about where every element ends. */
function isWellNested(html: string): boolean {
  const open: string[] = []
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (end) {
      if (open.pop() !== name) return false
    } else if (!['br', 'hr', 'img'].includes(name!)) open.push(name!)
  }
  return open.length === 0
}

const spans = (length: number): fc.Arbitrary<Span[]> =>
  fc.array(
    fc
      .tuple(fc.nat(length), fc.nat(length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 })),
    { maxLength: 6 },
  )

/** A text's HTML with its findings, at random places. */
const cases = (format: Format) =>
  sources(format)
    .map(source => printed(source, format))
    .chain(html => {
      const { text } = readableText(html)
      const some = spans(text.length)
      return fc.record({
        html: fc.constant(html),
        spans: fc.record({
          ...{ direct: some, indirect: some, figures: some, sources: some },
          dates: some.map(list => list.sort((a, b) => a.start - b.start)),
          repeats: some.map(list => list.map(span => ({ ...span, of: { start: 0, end: 0 } }))),
        }),
      })
    })

describe('a post with its findings marked', () => {
  test('has quoted words, figures and reported words, each with its number', () => {
    const source = 'Brandt called it “a calendar”, lost €41 million, and said that all would vote.'
    const html = marked(source, text => ({
      direct: [spanOf(text, '“a calendar”')],
      figures: [spanOf(text, '€41 million')],
      indirect: [spanOf(text, 'that all would vote')],
    }))
    expect(html).toBe(
      `<p>Brandt called it <span class="q">“a calendar”</span>${number(1)}, lost <span class="q">€41 million</span>${number(2)}, and said <span class="says">that all would vote</span>${number(3)}.</p>`,
    )
  })

  test('of a quotation in part, what stands in marks is quoted, with the marks', () => {
    const text = 'She said it was "torn out" today'
    const findings = findingsAt(text, {})
    const part = { ...quotation(spanOf(text, 'it was "torn out" today'), 1, 'mixed'), key: 'q0000000000' }
    const mixed = { ...findings, quotations: [{ ...part, marked: [spanOf(text, 'torn out')] }] }
    const html = `<p>${text.replaceAll('"', '&quot;')}</p>`
    expect(annotated(html, readableText(html), mixed, 7)).toBe(
      `<p>She said it was <span class="q">&quot;torn out&quot;</span> today${number(1)}</p>`,
    )
  })

  test('does not tear elements, nor put a link into a link', () => {
    const source = '“One *two* [three](https://a.example) `“code”` four [five 6](https://b.example)'
    const html = marked(source, text => ({
      direct: [spanOf(text, '“One two three')],
      figures: [spanOf(text, '6')],
    }))
    expect(html).toContain(
      '<span class="q">“One </span><em><span class="q">two</span></em><span class="q"> </span>',
    )
    expect(html).toContain(`<span class="q">three</span></a>${number(1)}`)
    expect(html).toContain(`five <span class="q">6</span></a>${number(2)}</p>`)
    expect(html).toContain('<code>“code”</code>')
  })

  test('has whole dates as such, within quoted words too', () => {
    const html = marked('He said “on May 4, 2025”. May 4, 2025 it was.', text => ({
      direct: [spanOf(text, '“on May 4, 2025”')],
      dates: [spanOf(text, 'May 4, 2025'), spanOf(text, 'May 4, 2025', 22)],
    }))
    const time = '<time datetime="2025-05-04">May 4, 2025</time>'
    expect(html).toBe(`<p>He said <span class="q">“on ${time}”</span>${number(1)}. ${time} it was.</p>`)
  })

  test('folds neighbouring paragraphs that stand above, and nothing else', () => {
    const [one, two] = ['The union turned it down.', 'Its *chair* spoke.']
    const html = marked([one, two, one, two, 'New.', one, `${two} And more.`].join('\n\n'), text => {
      const first = spanOf(text, one)
      const second = spanOf(text, 'Its chair spoke.')
      const at = (of: Span, words: string, from: number) => ({ ...spanOf(text, words, from), of })
      const third = at(first, one, second.end)
      const fourth = at(second, 'Its chair spoke.', third.end)
      const fifth = at(first, one, fourth.end)
      return { repeats: [third, fourth, fifth, at(second, 'Its chair spoke.', fifth.end)] }
    })
    const p = (words: string) => `<p>${words.replace('*chair*', '<em>chair</em>')}</p>`
    const fold = (count: number, content: string) =>
      `<details class="fold"><summary data-repeats="${count}"></summary>${content}</details>`
    expect(html).toBe(
      [
        ...[p(one), p(two), fold(2, `${p(one)}\n${p(two)}`), p('New.')],
        ...[fold(1, p(one)), p(`${two} And more.`)],
      ].join('\n'),
    )
  })

  test('folds lines that stand above in a paragraph of several, which goes on before and behind', () => {
    const [one, two] = ['The union turned it down.', 'Its *chair* spoke.']
    const html = marked([one, two, one, two, 'New.'].join('\n'), text => {
      const third = { ...spanOf(text, one, 10), of: spanOf(text, one) }
      const fourth = spanOf(text, 'Its chair spoke.', third.end)
      return { repeats: [third, { ...fourth, of: spanOf(text, 'Its chair spoke.') }] }
    })
    const [first, second] = [one, two.replace('*chair*', '<em>chair</em>')]
    expect(html).toBe(
      `<p>${first}<br>\n${second}</p>\n<details class="fold"><summary data-repeats="2"></summary><p data-cut>${first}<br>\n${second}</p></details>\n<p data-cut>New.</p>`,
    )
  })

  test('does not cut what is bold across a break', () => {
    const html = marked('Said so. **Said\nso. Said** so.', text => ({
      repeats: [{ ...spanOf(text, 'so. Said so.', 9), of: { start: 0, end: 8 } }],
    }))
    expect(html).toBeNull()
  })

  test.each(['a `code`', 'a [ispoiler]secret[/ispoiler]', 'a ![b](/files/1/a.png)', 'a[^b]\n\n[^b]: c'])(
    'does not fold what is there only once: %s',
    source => {
      const html = marked(source, () => ({ repeats: [{ start: 0, end: 99, of: { start: 0, end: 0 } }] }))
      expect(html ?? '').not.toContain('</summary><p>a')
    },
  )

  test('never folds the first stand, whatever the findings say', () => {
    expect(marked('One.', () => ({ repeats: [{ start: 0, end: 4, of: { start: 0, end: 4 } }] }))).toBeNull()
  })

  test('what stands in a repeat has its number where it stands first', () => {
    const html = marked('Lost 41.\n\nLost 41.', text => ({
      figures: [spanOf(text, '41'), spanOf(text, '41', 9)],
      repeats: [{ ...spanOf(text, 'Lost 41.', 5), of: spanOf(text, 'Lost 41.') }],
    }))
    expect(html?.match(/<sup>/g)).toHaveLength(1)
    expect(html).toContain(`<p>Lost <span class="q">41</span>${number(1)}.</p>`)
  })

  test('has no mark of what was withdrawn', () => {
    const text = 'Lost 41 and 42'
    const findings = findingsAt(text, { figures: [spanOf(text, '41'), spanOf(text, '42')] })
    const first = findings.figures[0]!
    const withdrawn = held([{ key: first.key, change: 'withdraw', value: '', reason: '' }])
    const html = `<p>${text}</p>`
    expect(annotated(html, readableText(html), corrected(findings, withdrawn), 7)).toBe(
      `<p>Lost 41 and <span class="q">42</span>${number(1)}</p>`,
    )
  })

  test('is marked no more than anybody reads', () => {
    const text = '7 '.repeat(5_000)
    const figures = Array.from({ length: 5_000 }, (_, index) => ({ start: index * 2, end: index * 2 + 1 }))
    const html = annotated(`<p>${text}</p>`, readableText(`<p>${text}</p>`), findingsAt(text, { figures }), 7)
    expect(html?.match(/<sup>/g)).toHaveLength(MOST_NUMBERED)
  })

  test.each<Format>(['markdown', 'bbcode'])('is the post itself but for the marks, in %s', format => {
    fc.assert(
      fc.property(cases(format), ({ html, spans: at }) => {
        const readable = readableText(html)
        const found = annotated(html, readable, findingsAt(readable.text, at), 7) ?? html
        expect(stripped(found)).toBe(html)
        expect(isWellNested(found)).toBe(isWellNested(html))
        const links = found.match(/<a [^>]*>(?:(?!<\/a>)[\s\S])*<a /g)
        expect(links).toBeNull()
        expect(codeIn(found)).toEqual(codeIn(html))
      }),
      { numRuns: 500 },
    )
  })
})

/** What stands in the code of a text. */
function codeIn(html: string): string[] {
  return html.match(/<code[\s\S]*?<\/code>/g) ?? []
}

test('a fold says in the reader’s language what it is', () => {
  const html = '<details class="fold"><summary data-repeats="2"></summary><p>a</p></details>'
  expect(inWords(html, wordsFor('en'))).toContain('<summary>2 paragraphs repeat what stands above</summary>')
  expect(inWords(html, wordsFor('de'))).toContain('<summary>2 Absätze wiederholen')
  const written = printed('<summary data-repeats="2"></summary>', 'bbcode')
  expect(inWords(written, wordsFor('en'))).toBe(written)
  expect(parseDocument(inWords(html, wordsFor('ar'))).children).toHaveLength(1)
})
