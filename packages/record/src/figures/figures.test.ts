import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datesIn } from '../dates/dates.ts'
import { figuresIn } from './figures.ts'

type Row = readonly [text: string, words: string, value: number, rest?: object]

const read = (text: string) =>
  figuresIn(text).map(({ start, end, ...rest }) => ({ words: text.slice(start, end), ...rest }))

describe.each<[string, readonly Row[]]>([
  [
    'digits and words',
    [
      ['It has 300,000 pages', '300,000', 300_000, { counts: 'pages' }],
      ['It has 1 000 000 pages', '1 000 000', 1_000_000, { counts: 'pages' }],
      ['It has 1,234,567.89 in it', '1,234,567.89', 1_234_567.89],
      ['a mark of 9.5 at best', '9.5', 9.5],
      ['a mark of .5 at best', '.5', 0.5],
      ['They saw three hundred thousand birds', 'three hundred thousand', 300_000, { counts: 'birds' }],
      ['They saw twenty-five birds', 'twenty-five', 25, { counts: 'birds' }],
      ['They saw a dozen birds', 'a dozen', 12, { counts: 'birds' }],
      ['They saw a hundred birds', 'a hundred', 100, { counts: 'birds' }],
      ['They had one solution', 'one', 1, { counts: 'solution' }],
      ['It has 1.5 million users', '1.5 million', 1_500_000, { counts: 'users' }],
      ['It has 12m users', '12m', 12_000_000, { counts: 'users' }],
      ['It has 4.3M users', '4.3M', 4_300_000, { counts: 'users' }],
      ['It has 300 thousand users', '300 thousand', 300_000, { counts: 'users' }],
      ['half a million users came', 'half a million', 500_000, { counts: 'users' }],
      ['two and a half million users came', 'two and a half million', 2_500_000, { counts: 'users' }],
    ],
  ],
  [
    'parts',
    [
      ['half of all voters', 'half', 0.5, { counts: 'voters' }],
      ['two-thirds of the members', 'two-thirds', 2 / 3, { counts: 'members' }],
      ['a quarter of the budget', 'a quarter', 0.25, { counts: 'budget' }],
      ['1/4 of voters', '1/4', 0.25, { counts: 'voters' }],
      ['It takes 3½ cups', '3½', 3.5, { counts: 'cups' }],
      ['It takes 3 1/2 cups', '3 1/2', 3.5, { counts: 'cups' }],
      ['one in five children', 'one in five', 0.2],
      ['One out of three towns', 'One out of three', 1 / 3],
      ['9 out of 10 dentists', '9 out of 10', 0.9],
    ],
  ],
  [
    'units',
    [
      ['12% of voters', '12%', 12, { unit: '%', counts: 'voters' }],
      ['12 per cent of voters', '12 per cent', 12, { unit: '%', counts: 'voters' }],
      ['twelve percent more', 'twelve percent', 12, { unit: '%' }],
      ['by 3 percentage points', '3 percentage points', 3, { unit: 'percentage points' }],
      ['a dam 72.7 metres high', '72.7 metres', 72.7, { unit: 'm' }],
      ['a 16-inch screen', '16-inch', 16, { unit: 'in' }],
      ['a 25-year-old man', '25-year-old', 25, { unit: 'years' }],
      ['100 square miles of it', '100 square miles', 100, { unit: 'mi²' }],
      ['50 m² of it', '50 m²', 50, { unit: 'm²' }],
      ['1.3 A/cm2 at first', '1.3 A/cm2', 1.3, { unit: 'A/cm²' }],
      ['60 miles per hour', '60 miles per hour', 60, { unit: 'mi/h' }],
      ['40 km/h in towns', '40 km/h', 40, { unit: 'km/h' }],
      ['5 million barrels a day', '5 million barrels a day', 5_000_000, { unit: 'barrels/day' }],
      ['54GB of data', '54GB', 54, { unit: 'GB', counts: 'data' }],
      ['at −5 °C outside', '−5 °C', -5, { unit: '°C' }],
      ['at 20 degrees Celsius', '20 degrees Celsius', 20, { unit: '°C' }],
    ],
  ],
  [
    'money',
    [
      ['costs $40', '$40', 40, { unit: 'USD' }],
      ['costs €40', '€40', 40, { unit: 'EUR' }],
      ['costs 40 €', '40 €', 40, { unit: 'EUR' }],
      ['costs US$3m', 'US$3m', 3_000_000, { unit: 'USD' }],
      ['costs HK $5.4m', 'HK $5.4m', 5_400_000, { unit: 'HKD' }],
      ['costs $A5.50', '$A5.50', 5.5, { unit: 'AUD' }],
      ['costs USD 500', 'USD 500', 500, { unit: 'USD' }],
      ['costs 500 CHF', '500 CHF', 500, { unit: 'CHF' }],
      ['a $1.2-billion deal', '$1.2-billion', 1_200_000_000, { unit: 'USD' }],
      ['costs 7.5 million Danish crowns', '7.5 million Danish crowns', 7_500_000, { unit: 'DKK' }],
      ['costs 9 billion shekels', '9 billion shekels', 9_000_000_000, { unit: 'ILS' }],
      ['costs $3 a barrel', '$3 a barrel', 3, { unit: 'USD/barrel' }],
      ['costs 18 pence', '18 pence', 18, { unit: 'pence' }],
    ],
  ],
  [
    'ranges',
    [
      ['between 3 and 5 dogs', '3 and 5', 3, { to: 5, counts: 'dogs' }],
      ['3 to 5 dogs', '3 to 5', 3, { to: 5, counts: 'dogs' }],
      ['10-12 dogs', '10-12', 10, { to: 12, counts: 'dogs' }],
      ['two or three dogs', 'two or three', 2, { to: 3, counts: 'dogs' }],
      ['1 to 2 thousand dogs', '1 to 2 thousand', 1_000, { to: 2_000, counts: 'dogs' }],
      ['$89 to $93 billion', '$89 to $93 billion', 89e9, { to: 93e9, unit: 'USD' }],
      ['$200 to $4 million', '$200 to $4 million', 200, { to: 4e6, unit: 'USD' }],
      ['a 5–10 W lamp', '5–10 W', 5, { to: 10, unit: 'W' }],
      ['5 per cent to 20 per cent', '5 per cent to 20 per cent', 5, { to: 20, unit: '%' }],
      ['from 273 to 240 dogs', '273 to 240', 273, { to: 240, counts: 'dogs' }],
      ['seven to 10 years', 'seven to 10 years', 7, { to: 10, unit: 'years' }],
    ],
  ],
  [
    'changes',
    [
      ['around 300 dogs', 'around 300', 300, { change: 'about', counts: 'dogs' }],
      ['an estimated 300 dogs', 'an estimated 300', 300, { change: 'about', counts: 'dogs' }],
      ['~300 dogs', '~300', 300, { change: 'about', counts: 'dogs' }],
      ['at least $300', 'at least $300', 300, { change: 'over', unit: 'USD' }],
      ['more than three dogs', 'more than three', 3, { change: 'over', counts: 'dogs' }],
      ['300+ dogs', '300+', 300, { change: 'over', counts: 'dogs' }],
      ['fewer than 20 dogs', 'fewer than 20', 20, { change: 'under', counts: 'dogs' }],
      ['no more than 20 dogs', 'no more than 20', 20, { change: 'under', counts: 'dogs' }],
      ['up to 20 dogs', 'up to 20', 20, { change: 'under', counts: 'dogs' }],
      ['It rose by 3%', '3%', 3, { change: 'up', unit: '%' }],
      ['It fell sharply by another 3%', '3%', 3, { change: 'down', unit: '%' }],
      ['It climbed more than 3%', 'more than 3%', 3, { change: 'over', unit: '%' }],
      ['Up it went: +0.2%', '+0.2%', 0.2, { change: 'up', unit: '%' }],
    ],
  ],
  [
    'what is counted',
    [
      [
        'a crisis that cost around 300,000 American lives last year',
        'around 300,000',
        300_000,
        { change: 'about', counts: 'American lives' },
      ],
      ['the 14 first-team players left', '14', 14, { counts: 'first-team players' }],
      ['4 digital and physical sales', '4', 4, { counts: 'digital and physical sales' }],
      ['13 people while they slept', '13', 13, { counts: 'people' }],
      ['320 monthly active users', '320', 320, { counts: 'monthly active users' }],
      ['the two raised it', 'two', 2, { counts: '' }],
      ['more than $33million of it', 'more than $33million', 33_000_000, { change: 'over', unit: 'USD' }],
      ['40 were left', '40', 40, { counts: '' }],
    ],
  ],
])('%s', (_, rows) => {
  it.each(rows.map(row => [row[0], row] as const))('%s', (_, [text, words, value, rest]) => {
    const figures = read(text)
    expect(figures).toHaveLength(1)
    expect(figures[0]!.value).toBeCloseTo(value, 9)
    const { value: found, ...others } = figures[0]!
    expect(found).not.toBeNaN()
    expect(others).toMatchObject({ words, to: null, change: null, unit: '', ...(rest ?? {}) })
  })
})

