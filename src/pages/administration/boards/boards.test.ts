import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MAX_BOARD_DESCRIPTION, MAX_BOARD_TITLE } from '#forum/boards/model.ts'
import { inOrder } from '#forum/boards/tree.ts'
import { homeRoutes } from '#pages/home/routes.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { BOARDS_PATH } from '../model.ts'
import { administrationRoutes } from '../routes.ts'

const PILOTS = { title: 'Pilots & <tugs>', description: 'Who brings them in.', section: '1' }

describe.each(STORES)('the boards of the administration on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      homeRoutes(app, forum)
      administrationRoutes(app, forum)
    })
  })
  afterEach(() => pages.close())

  const send = (path: string, fields: Fields = {}, headers = {}) =>
    pages.post(pages.people.administrator, `${BOARDS_PATH}${path}`, fields, headers)
  const look = async (path: string) =>
    (await pages.get(pages.people.administrator, `${BOARDS_PATH}${path}`)).body
  const sendJson = async (path: string, body: object) =>
    (await pages.postJson(pages.people.administrator, `${BOARDS_PATH}${path}`, body)).json()
  const tree = async () => (await pages.forum.site.at(pages.house.store.read)).boards
  const titles = async () => inOrder(await tree()).map(({ board, depth }) => `${depth} ${board.title}`)

  async function addThread(boardId: number): Promise<void> {
    const thread = { boardId, title: 'Strike', slug: 'strike', authorId: null, guestName: 'Guest' }
    await pages.house.store.write
      .insertInto('threads')
      .values({
        ...{ ...thread, createdAt: 1, postCount: 1, lastNumber: 1 },
        ...{ lastPostAt: 1, lastAuthorId: null, deletedAt: null },
      })
      .execute()
  }

  test('stand in a list as they stand in the forum, each with its ways on', async () => {
    const { world, news, harbour, staff } = pages.house.boards
    const body = await look('')
    const order = [world, news, harbour, staff].map(id => body.indexOf(`<li id="board-${id}">`))
    expect(order).toEqual([...order].sort((one, other) => one - other))
    expect(body).toContain(`<a href="${BOARDS_PATH}/${harbour}/permissions"`)
    expect(body).toContain(`<a href="${BOARDS_PATH}/new?within=${harbour}" aria-label="Add within Harbour">`)
    expect(body).toMatch(/<small>Section · levels of its own<\/small>/)
    const { boards } = await pages.json(pages.people.administrator, BOARDS_PATH)
    expect(boards).toMatchObject([
      { board: { title: 'World' }, isFirst: true, isLast: false, within: [{ within: [{ within: [] }] }] },
      { board: { title: 'Staff' }, isFirst: false, isLast: true, hasLevels: true },
    ])
  })

  test('are added within any board or at the top, and the start page shows them', async () => {
    const { news } = pages.house.boards
    expect(await look(`/new?within=${news}`)).toContain(`<option value="${news}" selected>`)
    const sent = await send('', { ...PILOTS, parent: String(news) })
    expect(sent.statusCode).toBe(303)
    expect(sent.headers['location']).toMatch(/^\/administration\/boards\/\d+\?done=1$/)
    const { id } = await sendJson('', { title: 'Letters' })
    expect(id).toBeTypeOf('number')
    expect(await titles()).toEqual([
      ...['0 World', '1 News', '2 Harbour', '2 Pilots & <tugs>'],
      ...['0 Staff', '0 Letters'],
    ])
    expect((await pages.get(pages.people.guest, '/')).body).toContain('Pilots &amp; &lt;tugs&gt;')
    expect((await tree()).byId.get(id)).toMatchObject({ description: '', section: false, parentId: null })
  })

  test('that cannot be used are shown again as typed, and none is made', async () => {
    const before = await titles()
    const bad: [Fields, string, string][] = [
      [{ title: ' ' }, 'title', 'Please fill this in.'],
      [{ title: 'x'.repeat(MAX_BOARD_TITLE + 1) }, 'title', 'There is room for 100 characters.'],
      [{ description: 'x'.repeat(MAX_BOARD_DESCRIPTION + 1) }, 'description', '500 characters.'],
      [{ parent: '999' }, 'parent', 'Please choose one of the things offered.'],
      [{ parent: 'x' }, 'parent', 'Please choose one of the things offered.'],
      ...['0', '-1', 'many', '2.5', '9999999'].map(
        excerptLimit => [{ excerptLimit }, 'excerptLimit', ''] satisfies [Fields, string, string],
      ),
      [{ section: 'perhaps' }, 'section', 'Please choose one of the things offered.'],
    ]
    for (const [change, field, sentence] of bad) {
      const sent = await send('', { ...PILOTS, parent: '', ...change })
      expect(sent.statusCode, JSON.stringify(change)).toBe(422)
      expect(sent.body).toContain(`<a href="#field-${field}">`)
      expect(sent.body).toContain(sentence)
      if (field !== 'title') expect(sent.body).toContain('value="Pilots &amp; &lt;tugs&gt;"')
      expect(sent.body).toMatch(/value="1" id="field-section"[^>]* checked>/)
    }
    expect((await pages.get(pages.people.administrator, `${BOARDS_PATH}/new?within=x`)).statusCode).toBe(422)
    expect(await titles()).toEqual(before)
  })

  test('are changed: what is said about them, and whether they are sections', async () => {
    const { news, harbour } = pages.house.boards
    expect(await look(`/${harbour}`)).toContain('value="Harbour"')
    expect((await send(`/${harbour}`, PILOTS)).headers['location']).toBe(`${BOARDS_PATH}/${harbour}?done=1`)
    expect((await tree()).byId.get(harbour)).toMatchObject({ title: 'Pilots & <tugs>', section: true })
    expect(await look(`/${harbour}?done=1`)).toContain('Done. It holds from now on.')
    await send(`/${harbour}`, { title: 'Harbour', description: '' })
    expect((await tree()).byId.get(harbour)).toMatchObject({ section: false, description: '' })
    await addThread(news)
    const refused = await send(`/${news}`, PILOTS)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('This board holds threads, and a section cannot.')
    expect(refused.body).toContain('value="Pilots &amp; &lt;tugs&gt;"')
    const unticked = await send(`/${harbour}`, { title: '' })
    expect(unticked.body).not.toMatch(/id="field-section"[^>]* checked/)
    expect((await tree()).byId.get(news)?.title).toBe('News')
  })

  test('say how long an excerpt may be, until the limit is taken away', async () => {
    const { harbour } = pages.house.boards
    const limit = async () => (await tree()).byId.get(harbour)?.excerptLimit
    expect(await limit()).toBeNull()
    await send(`/${harbour}`, { title: 'Harbour', excerptLimit: '150' })
    expect(await limit()).toBe(150)
    expect(await look(`/${harbour}`)).toMatch(/name="excerptLimit"[^>]* value="150"/)
    await sendJson(`/${harbour}`, { title: 'Harbour' })
    expect(await limit()).toBe(150)
    await sendJson(`/${harbour}`, { title: 'Harbour', excerptLimit: 90 })
    expect(await limit()).toBe(90)
    await send(`/${harbour}`, { title: 'Harbour', excerptLimit: '' })
    expect(await limit()).toBeNull()
  })

  test('change places with their neighbours, and the reader stays at the board', async () => {
    const { world, staff } = pages.house.boards
    const body = await look('')
    expect(body).toContain(
      `<button formaction="${BOARDS_PATH}/${world}/shift" name="direction" value="up" aria-label="Up: World" disabled>`,
    )
    const sent = await send(`/${staff}/shift`, { direction: 'up' })
    expect(sent.headers['location']).toBe(`${BOARDS_PATH}#board-${staff}`)
    expect((await titles())[0]).toBe('0 Staff')
    expect(await sendJson(`/${staff}/shift`, { direction: 'down' })).toEqual({ id: staff })
    expect((await titles())[0]).toBe('0 World')
    expect((await send(`/${staff}/shift`, { direction: 'sideways' })).statusCode).toBe(422)
  })

  test('are moved under another board or to the top, never into themselves', async () => {
    const { world, news, harbour, staff } = pages.house.boards
    const page = await look(`/${news}`)
    expect(page).toContain(`<option value="${world}" selected>World</option>`)
    for (const own of [news, harbour]) expect(page).not.toContain(`<option value="${own}"`)
    await send(`/${staff}/move`, { parent: String(harbour) })
    expect(await titles()).toEqual(['0 World', '1 News', '2 Harbour', '3 Staff'])
    for (const parent of [news, harbour, staff]) {
      const sent = await send(`/${news}/move`, { parent: String(parent) })
      expect(sent.statusCode).toBe(422)
      expect(sent.body).toContain('A board cannot stand within itself or within a board below it.')
    }
    expect((await send(`/${news}/move`)).statusCode).toBe(422)
    expect(await sendJson(`/${news}/move`, { parent: null })).toEqual({ id: news, parent: null })
    expect(await titles()).toEqual(['0 World', '0 News', '1 Harbour', '2 Staff'])
  })

  test('are removed when they are empty', async () => {
    const { world, harbour, staff } = pages.house.boards
    await addThread(harbour)
    for (const id of [world, harbour]) {
      expect(await look(`/${id}`)).not.toContain(`action="${BOARDS_PATH}/${id}/remove"`)
      const sent = await send(`/${id}/remove`)
      expect(sent.statusCode).toBe(409)
      expect(sent.body).toContain('Only an empty board can be removed.')
    }
    expect(await look(`/${staff}`)).toContain(`action="${BOARDS_PATH}/${staff}/remove"`)
    expect((await send(`/${staff}/remove`)).headers['location']).toBe(`${BOARDS_PATH}?done=1`)
    expect(await titles()).toEqual(['0 World', '1 News', '2 Harbour'])
    expect((await send(`/${staff}/remove`)).statusCode).toBe(404)
  })

  test('take no column along that their form does not have', async () => {
    const { harbour } = pages.house.boards
    const row = () =>
      pages.house.store.read.selectFrom('boards').selectAll().where('id', '=', harbour).executeTakeFirst()
    const before = await row()
    const columns = ['id', 'parentId', 'position', 'threadCount', 'postCount', 'lastThreadId', 'version']
    for (const name of [...columns, 'lastPostAt', 'parent_id', 'thread_count', '__proto__']) {
      for (const path of ['', `/${harbour}`, `/${harbour}/move`, `/${harbour}/shift`, `/${harbour}/remove`]) {
        const fields: Fields = path.endsWith('move')
          ? { parent: '' }
          : path.endsWith('shift')
            ? { direction: 'up' }
            : path.endsWith('remove')
              ? {}
              : PILOTS
        expect((await send(path, { ...fields, [name]: '7' })).statusCode, `${path} ${name}`).toBe(422)
      }
    }
    expect(await row()).toEqual(before)
    expect(await titles()).toHaveLength(4)
  })
})
