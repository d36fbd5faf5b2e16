import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isoDay } from './calendar.ts'
import { datesIn } from './dates.ts'

/** Wednesday, 7 May 2025. */
const POST = '2025-05-07'
const read = (text: string, date = POST) =>
  datesIn(text, date).map(({ start, end, value }) => [text.slice(start, end), value])
const how = (text: string, date = POST) => datesIn(text, date).map(({ reading }) => reading?.how ?? null)

describe.each<[string, readonly [string, string, string][]]>([
  [
    'whole dates',
    [
      ['It opened on May 4, 2025.', 'May 4, 2025', '2025-05-04'],
      ['It opened on May 4th, 2025', 'May 4th, 2025', '2025-05-04'],
      ['opened 4 May 2025 at last', '4 May 2025', '2025-05-04'],
      ['on the 4th of May, 2025', '4th of May, 2025', '2025-05-04'],
      ['Sunday, May 4, 2025', 'Sunday, May 4, 2025', '2025-05-04'],
      ['Sun., May 4, 2025', 'Sun., May 4, 2025', '2025-05-04'],
      ['Sept. 11, 2001', 'Sept. 11, 2001', '2001-09-11'],
      ['Mar 9 2018 was cold', 'Mar 9 2018', '2018-03-09'],
      ['since May the 4th, 1999', 'May the 4th, 1999', '1999-05-04'],
      ['fell on 30 September 420.', '30 September 420', '0420-09-30'],
    ],
  ],
  [
    'digits',
    [
      ['on 2025-05-04', '2025-05-04', '2025-05-04'],
      ['at 2025-05-04T14:05Z', '2025-05-04T14:05Z', '2025-05-04T14:05'],
      ['on 2025/05/04', '2025/05/04', '2025-05-04'],
      ['on 12/25/2024', '12/25/2024', '2024-12-25'],
      ['on 25/12/2024', '25/12/2024', '2024-12-25'],
      ['on 04.05.2025', '04.05.2025', '2025-05-04'],
      ['on 4.5.25', '4.5.25', '2025-05-04'],
      ['in 2014-03', '2014-03', '2014-03'],
    ],
  ],
  [
    'months, years and more',
    [
      ['In May 2025 it rained', 'May 2025', '2025-05'],
      ['in May, 1750, he', 'May, 1750', '1750-05'],
      ['December of 384', 'December of 384', '0384-12'],
      ['built in 1912 by', '1912', '1912'],
      ['(Marsh, 1999)', '1999', '1999'],
      ['the 2014 protests', '2014', '2014'],
      ['down from 2005 levels', '2005', '2005'],
      ["the class of '98", "'98", '1998'],
      ['in 44 BC', '44 BC', '-0044'],
      ['since 500 B.C. they', '500 B.C.', '-0500'],
      ['in AD 79 the', 'AD 79', '0079'],
      ['the 1980s', '1980s', '1980-01-01/1989-12-31'],
      ["the '80s", "'80s", '1980-01-01/1989-12-31'],
      ['the early 1990s', '1990s', '1990-01-01/1999-12-31'],
      ['the later 1800s', 'later 1800s', '1875-01-01/1899-12-31'],
      ['since twenty sixteen', 'twenty sixteen', '2016'],
      ['in nineteen ninety-eight', 'nineteen ninety-eight', '1998'],
      ['by two thousand twelve', 'two thousand twelve', '2012'],
      ['on the fifth of January, 2020', 'fifth of January, 2020', '2020-01-05'],
      ['on July twenty-first, 2020', 'July twenty-first, 2020', '2020-07-21'],
      ['on Thanksgiving 2024', 'Thanksgiving 2024', '2024-11-28'],
      ['on Memorial Day 2024', 'Memorial Day 2024', '2024-05-27'],
      ['the mid-1990s', '1990s', '1990-01-01/1999-12-31'],
      ['back in the seventies', 'seventies', '1970-01-01/1979-12-31'],
      ['a 17th century house', '17th century', '1600-01-01/1699-12-31'],
      ['the late nineteenth century', 'late nineteenth century', '1875-01-01/1899-12-31'],
      ['the summer of 2012', 'summer of 2012', '2012-06/2012-09'],
      ['winter 2013-14', 'winter 2013-14', '2013-12/2014-03'],
      ['in Q3 2014', 'Q3 2014', '2014-07/2014-09'],
      ['during World War II', 'World War II', '1939-09-01/1945-09-02'],
      ['on Good Friday 2020', 'Good Friday 2020', '2020-04-10'],
    ],
  ],
  [
    'ranges in one',
    [
      ['3–5 May 2025', '3–5 May 2025', '2025-05-03/2025-05-05'],
      ['May 3-5, 2025', 'May 3-5, 2025', '2025-05-03/2025-05-05'],
      ['between 3 and 5 May 2025', '3 and 5 May 2025', '2025-05-03/2025-05-05'],
      ['the war of 1914–18', '1914–18', '1914/1918'],
      ['the season 2014/15', '2014/15', '2014/2015'],
    ],
  ],
  [
    'times of day',
    [
      ['May 4, 2025 at 5 pm', 'May 4, 2025 at 5 pm', '2025-05-04T17:00'],
      ['May 4, 2025, 9:05 a.m. ET', 'May 4, 2025, 9:05 a.m. ET', '2025-05-04T09:05'],
      ['at 12:30 a.m. on May 4, 2025', '12:30 a.m. on May 4, 2025', '2025-05-04T00:30'],
      ["at 6 o'clock on May 4, 2025", "6 o'clock on May 4, 2025", '2025-05-04T06:00'],
      ['noon on May 4, 2025', 'noon on May 4, 2025', '2025-05-04T12:00'],
    ],
  ],
])('%s', (_, rows) => {
  it.each(rows)('%s', (text, words, value) => {
    expect(read(text)).toEqual([[words, value]])
    expect(how(text)).toEqual([null])
  })
})

