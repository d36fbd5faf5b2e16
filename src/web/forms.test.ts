import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Refused } from '#base/errors.ts'
import { html } from '#base/html.ts'
import { cleanText } from '#base/text.ts'
import { LineInput, SelectInput, TextInput, TickInput } from './components/field.ts'
import { FormNotice } from './components/notice.ts'
import { CsrfField } from './csrf.ts'
import { choice, id, line, many, secret, text, tick, wholeNumber } from './fields.ts'
import { type FormState, form, freshForm, readForm, readQuery, withForm } from './forms.ts'
import type { PageAnswer } from './respond.ts'
import { done, show } from './respond.ts'
import { type TestSite, testSite } from './test-site.ts'

const ThreadForm = form({
  title: line({ max: 20, min: 3 }),
  body: text({ max: 100 }),
  kind: choice(['discussion', 'question']),
  board: id(),
  votes: wholeNumber({ min: 0, max: 9 }),
  watch: tick(),
  tags: many(line({ max: 10 }), 3),
  password: secret({ max: 30, min: 0 }),
})

const GOOD = { title: 'Tugs', body: 'Who brings them in?', kind: 'question', board: '7', votes: '3' }

let site: TestSite
let headers: Record<string, string>

function page(state: FormState): PageAnswer {
  return {
    title: 'New thread',
    main: () => html`<form method="post">${FormNotice(state)}
${LineInput(state, { name: 'title', label: 'Title', max: 20, hint: 'Short.' })}
${TextInput(state, { name: 'body', label: 'Text', max: 100 })}
${SelectInput(state, { name: 'kind', label: 'Kind' }, [
  { value: 'discussion', label: 'Discussion' },
  { value: 'question', label: 'Question' },
])}
${TickInput(state, { name: 'watch', label: 'Watch' })}
${LineInput(state, { name: 'password', label: 'Password', type: 'password' })}</form>`,
    json: () => ({}),
  }
}

beforeEach(async () => {
  site = await testSite()
  site.app.get('/new', (request, reply) =>
    show(request, reply, {
      ...page(freshForm({ kind: 'question' })),
      main: () => html`${CsrfField(request)}${page(freshForm({ kind: 'question' })).main()}`,
      json: () => ({ token: request.visitor.csrfToken() }),
    }),
  )
  site.app.get('/list', async request => readQuery(form({ page: wholeNumber({ min: 1, max: 99 }) }), request))
  site.app.post('/new', (request, reply) =>
    withForm(request, reply, {
      showAgain: page,
      action: async () => {
        const thread = readForm(ThreadForm, request)
        if (thread.title === 'Taken') throw new Refused('conflict', undefined, { field: 'title' })
        return done(request, reply, { json: thread, back: '/threads/7' })
      },
    }),
  )
  const cookie = site.signIn({})
  const shown = await site.app.inject({ url: '/new', headers: { cookie, accept: 'application/json' } })
  headers = { cookie, 'x-csrf-token': shown.json().token }
})
afterEach(() => site.app.close())

const urlencoded = 'application/x-www-form-urlencoded'

function send(fields: Record<string, string> | string, more: Record<string, string> = {}) {
  const payload = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString()
  return site.app.inject({
    method: 'POST',
    url: '/new',
    headers: { ...headers, 'content-type': urlencoded, ...more },
    payload,
  })
}

const sendJson = (fields: unknown) =>
  site.app.inject({
    method: 'POST',
    url: '/new',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    payload: typeof fields === 'string' ? fields : JSON.stringify(fields),
  })

test('a form and the same as JSON are read alike', async () => {
  const json = { accept: 'application/json' }
  const wanted = { ...GOOD, board: 7, votes: 3, watch: true, tags: ['port', 'pay'], password: '' }
  const sent = await send(`${new URLSearchParams(GOOD)}&watch=1&tags=port&tags=pay`, json)
  expect(sent.json()).toEqual(wanted)
  expect((await send(`${new URLSearchParams(GOOD)}&watch=on&tags[]=port&tags[]=pay`, json)).json()).toEqual(
    wanted,
  )
  const program = await sendJson({ ...GOOD, board: 7, votes: 3, watch: true, tags: ['port', 'pay'] })
  expect(program.json()).toEqual(wanted)
  expect((await send(GOOD)).headers['location']).toBe('/threads/7')
})

test('what is wrong is said at its field, and what was typed still stands there', async () => {
  const again = await send({ ...GOOD, title: 'A <b>', body: '', watch: '1', password: 'hunter2' })
  expect(again.statusCode).toBe(422)
  expect(again.body).toContain('<a href="#field-body">Please fill this in.</a>')
  expect(again.body).toMatch(
    /<textarea id="field-body" name="body" aria-describedby="field-body-problem" aria-invalid="true"/,
  )
  expect(again.body).toContain('<p class="problem" id="field-body-problem">Please fill this in.</p>')
  expect(again.body).toContain('value="A &lt;b&gt;"')
  expect(again.body).toContain('<option value="question" selected>')
  expect(again.body).toMatch(/type="checkbox"[^>]* checked>/)
  expect(again.body).not.toContain('hunter2')
  const taken = await send({ ...GOOD, title: 'Taken' })
  expect(taken.statusCode).toBe(409)
  expect(taken.body).toContain('id="field-title-problem"')
  expect(taken.body).toContain('aria-describedby="field-title-hint field-title-problem"')
})

