import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOf } from './slug.ts'

test('keeps letters and digits of every script, in lower case, with hyphens between words', () => {
  expect(slugOf('Port strike enters its 3rd week!')).toBe('port-strike-enters-its-3rd-week')
  expect(slugOf('  Größe & Maß — „Öl“ ')).toBe('größe-maß-öl')
  expect(slugOf('नमस्ते दुनिया')).toBe('नमस्ते-दुनिया')
  expect(slugOf('قال: «نعم»')).toBe('قال-نعم')
  expect(slugOf('ニュースと、その言い方')).toBe('ニュースと-その言い方')
  expect(slugOf('ＦＵＬＬ ｗｉｄｔｈ ﬁne')).toBe('full-width-fine')
  expect(slugOf('cafe\u0301')).toBe('café')
})

test('gives a hyphen where there is nothing to keep', () => {
  for (const title of ['', '   ', '!!!', '🙂', '../..', '<>']) expect(slugOf(title)).toBe('-')
})

test('is cut between words, and within a word only when the first is too long', () => {
  expect(slugOf(`${'word '.repeat(15)}end more`)).toBe(`${'word-'.repeat(15)}end`)
  expect(slugOf('x'.repeat(200))).toBe('x'.repeat(80))
  const letters = `a${'𐐷'.repeat(60)}`
  expect(slugOf(letters).length).toBeLessThanOrEqual(80)
  expect(slugOf(letters).isWellFormed()).toBe(true)
})

test('is short, safe in a path, and stays as it is when made again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), title => {
      const slug = slugOf(title)
      expect(slug.length).toBeGreaterThan(0)
      expect(slug.length).toBeLessThanOrEqual(80)
      expect(slug).toMatch(/^(-|[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*)$/u)
      expect(slugOf(slug)).toBe(slug)
      expect(slug).toBe(slug.toLowerCase())
    }),
    { numRuns: 2000 },
  )
})
