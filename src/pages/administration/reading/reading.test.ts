import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { finishPart, nextPart } from '#forum/record/round.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { READING_PATH } from '../model.ts'
import { administrationRoutes } from '../routes.ts'

describe.each(STORES)('the progress of the reading on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, administrationRoutes)
    const { forum, house, people } = pages
    const post = { title: 'Strike', format: 'markdown', source: 'First.', requestKey: null } as const
    for (let count = 0; count < 3; count++)
      await act(forum, people.member, a => startThread(a, { ...post, boardId: house.boards.news }))
  })
  afterEach(() => pages.close())

  const body = async () => (await pages.get(pages.people.administrator, READING_PATH)).body
  const json = () => pages.json(pages.people.administrator, READING_PATH)

  test('is told before the first round, while it goes on, and when all is read', async () => {
    expect(await json()).toEqual({ posts: 3, looked: 0, read: 0, startedAt: null, finishedAt: null })
    expect(await body()).toContain('Read 0 of 3 posts.')
    const part = (await nextPart(pages.forum, false))!
    await finishPart(pages.forum, { ...part, looked: 2, last: part.ids[1]! }, 2)
    expect(await json()).toMatchObject({
      looked: 2,
      read: 2,
      startedAt: pages.house.clock(),
      finishedAt: null,
    })
    expect(await body()).toMatch(
      /Read 2 of 3 posts\.<br><progress value="2" max="3">.*The round is under way\./s,
    )
    await finishPart(pages.forum, (await nextPart(pages.forum, false))!, 1)
    expect(await json()).toMatchObject({ looked: 3, read: 3, finishedAt: pages.house.clock() })
    expect(await body()).toContain('All posts are read.')
  })

  test('is a part of the administration, and nobody else finds it', async () => {
    const overview = await pages.get(pages.people.administrator, '/administration')
    expect(overview.body).toContain(`<a href="${READING_PATH}">Reading</a>`)
    const { administrator: _, ...others } = pages.people
    for (const who of Object.values(others)) expect((await pages.get(who, READING_PATH)).statusCode).toBe(404)
  })
})
