import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_NUMBER, MAX_THREAD, numberOf, postId, randomToken, sha256, threadOf } from './ids.ts'

const threads = fc.integer({ min: 0, max: MAX_THREAD })
const numbers = fc.integer({ min: 0, max: MAX_NUMBER })

describe('postId', () => {
  it('is taken apart into what it was made of, and is exact', () => {
    fc.assert(
      fc.property(threads, numbers, (thread, number) => {
        const id = postId(thread, number)
        expect([Number.isSafeInteger(id), threadOf(id), numberOf(id)]).toEqual([true, thread, number])
      }),
    )
    expect(postId(MAX_THREAD, MAX_NUMBER)).toBe(Number.MAX_SAFE_INTEGER)
    expect(postId(1, 7)).toBe(1_048_583)
  })

  it('sorts by thread, then by number', () => {
    fc.assert(
      fc.property(threads, numbers, threads, numbers, (thread, number, otherThread, otherNumber) => {
        const order = Math.sign(thread - otherThread || number - otherNumber)
        expect(Math.sign(postId(thread, number) - postId(otherThread, otherNumber)) === order).toBe(true)
      }),
    )
  })

  it.each([
    [MAX_THREAD + 1, 1],
    [1, MAX_NUMBER + 1],
    [-1, 1],
    [1, -1],
    [1.5, 1],
    [1, Number.NaN],
  ])('refuses thread %s, number %s', (thread, number) => {
    expect(() => postId(thread, number)).toThrow(RangeError)
  })
})

describe('tokens and digests', () => {
  it('makes tokens of the length asked for, each another', () => {
    expect(randomToken()).toMatch(/^[\w-]{22}$/)
    expect(Buffer.from(randomToken(32), 'base64url')).toHaveLength(32)
    expect(new Set(Array.from({ length: 1000 }, () => randomToken())).size).toBe(1000)
  })

  it('digests as FIPS 180-4 says', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(Buffer.from(sha256('ü', 'base64url'), 'base64url').toString('hex')).toBe(sha256('ü'))
  })
})
