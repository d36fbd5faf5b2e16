import { describe, expect, test } from 'vitest'
import { isDay, readPublished } from './model.ts'

const refusalOf = (work: () => unknown): { field?: string; message: string } => {
  try {
    work()
  } catch (error) {
    return error as { field?: string; message: string }
  }
  throw new Error('it was taken')
}

describe('a day', () => {
  test.each(['2026-11-25', '2024-02-29', '1999-12-31'])('%s is one', day => {
    expect(isDay(day)).toBe(true)
    expect(readPublished(` ${day} `)).toBe(day)
  })
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '25.11.2026', '2026-11-25T10:00', 'x'])(
    '%s is none',
    day => {
      expect(isDay(day)).toBe(false)
      expect(refusalOf(() => readPublished(day))).toMatchObject({
        field: 'published',
        message: 'source.no-day',
      })
    },
  )
  test('none is none', () => expect(readPublished('  ')).toBe(''))
})
