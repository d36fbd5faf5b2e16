import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { DAY } from '#base/time.ts'
import { STORES } from '../../tests/support/databases.ts'
import { forumOf, type TestForum, testForum } from '../../tests/support/forum.ts'
import { act, type Forum } from './act.ts'
import { type Actor, GUEST, SYSTEM } from './actor.ts'
import { addMember } from './members/actions/admit.ts'
import { changePrivacy } from './members/actions/profile.ts'
import { MENTIONS_JOB, rename } from './members/actions/rename.ts'
import { nameKeyOf } from './members/names.ts'
import { membersByNames, namedMembers } from './members/store.ts'
import { findAccountBy } from './members/store-accounts.ts'
import { oldNamesOf } from './members/store-names.ts'
import { editPost } from './posts/actions/edit.ts'
import { startThread } from './posts/actions/start.ts'
import { printMentions } from './posts/mentions.ts'
import { printAnew } from './posts/rendering.ts'

describe.each(STORES)('another name on %s', kind => {
  let house: TestForum
  let forum: Forum
  beforeEach(async () => {
    house = await testForum(kind)
    forum = await forumOf(house)
  })
  afterEach(() => house.close())

  const as = (name: 'Bo' | 'Cy'): Actor => ({ ...GUEST, memberId: house.members[name], name, role: 'member' })
  const call = (who: Actor, id: number, name: string) => act(forum, who, a => rename(a, id, name))
  const nameOf = async (id: number) =>
    (
      await house.store.read.selectFrom('members').select(['name', 'nameKey']).where('id', '=', id).execute()
    )[0]

  test('keeps the old one for its owner, leads from it, and lets nobody else have it', async () => {
    const { Bo, Cy } = house.members
    expect(await call(as('Bo'), Bo, ' Edda  Rune ')).toBe('Edda Rune')
    expect(await nameOf(Bo)).toEqual({ name: 'Edda Rune', nameKey: nameKeyOf('Edda Rune') })
    const found = await membersByNames(house.store.read, ['BO', 'Edda Rune', 'Cy'])
    expect([...found.values()]).toEqual(
      expect.arrayContaining([
        { id: Bo, name: 'Edda Rune' },
        { id: Cy, name: 'Cy' },
      ]),
    )
    expect(found.get(nameKeyOf('Bo'))).toEqual({ id: Bo, name: 'Edda Rune' })
    await expect(call(as('Cy'), Cy, 'B\u041e')).rejects.toMatchObject({ code: 'invalid' })
    await expect(call(as('Cy'), Cy, 'bo')).rejects.toMatchObject({ code: 'conflict', field: 'name' })
    await expect(act(forum, SYSTEM, a => addMember(a, { name: 'BO' }))).rejects.toMatchObject({
      code: 'conflict',
    })
    const keys = { name: nameKeyOf('Bo'), address: 'Bo' }
    expect(await findAccountBy(house.store.read, keys)).toBeUndefined()
  })

  test('can be chosen once in a while by oneself, at any time by administrators, and taken back', async () => {
    const { Bo } = house.members
    await call(as('Bo'), Bo, 'Edda')
    await expect(call(as('Bo'), Bo, 'Frigg')).rejects.toMatchObject({
      code: 'too-many',
      values: { count: 30 },
    })
    expect(await call(as('Bo'), Bo, 'EDDA')).toBe('EDDA')
    await call(SYSTEM, Bo, 'Frigg')
    house.pass(30 * DAY)
    await call(as('Bo'), Bo, 'Bo')
    expect((await oldNamesOf(house.store.read, Bo)).map(old => old.name)).toEqual(['Frigg', 'EDDA'])
    for (const name of ['Admin', 'Rostra', 'Cy', 'x', 'a\u200bb'])
      await expect(call(as('Bo'), Bo, name), name).rejects.toMatchObject({ field: 'name' })
    await expect(call(as('Cy'), Bo, 'Taken')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(call(GUEST, Bo, 'Taken')).rejects.toMatchObject({ code: 'not-signed-in' })
    await expect(call(SYSTEM, 999, 'Taken')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('in other capitals again and again has the posts looked through once', async () => {
    const { Bo } = house.members
    for (const name of ['BO', 'bO', 'bo']) await call(as('Bo'), Bo, name)
    const jobs = () => house.store.read.selectFrom('jobs').select('payload').execute()
    expect(await jobs()).toEqual([{ payload: JSON.stringify({ memberId: Bo, after: 0 }) }])
    // One that has begun may have read the name before.
    await house.store.write
      .updateTable('jobs')
      .set({ claimedUntil: house.clock() + DAY })
      .execute()
    await call(as('Bo'), Bo, 'Bo')
    expect(await jobs()).toHaveLength(2)
  })

  test('two who want each other’s name, and many who want the same, leave every name with one', async () => {
    const { Bo, Cy } = house.members
    const swap = await Promise.allSettled([call(as('Bo'), Bo, 'Cy'), call(as('Cy'), Cy, 'Bo')])
    expect(swap.map(each => each.status)).toEqual(['rejected', 'rejected'])
    const wanted = await Promise.allSettled([
      call(as('Bo'), Bo, 'Edda'),
      call(as('Cy'), Cy, 'EDDA'),
      act(forum, SYSTEM, a => addMember(a, { name: 'edda' })),
    ])
    expect(wanted.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    for (const each of wanted)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'conflict' })
  })

  test('given up at the moment in which somebody joins under it stays with its owner', async () => {
    const { Bo } = house.members
    const [, joined] = await Promise.allSettled([
      call(as('Bo'), Bo, 'Edda'),
      act(forum, SYSTEM, a => addMember(a, { name: 'Bo' })),
    ])
    expect(joined?.status).toBe('rejected')
    const rows = await house.store.read
      .selectFrom('members')
      .select('id')
      .where('nameKey', '=', nameKeyOf('Bo'))
      .execute()
    expect(rows).toEqual([])
  })

  test('does not lead from one that is kept from others, but in what was written under it', async () => {
    const { Bo } = house.members
    const write = (source: string, format: 'markdown' | 'bbcode' = 'markdown') =>
      act(forum, as('Cy'), a =>
        startThread(a, { boardId: house.boards.news, title: 'Buoys', format, requestKey: null, source }),
      )
    const { threadId } = await write('Ask @Bo about it.')
    await act(forum, as('Bo'), a => changePrivacy(a, Bo, { oldNames: 'members' }))
    house.pass(DAY)
    await call(as('Bo'), Bo, 'Edda')
    house.pass(DAY)
    const { threadId: later } = await write('Ask @Bo about it.')
    const edit = { threadId, number: 1, source: 'Ask @Bo again.', reason: '', basedOn: 1 }
    const htmlOf = async (id: number) =>
      (await house.store.read.selectFrom('posts').select('html').where('id', '=', postId(id, 1)).execute())[0]
        ?.html
    await printMentions(forum, { memberId: Bo, after: 0 })
    expect(await htmlOf(threadId)).toContain(`/members/${Bo}/edda`)
    expect(await htmlOf(later)).not.toContain('/members/')
    // What is written anew is written now, and stays so when it is printed once more.
    await act(forum, as('Cy'), a => editPost(a, edit))
    expect(await htmlOf(threadId)).not.toContain('/members/')
    await printAnew(forum, [postId(threadId, 1), postId(later, 1)])
    expect([await htmlOf(threadId), await htmlOf(later)].join()).not.toContain('/members/')
    expect((await membersByNames(house.store.read, ['Bo'])).size).toBe(0)
    expect((await namedMembers(house.store.read, ['Bo'])).get(nameKeyOf('Bo'))).toMatchObject({ id: Bo })
    await act(forum, as('Bo'), a => changePrivacy(a, Bo, { oldNames: 'everybody' }))
    expect((await membersByNames(house.store.read, ['Bo'])).get(nameKeyOf('Bo'))).toEqual({
      ...{ id: Bo, name: 'Edda' },
    })
  })

  test('stands in the posts that mention the old one once they are printed anew', async () => {
    const { Bo } = house.members
    const write = (source: string) =>
      act(forum, as('Cy'), a =>
        startThread(a, {
          ...{ boardId: house.boards.news, title: 'Buoys adrift', format: 'markdown', requestKey: null },
          source,
        }),
      )
    const { threadId } = await write('Ask @Bo about it.')
    await write('Nobody here.')
    await call(as('Bo'), Bo, 'Edda')
    const jobs = await house.store.read.selectFrom('jobs').select(['name', 'payload']).execute()
    const [job] = jobs.filter(each => each.name === MENTIONS_JOB)
    expect(JSON.parse(job?.payload ?? '')).toEqual({ memberId: Bo, after: 0 })
    let payload: object | undefined = JSON.parse(job?.payload ?? '')
    for (let turn = 0; payload && turn < 5; turn++) {
      await house.store.write.deleteFrom('jobs').execute()
      await printMentions(forum, payload, 1)
      const [next] = await house.store.read.selectFrom('jobs').select('payload').execute()
      payload = next && JSON.parse(next.payload)
    }
    const [post] = await house.store.read
      .selectFrom('posts')
      .select('html')
      .where('html', 'like', '%about it%')
      .execute()
    expect(post?.html).toContain(`/members/${Bo}/edda`)
    expect(post?.html).not.toMatch(/\bBo\b/)
    const told = await house.store.read.selectFrom('outbox').select('event').execute()
    expect(told.filter(({ event }) => event.includes('post.printed'))).toHaveLength(1)
    expect(threadId).toBeGreaterThan(0)
  })
})
