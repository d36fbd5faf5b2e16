import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cookieHeader, readCookie } from './cookies.ts'
import { newSession, sessionCookie, sessionToken } from './session.ts'
import { testSite } from './test-site.ts'

test('a cookie is read by its whole name, the first of several', () => {
  const header = 'xrostra=no; rostra=first; rostra=second; rostrax=no;theme=dark ; empty='
  expect(readCookie(header, 'rostra')).toBe('first')
  expect(readCookie(header, 'theme')).toBe('dark')
  expect(readCookie(header, 'empty')).toBe('')
  for (const name of ['Rostra', 'ostra', 'rostr', '__proto__']) expect(readCookie(header, name)).toBeNull()
  expect(readCookie(undefined, 'rostra')).toBeNull()
})

test('whatever stands around it, a cookie that was set is read as it was', () => {
  const name = fc.stringMatching(/^[a-z_-]{1,8}$/)
  const value = fc.stringMatching(/^[\w.~-]{0,12}$/)
  const others = fc.array(fc.tuple(name, value), { maxLength: 6 })
  fc.assert(
    fc.property(others, name, value, others, (before, own, given, after) => {
      const foreign = before.filter(([other]) => other !== own)
      const header = [...foreign, [own, given], ...after].map(pair => pair.join('=')).join('; ')
      expect(readCookie(header, own)).toBe(given)
    }),
  )
})

test('any header is read without a mishap', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('a', 'rostra', ''),
      (header, name) => {
        const value = readCookie(header, name)
        expect(value === null || header.includes(value)).toBe(true)
      },
    ),
  )
})

test('a cookie is out of reach of scripts and of other sites, and carries nothing that would end its header', () => {
  expect(cookieHeader('theme', 'dark', null, false)).toBe('theme=dark; Path=/; HttpOnly; SameSite=Lax')
  expect(cookieHeader('theme', 'dark', 'gone', true)).toMatch(/^theme=; .*; Secure; Max-Age=0$/)
  expect(cookieHeader('theme', 'dark', 0, false)).toContain('; Expires=Thu, 01 Jan 1970 00:00:00 GMT')
  for (const value of ['a;b', 'a b', 'a\r\nSet-Cookie: x=1', 'a,b', '"a"', 'ä', 'a\\'])
    expect(() => cookieHeader('theme', value, null, false)).toThrow(RangeError)
})

test('a session is known by a token of its own shape alone', () => {
  const { token } = newSession()
  expect(sessionToken(`rostra=${token}`, false)).toBe(token)
  for (const bad of [
    '',
    token.slice(1),
    `${token}A`,
    `${token.slice(1)}!`,
    `${token.slice(1)} `,
    'x'.repeat(5000),
  ])
    expect(sessionToken(`rostra=${bad}`, false)).toBeNull()
})

test('over https no cookie counts that a neighbouring host or plain http could have set', async () => {
  const site = await testSite({ config: { url: 'https://forum.test', secure: true } })
  site.app.get('/who', async request => ({ member: request.visitor.who !== null }))
  const cookie = site.signIn({})
  const token = cookie.slice(cookie.indexOf('=') + 1)
  const ask = async (header: string) =>
    (await site.app.inject({ url: '/who', headers: { cookie: header } })).json()
  expect(await ask(`${sessionCookie(true)}=${token}`)).toEqual({ member: true })
  for (const tossed of [`rostra=${token}`, `__Secure-rostra=${token}`, `__host-rostra=${token}`])
    expect(await ask(tossed)).toEqual({ member: false })
  await site.app.close()
})
