import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'

const KEY = Buffer.alloc(32, 1)

test('what was sealed opens with the same key, for the same purpose, in the same place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, bound) => {
      const sealed = seal(KEY, 'provider', text, bound)
      expect(unseal(KEY, 'provider', sealed, bound)).toBe(text)
      expect(unseal(KEY, 'provider', sealed, `${bound}x`)).toBeNull()
      expect(unseal(KEY, 'authenticator', sealed, bound)).toBeNull()
      expect(unseal(Buffer.alloc(32, 2), 'provider', sealed, bound)).toBeNull()
    }),
  )
})

test('the same text is never sealed alike, and does not show', () => {
  const sealed = [seal(KEY, 'provider', 'herring'), seal(KEY, 'provider', 'herring')]
  expect(sealed[0]).not.toBe(sealed[1])
  expect(Buffer.from(sealed[0]!.slice(3), 'base64url').toString('latin1')).not.toContain('herring')
})

test('what was changed anywhere, cut off or made up does not open', () => {
  const sealed = seal(KEY, 'provider', 'herring')
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    expect(unseal(KEY, 'provider', `s1.${changed.toString('base64url')}`)).toBeNull()
    expect(unseal(KEY, 'provider', `s1.${bytes.subarray(0, at).toString('base64url')}`)).toBeNull()
  }
  for (const made of ['', 's1.', 's2.abc', 'herring', sealed.slice(3)])
    expect(unseal(KEY, 'provider', made)).toBeNull()
})
