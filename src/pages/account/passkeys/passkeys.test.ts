import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { GUEST, SYSTEM } from '#forum/actor.ts'
import { hashPassword } from '#forum/members/passwords.ts'
import { setPassword } from '#forum/passwords/actions.ts'
import { createAuthenticator } from '../../../../tests/support/authenticator.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { PATHS } from '../model.ts'
import { accountRoutes } from '../routes.ts'

const PASSWORD = 'nine herrings and a bucket'
const ORIGIN = 'http://forum.test'

describe.each(STORES)('the pages of passkeys on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, accountRoutes)
    const hash = await hashPassword(PASSWORD)
    await act(pages.forum, SYSTEM, a => setPassword(a, pages.house.members.Bo, hash))
  })
  afterEach(() => pages.close())

  const bo = () => pages.people.member
  /** Two requests of one browser: what it is asked, and what it answers. */
  const browse = async (who: typeof GUEST, from = {}) => {
    const { cookie, token } = await pages.proof(who)
    let cookies = cookie
    return async (url: string, fields: Fields, accept = 'application/json') => {
      const sent = await pages.send({
        ...{ method: 'POST', url, payload: new URLSearchParams(fields as Record<string, string>).toString() },
        headers: {
          ...{ cookie: cookies, 'x-csrf-token': token, accept },
          'content-type': 'application/x-www-form-urlencoded',
        },
        ...from,
      })
      cookies = [cookies, ...sent.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
      return sent
    }
  }
  const add = async (name: string) => {
    const device = createAuthenticator(ORIGIN)
    const send = await browse(bo())
    const asked = await send(`${PATHS.passkeys}/options`, { currentPassword: PASSWORD })
    const kept = await send(PATHS.passkeys, { name, credential: device.make(asked.json()) }, 'text/html')
    return { device, asked, kept }
  }

  test('add one, list it, give it another name and remove it', async () => {
    const { asked, kept } = await add('Blue <phone>')
    expect(asked.headers['set-cookie']).toMatch(/^step-passkey=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(kept.headers['location']).toBe(`${PATHS.passkeys}?done=1`)
    const { passkeys } = (await pages.json(bo(), PATHS.passkeys)) as { passkeys: { id: number }[] }
    const path = `${PATHS.passkeys}/${passkeys[0]!.id}`
    expect((await pages.get(bo(), PATHS.passkeys)).body).toContain(
      `<a href="${path}"><bdi>Blue &lt;phone&gt;</bdi></a>`,
    )
    expect((await pages.get(pages.people.moderator, path)).statusCode).toBe(404)
    expect((await pages.post(pages.people.moderator, path, { name: 'x' })).statusCode).toBe(404)
    await pages.post(bo(), path, { name: 'Old phone' })
    expect((await pages.get(bo(), path)).body).toContain('value="Old phone"')
    expect((await pages.post(bo(), `${path}/remove`, { currentPassword: 'wrong' })).statusCode).toBe(422)
    const removed = await pages.post(bo(), `${path}/remove`, { currentPassword: PASSWORD })
    expect(removed.headers['location']).toBe(`${PATHS.passkeys}?done=1`)
    expect(await pages.json(bo(), PATHS.passkeys)).toEqual({ passkeys: [] })
  })

  test('sign in from the page of the password, and lead on', async () => {
    const { device } = await add('Phone')
    const send = await browse(GUEST)
    const asked = await send(`${PATHS.signInPasskey}/options`, {})
    const fields = { credential: device.show(asked.json()), next: '/members' }
    const sent = await send(PATHS.signInPasskey, fields, 'text/html')
    expect(sent.headers['location']).toBe('/members')
    expect(String(sent.headers['set-cookie'])).toMatch(/rostra=[\w-]{43}/)
    const again = await send(PATHS.signInPasskey, fields, 'text/html')
    expect(again.statusCode).toBe(403)
    expect(again.body).toContain('This took too long.')
    const other = await browse(GUEST)
    expect((await other(PATHS.signInPasskey, fields, 'text/html')).statusCode).toBe(403)
  })

  test('ask nothing any more of a network that only asks, nor do the other steps of signing in', async () => {
    const paths = [`${PATHS.signInPasskey}/options`, PATHS.signInPasskey, '/sign-in/with/1', PATHS.code]
    // A network each: all that one asks for is counted too.
    for (const [index, path] of paths.entries()) {
      const send = await browse(GUEST, { remoteAddress: `198.51.100.${index + 4}` })
      const answers: number[] = []
      // As many as they are, the more of them the slower the machine.
      while (answers.length < 200 && answers.at(-1) !== 429) answers.push((await send(path, {})).statusCode)
      expect(answers.at(-1), path).toBe(429)
      expect(answers.length, path).toBeGreaterThan(30)
    }
    const asked = await pages.house.store.read.selectFrom('challenges').select('hash').execute()
    expect(asked.length).toBeLessThan(100)
  })

  test('say without JavaScript that they need it', async () => {
    const signIn = (await pages.get(GUEST, PATHS.signIn)).body
    expect(signIn).toMatch(/data-passkey="get"[^>]* hidden>/)
    for (const body of [signIn, (await pages.get(bo(), PATHS.passkeys)).body])
      expect(body).toContain('<noscript><p class="hint">Passkeys need JavaScript')
    const sent = await pages.post(bo(), PATHS.passkeys, {
      ...{ name: 'Phone', credential: '', currentPassword: PASSWORD },
    })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain('value="Phone"')
    expect(sent.body).not.toContain(PASSWORD)
  })
})
