import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#forum/actor.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { multipart } from '../../../tests/support/multipart.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { postRoutes } from '../post/routes.ts'
import { composeRoutes } from './routes.ts'

describe.each(STORES)('files in the form of a post on %s', kind => {
  let pages: TestPages
  let member: Actor
  let news: number

  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      composeRoutes(app, forum)
      postRoutes(app, forum)
    })
    member = pages.people.member
    news = pages.house.boards.news
  })
  afterEach(() => pages.close())

  const send = async (url: string, fields: Record<string, string>, files: Record<string, string> = {}) => {
    const { cookie, token } = await pages.proof(member)
    const sent = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
    const { payload, type } = multipart(sent, { csrf: token, ...fields })
    return pages.send({ method: 'POST', url, payload, headers: { cookie, 'content-type': type } })
  }
  const stored = () =>
    pages.forum.store.read
      .selectFrom('attachments')
      .select(['id', 'name', 'postId', 'alt', 'position'])
      .orderBy('id')
      .execute()
  const typed = { title: 'Port strike', source: 'My <words>.', format: 'markdown', requestKey: 'k' }

  test('are listed when they are attached, and carried when it is sent', async () => {
    const listed = await send(`/boards/${news}/threads`, { ...typed, act: 'attach' }, { 'a.txt': 'one' })
    expect(listed.statusCode).toBe(200)
    expect(listed.body).toContain('enctype="multipart/form-data"')
    expect(listed.body).toContain('name="attachments" value="1" checked')
    expect(listed.body).toContain('>\nMy &lt;words&gt;.</textarea>')
    const sent = await send(`/boards/${news}/threads`, { ...typed, attachments: '1' }, { 'b.txt': 'two' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/posts/1/1'])
    expect(await stored()).toMatchObject([
      { name: 'a.txt', position: 1 },
      { name: 'b.txt', position: 2 },
    ])
    expect((await stored()).every(each => each.postId !== null)).toBe(true)
  })

  test('are listed when quotes are asked for, and refused there with a sentence', async () => {
    await send(`/boards/${news}/threads`, typed)
    const quoting = { source: 'My <words>.', format: 'markdown', requestKey: 'q', quote: '1', act: 'quote' }
    const listed = await send('/threads/1/posts', quoting, { 'a.txt': 'one' })
    expect(listed.statusCode).toBe(200)
    expect(listed.body).toContain('name="attachments" value="1" checked')
    expect(listed.body).toContain('>\nMy &lt;words&gt;.\n\n[quote=')
    const refused = await send('/threads/1/posts', quoting, { 'a.html': '<script>' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Files that end in .html are not taken.')
    expect(refused.body).toContain('>\nMy &lt;words&gt;.</textarea>')
    expect(await stored()).toMatchObject([{ name: 'a.txt', postId: null }])
  })

  test('that are refused leave what was typed', async () => {
    const refused = await send(`/boards/${news}/threads`, typed, { 'a.html': '<script>' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Files that end in .html are not taken.')
    expect(refused.body).toContain('>\nMy &lt;words&gt;.</textarea>')
    const large = await send(`/boards/${news}/threads`, typed, { 'a.txt': 'x'.repeat(2 ** 16 + 1) })
    expect(large.statusCode).toBe(413)
    expect(large.body).toContain('>\nMy &lt;words&gt;.</textarea>')
    expect(await stored()).toEqual([])
  })

  test('are taken out of a post by its form, and described there', async () => {
    await send(`/boards/${news}/threads`, typed, { 'a.txt': 'one', 'b.txt': 'two' })
    const form = (await pages.get(member, '/posts/1/1/edit')).body
    expect(form).toContain('name="attachments" value="1" checked')
    expect(form).toContain('name="attachments" value="2" checked')
    const edit = { title: typed.title, source: typed.source, reason: '', basedOn: '1' }
    const saved = await send('/posts/1/1/edit', { ...edit, attachments: '2', 'alt-2': 'A list of two.' })
    expect(saved.statusCode).toBe(303)
    expect(await stored()).toMatchObject([{ postId: null }, { alt: 'A list of two.', position: 1 }])
    await pages.post(member, '/posts/1/1/edit', { ...edit, source: 'Other.' })
    expect((await stored())[1]?.postId).not.toBeNull()
    await pages.post(member, '/posts/1/1/edit', { ...edit, source: 'Other.', basedOn: '2', attachments: '' })
    expect((await stored())[1]?.postId).toBeNull()
  })
})
