import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { addFile, removeUnusedFile } from '#forum/files/store.ts'
import { addMember } from '#forum/members/actions/admit.ts'
import { setLevels } from '#forum/permissions/actions.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { memberRoutes } from './routes.ts'

const TEXT = { format: 'markdown', requestKey: null } as const

describe.each(STORES)('pages of members on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, memberRoutes)
  })
  afterEach(() => pages.close())

  const write = async (title: string, posts: number) => {
    const { member } = pages.people
    const boardId = pages.house.boards.news
    const { threadId } = await act(pages.forum, member, a =>
      startThread(a, { ...TEXT, boardId, title, source: `**First** of ${title}.` }),
    )
    for (let index = 1; index < posts; index++) {
      pages.house.pass(1000)
      await act(pages.forum, member, a => reply(a, { ...TEXT, threadId, source: `Reply ${index}.` }))
    }
    return threadId
  }

  test('a page has the card and the latest posts, in parts, newest first', async () => {
    const threadId = await write('Buoys adrift', 25)
    const { Bo } = pages.house.members
    const { body } = await pages.get(pages.people.guest, `/members/${Bo}/bo`)
    expect(body).toContain('<h1><bdi>Bo</bdi></h1>')
    expect(body).toContain(
      `<a href="/threads/${threadId}/buoys-adrift?page=2#p25"><bdi>Buoys adrift</bdi></a>`,
    )
    const first = await pages.json(pages.people.guest, `/members/${Bo}/bo`)
    const second = await pages.json(pages.people.guest, first['older'] as string)
    const numbers = [first, second]
      .flatMap(each => each['posts'] as { number: number }[])
      .map(post => post.number)
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index))
    expect(second['older']).toBeNull()
    expect(first).toMatchObject({ name: 'Bo', messages: 25, path: `/members/${Bo}/bo` })
    expect(first).not.toHaveProperty('address')
    expect((await pages.get(pages.people.guest, `/members/${Bo}/other`)).headers['location']).toBe(
      `/members/${Bo}/bo`,
    )
    for (const path of [`/members/${Bo}/bo?before=x`, '/members/999/x', '/members/x/y'])
      expect((await pages.get(pages.people.guest, path)).statusCode, path).toBe(404)
  })

  test('posts of a board that is closed to the reader are not there', async () => {
    await write('Zebrafinch', 1)
    const { Bo } = pages.house.members
    await act(pages.forum, SYSTEM, a => setLevels(a, pages.house.boards.news, new Map()))
    for (const who of [pages.people.guest, pages.people.member]) {
      const { body } = await pages.get(who, `/members/${Bo}/bo`)
      expect(body).not.toContain('Zebrafinch')
      expect(body).toContain('Nothing that you may read.')
    }
    expect((await pages.get(pages.people.administrator, `/members/${Bo}/bo`)).body).toContain('Zebrafinch')
  })

  test('the list goes on page by page and finds names by their beginning, never by address', async () => {
    for (let index = 0; index < 60; index++)
      await act(pages.forum, SYSTEM, a =>
        addMember(a, { name: `Deckhand ${100 + index}`, address: `secret${index}@example.org` }),
      )
    const seen: string[] = []
    let path: string | null = '/members?find=DECKHAND'
    while (path) {
      const list: Record<string, unknown> = await pages.json(pages.people.guest, path)
      seen.push(...(list['members'] as { name: string }[]).map(member => member.name))
      path = list['next'] as string | null
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => `Deckhand ${159 - index}`))
    const found = await pages.json(pages.people.guest, '/members?find=secret1')
    expect(found['members']).toEqual([])
    const { body } = await pages.get(pages.people.guest, '/members?find=%22%3E%3Cb%3E')
    expect(body).toContain('value="&quot;&gt;&lt;b&gt;"')
    expect((await pages.get(pages.people.guest, '/members')).body).not.toContain('example.org')
  })

  test('a picture is served by its hash, for good, and only while somebody has it', async () => {
    const file = { hash: 'ab'.repeat(32), type: 'image/webp', bytes: Buffer.from('RIFF') }
    await act(pages.forum, SYSTEM, ({ db }) => addFile(db, file))
    const { headers, rawPayload } = await pages.get(pages.people.guest, `/avatars/${file.hash}`)
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(rawPayload.toString()).toBe('RIFF')
    for (const path of [`/avatars/${'cd'.repeat(32)}`, '/avatars/x', '/avatars/..%2f..%2fetc'])
      expect((await pages.get(pages.people.guest, path)).statusCode, path).toBe(404)
    await act(pages.forum, SYSTEM, ({ db }) => removeUnusedFile(db, file.hash))
    expect((await pages.get(pages.people.guest, `/avatars/${file.hash}`)).statusCode).toBe(404)
  })
})
