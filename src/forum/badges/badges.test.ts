import { CompiledQuery, type Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY } from '#base/time.ts'
import { wordsFor } from '#base/words.ts'
import type { Tables } from '#store/tables.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { forumOf, type TestForum, testForum } from '../../../tests/support/forum.ts'
import { countQueries } from '../../../tests/support/queries.ts'
import { act, type Forum } from '../act.ts'
import { type Actor, GUEST, SYSTEM } from '../actor.ts'
import { startThread } from '../posts/actions/start.ts'
import { addBadge, addUsualBadges, changeBadge, giveBadge, removeBadge, takeBadge } from './actions.ts'
import { giveEarned, giveEarnedTo } from './earning.ts'
import type { BadgeRule } from './model.ts'
import { badgesOf, countHolders, readBadges } from './store.ts'
import { selectEarned } from './store-earned.ts'

describe.each(STORES)('badges on %s', kind => {
  let house: TestForum
  let forum: Forum
  beforeEach(async () => {
    house = await testForum(kind)
    forum = await forumOf(house)
  })
  afterEach(() => house.close())

  const as = (name: 'Bo' | 'Mo' | 'Ada', role: Actor['role']): Actor => ({
    ...GUEST,
    ...{ memberId: house.members[name], name, role },
  })
  const make = (name: string, rule: BadgeRule | null) =>
    act(forum, SYSTEM, a => addBadge(a, { name, description: '', rule, position: 1 }))
  const namesOf = async (member: 'Bo' | 'Cy') =>
    (await badgesOf(house.store.read, house.members[member])).map(badge => badge.name)
  const start = (who: Actor, boardId: number) =>
    act(forum, who, a =>
      startThread(a, { boardId, title: 'A title', format: 'markdown', source: 'Text.', requestKey: null }),
    )

  test('with a rule are given to those who earned them, in portions, once', async () => {
    await make('Long here', { kind: 'days', least: 365 })
    await make('Ages here', { kind: 'days', least: 36_500 })
    expect(await giveEarned(forum, 3)).toBe(3)
    expect(await giveEarned(forum, 3)).toBe(2)
    expect(await giveEarned(forum, 3)).toBe(0)
    expect(await namesOf('Bo')).toEqual(['Long here'])
    expect([...(await countHolders(house.store.read)).values()]).toEqual([5])
  })

  test('are counted by messages, score, first threads and accepted answers', async () => {
    await make('Writer', { kind: 'messages', least: 1 })
    await make('Valued', { kind: 'score', least: 5 })
    await make('Starter', { kind: 'first-thread', least: 1 })
    await make('Helper', { kind: 'answers', least: 1 })
    expect(await giveEarned(forum, 10)).toBe(0)
    const { threadId } = await start(as('Bo', 'member'), house.boards.news)
    await house.store.write.updateTable('threads').set({ answer: 1 }).where('id', '=', threadId).execute()
    await house.store.write
      .updateTable('members')
      .set({ reactionBase: 5 })
      .where('id', '=', house.members.Cy)
      .execute()
    expect(await giveEarnedTo(forum, house.members.Bo, ['messages'])).toBe(1)
    expect(await giveEarned(forum, 10)).toBe(3)
    expect((await namesOf('Bo')).sort()).toEqual(['Helper', 'Starter', 'Writer'])
    expect(await namesOf('Cy')).toEqual(['Valued'])
  })

  test('are looked for by what one member wrote alone, and no more once they have them', async () => {
    await make('Starter', { kind: 'first-thread', least: 1 })
    await make('Helper', { kind: 'answers', least: 2 })
    const { Bo, Cy } = house.members
    for (const answer of [1, 1, null]) {
      const { threadId } = await start(as('Bo', 'member'), house.boards.news)
      await house.store.write.updateTable('threads').set({ answer }).where('id', '=', threadId).execute()
    }
    const counted = countQueries(forum)
    expect(await giveEarnedTo(counted.forum, Cy, ['first-thread', 'answers'])).toBe(0)
    expect(await giveEarnedTo(counted.forum, Bo, ['first-thread', 'answers'])).toBe(2)
    const before = counted.count()
    expect(await giveEarnedTo(counted.forum, Bo, ['first-thread', 'answers'])).toBe(0)
    expect(counted.count() - before).toBe(2)
  })

  test.runIf(kind === 'sqlite')('are looked for by indexes alone where it is one member', async () => {
    const read = house.store.read as Kysely<Tables>
    for (const rule of [
      { kind: 'first-thread', least: 1 } as const,
      { kind: 'answers', least: 2 } as const,
    ]) {
      const query = selectEarned(read, { id: 1, rule }, { now: 1, limit: 1, memberId: 1 }).compile()
      const plan = await read.executeQuery<{ detail: string }>(
        CompiledQuery.raw(`explain query plan ${query.sql}`, [...query.parameters]),
      )
      const steps = plan.rows.map(row => row.detail).join('\n')
      expect(steps).toMatch(/SEARCH (posts|threads) .*author_id=\?/)
      expect(steps).not.toMatch(/^SCAN/m)
    }
  })

  test('are given once, however many give them at a time', async () => {
    await make('Long here', { kind: 'days', least: 1 })
    const turns = Array.from({ length: 20 }, () => giveEarned(forum, 500))
    const given = (await Promise.all(turns)).reduce((sum, each) => sum + each, 0)
    expect(given).toBe(5)
    const events = await house.store.read.selectFrom('outbox').select('event').execute()
    expect(events.filter(({ event }) => event.includes('badge.given'))).toHaveLength(5)
  })

  test('are given by hand with a reason, and once taken away come back by hand alone', async () => {
    const { Bo } = house.members
    const badge = await make('Kind', { kind: 'days', least: 1 })
    const moderator = as('Mo', 'moderator')
    const give = (who: Actor, reason = 'For the tea') =>
      act(forum, who, a => giveBadge(a, Bo, { badgeId: badge, reason }))
    await expect(give(as('Bo', 'member'))).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(give(GUEST)).rejects.toMatchObject({ code: 'not-signed-in' })
    await expect(give({ ...moderator, suspended: true })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(give(moderator, ' ')).rejects.toMatchObject({ code: 'invalid', field: 'reason' })
    await give(moderator)
    await give(as('Ada', 'administrator'), 'Another reason')
    const [held] = await badgesOf(house.store.read, Bo)
    expect(held).toMatchObject({ reason: 'For the tea', givenBy: { name: 'Mo' } })
    await act(forum, moderator, a => takeBadge(a, Bo, badge))
    await expect(act(forum, moderator, a => takeBadge(a, Bo, badge))).rejects.toMatchObject({
      code: 'not-found',
    })
    house.pass(DAY)
    await giveEarned(forum, 10)
    expect(await namesOf('Bo')).toEqual([])
    expect(await namesOf('Cy')).toEqual(['Kind'])
    await give(moderator, 'After all')
    expect(await badgesOf(house.store.read, Bo)).toMatchObject([{ reason: 'After all' }])
  })

  test('are made by administrators, the usual ones in their language', async () => {
    await act(forum, SYSTEM, a => addUsualBadges(a, wordsFor('de')))
    await act(forum, SYSTEM, a => addUsualBadges(a, wordsFor('de')))
    const badges = await readBadges(house.store.read)
    expect(badges).toHaveLength(6)
    expect(badges[0]).toMatchObject({ name: 'Erstes Thema', rule: { kind: 'first-thread', least: 1 } })
    const [first, second] = badges
    const { id: _, ...other } = second!
    await expect(act(forum, SYSTEM, a => changeBadge(a, first!.id, other))).rejects.toMatchObject({
      code: 'conflict',
    })
    await act(forum, SYSTEM, a => removeBadge(a, first!.id))
    await expect(act(forum, SYSTEM, a => removeBadge(a, first!.id))).rejects.toMatchObject({
      code: 'not-found',
    })
    for (const who of [as('Mo', 'moderator'), as('Bo', 'member')])
      await expect(act(forum, who, a => removeBadge(a, second!.id))).rejects.toMatchObject({
        code: 'not-allowed',
      })
  })
})