describe('no figures', () => {
  it.each([
    'Dozens of people, hundreds of millions, tens of thousands, many, several',
    'May 4, 2025, in 2014, from 1999 to 2003, the 1980s, the 19th century',
    'at 5 pm, at 22:30, 1.56pm',
    'page 5, chapter 12, No. 10, Section 230, Article 5, Room 101, Figure 3',
    '575 Wilbraham Road, 10 Downing Street, 22 Ave Foch',
    'call 555-1234, (555) 123-4567, 0711 / 123 456 or +49 30 1234567',
    'version 2.1.3, v2.4, 192.168.10.20',
    'Windows 11, iPhone 12, Boeing 737, Apollo 11, Route 66',
    'RTX 3080 is old. In 2k23 it was in the top 10 of 007.',
    'Covid-19, F-16 jets, A4 paper, G7 leaders, the M21',
    'the 4th place, the 22nd amendment, the second half',
    'We won 3-1, then 2–2; it was 9/11, 24/7 and 50/50',
    '1. First\n2) Second\n(3) Third\n4\nThe fourth',
    'it 1) opens, 2) closes',
    "a two-way street at three o'clock",
    'Fortune 500 companies',
    'as was shown [8] and #3',
    'one of them, no one, the one, one should go',
    'https://example.org/3/4000-dogs?page=5',
    'a five-year plan and a three-month stay',
    'She is 6\'2" tall',
  ])('%s', text => {
    expect(read(text)).toEqual([])
  })

  it('keeps what counts time in a date', () => {
    expect(read('in the last three months, two weeks ago').map(({ value, unit }) => [value, unit])).toEqual([
      [3, 'months'],
      [2, 'weeks'],
    ])
  })

  it('leaves to the dates what they are given', () => {
    const text = 'On May 4, 2025, 40 dogs ran 300 m.'
    expect(figuresIn(text, datesIn(text)).map(({ value }) => value)).toEqual([40, 300])
  })
})

