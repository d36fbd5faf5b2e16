import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act, type Forum } from '#forum/act.ts'
import { GUEST, SYSTEM } from '#forum/actor.ts'
import { askMore } from '#forum/joining/actions.ts'
import { waitingMembers } from '#forum/joining/store.ts'
import { hashPassword } from '#forum/members/passwords.ts'
import { setPassword } from '#forum/passwords/actions.ts'
import { addProvider } from '#forum/providers/managing.ts'
import { changeSettings } from '#forum/settings/actions.ts'
import { createOutgoing } from '#outgoing/outgoing.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type IdentityProvider,
  openProvider,
} from '../../../../tests/support/identity-provider.ts'
import { type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { PATHS } from '../model.ts'
import { accountRoutes } from '../routes.ts'

const PASSWORD = 'nine herrings and a bucket'

describe.each(STORES)('the pages of providers on %s', kind => {
  let pages: TestPages
  let idp: IdentityProvider
  let forum: Forum
  let id: number

  beforeEach(async () => {
    idp = await openProvider()
    const hosts = [{ host: '127.0.0.1', port: idp.port }]
    const outgoing = createOutgoing({ isAllowed: true, hosts, origin: 'http://forum.test', version: '1' })
    pages = await testPages(kind, (app, made) => {
      forum = { ...made, outgoing }
      accountRoutes(app, forum)
    })
    const hash = await hashPassword(PASSWORD)
    await act(forum, SYSTEM, a => setPassword(a, pages.house.members.Bo, hash))
    id = await addProvider(forum, SYSTEM, {
      ...{ name: 'Port & Co', issuer: idp.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET },
      ...{ trusted: true, position: 1 },
    })
  })
  afterEach(async () => {
    await pages.close()
    await idp.close()
  })

  /** A browser that keeps its cookies. */
  const browse = async (who = GUEST) => {
    const { cookie, token } = await pages.proof(who)
    const jar = new Map(cookie.split('; ').map(each => each.split('=', 2) as [string, string]))
    const keep = (sent: Awaited<ReturnType<typeof pages.send>>) => {
      for (const { name, value } of sent.cookies) {
        if (value === '') jar.delete(name)
        else jar.set(name, value)
      }
      return sent
    }
    const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'x-csrf-token': token, 'content-type': 'application/x-www-form-urlencoded' }
    return {
      jar,
      get: async (url: string) => keep(await pages.send({ url, headers: { cookie: cookies() } })),
      post: async (url: string, fields: Record<string, string>) => {
        const payload = new URLSearchParams(fields).toString()
        return keep(
          await pages.send({ method: 'POST', url, payload, headers: { ...headers, cookie: cookies() } }),
        )
      },
    }
  }
  const leave = async (browser: Awaited<ReturnType<typeof browse>>, next = '') => {
    const sent = await browser.post(`/sign-in/with/${id}`, { next })
    const found = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(sent.body)?.[1] ?? ''
    return { sent, location: found.replaceAll('&amp;', '&') }
  }
  const pathOf = ({ pathname, search }: URL) => pathname + search

  test('lead to the provider by a page of their own, so that form-action stays as it is', async () => {
    const browser = await browse()
    expect((await browser.get(PATHS.signIn)).body).toContain('Sign in with Port &amp; Co')
    const { sent, location } = await leave(browser)
    expect(sent.statusCode).toBe(200)
    expect(sent.headers['content-security-policy']).toContain("form-action 'self'")
    expect(location.startsWith(`${idp.issuer}/authorize?`)).toBe(true)
    expect(sent.headers['cache-control']).toBe('private, no-store')
    expect(browser.jar.has('step-provider')).toBe(true)
    expect((await pages.post(pages.people.member, `/sign-in/with/${id}`, { next: '' })).statusCode).toBe(403)
    expect((await pages.get(GUEST, `/sign-in/with/${id}`)).statusCode).toBe(404)
  })

  test('make a member of somebody new, who is known the next time', async () => {
    const browser = await browse()
    const { location } = await leave(browser, '/members')
    const who = { email: 'edda@example.org', email_verified: true, preferred_username: 'Edda <3' }
    const back = await browser.get(pathOf(idp.agree(location, who)))
    expect(back.headers['location']).toBe(`${PATHS.named}?next=%2Fmembers`)
    const shown = (await browser.get(PATHS.named)).body
    expect(shown).toContain('value="edda@example.org"')
    expect(shown).toContain('value="Edda &lt;3"')
    const wrong = await browser.post(PATHS.named, { name: 'Bo', address: 'edda@example.org' })
    expect([wrong.statusCode, wrong.body.includes('id="field-name-problem"')]).toEqual([409, true])
    const joined = await browser.post(PATHS.named, { name: 'Edda', address: 'edda@example.org' })
    expect(joined.headers['location']).toBe('/members')
    expect(browser.jar.has('rostra')).toBe(true)
    expect(browser.jar.has('step-provider')).toBe(false)
    const again = await browse()
    const left = await leave(again, '//elsewhere.test')
    const entered = await again.get(pathOf(idp.agree(left.location)))
    expect([entered.statusCode, entered.headers['location']]).toEqual([303, '/'])
    expect(again.jar.has('rostra')).toBe(true)
  })

  test('make a member of nobody who does not answer, and let nobody in before administrators agree', async () => {
    await act(forum, SYSTEM, async a => {
      await askMore(a, { question: 'What floats & is red?', answers: ['a buoy', 'buoy'] })
      await changeSettings(a, { registration: 'approval' })
    })
    const browser = await browse()
    const { location } = await leave(browser)
    const who = { email: 'edda@example.org', email_verified: true, preferred_username: 'Edda' }
    await browser.get(pathOf(idp.agree(location, who)))
    const shown = (await browser.get(PATHS.named)).body
    expect(shown).toContain('What floats &amp; is red?')
    expect(shown).toMatch(/name="about"/)
    const asked = /name="asked" value="([^"]+)"/.exec(shown)?.[1] ?? ''
    const typed = { name: 'Edda', address: 'edda@example.org', about: 'Hello.' }
    for (const wrong of [{}, { asked }, { asked, answer: 'a ship' }, { asked: '1.x', answer: 'buoy' }]) {
      const refused = await browser.post(PATHS.named, { ...typed, ...wrong })
      expect([refused.statusCode, refused.body.includes('id="field-answer-problem"')]).toEqual([422, true])
      expect(refused.body).toContain('Hello.')
    }
    const joined = await browser.post(PATHS.named, { ...typed, asked, answer: 'A buoy.' })
    expect([joined.statusCode, joined.headers['location']]).toEqual([303, `${PATHS.signIn}?waits=1`])
    expect(browser.jar.has('rostra')).toBe(false)
    expect(await waitingMembers(forum.store.read, 5)).toMatchObject([
      { name: 'Edda', answers: { question: 'What floats & is red?', answer: 'A buoy.', about: 'Hello.' } },
    ])
  })

  test('do nothing for a browser that did not leave from here', async () => {
    const browser = await browse()
    const { location } = await leave(browser)
    const back = pathOf(idp.agree(location))
    const stranger = await browse()
    expect((await stranger.get(back)).headers['location']).toBe(PATHS.signIn)
    const other = await browse()
    await leave(other)
    const crossed = await other.get(back)
    expect(crossed.statusCode).toBe(503)
    expect(crossed.body).toContain('The provider did not answer as it should.')
    expect(other.jar.has('rostra')).toBe(false)
    expect((await other.get(PATHS.named)).headers['location']).toBe(PATHS.signIn)
    expect((await browser.get(back)).headers['location']).toBe(PATHS.named)
    expect((await browser.get(back)).statusCode).toBe(403)
  })

  test('link an account with its password, and unlink it', async () => {
    const browser = await browse(pages.people.member)
    expect((await browser.get(PATHS.providers)).body).toContain('Link Port &amp; Co')
    const link = String(id)
    const wrong = await browser.post(PATHS.providers, { link, currentPassword: 'wrong' })
    expect(wrong.statusCode).toBe(422)
    const left = await browser.post(PATHS.providers, { link, currentPassword: PASSWORD })
    expect(left.body).toContain('http-equiv="refresh"')
    const location = /url=([^"]+)"/.exec(left.body)![1]!.replaceAll('&amp;', '&')
    const back = await browser.get(pathOf(idp.agree(location)))
    expect(back.headers['location']).toBe(`${PATHS.providers}?done=1`)
    expect((await browser.get(PATHS.providers)).body).toContain('Unlink Port &amp; Co')
    const removed = await browser.post(PATHS.providers, { unlink: link, currentPassword: PASSWORD })
    expect(removed.headers['location']).toBe(`${PATHS.providers}?done=1`)
    expect((await browser.get(PATHS.providers)).body).toContain('Not linked')
    expect((await browser.post(PATHS.providers, { currentPassword: PASSWORD })).statusCode).toBe(422)
  })
})