describe('ranges with two whole ends', () => {
  it.each([
    [
      'from 2014 to 2016',
      [
        ['2014', '2014'],
        ['2016', '2016'],
      ],
    ],
    [
      'May 2014 – June 2015',
      [
        ['May 2014', '2014-05'],
        ['June 2015', '2015-06'],
      ],
    ],
    [
      'January 23 – March 9, 2014',
      [
        ['January 23', '2014-01-23'],
        ['March 9, 2014', '2014-03-09'],
      ],
    ],
    [
      'December 20 to January 6, 2014',
      [
        ['December 20', '2013-12-20'],
        ['January 6, 2014', '2014-01-06'],
      ],
    ],
    [
      'from 1200 to about 400 BC',
      [
        ['1200', '-1200'],
        ['400 BC', '-0400'],
      ],
    ],
    [
      'the 1960s and 1970s',
      [
        ['1960s', '1960-01-01/1969-12-31'],
        ['1970s', '1970-01-01/1979-12-31'],
      ],
    ],
    [
      'the 19th and 20th centuries',
      [
        ['19th', '1800-01-01/1899-12-31'],
        ['20th centuries', '1900-01-01/1999-12-31'],
      ],
    ],
  ])('%s', (text, ends) => {
    expect(read(text)).toEqual(ends)
  })
})

describe('no dates', () => {
  it.each([
    'She may march in the august hall.',
    '2000 people, 1,999 dogs, $2000 and 2000 km',
    'page 1984, room 2012, No. 1999',
    'version 2014.1, call 2025-1234, Decree 2005-981',
    'April said that August Wilson wrote it.',
    'Black Friday, the Sunday Times, Saturday Night Live',
    'every Sunday, on Mondays',
    'It is still used today and known today as the Mill; so says USA Today.',
    '31/02/2025, 13/13/2025, 2025-13-01',
    'May I? May Day. I may.',
    'a second, the third, 24/7, 3.14, 192.168.10.20',
    'https://example.org/2025/05/04/a-day-in-may.html',
    'in her 30s, 40s music, as CBS This Morning says',
    'in 2000 cases, in two thousand cases, twenty nineteen-inch wheels',
    'on their last day, the fifth of them',
    'prices fall to 3, summer school',
  ])('%s', text => {
    expect(read(text)).toEqual([])
  })
})

describe('hostile and odd text', () => {
  it.each([
    '',
    ' ',
    '-',
    '4',
    '4 ',
    'May',
    '1',
    "'",
    '4 May',
    'the',
    '2025-',
    '2025-05-',
    '99/99/9999',
    '0 BC',
  ])('ends at the end: %j', text => {
    expect(() => datesIn(text, POST)).not.toThrow()
  })

  it('gives spans in order, inside of the text and apart', () => {
    const words =
      'May 4 , 2025 - to 12 on the last week of Sunday at 5 pm 1980 s years ago two in 3 . / 44 BC century 19 th'.split(
        ' ',
      )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 40 }),
        fc.constantFrom('', ' '),
        (list, glue) => {
          const text = list.join(glue)
          let reached = 0
          for (const { start, end, value } of datesIn(text, POST)) {
            expect(start).toBeGreaterThanOrEqual(reached)
            expect(end).toBeGreaterThan(start)
            reached = end
            expect(value).toMatch(/^-?-?\d{2,6}(?:-\d\d)*(?:T\d\d:\d\d)?(?:\/(?:-?-?\d{2,6}(?:-\d\d)*))?$/)
          }
          expect(reached).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

describe('printed days come back', () => {
  const day = fc.integer({ min: 0, max: 73_000 }).map(days => addDays({ year: 1900, month: 1, day: 1 }, days))

  it.each<[string, (year: string, month: string, day: string, name: string) => string]>([
    ['ISO', (year, month, day) => `${year}-${month}-${day}`],
    ['German digits', (year, month, day) => `${day}.${month}.${year}`],
    ['month first', (year, _, day, name) => `${name} ${Number(day)}, ${year}`],
    ['day first', (year, _, day, name) => `${Number(day)} ${name} ${year}`],
    ['shortened', (year, _, day, name) => `${name.slice(0, 3)} ${Number(day)} ${year}`],
  ])('%s', (_, print) => {
    fc.assert(
      fc.property(day, value => {
        const iso = isoDay(value)
        const [year, month, date] = iso.split('-') as [string, string, string]
        const text = print(year, month, date, MONTHS[value.month - 1]!)
        expect(read(`It came on ${text} at last`, '')).toEqual([[text, iso]])
      }),
    )
  })
})

it('hears the tense of the sentence of a day alone, also behind words that end in a closing mark', () => {
  const said = (text: string) => read(text).at(-1)
  expect(said('She said “it will reopen.” Many heard her on Friday.')).toEqual(['Friday', '2025-05-02'])
  expect(said('“It reopened.” She will speak on Friday.')).toEqual(['Friday', '2025-05-09'])
})
