import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { openVersions } from '#forum/versions/versions.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { readNow } from '../../../tests/support/forum.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { recordRoutes } from './routes.ts'

const HOLIDAYS = 'The new schedule is a calendar with all the holidays torn out'
const ALTERED = 'The new schedule is a calendar with most of the holidays torn out'
const SECRET = 'Nobody outside this room may ever learn what the pilots were promised'

describe.each(STORES)('the pages of the record on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, recordRoutes)
    const { house, people } = pages
    const thread = await start(people.member, 'Port strike', `Ilse Brandt said, “${HOLIDAYS}.”`)
    house.pass(60_000)
    await answer(people.moderator, thread, `Ilse Brandt told reporters, “${ALTERED}.”`)
    house.pass(60_000)
    await start(people.moderator, 'Pilots', `Joan Petty said, “${SECRET}.”`, house.boards.staff)
    await readNow(pages.forum)
  })
  afterEach(() => pages.close())

  const start = async (who: Actor, title: string, source: string, boardId = pages.house.boards.news) => {
    const input = { title, source, boardId, format: 'markdown', requestKey: null } as const
    return (await act(pages.forum, who, a => startThread(a, input))).threadId
  }
  const answer = (who: Actor, threadId: number, source: string) =>
    act(pages.forum, who, a => reply(a, { threadId, source, format: 'markdown', requestKey: null }))
  const json = async (who: Actor, url: string) => (await pages.json(who, url)) as never as Shown
  interface Shown {
    stands: {
      words: string
      relation: string
      quotation: { path: string }
      speaker: { path: string } | null
    }[]
    quotations: { path: string; postCount: number }[]
    speakers: { name: string; path: string }[]
    postCount: number
    alteredCount: number
  }
  const feedOf = async (who: Actor, url: string) => {
    const { headers, body, statusCode } = await pages.get(who, url)
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    return body
  }

  test('show the latest, to each what they may read', async () => {
    const { guest, moderator } = pages.people
    const said = async (who: Actor) => (await json(who, '/record')).stands.map(each => each.words)
    expect(await said(guest)).toEqual([
      expect.stringContaining('most of'),
      expect.stringContaining('all the'),
    ])
    expect((await said(moderator))[0]).toContain('pilots')
    expect((await pages.get(guest, '/record')).body).not.toContain('pilots')
    expect(await feedOf(guest, '/record/feed')).not.toContain('pilots')
    expect(await feedOf(moderator, '/record/feed')).toContain('pilots')
  })

  test('lead from what is carried to where it stood first, with the words that were altered', async () => {
    const { guest } = pages.people
    const [carried] = (await json(guest, '/record/carried')).quotations
    expect(carried).toMatchObject({ postCount: 2 })
    const sheet = await json(guest, carried!.path)
    expect(sheet).toMatchObject({ postCount: 2, alteredCount: 1 })
    expect(sheet.stands.map(each => each.relation)).toEqual(['first', 'altered'])
    const { body } = await pages.get(guest, carried!.path)
    expect(body).toMatch(/<del>.*all<\/del> /)
    expect(body).toMatch(/<ins>.*most of<\/ins> /)
    expect(await feedOf(guest, `${carried!.path}/feed`)).toContain('most of')
  })

  test('know who spoke', async () => {
    const { guest, moderator } = pages.people
    const names = async (who: Actor, query = '') =>
      (await json(who, `/record/speakers${query}`)).speakers.map(each => each.name)
    expect(await names(guest)).toEqual(['Ilse Brandt'])
    expect(await names(moderator)).toEqual(['Ilse Brandt', 'Joan Petty'])
    expect(await names(moderator, '?find=joan')).toEqual(['Joan Petty'])
    const [brandt, petty] = (await json(moderator, '/record/speakers')).speakers
    expect((await json(guest, brandt!.path)).stands).toHaveLength(2)
    expect((await pages.get(guest, petty!.path)).statusCode).toBe(404)
    expect((await pages.get(guest, '/record/speakers/99999')).statusCode).toBe(404)
    expect(await feedOf(guest, `${brandt!.path}/feed`)).toContain('Ilse Brandt')
  })

  test('let administrators alone join names and part them', async () => {
    const { administrator, moderator, member } = pages.people
    const [brandt, petty] = (await json(moderator, '/record/speakers')).speakers
    const join = (who: Actor, name: string) => pages.post(who, `${petty!.path}/join`, { name })
    expect((await join(moderator, 'Ilse Brandt')).statusCode).toBe(403)
    // Who may not read where she is quoted is told the same as of a page that is not there.
    expect((await join(member, 'Ilse Brandt')).statusCode).toBe(404)
    const wrong = await join(administrator, 'Ilse Branntwein')
    expect([wrong.statusCode, wrong.body.includes('Ilse Branntwein')]).toEqual([422, true])
    expect((await join(administrator, 'ilse brandt')).headers['location']).toBe(brandt!.path)
    expect((await json(administrator, brandt!.path)).stands).toHaveLength(3)
    expect((await pages.get(administrator, petty!.path)).headers['location']).toBe(brandt!.path)
    // Nor does the way from the name that was joined.
    expect((await pages.get(member, petty!.path)).statusCode).toBe(404)
    // What was joined says nothing to those who may not read where it stands.
    expect((await pages.get(member, brandt!.path)).body).not.toContain('Joan Petty')
    const parted = await pages.post(administrator, `${petty!.path}/part`)
    expect(parted.headers['location']).toBe(petty!.path)
    expect((await json(administrator, brandt!.path)).stands).toHaveLength(2)
  })

  test('are kept for guests until something is read', async () => {
    const { guest } = pages.people
    for (const path of ['/record', '/record/feed']) {
      const { headers } = await pages.get(guest, path)
      expect([path, headers['cache-control']]).toEqual([path, 'public, no-cache'])
    }
    const versionOf = openVersions(pages.forum.store)
    const before = await versionOf('record')
    await start(
      pages.people.member,
      'Ferry',
      'Joan Petty said, “Nobody will sail to the islands before March.”',
    )
    await readNow(pages.forum)
    expect(await versionOf('record')).not.toBe(before)
  })

  test('answer an address that leads nowhere with 404', async () => {
    for (const path of [
      '/record?after=1',
      '/record?after=1.2.%22',
      '/record/asked?after=x',
      '/record/quotations/99999',
      '/record/sources/nowhere.example',
      '/record/sources/a%00b',
      '/record/sources/a%00b/feed',
    ])
      expect([path, (await pages.get(pages.people.guest, path)).statusCode]).toEqual([path, 404])
    for (const path of ['/record/speakers?after=%00', '/record/sources?after=%00'])
      expect([path, (await pages.get(pages.people.guest, path)).statusCode]).toEqual([path, 200])
  })
})
