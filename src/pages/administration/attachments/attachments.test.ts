import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { ATTACHMENTS_PATH } from '../model.ts'
import { administrationRoutes } from '../routes.ts'

describe.each(STORES)('the page about attachments on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, administrationRoutes)
  })
  afterEach(() => pages.close())

  test('tells what is stored, and sets what a group may keep', async () => {
    const { administrator } = pages.people
    const page = await pages.get(administrator, ATTACHMENTS_PATH)
    expect(page.body).toContain('0 files are stored')
    const { groups } = (await pages.json(administrator, ATTACHMENTS_PATH)) as {
      groups: { id: number; total: number }[]
    }
    const path = `${ATTACHMENTS_PATH}/${groups[0]!.id}`
    expect((await pages.get(administrator, path)).body).toContain('name="total" required')
    const set = await pages.post(administrator, path, { total: '7', day: '3', file: '2', files: '4' })
    expect(set.statusCode).toBe(303)
    expect(await pages.json(administrator, path)).toMatchObject({ total: 7, day: 3, file: 2, files: 4 })
    const refused = await pages.post(administrator, path, { total: '-1', day: '3', file: '2', files: '99' })
    expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining('value="99"')])
    expect((await pages.get(administrator, `${ATTACHMENTS_PATH}/999`)).statusCode).toBe(404)
    expect((await pages.get(pages.people.moderator, ATTACHMENTS_PATH)).statusCode).toBe(404)
  })
})
