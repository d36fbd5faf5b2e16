import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { changeMemberSettings } from '#forum/settings/actions.ts'
import { DEFAULT_MEMBER_SETTINGS, type MemberSettings } from '#forum/settings/member-settings.ts'
import { setSignature } from '#forum/signatures/actions.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { threadRoutes } from './routes.ts'

const TEXT = { format: 'markdown', requestKey: null } as const

describe.each(STORES)('signatures on %s', kind => {
  let pages: TestPages
  let path: string
  beforeEach(async () => {
    pages = await testPages(kind, threadRoutes)
    const { forum, people, house } = pages
    const { threadId } = await act(forum, people.member, a =>
      startThread(a, { ...TEXT, boardId: house.boards.news, title: 'Buoys', source: 'First.' }),
    )
    for (const who of [people.member, people.moderator])
      await act(forum, who, a => reply(a, { ...TEXT, threadId, source: 'More.' }))
    path = `/threads/${threadId}/buoys`
  })
  afterEach(() => pages.close())

  const set = (change: Partial<MemberSettings>) =>
    act(pages.forum, SYSTEM, a => changeMemberSettings(a, { ...DEFAULT_MEMBER_SETTINGS, ...change }))
  const sign = (typed: string) =>
    act(pages.forum, pages.people.member, a => setSignature(a, pages.house.members.Bo, typed))
  const shown = async (reading?: object) => {
    const cookie = pages.site.signIn({ actor: pages.people.moderator, ...(reading && { reading }) } as object)
    const { body } = await pages.send({ url: path, headers: { cookie } })
    return body.match(/<div class="signature text">[\s\S]*?<\/div>/g) ?? []
  }

  test('are off until an administrator wants them, then stand once below the first post of each member', async () => {
    await expect(sign('Fair *winds*')).rejects.toMatchObject({ code: 'not-allowed' })
    await set({ signatures: 'on' })
    await sign('Fair *winds*')
    expect(await shown()).toEqual([
      '<div class="signature text"><p dir="auto">Fair <em>winds</em></p>\n</div>',
    ])
    expect(await shown({ postsAPage: 20, signatures: 'hidden' })).toEqual([])
    expect((await pages.get(pages.people.guest, path)).body).toContain('Fair <em>winds</em>')
    await set({ signatures: 'off' })
    expect(await shown()).toEqual([])
    await sign('')
  })

  test('have room for a little text, for pictures only where they are allowed', async () => {
    await set({ signatures: 'on' })
    for (const typed of [
      'x'.repeat(501),
      'a\nb\nc\nd\ne',
      '# Large',
      '> Said',
      '```\ncode\n```',
      '![A sail](https://example.org/a.png)',
      '[spoiler]x[/spoiler]\n\n---',
    ])
      await expect(sign(typed), typed).rejects.toMatchObject({ code: 'invalid', field: 'signature' })
    await sign('<b onclick=x>y</b> [z](javascript:x)')
    expect((await shown()).join()).not.toMatch(/<b|href="javascript/)
    await set({ signatures: 'on', signaturePictures: 'yes' })
    await sign('![A sail](https://example.org/a.png)')
    expect((await shown()).join()).toContain('example.org/a.png')
  })
})