test('programs are told the field and the reason, in the language they ask for', async () => {
  const long = await sendJson({ ...GOOD, title: 'x'.repeat(21) })
  expect(long.statusCode).toBe(422)
  expect(long.json().error).toEqual({
    code: 'invalid',
    field: 'title',
    message: 'This is too long. There is room for 20 characters.',
  })
  const short = await sendJson({ ...GOOD, title: 'x' })
  expect(short.json().error.message).toContain('3 characters')
  expect((await sendJson({ ...GOOD, votes: 10 })).json().error.message).toContain('9 or less')
  expect((await sendJson({ ...GOOD, tags: ['a', 'b', 'c', 'd'] })).json().error.field).toBe('tags')
})

test('text comes in one normal form', () => {
  expect(cleanText('a\r\nb\rc\u0000\u0007\u009f\td e\u0301')).toBe('a\nb\nc\td \u00e9')
  expect(cleanText('\ud800x')).toBe('\ufffdx')
})

test('cleaning twice is cleaning once, and leaves nothing that cannot be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), typed => {
      const clean = cleanText(typed)
      expect(cleanText(clean)).toBe(clean)
      expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\r]|\p{Cs}/u)
    }),
  )
})

const strange = fc.oneof(
  fc.constantFrom<unknown>(null, true, 1e308, -1, 0.5, '', '0x10', '9'.repeat(400), [], {}, [[]], ['a', {}]),
  fc.constantFrom<unknown>(
    { toString: 'x' },
    { length: 3 },
    ['question'],
    'x'.repeat(3000),
    '\u0000',
    '\ud800',
  ),
  fc.jsonValue(),
)

test('whatever the fields hold, the answer is a refusal or a thread, never a mishap', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(ThreadForm.entries)), strange, async (name, value) => {
      const sent = await sendJson({ ...GOOD, [name]: value })
      expect([200, 422]).toContain(sent.statusCode)
    }),
    { numRuns: 90 },
  )
})

test('bodies that are no forms, and names that are no fields, are refused', async () => {
  const bodies = [
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"admin":true}}}',
    '{"title":1e400}',
    '{"votes":1e400}',
    '{"title":"a","title":{"b":1}}',
    '[]',
    '[["title","x"]]',
    '"text"',
    'null',
    '7',
    '{',
    '',
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
    JSON.stringify({ ...GOOD, admin: true }),
    JSON.stringify({ ...GOOD, toString: 'x' }),
  ]
  for (const body of bodies) {
    const sent = await sendJson(body)
    expect(sent.statusCode, body.slice(0, 60)).toBeGreaterThanOrEqual(400)
    expect(sent.statusCode, body.slice(0, 60)).toBeLessThan(500)
  }
  const forms = [
    '__proto__=1',
    'constructor=1',
    'title[]=a&title[]=b',
    'title=a&title=b',
    'title[x]=1',
    'admin=1',
    '=1',
    '%zz=%zz',
  ]
  for (const fields of forms) {
    const sent = await send(`${new URLSearchParams(GOOD)}&${fields}`)
    expect(sent.statusCode, fields).toBe(422)
  }
  const many = await send(Array.from({ length: 1001 }, (_, each) => `a${each}=1`).join('&'))
  expect(many.statusCode).toBe(413)
  expect((await send(`title=${'x'.repeat(2 ** 20)}`)).statusCode).toBe(413)
  for (const type of ['text/plain', 'text/xml', 'multipart/form-data; boundary=x', 'nonsense'])
    expect((await send('title=a', { 'content-type': type })).statusCode, type).toBe(415)
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('admin')
  expect((await send(GOOD)).statusCode).toBe(303)
})

test('a query is read by its own names; others are left out, repeated ones refused', async () => {
  const query = async (text: string) => (await site.app.inject({ url: `/list?${text}` })).statusCode
  expect(await query('page=2&utm_source=x')).toBe(200)
  for (const wrong of ['page=0', 'page=1&page=2', 'page=1e1', 'page[]=1', 'page=999999999999999999999', ''])
    expect(await query(wrong), wrong).toBe(422)
})

test('what was typed into a form that was refused as a whole is handed back', async () => {
  const words = 'The harbour union turned down a second offer.'
  const { 'x-csrf-token': _token, ...tokenless } = headers
  const payload = new URLSearchParams({
    ...GOOD,
    body: words,
    password: 'hunter2-hunter2-hunter2',
  }).toString()
  const post = (more: Record<string, string>) =>
    site.app.inject({
      method: 'POST',
      url: '/new',
      headers: { ...tokenless, 'content-type': urlencoded, ...more },
      payload,
    })
  const expired = await post({})
  expect(expired.statusCode).toBe(403)
  expect(expired.body).toContain(words)
  expect(expired.body).not.toContain('hunter2')
  expect((await post({ 'sec-fetch-site': 'cross-site' })).body).not.toContain(words)
  expect((await post({ origin: 'http://elsewhere.test' })).body).not.toContain(words)
})
