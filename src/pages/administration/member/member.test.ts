import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '#base/ids.ts'
import { act } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { nameOfLink } from '#forum/passwords/actions.ts'
import { addGroup } from '#forum/permissions/actions.ts'
import { resolveSession, startSession } from '#forum/sessions/actions.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { MEMBERS_PATH } from '../model.ts'
import { administrationRoutes } from '../routes.ts'

const GOOD = { role: 'member', title: '', address: 'bo@example.org' }

describe.each(STORES)('one member in the administration on %s', kind => {
  let pages: TestPages
  let bo: string
  beforeEach(async () => {
    pages = await testPages(kind, administrationRoutes)
    bo = `${MEMBERS_PATH}/${pages.house.members.Bo}`
  })
  afterEach(() => pages.close())

  const pathOf = (name: 'Ada' | 'Mo' | 'Bo' | 'Sol') => `${MEMBERS_PATH}/${pages.house.members[name]}`
  const send = (path: string, fields: Fields = {}) => pages.post(pages.people.administrator, path, fields)
  const look = async (path: string) => (await pages.get(pages.people.administrator, path)).body
  const json = (path: string) => pages.json(pages.people.administrator, path)
  const signIn = async (name: 'Ada' | 'Bo') => {
    const id = pages.house.members[name]
    return sha256(await act(pages.forum, SYSTEM, a => startSession(a, id, 'a test')))
  }
  const row = (name: 'Ada' | 'Bo') =>
    pages.house.store.read
      .selectFrom('members')
      .selectAll()
      .where('id', '=', pages.house.members[name])
      .executeTakeFirstOrThrow()

  test('shows what is known of them, and nothing of their password', async () => {
    await pages.house.store.write
      .updateTable('members')
      .set({ password: '$argon2id$canary' })
      .where('id', '=', pages.house.members.Bo)
      .execute()
    const body = await look(bo)
    expect(body).toContain('value="bo@example.org"')
    expect(body).toContain('<dt>Joined</dt><dd>1 March 2024</dd>')
    expect(body).toContain('Instead of &quot;New member&quot;, which the messages have earned.')
    expect(body).toContain('href="/administration/why?member=Bo"')
    expect(body).not.toContain('canary')
    expect(JSON.stringify(await json(bo))).not.toContain('canary')
    expect(await json(bo)).toEqual({
      ...{ id: pages.house.members.Bo, name: 'Bo', role: 'member', address: 'bo@example.org' },
      ...{ suspended: false, customTitle: null, groups: [], sessions: 0 },
    })
    expect(await look(pathOf('Sol'))).toContain('This member is suspended')
  })

  test('is given a role, groups, a title and an address in one go', async () => {
    const pilots = await act(pages.forum, SYSTEM, a => addGroup(a, 'Pilots'))
    const tugs = await act(pages.forum, SYSTEM, a => addGroup(a, 'Tugs'))
    const fields = { role: 'moderator', groups: [String(pilots), String(tugs)], title: 'Harbour <master>' }
    const sent = await send(bo, { ...fields, address: 'New@example.org' })
    expect(sent.headers['location']).toBe(`${bo}?done=1`)
    expect(await json(bo)).toMatchObject({
      ...{ role: 'moderator', groups: [pilots, tugs], customTitle: 'Harbour <master>' },
      address: 'New@example.org',
    })
    const body = await look(bo)
    expect(body).toMatch(new RegExp(`name="groups" value="${tugs}" checked`))
    expect(body).toContain('value="Harbour &lt;master&gt;"')
    await send(bo, { role: 'moderator', groups: String(tugs), title: '', address: '' })
    expect(await json(bo)).toMatchObject({ groups: [tugs], customTitle: null, address: null })
    await send(bo, { role: 'member', title: '', address: '' })
    expect(await json(bo)).toMatchObject({ role: 'member', groups: [] })
  })

  test('changes only what differs, and all of it or nothing', async () => {
    const events = async () =>
      (await pages.house.store.read.selectFrom('outbox').select('event').execute()).length
    const before = await events()
    await send(bo, GOOD)
    expect(await events()).toBe(before)
    const unchanged = await row('Bo')
    const taken = await send(bo, { ...GOOD, title: 'Pilot', address: 'MO@example.org', role: 'moderator' })
    expect(taken.statusCode).toBe(409)
    expect(taken.body).toContain('<a href="#field-address">This address belongs to another member.')
    const alone = await row('Ada')
    const last = { role: 'member', title: 'Captain', address: 'captain@example.org' }
    expect((await send(pathOf('Ada'), last)).statusCode).toBe(409)
    expect(await row('Ada')).toEqual(alone)
    const bad: [Fields, string, string][] = [
      [{ role: 'guest' }, 'role', 'Please choose one of the things offered.'],
      [{ groups: '999' }, 'groups', 'Please choose one of the things offered.'],
      [{ groups: 'x' }, 'groups', 'This must be a whole number.'],
      [{ title: 'x'.repeat(41) }, 'title', 'There is room for 40 characters.'],
      [{ address: 'nowhere' }, 'address', 'This is not a mail address.'],
    ]
    for (const [change, field, sentence] of bad) {
      const sent = await send(bo, { ...GOOD, title: 'Typed', role: 'moderator', ...change })
      expect(sent.statusCode, JSON.stringify(change)).toBe(422)
      expect(sent.body).toContain(`<a href="#field-${field}">`)
      expect(sent.body).toContain(sentence)
      if (field !== 'title') expect(sent.body).toContain('value="Typed"')
      if (field !== 'role') expect(sent.body).toContain('value="moderator" checked>')
    }
    for (const column of Object.keys(unchanged).filter(name => !Object.hasOwn(GOOD, name)))
      expect((await send(bo, { ...GOOD, [column]: '1' })).statusCode, column).toBe(422)
    expect(await row('Bo')).toEqual(unchanged)
  })

  test('with another role has to sign in again; whoever changes their own address does not', async () => {
    const theirs = await signIn('Bo')
    await send(bo, { ...GOOD, role: 'moderator' })
    expect(await resolveSession(pages.forum, theirs)).toBeNull()
    const own = await signIn('Ada')
    await send(pathOf('Ada'), { role: 'administrator', title: '', address: 'other@example.org' })
    expect(await resolveSession(pages.forum, own)).not.toBeNull()
  })

  test('who administers alone can neither step back nor be suspended', async () => {
    const ada = pathOf('Ada')
    for (const [path, fields] of [
      [ada, { ...GOOD, address: 'ada@example.org' }],
      [`${ada}/suspend`, {}],
    ] as const) {
      const sent = await send(path, fields)
      expect(sent.statusCode).toBe(409)
      expect(sent.body).toContain('Somebody must be left to administer this forum.')
    }
    expect(await row('Ada')).toMatchObject({ role: 'administrator', suspended: 0 })
    await send(pathOf('Mo'), { role: 'administrator', title: '', address: '' })
    expect((await send(`${ada}/suspend`)).statusCode).toBe(303)
  })

  test('is suspended and let write again', async () => {
    expect((await send(`${bo}/suspend`)).headers['location']).toBe(`${bo}?done=1`)
    const body = await look(bo)
    expect(body).toContain('This member is suspended: they can read, but not write.')
    expect(body).toContain(`action="${bo}/unsuspend"`)
    expect(body).not.toContain(`action="${bo}/suspend"`)
    await send(`${bo}/unsuspend`)
    expect(await json(bo)).toMatchObject({ suspended: false })
    expect((await send(`${bo}/suspend`, { until: '1' })).statusCode).toBe(422)
  })

  test('gets a link for a password, shown once and kept nowhere', async () => {
    const sent = await send(`${bo}/password-link`)
    expect(sent.statusCode).toBe(200)
    expect(sent.headers['cache-control']).toBe('private, no-store')
    const token = />http:\/\/forum\.test\/password\/([\w-]{22})</.exec(sent.body)?.[1] ?? ''
    expect(await nameOfLink(pages.forum, token)).toBe('Bo')
    expect(await look(bo)).not.toContain('/password/')
    const tokens = await pages.house.store.read.selectFrom('tokens').selectAll().execute()
    expect(JSON.stringify(tokens)).not.toContain(token)
    const told = await pages.postJson(pages.people.administrator, `${bo}/password-link`, {})
    expect(told.json().path).toMatch(/^\/password\/[\w-]{22}$/)
    await expect(nameOfLink(pages.forum, token)).rejects.toMatchObject({ code: 'not-found' })
    const headers = { host: 'elsewhere.test', 'x-forwarded-host': 'elsewhere.test' }
    const forged = await pages.post(pages.people.administrator, `${bo}/password-link`, {}, headers)
    expect(forged.body).toContain('http://forum.test/password/')
    expect(forged.body).not.toContain('elsewhere')
  })

  test('is signed out everywhere', async () => {
    const hashes = [await signIn('Bo'), await signIn('Bo')]
    const own = await signIn('Ada')
    expect(await look(bo)).toContain('Signed in in 2 places.')
    expect((await send(`${bo}/end-sessions`)).statusCode).toBe(303)
    for (const hash of hashes) expect(await resolveSession(pages.forum, hash)).toBeNull()
    expect(await resolveSession(pages.forum, own)).not.toBeNull()
    const body = await look(bo)
    expect(body).toContain('Signed in nowhere.')
    expect(body).not.toContain(`action="${bo}/end-sessions"`)
  })
})
