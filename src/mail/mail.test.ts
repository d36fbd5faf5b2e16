import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY } from '#base/time.ts'
import { MOST_KEPT } from './folder.ts'
import { createMailer } from './mailer.ts'
import { messageOf } from './message.ts'
import type { Mail } from './model.ts'

const MAIL: Mail = {
  id: 'abc',
  to: 'bo@example.org',
  senderName: 'Harbour Board',
  subject: 'Confirm your address',
  text: 'Somebody joined.\n\nhttps://forum.test/confirm/x',
  html: '<!doctype html><html lang="en" dir="ltr"><head><title>x</title></head><body><p>Somebody joined.</p></body></html>',
  locale: 'en',
  unsubscribe: null,
}
const SENDER = { address: 'forum@forum.test', host: 'forum.test' }
const HEADERS = [
  ...['auto-submitted', 'content-language', 'content-type', 'date', 'from', 'message-id', 'mime-version'],
  ...['subject', 'to', 'x-auto-response-suppress'],
]

const parse = async (mail: Mail) => simpleParser((await messageOf(mail, SENDER)).bytes)

describe('a mail', () => {
  test('has a part of text and one of HTML, and says where it comes from', async () => {
    const read = await parse({ ...MAIL, unsubscribe: 'https://forum.test/mail/unsubscribe/x' })
    expect([read.subject, read.from?.text, read.messageId]).toEqual([
      'Confirm your address',
      '"Harbour Board" <forum@forum.test>',
      '<abc@forum.test>',
    ])
    expect(read.text?.trimEnd()).toBe(MAIL.text)
    expect(String(read.html).trimEnd()).toBe(MAIL.html)
    expect(read.headers.get('auto-submitted')).toBe('auto-generated')
    expect(read.headerLines.find(each => each.key === 'list-unsubscribe')?.line).toBe(
      'List-Unsubscribe: <https://forum.test/mail/unsubscribe/x>',
    )
    expect(read.headerLines.find(each => each.key === 'list-unsubscribe-post')?.line).toBe(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    )
    expect(read.attachments).toEqual([])
  })

  test('gets no header from anything that somebody wrote', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 300 })
    const hostile = fc.constantFrom(
      ...['\r\nBcc: evil@example.org', '\nBcc: evil@example.org\n\nbody', '\r\n\r\n<script>', '\0Bcc: x'],
      ...[
        '=?utf-8?q?=0D=0ABcc:_evil@example.org?=',
        '\u2028Bcc: x',
        '"<evil@example.org>, "',
        '\u0085Bcc: x',
      ],
    )
    const text = fc.array(fc.oneof(line, hostile), { maxLength: 4 }).map(parts => parts.join(''))
    await fc.assert(
      fc.asyncProperty(text, text, async (subject, senderName) => {
        const read = await parse({ ...MAIL, subject, senderName })
        expect(read.headerLines.map(each => each.key).sort()).toEqual(HEADERS)
        expect(read.from?.value.map(each => each.address)).toEqual(['forum@forum.test'])
        expect([read.to].flat().flatMap(each => each?.value.map(one => one.address))).toEqual([MAIL.to])
        expect(read.text?.trimEnd()).toBe(MAIL.text)
      }),
      { numRuns: 150 },
    )
  })

  test('goes to the longest address that there is', async () => {
    const to = `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(57)}.org`
    expect(to).toHaveLength(254)
    expect((await messageOf({ ...MAIL, to }, SENDER)).envelope.to).toEqual([to])
    await expect(messageOf({ ...MAIL, to: `a${to}` }, SENDER)).rejects.toThrow()
  })

  test('goes to one address and no other', async () => {
    for (const to of [
      'a@b.c, d@e.f',
      'a@b.c\r\nBcc: d@e.f',
      '<a@b.c>',
      'a',
      '',
      'x <a@b.c>',
      'a@b@c',
      'g: a@b.c;',
    ])
      await expect(messageOf({ ...MAIL, to }, SENDER), to).rejects.toThrow()
  })
})

describe('the folder', () => {
  let data: string
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'rostra-mail-'))
  })
  afterEach(() => rm(data, { recursive: true }))

  let now = Date.UTC(2026, 10, 24, 9)
  const mailer = () =>
    createMailer({ url: 'https://forum.test', data, smtp: undefined, mailFrom: undefined, clock: () => now })

  test('keeps mails as files for their owner alone, and shows them again', async () => {
    const { folder, send, server } = mailer()
    expect([server, await folder?.list()]).toEqual([null, []])
    const subject = `أكّد عنوانك ${'und noch ein wenig länger '.repeat(8)}`.trim()
    const text = `Grüße = 100 %\n\n${'lang '.repeat(60).trim()}\n.\n— مرحبا\n\nhttps://forum.test/confirm/x`
    await send({ ...MAIL, subject, text })
    now += 1000
    await send({ ...MAIL, to: 'cy@example.org' })
    const listed = (await folder?.list()) ?? []
    expect(listed.map(({ to, subject: about }) => [to, about])).toEqual([
      ['cy@example.org', MAIL.subject],
      ['bo@example.org', subject],
    ])
    expect(listed[0]?.at).toBe(now)
    const opened = await folder?.read(listed[1]?.name ?? '')
    expect(opened).toMatchObject({ text, html: MAIL.html, subject })
    expect(opened?.headers).toContain('Message-ID: <abc@forum.test>')
    for (const file of await readdir(join(data, 'mail'))) {
      expect((await stat(join(data, 'mail', file))).mode & 0o777).toBe(0o600)
      expect((await simpleParser(await readFile(join(data, 'mail', file)))).text).toBeTruthy()
    }
  })

  test('reads nothing but its mails, and keeps so many', async () => {
    const { folder, send } = mailer()
    await send(MAIL)
    await writeFile(join(data, 'secret.eml'), 'x')
    await writeFile(join(data, 'mail', 'notes.txt'), 'x')
    for (const name of ['../secret.eml', '..%2fsecret.eml', 'notes.txt', '', '/etc/passwd', 'x\0.eml'])
      expect(await folder?.read(name), name).toBeUndefined()
    expect(await folder?.list()).toHaveLength(1)
    now += 31 * DAY
    await send(MAIL)
    expect(await folder?.list()).toHaveLength(1)
    for (let index = 0; index < MOST_KEPT + 5; index++) {
      const name = `2026-12-24T09-00-00-${String(index).padStart(3, '0')}Z-x.eml`
      await writeFile(join(data, 'mail', name), 'To: a@b.c\r\n\r\n')
    }
    await send(MAIL)
    expect(await folder?.list()).toHaveLength(MOST_KEPT)
    await utimes(data, 0, 0)
  })
})
