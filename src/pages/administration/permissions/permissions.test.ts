import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { GUEST, SYSTEM } from '#forum/actor.ts'
import { addGroup } from '#forum/permissions/actions.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { homeRoutes } from '#pages/home/routes.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { BOARDS_PATH, GROUPS_PATH } from '../model.ts'
import { administrationRoutes } from '../routes.ts'

const LEVELS = ['none', 'see', 'read', 'reply', 'start'] as const

describe.each(STORES)('the table of levels on %s', kind => {
  let pages: TestPages
  let groups: Record<'guest' | 'member' | 'moderator' | 'administrator' | 'Pilots', number>

  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      homeRoutes(app, forum)
      administrationRoutes(app, forum)
    })
    await act(pages.forum, SYSTEM, a => addGroup(a, 'Pilots'))
    const { access } = await pages.forum.site.at(pages.house.store.read)
    groups = Object.fromEntries(access.groups.map(({ id, name }) => [name, id])) as typeof groups
  })
  afterEach(() => pages.close())

  const pathOf = (id: number) => `${BOARDS_PATH}/${id}/permissions`
  const send = (id: number, fields: Fields) => pages.post(pages.people.administrator, pathOf(id), fields)
  const look = async (id: number) => (await pages.get(pages.people.administrator, pathOf(id))).body
  const json = (id: number) => pages.json(pages.people.administrator, pathOf(id))
  const levelOf = async (who: TestPages['people']['guest'], id: number) =>
    (await pages.forum.site.at(pages.house.store.read)).access.level(who, id)
  const rowsOf = (boardId: number) =>
    pages.house.store.read.selectFrom('boardPermissions').selectAll().where('boardId', '=', boardId).execute()
  const cells = (guest: string, member: string, moderator: string, pilots: string): Fields => ({
    [`group-${groups.guest}`]: guest,
    [`group-${groups.member}`]: member,
    [`group-${groups.moderator}`]: moderator,
    [`group-${groups.Pilots}`]: pilots,
  })

  test('shows what is set, group by group, and what comes of it', async () => {
    const { staff } = pages.house.boards
    const body = await look(staff)
    expect(body).toContain('This board has levels of its own.')
    expect(body).toContain(`name="group-${groups.guest}" value="none" checked>`)
    expect(body).toContain(`name="group-${groups.moderator}" value="start" checked>`)
    expect(body).not.toContain(`name="group-${groups.administrator}"`)
    expect(body).toContain('Administrators</th><td colspan="6">Everything, whatever is set here.</td>')
    expect(body).toContain('<span class="unseen">Pilots: Start threads</span>')
    expect(await json(staff)).toMatchObject({
      from: { id: staff },
      hiddenBy: null,
      groups: [
        { group: { kind: 'guest' }, level: 'none', effective: 'none' },
        { group: { kind: 'member' }, level: 'none', effective: 'none' },
        { group: { kind: 'moderator' }, level: 'start', effective: 'start' },
        { group: { name: 'Pilots' }, level: 'none', effective: 'none' },
      ],
    })
  })

  test('is saved, and the next page and the next deed of anybody go by it', async () => {
    const { news } = pages.house.boards
    expect((await pages.get(GUEST, '/')).body).toContain('News')
    const sent = await send(news, { use: 'own', ...cells('none', 'read', 'reply', 'start') })
    expect(sent.statusCode).toBe(303)
    expect(sent.headers['location']).toBe(`${pathOf(news)}?done=1`)
    expect(await levelOf(pages.people.guest, news)).toBe('none')
    expect(await levelOf(pages.people.member, news)).toBe('read')
    expect(await levelOf(pages.people.moderator, news)).toBe('reply')
    expect(await levelOf({ ...pages.people.member, groups: [groups.Pilots] }, news)).toBe('start')
    expect(await levelOf(pages.people.administrator, news)).toBe('start')
    expect((await pages.get(GUEST, '/')).body).not.toContain('News')
    expect(await look(news)).toContain(`name="group-${groups.Pilots}" value="start" checked>`)
  })

  test('can be given up for that of the board above, and taken again', async () => {
    const { news, harbour } = pages.house.boards
    await send(news, { use: 'own', ...cells('see', 'reply', 'reply', 'none') })
    expect((await send(harbour, { use: 'above', ...cells('none', 'none', 'none', 'none') })).statusCode).toBe(
      303,
    )
    expect(await rowsOf(harbour)).toEqual([])
    expect(await levelOf(pages.people.member, harbour)).toBe('reply')
    const body = await look(harbour)
    expect(body).toContain(`This board has the levels of <a href="${pathOf(news)}"><bdi>News</bdi></a>`)
    expect(body).toContain(`name="group-${groups.guest}" value="see" checked>`)
    expect(body).toContain('Give it these levels of its own')
    expect(body).not.toContain('value="above"')
    await send(harbour, { use: 'own', ...cells('read', 'reply', 'reply', 'none') })
    expect(await rowsOf(harbour)).toHaveLength(5)
    expect(await levelOf(pages.people.guest, harbour)).toBe('read')
  })

  test('of a board at the top can be left to what holds in a new forum', async () => {
    const { staff } = pages.house.boards
    expect(await look(staff)).toContain('Set nothing: guests read, members write')
    await send(staff, { use: 'above' })
    expect(await look(staff)).toContain('Nothing is set for this board or for one above it')
    expect(await levelOf(pages.people.guest, staff)).toBe('read')
    expect(await json(staff)).toMatchObject({ from: null })
  })

  test('says when what is set does not count, since a board above is hidden', async () => {
    const { world, news } = pages.house.boards
    await send(world, { use: 'own', ...cells('none', 'start', 'start', 'none') })
    expect(await look(news)).toContain('It stands within <bdi>World</bdi>. Whoever may see nothing of that')
    expect(await json(news)).toMatchObject({
      hiddenBy: { id: world },
      groups: [{ level: 'read', effective: 'none' }, { effective: 'start' }, {}, {}],
    })
    expect(await look(pages.house.boards.staff)).not.toContain('It stands within')
  })

  test('that cannot be used is shown again as it was ticked, and nothing is written', async () => {
    const { news } = pages.house.boards
    const before = await rowsOf(news)
    const good = { use: 'own', ...cells('see', 'see', 'see', 'see') }
    const bad: Fields[] = [
      { ...good, use: 'both' },
      cells('see', 'see', 'see', 'see'),
      { ...good, [`group-${groups.member}`]: 'everything' },
      { ...good, [`group-${groups.member}`]: ['read', 'start'] },
      { ...good, [`group-${groups.administrator}`]: 'none' },
      { ...good, [`group-${groups.guest}`]: 'reply' },
      { ...good, 'group-999': 'start' },
      { ...good, 'group-': 'start' },
      { ...good, boardId: '1' },
      { ...good, level: 'start' },
    ]
    for (const fields of bad) {
      const sent = await send(news, fields)
      expect(sent.statusCode, JSON.stringify(fields)).toBe(422)
      expect(sent.body).toContain('<div class="notice bad" role="alert">')
      expect(sent.body).toContain(`name="group-${groups.moderator}" value="see" checked>`)
      expect(sent.body).not.toContain(`name="group-${groups.guest}" value="reply"`)
    }
    expect(await rowsOf(news)).toEqual(before)
  })

  test('gives nothing to a group that a form leaves out, and takes JSON', async () => {
    const { news } = pages.house.boards
    const body = { use: 'own', [`group-${groups.member}`]: 'reply' }
    const sent = await pages.postJson(pages.people.administrator, pathOf(news), body)
    expect(sent.json()).toEqual({
      id: news,
      levels: {
        [groups.guest]: 'none',
        [groups.member]: 'reply',
        [groups.moderator]: 'none',
        [groups.Pilots]: 'none',
        [groups.administrator]: 'start',
      },
    })
    const odd: unknown[] = [
      ...[[], 'own', null, { use: ['own'] }, { use: {} }],
      ...[
        { ...body, [`group-${groups.member}`]: 3 },
        { ...body, [`group-${groups.member}`]: null },
      ],
    ]
    for (const each of odd)
      expect((await pages.postJson(pages.people.administrator, pathOf(news), each)).statusCode).toBe(422)
  })

  /** Slowly, from the rows alone: whether a guest may read a board. */
  async function guestReads(boardId: number): Promise<boolean> {
    const boards = await pages.house.store.read.selectFrom('boards').select(['id', 'parentId']).execute()
    const rows = await pages.house.store.read.selectFrom('boardPermissions').selectAll().execute()
    const above = (id: number) => boards.find(board => board.id === id)?.parentId ?? null
    const given = (id: number | null): string => {
      if (id === null) return 'read'
      const own = rows.filter(row => row.boardId === id)
      return own.length === 0
        ? given(above(id))
        : (own.find(row => row.groupId === groups.guest)?.level ?? 'none')
    }
    for (let id = above(boardId); id !== null; id = above(id)) if (given(id) === 'none') return false
    return ['read', 'reply', 'start'].includes(given(boardId))
  }

  const board = fc.constantFrom('world', 'news', 'harbour', 'staff')
  const level = fc.constantFrom(...LEVELS)
  const guestLevel = fc.constantFrom('none', 'see', 'read')
  const change = fc.oneof(
    fc.record({ kind: fc.constant('set'), board, guest: guestLevel, member: level, pilots: level }),
    fc.record({ kind: fc.constant('above'), board }),
    fc.record({ kind: fc.constant('move'), board, parent: fc.option(board) }),
    fc.record({ kind: fc.constant('group'), add: fc.boolean() }),
  )
  type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

  async function make(each: Change): Promise<void> {
    const { boards } = pages.house
    const id = 'board' in each ? boards[each.board as keyof typeof boards] : 0
    if ('guest' in each) await send(id, { use: 'own', ...cells(each.guest, each.member, 'start', 'none') })
    else if ('parent' in each) {
      const parent = each.parent === null ? '' : String(boards[each.parent as keyof typeof boards])
      await pages.post(pages.people.administrator, `${BOARDS_PATH}/${id}/move`, { parent })
    } else if ('add' in each) {
      const { administrator } = pages.people
      if (each.add) await pages.post(administrator, GROUPS_PATH, { name: 'Tugs' })
      else {
        const { access } = await pages.forum.site.at(pages.house.store.read)
        const last = access.groups.findLast(group => group.kind === 'custom')
        if (last && last.id !== groups.Pilots)
          await pages.post(administrator, `${GROUPS_PATH}/${last.id}/remove`)
      }
    } else await send(id, { use: 'above' })
  }

  test('no sequence of changes lets a guest read a board whose level says none', async () => {
    const { boards, store } = pages.house
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async changes => {
        for (const each of changes) {
          await make(each)
          const visible = visibleTo(await pages.forum.site.at(store.read), GUEST)
          const start = await pages.json(GUEST, '/')
          for (const [name, id] of Object.entries(boards)) {
            const reads = await guestReads(id)
            expect(visible.reads(id), `${name} after ${JSON.stringify(each)}`).toBe(reads)
            if (visible.level(id) === 'none') expect(JSON.stringify(start)).not.toMatch(new RegExp(name, 'i'))
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})
