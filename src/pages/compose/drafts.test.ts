import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#forum/actor.ts'
import { draftRoutes } from '#forum/drafts/routes.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'

describe.each(STORES)('what is kept while it is typed on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, draftRoutes)
  })
  afterEach(() => pages.close())

  test('is counted for whoever types it, not for others of their network', async () => {
    const place = `board:${pages.house.boards.news}`
    const { member, moderator } = pages.people
    const savingAs = async (who: Actor) => {
      const { cookie, token } = await pages.proof(who)
      return async (remoteAddress: string) => {
        const sent = await pages.send({
          ...{ method: 'POST', url: '/drafts', remoteAddress },
          payload: { place, fields: '{"source":"Text"}', age: 0, requestKey: '' },
          headers: { cookie, 'x-csrf-token': token, accept: 'application/json' },
        })
        return sent.statusCode
      }
    }
    const save = await savingAs(member)
    const answers: number[] = []
    while (answers.length < 400 && answers.at(-1) !== 429)
      answers.push(await save(`198.51.100.${answers.length % 200}`))
    expect([answers[0], answers.at(-1)]).toEqual([200, 429])
    expect(answers.length).toBeGreaterThan(60)
    const other = await savingAs(moderator)
    for (let count = 0; count < 5; count++) expect(await other('198.51.100.0')).toBe(200)
  })
})
