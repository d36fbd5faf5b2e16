import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act, type Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import type { PostFindings } from '#forum/findings/model.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { requestRoutes } from '#forum/record/routes.ts'
import { askForSource } from '#forum/sources/actions/ask.ts'
import { deleteThread } from '#forum/threads/actions.ts'
import { openVersions } from '#forum/versions/versions.ts'
import { createOutgoing } from '#outgoing/outgoing.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../tests/support/pages.ts'
import { countQueries } from '../../../tests/support/queries.ts'
import { stageReading } from '../../../tests/support/stage-reading.ts'
import { servePages, type WebPages } from '../../../tests/support/web-pages.ts'
import { loadFinding } from './load.ts'
import { findingRoutes } from './routes.ts'

const QUOTED = 'the port will lose forty ships a week until the strike ends'
const TEXT = `The harbour union met on Monday. Its chair, Ilse Brandt, said “${QUOTED}”. She <b>added</b> nothing.

The loss is €41 million. The berth is [open](https://harbour.example/berth).`
const STAGED = {
  quotations: [{ words: QUOTED, speaker: 'Ilse Brandt' }],
  figures: [{ words: '€41 million', value: 41e6, unit: 'EUR' }],
  statements: [{ words: 'The harbour union met on Monday.' }, { words: 'The berth is open.', source: 0 }],
  sources: [
    { words: 'open', url: 'https://harbour.example/berth', of: 'The berth is open.', date: '2026-03-14' },
  ],
}

