import { describe, expect, it } from 'vitest'
import { numericOrder, PLAIN_CLOCK, parseMoment, statedZone } from './dates.ts'

const iso = (text: string, clock = {}) => {
  const moment = parseMoment(text, { ...PLAIN_CLOCK, ...clock })
  return moment ? new Date(moment.at).toISOString().slice(0, 16) : null
}

describe('parseMoment', () => {
  it.each([
    ['Jun 16, 2009 at 9:24 AM', '2009-06-16T09:24'],
    ['27. September 2018 um 14:51 Uhr', '2018-09-27T14:51'],
    ['Dim 9 Oct 2011 14:02', '2011-10-09T14:02'],
    ['Mar 26 Oct 2010 22:04', '2010-10-26T22:04'],
    ['14 марта 2019, 12:03', '2019-03-14T12:03'],
    ['3 października 2017, 08:05', '2017-10-03T08:05'],
    ['5 de marzo de 2014 10:11', '2014-03-05T10:11'],
    ['2 maggio 2012, 18:30', '2012-05-02T18:30'],
    ['12 mei 2016 om 07:45', '2016-05-12T07:45'],
    ['1 de fevereiro de 2020 12:00', '2020-02-01T12:00'],
    ['04-25-2015, 09:47 PM', '2015-04-25T21:47'],
    ['25.04.2015, 12:05 AM', '2015-04-25T00:05'],
    ['2009-06-16T09:24:07+0100', '2009-06-16T08:24'],
    ['Jan 2005', '2005-01-01T00:00'],
    ['Apr ’09', '2009-04-01T00:00'],
    ['12 лютого 2015, 10:11', '2015-02-12T10:11'],
    ['2. helmikuuta 2016 klo 7.05', '2016-02-02T00:00'],
    ['2012年5月1日 15:04', '2012-05-01T15:04'],
    ['2012년 5월 1일 오후 3:04', '2012-05-01T15:04'],
    ['٣ مارس ٢٠١٩، ١٢:٠٥', '2019-03-03T12:05'],
    ['nothing of 12 here', null],
    ['31 Feb 2019', null],
  ])('%s', (text, expected) => expect(iso(text)).toBe(expected))
  it('reads days and minutes before the saving, and nothing of them where its day is unknown', () => {
    const savedAt = Date.UTC(2020, 0, 2, 12)
    expect(iso('Yesterday, 10:12', { savedAt })).toBe('2020-01-01T10:12')
    expect(iso('Heute um 09:00', { savedAt })).toBe('2020-01-02T09:00')
    expect(iso('3 minutes ago', { savedAt })).toBe('2020-01-02T11:57')
    expect(iso('Yesterday, 10:12')).toBeNull()
  })
  it('knows the words of the language that a page states', () => {
    const savedAt = Date.UTC(2020, 0, 2, 12)
    expect(iso('listopad 3, 2019 10:00', { language: 'hr' })).toBe('2019-10-03T10:00')
    expect(iso('listopad 3, 2019 10:00', { language: 'pl' })).toBe('2019-11-03T10:00')
    expect(iso('Tegnap, 10:12', { savedAt, language: 'hu' })).toBe('2020-01-01T10:12')
    expect(iso('3 perccel ezelőtt', { savedAt, language: 'hu-HU' })).toBe('2020-01-02T11:57')
    expect(iso('Jan 3, 2019', { language: '../../x' })).toBe('2019-01-03T00:00')
  })
  it('reads printed times in the zone of the page, named or counted', () => {
    expect(iso('Jul 1, 2020 12:00', { zone: 'Europe/Berlin' })).toBe('2020-07-01T10:00')
    expect(iso('Jan 1, 2020 12:00', { zone: 'Europe/Berlin' })).toBe('2020-01-01T11:00')
    expect(iso('Jan 1, 2020 12:00', { offset: -5 * 3_600_000 })).toBe('2020-01-01T17:00')
  })
})

describe('statedZone', () => {
  it.each([
    ['All times are GMT -5. The time now is 12:02 PM.', -5],
    ['All times are UTC + 1 hour [ DST ]', 2],
    ['UTC-06:00', -6],
    ['All times are GMT + 5.5 Hours', 5.5],
    ['All times are GMT', 0],
  ])('%s', (text, hours) => expect(statedZone(text).offset).toBe(hours * 3_600_000))
  it('finds a name, or nothing', () => {
    expect(statedZone('All times are Europe/Berlin')).toEqual({ offset: null, zone: 'Europe/Berlin' })
    expect(statedZone('no zone')).toEqual({ offset: null, zone: null })
  })
})

describe('numericOrder', () => {
  it('judges by a number above 12, else by the order of the posts, else by clock and language', () => {
    expect(numericOrder(['01-02-2012', '13-02-2012'], 'en')).toBe('day-first')
    expect(numericOrder(['01-02-2012', '02-13-2012'], 'fr')).toBe('month-first')
    expect(numericOrder(['09-04-2012, 10:00', '03-05-2012, 10:00'], '')).toBe('day-first')
    expect(numericOrder(['01-02-2012, 5:00 PM'], 'de')).toBe('month-first')
    expect(numericOrder(['01-02-2012, 15h12'], 'fr')).toBe('day-first')
  })
})
