import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, parse, renderHtml } from '../../../packages/markup/src/markup.ts'
import { excerptOf } from './excerpt.ts'

const of = (source: string, limit = 60) => excerptOf(renderHtml(parse(source, 'markdown')), limit)

test('the beginning of a text without quotes, markup and what is hidden', () => {
  expect(of('[quote="Bo"]\nSaid before\n[/quote]\n\nNo, *never* <b> & "so".')).toBe('No, never <b> & "so".')
  expect(of('[spoiler]\nHidden\n[/spoiler]\nShown')).toBe('Shown')
  expect(of('[quote="Bo"]\nAll of it\n[/quote]')).toBe('Bo All of it')
  expect(of('')).toBe('')
})

test('is cut between words, or where there are none, and says so', () => {
  expect(of('The harbour union turned down a second offer on Monday, and left.', 30)).toBe(
    'The harbour union turned down…',
  )
  expect(of('語'.repeat(100), 10)).toBe(`${'語'.repeat(9)}…`)
  expect(of('😀'.repeat(100), 10)).toBe(`${'😀'.repeat(4)}…`)
})

test('is what the markup package finds in the source, whatever was typed', () => {
  const source = fc.string({
    unit: fc.constantFrom('a', 'b ', '<', '&', '"', '> ', '\n\n', '😀', 'é'),
    maxLength: 60,
  })
  fc.assert(
    fc.property(source, text => {
      expect(of(text, 500)).toBe(excerpt(parse(text, 'markdown'), 500))
      const short = of(text, 12)
      expect(short.length).toBeLessThanOrEqual(12)
      expect(short.isWellFormed()).toBe(true)
    }),
  )
})
