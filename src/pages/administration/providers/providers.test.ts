import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { PROVIDERS_PATH } from '../model.ts'
import { administrationRoutes } from '../routes.ts'

const SECRET = 'a secret of eight herrings'

describe.each(STORES)('the providers of the administration on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, administrationRoutes)
  })
  afterEach(() => pages.close())

  const send = (path: string, fields: Fields = {}) =>
    pages.post(pages.people.administrator, `${PROVIDERS_PATH}${path}`, fields)
  const input = {
    ...{ name: 'Port', issuer: 'https://login.example/', clientId: 'rostra', clientSecret: SECRET },
    ...{ trusted: '1', position: '3' },
  }

  test('are added, changed without their secret being shown, and removed', async () => {
    const sent = await send('', input)
    const path = sent.headers['location']?.replace('?done=1', '') ?? ''
    const page = await pages.get(pages.people.administrator, path)
    expect(page.body).toContain(`http://forum.test/sign-in/with/${path.split('/').at(-1)}/return`)
    expect(page.body).not.toContain(SECRET)
    const shown = await pages.json(pages.people.administrator, path)
    expect(shown).toMatchObject({ issuer: 'https://login.example', trusted: true, position: 3 })
    expect(JSON.stringify(shown)).not.toContain(SECRET)
    const one = path.slice(PROVIDERS_PATH.length)
    const { trusted: _trusted, ...less } = input
    await send(one, { ...less, clientSecret: '', name: 'Harbour' })
    expect(await pages.json(pages.people.administrator, path)).toMatchObject({
      name: 'Harbour',
      trusted: false,
    })
    const moved = await send(one, { ...input, clientSecret: '', issuer: 'https://other.example' })
    expect(moved.statusCode).toBe(422)
    expect(moved.body).toContain('give the secret again')
    expect((await send(`${one}/remove`)).headers['location']).toBe(`${PROVIDERS_PATH}?done=1`)
    expect((await pages.get(pages.people.administrator, path)).statusCode).toBe(404)
  })

  test('that cannot be are shown again as typed, without the secret', async () => {
    await send('', input)
    for (const [fields, status, field] of [
      [{ issuer: 'http://' }, 422, 'issuer'],
      [{ issuer: 'https://login.example' }, 409, 'issuer'],
      [{ name: '' }, 422, 'name'],
      [{ clientSecret: '', issuer: 'https://b.example' }, 422, 'clientSecret'],
      [{ position: '1000' }, 422, 'position'],
    ] as const) {
      const again = await send('', { ...input, ...fields })
      expect(again.statusCode, JSON.stringify(fields)).toBe(status)
      expect(again.body).toContain(`id="field-${field}-problem"`)
      expect(again.body).not.toContain(SECRET)
    }
    expect((await pages.get(pages.people.administrator, PROVIDERS_PATH)).body).toContain('ROSTRA_OUTGOING')
  })
})
