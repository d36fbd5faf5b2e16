import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { addBadge } from '#forum/badges/actions.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { memberRoutes } from '../routes.ts'

describe.each(STORES)('badges on the page of a member on %s', kind => {
  let pages: TestPages
  let path: string
  let badge: string
  beforeEach(async () => {
    pages = await testPages(kind, memberRoutes)
    path = `/members/${pages.house.members.Bo}`
    const made = { name: 'Tea <maker>', description: 'Made tea.', rule: null, position: 1 }
    badge = String(await act(pages.forum, SYSTEM, a => addBadge(a, made)))
  })
  afterEach(() => pages.close())

  test('are given and taken there by moderators, and say when and why', async () => {
    const { moderator, member, guest } = pages.people
    const give = (who: typeof guest, reason: string) => pages.post(who, `${path}/badges`, { badge, reason })
    expect((await give(member, 'Mine')).statusCode).toBe(403)
    expect((await give(guest, 'Mine')).statusCode).toBe(401)
    const again = await give(moderator, '')
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('<details open>')
    expect((await give(moderator, 'For <the> tea')).headers['location']).toBe(path)
    const { body } = await pages.get(guest, `${path}/bo`)
    expect(body).toContain('Tea &lt;maker&gt;')
    expect(body).toContain('24 November 2026')
    expect(body).toContain('For &lt;the&gt; tea')
    expect(body).not.toContain('method="post"')
    expect((await pages.json(guest, `${path}/bo`))['badges']).toMatchObject([
      { name: 'Tea <maker>', reason: 'For <the> tea', givenBy: 'Mo' },
    ])
    expect((await pages.post(member, `${path}/badges/${badge}/take`)).statusCode).toBe(403)
    expect((await pages.post(moderator, `${path}/badges/${badge}/take`)).statusCode).toBe(303)
    expect((await pages.post(moderator, `${path}/badges/${badge}/take`)).statusCode).toBe(404)
    pages.house.pass(10_000)
    expect((await pages.json(guest, `${path}/bo`))['badges']).toEqual([])
  })
})
