import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS, MAX_FORUM_NAME, MAX_WELCOME } from '#forum/settings/model.ts'
import { homeRoutes } from '#pages/home/routes.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { SETTINGS_PATH } from '../model.ts'
import { administrationRoutes } from '../routes.ts'

const GOOD = {
  name: 'Lighthouse',
  welcome: 'Argue well.\r\nAnd "kindly".',
  timeZone: 'Europe/Lisbon',
  registration: 'closed',
}

describe.each(STORES)('the settings on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      homeRoutes(app, forum)
      administrationRoutes(app, forum)
    })
  })
  afterEach(() => pages.close())

  const asAdministrator = (fields: Record<string, string | string[]>, headers = {}) =>
    pages.post(pages.people.administrator, SETTINGS_PATH, fields, headers)
  const settings = () => pages.json(pages.people.administrator, SETTINGS_PATH)
  const countOf = async (table: 'settings' | 'outbox') =>
    (await pages.house.store.read.selectFrom(table).selectAll().execute()).length

  test('are shown as they are, saved, and hold for the next page of anybody', async () => {
    expect(await settings()).toEqual(DEFAULT_SETTINGS)
    await pages.get(pages.people.guest, '/')
    const sent = await asAdministrator(GOOD)
    expect(sent.statusCode).toBe(303)
    expect(sent.headers['location']).toBe(`${SETTINGS_PATH}?done=1`)
    const { body } = await pages.get(pages.people.administrator, `${SETTINGS_PATH}?done=1`)
    expect(body).toContain('<div class="notice good" role="status">')
    expect(body).toContain('value="Lighthouse"')
    expect(body).toContain('Argue well.\nAnd &quot;kindly&quot;.</textarea>')
    expect(body).toContain('<option value="Europe/Lisbon" selected>')
    expect(body).toMatch(/value="closed" checked>/)
    expect(await settings()).toEqual({ ...GOOD, welcome: 'Argue well.\nAnd "kindly".' })
    const start = await pages.get(pages.people.guest, '/')
    expect(start.body).toContain('<h1><bdi>Lighthouse</bdi></h1>')
  })

  test('are taken from programs and islands, and what is so already is no change', async () => {
    const { administrator } = pages.people
    const sent = await pages.postJson(administrator, SETTINGS_PATH, GOOD)
    expect(sent.json()).toMatchObject({ name: 'Lighthouse', registration: 'closed' })
    const island = await asAdministrator(GOOD, { 'x-island': '1' })
    expect(island.statusCode).toBe(204)
    expect(island.headers['x-go-to']).toBe(`${SETTINGS_PATH}?done=1`)
    expect(await countOf('outbox')).toBe(1)
  })

  test('that cannot be used are said at their field, what was typed stays, and nothing is written', async () => {
    const bad: [keyof typeof GOOD, string, string][] = [
      ['name', '   ', 'Please fill this in.'],
      ['name', 'x'.repeat(MAX_FORUM_NAME + 1), 'There is room for 60 characters.'],
      ['welcome', 'x'.repeat(MAX_WELCOME + 1), 'There is room for 500 characters.'],
      ['timeZone', 'Mars/Olympus', 'Please choose one of the things offered.'],
      ['timeZone', '', 'Please fill this in.'],
      ['registration', 'perhaps', 'Please choose one of the things offered.'],
    ]
    for (const [field, value, sentence] of bad) {
      const sent = await asAdministrator({ ...GOOD, [field]: value })
      expect(sent.statusCode, `${field} ${value}`).toBe(422)
      expect(sent.body).toContain(`<a href="#field-${field}">`)
      expect(sent.body).toContain(sentence)
      if (field !== 'name') expect(sent.body).toContain('value="Lighthouse"')
      expect(sent.body).toContain(field === 'welcome' ? value : '&quot;kindly&quot;')
      const { error } = (
        await pages.postJson(pages.people.administrator, SETTINGS_PATH, { ...GOOD, [field]: value })
      ).json()
      expect(error).toMatchObject({ code: 'invalid', field })
    }
    expect(await settings()).toEqual(DEFAULT_SETTINGS)
    expect(await countOf('outbox')).toBe(0)
  })

  test('are these four and no others: a form cannot bring the key of the forum or its version along', async () => {
    for (const name of ['secret', 'version', 'site', '__proto__', 'constructor', 'id']) {
      const sent = await asAdministrator({ ...GOOD, [name]: 'mine' })
      expect(sent.statusCode, name).toBe(422)
    }
    for (const extra of ['{"secret":"mine"}', '{"toString":"x"}']) {
      const body = { ...GOOD, ...JSON.parse(extra) }
      expect((await pages.postJson(pages.people.administrator, SETTINGS_PATH, body)).statusCode).toBe(422)
    }
    expect(await countOf('settings')).toBe(0)
    const { timeZone: _, ...incomplete } = GOOD
    expect((await asAdministrator(incomplete)).statusCode).toBe(422)
  })
})
