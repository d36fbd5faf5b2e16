import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { act } from '#forum/act.ts'
import { nameKeyOf } from '#forum/members/names.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { completionRoutes } from './routes.ts'

describe.each(STORES)('names completed on %s', kind => {
  let pages: TestPages

  beforeEach(async () => {
    pages = await testPages(kind, completionRoutes)
  })
  afterEach(() => pages.close())

  const join = async (name: string, change: { state?: 'waiting' | 'gone'; avatar?: string } = {}) => {
    const address = `${nameKeyOf(name).replaceAll(' ', '.')}@example.org`
    const member = { name, nameKey: nameKeyOf(name), address, addressKey: address, role: 'member' } as const
    const rest = { password: null, title: null, joinedAt: 0, country: null, location: null, avatar: null }
    const { id } = await pages.forum.store.write
      .insertInto('members')
      .values({ ...member, ...rest, suspended: 0, ...change })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { ...pages.people.member, memberId: id, name }
  }
  const found = async (query: string, who = pages.people.member) => {
    const answer = await pages.get(who, `/members/completions?${query}`, { accept: 'application/json' })
    return answer.json() as { members: { name: string; picture: string | null }[] }
  }
  const names = async (query: string) => (await found(query)).members.map(({ name }) => name)

  test('begin as typed, capitals and look-alikes aside, with names and pictures and nothing else', async () => {
    for (const name of ['Maren Oduya', 'marek', 'Born', 'Amara']) await join(name)
    await join('Marta', { avatar: 'a'.repeat(64) })
    await join('Margone', { state: 'gone' })
    await join('Marwait', { state: 'waiting' })
    expect(await names('begins=MA')).toEqual(['marek', 'Maren Oduya', 'Marta'])
    expect(await names('begins=maren%20o')).toEqual(['Maren Oduya'])
    expect(await names('begins=bor')).toEqual(['Born'])
    expect(await names('begins=%25%25')).toEqual([])
    expect(await found('begins=mart')).toEqual({
      members: [{ name: 'Marta', picture: `/avatars/${'a'.repeat(64)}` }],
    })
    expect(await names('begins=m')).toEqual([])
    expect((await found('begins=ma', pages.people.guest)) as object).toMatchObject({
      error: { code: 'not-signed-in' },
    })
  })

  test('put people of the thread first, and tell nobody who writes where one may not read', async () => {
    for (let index = 0; index < 9; index++) await join(`Marit ${index}`)
    const late = await join('Marzanna')
    const { news, staff } = pages.house.boards
    const text = { title: 'Strike', source: 'x', format: 'markdown', requestKey: null } as const
    const start = (boardId: number) =>
      act(pages.forum, pages.people.moderator, a => startThread(a, { ...text, boardId }))
    const { threadId } = await start(news)
    await act(pages.forum, late, a => reply(a, { ...text, threadId }))
    const plain = await names('begins=mar')
    expect(plain).not.toContain('Marzanna')
    const near = await names(`begins=mar&thread=${threadId}`)
    expect([near.length, near[0]]).toEqual([8, 'Marzanna'])

    const hidden = await start(staff)
    const { memberId } = late
    await pages.forum.store.write
      .updateTable('posts')
      .set({ authorId: memberId })
      .where('id', '=', postId(hidden.threadId, 1))
      .execute()
    expect(await names(`begins=mar&thread=${hidden.threadId}`)).toEqual(plain)
    expect(await names('begins=mar&thread=4040404')).toEqual(plain)
  })
})
