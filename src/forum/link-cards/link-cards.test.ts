import { parse } from '@rostra/markup'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { DAY } from '#base/time.ts'
import { createOutgoing, type Outgoing } from '#outgoing/outgoing.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { servePages, type WebPages } from '../../../tests/support/web-pages.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import type { Forum } from '../act.ts'
import { editPost } from '../posts/actions/edit.ts'
import { fetchCard, sweepCards } from './fetching.ts'
import { noteLinks } from './listeners.ts'
import { bareLinks } from './model.ts'
import { readCard } from './page.ts'
import { cardsOfPosts } from './store.ts'
import { LinkCards } from './views.ts'

const links = (source: string) => bareLinks(parse(source, 'markdown')).map(link => link.url)

describe('links that have a card', () => {
  test('stand alone on their lines, outside of quotes, each once and not too many', () => {
    expect(links('See\n\nhttps://a.example/x\n\nwww.b.example\nhttps://c.example/')).toEqual([
      ...['https://a.example/x', 'http://www.b.example', 'https://c.example/'],
    ])
    expect(links('See https://a.example/x now.\n\n[words](https://b.example/)')).toEqual([])
    expect(links('> https://a.example/x\n\n[quote="Bo"]\nhttps://b.example/\n[/quote]')).toEqual([])
    expect(links('https://a.example/?utm_source=x\n\nhttps://a.example/')).toHaveLength(1)
    expect(links(Array.from({ length: 9 }, (_, n) => `https://a.example/${n}`).join('\n\n'))).toHaveLength(5)
  })
})

