import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY } from '#base/time.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { addPages } from '../../main.ts'
import { act } from '../act.ts'
import { startThread } from '../posts/actions/start.ts'
import { follow, ignore, unfollow, unignore } from './actions.ts'
import { exportOf, followedPosts, ignoredBy, tiedTo, tiesTo } from './store.ts'

describe.each(STORES)('ties on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const db = () => writing.forum.store.read
  const id = (who: Exclude<Person, 'guest'>) => writing.house.members[who]
  const ties = () => tiesTo(db(), { memberId: id('Cy'), otherId: id('Bo') })

  test('are set and taken back, once, and one ends the other', async () => {
    for (let time = 0; time < 2; time++) await writing.as('Cy', a => follow(a, id('Bo')))
    expect(await ties()).toEqual({ follow: true, ignore: false })
    await writing.as('Cy', a => ignore(a, id('Bo')))
    expect(await ties()).toEqual({ follow: false, ignore: true })
    expect([...(await ignoredBy(writing.forum, id('Cy')))]).toEqual([id('Bo')])
    for (let time = 0; time < 2; time++) await writing.as('Cy', a => unignore(a, id('Bo')))
    await writing.as('Cy', a => unfollow(a, id('Bo')))
    expect(await ties()).toEqual({ follow: false, ignore: false })
    expect(writing.events.map(event => event.type)).toEqual(['tie.set', 'tie.set', 'tie.removed'])
    expect([...(await ignoredBy(writing.forum, null))]).toEqual([])
  })

  test('are for members, to others, and nobody ignores who keeps order', async () => {
    const tie = (who: Person, verb: typeof follow, other: number) => writing.as(who, a => verb(a, other))
    await expect(tie('guest', follow, id('Bo'))).rejects.toMatchObject({ code: 'not-signed-in' })
    await expect(tie('Bo', follow, id('Bo'))).rejects.toMatchObject({ message: 'tie.self' })
    await expect(tie('Bo', follow, 999)).rejects.toMatchObject({ code: 'not-found' })
    await expect(tie('Bo', ignore, id('Mo'))).rejects.toMatchObject({ message: 'tie.staff' })
    await tie('Bo', follow, id('Mo'))
    expect(await tiedTo(db(), 'follow', id('Bo'))).toEqual([id('Mo')])
  })

  test('lead to what was written lately, in boards that may be read', async () => {
    await writing.start('Bo', { title: 'Long ago' })
    writing.house.pass(40 * DAY)
    await writing.start('Bo', { title: 'Lately' })
    await writing.start('Mo', { title: 'Among ourselves', boardId: writing.house.boards.staff })
    await writing.start('Ada', { title: 'Of nobody followed' })
    for (const other of ['Bo', 'Mo'] as const) await writing.as('Cy', a => follow(a, id(other)))
    const asked = { limit: 10, since: writing.forum.clock() - 30 * DAY }
    const found = await followedPosts(db(), await writing.seen('Cy'), id('Cy'), asked)
    expect(found.map(post => [post.threadTitle, post.authorName])).toEqual([['Lately', 'Bo']])
  })

  test('200 at once are one', async () => {
    const all = Array.from({ length: 200 }, () => writing.as('Cy', a => follow(a, id('Bo'))))
    expect((await Promise.allSettled(all)).filter(each => each.status === 'rejected')).toEqual([])
    expect(await db().selectFrom('follows').selectAll().execute()).toHaveLength(1)
    expect(writing.events.filter(event => event.type === 'tie.set')).toHaveLength(1)
    expect(await exportOf(db(), id('Cy'))).toMatchObject({ follows: [{ name: 'Bo' }], ignores: [] })
  })
})

describe.each(STORES)('ties on the pages on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, addPages)
  })
  afterEach(() => pages.close())

  test('fold away what an ignored member writes, for the one who ignores', async () => {
    const { forum, people, house } = pages
    const { Bo } = house.members
    const post = {
      title: 'Port strike',
      source: 'Words of Bo.',
      format: 'markdown',
      requestKey: null,
    } as const
    await act(forum, people.member, a => startThread(a, { ...post, boardId: house.boards.news }))
    const path = `/members/${Bo}/ties`
    const mo = people.moderator
    expect((await pages.get(mo, `/members/${Bo}/bo`)).body).toContain('name="tie" value="ignore"')
    expect((await pages.post(mo, path, { tie: 'ignore' })).headers.location).toBe(`/members/${Bo}`)
    const folded =
      /<details class="ignored"><summary>A post by <bdi>Bo<\/bdi>, whom you ignore<\/summary><article/
    expect((await pages.get(mo, '/threads/1/port-strike')).body).toMatch(folded)
    expect((await pages.get(people.guest, '/threads/1/port-strike')).body).not.toContain('class="ignored"')
    expect((await pages.get(mo, '/account/ties')).body).toContain('value="unignore"')
    expect((await pages.postJson(mo, path, { tie: 'unignore' })).json()).toEqual({
      ...{ id: Bo, follow: false, ignore: false },
    })
    expect((await pages.post(mo, path, { tie: 'love' })).statusCode).toBe(422)
    expect((await pages.get(people.guest, '/account/ties')).statusCode).toBe(401)
  })
})
