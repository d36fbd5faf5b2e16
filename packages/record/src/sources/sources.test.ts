import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourcesIn } from './sources.ts'

const read = (text: string, links: Parameters<typeof sourcesIn>[1] = []) =>
  sourcesIn(text, links).map(({ start, end, of, ...rest }) => ({
    words: text.slice(start, end),
    of: text.slice(of.start, of.end),
    ...rest,
  }))
const of = (text: string) => read(text).map(each => each.of)

/** The first stretch of a text with these words, as a link. */
const link = (text: string, words: string, url: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, url }
}

const MILL = 'The mill burned down. Nobody was hurt.'
const URL = 'https://news.example.org/2025/05/04/mill'

describe('sourcesIn', () => {
  it('gives address, publisher and date', () => {
    expect(read(`The mill burned down, says ${URL}.`)).toEqual([
      {
        words: URL,
        url: URL,
        publisher: 'example.org',
        date: '2025-05-04',
        of: `The mill burned down, says ${URL}.`,
      },
    ])
  })

  it('takes links that are given, and addresses outside of them', () => {
    const text = `As the Gazette says, the mill burned. See also www.example.com/a there.`
    const links = [link(text, 'the Gazette', 'https://gazette.example.org/5')]
    expect(read(text, links).map(({ words, url, publisher }) => [words, url, publisher])).toEqual([
      ['the Gazette', 'https://gazette.example.org/5', 'example.org'],
      ['www.example.com/a', 'https://www.example.com/a', 'example.com'],
    ])
    const shown = `It burned, see ${URL}, they say.`
    expect(read(shown, [link(shown, URL, 'https://example.net/other')]).map(({ url }) => url)).toEqual([
      'https://example.net/other',
    ])
  })

  it('takes no link that leads nowhere else', () => {
    const text = 'As Bo wrote, mail to bo@example.org or see the rules.'
    const links = [
      link(text, 'Bo', '/members/5'),
      link(text, 'mail', 'mailto:bo@example.org'),
      { start: 4, end: 900, url: URL },
    ]
    expect(read(text, links)).toEqual([])
  })

  it.each([
    ['its sentence', `The mill burned down (${URL}). Nobody was hurt.`, `The mill burned down (${URL}).`],
    ['the sentence before it', `The mill burned down. ${URL} Nobody was hurt.`, 'The mill burned down.'],
    [
      'the sentence that it is shown for',
      `${MILL} See ${URL} for the rest of it. Bo left.`,
      'Nobody was hurt.',
    ],
    [
      'its sentence, which says more',
      `${MILL} See what Bo says of ${URL} and of the roof that fell in. Bo left.`,
      `See what Bo says of ${URL} and of the roof that fell in.`,
    ],
    ['its paragraph, at the end of it', `First.\n${MILL} ${URL}\nLast.`, `${MILL} ${URL}`],
    ['its paragraph, in brackets', `First.\n${MILL} (Source: ${URL})\nLast.`, `${MILL} (Source: ${URL})`],
    ['the paragraph before it', `First.\n${MILL}\n${URL}\nLast.`, MILL],
    ['the text, in the last paragraph', `First.\n${MILL}\n\n${URL}\n`, `First.\n${MILL}\n\n${URL}`],
    ['the text, in the first paragraph', `${URL}\n${MILL}\nLast.`, `${URL}\n${MILL}\nLast.`],
    [
      'the text, behind "Source:"',
      `First.\nSource: the Gazette, ${URL}\nLast.`,
      `First.\nSource: the Gazette, ${URL}\nLast.`,
    ],
    ['the text, behind "Quelle:"', `Die Mühle.\nQuelle: ${URL}`, `Die Mühle.\nQuelle: ${URL}`],
    ['the text, behind "via"', `The mill.\nvia ${URL}`, `The mill.\nvia ${URL}`],
    ['the text, where there is nothing else', URL, URL],
  ])('belongs to %s', (_, text, stretch) => {
    expect(of(text)).toEqual([stretch])
  })

  it('gives several links of one place the same place', () => {
    expect(of(`First.\n${MILL} ${URL} and ${URL}5\nLast.`)).toEqual(
      Array(2).fill(`${MILL} ${URL} and ${URL}5`),
    )
    expect(of(`First.\n${MILL}\n${URL}\n${URL}5`)).toEqual(Array(2).fill(`First.\n${MILL}\n${URL}\n${URL}5`))
  })

  it('finds none in plain words', () => {
    expect(read('Source: my neighbour. See www for more, http://.')).toEqual([])
  })

  it('gives sources in order and apart, each inside of its place and the text', () => {
    const words = ['The mill.', 'It ended', URL, 'www.example.org', '\n', 'Source:', '(', ')', 'see', '.']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), list => {
        const text = list.join(' ')
        let reached = 0
        for (const { start, end, of: place } of sourcesIn(text)) {
          expect(start).toBeGreaterThanOrEqual(reached)
          reached = end
          expect(place.start).toBeGreaterThanOrEqual(0)
          expect(place.end).toBeLessThanOrEqual(text.length)
          expect(place.end).toBeGreaterThan(place.start)
        }
        expect(sourcesIn(text)).toHaveLength(
          list.filter(each => each === URL || each === 'www.example.org').length,
        )
      }),
    )
  })
})
