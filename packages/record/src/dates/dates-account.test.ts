import { describe, expect, it } from 'vitest'
import { datesIn } from './dates.ts'

/** Wednesday, 7 May 2025. */
const POST = '2025-05-07'
const read = (text: string, date = POST) =>
  datesIn(text, date).map(({ start, end, value }) => [text.slice(start, end), value])
const readings = (text: string, date = POST) =>
  datesIn(text, date).map(({ reading }) => [
    reading?.how ?? null,
    reading?.from ? text.slice(reading.from.start, reading.from.end) : null,
  ])

describe('counted from when the text was written', () => {
  it.each([
    ['today', '2025-05-07'],
    ['tonight', '2025-05-07'],
    ['yesterday', '2025-05-06'],
    ['tomorrow', '2025-05-08'],
    ['the day before yesterday', '2025-05-05'],
    ['the day after tomorrow', '2025-05-09'],
    ['last night', '2025-05-06'],
    ['this morning', '2025-05-07'],
    ['last Tuesday', '2025-05-06'],
    ['last Wednesday', '2025-04-30'],
    ['next Wednesday', '2025-05-14'],
    ['this Friday', '2025-05-09'],
    ['this past Sunday', '2025-05-04'],
    ['last week', '2025-04-28/2025-05-04'],
    ['this week', '2025-05-05/2025-05-11'],
    ['next week', '2025-05-12/2025-05-18'],
    ['this weekend', '2025-05-10/2025-05-11'],
    ['last month', '2025-04'],
    ['next month', '2025-06'],
    ['last year', '2024'],
    ['this year', '2025'],
    ['next decade', '2030-01-01/2039-12-31'],
    ['this century', '2000-01-01/2099-12-31'],
    ['last May', '2024-05'],
    ['next May', '2026-05'],
    ['last April', '2025-04'],
    ['last summer', '2024-06/2024-09'],
    ['two weeks ago', '2025-04-23'],
    ['10 days ago', '2025-04-27'],
    ['three months ago', '2025-02'],
    ['a year ago', '2024'],
    ['a year and a half ago', '2023-11'],
    ['Thursday of next week', '2025-05-15'],
    ['Monday last week', '2025-04-28'],
    ['the last century', '1900-01-01/1999-12-31'],
    ['five decades ago', '1975'],
    ['ten thousand years ago', '-8000'],
    ['three weeks from now', '2025-05-28'],
    ['the last five years', '2020/2025'],
    ['the past two weeks', '2025-04-23/2025-05-07'],
    ['the next three months', '2025-05/2025-08'],
    ['the last week', '2025-04-30/2025-05-07'],
  ])('%s', (words, value) => {
    const text = `They met, ${words}, at the mill.`
    expect(read(text)).toEqual([[words, value]])
    expect(readings(text)).toEqual([['post-date', null]])
    expect(datesIn(text)).toEqual([])
  })

  it('says nothing of a day of writing that is none', () => {
    expect(read('They met yesterday.', 'soon')).toEqual([])
    expect(read('They met yesterday.', '2025-02-30')).toEqual([])
    expect(read('They met yesterday.', '2025-05-07T10:00:00Z')).toEqual([['yesterday', '2025-05-06']])
  })
})

describe('weekdays', () => {
  it('look back, unless the sentence looks ahead', () => {
    expect(read('The council met on Monday.')).toEqual([['Monday', '2025-05-05']])
    expect(read('The council will meet on Monday.')).toEqual([['Monday', '2025-05-12']])
    expect(read('She said they would meet again on Monday.')).toEqual([['Monday', '2025-05-12']])
    expect(read('It was scheduled for Friday.')).toEqual([['Friday', '2025-05-09']])
    expect(read('The council met on Wednesday.')).toEqual([['Wednesday', '2025-05-07']])
  })

  it('are not told by the sentence before', () => {
    expect(read('They will meet again. The council met on Monday.')).toEqual([['Monday', '2025-05-05']])
  })

  it('take the date behind them', () => {
    expect(read('They met last Friday, May 2, at the mill.')).toEqual([['last Friday, May 2', '2025-05-02']])
  })

  it('take a time', () => {
    expect(read('The council met on Monday at 14:30.')).toEqual([['Monday at 14:30', '2025-05-05T14:30']])
  })
})

