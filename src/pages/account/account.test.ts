import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { GUEST, SYSTEM } from '#forum/actor.ts'
import { hashPassword } from '#forum/members/passwords.ts'
import { makePasswordLink, setPassword } from '#forum/passwords/actions.ts'
import { changeSettings } from '#forum/settings/actions.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../tests/support/pages.ts'
import { memberRoutes } from '../member/routes.ts'
import { accountRoutes } from './routes.ts'

const PASSWORD = 'nine herrings and a bucket'
const OTHER = 'ten herrings and a barrel'

describe.each(STORES)('accounts on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      accountRoutes(app, forum)
      memberRoutes(app, forum)
    })
    const hash = await hashPassword(PASSWORD)
    await act(pages.forum, SYSTEM, a => setPassword(a, pages.house.members.Bo, hash))
  })
  afterEach(() => pages.close())

  const join = async (fields: Fields = {}, wait = 5000) => {
    const { opened } = await pages.json(GUEST, '/register')
    pages.house.pass(wait)
    const typed = { name: 'Edda', address: 'edda@example.org', password: PASSWORD, website: '', next: '' }
    return pages.post(GUEST, '/register', { ...typed, opened: opened as string, ...fields })
  }
  const column = async (name: string) =>
    house().selectFrom('members').selectAll().where('name', '=', name).executeTakeFirst()
  const house = () => pages.house.store.read

  test('somebody joins, and is signed in', async () => {
    const sent = await join({ next: '/members' })
    expect([sent.statusCode, sent.headers['location']]).toEqual([303, '/members'])
    expect(String(sent.headers['set-cookie'])).toMatch(
      /^rostra=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=/,
    )
    const member = await column('Edda')
    expect(member).toMatchObject({ role: 'member', address: 'edda@example.org' })
    expect(member?.password).toMatch(/^\$argon2id\$/)
  })

  test('what cannot be used comes back as typed, the password aside, and nobody is made', async () => {
    const bad: [Fields, number, string | null][] = [
      [{ name: '' }, 422, 'name'],
      [{ name: 'x'.repeat(201) }, 422, 'name'],
      [{ name: 'E\u200bdda' }, 422, 'name'],
      [{ name: 'BO' }, 409, 'name'],
      [{ name: 'B\u043e' }, 422, 'name'],
      [{ address: 'nowhere' }, 422, 'address'],
      [{ password: 'short' }, 422, 'password'],
      [{ website: 'https://spam.example' }, 422, null],
      [{ opened: 'made.up' }, 422, null],
    ]
    for (const [fields, status, field] of bad) {
      const { statusCode, body } = await join(fields)
      expect(statusCode, JSON.stringify(fields)).toBe(status)
      if (field) expect(body).toContain(`<a href="#field-${field}">`)
      if (!fields['address']) expect(body).toContain('value="edda@example.org"')
      expect(body).not.toContain(PASSWORD)
    }
    expect((await join({}, 1000)).statusCode).toBe(422)
    for (const extra of ['role', 'id', 'suspended', 'title', 'message_count', '__proto__'])
      expect((await join({ [extra]: 'administrator' })).statusCode, extra).toBe(422)
    expect(await column('Edda')).toBeUndefined()
    await act(pages.forum, SYSTEM, a => changeSettings(a, { registration: 'closed' }))
    expect((await pages.get(GUEST, '/register')).statusCode).toBe(403)
  })

  test('signing in fails alike for a name that is not there, and leads nowhere else', async () => {
    const enter = (name: string, password: string, next = '') =>
      pages.post(GUEST, '/sign-in', { name, password, next })
    const answers = await Promise.all([enter('Bo', OTHER), enter('Nobody', OTHER)])
    const plain = answers.map(({ statusCode, body }) =>
      [statusCode, body.replace(/value="[^"]*"/g, '')].join(' '),
    )
    expect(plain[0]).toBe(plain[1])
    expect(answers[0]?.statusCode).toBe(422)
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
      expect((await enter('Bo', PASSWORD, next)).headers['location'], next).toBe('/')
    const entered = await enter('bo@example.org', PASSWORD, '/threads/1/x?page=2#p27')
    expect(entered.headers['location']).toBe('/threads/1/x?page=2#p27')
  })

  test('a profile, an address and a picture are one’s own to change', async () => {
    const { member } = pages.people
    const saved = await pages.post(member, '/account', {
      country: 'NO',
      location: 'Bergen',
    })
    expect(saved.headers['location']).toBe('/account?done=1')
    expect(await column('Bo')).toMatchObject({
      country: 'NO',
      location: 'Bergen',
    })
    for (const fields of [
      { timeZone: 'UTC' },
      { country: 'Mars' },
      { country: 'x'.repeat(61) },
      { title: 'King' },
    ])
      expect(
        (await pages.post(member, '/account', { country: '', location: '', ...fields })).statusCode,
      ).toBe(422)
    const address = (currentPassword: string) =>
      pages.post(member, '/account/address', { address: 'new@example.org', currentPassword })
    expect((await address(OTHER)).statusCode).toBe(422)
    expect((await address(PASSWORD)).headers['location']).toBe('/account/address?done=1')
    // Until the link is opened that was sent there.
    expect(await column('Bo')).toMatchObject({ address: 'bo@example.org' })
    for (const path of [
      '/account',
      '/account/avatar',
      '/account/password',
      '/account/address',
      '/account/sessions',
    ])
      expect((await pages.get(GUEST, path)).statusCode, path).toBe(401)
  })

  test('another name in the same letters is chosen only so often in a day', async () => {
    const { member } = pages.people
    const statuses = []
    for (const name of ['BO', 'bO', 'bo', 'Bo', 'BO', 'bO'])
      statuses.push((await pages.post(member, '/account/name', { name })).statusCode)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  })

  test('a picture is sent, shown, and taken away again', async () => {
    const { member } = pages.people
    const png = await sharp({ create: { width: 30, height: 30, channels: 3, background: 'teal' } })
      .png()
      .toBuffer()
    const send = async (file: Buffer, name: string) => {
      const { token, cookie } = await pages.proof(member)
      const edge = 'edge-of-a-part'
      const part = (head: string, body: Buffer | string) =>
        Buffer.concat([
          Buffer.from(`--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
          Buffer.from(body),
          Buffer.from('\r\n'),
        ])
      const payload = Buffer.concat([
        part('name="csrf"', token),
        part(`name="picture"; filename="${name}"`, file),
        Buffer.from(`--${edge}--\r\n`),
      ])
      const headers = { cookie, 'content-type': `multipart/form-data; boundary=${edge}` }
      return pages.send({ method: 'POST', url: '/account/avatar', payload, headers })
    }
    expect(
      (await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'face.png')).statusCode,
    ).toBe(422)
    expect((await send(Buffer.alloc(2 ** 17), 'face.png')).statusCode).toBe(413)
    expect((await send(png, '../../face.svg')).headers['location']).toBe('/account/avatar?done=1')
    const { avatar } = (await column('Bo')) as { avatar: string }
    expect((await pages.get(GUEST, `/avatars/${avatar}`)).headers['content-type']).toBe('image/webp')
    expect((await pages.get(GUEST, `/members/${pages.house.members.Bo}/bo`)).body).toContain(
      `/avatars/${avatar}`,
    )
    expect((await pages.post(member, '/account/avatar/remove')).statusCode).toBe(303)
    expect(await column('Bo')).toMatchObject({ avatar: null })
  })

  test('a password is chosen behind a link, once', async () => {
    const token = await act(pages.forum, SYSTEM, a => makePasswordLink(a, pages.house.members.Cy))
    expect((await pages.get(GUEST, `/password/${token}`)).body).toContain('Cy')
    expect((await pages.post(GUEST, `/password/${token}`, { password: 'short' })).statusCode).toBe(422)
    expect((await pages.post(GUEST, `/password/${token}`, { password: OTHER })).headers['location']).toBe(
      '/sign-in?chosen=1',
    )
    for (const path of [`/password/${token}`, '/password/x'])
      expect((await pages.get(GUEST, path)).statusCode).toBe(404)
    expect((await pages.post(GUEST, '/sign-in', { name: 'Cy', password: OTHER, next: '' })).statusCode).toBe(
      303,
    )
  })
})
