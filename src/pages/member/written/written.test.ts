import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { deletePost } from '#forum/posts/actions/delete.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { findPostsOf, LOOKED_THROUGH } from '#forum/posts/store-latest.ts'
import { deleteThread } from '#forum/threads/actions.ts'
import { CANARY, canariesIn } from '../../../../tests/support/canary.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { memberRoutes } from '../routes.ts'

const TEXT = { format: 'markdown', requestKey: null } as const

describe.each(STORES)('what a member wrote on %s', kind => {
  let pages: TestPages
  let posts: string
  let threads: string
  beforeEach(async () => {
    pages = await testPages(kind, memberRoutes)
    const path = `/members/${pages.house.members.Mo}/written`
    posts = `${path}/posts`
    threads = `${path}/threads`
  })
  afterEach(() => pages.close())

  const start = async (title: string, source: string, boardId = pages.house.boards.news) => {
    pages.house.pass(1000)
    return act(pages.forum, pages.people.moderator, a => startThread(a, { ...TEXT, boardId, title, source }))
  }
  const write = (who: Actor, threadId: number, source: string) => {
    pages.house.pass(1000)
    return act(pages.forum, who, a => reply(a, { ...TEXT, threadId, source }))
  }
  const found = async (words: string, who: Actor = pages.people.guest) => {
    const list = await pages.json(who, `${posts}?${new URLSearchParams({ words })}`)
    return (list['posts'] as { excerpt: string }[]).map(post => post.excerpt)
  }

  test('is found by all of its words, capitals or not, and by nobody else’s', async () => {
    const { moderator, member } = pages.people
    const { threadId } = await start('Port strike', 'The Ferries stay in port.')
    await write(moderator, threadId, 'No ferries today.')
    await write(member, threadId, 'Ferries again.')
    expect(await found('FERRIES')).toEqual(['No ferries today.', 'The Ferries stay in port.'])
    expect(await found('port  ferries')).toEqual(['The Ferries stay in port.'])
    expect(await found('whales')).toEqual([])
    expect(await found('')).toHaveLength(2)
    expect((await pages.get(pages.people.guest, `${posts}?words=whales`)).body).toContain(
      'None of these posts holds all of the words.',
    )
  })

  test('is found as it was typed: nothing in it stands for anything else', async () => {
    await start('Rates', 'A rise of 100% or a_b, it says: a\\\\b.')
    for (const [words, count] of [
      ['100%', 1],
      ['%100', 0],
      ['a_b', 1],
      ['a_s', 0],
      ['1_0', 0],
      ['\\', 1],
      ["'", 0],
    ] as const)
      expect(await found(words), words).toHaveLength(count)
  })

  test('is not found where its reader may not read, nor once it is deleted', async () => {
    const { moderator, member, guest } = pages.people
    const staff = await start('Zebrafinch', 'Whales ashore.', pages.house.boards.staff)
    const { threadId } = await start('Port strike', 'Nothing.')
    const second = await write(moderator, threadId, 'Whales afloat.')
    expect(await found('whales', moderator)).toEqual(['Whales afloat.', 'Whales ashore.'])
    for (const who of [guest, member]) {
      expect(await found('whales', who)).toEqual(['Whales afloat.'])
      for (const path of [posts, `${posts}?words=ashore`, threads])
        expect((await pages.get(who, path)).body, path).not.toMatch(/Zebrafinch|Whales ashore/)
    }
    await act(pages.forum, moderator, a => deletePost(a, { threadId, number: second.number, reason: '' }))
    await act(pages.forum, moderator, a => deleteThread(a, { threadId: staff.threadId }))
    expect(await found('whales', moderator)).toEqual([])
  })

  test('goes on page by page, with the words', async () => {
    const { threadId } = await start('Port strike', 'Buoy 1.')
    for (let number = 2; number <= 25; number++)
      await write(pages.people.moderator, threadId, number % 5 === 0 ? 'Nothing.' : `Buoy ${number}.`)
    const first = await pages.json(pages.people.guest, `${posts}?words=buoy`)
    expect(first).toMatchObject({ looked: 25, further: null, posts: { length: 20 } })
    expect((await pages.json(pages.people.guest, `${posts}?words=nothing`))['older']).toBeNull()
    const all = await pages.json(pages.people.guest, posts)
    const rest = await pages.json(pages.people.guest, all['older'] as string)
    expect(rest['posts']).toHaveLength(5)
  })

  test('is looked through so far at a time, and then further back', async () => {
    const { threadId } = await start('Port strike', 'Whales.')
    const { Mo } = pages.house.members
    const { write: db, read } = pages.forum.store
    const from = threadId * 2 ** 20 + 2
    const rows = Array.from({ length: LOOKED_THROUGH }, (_, index) => ({
      ...{
        id: from + index,
        authorId: Mo,
        createdAt: pages.house.clock() + index + 1,
        html: '<p>No.</p>',
        renderer: 1,
        revision: 1,
      },
    }))
    for (let at = 0; at < rows.length; at += 500) {
      const some = rows.slice(at, at + 500)
      await db
        .insertInto('posts')
        .values(some.map(row => ({ ...row, deletedAt: null })))
        .execute()
      await db
        .insertInto('revisions')
        .values(
          some.map(({ id, createdAt }) => ({
            ...{
              postId: id,
              revision: 1,
              authorId: Mo,
              createdAt,
              source: 'No.',
              format: 'markdown',
              reason: '',
            },
          })),
        )
        .execute()
    }
    const visible = visibleTo(await pages.forum.site.at(read), pages.people.guest)
    const once = await findPostsOf(read, visible, Mo, { words: ['whales'], limit: 5 })
    expect(once).toMatchObject({ posts: [], looked: LOOKED_THROUGH, upTo: { id: from } })
    const body = (await pages.get(pages.people.guest, `${posts}?words=whales`)).body
    const further = /Looked at 2,000 posts, back to [^<]*<a href="([^"]+)"/.exec(body)?.[1]
    const next = await pages.json(pages.people.guest, String(further).replaceAll('&amp;', '&'))
    expect(next).toMatchObject({ posts: [{ number: 1 }], looked: 1, further: null })
  })

  test('lists the threads they started, newest first, in parts', async () => {
    for (let number = 1; number <= 32; number++) await start(`Strike ${number}`, 'First.')
    const first = await pages.json(pages.people.guest, threads)
    const second = await pages.json(pages.people.guest, first['older'] as string)
    const titles = [first, second].flatMap(each => each['threads'] as { title: string }[])
    expect(titles.map(thread => thread.title)).toEqual(
      Array.from({ length: 32 }, (_, index) => `Strike ${32 - index}`),
    )
    expect(second['older']).toBeNull()
    expect((await pages.get(pages.people.guest, threads)).body).toContain('Threads started by <bdi>Mo</bdi>')
  })

  test('shows what it is told as text, and refuses what is none', async () => {
    await start(CANARY, CANARY)
    for (const path of [posts, `${posts}?words=${encodeURIComponent(CANARY)}`, threads])
      expect(canariesIn((await pages.get(pages.people.guest, path)).body), path).toEqual([])
    for (const [path, status] of [
      [`${posts}?before=x`, 404],
      [`${threads}?before=1.x`, 404],
      ['/members/999/written/posts', 404],
      ['/members/x/written/threads', 404],
      [`${posts}?words=${'x'.repeat(101)}`, 422],
    ] as const)
      expect((await pages.get(pages.people.guest, path)).statusCode, path).toBe(status)
  })
})
