import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, newSecret, squareOf, stepOf } from './codes.ts'
import { RECOVERY_LENGTH, readCode, recoveryCodeOf } from './model.ts'

test('the codes are those of RFC 6238', async () => {
  // Appendix B, its secret in Base32, the last six digits of its eight.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  const vectors: [number, string][] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ]
  for (const [seconds, digits] of vectors)
    expect(await stepOf(secret, digits, seconds * 1000)).toBe(Math.floor(seconds / 30))
})

test('a secret has 160 bits, and its address names the forum and the member', async () => {
  const secret = await newSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  const address = await addressOf(secret, { forum: 'Harbour: news', member: 'Bo' })
  expect(address).toMatch(/^otpauth:\/\/totp\//)
  expect(new URL(address).searchParams.get('secret')).toBe(secret)
  const { size, path } = await squareOf(address)
  expect(size).toBeGreaterThan(25)
  expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/)
})

test('a recovery code is read however it is written, and nothing else is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: RECOVERY_LENGTH, maxLength: RECOVERY_LENGTH }), bytes => {
      const code = recoveryCodeOf(bytes)
      const plain = { kind: 'recovery', code: code.replaceAll('-', '') }
      for (const typed of [
        code,
        code.toUpperCase(),
        ` ${code.replaceAll('-', ' ')}\n`,
        code.replaceAll('0', 'O'),
      ])
        expect(readCode(typed)).toEqual(plain)
    }),
  )
  expect(readCode('123 456')).toEqual({ kind: 'digits', digits: '123456' })
  expect(readCode('١٢٣٤٥٦')).toEqual({ kind: 'digits', digits: '123456' })
  for (const typed of ['', '12345', '1234567', 'abcde-fghjk', 'x'.repeat(40), '-----'])
    expect(readCode(typed)).toBeNull()
})