describe.each(STORES)('the page of a finding, on %s', kind => {
  let pages: TestPages
  let web: WebPages
  let body: string | null
  let findings: PostFindings

  beforeEach(async () => {
    body = `<title>The <strike></title><p>Before. “${QUOTED.replace('forty', 'thirty')}”, she said. After.</p>`
    web = await servePages((_request, response) => {
      if (body === null) response.writeHead(404).end()
      else response.writeHead(200, { 'content-type': 'text/html' }).end(body)
    })
    const hosts = [{ host: '127.0.0.1', port: web.port }]
    const outgoing = createOutgoing({ isAllowed: true, origin: 'https://forum.test', version: '1', hosts })
    // Kept pages go by the versions that the actions count up.
    let versions: ReturnType<typeof openVersions>
    pages = await testPages(
      kind,
      (app, made) => {
        const forum: Forum = Object.assign(made, { outgoing })
        versions = openVersions(forum.store)
        findingRoutes(app, forum)
        requestRoutes(app, forum)
      },
      { cacheVersion: tag => versions(tag) },
    )
    findings = await post(pages.people.member, pages.house.boards.news)
  })
  afterEach(async () => {
    await web.close()
    await pages.close()
  })

  const post = async (who: Actor, boardId: number): Promise<PostFindings> => {
    const input = {
      boardId,
      title: 'Port strike',
      source: TEXT,
      format: 'markdown',
      requestKey: null,
    } as const
    const { threadId } = await act(pages.forum, who, a => startThread(a, input))
    return stageReading(pages.house.store, { threadId, number: 1 }, STAGED)
  }
  const path = (key = findings.quotations[0]!.key) => `/posts/1/1/findings/${key}`
  const see = async (who: Actor = pages.people.guest, url = path()) => (await pages.get(who, url)).body
  const give = (who: Actor, fields: Fields = {}, key?: string) =>
    pages.post(who, `${path(key)}/sources`, { address: `${web.url}/a`, published: '', ...fields })
  const sources = async (who: Actor = pages.people.guest) =>
    (await pages.json(who, path()))['sources'] as { id: number; verdict: string }[]

  test('shows the words where they stand, what was read, and that there is no source', async () => {
    const page = await see()
    expect(page).toContain('<h1>Quotation in <a href="/posts/1/1"><bdi>#1</bdi></a></h1>')
    expect(page).toContain('<title>Quotation in #1 · Test</title>')
    expect(page).toMatch(
      /<blockquote class="context" dir="auto">The harbour union met on Monday. Its chair, Ilse Brandt, said “<mark>the port .*ends<\/mark>”. She &lt;b&gt;added&lt;\/b&gt; nothing.<\/blockquote>/,
    )
    expect(page).toContain('<dt>Form</dt><dd>quoted word for word</dd>')
    expect(page).toContain('<dt>Speaker</dt><dd><bdi>Ilse Brandt</bdi></dd>')
    expect(page).toContain('There is no source for this yet.')
    expect(page).toContain(`href="/sign-in?next=${encodeURIComponent(path())}"`)
    expect(page).not.toMatch(/<form|name="csrf"/)
    expect(page).toContain('<meta name="robots" content="noindex">')
    const figure = await see(pages.people.guest, path(findings.figures[0]!.key))
    expect(figure).toContain('<dd><data value="41000000">41,000,000\u00a0EUR</data></dd>')
    expect(await see(pages.people.guest, path(findings.statements[0]!.key))).toContain(
      'The forum took this for a statement that could have a source.',
    )
    const sourced = await see(pages.people.member, path(findings.statements[1]!.key))
    expect(sourced).toMatch(
      /<ul class="cited" role="list"><li><a href="https:\/\/harbour.example\/berth" rel="nofollow ugc noopener">/,
    )
    expect(sourced).toContain('<time datetime="2026-03-14">14 March 2026</time>')
    expect(sourced).not.toContain('name="ask"')
  })

  test('is there for programs', async () => {
    const found = await pages.json(pages.people.guest, path())
    expect(found).toMatchObject({
      ...{ threadId: 1, number: 1, key: findings.quotations[0]!.key, path: path(), kind: 'quotation' },
      ...{ words: QUOTED, sources: [], asked: 0, askedByMe: false, corrections: [], withdrawn: false },
      reading: { speaker: 'Ilse Brandt', kind: 'direct' },
      may: { source: false, correct: false },
    })
  })

  test('is not found for names that the post has not, nor where the post may not be read', async () => {
    const missing = await pages.get(pages.people.member, path('qAAAAAAAAAA'))
    expect(missing.statusCode).toBe(404)
    for (const url of ['x', 'q', `q${'a'.repeat(30)}`, '__proto__', '%00'].map(path))
      expect((await pages.get(pages.people.member, url)).statusCode, url).toBe(404)
    const hidden = await post(pages.people.administrator, pages.house.boards.staff)
    const closed = path(hidden.quotations[0]!.key).replace('/1/1/', '/2/1/')
    for (const who of [pages.people.guest, pages.people.member]) {
      const answer = await pages.get(who, closed)
      expect([answer.statusCode, answer.body]).toEqual([
        404,
        (await pages.get(who, path('qAAAAAAAAAA'))).body,
      ])
      expect((await pages.get(who, `${closed}/withdraw`)).statusCode).toBe(404)
    }
    expect((await pages.get(pages.people.moderator, closed)).statusCode).toBe(200)
    await act(pages.forum, pages.people.moderator, a => deleteThread(a, { threadId: 1 }))
    for (const who of Object.values(pages.people)) expect((await pages.get(who, path())).statusCode).toBe(404)
  })

  test('a source is asked for and no more, without scripts, and who asks is named', async () => {
    const before = await see(pages.people.member)
    expect(before).toContain(`<form method="post" action="${path()}/requests">`)
    expect(before).toContain('name="ask" value="1">Ask for a source</button>')
    const asked = await pages.post(pages.people.member, `${path()}/requests`, { ask: '1', here: '1' })
    expect([asked.statusCode, asked.headers.location]).toEqual([303, path()])
    expect(await see()).toMatch(
      /One member asks for a source: <a href="\/members\/3\/bo"><bdi>Bo<\/bdi><\/a>/,
    )
    expect(await see(pages.people.member)).toContain('name="unask" value="1">Ask no more</button>')
    await pages.post(pages.people.member, `${path()}/requests`, { unask: '1', here: '1' })
    expect(await see()).not.toContain('asks for a source')
  })

  test('a source is given; its excerpt, the verdict and the difference are shown and readable without colour', async () => {
    const answer = await give(pages.people.moderator)
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toMatch(new RegExp(`^${path()}#s\\d+$`))
    const page = await see()
    expect(page).toContain(
      `<a href="${web.url}/a" rel="nofollow ugc noopener"><bdi>The &lt;strike&gt;</bdi></a>`,
    )
    expect(page).toContain('The page has these words otherwise.')
    expect(page).toContain('<del><span class="unseen">removed: </span>thirty</del>')
    expect(page).toContain('<ins><span class="unseen">added: </span>forty</ins>')
    expect(page).toMatch(
      /<figcaption>From the page<\/figcaption><blockquote cite="[^"]+" dir="auto">Before. “the port will lose thirty ships/,
    )
    expect(page).toMatch(/given by <a href="\/members\/2\/mo">/)
    expect(page).not.toContain('There is no source')
    expect(await see(pages.people.member)).not.toContain('name="ask"')
    expect(await sources()).toMatchObject([
      { verdict: 'altered', publisher: '127.0.0.1', givenBy: { name: 'Mo' } },
    ])
    expect(
      (
        await pages.postJson(pages.people.member, `${path()}/sources`, {
          address: `${web.url}/b`,
          published: '2026-01-02',
        })
      ).json(),
    ).toMatchObject({
      ...{ verdict: 'altered', sourceId: expect.any(Number) },
    })
  })

  test('each verdict is a sentence', async () => {
    const { member } = pages.people
    body = `<p>“${QUOTED}”</p>`
    await give(member, { address: `${web.url}/1` })
    body = 'Nothing.'
    await give(member, { address: `${web.url}/2` })
    body = null
    await give(member, { address: `${web.url}/3` })
    const page = await see()
    expect(page).toContain('The page has these words, word for word.')
    expect(page).toContain('these words were not found on it.')
    expect(page).toContain('The page could not be read, so that nothing was compared.')
  })

  test('a refused form gives back what was typed, with the reason at its field', async () => {
    const { member } = pages.people
    const refused = await give(member, { address: 'ftp://x.example/"<a>', published: '2026-02-30' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('value="ftp://x.example/&quot;&lt;a&gt;"')
    expect(refused.body).toContain('value="2026-02-30"')
    expect(refused.body).toContain(
      '<p class="problem" id="field-address-problem">This is not the address of a page.',
    )
    const empty = await give(member, { address: '' })
    expect(empty.body).toContain('Please fill this in.')
    const day = await give(member, { published: 'soon' })
    expect(day.body).toContain('This is not a day.')
    expect(day.body).toContain(`value="${web.url}/a"`)
    expect(web.connections()).toBe(0)
    for (const fields of [
      { address: 'x'.repeat(2001) },
      { more: 'x' },
      { published: 'x'.repeat(21) },
    ] as Fields[])
      expect((await give(member, fields)).statusCode).toBe(422)
    expect((await give(pages.people.guest)).statusCode).toBe(401)
    expect((await give(pages.people.suspended)).statusCode).toBe(403)
  })

  test('no more pages are read for one network than are good for anybody', async () => {
    const { token, cookie } = await pages.proof(pages.people.member)
    const headers = { cookie, 'x-csrf-token': token, accept: 'application/json' }
    const send = async () =>
      (
        await pages.site.app.inject({
          ...{ method: 'POST', url: `${path()}/sources`, remoteAddress: '203.0.113.9', headers },
          payload: { address: 'ftp://x/' },
        })
      ).statusCode
    const codes: number[] = []
    for (let count = 0; count < 12; count++) codes.push(await send())
    expect(codes).toEqual([...Array(10).fill(422), 429, 429])
  })

  test('its page is read again, once an hour', async () => {
    const { member } = pages.people
    body = null
    await give(member)
    const [{ id }] = (await sources()) as [{ id: number; verdict: string }]
    expect(await see(member)).not.toContain('/check"')
    const early = await pages.post(member, `${path()}/sources/${id}/check`)
    expect([early.statusCode, early.headers['retry-after']]).toEqual([429, '3600'])
    expect(early.body).toContain('This page was read less than an hour ago.')
    pages.house.pass(3_600_000)
    body = `<p>“${QUOTED}”</p>`
    expect(await see(member)).toContain(`action="${path()}/sources/${id}/check"`)
    expect(await see()).not.toContain('/check"')
    const checked = await pages.post(member, `${path()}/sources/${id}/check`)
    expect([checked.statusCode, checked.headers.location]).toEqual([303, `${path()}#s${id}`])
    expect(await sources()).toMatchObject([{ verdict: 'word-for-word' }])
  })

  test('a source is taken out with a reason, and that stays', async () => {
    const { member, moderator } = pages.people
    await give(moderator)
    const [{ id }] = (await sources()) as [{ id: number; verdict: string }]
    const remove = `${path()}/sources/${id}/remove`
    expect(await see()).not.toContain(remove)
    for (const who of [pages.people.guest, pages.people.suspended])
      expect((await pages.get(who, remove)).statusCode).toBeGreaterThanOrEqual(401)
    // Bo wrote the post, and did not give the source.
    expect(await see(member)).toContain(`href="${remove}"`)
    expect((await pages.get(member, remove)).body).toMatch(/name="reason" required/)
    const empty = await pages.post(member, remove, { reason: ' ' })
    expect([empty.statusCode, empty.body.includes('Please fill this in.')]).toEqual([422, true])
    const done = await pages.post(member, remove, { reason: 'Another <strike>.' })
    expect([done.statusCode, done.headers.location]).toEqual([303, path()])
    const page = await see()
    expect(page).toContain('There is no source for this yet.')
    expect(page).toContain('<bdi>Bo</bdi> took out the source <bdi>127.0.0.1</bdi>, given by <bdi>Mo</bdi>')
    expect(page).toContain('Reason: <bdi>Another &lt;strike&gt;.</bdi>')
    expect((await pages.get(member, remove)).statusCode).toBe(404)
    expect((await pages.post(member, remove, { reason: 'Again.' })).statusCode).toBe(404)
  })

  test.runIf(kind === 'postgres')('takes the same number of queries, however much is known', async () => {
    const { members } = pages.house
    const { administrator, member } = pages.people
    const place = { threadId: 1, number: 1, key: findings.quotations[0]!.key }
    const count = async () => {
      const counted = countQueries(pages.forum)
      await loadFinding(counted.forum, administrator, place)
      return counted.count()
    }
    const before = await count()
    for (const id of Object.values(members))
      await act(pages.forum, { ...member, memberId: id }, a => askForSource(a, place))
    for (let number = 0; number < 12; number++) await give(member, { address: `${web.url}/${number}` })
    expect(await count()).toBe(before)
    expect(before).toBeLessThan(25)
  })

  test('what is said of a page comes from strangers and is escaped', async () => {
    const evil = `"'><x-canary onx=1>`
    body = `<title>${evil.replace('<', '&lt;')}</title><meta name="date" content="2026-03-14${evil}"><p>Before ${evil.replace('<', '&lt;')} “${QUOTED}” after</p>`
    await give(pages.people.member, { address: `${web.url}/${evil.replace(' ', '+')}` })
    const page = await see(pages.people.member)
    expect(page).toContain('x-canary')
    expect(page).not.toContain('<x-canary')
    expect(page).not.toMatch(/cite="[^"]*'>|href="[^"]*'>/)
  })
})
