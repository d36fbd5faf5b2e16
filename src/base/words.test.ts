import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RefusalCode, Refused } from '#base/errors.ts'
import de from './words/de.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import { isKey, isLocale, isTimeZone, LOCALES, localeOf, wordsFor } from './words.ts'

describe('wordsFor', () => {
  it('gives the same words for the same language and zone', () => {
    expect(wordsFor('de', 'Europe/Berlin')).toBe(wordsFor('de', 'Europe/Berlin'))
    expect(wordsFor('de')).not.toBe(wordsFor('en'))
  })

  it('speaks each language in its direction', () => {
    expect(LOCALES.map(({ locale }) => wordsFor(locale).direction)).toEqual(['ltr', 'ltr', 'rtl'])
    expect(wordsFor('en').say('refused.not-allowed')).toBe(en['refused.not-allowed'])
    expect(wordsFor('de').say('refused.not-allowed')).toBe(de['refused.not-allowed'])
    expect(wordsFor('ar').say('refused.not-allowed')).toMatch(/^\p{Script=Arabic}/u)
  })

  it('reads an unknown zone as UTC', () => {
    expect(wordsFor('en', 'Mars/Base').dateTime(0)).toBe('1 January 1970 at 00:00 UTC')
  })

  it('says the same as markup', () => {
    const markup = wordsFor('en').sayHtml('refused.too-many')
    expect(String(markup)).toBe(en['refused.too-many'])
    expect(wordsFor('en').sayHtml('refused.too-many')).toBe(markup)
  })

  it('writes numbers', () => {
    expect(LOCALES.map(({ locale }) => wordsFor(locale).number(12345))).toEqual([
      '12,345',
      '12.345',
      '12,345',
    ])
  })

  it('has a sentence for every refusal', () => {
    const codes: Record<RefusalCode, true> = {
      'not-signed-in': true,
      'not-allowed': true,
      'not-found': true,
      invalid: true,
      conflict: true,
      'too-large': true,
      'too-many': true,
      forged: true,
      unavailable: true,
    }
    for (const code of Object.keys(codes) as RefusalCode[])
      expect(isKey(new Refused(code).message)).toBe(true)
  })
})

describe('names that arrive from outside', () => {
  it('knows keys, languages and zones, and nothing inherited', () => {
    expect(isKey('refused.forged')).toBe(true)
    expect(isKey('toString')).toBe(false)
    expect(isLocale('ar')).toBe(true)
    expect(isLocale('constructor')).toBe(false)
    expect(isTimeZone('Europe/Berlin')).toBe(true)
    expect(isTimeZone('Mars/Base')).toBe(false)
    expect(isTimeZone('')).toBe(false)
  })
})

describe('localeOf', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['de', 'de'],
    ['de-AT,de;q=0.9,en;q=0.5', 'de'],
    ['fr,nl;q=0.9', 'en'],
    ['fr, AR-eg;q=0.4 , de;q=0.3', 'ar'],
    ['en;q=0.2,de;q=0.8', 'de'],
    ['de;q=0.8,ar;q=0.8', 'de'],
    ['de;q=0,ar;q=0.1', 'ar'],
    ['*;q=0.5,de;q=0.4', 'en'],
    ['de;q=2,ar;q=1.000', 'ar'],
    ['de;q=abc', 'en'],
    ['constructor,__proto__', 'en'],
  ])('%s → %s', (header, locale) => {
    expect(localeOf(header)).toBe(locale)
    expect(localeOf(header)).toBe(locale)
  })

  it('names a language of the catalogue whatever it is given', () => {
    fc.assert(fc.property(fc.string(), header => isLocale(localeOf(header))))
  })

  it('reads no more of a header than its beginning', () => {
    expect(localeOf(`${'x,'.repeat(1_000_000)}de`)).toBe('en')
    expect(localeOf(`de,${'x,'.repeat(1_000_000)}`)).toBe('de')
  })
})