describe('several figures', () => {
  it.each([
    ['It rose 18 cents to $23.50', [18, 23.5]],
    ['Exports dropped 7% to $2.3 billion', [7, 2_300_000_000]],
    ['4 ppb and 2 ppb below 15 ppb', [4, 2, 15]],
    ['She leads by 49 percent to 47 percent', [49, 47]],
    ['Of 59 towns, 12 have 3 or more', [59, 12, 3]],
  ])('%s', (text, values) => {
    expect(read(text).map(({ value }) => value)).toEqual(values)
  })
})

describe('printed amounts come back', () => {
  const amount = fc.oneof(
    fc.integer({ min: 0, max: 2_000_000_000 }),
    fc.integer({ min: 1, max: 99_999_999 }).map(each => each / 100),
  )

  it.each<[string, (value: number) => string]>([
    ['plain', value => String(value)],
    ['English', value => value.toLocaleString('en-US', { maximumFractionDigits: 2 })],
    ['money', value => `$${value.toLocaleString('en-US', { maximumFractionDigits: 2 })}`],
    ['per cent', value => `${value}%`],
  ])('%s', (_, print) => {
    fc.assert(
      fc.property(amount, value => {
        // A bare year is a date.
        fc.pre(value < 1_000 || value > 2_200 || print(value) !== String(value))
        const text = `They put it at ${print(value)} in all.`
        expect(read(text).map(({ words, value: found }) => [words, found])).toEqual([[print(value), value]])
      }),
    )
  })
})

describe('hostile and odd text', () => {
  it('gives spans in order, inside of the text and apart, with numbers for values', () => {
    const words =
      'about 3 1/2 , . - to $ % million one in five half a m² between and 000 300 € minus + ( ) [ ] : th rose US km/h ½ per'.split(
        ' ',
      )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 40 }),
        fc.constantFrom('', ' '),
        (list, glue) => {
          const text = list.join(glue)
          let reached = 0
          for (const { start, end, value, to } of figuresIn(text)) {
            expect(start).toBeGreaterThanOrEqual(reached)
            expect(end).toBeGreaterThan(start)
            reached = end
            expect(Number.isFinite(value) && Number.isFinite(to ?? 0)).toBe(true)
          }
          expect(reached).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  it('takes no row of digits for an amount that nobody could count', () => {
    expect(read(`about ${'1'.repeat(40)} dogs`)).toEqual([])
  })
})
