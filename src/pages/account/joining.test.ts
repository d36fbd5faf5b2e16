import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act, type Forum } from '#forum/act.ts'
import { GUEST, SYSTEM } from '#forum/actor.ts'
import { askMore } from '#forum/joining/actions.ts'
import { MAIL_JOB, sendQueued } from '#forum/mail/actions.ts'
import { unsubscribePath } from '#forum/mail/model.ts'
import { unwantedBy } from '#forum/mail/store.ts'
import { answerForgotten, FORGOTTEN_JOB } from '#forum/passwords/actions.ts'
import { changeSettings } from '#forum/settings/actions.ts'
import { runDueJobs } from '#jobs/queue.ts'
import type { Mail } from '#mail/model.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../tests/support/pages.ts'
import { accountRoutes } from './routes.ts'

const PASSWORD = 'nine herrings and a bucket'
/** Ways to tell a server that it is another one. */
const FORGED = {
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  forwarded: 'host=evil.example;proto=https',
  'x-original-host': 'evil.example',
}

describe.each(STORES)('joining by the pages on %s', kind => {
  let pages: TestPages
  let forum: Forum
  beforeEach(async () => {
    pages = await testPages(kind, (app, made) => {
      forum = { ...made, origin: 'http://forum.test' }
      accountRoutes(app, forum)
    })
  })
  afterEach(() => pages.close())

  const join = async (fields: Fields = {}, headers = {}) => {
    const { opened, asked } = await pages.json(GUEST, '/register')
    pages.house.pass(5000)
    const typed = { name: 'Edda', address: 'edda@example.org', password: PASSWORD, website: '', next: '' }
    const proof = { opened: opened as string, ...(typeof asked === 'string' && { asked }) }
    return pages.post(GUEST, '/register', { ...typed, ...proof, ...fields }, headers)
  }
  const work = async () => {
    const sent: Mail[] = []
    const send = async (mail: Mail) => void sent.push(mail)
    const sending = { ...forum, mailer: { server: 'mail.test:25', folder: null, send } }
    await runDueJobs({
      ...{ store: forum.store, log: forum.log, now: forum.clock },
      handlers: {
        [MAIL_JOB]: job => sendQueued(sending, job),
        [FORGOTTEN_JOB]: job => answerForgotten(sending, job),
      },
    })
    return sent
  }
  const ask = (name: string, headers = {}) => pages.post(GUEST, '/password/forgotten', { name }, headers)

  test('no link of a mail leads to where a request says that it came from', async () => {
    await join({}, FORGED)
    await ask('Bo', FORGED)
    const { cookie, token } = await pages.proof(GUEST)
    await pages.send({
      ...{ method: 'POST', url: 'http://evil.example/password/forgotten', payload: 'name=Cy' },
      headers: {
        ...FORGED,
        cookie,
        'x-csrf-token': token,
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
    const mails = await work()
    expect(mails.map(mail => mail.to).sort()).toEqual([
      'bo@example.org',
      'cy@example.org',
      'edda@example.org',
    ])
    for (const mail of mails) {
      expect(JSON.stringify(mail)).not.toContain('evil.')
      const addresses = [...`${mail.text} ${mail.html}`.matchAll(/https?:\/\/[^/\s"<]+/g)].map(
        ([each]) => each,
      )
      expect(new Set(addresses)).toEqual(new Set(['http://forum.test']))
    }
  })

  test('the answers for an address that somebody has, and for one that nobody has, are the same', async () => {
    const plain = ({ statusCode, body, headers }: Awaited<ReturnType<typeof ask>>) => [
      statusCode,
      headers['location'],
      Object.keys(headers).sort(),
      body.replace(/"id":\d+/, ''),
    ]
    const [known, unknown] = [await ask('bo@example.org'), await ask('nobody@example.org')]
    expect(plain(known)).toEqual(plain(unknown))
    const [taken, free] = [
      await join({ address: 'BO@example.org' }),
      await join({ name: 'Finn', address: 'finn@example.org' }),
    ]
    expect(plain(taken)).toEqual(plain(free))
    expect(taken.statusCode).toBe(303)
  })

  test('a link of a mail only shows what it does when it is opened', async () => {
    await join()
    const path = new URL(/http:\S+confirm\S+/.exec((await work())[0]?.text ?? '')?.[0] ?? '').pathname
    const confirmed = async () =>
      (
        await forum.store.read
          .selectFrom('members')
          .select('addressConfirmedAt')
          .where('name', '=', 'Edda')
          .executeTakeFirstOrThrow()
      ).addressConfirmedAt
    for (let times = 0; times < 2; times++) {
      const { statusCode, body } = await pages.get(GUEST, path)
      expect([statusCode, body.includes('edda@example.org'), await confirmed()]).toEqual([200, true, null])
    }
    expect((await pages.post(GUEST, path)).headers['location']).toBe('/sign-in?confirmed=1')
    expect(await confirmed()).not.toBeNull()
    expect((await pages.get(GUEST, path)).statusCode).toBe(404)
  })

  test('a question is asked, the same until it is answered', async () => {
    for (const question of ['Which sea?', 'Which harbour?', 'Which wind?'])
      await act(forum, SYSTEM, a =>
        askMore(a, { question, answers: ['North Sea', `${question.slice(6, -1)} x`] }),
      )
    const { body: shown } = await pages.get(GUEST, '/register')
    expect(shown).toMatch(/<label for="field-answer">Which (sea|harbour|wind)\?</)
    expect(shown).not.toContain('North Sea')
    for (const fields of [
      {},
      { answer: 'west' },
      { answer: 'North Sea', asked: '1.made-up' },
      { answer: ' . ' },
    ]) {
      const { statusCode, body } = await join(fields)
      expect(statusCode, JSON.stringify(fields)).toBe(422)
      expect(body).toContain('<a href="#field-answer">')
    }
    const { opened, asked, question } = await pages.json(GUEST, '/register')
    const before = { opened: opened as string, asked: asked as string }
    const wrong = await join({ ...before, answer: 'x' })
    expect(wrong.body).toContain(`<label for="field-answer">${question}<`)
    pages.house.pass(5000)
    const other = await pages.json(GUEST, '/register')
    expect(
      (await join({ ...before, opened: other['opened'] as string, answer: 'North Sea' })).statusCode,
    ).toBe(422)
    expect((await join({ ...before, answer: '  “NORTH   sea.”' })).statusCode).toBe(303)
  })

  test('by approval and by invitation', async () => {
    await act(forum, SYSTEM, a => changeSettings(a, { registration: 'approval' }))
    const sent = await join({ about: 'I load ships.' })
    expect([sent.headers['location'], sent.headers['set-cookie']]).toEqual(['/register/waiting', undefined])
    expect((await pages.get(GUEST, '/register/waiting')).statusCode).toBe(200)
    await act(forum, SYSTEM, a => changeSettings(a, { registration: 'invitation' }))
    expect((await pages.get(GUEST, '/register')).statusCode).toBe(403)
    expect((await pages.get(GUEST, '/register?invitation=made-up')).statusCode).toBe(404)
    const { administrator } = pages.people
    const made = await pages.post(administrator, '/account/invitations', {
      address: '',
      uses: '1',
      days: '1',
    })
    const invitation = /invitation=([\w-]+)/.exec(made.body)?.[1] ?? ''
    expect(made.body).toContain(`http://forum.test/register?invitation=${invitation}`)
    expect((await pages.get(administrator, '/account/invitations')).body).not.toContain(invitation)
    expect((await pages.get(GUEST, `/register?invitation=${invitation}`)).body).toContain(
      `<input type="hidden" name="invitation" value="${invitation}">`,
    )
    const bad = { uses: '0', days: '1', address: '' }
    expect((await pages.post(administrator, '/account/invitations', bad)).statusCode).toBe(422)
  })

  test('mails end by one request, of a mail program or of a person, and nothing else does it', async () => {
    const { Bo } = pages.house.members
    const path = unsubscribePath(forum.secret, Bo, 'conversation')
    expect((await pages.get(GUEST, path)).body).toContain(
      `<form class="form" method="post" action="${path}">`,
    )
    expect(await unwantedBy(forum.store.read, Bo)).toEqual([])
    expect((await pages.send({ method: 'POST', url: `${path}x` })).statusCode).toBe(404)
    const forms: [type: string, payload: string][] = [
      ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
      [
        'multipart/form-data; boundary=edge',
        '--edge\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--edge--\r\n',
      ],
    ]
    for (const [type, payload] of forms) {
      const headers = { 'content-type': type }
      expect((await pages.send({ method: 'POST', url: path, payload, headers })).statusCode, type).toBe(303)
      expect(await unwantedBy(forum.store.read, Bo)).toEqual(['conversation'])
      await pages.post(pages.people.member, '/account/mail', { wanted: 'conversation' })
      expect(await unwantedBy(forum.store.read, Bo)).toEqual([])
    }
  })
})
