import { join } from 'node:path'
import { type Clock, SECOND } from '#base/time.ts'
import type { MailServer } from '#config/kinds.ts'
import { mailFolder } from './folder.ts'
import { messageOf } from './message.ts'
import type { Mailer } from './model.ts'

/** What the mailer is made of. */
export interface MailerOptions {
  /** The forum's own address; mails are numbered under its host. */
  readonly url: string
  /** The folder of all that belongs to the forum. */
  readonly data: string
  readonly smtp: MailServer | undefined
  /** The address that mails are from; `forum@` the host unless given. */
  readonly mailFrom: string | undefined
  readonly clock: Clock
  /** As PEM, for tests; what the machine trusts unless given. */
  readonly trusted?: string
}

const TIMES = { connectionTimeout: 15 * SECOND, greetingTimeout: 15 * SECOND, socketTimeout: 60 * SECOND }

/** Mails by the operator's server, or into a folder that the administrators can read. */
export function createMailer(options: MailerOptions): Mailer {
  const { smtp, clock } = options
  const host = new URL(options.url).hostname
  // A number is no domain of a mail address.
  const domain = /^[\d.]+$|^\[/.test(host) ? 'localhost' : host
  const sender = { address: options.mailFrom ?? `forum@${domain}`, host: domain }
  if (smtp) return { ...bySmtp(smtp, sender, options.trusted), folder: null }
  const folder = mailFolder(join(options.data, 'mail'))
  return {
    server: null,
    folder,
    send: async mail => folder.put(await messageOf(mail, sender), clock()),
  }
}

function bySmtp(
  smtp: MailServer,
  sender: { address: string; host: string },
  trusted: string | undefined,
): Pick<Mailer, 'server' | 'send'> {
  const { host, port, secure, encryption, user, password } = smtp
  return {
    server: `${host}:${port}`,
    send: async mail => {
      const { createTransport } = await import('nodemailer')
      const { envelope, bytes } = await messageOf(mail, sender)
      const transport = createTransport({
        ...{ host, port, secure, ...TIMES },
        name: sender.host,
        ...(user !== '' && { auth: { user, pass: password } }),
        requireTLS: !secure && encryption === 'required',
        ignoreTLS: encryption === 'none',
        tls: {
          minVersion: 'TLSv1.2',
          rejectUnauthorized: true,
          ...(trusted !== undefined && { ca: trusted }),
        },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      try {
        await transport.sendMail({ envelope: { from: envelope.from, to: [...envelope.to] }, raw: bytes })
      } finally {
        transport.close()
      }
    },
  }
}
