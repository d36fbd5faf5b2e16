import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { act } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { judgePosts } from '#forum/quotes/keep.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { readNow } from '../../../tests/support/forum.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { countQueries } from '../../../tests/support/queries.ts'
import { loadThread } from './load.ts'
import { threadRoutes } from './routes.ts'

const SAID =
  'Ilse Brandt said, “the new schedule is a calendar with the holidays torn out.” Nobody laughed on 3 March 2026.'

describe.each(STORES)('quotes on the page of a thread on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']

  beforeEach(async () => {
    pages = await testPages(kind, threadRoutes)
    people = pages.people
  })
  afterEach(() => pages.close())

  const start = async (source: string, boardId = pages.house.boards.news, who: Actor = people.moderator) => {
    const input = { boardId, title: 'Port strike', source, format: 'markdown', requestKey: null } as const
    const { threadId } = await act(pages.forum, who, a => startThread(a, input))
    await judgePosts(pages.forum, [postId(threadId, 1)])
  }
  const quote = (place: string, text: string) =>
    `[quote="Mo, post: ${place}, revision: 1"]\n${text}\n[/quote]`
  const verdictsIn = (body: string) =>
    [...body.matchAll(/class="verdict v-([a-z-]+)"/g)].map(match => match[1])

  test('say how they stand to their sources, also where the record has marked the text around them', async () => {
    await start(SAID)
    await start(`${SAID}\n\n${quote('1/1', SAID)}\n\n${quote('1/1', 'Nobody cried.')}\n\n${SAID}`)
    for (const read of [false, true]) {
      if (read) await readNow(pages.forum)
      const { body } = await pages.get(people.member, '/threads/2/port-strike')
      expect(verdictsIn(body)).toEqual(['word-for-word', 'altered'])
      expect(body.includes('class="q"')).toBe(read)
      expect(body).toContain('Altered · <a href="/posts/2/1/quotes/2" rel="nofollow">difference</a>')
    }
    const { posts } = (await pages.json(people.guest, '/threads/2/port-strike')) as { posts: object[] }
    const told = { post: { threadId: 1, number: 1 }, revision: 1 }
    expect(posts).toMatchObject([
      {
        quotes: [
          { ...told, position: 1, verdict: 'word-for-word', path: '/posts/2/1/quotes/1' },
          { ...told, position: 2, verdict: 'altered', path: '/posts/2/1/quotes/2' },
        ],
      },
    ])
  })

  test.runIf(kind === 'postgres')(
    'take one query, however many there are, and none where there are none',
    async () => {
      await start('The bridge reopens.')
      await start(`${quote('1/1', 'The bridge')}\n\n${quote('1/1', 'The tunnel')}`)
      const { forum, count } = countQueries(pages.forum)
      const queries = async (id: number) => {
        const before = count()
        await loadThread(forum, people.guest, { id, page: 1, withRecord: false })
        return count() - before
      }
      for (const id of [1, 2]) await queries(id)
      const [without, withQuotes] = [await queries(1), await queries(2)]
      expect(withQuotes - without).toBe(1)
    },
  )

  test('of what the reader may not read look like those of nothing', async () => {
    await start('Canary plans.', pages.house.boards.staff)
    await start(`${quote('1/1', 'Lies.')}\n\n${quote('99/1', 'Lies.')}`)
    expect(verdictsIn((await pages.get(people.moderator, '/threads/2/port-strike')).body)).toEqual([
      'altered',
      'gone',
    ])
    for (const who of [people.guest, people.member]) {
      expect(verdictsIn((await pages.get(who, '/threads/2/port-strike')).body)).toEqual(['gone', 'gone'])
      const { posts } = (await pages.json(who, '/threads/2/port-strike')) as { posts: { quotes: object[] }[] }
      expect(posts[0]!.quotes).toMatchObject([
        { verdict: 'gone', path: null },
        { verdict: 'gone', path: null },
      ])
    }
  })
})
