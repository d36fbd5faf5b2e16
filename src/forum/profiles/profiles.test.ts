import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countryName, countryOptions, isCountry } from './countries.ts'
import { type ProfileField, readChoices, readLink, readValue } from './model.ts'
import { type audienceOf, mayKnow, privacyOf } from './privacy.ts'

const field = (kind: ProfileField['kind']): ProfileField => ({
  ...{ id: 3, label: 'Ship', kind, choices: ['Brig', 'Sloop'], onCard: false, position: 1 },
})

test('countries have names in the reader’s language; what was written elsewhere stays', () => {
  expect(countryOptions('en')).toHaveLength(249)
  expect([countryName('NO', 'en'), countryName('NO', 'de'), countryName('NO', 'ar')]).toEqual([
    'Norway',
    'Norwegen',
    'النرويج',
  ])
  for (const written of ['Norway', 'Somewhere', 'XX', 'no', '']) {
    expect(isCountry(written)).toBe(false)
    expect(countryName(written, 'en')).toBe(written)
  }
})

test('a link is of the web or nothing', () => {
  expect(readLink('example.org/a b')).toBe('https://example.org/a%20b')
  expect(readLink('http://example.org')).toBe('http://example.org/')
  for (const bad of [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'ftp://a.b',
    'https://u:p@a.b',
  ])
    expect(readLink(bad), bad).toBeNull()
  fc.assert(
    fc.property(fc.string(), typed => {
      const link = readLink(typed)
      expect(link === null || /^https?:\/\/[^\s"<>]+$/.test(link)).toBe(true)
    }),
  )
})

test('a value fits its field, or is refused there', () => {
  expect(readValue(field('line'), ' two \n words ')).toBe('two words')
  expect(readValue(field('choice'), 'Brig')).toBe('Brig')
  expect(readValue(field('link'), '')).toBe('')
  for (const [kind, typed] of [
    ['line', 'x'.repeat(101)],
    ['text', 'x'.repeat(1001)],
    ['choice', 'Barge'],
    ['link', 'javascript:x'],
  ] as const)
    expect(() => readValue(field(kind), typed), kind).toThrow(expect.objectContaining({ field: 'field-3' }))
  expect(readChoices(' a \n\nb\na')).toEqual(['a', 'b'])
  expect(() => readChoices(Array.from({ length: 51 }, (_, index) => index).join('\n'))).toThrow()
})

test('nobody knows more than the member says; what cannot be read is theirs alone', () => {
  const privacy = privacyOf('{"country":"members","field-3":"me","location":"world"}')
  const known = (part: Parameters<typeof audienceOf>[1], readerId: number | null) =>
    mayKnow(privacy, part, { ownerId: 1, readerId })
  expect([null, 2, 1].map(id => known('country', id))).toEqual([false, true, true])
  expect([null, 2, 1].map(id => known('field-3', id))).toEqual([false, false, true])
  expect([null, 2, 1].map(id => known('location', id))).toEqual([false, false, true])
  expect([null, 2, 1].map(id => known('oldNames', id))).toEqual([true, true, true])
  expect([null, 2, 1].map(id => known('follows', id))).toEqual([false, false, true])
})
