import type { Quotation, Span } from '@rostra/record'
import { describe, expect, test } from 'vitest'
import { wordsFor } from '#base/words.ts'
import { CANARY, canariesIn } from '../../../tests/support/canary.ts'
import { keyed, type PostFindings } from '../findings/model.ts'
import type { SharedPost } from '../passages/model.ts'
import type { NamedPost } from '../quotations/model.ts'
import { type ReadText, remarksIn } from './find.ts'
import { mendOf, type Remark, remarksJson } from './model.ts'
import { RemarksView } from './views.ts'

const post: NamedPost = {
  ...{ id: 900, threadId: 7, number: 3, threadTitle: 'Strike', threadSlug: 'strike', boardId: 1 },
  ...{ authorId: 2, authorName: 'Mo', at: 0 },
}
const HEARD = '“we will not sign any of this paper”'
const QUOTED = '“one two three four five six seven eight”'
const PASTED = 'The port authority puts the loss at forty million since the third of March, it said.'
const TEXT = `They shouted ${HEARD} again.

${PASTED}

Brandt wrote ${QUOTED} there.

Iran has other worries.`

const spanOf = (words: string, text = TEXT): Span => {
  const start = text.indexOf(words)
  expect(start, words).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}

function quotation(words: string, change: Partial<Quotation> = {}): Quotation {
  const { start, end } = spanOf(words)
  return {
    ...{ start, end, kind: 'direct', marked: [{ start: start + 1, end: end - 1 }], speaker: '' },
    ...{ speakerStart: null, speakerEnd: null, cue: '', resolved: '', reading: null, group: start },
    ...change,
  }
}

const findings = (change: Partial<Parameters<typeof keyed>[1]> = {}): PostFindings =>
  keyed(TEXT, {
    ...{ language: 'english', quotations: [], figures: [], dates: [], sources: [] },
    ...{ statements: [], repeats: [], stray: [] },
    ...change,
  })

const shared = (words: string, change: Partial<SharedPost> = {}): SharedPost => {
  const span = { ...spanOf(words), of: { start: 0, end: 9 }, words: 16 }
  return { post, words: 16, spans: [span], isFirst: true, ...change }
}

const textWith = (change: Partial<ReadText> = {}): ReadText => ({
  ...{ source: TEXT, text: TEXT, findings: findings(), excerptLimit: null },
  passages: { words: 40, ownWords: 40, found: [] },
  ...change,
})
const found = (change: Partial<ReadText>): readonly Remark[] => remarksIn(textWith(change)).list
const words = wordsFor('en')

describe('what there is to say about a text', () => {
  test('is nothing where nothing was found, and no more than was found', () => {
    const remarks = remarksIn(textWith())
    expect(remarks).toEqual({ list: [], words: 40, ownWords: 40 })
    expect(RemarksView(remarks, words)).toBeNull()
  })

  test('quotations of some length of which no part names a speaker', () => {
    const quotations = [quotation(HEARD), quotation(QUOTED, { speaker: 'Brandt' })]
    const [remark, ...others] = found({ findings: findings({ quotations }) })
    expect(others).toEqual([])
    expect(remark).toMatchObject({ kind: 'unnamed', words: HEARD, place: spanOf(HEARD) })
    const joined = [quotation(HEARD, { group: 1 }), quotation(QUOTED, { speaker: 'Brandt', group: 1 })]
    expect(found({ findings: findings({ quotations: joined }) })).toEqual([])
    expect(found({ findings: findings({ quotations: [quotation('other')] }) })).toEqual([])
    expect(found({ findings: findings({ quotations, language: 'other' }) })).toEqual([])
  })

  test('statements without a source, repeats of ten words, paragraphs astray', () => {
    const statements = [
      { ...spanOf(PASTED), source: null },
      { ...spanOf('Iran has other worries.'), source: 0 },
    ]
    const repeats = [
      { ...spanOf(PASTED), of: spanOf(HEARD) },
      { ...spanOf('other worries'), of: spanOf(HEARD) },
    ]
    const list = found({
      findings: findings({ statements, repeats, stray: [spanOf('Iran has other worries.')] }),
    })
    expect(list.map(({ kind, words: about }) => [kind, about])).toEqual([
      ['repeat', PASTED],
      ['stray', 'Iran has other worries.'],
      ['unsourced', PASTED],
    ])
    expect(new Set(list.map(mendOf)).size).toBe(3)
  })

  test('a passage that a post has first; its parts are one where little stands between them', () => {
    const [start, middle] = [spanOf('The port authority puts the loss'), spanOf('forty million since')]
    const spans = [start, middle, spanOf('Iran has')].map(span => ({
      ...{ ...span, of: { start: 0, end: 1 }, words: 6 },
    }))
    const passages = { words: 40, ownWords: 24, found: [shared(PASTED, { spans })] }
    const [remark] = found({ passages })
    expect(remark).toMatchObject({ kind: 'posted', key: '900', wordCount: 16 })
    expect(remark).toHaveProperty('places', [{ start: start.start, end: middle.end }, spanOf('Iran has')])
    for (const change of [{ isFirst: false }, { words: 9 }])
      expect(found({ passages: { ...passages, found: [shared(PASTED, change)] } })).toEqual([])
  })

  describe('more from one source than the board allows', () => {
    const url = 'https://harbour.example/a'
    const link = { ...spanOf('there'), url, publisher: 'harbour.example', date: '' }
    const excerpts = (excerptLimit: number | null, change: Partial<ReadText> = {}) =>
      found({ excerptLimit, ...change }).filter(({ kind }) => kind === 'excerpt')

    test('in quotation marks under its link', () => {
      const sources = [{ ...link, of: { start: 0, end: TEXT.length } }]
      const quotations = [quotation(HEARD, { speaker: 'x' }), quotation(QUOTED, { speaker: 'x' })]
      const read = { findings: findings({ quotations, sources }) }
      expect(excerpts(16, read)).toEqual([])
      expect(excerpts(15, read)).toMatchObject([
        { from: 'harbour.example', wordCount: 16, limit: 15, rest: 7, words: HEARD.slice(1, -1) },
      ])
      expect(excerpts(null, read)).toEqual([])
      const elsewhere = findings({ quotations, sources: [{ ...link, of: spanOf(PASTED) }] })
      expect(excerpts(1, { findings: elsewhere })).toEqual([])
    })

    test('in a quote of a name, unless that is a post of this forum', () => {
      const block = (tag: string) => `${tag}\nOne two three four.\n[/quote]\n\n${TEXT}`
      const named = block('[quote="Harbour News"]')
      const [remark] = excerpts(3, { source: named })
      expect(remark).toMatchObject({ from: 'Harbour News', wordCount: 4, rest: 3 })
      expect(named.slice(remark!.place!.start, remark!.place!.end)).toBe('One two three four.')
      for (const tag of ['[quote]', '[quote="Mo, post: 7/3, revision: 1"]'])
        expect(excerpts(3, { source: block(tag) })).toEqual([])
    })

    test('in what a post has already', () => {
      const passages = { words: 40, ownWords: 24, found: [shared(PASTED, { isFirst: false })] }
      expect(excerpts(10, { passages })).toMatchObject([{ from: post, wordCount: 16, rest: 10 }])
    })
  })

  test('is linear: many quotations under many links', () => {
    const sources = Array.from({ length: 3000 }, (_, index) => ({
      ...{ ...spanOf('there'), url: `https://a.example/${index}`, publisher: 'a.example', date: '' },
      of: { start: 0, end: TEXT.length },
    }))
    let looked = 0
    const counted = Object.defineProperty({ ...quotation(HEARD), key: 'q1' }, 'marked', {
      get: () => {
        looked++
        return [spanOf(HEARD)]
      },
    })
    found({ excerptLimit: 1, findings: { ...findings({ sources }), quotations: [counted] } })
    expect(looked).toBeGreaterThan(50)
    expect(looked).toBeLessThan(200)
  })
})

