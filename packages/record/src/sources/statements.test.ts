import { describe, expect, it } from 'vitest'
import { datesIn } from '../dates/dates.ts'
import { figuresIn } from '../figures/figures.ts'
import { sourcesIn } from './sources.ts'
import { statementsIn } from './statements.ts'

/** Quotations are the words between “ and ” here, and somebody's where a speaker is given. */
const read = (text: string, speaker: string | null = null) => {
  const marked = [...text.matchAll(/“[^”]*”/g)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }))
  const dates = datesIn(text, '2025-05-07')
  const quotations = speaker === null ? [] : marked.map(mark => ({ ...mark, speaker }))
  const found = { dates, figures: figuresIn(text, dates), sources: sourcesIn(text), quotations, marked }
  return statementsIn(text, found).map(({ start, end, source }) => [text.slice(start, end), source])
}

describe('what could be asked for a source', () => {
  it.each([
    'The crisis claimed around 300,000 lives in that country.',
    'The dam was closed on May 4, 2025, for a week.',
    'Prices for bread rose by 12 percent over the winter.',
    'Half of all voters in the valley stayed at home.',
    'President Weir has confirmed the sale of the mill.',
    'The Harbour Council sold the old mill to a foreign fleet.',
    'In spring, Ana Duarte closed the shelter on the hill.',
    'Last week Joan Petty resigned, and the council elected Owen Pritchard.',
  ])('%s', text => {
    expect(read(text)).toEqual([[text, null]])
  })

  it('takes words of somebody who is named', () => {
    const text = 'Weir said “we will never sell it.”'
    expect(read(text, 'Weir')).toEqual([[text, null]])
    expect(read(text)).toEqual([])
  })
})

describe('what is never asked', () => {
  it.each([
    ['a question', 'Did the crisis claim around 300,000 lives in that country?'],
    ['a shout', 'The crisis claimed around 300,000 lives in that country!'],
    ['an opinion', 'The council should have sold 300,000 shares of the mill.'],
    ['a judgement', 'It was a disgrace that the council sold 300,000 shares.'],
    ['a guess', 'Perhaps the crisis claimed around 300,000 lives there.'],
    ['what might be', 'The crisis could have claimed around 300,000 lives there.'],
    ['a condition', 'If the council sold 300,000 shares, the mill was lost.'],
    ['the writer', 'On May 4, 2025, I walked to the mill on the hill.'],
    ['the writer and others', 'Our club was founded in 1998 by a few fishermen.'],
    ['"us" in small letters', 'The council gave us 300,000 reasons in 2014 alone.'],
    ['the reader', 'You paid around 300,000 for that mill in 2014.'],
    ['an instruction', 'Please note that the mill was sold on May 4, 2025.'],
    ['a greeting', 'Hello, Weir, who was elected on May 4, 2025, to the council.'],
    ['a wish', 'One hopes that the mill was sold before May 4, 2025.'],
    ['quoted words alone', '“The crisis claimed around 300,000 lives in that country.”'],
    ['a heading', 'The mill on the hill, 1998'],
    ['how things are', 'The mill stands on a hill and looks over the harbour.'],
    ['a small number', 'The two countries have been neighbours for long enough.'],
    ['a subject without a name', 'The neighbours have always closed their gates at night.'],
    ['one capital that begins the sentence', 'Fishermen have always closed their gates at night.'],
    ['what a number is not', 'The number of seats was not 4,100 in those years.'],
    ['what would be so', 'If your boat is worth 200,000 euros, the insurance paid for it.'],
    ['a question with a figure', 'And the 1,200 seats that were counted on the ferry?'],
    ['a few words', 'It closed in 2014.'],
    ['another language', 'Die Krise hat in dem Land rund 300.000 Menschen und die Mühle gekostet.'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([])
  })

  it('keeps "US" and "May" apart from "us" and "may"', () => {
    expect(read('The US government sold 300,000 shares in May of that year.')).toHaveLength(1)
    expect(read('They say us government may have sold 300,000 shares.')).toHaveLength(0)
  })

  it('takes one capital at the beginning for a name where the text has it elsewhere', () => {
    const text = 'Weir closed the old mill on the hill. The mayor, Joan Weir, left.'
    expect(read(text).map(([words]) => words)).toEqual(['Weir closed the old mill on the hill.'])
  })
})

describe('the source of a statement', () => {
  const FIRST = 'The crisis claimed around 300,000 lives in that country.'
  const SECOND = 'The dam was closed on May 4, 2025, for a week.'

  it('is that of its sentence before that of its paragraph before that of the text', () => {
    const own = 'The dam was closed on May 4, 2025, says https://a.example.org/1.'
    const text = `https://c.example.org/3\n${FIRST} ${own} https://b.example.org/2\n${SECOND}`
    const urls = sourcesIn(text).map(({ url }) => url)
    expect(read(text).map(([words, source]) => [words, urls[source as number]])).toEqual([
      [FIRST, 'https://b.example.org/2'],
      [own, 'https://a.example.org/1'],
      [SECOND, 'https://c.example.org/3'],
    ])
  })

  it('is none beside a sentence that has one', () => {
    const own = 'The dam was closed on May 4, 2025, says https://a.example.org/1 here.'
    expect(read(`${FIRST} ${own}`)).toEqual([
      [FIRST, null],
      [own, 0],
    ])
  })
})
