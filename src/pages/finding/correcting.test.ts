import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { openVersions } from '#forum/versions/versions.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { readNow } from '../../../tests/support/forum.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { findingRoutes } from './routes.ts'

const TEXT = 'Ilse Brandt said: “It is a calendar with the holidays torn out.” It costs 41 million euros.'

describe.each(STORES)('correcting a finding, on %s', kind => {
  let pages: TestPages
  let path: string

  beforeEach(async () => {
    // Kept pages go by the versions that the actions count up.
    let versions: ReturnType<typeof openVersions>
    const addPages = (...[app, forum]: Parameters<typeof findingRoutes>): void => {
      versions = openVersions(forum.store)
      findingRoutes(app, forum)
    }
    pages = await testPages(kind, addPages, { cacheVersion: tag => versions(tag) })
    const { forum, house, people } = pages
    const post = { title: 'Port strike', source: TEXT, format: 'markdown', requestKey: null } as const
    await act(forum, people.member, a => startThread(a, { ...post, boardId: house.boards.news }))
    await readNow(forum)
    const { key } = await house.store.read.selectFrom('stands').select('key').executeTakeFirstOrThrow()
    path = `/posts/1/1/findings/${key}`
  })
  afterEach(() => pages.close())

  const status = async (who: keyof TestPages['people'], url: string) =>
    (await pages.get(pages.people[who], url)).statusCode

  test('is for the author and moderators, each with a link on the page', async () => {
    const { guest, member, moderator, suspended, administrator } = pages.people
    for (const who of [guest, suspended])
      expect((await pages.get(who, path)).body).not.toContain(`${path}/withdraw`)
    for (const who of [member, moderator, administrator]) {
      const { body } = await pages.get(who, path)
      expect(body).toContain(`<a href="${path}/speaker">Correct the speaker</a>`)
      expect(body).toContain(`<a href="${path}/withdraw">Withdraw this reading</a>`)
    }
    for (const name of ['speaker', 'withdraw', 'restore']) {
      expect(await status('guest', `${path}/${name}`)).toBe(401)
      expect(await status('suspended', `${path}/${name}`)).toBe(403)
      for (const who of ['member', 'moderator', 'administrator'] as const)
        expect(await status(who, `${path}/${name}`)).toBe(200)
      expect((await pages.post(guest, `${path}/${name}`, { reason: 'x' })).statusCode).toBe(401)
    }
  })

  test('the speaker: the author without a reason, a moderator with one; both stay in the log', async () => {
    const { guest, member, moderator } = pages.people
    const form = (await pages.get(member, `${path}/speaker`)).body
    expect(form).toMatch(/name="speaker"[^>]* value="Ilse Brandt"/)
    expect(form).not.toMatch(/name="reason" required/)
    const done = await pages.post(member, `${path}/speaker`, { speaker: 'Ilse <Brandt>', reason: '' })
    expect([done.statusCode, done.headers.location]).toEqual([303, path])
    const page = (await pages.get(guest, path)).body
    expect(page).toMatch(/<dt>Speaker<\/dt><dd>(?:<a href="[^"]+">)?<bdi>Ilse &lt;Brandt&gt;<\/bdi>/)
    expect(page).toContain('Somebody corrected it; see below.')
    expect(page).toContain('<bdi>Bo</bdi> named <bdi>Ilse &lt;Brandt&gt;</bdi> as the speaker')
    const refused = await pages.post(moderator, `${path}/speaker`, { speaker: 'Nobody known', reason: '' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('value="Nobody known"')
    expect(refused.body).toMatch(/id="field-reason-problem">Please fill this in\./)
    await pages.post(moderator, `${path}/speaker`, { speaker: '', reason: 'It does not say.' })
    const after = (await pages.get(guest, path)).body
    expect(after).toContain('<dt>Speaker</dt><dd>Nobody named</dd>')
    expect(after).toMatch(
      /<bdi>Mo<\/bdi> said that nobody is named.*Reason: <bdi>It does not say\.<\/bdi>.*<bdi>Bo<\/bdi> named/s,
    )
  })

  test('a finding that is withdrawn is there for those alone who may have it back', async () => {
    const { guest, member, moderator } = pages.people
    const withdrawn = await pages.post(moderator, `${path}/withdraw`, { reason: 'It was no quotation.' })
    expect([withdrawn.statusCode, withdrawn.headers.location]).toEqual([303, path])
    for (const who of ['guest', 'suspended'] as const) expect(await status(who, path)).toBe(404)
    const page = (await pages.get(member, path)).body
    expect(page).toContain('This reading was withdrawn.')
    expect(page).toContain('Reason: <bdi>It was no quotation.</bdi>')
    expect(page).toContain(`<a href="${path}/restore">Restore this reading</a>`)
    expect(page).not.toMatch(/\/withdraw"|\/speaker"|\/sources"|name="ask"/)
    expect(await pages.json(member, path)).toMatchObject({
      withdrawn: true,
      may: { source: false, correct: true },
    })
    await pages.post(member, `${path}/restore`, { reason: '' })
    expect((await pages.get(guest, path)).body).toMatch(/<bdi>Bo<\/bdi> restored.*<bdi>Mo<\/bdi> withdrew/s)
  })

  test('a program corrects with the same words', async () => {
    const { member } = pages.people
    const answer = await pages.postJson(member, `${path}/speaker`, { speaker: 'I. Brandt', reason: '' })
    expect(answer.json()).toMatchObject({ threadId: 1, number: 1, correction: 'speaker' })
    expect(await pages.json(member, path)).toMatchObject({
      speaker: { name: 'I. Brandt', corrected: true },
      corrections: [{ change: 'speaker', value: 'I. Brandt', memberName: 'Bo' }],
    })
  })

  test('the latest corrections are listed, and that there are more', async () => {
    const { guest, member } = pages.people
    const { write } = pages.house.store
    const { postId } = await write.selectFrom('readings').select('postId').executeTakeFirstOrThrow()
    const key = path.split('/').at(-1)!
    const { memberId } = member
    const log = async (from: number, to: number): Promise<void> => {
      const at = Array.from({ length: to - from }, (_, index) => from + index)
      await write
        .insertInto('corrections')
        .values(
          at.map(each => ({
            postId,
            key,
            change: 'speaker',
            value: `N${each}.`,
            reason: '',
            memberId,
            at: each,
          })),
        )
        .execute()
    }
    const sentence = 'from before the latest 50 are kept'
    await log(0, 50)
    const whole = (await pages.get(member, path)).body
    expect(whole).toContain('<bdi>N0.</bdi>')
    expect(whole).not.toContain(sentence)
    expect(await pages.json(guest, path)).toMatchObject({ hasMoreCorrections: false })
    await log(50, 52)
    const page = (await pages.get(member, path)).body
    expect([1, 2, 51].map(at => page.includes(`<bdi>N${at}.</bdi>`))).toEqual([false, true, true])
    expect(page).toContain(sentence)
    const json = await pages.json(member, path)
    expect(json['hasMoreCorrections']).toBe(true)
    expect(json['corrections']).toHaveLength(50)
  })

  test('no more is corrected for one network than anybody would', async () => {
    const { token, cookie } = await pages.proof(pages.people.member)
    const headers = { cookie, 'x-csrf-token': token, accept: 'application/json' }
    const send = async (name: string): Promise<number> => {
      const options = {
        method: 'POST',
        url: `${path}/${name}`,
        remoteAddress: '203.0.113.9',
        headers,
      } as const
      return (await pages.site.app.inject({ ...options, payload: { reason: '', more: 'x' } })).statusCode
    }
    const codes: number[] = []
    for (let count = 0; count < 11; count++) codes.push(await send('withdraw'), await send('restore'))
    expect(codes).toEqual([...Array(20).fill(422), 429, 429])
  })
})
