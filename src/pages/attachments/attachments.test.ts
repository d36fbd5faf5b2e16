import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { removeAttachment } from '#forum/attachments/actions.ts'
import { sweepAttachments } from '#forum/attachments/work.ts'
import { deletePost } from '#forum/posts/actions/delete.ts'
import { editPost } from '#forum/posts/actions/edit.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { restorePost } from '#forum/posts/actions/restore.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { runDueJobs } from '#jobs/queue.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { multipart } from '../../../tests/support/multipart.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { handlersOf } from '../../handlers.ts'
import { attachmentRoutes } from './routes.ts'

const DAY = 86_400_000

const pictureOf = (width: number, height: number, red = 200): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: red, g: 90, b: 30 } } })
    .png()
    .toBuffer()

interface Sent {
  id: number
  name: string
  kind: string
  path: string
  width: number
  height: number
  markdown: string
}

describe.each(STORES)('attachments on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']

  beforeEach(async () => {
    pages = await testPages(kind, attachmentRoutes)
    people = pages.people
  })
  afterEach(() => pages.close())

  const send = async (who: Actor, name: string, bytes: Uint8Array, type?: string) => {
    const { cookie, token } = await pages.proof(who)
    const body = multipart([{ name, bytes, ...(type && { type }) }], { csrf: token })
    return pages.send({
      ...{ method: 'POST', url: '/attachments', payload: body.payload },
      headers: { cookie, 'content-type': body.type, accept: 'application/json' },
    })
  }
  const sent = async (who: Actor, name: string, bytes: Uint8Array): Promise<Sent> => {
    const answer = await send(who, name, bytes)
    expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)])
    return answer.json().attachments[0]
  }
  const start = (who: Actor, source: string, attachments: number[] = [], boardId = pages.house.boards.news) =>
    act(pages.forum, who, a =>
      startThread(a, {
        ...{ boardId, title: 'Port strike', source, attachments },
        ...{ format: 'markdown', requestKey: null },
      }),
    )
  const htmlOf = async (number = 1) =>
    (await pages.forum.store.read.selectFrom('posts').select('html').orderBy('id').execute())[number - 1]
      ?.html
  const runJobs = () =>
    runDueJobs({
      ...{ store: pages.forum.store, log: pages.forum.log },
      handlers: handlersOf(pages.forum),
      now: pages.house.clock,
    })

  test('a picture is drawn anew, shown in its text in the room it takes, and served', async () => {
    const picture = await sent(people.member, 'Quay.PNG', await pictureOf(1000, 500))
    expect(picture).toMatchObject({ name: 'Quay.webp', kind: 'picture', width: 1000, height: 500 })
    expect(picture.markdown).toBe(`![](attachment:${picture.id})`)
    await start(people.member, `See ![the quay](attachment:${picture.id})`)
    expect(await htmlOf()).toContain(
      `<a class="attachment" href="/attachments/1/1000"><img src="/attachments/1/800" srcset="/attachments/1/400 400w, /attachments/1/800 800w, /attachments/1/1000 1000w"`,
    )
    const named = await pages.get(people.guest, '/attachments/1')
    expect([named.statusCode, named.headers.location]).toEqual([302, '/attachments/1/1000'])
    const answer = await pages.get(people.guest, '/attachments/1/400')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      vary: 'accept',
    })
    expect(await sharp(answer.rawPayload).metadata()).toMatchObject({
      format: 'webp',
      width: 400,
      height: 200,
    })
    const again = await pages.get(people.guest, '/attachments/1/400', {
      'if-none-match': String(answer.headers.etag),
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    for (const path of [
      '/attachments/1/401',
      '/attachments/1/Quay.webp',
      '/attachments/1/0',
      '/attachments/2/400',
    ])
      expect((await pages.get(people.guest, path)).statusCode, path).toBe(404)
  })

  test('AVIF follows, for whoever reads it, and the picture as it came is then thrown away', async () => {
    const noise = sharp({
      create: {
        width: 600,
        height: 300,
        channels: 3,
        background: 'grey',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
    const picture = await sent(people.member, 'a.png', await noise.jpeg({ quality: 60 }).toBuffer())
    const avif = { accept: 'image/avif,image/webp,*/*' }
    const path = `/attachments/${picture.id}/400`
    expect((await pages.get(people.member, path, avif)).headers['content-type']).toBe('image/webp')
    expect(await runJobs()).toBeGreaterThan(0)
    const after = await pages.get(people.member, path, avif)
    expect(after.headers['content-type']).toBe('image/avif')
    expect((await pages.get(people.member, path)).headers['content-type']).toBe('image/webp')
    const { variants } = await pages.forum.store.read
      .selectFrom('blobs')
      .select('variants')
      .executeTakeFirstOrThrow()
    expect(variants).not.toContain('source')
  })

  test('a file that was lost is not found, until somebody sends it again', async () => {
    const { store } = pages.forum.files
    const bytes = Buffer.from('%PDF a quay')
    const file = await sent(people.member, 'quay.pdf', bytes)
    const picture = await sent(people.member, 'a.png', await pictureOf(500, 250))
    await start(people.member, 'Look.', [file.id, picture.id])
    const blobs = await pages.forum.store.read.selectFrom('blobs').select('variants').execute()
    for (const { variants } of blobs)
      for (const { name } of JSON.parse(variants) as { name: string }[]) await store.remove(name)
    const paths = [file.path, `/attachments/${picture.id}/400`]
    for (const path of paths) {
      const gone = await pages.get(people.guest, path)
      expect([gone.statusCode, gone.headers['etag'], gone.headers['content-disposition']]).toEqual([
        ...[404, undefined, undefined],
      ])
    }
    await sent(people.moderator, 'again.pdf', bytes)
    await sent(people.moderator, 'b.png', await pictureOf(500, 250))
    await runJobs()
    for (const path of paths) expect((await pages.get(people.guest, path)).statusCode, path).toBe(200)
    expect((await pages.get(people.guest, file.path)).body).toBe('%PDF a quay')
  })

  test('any other file is given as a download alone, under its cleaned name', async () => {
    const file = await sent(
      people.member,
      'x/..\\R\u202Eéport.pdf',
      Buffer.from('%PDF-1.7 <script>alert(1)</script>'),
    )
    expect(file).toMatchObject({ name: 'Réport.pdf', kind: 'file' })
    await start(people.member, 'Look.', [file.id])
    const answer = await pages.get(people.guest, file.path)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="R_port.pdf"; filename*=UTF-8''R%C3%A9port.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    expect(answer.body).toContain('%PDF')
    expect((await pages.get(people.guest, `/attachments/${file.id}/other.html`)).statusCode).toBe(404)
  })

  test('what pretends to be a picture is refused with a sentence', async () => {
    const refused: [string, string | Buffer, string?][] = [
      ['a.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
      ['a.gif', '<!doctype html><script>alert(1)</script>'],
      ['a.txt', 'not a picture', 'image/png'],
      ['a.heic', 'ftypheic'],
      ['a.html', 'x'],
      ['a.png.exe', 'MZ'],
      ['a.jpg', (await pictureOf(900, 900)).subarray(0, 600)],
    ]
    for (const [name, bytes, type] of refused) {
      const answer = await send(people.member, name, Buffer.from(bytes as string), type)
      expect([answer.statusCode, answer.json().error.field], name).toEqual([422, 'file'])
      expect(answer.json().error.message.length).toBeGreaterThan(20)
    }
    expect(await pages.forum.store.read.selectFrom('blobs').selectAll().execute()).toEqual([])
  })

  test('guests send nothing, nor does a form without a token', async () => {
    expect((await send(people.guest, 'a.txt', Buffer.from('x'))).statusCode).toBe(401)
    expect((await send(people.suspended, 'a.txt', Buffer.from('x'))).statusCode).toBe(403)
    const { cookie } = await pages.proof(people.member)
    const { payload, type } = multipart([{ name: 'a.txt', bytes: Buffer.from('x') }])
    const headers = { cookie, 'content-type': type, accept: 'application/json' }
    expect((await pages.send({ method: 'POST', url: '/attachments', payload, headers })).statusCode).toBe(403)
    const none = await pages.postJson(people.member, '/attachments', {})
    expect([none.statusCode, none.json().error.field]).toEqual([422, 'file'])
  })

  test('who may read the post may fetch its files, and nobody else may', async () => {
    const { staff } = pages.house.boards
    const file = await sent(people.moderator, 'a.txt', Buffer.from('secret'))
    const answers = async () =>
      Promise.all(
        (['guest', 'member', 'moderator', 'administrator'] as const).map(
          async name => (await pages.get(people[name], file.path)).statusCode,
        ),
      )
    expect(await answers()).toEqual([404, 404, 200, 404])
    await start(people.moderator, 'For us.', [file.id], staff)
    expect(await answers()).toEqual([404, 404, 200, 200])
    const missing = await pages.get(people.member, '/attachments/999/a.txt')
    expect((await pages.get(people.member, file.path)).body).toBe(missing.body)

    const open = await sent(people.member, 'b.txt', Buffer.from('open'))
    const { threadId } = await start(people.member, 'Open.')
    const place = await act(pages.forum, people.member, a =>
      reply(a, {
        threadId,
        source: 'b',
        format: 'markdown',
        requestKey: null,
        attachments: [open.id, file.id],
      }),
    )
    const status = async () => (await pages.get(people.guest, open.path)).statusCode
    expect(await status()).toBe(200)
    expect(await answers()).toEqual([404, 404, 200, 200])
    await act(pages.forum, people.moderator, a => deletePost(a, { ...place, reason: '' }))
    expect(await status()).toBe(404)
    expect((await pages.get(people.member, open.path)).statusCode).toBe(404)
    await act(pages.forum, people.moderator, a => restorePost(a, place))
    expect(await status()).toBe(200)
  })

  test('an edit takes files out and adds others; what is out is nobody else’s', async () => {
    const [one, two] = [
      await sent(people.member, 'a.txt', Buffer.from('1')),
      await sent(people.member, 'b.txt', Buffer.from('2')),
    ]
    const place = await start(people.member, `[first](attachment:${one.id})`, [one.id])
    const edit = (source: string, attachments: number[] | undefined, basedOn: number) =>
      act(pages.forum, people.member, a =>
        editPost(a, { ...place, source, reason: '', basedOn, attachments }),
      )
    await edit(`[first](attachment:${one.id})`, [two.id], 1)
    const ids = async () =>
      (
        await pages.forum.store.read
          .selectFrom('attachments')
          .select('id')
          .where('postId', 'is not', null)
          .orderBy('position')
          .execute()
      ).map(row => row.id)
    expect(await ids()).toEqual([two.id, one.id])
    await edit('Nothing.', [], 1)
    expect(await ids()).toEqual([])
    expect((await pages.get(people.guest, one.path)).statusCode).toBe(404)
    expect((await pages.get(people.member, one.path)).statusCode).toBe(200)
  })

  test('a text shows only files of its post, and its writer’s own', async () => {
    const other = await sent(people.moderator, 'a.txt', Buffer.from('1'))
    await start(people.member, `[x](attachment:${other.id})`, [other.id])
    expect(await htmlOf()).toContain(`[x](attachment:${other.id})`)
    expect((await pages.get(people.guest, other.path)).statusCode).toBe(404)
  })

  test('the same file is stored once, however often and at once it is sent', async () => {
    const bytes = await pictureOf(700, 300)
    const all = await Promise.all([1, 2, 3, 4].map(index => sent(people.member, `p${index}.png`, bytes)))
    expect(new Set(all.map(each => each.id)).size).toBe(4)
    expect(await pages.forum.store.read.selectFrom('blobs').select('hash').execute()).toHaveLength(1)
  })

  test('what nobody uses is swept, and what is sent again meanwhile stays', async () => {
    const bytes = Buffer.from('the same bytes')
    const first = await sent(people.member, 'a.txt', bytes)
    await act(pages.forum, people.member, a => removeAttachment(a, first.id))
    pages.house.pass(2 * DAY)
    const [second] = await Promise.all([sent(people.member, 'b.txt', bytes), sweepAttachments(pages.forum)])
    await runJobs()
    expect((await pages.get(people.member, second.path)).body).toBe('the same bytes')
    pages.house.pass(2 * DAY)
    await sweepAttachments(pages.forum)
    pages.house.pass(DAY)
    await sweepAttachments(pages.forum)
    const names = await pages.forum.store.read.selectFrom('blobs').select('hash').execute()
    expect(names).toEqual([])
    await runJobs()
    expect((await pages.get(people.member, second.path)).statusCode).toBe(404)
  })
})
