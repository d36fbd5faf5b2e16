import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailServer } from '#config/kinds.ts'
import { createMailer } from './mailer.ts'
import type { Mail } from './model.ts'

const MAIL: Mail = {
  ...{ id: 'abc', to: 'bo@example.org', senderName: 'Harbour Board', subject: 'A test' },
  ...{ text: 'One.\n.\nTwo.', html: '<p>One.</p>', locale: 'en', unsubscribe: null },
}

interface Taken {
  readonly from: string
  readonly to: readonly string[]
  readonly mail: ParsedMail
  readonly secure: boolean
}

async function withServer(
  options: SMTPServerOptions,
  ask: (port: number, taken: Taken[]) => Promise<void>,
): Promise<void> {
  const taken: Taken[] = []
  const server = new SMTPServer({
    disableReverseLookup: true,
    ...options,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', async () => {
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(each => each.address),
          mail: await simpleParser(Buffer.concat(chunks)),
          secure: session.secure,
        })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    await ask((server.server.address() as AddressInfo).port, taken)
  } finally {
    await new Promise<void>(resolve => server.close(resolve))
  }
}

const mailer = (address: string, trusted?: string) =>
  createMailer({
    ...{ url: 'https://forum.test', data: '/nowhere', mailFrom: 'board@forum.test', clock: Date.now },
    smtp: mailServer.read(address),
    ...(trusted !== undefined && { trusted }),
  })

describe('a mail server', () => {
  let folder: string
  let key: string
  let cert: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rostra-smtp-'))
    const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    execFileSync(
      'openssl',
      [
        ...[
          'req',
          '-x509',
          '-newkey',
          'ec',
          '-pkeyopt',
          'ec_paramgen_curve:prime256v1',
          '-nodes',
          '-days',
          '2',
        ],
        ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
        ...['-keyout', keyFile, '-out', certFile],
      ],
      { stdio: 'ignore' },
    )
    key = readFileSync(keyFile, 'utf8')
    cert = readFileSync(certFile, 'utf8')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('that is allowed to is given mails in the open, as they were written', () =>
    withServer({ authOptional: true, hideSTARTTLS: true }, async (port, taken) => {
      await mailer(`smtp://127.0.0.1:${port}?tls=none`).send(MAIL)
      expect(taken).toMatchObject([{ from: 'board@forum.test', to: ['bo@example.org'], secure: false }])
      expect(taken[0]?.mail.text?.trimEnd()).toBe(MAIL.text)
    }))

  test('that cannot encrypt is told neither the password nor the mail', () =>
    withServer({ hideSTARTTLS: true, authOptional: true }, async (port, taken) => {
      await expect(mailer(`smtp://me:secret@127.0.0.1:${port}`).send(MAIL)).rejects.toThrow()
      expect(taken).toEqual([])
    }))

  test('is given mails encrypted, where its certificate is known, and none where it is not', async () => {
    let signedIn = ''
    const options: SMTPServerOptions = {
      ...{ key, cert },
      onAuth: (auth, _session, done) => {
        signedIn = `${auth.username} ${auth.password}`
        done(null, { user: 'me' })
      },
    }
    for (const [scheme, secure] of [
      ['smtp', false],
      ['smtps', true],
    ] as const)
      await withServer({ ...options, secure }, async (port, taken) => {
        signedIn = ''
        const address = `${scheme}://me:s%40cret@localhost:${port}`
        await expect(mailer(address).send(MAIL)).rejects.toThrow(/certificate/i)
        expect([taken, signedIn]).toEqual([[], ''])
        await mailer(address, cert).send(MAIL)
        expect(taken).toMatchObject([{ to: ['bo@example.org'], secure: true }])
        expect(signedIn).toBe('me s@cret')
      })
  })

  test('that refuses, or is not there, is a mail that was not sent', async () => {
    await withServer(
      { authOptional: true, hideSTARTTLS: true, onRcptTo: (_to, _session, done) => done(new Error('no')) },
      async (port, taken) => {
        await expect(mailer(`smtp://127.0.0.1:${port}?tls=none`).send(MAIL)).rejects.toThrow()
        expect(taken).toEqual([])
      },
    )
    await expect(mailer('smtp://127.0.0.1:1?tls=none').send(MAIL)).rejects.toThrow()
  })
})
