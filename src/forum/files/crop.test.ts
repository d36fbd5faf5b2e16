import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { squareOf } from './model.ts'
import { drawAvatar } from './pictures.ts'

test('a square is always within its picture, whatever is asked for', () => {
  const side = fc.integer({ min: 1, max: 20_000 })
  const percent = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double())
  fc.assert(
    fc.property(side, side, percent, percent, percent, (width, height, across, down, part) => {
      const square = squareOf({ across, down, part }, { width, height })
      for (const value of Object.values(square)) expect(Number.isInteger(value)).toBe(true)
      expect(square.width).toBe(square.height)
      expect(square.width).toBeGreaterThan(0)
      expect(Math.min(square.left, square.top)).toBeGreaterThanOrEqual(0)
      expect(square.left + square.width).toBeLessThanOrEqual(width)
      expect(square.top + square.height).toBeLessThanOrEqual(height)
    }),
  )
})

test('the part that is asked for is what is drawn', async () => {
  const half = (background: string) =>
    sharp({ create: { width: 60, height: 60, channels: 3, background } }).png()
  const [red, blue] = await Promise.all([half('red').toBuffer(), half('blue').toBuffer()])
  const both = await sharp({ create: { width: 120, height: 60, channels: 3, background: 'white' } })
    .composite([
      { input: red, left: 0, top: 0 },
      { input: blue, left: 60, top: 0 },
    ])
    .png()
    .toBuffer()
  const middle = async (across: number) => {
    const { bytes } = await drawAvatar(both, { across, down: 50, part: 50 })
    const { dominant } = await sharp(bytes).stats()
    return dominant.r > dominant.b ? 'red' : 'blue'
  }
  expect([await middle(0), await middle(100)]).toEqual(['red', 'blue'])
})