describe('what a page says of itself', () => {
  test('is text and the address of one picture, whatever the page holds', () => {
    const page = `<title>Plain <b>title</title><meta property="og:title" content=" Strike &amp; <script>alert(1)</script> ">
      <meta name="description" content="It goes on."><meta property="og:image" content="/a.png">`
    expect(readCard(page, 'https://a.example/x/y')).toEqual({
      ...{ title: 'Strike & <script>alert(1)</script>', description: 'It goes on.', site: '' },
      picture: 'https://a.example/a.png',
    })
    expect(readCard('<title>Only this</title>', 'https://a.example/').title).toBe('Only this')
    for (const image of ['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'file:///etc/passwd', 'blob:x'])
      expect(readCard(`<meta property="og:image" content="${image}">`, 'https://a.example/').picture).toBe('')
    expect(readCard('<'.repeat(1_000_000), 'https://a.example/').title).toBe('')
  })

  test('is shown as text', () => {
    const card = {
      url: 'https://a.example/"x',
      title: '<x-canary>',
      description: '"\'>',
      site: '<b>',
      picture: null,
    }
    const shown = String(LinkCards([card]))
    expect(shown).toContain('&lt;x-canary&gt;')
    expect(shown).not.toMatch(/<x-canary|<img|href="[^"]*"x/)
  })
})

describe.each(STORES)('cards of links on %s', kind => {
  let writing: TestWriting
  let forum: Forum
  let pages: WebPages
  let picture: Buffer

  beforeEach(async () => {
    writing = await testWriting(kind)
    picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#824' } })
      .png()
      .toBuffer()
    pages = await servePages((request, response) => {
      if (request.url === '/a.png') response.writeHead(200, { 'content-type': 'image/png' }).end(picture)
      else if (request.url === '/wrong.png')
        response.writeHead(200, { 'content-type': 'image/png' }).end('<svg onload=alert(1)>')
      else if (request.url === '/none') response.writeHead(404).end()
      else
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(
            `<title>Page ${request.url}</title><meta property="og:image" content="${request.url === '/b' ? 'wrong' : 'a'}.png">`,
          )
    })
    forum = { ...writing.forum, outgoing: outgoingTo(pages.port) }
  })
  afterEach(async () => {
    await pages.close()
    await writing.close()
  })

  const outgoingTo = (port: number): Outgoing =>
    createOutgoing({
      ...{ isAllowed: true, origin: 'http://forum.test', version: '0' },
      hosts: [{ host: '127.0.0.1', port }],
    })
  const jobs = async () => {
    const rows = await forum.store.read.selectFrom('jobs').select(['name', 'payload']).execute()
    return rows.filter(row => row.name === 'link-card').map(row => JSON.parse(row.payload))
  }
  const cardsOf = async (threadId: number) =>
    (await cardsOfPosts(forum.store.read, [postId(threadId, 1)])).get(postId(threadId, 1)) ?? []
  const start = async (source: string) => {
    const threadId = await writing.start('Bo', { source })
    await noteLinks(forum, { postId: postId(threadId, 1) })
    return threadId
  }
  const fetchAll = async () => {
    for (const job of await jobs()) await fetchCard(forum, job)
  }

  test('are asked for once, and stand under every post with the link', async () => {
    const one = await start(`${pages.url}/a`)
    const two = await start(`Look:\n\n${pages.url}/a`)
    await noteLinks(forum, { postId: postId(two, 1) })
    expect(await jobs()).toHaveLength(1)
    await fetchAll()
    await fetchAll()
    const [card] = await cardsOf(one)
    expect(card).toMatchObject({ title: 'Page /a', url: `${pages.url}/a` })
    expect(card!.picture).toMatch(/^\/link-cards\/[0-9a-f]{64}$/)
    expect(await cardsOf(two)).toEqual([card])
    expect(pages.asked.map(request => request.url)).toEqual(['/a', '/a.png'])
    const file = await forum.store.read.selectFrom('files').selectAll().executeTakeFirstOrThrow()
    expect(await sharp(Buffer.from(file.bytes)).metadata()).toMatchObject({
      format: 'webp',
      width: 240,
      height: 180,
    })
  })

  test('go without a picture that is none, and there is none for a page that is not there', async () => {
    const threadId = await start(`${pages.url}/b\n\n${pages.url}/none`)
    await fetchAll()
    expect(await cardsOf(threadId)).toMatchObject([{ title: 'Page /b', picture: null }])
    await start(`${pages.url}/none`)
    expect(await jobs()).toHaveLength(2)
    writing.house.pass(2 * DAY)
    await start(`${pages.url}/none`)
    expect(await jobs()).toHaveLength(3)
  })

  test('of an address of this network are never asked for, by page or by picture', async () => {
    const tripwire = await servePages((_request, response) => response.end('secret'), '127.0.0.2')
    picture = Buffer.from('')
    const threadId = await start(
      `${tripwire.url}/x\n\nhttp://169.254.169.254/latest\n\nhttp://[::1]:${tripwire.port}/`,
    )
    await fetchAll()
    expect(await cardsOf(threadId)).toEqual([])
    expect(tripwire.connections()).toBe(0)
    await tripwire.close()
  })

  test('go with the link, and are forgotten with their picture when nobody links any more', async () => {
    const threadId = await start(`${pages.url}/a`)
    await fetchAll()
    const change = { threadId, number: 1, source: 'Nothing.', reason: '', basedOn: 1 }
    await writing.as('Bo', a => editPost(a, change))
    await noteLinks(forum, { postId: postId(threadId, 1) })
    expect(await cardsOf(threadId)).toEqual([])
    writing.house.pass(2 * DAY)
    await sweepCards(forum)
    expect(await forum.store.read.selectFrom('files').select('hash').execute()).toEqual([])
    expect(await forum.store.read.selectFrom('linkCards').select('key').execute()).toEqual([])
  })

  test('are none where nothing may be asked for, and none in a conversation', async () => {
    const threadId = await writing.start('Bo', { source: `${pages.url}/a` })
    await noteLinks(writing.forum, { postId: postId(threadId, 1) })
    const { write } = writing.house.store
    const board = { position: 0, title: '', description: '', section: 1 as const }
    await write
      .insertInto('boards')
      .values({ id: 0, parentId: null, ...board })
      .execute()
    await write.updateTable('threads').set({ boardId: 0 }).where('id', '=', threadId).execute()
    await noteLinks(forum, { postId: postId(threadId, 1) })
    expect(await jobs()).toEqual([])
  })
})
