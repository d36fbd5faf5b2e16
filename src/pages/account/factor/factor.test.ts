import { TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '#base/time.ts'
import { act } from '#forum/act.ts'
import { GUEST, SYSTEM } from '#forum/actor.ts'
import { hashPassword } from '#forum/members/passwords.ts'
import { setPassword } from '#forum/passwords/actions.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { PATHS } from '../model.ts'
import { accountRoutes } from '../routes.ts'

const PASSWORD = 'nine herrings and a bucket'

describe.each(STORES)('the pages of the second factor on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, accountRoutes)
    const hash = await hashPassword(PASSWORD)
    await act(pages.forum, SYSTEM, a => setPassword(a, pages.house.members.Bo, hash))
  })
  afterEach(() => pages.close())

  const bo = () => pages.people.member
  const code = (secret: string) => new TOTP({ secret }).generate({ timestamp: pages.house.clock() })
  const setUp = async () => {
    const begun = (await pages.postJson(bo(), PATHS.factor, { currentPassword: PASSWORD })).json()
    const sent = { setup: begun.setup, code: code(begun.secret) }
    const { codes } = (await pages.postJson(bo(), `${PATHS.factor}/confirm`, sent)).json()
    pages.house.pass(MINUTE)
    return { secret: begun.secret as string, codes: codes as string[] }
  }
  /** A guest's form, with the cookies of what they are in the middle of. */
  const guest = async (url: string, fields: Fields, cookies = '') => {
    const { cookie, token } = await pages.proof(GUEST)
    const payload = new URLSearchParams(fields as Record<string, string>).toString()
    const headers = {
      cookie: [cookie, cookies].filter(Boolean).join('; '),
      'x-csrf-token': token,
      'content-type': 'application/x-www-form-urlencoded',
    }
    return pages.send({ method: 'POST', url, payload, headers })
  }
  const enter = async (next = '') => {
    const sent = await guest(PATHS.signIn, { name: 'Bo', password: PASSWORD, next })
    const cookie = sent.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return { sent, cookie }
  }

  test('lead from the password over the square to the codes, which are shown once', async () => {
    const body = (await pages.get(bo(), PATHS.factor)).body
    expect(body).toContain('Set up a second factor')
    expect((await pages.post(bo(), PATHS.factor, { currentPassword: 'wrong' })).statusCode).toBe(422)
    const begun = await pages.post(bo(), PATHS.factor, { currentPassword: PASSWORD })
    expect(begun.body).toMatch(/<svg class="square" viewBox="0 0 \d+ \d+"/)
    expect(begun.body).not.toMatch(/ style=/)
    expect(begun.headers['cache-control']).toBe('private, no-store')
    const key = /<code class="key" dir="ltr">([A-Z2-7 ]+)</.exec(begun.body)![1]!.replaceAll(' ', '')
    const setup = /name="setup" value="([\w-]+)"/.exec(begun.body)![1]!
    const wrong = await pages.post(bo(), `${PATHS.factor}/confirm`, { setup, code: '000000' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body.replaceAll(' ', '')).toContain(key)
    const on = await pages.post(bo(), `${PATHS.factor}/confirm`, { setup, code: code(key) })
    expect(on.statusCode).toBe(200)
    expect(on.body.match(/<li><code>/g)).toHaveLength(10)
    expect(String(on.headers['set-cookie'])).toMatch(/rostra=[\w-]{43}/)
    const after = (await pages.get(bo(), PATHS.factor)).body
    expect(after).toContain('10 recovery codes are left.')
    expect(after).not.toContain(key)
    const over = await pages.post(bo(), `${PATHS.factor}/confirm`, { setup, code: code(key) })
    expect([over.statusCode, over.body.includes('begin again')]).toEqual([403, true])
  })

  test('ask for the code on a page of its own, in the browser that gave the password', async () => {
    const { secret } = await setUp()
    const { sent, cookie } = await enter('/members')
    expect(sent.headers['location']).toBe(`${PATHS.code}?next=%2Fmembers`)
    expect(sent.cookies.map(each => each.name)).not.toContain('rostra')
    expect(sent.headers['set-cookie']).toMatch(/^step-second=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const shown = await pages.get(GUEST, `${PATHS.code}?next=%2Fmembers`, { cookie })
    expect(shown.body).toContain('autocomplete="one-time-code"')
    const stranger = await guest(PATHS.code, { code: code(secret), next: '' })
    expect([stranger.statusCode, stranger.cookies.some(each => each.name === 'rostra')]).toEqual([403, false])
    const wrong = await guest(PATHS.code, { code: '000000', next: '/members' }, cookie)
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('value="/members"')
    expect(wrong.body).not.toContain('value="000000"')
    const right = await guest(PATHS.code, { code: code(secret), next: '/members' }, cookie)
    expect(right.headers['location']).toBe('/members')
    expect(String(right.headers['set-cookie'])).toMatch(/rostra=[\w-]{43}/)
    expect((await pages.get(GUEST, PATHS.code, { cookie })).headers['location']).toBe(PATHS.signIn)
  })

  test('lead nobody to another site', async () => {
    const { codes } = await setUp()
    const { sent, cookie } = await enter('//elsewhere.test')
    expect(sent.headers['location']).toMatch(/^\/sign-in\/code/)
    const right = await guest(PATHS.code, { code: codes[0]!, next: '//elsewhere.test' }, cookie)
    expect(right.headers['location']).toBe('/')
  })

  test('make new codes and switch it off with the password and a code', async () => {
    const { secret, codes } = await setUp()
    const change = (fields: Fields) => pages.post(bo(), `${PATHS.factor}/change`, fields)
    const renewed = await change({ act: 'codes', currentPassword: PASSWORD, code: code(secret) })
    expect(renewed.body.match(/<li><code>/g)).toHaveLength(10)
    expect((await change({ act: 'off', currentPassword: PASSWORD, code: codes[0]! })).statusCode).toBe(422)
    pages.house.pass(MINUTE)
    expect((await change({ act: 'off', currentPassword: 'wrong', code: code(secret) })).statusCode).toBe(422)
    const off = await change({ act: 'off', currentPassword: PASSWORD, code: code(secret) })
    expect(off.headers['location']).toBe(`${PATHS.factor}?done=1`)
    expect((await enter()).sent.headers['location']).toBe('/')
  })

  test('tell a program what is asked for', async () => {
    await setUp()
    const { token, cookie } = await pages.proof(GUEST)
    const answer = await pages.send({
      method: 'POST',
      url: PATHS.signIn,
      payload: { name: 'Bo', password: PASSWORD },
      headers: { cookie, 'x-csrf-token': token, accept: 'application/json' },
    })
    expect(answer.json()).toEqual({ step: 'code', path: PATHS.code })
    expect((await pages.get(GUEST, PATHS.factor)).statusCode).toBe(401)
  })
})
