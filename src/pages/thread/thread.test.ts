import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { act } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { changeBoard } from '#forum/boards/actions.ts'
import { changeThread } from '#forum/details/actions.ts'
import { saveDraft } from '#forum/drafts/actions.ts'
import { addPoll } from '#forum/polls/actions.ts'
import { deletePost } from '#forum/posts/actions/delete.ts'
import { editPost } from '#forum/posts/actions/edit.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { react } from '#forum/reactions/actions.ts'
import { deleteThread, lock } from '#forum/threads/actions.ts'
import { CANARY, canariesIn } from '../../../tests/support/canary.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { countQueries } from '../../../tests/support/queries.ts'
import { loadThread } from './load.ts'
import { threadRoutes } from './routes.ts'

const PATH = '/threads/1/port-strike'

describe.each(STORES)('the page of a thread on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']

  beforeEach(async () => {
    pages = await testPages(kind, threadRoutes)
    people = pages.people
  })
  afterEach(() => pages.close())

  const start = (who: Actor, title: string, source: string, boardId = pages.house.boards.news) =>
    act(pages.forum, who, a =>
      startThread(a, { boardId, title, source, format: 'markdown', requestKey: null }),
    )
  const write = (who: Actor, threadId: number, source = 'More.') =>
    act(pages.forum, who, a => reply(a, { threadId, source, format: 'markdown', requestKey: null }))
  const writeMany = async (count: number) => {
    for (let index = 0; index < count; index++) await write(people.moderator, 1, `Post ${index + 2}.`)
  }

  test('shows the title, who started it, each post with its card and number, and leaves room for the record', async () => {
    await start(people.member, 'Port strike', 'The *union* <b>turned</b> it down.')
    await write(people.moderator, 1)
    await act(pages.forum, people.moderator, a => react(a, { threadId: 1, number: 1, kind: 'like' }))
    const { body, statusCode, headers } = await pages.get(people.guest, PATH)
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1 dir="auto">Port strike</h1><p class="meta">Started by <a href="/members/')
    expect(body).toContain('<bdi>Bo</bdi></a> · 2 posts</p>')
    expect(body).toMatch(/<article class="post" id="p1" aria-label="Post 1 by Bo"><aside class="card">/)
    expect(body).toContain('The <em>union</em> &lt;b&gt;turned&lt;/b&gt; it down.')
    expect(body).toContain('<a href="/posts/1/1" aria-label="Link to post 1">#1</a>')
    expect(body.match(/<aside class="margin"><\/aside><\/article>/g)).toHaveLength(2)
    expect(body).toContain('Like <b>1</b>')
    expect(body).toContain('<link rel="canonical" href="http://forum.test/threads/1/port-strike">')
    expect(body).toContain('<meta name="description" content="The union &lt;b&gt;turned&lt;/b&gt; it down.">')
    expect(headers['cache-control']).toBe('public, no-cache')
  })

  test('a guest finds no form, and the way to sign in and back', async () => {
    await start(people.member, 'Port strike', 'First.')
    const { body } = await pages.get(people.guest, `${PATH}?utm_source=elsewhere`)
    expect(body).not.toMatch(/<form|name="csrf"|data-quote/)
    expect(body).toContain('href="/sign-in?next=%2Fthreads%2F1%2Fport-strike%23reply"')
  })

  test('members find what they may do, and nothing else', async () => {
    await start(people.member, 'Port strike', 'First.')
    await write(people.moderator, 1)
    const own = (await pages.get(people.member, PATH)).body
    const [first = '', second = ''] = own.split('id="p2"')
    expect(first).toContain('href="/posts/1/1/edit"')
    expect(first).not.toContain('/posts/1/1/reactions')
    expect(first).toContain('href="/threads/1/rename"')
    expect(first).not.toMatch(/threads\/1\/(lock|delete)/)
    expect(second).toContain('action="/posts/1/2/reactions"')
    expect(second).toContain('href="/threads/1/reply?quote=2" data-quote="1/2/1"')
    expect(second).not.toMatch(/\/posts\/1\/2\/(edit|delete)/)
    expect(second).toContain('<form class="composer" method="post" action="/threads/1/posts" id="reply"')
    const moderated = (await pages.get(people.moderator, PATH)).body
    expect(moderated).toContain('action="/threads/1/lock"')
    expect(moderated).toContain('href="/posts/1/2/delete"')
    const suspended = (await pages.get(people.suspended, PATH)).body
    expect(suspended).not.toMatch(/class="composer"|\/edit"|reactions"/)
    expect(suspended).toContain('You can read here, but not reply.')
  })

  test('in a locked thread members read, and moderators write', async () => {
    await start(people.member, 'Port strike', 'First.')
    await act(pages.forum, people.moderator, a => lock(a, { threadId: 1 }))
    for (const who of [people.guest, people.member]) {
      const { body } = await pages.get(who, PATH)
      expect(body).toContain(' · Locked</p>')
      expect(body).toContain('This thread is locked, so nobody can reply.')
      expect(body).not.toMatch(/class="composer"|\/sign-in/)
    }
    expect((await pages.get(people.moderator, PATH)).body).toContain('class="composer"')
  })

  test('pages are ranges of numbers: what is deleted leaves its place, the last number is on the last page', async () => {
    await start(people.member, 'Port strike', 'First.')
    await writeMany(40)
    await act(pages.forum, people.moderator, a => deletePost(a, { threadId: 1, number: 2, reason: '' }))
    const second = (await pages.get(people.guest, `${PATH}?page=2`)).body
    expect(second.match(/id="p\d+"/g)).toEqual(
      Array.from({ length: 20 }, (_, index) => `id="p${index + 21}"`),
    )
    expect(second).toContain('<title>Port strike, page 2 · Test</title>')
    expect(second).toContain('<link rel="canonical" href="http://forum.test/threads/1/port-strike?page=2">')
    expect(second).toContain('<link rel="prev" href="/threads/1/port-strike">')
    expect(second).toContain('<link rel="next" href="/threads/1/port-strike?page=3">')
    expect(second).toContain('<a href="/threads/1/port-strike?page=2" aria-current="page"')
    const last = (await pages.get(people.guest, `${PATH}?page=3`)).body
    expect(last.match(/id="p\d+"/g)).toEqual(['id="p41"'])
    for (const page of ['4', '0', '-1', 'x', '1.5', '2&page=2', '99999999999']) {
      expect((await pages.get(people.guest, `${PATH}?page=${page}`)).statusCode, page).toBe(404)
    }
  })

  test('a deleted post is a quiet line, its text for moderators alone', async () => {
    await start(people.member, 'Port strike', 'First.')
    await write(people.moderator, 1, 'Zebrafinch advertising.')
    await act(pages.forum, people.moderator, a =>
      deletePost(a, { threadId: 1, number: 2, reason: 'An <ad>.' }),
    )
    for (const who of [people.guest, people.member]) {
      const { body } = await pages.get(who, PATH)
      expect(body).toContain(
        'id="p2"><div class="body"><p>Post <a href="/posts/1/2">#2</a> was deleted.</p></div>',
      )
      expect(body).not.toMatch(/Zebrafinch|An &lt;ad&gt;|by <bdi>Mo/)
      const { posts } = await pages.json(who, PATH)
      expect((posts as object[])[1]).toMatchObject({
        author: null,
        html: null,
        deleted: { by: null, reason: null },
      })
    }
    const { body } = await pages.get(people.moderator, PATH)
    expect(body).toContain(
      'Post <a href="/posts/1/2">#2</a> by <bdi>Mo</bdi> was deleted by <bdi>Mo</bdi>, <time',
    )
    expect(body).toContain('Reason: <bdi>An &lt;ad&gt;.</bdi>')
    expect(body).toMatch(/<details><summary>Show its text<\/summary><div class="text">.*Zebrafinch/)
    expect(body).toContain('action="/posts/1/2/restore"')
  })

  test('an edited post says so and leads to its wordings', async () => {
    await start(people.member, 'Port strike', 'First.')
    const change = { threadId: 1, number: 1, source: 'Changed.', reason: '', basedOn: 1 }
    await act(pages.forum, people.member, a => editPost(a, change))
    const { body } = await pages.get(people.guest, PATH)
    expect(body).toMatch(/<a href="\/posts\/1\/1\/revisions" title="Last edited [^"]+">edited<\/a>/)
  })

  test('what is hidden answers exactly as what is not there', async () => {
    await start(people.moderator, 'Zebrafinch', 'Secret.', pages.house.boards.staff)
    await start(people.member, 'Zebrafinch', 'Gone.')
    await act(pages.forum, people.moderator, a => deleteThread(a, { threadId: 2 }))
    const paths = (id: number) => [
      ...[`/threads/${id}`, `/threads/${id}/zebrafinch`, `/threads/${id}/zebrafinch?page=9`],
      ...[`/threads/${id}/rename`, `/threads/${id}/delete`, `/posts/${id}/1`, `/posts/${id}/9`],
    ]
    for (const who of [people.guest, people.member]) {
      for (const accept of ['text/html', 'application/json']) {
        for (const [index, path] of [...paths(1), ...paths(2)].entries()) {
          const missing = await pages.get(who, paths(404)[index % 7]!, { accept })
          const hidden = await pages.get(who, path, { accept })
          expect(hidden.statusCode, path).toBe(404)
          expect(hidden.body, path).toBe(missing.body)
          expect(hidden.headers, path).toEqual({ ...missing.headers, date: hidden.headers['date'] })
        }
      }
    }
    expect((await pages.get(people.moderator, '/threads/1/zebrafinch')).statusCode).toBe(200)
    expect((await pages.get(people.moderator, '/threads/2/zebrafinch')).body).toContain(
      'This thread has been deleted.',
    )
  })

  test('other words in the address lead to its own, a post to its page and place', async () => {
    await start(people.member, 'Port strike', 'First.')
    await writeMany(20)
    const moved = await pages.get(people.guest, '/threads/1/old-title?page=2')
    expect([moved.statusCode, moved.headers.location]).toEqual([301, `${PATH}?page=2`])
    expect((await pages.get(people.guest, '/threads/1')).headers.location).toBe(PATH)
    const place = await pages.get(people.guest, '/posts/1/21')
    expect([place.statusCode, place.headers.location]).toEqual([302, `${PATH}?page=2#p21`])
    expect((await pages.get(people.guest, '/posts/1/22')).statusCode).toBe(404)
    const fragment = await pages.get(people.guest, '/posts/1/21', { 'x-island': '1' })
    expect(fragment.body).toMatch(/^<article class="post" id="p21"/)
  })

  test('a title that is the address of a form is read all the same', async () => {
    await start(people.member, 'Rename', 'First.')
    expect((await pages.get(people.guest, '/threads/1')).headers.location).toBe('/threads/1/rename-')
    expect((await pages.get(people.guest, '/threads/1/rename-')).statusCode).toBe(200)
  })

  test.runIf(kind === 'postgres')(
    'takes five queries, however many posts and people there are, and four where the posts are at hand',
    async () => {
      await start(people.member, 'Port strike', 'First.')
      const { forum, count } = countQueries(pages.forum)
      await loadThread(forum, people.guest, { id: 1, page: 1, withRecord: false })
      expect(count()).toBe(5)
      await writeMany(30)
      await act(pages.forum, people.moderator, a => react(a, { threadId: 1, number: 1, kind: 'like' }))
      await act(pages.forum, people.moderator, a => deletePost(a, { threadId: 1, number: 3, reason: '' }))
      for (const [who, page, queries] of [
        [people.guest, 1, 5],
        [people.moderator, 1, 4],
        [people.guest, 2, 5],
      ] as const) {
        const before = count()
        await loadThread(forum, who, { id: 1, page, withRecord: false })
        expect(count() - before).toBe(queries)
      }
    },
  )

  test.runIf(kind === 'postgres')(
    'asks for tags, polls, files and who is ignored only where some are',
    async () => {
      const { store } = pages.forum
      const { Bo, Mo } = pages.house.members
      await start(people.member, 'Port strike', 'First.')
      await start(people.member, 'Another', 'First.')
      const { forum, count } = countQueries(pages.forum)
      const taken = async (id: number) => {
        const before = count()
        const loaded = await loadThread(forum, people.member, { id, page: 1, withRecord: false })
        return { queries: count() - before, loaded }
      }
      const without = await taken(1)
      const poll = {
        question: 'Sign?',
        options: 'Yes\nNo',
        most: 1,
        until: '',
        isHidden: false,
        isChangeable: true,
      }
      await act(pages.forum, people.member, a =>
        addPoll(a, { threadId: 1, number: 1 }, { poll, timeZone: 'UTC' }),
      )
      await act(pages.forum, people.member, a =>
        changeThread(a, { threadId: 1, title: 'Port strike', tags: 'docks' }),
      )
      await act(pages.forum, people.member, a =>
        saveDraft(a, { place: 'thread:1', fields: { source: 'Later.' }, age: 0, requestKey: '' }),
      )
      const blob = { hash: 'ab', kind: 'file', type: 'text/plain', size: 1, variants: '[]', at: 1 } as const
      await store.write.insertInto('blobs').values(blob).execute()
      const file = { memberId: Bo, hash: 'ab', name: 'a.txt', postId: postId(1, 1), at: 1 }
      await store.write.insertInto('attachments').values(file).execute()
      const bare = await taken(2)
      expect(bare.queries).toBe(without.queries)
      expect(bare.loaded).toMatchObject({
        tags: [],
        hasDraft: false,
        posts: [{ poll: null, attachments: [] }],
      })
      await store.write.insertInto('ignores').values({ memberId: Bo, ignoredId: Mo, at: 1 }).execute()
      const full = await taken(1)
      // The poll is three of them: what is asked, the options, and what was chosen.
      expect(full.queries - without.queries).toBe(6)
      expect(full.loaded).toMatchObject({
        ...{ tags: [{ name: 'docks' }], hasDraft: true },
        posts: [{ poll: { question: 'Sign?' }, attachments: [{ name: 'a.txt' }] }],
      })
    },
  )

  test('a program gets the posts with their cards, texts, reactions and what it may do', async () => {
    await start(people.member, 'Port strike', 'The *union*.')
    await act(pages.forum, people.moderator, a => react(a, { threadId: 1, number: 1, kind: 'like' }))
    expect(await pages.json(people.moderator, PATH)).toMatchObject({
      ...{ id: 1, title: 'Port strike', path: PATH, postCount: 1, page: 1, pages: 1, locked: false },
      boards: [{ title: 'World' }, { title: 'News' }],
      startedBy: { name: 'Bo', role: 'member' },
      may: { reply: true, lock: true },
      posts: [
        {
          ...{ threadId: 1, number: 1, path: '/posts/1/1', revision: 1, deleted: null },
          author: { name: 'Bo', messages: 1, reactionScore: 1 },
          html: expect.stringContaining('<em>union</em>'),
          reactions: { counts: { like: 1, funny: 0, disagree: 0 }, mine: 'like' },
          may: { quote: true, react: true, edit: true },
        },
      ],
    })
    expect(await pages.json(people.guest, '/posts/1/1')).toMatchObject({ number: 1, may: { react: false } })
  })

  test('escapes whatever it is told', async () => {
    const told = { name: CANARY, title: CANARY, country: CANARY, location: CANARY }
    await pages.forum.store.write.updateTable('members').set(told).where('name', '=', 'Bo').execute()
    const board = { title: CANARY, description: CANARY, section: false }
    await act(pages.forum, people.administrator, a => changeBoard(a, pages.house.boards.news, board))
    await start(people.member, CANARY, `${CANARY}\n\n[quote="${CANARY}"]x[/quote]`)
    await write(people.member, 1)
    await act(pages.forum, people.moderator, a => deletePost(a, { threadId: 1, number: 2, reason: CANARY }))
    const path = (await pages.get(people.guest, '/threads/1')).headers.location!
    for (const who of [people.guest, people.member, people.moderator]) {
      const { body } = await pages.get(who, path)
      expect(body).toMatch(/<h1 dir="auto">[^<]*&lt;x-canary/)
      expect(canariesIn(body)).toEqual([])
    }
    const forms = ['/threads/1/rename', '/threads/1/delete'].map(form => pages.get(people.moderator, form))
    for (const { body } of await Promise.all(forms)) expect(canariesIn(body)).toEqual([])
  })
})
