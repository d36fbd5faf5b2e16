import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { act } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { editPost } from '#forum/posts/actions/edit.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { judgePosts } from '#forum/quotes/keep.ts'
import { CANARY, canariesIn } from '../../../../tests/support/canary.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { quoteRoutes } from './routes.ts'

const PAGE = '/posts/2/1/quotes/1'

describe.each(STORES)('the page of a quote on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']

  beforeEach(async () => {
    pages = await testPages(kind, quoteRoutes)
    people = pages.people
  })
  afterEach(() => pages.close())

  const start = async (source: string, boardId = pages.house.boards.news, who: Actor = people.moderator) => {
    const input = { boardId, title: 'Port strike', source, format: 'markdown', requestKey: null } as const
    const { threadId } = await act(pages.forum, who, a => startThread(a, input))
    await judgePosts(pages.forum, [postId(threadId, 1)])
  }
  const quote = (text: string) => `[quote="Mo, post: 1/1, revision: 1"]\n${text}\n[/quote]\n\nMine.`

  test('shows how the words were altered, and both texts', async () => {
    await start('The **bridge** reopens in May.')
    await start(quote('The bridge reopens in June.'))
    const { body, statusCode } = await pages.get(people.guest, PAGE)
    expect(statusCode).toBe(200)
    expect(body).toContain('Quote 1 in <a href="/posts/2/1">#1</a>')
    expect(body).toMatch(/reopens in <del>.*May<\/del>\s*<ins>.*June<\/ins>/)
    expect(body).toContain('<div class="diff" dir="auto">The bridge reopens in June.</div>')
    expect(body).toContain('<div class="diff" dir="auto">The bridge reopens in May.</div>')
    expect(await pages.json(people.guest, PAGE)).toMatchObject({
      ...{ position: 1, post: { threadId: 1, number: 1 }, revision: 1, verdict: 'altered', path: PAGE },
      ...{ quoted: 'The bridge reopens in June.', source: 'The bridge reopens in May.', today: null },
    })
  })

  test('shows what the source says today', async () => {
    await start('The bridge reopens in May.')
    await start(quote('The bridge reopens in May.'))
    const edit = { threadId: 1, number: 1, source: 'The bridge stays closed.', reason: '', basedOn: 1 }
    await act(pages.forum, people.moderator, a => editPost(a, edit))
    await judgePosts(pages.forum, [postId(2, 1)])
    const told = await pages.json(people.guest, PAGE)
    expect(told).toMatchObject({ verdict: 'edited-since', today: 'The bridge stays closed.' })
  })

  test('is not there where the reader may not read the source, where it is gone, and where nothing is quoted', async () => {
    await start('Canary plans.', pages.house.boards.staff)
    await start(quote('Lies.'))
    expect((await pages.get(people.moderator, PAGE)).body).toContain('Canary plans.')
    for (const who of [people.guest, people.member]) {
      const [hidden, missing] = await Promise.all([
        pages.get(who, PAGE, { accept: 'application/json' }),
        pages.get(who, '/posts/2/1/quotes/2', { accept: 'application/json' }),
      ])
      expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body])
    }
    await pages.forum.store.write
      .updateTable('posts')
      .set({ deletedAt: 1 })
      .where('id', '=', postId(1, 1))
      .execute()
    expect((await pages.get(people.moderator, PAGE)).statusCode).toBe(404)
    for (const odd of ['0', '101', 'x', '1.5', '-1'])
      expect((await pages.get(people.guest, `/posts/2/1/quotes/${odd}`)).statusCode).toBe(404)
  })

  test('escapes whatever either side says', async () => {
    await start(`${CANARY} a b c d e f g`)
    await start(quote(`a b c ${CANARY} d e f g`))
    expect(canariesIn((await pages.get(people.guest, PAGE)).body)).toEqual([])
  })
})
