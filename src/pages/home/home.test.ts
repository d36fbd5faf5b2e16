import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act, type Forum } from '#forum/act.ts'
import { type Actor, GUEST, SYSTEM } from '#forum/actor.ts'
import { removeBoard } from '#forum/boards/actions.ts'
import { setLevels } from '#forum/permissions/actions.ts'
import type { Level } from '#forum/permissions/model.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { changeSettings } from '#forum/settings/actions.ts'
import { type TestSite, testSite } from '#web/test-site.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { forumOf, readNow, type TestForum, testForum } from '../../../tests/support/forum.ts'
import { homeRoutes } from './routes.ts'

const CANARY = 'Zebrafinch'
const MEMBER: Actor = { ...GUEST, memberId: 1, name: 'Bo', role: 'member' }
const ADMINISTRATOR: Actor = { ...MEMBER, role: 'administrator' }

describe.each(STORES)('the start page on %s', kind => {
  let house: TestForum
  let forum: Forum
  let site: TestSite

  beforeEach(async () => {
    house = await testForum(kind)
    forum = await forumOf(house)
    site = await testSite({
      clock: house.clock,
      cacheVersion: async () => String((await forum.site.at(house.store.read)).version),
    })
    homeRoutes(site.app, forum)
  })
  afterEach(async () => {
    await site.app.close()
    await house.close()
  })

  const get = (who: Actor | null, headers: Record<string, string> = {}) =>
    site.app.inject({
      url: '/',
      headers: { ...(who && { cookie: site.signIn({ actor: who }) }), ...headers },
    })
  const json = async (who: Actor | null) => (await get(who, { accept: 'application/json' })).json()

  async function addThreads(boardId: number, title: string, count: number, at: number) {
    const thread = { boardId, title, slug: title.toLowerCase(), guestName: null, createdAt: at }
    const { id } = await house.store.write
      .insertInto('threads')
      .values({
        ...{ ...thread, authorId: house.members.Bo, lastAuthorId: house.members.Cy },
        ...{ postCount: 2, lastNumber: 2, lastPostAt: at, deletedAt: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await house.store.write
      .updateTable('boards')
      .set({ threadCount: count, postCount: 2 * count, lastThreadId: id, lastPostAt: at })
      .where('id', '=', boardId)
      .execute()
  }

  test('shows sections, their boards, what stands within them, and the counts of the whole branch', async () => {
    await addThreads(house.boards.news, 'Ferry', 3, 1000)
    await addThreads(house.boards.harbour, 'Strike', 4, 2000)
    await act(forum, SYSTEM, a => changeSettings(a, { name: 'Lighthouse', welcome: 'Argue <well>.' }))
    const { body, statusCode } = await get(null)
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1><bdi>Lighthouse</bdi></h1><p class="lead" dir="auto">Argue &lt;well&gt;.</p>')
    expect(body).toMatch(/<h2><a href="\/boards\/\d+\/world"><bdi>World<\/bdi><\/a><\/h2><div class="row">/)
    expect(body).toMatch(/<p>Within: <a href="\/boards\/\d+\/harbour">/)
    expect(body).toContain('<b>7</b> threads')
    expect(body).toContain('<bdi>Strike</bdi></a></b> <bdi>Cy</bdi>, <time')
    expect(body).toContain('<b>14</b> posts')
    expect(body).not.toContain('name="csrf"')
    const { groups } = await json(null)
    expect(groups).toHaveLength(1)
    expect(groups[0].boards[0]).toMatchObject({
      title: 'News',
      threadCount: 7,
      postCount: 14,
      lastThread: { title: 'Strike', lastNumber: 2 },
      boards: [{ title: 'Harbour' }],
    })
    const fragment = await get(null, { 'x-island': '1' })
    expect(fragment.body).toMatch(/^<div class="beside">/)
  })

  test('a hidden board shows nowhere: not by name, not in counts, not as the latest thread', async () => {
    const { news, harbour, staff } = house.boards
    await addThreads(news, 'Ferry', 3, 1000)
    await addThreads(harbour, CANARY, 40, 2000)
    await addThreads(staff, CANARY, 50, 3000)
    await house.store.write
      .updateTable('boards')
      .set({ title: CANARY, description: CANARY })
      .where('id', 'in', [harbour, staff])
      .execute()
    await act(forum, SYSTEM, a => setLevels(a, harbour, new Map()))
    for (const who of [null, MEMBER]) {
      for (const accept of ['text/html', 'application/json']) {
        const { body } = await get(who, { accept })
        expect(body).not.toMatch(new RegExp(CANARY, 'i'))
        expect(body).not.toMatch(/\b(43|53|93|86|106|186)\b/)
      }
      const seen = await json(who)
      expect(seen).toMatchObject({ threadCount: 3, postCount: 6 })
      expect(seen.groups[0].boards).toMatchObject([{ threadCount: 3, postCount: 6, boards: [] }])
      expect(seen.groups[0].boards[0].lastThread.title).toBe('Ferry')
    }
    expect(await json(ADMINISTRATOR)).toMatchObject({ threadCount: 93, postCount: 186 })
  })

  test('a board that may be seen but not read has its name and nothing of its threads', async () => {
    const { news, harbour } = house.boards
    await addThreads(harbour, CANARY, 40, 2000)
    const { access } = await forum.site.at(house.store.read)
    const see = new Map<number, Level>(access.groups.map(({ id }) => [id, 'see']))
    await act(forum, SYSTEM, a => setLevels(a, news, see))
    await act(forum, SYSTEM, a => setLevels(a, harbour, null))
    const { body } = await get(null)
    expect(body).toContain('<div class="last">Not open to you</div>')
    expect(body).toContain('Harbour')
    expect(body).not.toContain(CANARY)
    const [line] = (await json(null)).groups[0].boards
    expect(line).toMatchObject({ threadCount: null, postCount: null, lastPostAt: null, lastThread: null })
  })

  test('shows what was quoted last, to each what they may read', async () => {
    const post = { title: 'Strike', format: 'markdown', requestKey: null } as const
    const { news, staff } = house.boards
    const moderator: Actor = { ...GUEST, memberId: house.members.Mo, name: 'Mo', role: 'moderator' }
    for (const [boardId, said] of [
      [news, 'a calendar with all the holidays torn out'],
      [staff, `the ${CANARY} may never be heard of`],
    ] as const)
      await act(forum, moderator, a =>
        startThread(a, { ...post, boardId, source: `Ilse Brandt said, “It is ${said}.”` }),
      )
    await readNow(forum)
    expect((await get(null)).body).toMatch(
      /<q dir="auto">It is a calendar[^<]*<\/q><\/a><br><bdi>Ilse Brandt<\/bdi>/,
    )
    expect((await get(null)).body).not.toContain(CANARY)
    expect((await json(null)).onRecord).toHaveLength(1)
    expect((await json(moderator)).onRecord).toHaveLength(2)
  })

  test('is kept for guests until the site changes or its time is over', async () => {
    const before = await get(null)
    expect(before.headers['cache-control']).toBe('public, no-cache')
    await addThreads(house.boards.news, 'Ferry', 3, 1000)
    expect((await get(null)).body).toBe(before.body)
    expect((await get(MEMBER)).body).toContain('<b>3</b> threads')
    house.pass(5001)
    expect((await get(null)).body).toContain('<b>3</b> threads')
    await act(forum, SYSTEM, a => changeSettings(a, { name: 'Lighthouse' }))
    expect((await get(null)).body).toContain('Lighthouse')
  })

  test('without boards it says so, and shows administrators where to begin', async () => {
    const { world, news, harbour, staff } = house.boards
    for (const id of [staff, harbour, news, world]) await act(forum, SYSTEM, a => removeBoard(a, id))
    const guest = (await get(null)).body
    expect(guest).toContain('There are no boards here yet.')
    expect(guest).not.toContain('/administration')
    expect((await get(ADMINISTRATOR)).body).toContain('href="/administration/boards"')
    expect((await json(null)).groups).toEqual([])
  })
})