describe('a year that is left out', () => {
  it.each([
    ['It began on May 4.', '2025-05-04'],
    ['It began on September 11.', '2024-09-11'],
    ['It runs until June 9.', '2025-06-09'],
    ['It will begin on February 3.', '2026-02-03'],
    ['It was sold in March.', '2025-03'],
    ['It was sold in December.', '2024-12'],
    ['It will be sold in December.', '2025-12'],
  ])('is the nearest: %s', (text, value) => {
    expect(read(text).map(([, found]) => found)).toEqual([value])
    expect(readings(text)).toEqual([['year', null]])
  })

  it('is that of the account', () => {
    const text = 'In January 1835 he came. In June the fort fell, and on October 2 they met.'
    expect(read(text)).toEqual([
      ['January 1835', '1835-01'],
      ['June', '1835-06'],
      ['October 2', '1835-10-02'],
    ])
    expect(readings(text)).toEqual([
      [null, null],
      ['year', 'January 1835'],
      ['year', 'June'],
    ])
  })

  it('is not that of a year that is only mentioned in a text of these days', () => {
    const text =
      'On Friday they met, as they had last week. The law of 2009 fell in March, on June 2, 2010, and on July 4.'
    expect(read(text).map(([, value]) => value)).toEqual([
      '2025-05-02',
      '2025-04-28/2025-05-04',
      '2009',
      '2025-03',
      '2010-06-02',
      '2010-07-04',
    ])
  })

  it.each([
    ['They plan it for March of next year.', 'March of next year', '2026-03'],
    ['They met on February 11 this year.', 'February 11 this year', '2025-02-11'],
    ['It fell in June last year, after all.', 'June last year', '2024-06'],
    ['Das war im März dieses Jahres nach der Wahl.', 'März dieses Jahres', '2025-03'],
  ])('is counted from that of the text: %s', (text, words, value) => {
    expect(read(text)).toEqual([[words, value]])
    expect(readings(text)).toEqual([['post-date', null]])
    expect(datesIn(text)).toEqual([])
  })

  it('is open where nothing tells it', () => {
    expect(read('It began on May 4.', '')).toEqual([['May 4', '--05-04']])
    expect(read('It began in June.', '')).toEqual([['June', '--06']])
  })

  it('is every year where the sentence tells how things are', () => {
    expect(read('In January it is about 24 degrees, in June about 35.')).toEqual([
      ['January', '--01'],
      ['June', '--06'],
    ])
    expect(read('Summer is hot, and winter can be wet.')).toEqual([
      ['Summer', '--06/--09'],
      ['winter', '--12/--03'],
    ])
    expect(read('His feast day is 30 September.')).toEqual([['30 September', '--09-30']])
    expect(read('It blooms in spring, summer, and fall.').map(([, value]) => value)).toEqual([
      '--03/--06',
      '--06/--09',
      '--09/--12',
    ])
    expect(read('Open April to October.')).toEqual([
      ['April', '--04'],
      ['October', '--10'],
    ])
  })
})

describe('counted from a date that was named before', () => {
  it.each([
    ['In 2010 he came. Three years later he left.', 'Three years later', '2013'],
    ['In 2010 he came. The following year he left.', 'The following year', '2011'],
    ['In 2010 he came, and left that same year.', 'that same year', '2010'],
    ['In 2010 he came. She had left the year before.', 'the year before', '2009'],
    ['In May 2010 he came. Two months later he left.', 'Two months later', '2010-07'],
    ['On May 31, 2010, he came. The next day he left.', 'The next day', '2010-06-01'],
    ['On May 31, 2010, he came. Two weeks earlier she left.', 'Two weeks earlier', '2010-05-17'],
    ['On May 31, 2010, he came and left on the 17th.', 'the 17th', '2010-05-17'],
    ['On May 31, 2010, he came. It closed at 22:30.', '22:30', '2010-05-31T22:30'],
  ])('%s', (text, words, value) => {
    const [first, second] = read(text)
    expect(second).toEqual([words, value])
    expect(readings(text)).toEqual([
      [null, null],
      ['date-before', first![0]],
    ])
  })

  it('is silent where none was, or is not exact enough', () => {
    expect(read('Three years later he left. It closed at 22:30.')).toEqual([])
    expect(read('In 2010 he came. Two weeks later he left.')).toEqual([['2010', '2010']])
  })
})

describe('readings', () => {
  it('says where day and month could be the other way round', () => {
    expect(readings('on 04/05/2025')).toEqual([['order', null]])
    expect(readings('on 25/05/2025, and on 05/05/2025')).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('reads years before 1000 only near others', () => {
    expect(read('He was born c. 347. He came about 373, and 360 - 366 he was away.')).toEqual([
      ['347', '0347'],
      ['373', '0373'],
      ['360', '0360'],
      ['366', '0366'],
    ])
    expect(read('He sold about 373, and 360 - 366 were left.')).toEqual([])
  })

  it('reads years as they are spoken behind a name', () => {
    expect(read('I voted for Reagan in 80 and 84, and for Romney in 08.').map(([, value]) => value)).toEqual([
      '1980',
      '1984',
      '2008',
    ])
    expect(read('He has fans in 80 countries and 84 towns.')).toEqual([])
  })
})
