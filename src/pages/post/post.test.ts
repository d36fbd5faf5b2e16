import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { changeBoard } from '#forum/boards/actions.ts'
import { deletePost } from '#forum/posts/actions/delete.ts'
import { editPost } from '#forum/posts/actions/edit.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { CANARY, canariesIn } from '../../../tests/support/canary.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { postRoutes } from './routes.ts'

const PATH = '/posts/1/1'

describe.each(STORES)('the pages about one post on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']

  beforeEach(async () => {
    pages = await testPages(kind, postRoutes)
    people = pages.people
  })
  afterEach(() => pages.close())

  const start = (source: string, boardId = pages.house.boards.news, who = people.member) =>
    act(pages.forum, who, a =>
      startThread(a, { boardId, title: 'Port strike', source, format: 'markdown', requestKey: null }),
    )
  const write = (who: Actor, source: string) =>
    act(pages.forum, who, a => reply(a, { threadId: 1, source, format: 'markdown', requestKey: null }))
  const edit = (source: string, basedOn: number, reason = '', who = people.member) =>
    act(pages.forum, who, a => editPost(a, { threadId: 1, number: 1, source, reason, basedOn }))
  const source = async () => (await pages.json(people.moderator, `${PATH}/edit`))['source']

  test('the history has every wording, the latest first, with its author, reason and changes', async () => {
    await start('The vote is on Friday.')
    await edit('The vote was on Friday.', 1, 'It is <over>.', people.moderator)
    const { body, headers } = await pages.get(people.guest, `${PATH}/revisions`)
    expect(headers['cache-control']).toBe('public, no-cache')
    expect(body).toContain('Wordings of post <a href="/posts/1/1">#1</a>')
    const [latest = '', first = ''] = body.split('<section class="wording">').slice(1)
    expect(latest).toContain('<a href="/posts/1/1/revisions/2">Wording 2</a> <span class="tag">latest</span>')
    expect(latest).toMatch(/<bdi>Mo<\/bdi><\/a>, <time.* · Reason: <bdi>It is &lt;over&gt;\.<\/bdi>/)
    expect(latest).toContain(
      'The vote <del><span class="unseen">removed: </span>is</del><ins><span class="unseen">added: </span>was</ins> on Friday.',
    )
    expect(first).toContain('Wording 1</a></h2>')
    expect(first).toMatch(/<bdi>Bo<\/bdi>.*The first wording\..*The vote is on Friday\./)
    expect(body).toContain('<meta name="robots" content="noindex">')
  })

  test('goes back through many wordings, a few at a time', async () => {
    await start('Wording 1')
    for (let wording = 2; wording <= 12; wording++) await edit(`Wording ${wording}`, wording - 1)
    const seen: number[] = []
    let url: string | null = `${PATH}/revisions`
    while (url !== null) {
      const { revisions, older } = (await pages.json(people.guest, url)) as {
        revisions: { revision: number; changes: object[] | null }[]
        older: string | null
      }
      expect(revisions.every(each => (each.changes === null) === (each.revision === 1))).toBe(true)
      seen.push(...revisions.map(each => each.revision))
      url = older
    }
    expect(seen).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    for (const before of ['1', '0', 'x'])
      expect((await pages.get(people.guest, `${PATH}/revisions?before=${before}`)).statusCode).toBe(404)
  })

  test('a wording has an address of its own, which says whether it is the latest', async () => {
    await start('The *old* one.')
    await edit('The new one.', 1)
    const old = (await pages.get(people.guest, `${PATH}/revisions/1`)).body
    expect(old).toContain('The <em>old</em> one.')
    expect(old).toContain('This is not the latest wording. <a href="/posts/1/1">')
    const latest = (await pages.get(people.guest, `${PATH}/revisions/2`)).body
    expect(latest).toContain('This is the latest wording.')
    for (const revision of ['0', '3', 'x', '-1'])
      expect((await pages.get(people.guest, `${PATH}/revisions/${revision}`)).statusCode).toBe(404)
    expect(await pages.json(people.guest, `${PATH}/revisions/1`)).toMatchObject({
      ...{ revision: 1, source: 'The *old* one.', format: 'markdown', isLatest: false },
      html: expect.stringContaining('<em>old</em>'),
    })
  })

  test('its author changes it, with a reason, the title along with the first post', async () => {
    await start('Old.')
    const form = (await pages.get(people.member, `${PATH}/edit`)).body
    expect(form).toContain('<input type="hidden" name="basedOn" value="1">')
    expect(form).toMatch(/<textarea[^>]* name="source"[^>]*>\nOld\.<\/textarea>/)
    const fields = { title: 'Port strike ends', source: 'New.', reason: 'Over.', basedOn: '1' }
    const saved = await pages.post(people.member, `${PATH}/edit`, fields)
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/posts/1/1'])
    expect(await pages.json(people.member, `${PATH}/edit`)).toMatchObject({
      ...{ source: 'New.', revision: 2, title: 'Port strike ends' },
    })
    await write(people.member, 'Second.')
    expect((await pages.get(people.member, '/posts/1/2/edit')).body).not.toContain('name="title"')
  })

  test('what somebody else saved meanwhile is shown beside what was typed, and nothing is lost', async () => {
    await start('One two three.')
    await edit('One two four.', 1, 'Order', people.moderator)
    const fields = { title: 'Port strike', source: 'One <five> three.', reason: 'Mine.', basedOn: '1' }
    const { statusCode, body } = await pages.post(people.member, `${PATH}/edit`, fields)
    expect(statusCode).toBe(409)
    expect(body).toContain('<div class="diff" dir="auto" tabindex="0">One two four.</div>')
    expect(body).toMatch(/<textarea[^>]*>\nOne &lt;five&gt; three\.<\/textarea>/)
    expect(body).toContain('value="Mine."')
    expect(body).toContain('<input type="hidden" name="basedOn" value="2">')
    expect(body).toContain(' data-typed')
    expect(body).toMatch(/<del>.*two.*<\/del>/)
    expect(await source()).toBe('One two four.')
    const again = await pages.post(people.member, `${PATH}/edit`, { ...fields, basedOn: '2' })
    expect(again.statusCode).toBe(303)
    expect(await source()).toBe('One <five> three.')
  })

  test('a preview of a change shows the text, keeps what was typed, and writes nothing', async () => {
    await start('Old.')
    const fields = { title: 'x', source: 'The *new* one.', reason: 'Why', basedOn: '1', act: 'preview' }
    const { statusCode, body } = await pages.post(people.member, `${PATH}/edit`, fields)
    expect(statusCode).toBe(200)
    expect(body).toContain('The <em>new</em> one.')
    expect(body).toMatch(/<textarea[^>]*>\nThe \*new\* one\.<\/textarea>/)
    expect(body).toContain('name="basedOn" value="1"')
    const island = await pages.post(people.member, `${PATH}/edit`, fields, { 'x-island': '1' })
    expect(island.body).toMatch(/^<h2>Preview<\/h2>.*<em>new<\/em>/)
    expect(await source()).toBe('Old.')
  })

  test('moderators delete a post with a reason and restore it', async () => {
    await start('First.')
    await write(people.member, 'Second.')
    const form = (await pages.get(people.moderator, '/posts/1/2/delete')).body
    expect(form).toContain('Second.')
    const long = await pages.post(people.moderator, '/posts/1/2/delete', { reason: 'x'.repeat(201) })
    expect(long.statusCode).toBe(422)
    expect(long.body).toContain('x'.repeat(201))
    const deleted = await pages.post(people.moderator, '/posts/1/2/delete', { reason: 'Off topic.' })
    expect([deleted.statusCode, deleted.headers.location]).toEqual([303, '/posts/1/2'])
    const post = () =>
      pages.forum.store.read.selectFrom('posts').selectAll().where('deletedAt', 'is not', null).execute()
    expect(await post()).toMatchObject([{ deleteReason: 'Off topic.', deletedBy: people.moderator.memberId }])
    expect((await pages.post(people.moderator, '/posts/1/2/restore')).statusCode).toBe(303)
    expect(await post()).toEqual([])
    expect((await pages.get(people.moderator, '/posts/1/1/delete')).statusCode).toBe(403)
    expect((await pages.post(people.member, '/posts/1/2/restore')).statusCode).toBe(403)
  })

  test('what is hidden answers exactly as what is not there', async () => {
    await start('Zebrafinch', pages.house.boards.staff, people.moderator)
    await start('First.')
    const threadId = 2
    await act(pages.forum, people.moderator, a =>
      reply(a, { threadId, source: 'Zebrafinch', format: 'markdown', requestKey: null }),
    )
    await act(pages.forum, people.moderator, a =>
      deletePost(a, { threadId, number: 2, reason: 'Zebrafinch' }),
    )
    const paths = (place: string) =>
      ['revisions', 'revisions/1', 'edit', 'delete'].map(word => `/posts/${place}/${word}`)
    for (const who of [people.guest, people.member]) {
      for (const accept of ['text/html', 'application/json']) {
        for (const [index, path] of [...paths('1/1'), ...paths('2/2')].entries()) {
          const missing = await pages.get(who, paths('404/1')[index % 4]!, { accept })
          const hidden = await pages.get(who, path, { accept })
          expect([hidden.statusCode, hidden.body], path).toEqual([404, missing.body])
        }
      }
    }
    for (const act of ['edit', 'delete', 'restore']) {
      const fields = act === 'edit' ? { title: 'Title', source: 'x', reason: '', basedOn: '1' } : {}
      const missing = await pages.post(people.member, `/posts/404/1/${act}`, fields)
      const hidden = await pages.post(people.member, `/posts/1/1/${act}`, fields)
      expect([hidden.statusCode, hidden.body], act).toEqual([404, missing.body])
    }
    expect((await pages.get(people.moderator, '/posts/2/2/revisions')).body).toContain('Zebrafinch')
  })

  test('only its author and moderators may change it; guests are asked to sign in', async () => {
    await start('First.', pages.house.boards.news, people.moderator)
    expect((await pages.get(people.guest, `${PATH}/edit`)).statusCode).toBe(401)
    expect((await pages.get(people.member, `${PATH}/edit`)).statusCode).toBe(403)
    const fields = { title: 'Port strike', source: 'x', reason: '', basedOn: '1' }
    expect((await pages.post(people.member, `${PATH}/edit`, fields)).statusCode).toBe(403)
    expect((await pages.post(people.suspended, `${PATH}/edit`, fields)).statusCode).toBe(403)
    expect(await source()).toBe('First.')
  })

  test('escapes whatever it is told', async () => {
    await pages.forum.store.write.updateTable('members').set({ name: CANARY }).execute()
    const board = { title: CANARY, description: CANARY, section: false }
    await act(pages.forum, people.administrator, a => changeBoard(a, pages.house.boards.news, board))
    await start(CANARY)
    await edit(`${CANARY} and ${CANARY}`, 1, CANARY)
    await pages.forum.store.write.updateTable('threads').set({ title: CANARY }).execute()
    const shown = ['revisions', 'revisions/1', 'edit'].map(word =>
      pages.get(people.member, `${PATH}/${word}`),
    )
    const conflict = { title: CANARY, source: CANARY, reason: CANARY, basedOn: '1' }
    for (const { body } of await Promise.all([
      ...shown,
      pages.post(people.member, `${PATH}/edit`, conflict),
    ])) {
      expect(body).toContain('&lt;x-canary onx=1&gt;')
      expect(canariesIn(body)).toEqual([])
    }
  })
})
