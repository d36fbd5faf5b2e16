import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { changeBoard } from '#forum/boards/actions.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { lock } from '#forum/threads/actions.ts'
import { postRoutes } from '#pages/post/routes.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { readNow } from '../../../tests/support/forum.ts'
import { type Fields, type TestPages, testPages } from '../../../tests/support/pages.ts'
import { everyRow } from '../../../tests/support/routes.ts'
import { composeRoutes } from './routes.ts'

const FERRY =
  'The ferry company lost forty-one boats in a single winter because nobody had looked after the harbour lights.'
const SECRET =
  'Zebrafinches nest behind the customs house every spring, and the warden feeds them biscuits from a tin drum.'
const OWN = 'I walked along the quay yesterday evening.'

interface RemarkJson {
  readonly kind: string
  readonly mend: string
  readonly words: string
  readonly place: { readonly start: number; readonly end: number }
}

describe.each(STORES)('remarks on what is written, on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']
  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      composeRoutes(app, forum)
      postRoutes(app, forum)
    })
    people = pages.people
    await start(people.member, FERRY)
    await start(people.moderator, SECRET, pages.house.boards.staff)
    await readNow(pages.forum)
  })
  afterEach(() => pages.close())

  const text = { format: 'markdown', requestKey: null } as const
  const start = (who: Actor, source: string, boardId = pages.house.boards.news) =>
    act(pages.forum, who, a => startThread(a, { ...text, boardId, title: 'Port strike', source }))
  const remarks = async (who: Actor, source: string, path = '/threads/1/remarks') =>
    (await pages.postJson(who, path, { source, format: 'markdown' })).json() as {
      remarks: RemarkJson[]
      words: number
      ownWords: number
    }
  const kinds = async (who: Actor, source: string, path?: string) =>
    (await remarks(who, source, path)).remarks.map(each => each.kind)
  const send = (source: string, fields: Fields = {}, headers = {}) =>
    pages.post(people.member, '/threads/1/posts', { source, format: 'markdown', ...fields }, headers)

  test('are told while one types, as a fragment and as JSON, and nothing is written', async () => {
    const before = await everyRow(pages)
    const source = `${OWN}\n\n${FERRY}`
    const island = await pages.post(people.member, '/threads/1/remarks', { source }, { 'x-island': '1' })
    expect([island.statusCode, island.headers['cache-control']]).toEqual([200, 'private, no-store'])
    expect(island.body).toMatch(
      /^<h2>.*19 words stand in <a href="\/posts\/1\/1" target="_blank"><bdi>#1<\/bdi> of <bdi>Port strike<\/bdi><\/a> by <bdi>Bo<\/bdi> already/,
    )
    const told = await remarks(people.member, source)
    const [posted] = told.remarks
    expect(posted).toMatchObject({ kind: 'posted', mend: expect.stringMatching(/^mend\.posted\.\d+$/) })
    expect(source.slice(posted!.place.start, posted!.place.end)).toBe(FERRY)
    expect(told.ownWords).toBeLessThan(told.words)
    expect(await kinds(people.member, source, '/boards/2/remarks')).toContain('posted')
    const quiet = await pages.post(people.member, '/threads/1/remarks', { source: OWN }, { 'x-island': '1' })
    expect([quiet.statusCode, quiet.body]).toEqual([200, ''])
    expect(await everyRow(pages)).toEqual(before)
  })

  test('name no post that the writer may not read, and count none of its words', async () => {
    const source = `${OWN}\n\n${SECRET}`
    const told = await remarks(people.member, source)
    expect(told.remarks.filter(each => each.kind === 'posted')).toEqual([])
    expect(told.ownWords).toBe(told.words)
    expect(await kinds(people.moderator, source)).toContain('posted')
    const mended = await pages.postJson(people.member, '/threads/1/posts', {
      ...{ source, format: 'markdown' },
      act: (await remarks(people.moderator, source)).remarks[0]!.mend,
    })
    expect(mended.json()).toEqual({ source, select: null })
  })

  test('are for those who may write there', async () => {
    const at = async (who: Actor, path: string) =>
      (await pages.postJson(who, path, { source: OWN })).statusCode
    const { staff } = pages.house.boards
    expect(await at(people.guest, '/threads/1/remarks')).toBe(401)
    expect(await at(people.suspended, '/threads/1/remarks')).toBe(403)
    for (const path of [`/boards/${staff}/remarks`, '/threads/2/remarks', '/threads/99/remarks'])
      expect(await at(people.member, path)).toBe(404)
    expect(await at(people.member, '/posts/2/1/remarks')).toBe(404)
    expect(await at(people.guest, '/posts/1/1/remarks')).toBe(401)
    await act(pages.forum, people.moderator, a => lock(a, { threadId: 1 }))
    expect(await at(people.member, '/threads/1/remarks')).toBe(403)
    expect((await pages.postJson(people.member, '/boards/2/remarks', { source: ' ' })).statusCode).toBe(422)
  })

  test('on a new wording do not take the post itself for another', async () => {
    expect(await kinds(people.member, FERRY)).toContain('posted')
    expect(await kinds(people.member, FERRY, '/posts/1/1/remarks')).not.toContain('posted')
    const fields = { source: FERRY, reason: '', basedOn: '1', title: 'Port strike', act: 'preview' }
    const page = await pages.post(people.member, '/posts/1/1/edit', fields)
    expect(page.body).toContain('<h2>Preview</h2>')
    expect(page.body).not.toContain('stand in')
  })

  test('without a script stand with the preview; each button gives the text back mended', async () => {
    const source = `${OWN}\n\n${FERRY}\n\nSo I was told.`
    const { body } = await send(source, { act: 'preview' })
    expect(body).toMatch(
      /<h2>Preview<\/h2>.*<a href="#remarks">Remarks on it<\/a>.*>Post the reply<\/button>.*<div class="remarks" id="remarks" data-live><h2>/s,
    )
    const [, mend = ''] = /name="act" value="(mend\.posted\.\d+)"/.exec(body) ?? []
    const again = await send(source, { act: mend, quote: '', requestKey: 'k' })
    expect(again.statusCode).toBe(200)
    const quoted = `${OWN}\n\n[quote="Bo, post: 1/1, revision: 1"]\n${FERRY}\n[/quote]\n\nSo I was told.`
    expect(again.body).toContain(`>\n${quoted.replaceAll('"', '&quot;')}</textarea>`)
    expect(again.body).toContain(' data-typed')
    expect(again.body).toContain('name="requestKey" value="k"')
    expect(again.body).toContain('<blockquote class="quote" data-post="1/1"')
    expect(again.body).not.toContain('value="mend.posted')
    const json = await pages.postJson(people.member, '/threads/1/posts', { source, act: mend })
    expect(json.json()).toMatchObject({ source: quoted, select: { start: OWN.length + 2 } })
    expect((await send(quoted)).statusCode).toBe(303)
  })

  test('that are no more mend nothing, and nothing is posted by a button', async () => {
    for (const act of ['mend.posted.7', 'mend.', 'mend.nonsense.x']) {
      const { statusCode, body } = await send(OWN, { act })
      expect(statusCode).toBe(200)
      expect(body).toContain(`>\n${OWN}</textarea>`)
    }
    expect(await pages.house.store.read.selectFrom('posts').select('id').execute()).toHaveLength(2)
    expect((await send('', { act: 'mend.posted.7' })).statusCode).toBe(422)
  })

  test('say when more comes from one source than the board allows, until it is shortened', async () => {
    const { news } = pages.house.boards
    const board = { title: 'News', description: '', section: false, excerptLimit: 10 }
    const source = `${FERRY}\n\n${OWN}`
    expect(await kinds(people.member, source)).not.toContain('excerpt')
    await act(pages.forum, people.administrator, a => changeBoard(a, news, board))
    const found = (await remarks(people.member, source)).remarks.find(each => each.kind === 'excerpt')
    expect(found).toMatchObject({ limit: 10, wordCount: 19 })
    const asked = { source, act: found!.mend }
    const { source: shorter } = (await pages.postJson(people.member, '/threads/1/posts', asked)).json()
    expect(shorter).toMatch(/^The ferry company lost forty-one boats in a single \[…\]\n\nI walked/)
    expect(await kinds(people.member, shorter)).not.toContain('excerpt')
    expect((await send(source)).statusCode).toBe(303)
  })

  test('are counted for each network', async () => {
    const { token, cookie } = await pages.proof(people.member)
    const ask = () =>
      pages.site.app.inject({
        ...{ method: 'POST', url: '/threads/1/remarks', remoteAddress: '192.0.2.7' },
        headers: {
          cookie,
          'x-csrf-token': token,
          accept: 'application/json',
          'content-type': 'application/json',
        },
        payload: JSON.stringify({ source: OWN }),
      })
    const codes: number[] = []
    for (let index = 0; index < 45; index++) codes.push((await ask()).statusCode)
    expect(codes[0]).toBe(200)
    expect(codes.at(-1)).toBe(429)
  })

  test('of others stay where somebody replies to them in words of their own', async () => {
    await act(pages.forum, people.moderator, a => reply(a, { ...text, threadId: 1, source: FERRY }))
    await readNow(pages.forum)
    const told = await remarks(people.member, `${OWN}\n\n${FERRY}`)
    expect(told.remarks.filter(each => each.kind === 'posted')).toHaveLength(1)
  })
})
