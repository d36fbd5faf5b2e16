import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_MEMBER_SETTINGS } from '#forum/settings/member-settings.ts'
import { memberRoutes } from '#pages/member/routes.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { TITLES_PATH } from '../model.ts'
import { administrationRoutes } from '../routes.ts'
import { readLadder, typedLadder } from './model.ts'

const GOOD = { titles: '0 Deckhand\n50  Bosun', titleFrom: '', renameDays: '7', signatures: 'on' }

test('a ladder is read line by line, or refused with a reason', () => {
  const steps = [
    { messages: 50, title: 'Bosun' },
    { messages: 0, title: 'Deckhand' },
  ]
  expect(readLadder(GOOD.titles)).toEqual(steps)
  expect(typedLadder(steps)).toBe('0 Deckhand\n50 Bosun')
  expect(readLadder(' \n')).toEqual([])
  for (const bad of ['Deckhand', '5 Bosun', '0 A\n0 B', '-1 A', `0 ${'x'.repeat(41)}`, '0 A\n'.repeat(21)])
    expect(() => readLadder(bad), bad).toThrow(expect.objectContaining({ field: 'titles' }))
})

describe.each(STORES)('titles in the administration on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      administrationRoutes(app, forum)
      memberRoutes(app, forum)
    })
  })
  afterEach(() => pages.close())

  test('are those of the catalogue until others are written', async () => {
    const { administrator, guest } = pages.people
    const path = `/members/${pages.house.members.Bo}/bo`
    expect(await pages.json(administrator, TITLES_PATH)).toEqual(DEFAULT_MEMBER_SETTINGS)
    expect((await pages.get(guest, path)).body).toContain('New member')
    expect((await pages.post(administrator, TITLES_PATH, GOOD)).statusCode).toBe(303)
    expect(await pages.json(administrator, TITLES_PATH)).toMatchObject({ renameDays: 7, titleFrom: null })
    expect((await pages.get(guest, path)).body).toContain('Deckhand')
    const bad = await pages.post(administrator, TITLES_PATH, { ...GOOD, titles: '5 Bosun' })
    expect(bad.statusCode).toBe(422)
    expect(bad.body).toContain('5 Bosun</textarea>')
  })
})
