import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { threadRoutes } from '../routes.ts'

const PATH = '/threads/1/port-strike'

describe.each(STORES)('looking after a thread on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']

  beforeEach(async () => {
    pages = await testPages(kind, threadRoutes)
    people = pages.people
    const { news } = pages.house.boards
    const thread = { boardId: news, title: 'Port strike', source: 'First.', format: 'markdown' } as const
    await act(pages.forum, people.member, a => startThread(a, { ...thread, requestKey: null }))
  })
  afterEach(() => pages.close())

  const seen = async (who = people.moderator) =>
    pages.json(who, (await pages.get(who, '/threads/1')).headers.location!)

  test('its author and moderators give it another title; the old address leads to the new one', async () => {
    const form = await pages.get(people.member, '/threads/1/rename')
    expect(form.body).toContain(
      'name="title" required aria-describedby="field-title-hint" value="Port strike"',
    )
    const renamed = await pages.post(people.member, '/threads/1/rename', { title: ' Port  <strike> ends ' })
    expect([renamed.statusCode, renamed.headers.location]).toEqual([303, '/threads/1/port-strike-ends'])
    expect(await seen()).toMatchObject({ title: 'Port <strike> ends' })
    expect((await pages.get(people.guest, PATH)).headers.location).toBe('/threads/1/port-strike-ends')
  })

  test('a title that cannot be is refused, and stays in the form', async () => {
    const { statusCode, body } = await pages.post(people.member, '/threads/1/rename', { title: '<x' })
    expect(statusCode).toBe(422)
    expect(body).toContain('value="&lt;x"')
    expect(body).toContain('This is too short.')
    expect(await seen()).toMatchObject({ title: 'Port strike' })
  })

  test('moderators lock, unlock, delete and restore it; doing it twice is doing it once', async () => {
    for (const [word, state] of [
      ['lock', { locked: true }],
      ['unlock', { locked: false }],
      ['delete', { deletedAt: expect.any(Number) }],
      ['restore', { deletedAt: null }],
    ] as const) {
      for (let times = 0; times < 2; times++) {
        const done = await pages.post(people.moderator, `/threads/1/${word}`)
        expect([done.statusCode, done.headers.location], word).toEqual([303, PATH])
        expect(await seen(), word).toMatchObject(state)
      }
    }
    const asked = await pages.get(people.moderator, '/threads/1/delete')
    expect(asked.body).toContain('<form class="form" method="post" action="/threads/1/delete">')
    expect(await seen()).toMatchObject({ deletedAt: null })
  })

  test('nobody else does', async () => {
    for (const word of ['lock', 'unlock', 'delete', 'restore']) {
      const refused = async (who = people.member) => (await pages.post(who, `/threads/1/${word}`)).statusCode
      expect(await refused(), word).toBe(403)
      expect(await refused(people.suspended), word).toBe(403)
      expect(await refused(people.guest), word).toBe(401)
    }
    expect((await pages.get(people.guest, '/threads/1/rename')).statusCode).toBe(401)
    expect((await pages.get(people.member, '/threads/1/delete')).statusCode).toBe(403)
    expect((await pages.post(people.member, '/threads/1/lock', { extra: 'x' })).statusCode).toBe(422)
    expect(await seen()).toMatchObject({ locked: false, deletedAt: null })
  })

  test('programs are told what it is now', async () => {
    const { body } = await pages.postJson(people.moderator, '/threads/1/rename', { title: 'Other' })
    expect(JSON.parse(body)).toMatchObject({ id: 1, title: 'Other', path: '/threads/1/other', locked: false })
  })
})
