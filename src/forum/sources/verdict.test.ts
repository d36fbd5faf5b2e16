import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Found } from './finding.ts'
import { MAX_EXCERPT } from './model.ts'
import { compare, excerptAround } from './verdict.ts'

const page = (text: string) => ({ title: 'The vote', published: '2026-03-14', text })
const place = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})
const base = {
  key: 'qaaaaaaaaaa',
  speaker: '',
  speakerStart: null,
  speakerEnd: null,
  cue: '',
  resolved: '',
  reading: null,
  group: 0,
}

const quotation = (text: string, words: string, marked: readonly string[] = [words]): Found => {
  const finding = {
    ...base,
    ...place(text, words),
    kind: 'direct' as const,
    marked: marked.map(each => place(text, each)),
  }
  return { kind: 'quotation', finding, parts: [finding] }
}
const figure = (text: string, words: string, value: number): Found => ({
  kind: 'figure',
  finding: {
    key: 'faaaaaaaaaa',
    ...place(text, words),
    value,
    to: null,
    change: null,
    unit: 'EUR',
    counts: '',
  },
})

const POST =
  'She said “the port will lose forty ships a week until the strike ends” and put it at €41 million.'
const WORDS = 'the port will lose forty ships a week until the strike ends'
const ARTICLE = `Talks stalled on Monday. “The port will lose forty ships a week until the strike ends,” said Ilse Brandt. More talks follow.`

describe('compare', () => {
  test('finds quoted words word for word, with what stands around them', () => {
    expect(compare(quotation(POST, WORDS), POST, page(ARTICLE))).toEqual({
      ...{ verdict: 'word-for-word', title: 'The vote', published: '2026-03-14', difference: [] },
      excerpt: ARTICLE,
    })
  })

  test('finds altered words, and says how', () => {
    const altered = ARTICLE.replace('forty ships a week', 'thirty ships a week')
    const reading = compare(quotation(POST, WORDS), POST, page(altered))
    expect(reading.verdict).toBe('altered')
    expect(reading.excerpt).toContain('thirty ships')
    const texts = (change: string) =>
      reading.difference.filter(each => each.change === change).map(each => each.text.trim())
    expect(texts('removed')).toEqual(['thirty'])
    expect(texts('added')).toEqual(['forty'])
    expect(
      reading.difference
        .filter(each => each.change !== 'removed')
        .map(each => each.text)
        .join(''),
    ).toBe(WORDS)
  })

  test('says where the page does not have quoted words', () => {
    expect(compare(quotation(POST, WORDS), POST, page('Something else altogether.'))).toMatchObject({
      ...{ verdict: 'not-found', excerpt: '', difference: [], title: 'The vote' },
    })
    expect(compare(quotation(POST, WORDS), POST, page(''))).toMatchObject({ verdict: 'not-found' })
  })

  test('looks for several stretches in marks one behind the other', () => {
    const text = '“The port will lose ships,” she said, “until the strike ends.”'
    const broken = quotation(text, text, ['The port will lose ships,', 'until the strike ends.'])
    const whole = 'She said: “The port will lose ships every week until the strike ends.”'
    expect(compare(broken, text, page(whole)).verdict).toBe('word-for-word')
    expect(compare(broken, text, page('Until the strike ends the port will lose ships.')).verdict).toBe(
      'not-found',
    )
  })

  test('what is reported in other words, and a statement, is found or says nothing', () => {
    const text = 'The chair said members would vote again on Friday, come what may.'
    const indirect = quotation(text, 'members would vote again on Friday', [])
    const statement: Found = {
      kind: 'statement',
      finding: { key: 'taaaaaaaaaa', start: 0, end: text.length, source: null },
    }
    for (const found of [indirect, statement]) {
      expect(compare(found, text, page(`Before. ${text} After.`))).toMatchObject({ verdict: 'word-for-word' })
      expect(compare(found, text, page('Nothing of it.'))).toMatchObject({
        verdict: 'unchecked',
        excerpt: '',
      })
    }
  })

  test.each([
    ['€41 million', 41e6, 'a loss of 41,000,000 euros'],
    ['€41 million', 41e6, 'a loss of €41m since March'],
    ['€41 million', 41e6, 'EUR 41 million were lost'],
    ['300,000', 300_000, 'some 300000 people'],
    ['300,000', 300_000, 'some 300 thousand people'],
    ['3.5 %', 3.5, 'rose by 3.5 percent'],
  ])('finds %s however its value is written', (words, value, text) => {
    const post = `It was ${words} in all.`
    expect(compare(figure(post, words, value), post, page(text))).toMatchObject({
      verdict: 'word-for-word',
      excerpt: text,
    })
    expect(compare(figure(post, words, value), post, page('a loss of 7 euros'))).toMatchObject({
      verdict: 'not-found',
    })
  })
})

test('a small number alone is no figure', () => {
  const post = 'It cost 7 euros.'
  const found = figure(post, '7 euros', 7)
  expect(compare(found, post, page('on page 7 of 20')).verdict).toBe('not-found')
  expect(compare(found, post, page('it was 7 euros')).verdict).toBe('word-for-word')
})

describe('excerptAround', () => {
  test('holds the place, is short, and is cut between words', () => {
    const text = Array.from({ length: 500 }, (_, index) => `word${index}`).join(' ')
    const cut = excerptAround(text, place(text, 'word250 word251'))
    expect(cut).toMatch(/^…word\d+ .*word250 word251.* word\d+…$/)
    expect(cut.length).toBeLessThanOrEqual(MAX_EXCERPT)
    expect(excerptAround(text, place(text, 'word0'))).toMatch(/^word0 .*…$/)
    expect(excerptAround(text, place(text, 'word499'))).toMatch(/^….* word499$/)
    expect(excerptAround('short text', { start: 0, end: 5 })).toBe('short text')
  })

  test('is never longer than it may be, and never half a sign', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 2000 }),
        fc.nat(2000),
        fc.nat(2000),
        (text, one, other) => {
          const [start, end] = [
            Math.min(one, other, text.length),
            Math.min(Math.max(one, other), text.length),
          ]
          const cut = excerptAround(text, { start, end })
          expect(cut.length).toBeLessThanOrEqual(MAX_EXCERPT)
          expect(cut.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})