describe('remarks are shown', () => {
  const statements = ['They shouted', 'Iran has', 'other worries', 'Brandt wrote', 'the loss'].map(each => ({
    ...spanOf(each),
    source: null,
  }))
  const all = () =>
    remarksIn(
      textWith({
        findings: findings({ statements, quotations: [quotation(HEARD)], stray: [spanOf('Iran has')] }),
        passages: { words: 40, ownWords: 10, found: [shared(PASTED)] },
        excerptLimit: 5,
      }),
    )

  test('each with the way to its place, and a button that mends it', () => {
    const markup = String(RemarksView(all(), words))
    expect(markup).toContain('<h2>9 remarks</h2>')
    expect(markup).toContain('<li>10 of 40 words are your own (25 %).</li>')
    expect(markup).toContain(
      '16 words stand in <a href="/posts/7/3" target="_blank"><bdi>#3</bdi> of <bdi>Strike</bdi></a> by <bdi>Mo</bdi> already: <q dir="auto">',
    )
    const { start, end } = spanOf(PASTED)
    expect(markup).toContain(
      `<a href="#field-source" data-at="${start} ${end}">Show me</a> <button class="link" name="act" value="mend.posted.900" formnovalidate data-mend>Quote that post</button>`,
    )
    expect(markup.match(/No source for/g)).toHaveLength(3)
    expect(markup).toContain('<li class="hint">And 2 more like these.</li>')
    expect(markup).toContain('16 words come from <a href="/posts/7/3"')
    expect(markup).toContain('This board asks for 5 at most from one source.')
    expect(remarksJson(all())).toMatchObject({ ownWords: 10, remarks: { length: 9 } })
  })

  test('without a button where the place cannot be found again', () => {
    const list = all().list.map(remark => ({ ...remark, place: null }))
    const markup = String(RemarksView({ ...all(), list }, words))
    expect(markup).not.toMatch(/data-at|data-mend/)
  })

  test.each(['en', 'de', 'ar'] as const)('with everything escaped that people wrote, in %s', locale => {
    const named = { ...post, threadTitle: CANARY, authorName: CANARY }
    const list = all().list.map((remark): Remark => {
      const about = { ...remark, words: CANARY }
      if (about.kind === 'posted') return { ...about, post: named }
      return about.kind === 'excerpt' ? { ...about, from: CANARY } : about
    })
    const markup = String(RemarksView({ ...all(), list }, wordsFor(locale)))
    expect(canariesIn(markup)).toEqual([])
    expect(markup).toContain('&lt;x-canary')
  })
})
