import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { addGroup, putInGroups, setLevels } from '#forum/permissions/actions.ts'
import type { Level } from '#forum/permissions/model.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { WHY_PATH } from '../model.ts'
import { administrationRoutes } from '../routes.ts'
import { whyPath } from './model.ts'

describe.each(STORES)('the page that says why, on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, administrationRoutes)
  })
  afterEach(() => pages.close())

  type Place = keyof TestPages['house']['boards']
  const look = async (name: string | null, board: Place) => {
    const got = await pages.get(pages.people.administrator, whyPath(name, pages.house.boards[board]))
    expect(got.statusCode).toBe(200)
    return got.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  }
  const json = (name: string | null, board: Place) =>
    pages.json(pages.people.administrator, whyPath(name, pages.house.boards[board]))
  /** Levels by the name of a group. */
  const set = async (board: Place, levels: Record<string, Level> | null) => {
    const { access } = await pages.forum.site.at(pages.house.store.read)
    const byId = new Map(access.groups.map(({ id, name }) => [id, levels?.[name] ?? 'none']))
    await act(pages.forum, SYSTEM, a => setLevels(a, pages.house.boards[board], levels && byId))
  }

  test('says what a guest may, and by which levels', async () => {
    expect(await look(null, 'news')).toContain('A guest may read News , but not write there.')
    expect(await look(null, 'news')).not.toContain('Guests write nowhere')
    await set('news', { guest: 'start' })
    const writing = await look(null, 'news')
    expect(writing).toContain('A guest may read News , but not write there.')
    expect(writing).toContain('Guests write nowhere, whatever the levels say.')
    await set('news', { guest: 'see' })
    const body = await look(null, 'news')
    expect(body).toContain('A guest sees that News is there, but none of its threads.')
    expect(body).toContain('News has levels of its own.')
    expect(body).toContain('Guests See it')
    expect(await json(null, 'news')).toMatchObject({ member: null, level: 'see' })
  })

  test('says what each group of a member gives, and that the highest counts', async () => {
    const { Bo } = pages.house.members
    const pilots = await act(pages.forum, SYSTEM, a => addGroup(a, 'Pilots'))
    await act(pages.forum, SYSTEM, a => putInGroups(a, Bo, [pilots]))
    await set('news', { guest: 'none', member: 'read', Pilots: 'reply' })
    await set('harbour', null)
    const body = await look('bo', 'harbour')
    expect(body).toContain('Bo may read Harbour and reply there, but not start threads.')
    expect(body).toContain('Harbour has no levels of its own. Those of News hold')
    expect(body).toContain('Guests Nothing Members Read Pilots Reply')
    expect(await look('Cy', 'harbour')).toContain('Cy may read Harbour , but not write there.')
    expect(await json('Bo', 'harbour')).toMatchObject({
      member: { id: Bo, name: 'Bo', role: 'member' },
      board: { title: 'Harbour' },
      level: 'reply',
      reason: { from: { title: 'News' }, hiddenBy: null },
    })
  })

  test('names the board above that hides one, and leads to its explanation', async () => {
    await set('world', { moderator: 'start' })
    const body = await look('Bo', 'harbour')
    expect(body).toContain('Bo sees nothing of Harbour .')
    expect(body).toContain('Bo sees nothing of World , which stands above it.')
    expect(await look(null, 'harbour')).toContain('Guests see nothing of World , which stands above it.')
    const page = await pages.get(pages.people.administrator, whyPath('Bo', pages.house.boards.harbour))
    expect(page.body).toContain(`<a href="${WHY_PATH}?member=Bo&amp;board=${pages.house.boards.world}">`)
    expect(await json('Bo', 'harbour')).toMatchObject({
      level: 'none',
      reason: { hiddenBy: { title: 'World' } },
    })
  })

  test('knows moderators, administrators, the suspended, and sections', async () => {
    const moderator = await look('Mo', 'staff')
    expect(moderator).toContain('Mo may read Staff , reply and start threads there.')
    expect(moderator).toContain('Mo may also look after the threads there')
    await set('staff', { guest: 'none' })
    const administrator = await look('Ada', 'staff')
    expect(administrator).toContain('Ada may read Staff , reply and start threads there.')
    expect(administrator).toContain('Administrators may do everything everywhere.')
    expect(administrator).not.toContain('Staff has levels of its own.')
    const suspended = await look('Sol', 'news')
    expect(suspended).toContain('Sol may read News , but not write there.')
    expect(suspended).toContain('Sol is suspended, and so may read but not write.')
    const section = await look('Bo', 'world')
    expect(section).toContain('Bo may read World , but not write there.')
    expect(section).toContain('World is a section')
  })

  test('where nothing was set, says so', async () => {
    for (const board of ['world', 'news'] as const) await set(board, null)
    expect(await look('Cy', 'news')).toContain('Nothing is set for News or for a board above it')
  })

  test('asks first, and says when there is no such member or board', async () => {
    const { administrator } = pages.people
    const question = await pages.get(administrator, WHY_PATH)
    expect(question.body).toContain('<form class="form" method="get" action="/administration/why">')
    expect(question.body).not.toContain('class="answer"')
    const { news, harbour } = pages.house.boards
    const chosen = await pages.get(administrator, `${WHY_PATH}?board=${harbour}`)
    expect(chosen.body).toContain(`<option value="${harbour}" selected>`)
    const nobody = await pages.get(administrator, `${WHY_PATH}?member=%3Cb%3ENobody&board=${news}`)
    expect(nobody.statusCode).toBe(422)
    expect(nobody.body).toContain('There is no member of this name.')
    expect(nobody.body).toContain('value="&lt;b&gt;Nobody"')
    for (const query of ['board=999', 'board=x', `board=${news}&board=${news}`, `member=${'x'.repeat(81)}`]) {
      const got = await pages.get(administrator, `${WHY_PATH}?${query}`)
      expect(got.statusCode, query).toBe(422)
      expect(got.body).toContain('<div class="notice bad" role="alert">')
    }
    const told = await pages.json(administrator, whyPath('Nobody', news))
    expect(told).toMatchObject({ error: { code: 'invalid', field: 'member' } })
  })
})
