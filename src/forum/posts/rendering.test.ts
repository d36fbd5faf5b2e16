import { RENDERER_VERSION } from '@rostra/markup'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { deleteThread } from '../threads/actions.ts'
import { editPost } from './actions/edit.ts'
import { previewPost, renderOld, renderPost } from './rendering.ts'

const PLACE = { threadId: 7, number: 3 }
const ORIGIN = 'https://forum.test'

describe.each(STORES)('rendering on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const db = () => writing.forum.store.read
  const render = (source: string, format: 'markdown' | 'bbcode' = 'markdown') =>
    renderPost(db(), source, format, PLACE, ORIGIN)
  const htmlOf = async (threadId: number, number: number): Promise<string> =>
    (
      await db()
        .selectFrom('posts')
        .select('html')
        .where('id', '=', postId(threadId, number))
        .executeTakeFirstOrThrow()
    ).html

  test('mentions lead to members, under the names they bear; those of nobody are text', async () => {
    const { Bo, Cy } = writing.house.members
    const html = await render('@bo and @CY, @"bo", not @nobody nor a@bo.example')
    expect(html).toContain(`href="/members/${Bo}/bo">@Bo</a>`)
    expect(html).toContain(`href="/members/${Cy}/cy">@Cy</a>`)
    expect(html).toContain('@nobody')
    expect(html.match(/\/members\//g)).toHaveLength(3)
    expect(await render('[b]@bo[/b]', 'bbcode')).toContain(`/members/${Bo}/bo`)
  })

  test('of very many mentions the first hundred are looked up', async () => {
    const many = Array.from({ length: 150 }, (_, index) => `@somebody${index}`)
    expect(await render([...many, '@bo'].join(' '))).not.toContain('/members/')
    expect(await render(['@bo', ...many].join(' '))).toContain('/members/')
  })

  test('a quote leads to its post by address alone, whoever may see that, whether it is there or not', async () => {
    const { start, house } = writing
    const secret = await start('Mo', {
      boardId: house.boards.staff,
      title: 'Secret title',
      source: 'Secret words',
    })
    for (const format of ['markdown', 'bbcode'] as const) {
      const html = await render(`[quote="Mo, post: ${secret}/1, revision: 1"]\nOpen words\n[/quote]`, format)
      expect(html).toContain(`href="/posts/${secret}/1"`)
      expect(html).toContain('Open words')
      expect(html).not.toContain('Secret')
      // A place that is not there reads the same but for its number.
      const missing = await render(`[quote="Mo, post: 99999/1, revision: 1"]\nOpen words\n[/quote]`, format)
      expect(missing.replaceAll('99999', String(secret))).toBe(html)
    }
    expect(await render('[quote="Mo, post: 999999999999999/1"]\nx\n[/quote]')).not.toContain('href')
    expect(await render('[quote="Mo, post: 1/99999999"]\nx\n[/quote]')).not.toContain('href')
    expect(await render('[quote=", post: 1/2"]\nx\n[/quote]')).toMatch(/<a href="\/posts\/1\/2"[^>]*>#2<\/a>/)
  })

  test('links to this forum are its own', async () => {
    expect(await render('[x](https://forum.test/threads/1)')).not.toContain('nofollow')
    expect(await render('[x](https://other.test/threads/1)')).toContain('nofollow')
  })

  test('what a text names within itself is told apart by the number of its post', async () => {
    const html = await render('Said[^1].\n\n[^1]: Where.')
    expect(html).toContain('id="p3-note-1"')
    expect(html).toContain('href="#p3-note-1"')
  })

  test('a preview is what the post will be, and writes nothing', async () => {
    const { forum, people, start, events } = writing
    const source = 'Hello @bo, see https://forum.test/ and [quote="Cy, post: 1/1"]x[/quote]'
    const preview = await previewPost(forum, people.Bo, source, 'markdown')
    expect(await db().selectFrom('posts').select('id').execute()).toEqual([])
    expect(events).toEqual([])
    expect(await htmlOf(await start('Bo', { source }), 1)).toBe(preview)
    await expect(previewPost(forum, people.guest, 'x', 'markdown')).rejects.toMatchObject({
      code: 'not-signed-in',
    })
    await expect(previewPost(forum, people.Sol, 'x', 'markdown')).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(previewPost(forum, people.Bo, ' ', 'bbcode')).rejects.toMatchObject({ field: 'source' })
  })

  test('hostile texts stay text', async () => {
    const hostile = [
      '<script>alert(1)</script>',
      '[x](javascript:alert(1))',
      '![x](x"onerror="alert(1))',
      '@"<img src=x onerror=alert(1)>"',
      '[quote="<b onclick=x>, post: 1/1"]\nx\n[/quote]',
    ]
    for (const source of hostile)
      for (const format of ['markdown', 'bbcode'] as const) {
        const tags = (await render(source, format)).match(/<[^>]*>/g)!.join('')
        expect(tags).not.toMatch(/script|\son|img|javascript/i)
      }
  })

  describe('printing anew', () => {
    const spoil = async (renderer: number) => {
      await writing.house.store.write.updateTable('posts').set({ renderer, html: 'old' }).execute()
    }
    const versionsOf = async () =>
      (await db().selectFrom('threads').select(['id', 'version']).orderBy('id').execute()).map(
        row => row.version,
      )

    test('takes what an older renderer printed, in parts, and then rests', async () => {
      const { forum, start, write } = writing
      const first = await start('Bo', { source: 'Hello @cy' })
      for (let count = 0; count < 6; count++) await write('Cy', first, `Reply ${count}[^1]\n\n[^1]: Note`)
      const second = await start('Cy')
      await writing.as('Mo', a => deleteThread(a, { threadId: second }))
      const before = await db().selectFrom('posts').selectAll().orderBy('id').execute()
      await spoil(RENDERER_VERSION - 1)
      const versions = await versionsOf()
      expect([await renderOld(forum, 3), await renderOld(forum, 3), await renderOld(forum, 3)]).toEqual([
        3, 3, 2,
      ])
      expect(await db().selectFrom('posts').selectAll().orderBy('id').execute()).toEqual(before)
      const now = await versionsOf()
      expect(now.every((version, index) => version > versions[index]!)).toBe(true)
      // A second round finds nothing; after it nothing is looked at.
      expect([await renderOld(forum, 100), await renderOld(forum, 100)]).toEqual([0, 0])
      await spoil(RENDERER_VERSION - 1)
      expect(await renderOld(forum, 100)).toBe(0)
      expect(await versionsOf()).toEqual(now)
    })

    test('leaves what a newer renderer printed, and begins again when the version is raised', async () => {
      const { forum, start } = writing
      const threadId = await start('Bo')
      await spoil(RENDERER_VERSION + 1)
      expect([await renderOld(forum, 10), await renderOld(forum, 10)]).toEqual([0, 0])
      expect(await htmlOf(threadId, 1)).toBe('old')
      const value = JSON.stringify({ version: RENDERER_VERSION - 1, after: 5, met: 0, isDone: true })
      await writing.house.store.write
        .updateTable('settings')
        .set({ value })
        .where('name', '=', 'printed')
        .execute()
      await spoil(RENDERER_VERSION - 1)
      expect(await renderOld(forum, 10)).toBe(1)
      expect(await htmlOf(threadId, 1)).toContain('First.')
    })

    test('an edit that comes between is not overwritten', async () => {
      const { forum, start, as } = writing
      const threadId = await start('Bo', { source: 'First' })
      await spoil(RENDERER_VERSION - 1)
      const input = { threadId, number: 1, source: 'Second', reason: '', basedOn: 1 }
      await Promise.all([renderOld(forum, 10), as('Bo', a => editPost(a, input))])
      expect(await htmlOf(threadId, 1)).toContain('Second')
    })
  })
})
