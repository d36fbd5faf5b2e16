import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { composeRoutes } from '../routes.ts'

describe.each(STORES)('quotes for the text that somebody writes, on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']

  beforeEach(async () => {
    pages = await testPages(kind, composeRoutes)
    people = pages.people
    await start('First *words*.')
    await start('Other words.')
    await start('Secret words.', pages.house.boards.staff, people.moderator)
    await act(pages.forum, people.moderator, a =>
      reply(a, { threadId: 1, source: '[b]x[/b]', format: 'bbcode', requestKey: null }),
    )
  })
  afterEach(() => pages.close())

  const start = (source: string, boardId = pages.house.boards.news, who: Actor = people.member) =>
    act(pages.forum, who, a =>
      startThread(a, { boardId, title: 'Port strike', source, format: 'markdown', requestKey: null }),
    )
  const quotes = async (who: Actor, fields: Parameters<TestPages['post']>[2]) => {
    const { statusCode, body } = await pages.post(who, '/quotes', fields, { accept: 'application/json' })
    return statusCode === 200 ? (JSON.parse(body) as { source: string }).source : statusCode
  }

  test('are of several posts of several threads, in their order, each with its wording', async () => {
    expect(await quotes(people.member, { post: ['2/1/1', '1/1', '1/2/9'], words: ['', '', ''] })).toBe(
      [
        '[quote="Bo, post: 2/1, revision: 1"]\nOther words.\n[/quote]\n',
        '[quote="Bo, post: 1/1, revision: 1"]\nFirst *words*.\n[/quote]\n',
        '[quote="Mo, post: 1/2, revision: 1"]\nx\n[/quote]\n',
      ].join('\n'),
    )
    const page = await pages.json(people.member, '/threads/1/reply?quote=2/1,2')
    expect(page['source']).toBe(
      '[quote="Bo, post: 2/1, revision: 1"]\nOther words.\n[/quote]\n\n[quote="Mo, post: 1/2, revision: 1"]\nx\n[/quote]\n',
    )
  })

  test('carry the words that were selected as they stand, in either format', async () => {
    expect(await quotes(people.member, { post: '1/1/1', words: 'words' })).toBe(
      '[quote="Bo, post: 1/1, revision: 1"]\nwords\n[/quote]\n',
    )
    const odd = '*not* [b]bold[/b] [/quote]'
    expect(await quotes(people.member, { post: '1/1/1', words: odd })).toContain('\\*not\\*')
    expect(await quotes(people.member, { post: '1/1/1', words: odd, format: 'bbcode' })).toContain(
      '*not* [plain][[/plain]b]bold[plain][[/plain]/b]',
    )
  })

  test('show their verdict in the preview, as the writer may see it', async () => {
    const preview = async (who: Actor, source: string) =>
      (await pages.post(who, '/threads/1/posts', { source, act: 'preview', format: 'markdown' })).body
    const quote = (place: string, text: string) => `[quote="Bo, post: ${place}"]\n${text}\n[/quote]\n\nMine.`
    expect(await preview(people.member, quote('1/1', 'First words'))).toContain('>Word for word<')
    expect(await preview(people.member, quote('1/1', 'Last words'))).toContain('>Altered<')
    expect(await preview(people.member, quote('3/1', 'Secret words'))).toContain('>Source gone<')
    expect(await preview(people.moderator, quote('3/1', 'Secret words'))).toContain('>Word for word<')
  })

  test('hold nothing of what the writer may not read, nor of what is not there', async () => {
    expect(await quotes(people.moderator, { post: '3/1' })).toContain('Secret words.')
    for (const post of ['3/1', '3/1/1', '99/1', '1/99', 'x', '1/1/1/1', ''])
      expect([404, 422]).toContain(await quotes(people.member, { post }))
    expect(await quotes(people.member, {})).toBe(404)
    const mixed = await quotes(people.member, { post: ['3/1', '1/1'], words: ['', ''] })
    expect(mixed).toBe('[quote="Bo, post: 1/1, revision: 1"]\nFirst *words*.\n[/quote]\n')
    expect((await pages.json(people.member, '/threads/1/reply?quote=3/1'))['source']).toBe('')
    for (const who of [people.guest, people.suspended])
      expect([401, 403]).toContain(await quotes(who, { post: '1/1' }))
  })
})
