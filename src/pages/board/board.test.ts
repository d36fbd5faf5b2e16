import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { changeBoard } from '#forum/boards/actions.ts'
import { setLevels } from '#forum/permissions/actions.ts'
import type { Level } from '#forum/permissions/model.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { deleteThread, lock } from '#forum/threads/actions.ts'
import { CANARY, canariesIn } from '../../../tests/support/canary.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { countQueries } from '../../../tests/support/queries.ts'
import { loadBoard } from './load.ts'
import { boardRoutes } from './routes.ts'

interface Listed {
  threads: { id: number; title: string }[] | null
  newer: string | null
  older: string | null
}

describe.each(STORES)('the page of a board on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']
  let news: number
  let path: string

  beforeEach(async () => {
    pages = await testPages(kind, boardRoutes)
    people = pages.people
    news = pages.house.boards.news
    path = `/boards/${news}/news`
  })
  afterEach(() => pages.close())

  const start = (title: string, boardId = news, who = people.member) =>
    act(pages.forum, who, a =>
      startThread(a, { boardId, title, source: 'First.', format: 'markdown', requestKey: null }),
    )
  const startMany = async (count: number) => {
    for (let index = 1; index <= count; index++) {
      pages.house.pass(index % 3 === 0 ? 0 : 1000)
      await start(`Thread ${index}`)
    }
  }
  const list = async (url: string, who = people.guest) => (await pages.json(who, url)) as unknown as Listed

  test('shows what it is, the boards within it, and its threads, the last written first', async () => {
    await start('Old')
    await start('New <b>')
    pages.house.pass(1000)
    for (let index = 0; index < 81; index++)
      await act(pages.forum, people.moderator, a =>
        reply(a, { threadId: 1, source: 'More.', format: 'markdown', requestKey: null }),
      )
    await start('Ferry', pages.house.boards.harbour)
    await act(pages.forum, people.moderator, a => lock(a, { threadId: 2 }))
    const { body, statusCode, headers } = await pages.get(people.guest, path)
    expect(statusCode).toBe(200)
    expect(headers['cache-control']).toBe('public, no-cache')
    expect(body).toContain('<h1><bdi>News</bdi></h1>')
    expect(body).toContain('<p class="meta" dir="auto">About News.</p>')
    expect(body).toMatch(/<h2>Boards within<\/h2><div class="row">.*Harbour.*<b>1<\/b> thread</)
    expect(body).toMatch(/<h2>Threads<\/h2>.*<bdi>Old<\/bdi>.*<bdi>New &lt;b&gt;<\/bdi>/)
    expect(body).toMatch(
      /<a href="\/threads\/1\/old" aria-label="Page 1">1<\/a> … <a href="\/threads\/1\/old\?page=5" aria-label="Page 5">5<\/a>/,
    )
    expect(body).toContain('<b>82</b> posts')
    expect(body).toMatch(/<a href="\/threads\/1\/old\?page=5#p82"><b><bdi>Mo<\/bdi><\/b> <time/)
    expect(body).toContain('<span class="tag">Locked</span><a href="/threads/2/new-b">')
    expect(body).toContain('<b>3</b> threads')
    expect(body).toContain('<meta name="description" content="About News.">')
  })

  test('the button for a new thread leads members to the form, guests by way of signing in, nobody into a section', async () => {
    const form = `/boards/${news}/threads/new`
    expect((await pages.get(people.member, path)).body).toContain(
      `<a class="button" href="${form}">New thread</a>`,
    )
    expect((await pages.get(people.guest, path)).body).toContain(
      `href="/sign-in?next=${encodeURIComponent(form)}"`,
    )
    expect((await pages.get(people.suspended, path)).body).not.toContain('New thread')
    const section = `/boards/${pages.house.boards.world}/world`
    expect((await pages.get(people.member, section)).body).not.toMatch(/New thread|Nobody has started/)
    expect((await pages.get(people.guest, path)).body).toContain('Nobody has started a thread here yet.')
  })

  test('goes from page to page by places in the list, each thread on exactly one of them', async () => {
    await startMany(65)
    const seen: number[] = []
    let url: string | null = path
    const visited: Listed[] = []
    while (url !== null) {
      const page: Listed = await list(url)
      visited.push(page)
      seen.push(...page.threads!.map(each => each.id))
      url = page.older
    }
    expect(visited.map(page => page.threads!.length)).toEqual([30, 30, 5])
    expect(seen).toEqual(Array.from({ length: 65 }, (_, index) => 65 - index))
    expect(visited[0]!.newer).toBeNull()
    const back = await list(visited[2]!.newer!)
    expect(back.threads).toEqual(visited[1]!.threads)
    expect((await pages.get(people.guest, back.newer!)).headers.location).toBe(path)
    const middle = (await pages.get(people.guest, visited[0]!.older!)).body
    expect(middle).toMatch(
      /<nav class="pager" aria-label="More threads"><ol><li><a href="[^"]+\?after=[^"]+" rel="prev">Newer threads<\/a><\/li><li><a href="[^"]+\?before=[^"]+" rel="next">Older threads/,
    )
    expect(middle).toMatch(
      /<link rel="canonical" href="http:\/\/forum\.test\/boards\/\d+\/news\?before=\d+\.\d+">/,
    )
  })

  test('the newest threads have one address, and a place that makes no sense has none', async () => {
    await startMany(2)
    const [newest] = (await list(path)).threads!
    const at = pages.house.clock()
    const beyond = await pages.get(people.guest, `${path}?after=${at}.${newest!.id}`)
    expect([beyond.statusCode, beyond.headers.location]).toEqual([302, path])
    for (const query of [
      'before=x',
      'before=1',
      'after=1.2.3',
      'before=1.2&after=1.2',
      'after=99999999999999999.1',
    ])
      expect((await pages.get(people.guest, `${path}?${query}`)).statusCode, query).toBe(404)
    const moved = await pages.get(people.guest, `/boards/${news}/other?before=5.6`)
    expect([moved.statusCode, moved.headers.location]).toEqual([301, `${path}?before=5.6`])
    expect((await pages.get(people.guest, `/boards/${news}`)).headers.location).toBe(path)
  })

  test('a hidden board answers exactly as one that is not there; one that is only seen shows no thread', async () => {
    await start('Zebrafinch', pages.house.boards.staff, people.moderator)
    await start('Zebrafinch')
    for (const who of [people.guest, people.member]) {
      const missing = await pages.get(who, '/boards/404/staff')
      const hidden = await pages.get(who, `/boards/${pages.house.boards.staff}/staff`)
      expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body])
    }
    const { access } = await pages.forum.site.at(pages.forum.store.read)
    const see = new Map<number, Level>(access.groups.map(({ id }) => [id, 'see']))
    await act(pages.forum, people.administrator, a => setLevels(a, news, see))
    const { body } = await pages.get(people.guest, path)
    expect(body).toContain('You can see that this board exists, but its threads are not open to you.')
    expect(body).not.toMatch(/Zebrafinch|\/sign-in|<b>1<\/b>/)
    expect(await list(path)).toMatchObject({ threads: null, newer: null, older: null })
  })

  test('deleted threads stand in the list of moderators alone', async () => {
    await start('Zebrafinch')
    await act(pages.forum, people.moderator, a => deleteThread(a, { threadId: 1 }))
    expect((await list(path)).threads).toEqual([])
    const { body } = await pages.get(people.moderator, path)
    expect(body).toMatch(/<span class="tag">Deleted<\/span><a [^>]+><bdi>Zebrafinch/)
  })

  test('escapes whatever it is told', async () => {
    const board = { title: CANARY, description: CANARY, section: false }
    await act(pages.forum, people.administrator, a => changeBoard(a, news, board))
    await pages.forum.store.write
      .updateTable('members')
      .set({ name: CANARY })
      .where('name', '=', 'Bo')
      .execute()
    await start(CANARY)
    const { headers } = await pages.get(people.guest, `/boards/${news}`)
    const { body } = await pages.get(people.guest, headers.location!)
    expect(body).toContain('&lt;x-canary onx=1&gt;')
    expect(canariesIn(body)).toEqual([])
  })

  test.runIf(kind === 'postgres')('takes four queries, and three where there are no threads', async () => {
    await start('Ferry', pages.house.boards.harbour)
    const { forum, count } = countQueries(pages.forum)
    await loadBoard(forum, people.guest, news, {})
    expect(count()).toBe(3)
    await startMany(3)
    await loadBoard(forum, people.guest, news, {})
    expect(count()).toBe(7)
  })
})
