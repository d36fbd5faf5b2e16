import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'
import { excerpt, mentionsOf, plainText, quotesOf } from './text.ts'

const markdown = (source: string) => parse(source, 'markdown')
const bbcode = (source: string) => parse(source, 'bbcode')

describe('plainText', () => {
  it.each([
    ['# A\n\nb **c** `d`\ne', 'A\n\nb c d\ne'],
    ['- a\n- b\n  - c', '- a\n- b\n  - c'],
    ['3. a\n4. b\n9. c', '3. a\n4. b\n9. c'],
    ['- [x] done\n- [ ] open', '- [x] done\n- [ ] open'],
    ['| a | b |\n|---|---|\n| c | d |', 'a | b\nc | d'],
    ['```js title\nx\n\n```', 'title\nx'],
    ['[text](https://a.example) ![quay](/files/1/a.png) ![](/files/1/a.png)', 'text quay a.png'],
    ['a[^1]\n\n[^1]: b', 'a[1]\n\n[1] b'],
    ['<b>a</b> &amp; @name', '<b>a</b> & @name'],
    ['> a\n\nb', 'a\n\nb'],
    ['---\n\na', 'a'],
  ])('%j → %j', (source, text) => expect(plainText(markdown(source))).toBe(text))

  it.each([
    ['[b]a[/b] [color=red]b[/color][hr]c', 'a b\n\nc'],
    [
      '[attach]12[/attach] [media=youtube]dQw4w9WgXcQ[/media]',
      '[attach]12[/attach] https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ],
    ['[spoiler=end]they sail[/spoiler]', 'end\n\nthey sail'],
    ['[b]unclosed [unknown]x[/unknown]', '[b]unclosed [unknown]x[/unknown]'],
    ['[list=a][*]a[*]b[/list]', 'a. a\nb. b'],
  ])('%j → %j', (source, text) => expect(plainText(bbcode(source))).toBe(text))

  it('leaves out quotes and spoilers where that is asked for', () => {
    const document = bbcode('[quote=a]b[/quote]c [ispoiler]d[/ispoiler][spoiler=e]f[/spoiler]')
    expect(plainText(document)).toBe('b\n\nc d\n\ne\n\nf')
    expect(plainText(document, { quotes: false })).toBe('c d\n\ne\n\nf')
    expect(plainText(document, { quotes: false, spoilers: false })).toBe('c […]\n\ne')
  })

  it('keeps every character of a text without markup', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'aé 漢ש1.,;?…\n'), maxLength: 200 })
    const settled = (text: string) => text.replace(/[ \n]+/g, ' ').trim()
    fc.assert(
      fc.property(plain, text => {
        expect(settled(plainText(bbcode(text)))).toBe(settled(text))
      }),
    )
  })
})

describe('excerpt', () => {
  const cut = (source: string, limit: number) => excerpt(markdown(source), limit)

  it('is the text on one line, or its beginning up to a word', () => {
    expect(cut('# A\n\nb *c*', 20)).toBe('A b c')
    expect(cut('The harbour union turned down a second offer', 22)).toBe('The harbour union…')
    expect(cut('One, two, three', 10)).toBe('One, two…')
    expect(cut('Unbelievablylongword', 10)).toBe('Unbelieva…')
    expect(cut('a b', 1)).toBe('…')
    expect(cut('a b', 0)).toBe('')
    expect(cut('', 10)).toBe('')
  })

  it('leaves out what is quoted or hidden, unless there is nothing else', () => {
    expect(cut('> quoted\n\nown', 20)).toBe('own')
    expect(cut('> quoted', 20)).toBe('quoted')
    expect(excerpt(bbcode('[spoiler=T]hidden[/spoiler] seen'), 20)).toBe('T seen')
  })

  it('never cuts a character as readers see it', () => {
    const family = '👩‍👩‍👧'
    expect(cut(family.repeat(3), 9)).toBe(`${family}…`)
    expect(cut(family.repeat(3), 8)).toBe('…')
    expect(cut('e\u0301'.repeat(9), 6)).toBe('e\u0301e\u0301…')
    const text = fc.string({ unit: fc.constantFrom(family, 'e\u0301', '🇩🇪', 'a', ' ', '-', '\u0600', '각') })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (source, limit) => {
        const short = excerpt(bbcode(source), limit)
        const whole = plainText(bbcode(source)).replace(/\s+/g, ' ').trim()
        expect(short.length).toBeLessThanOrEqual(limit)
        if (short === whole) return
        const ends = [...new Intl.Segmenter().segment(whole)].map(({ index }) => index)
        expect(ends).toContain(short.length - 1)
        expect(whole.startsWith(short.slice(0, -1))).toBe(true)
      }),
    )
  })
})

it('lists who is mentioned, once, in order', () => {
  const document = markdown('@b @a @"c d" @b `@e` [@f](/g)\n\n> @h\n\n@i')
  expect(mentionsOf(document)).toEqual(['b', 'a', 'c d', 'h', 'i'])
  expect(mentionsOf(document, { quotes: false })).toEqual(['b', 'a', 'c d', 'i'])
})

it('lists what is quoted, also inside what is quoted', () => {
  const document = bbcode('[quote="a, post: 1/2"][quote]x[/quote][quote=b]y[/quote][/quote]')
  expect(quotesOf(document).map(reference => reference.author)).toEqual(['a', 'b'])
})
