import type { Mail } from './model.ts'

/** A mail as it goes over the wire, and between whom. */
export interface Message {
  readonly envelope: { readonly from: string; readonly to: readonly string[] }
  readonly bytes: Buffer
}

const LONGEST_VALUE = 900
/** What ends a line, anywhere, and what nobody sees. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu

/** Any text → what can stand as the value of a header: one line. */
export const headerValue = (text: string): string =>
  text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_VALUE)

/** Throws an `Error` for an address that is more than one, or no address. */
function mustBeOneAddress(address: string): string {
  if (/^[^\s\p{C}<>(),:;"[\]\\]{1,254}$/u.test(address) && address.split('@').length === 2) return address
  throw new Error('this is not one mail address')
}

/** The headers that say how a mail can be ended (RFC 8058), and that no person wrote it (RFC 3834). */
function headersOf(mail: Mail): Record<string, string> {
  const own = {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': mail.locale,
  }
  if (mail.unsubscribe === null) return own
  return {
    ...own,
    'List-Unsubscribe': `<${headerValue(mail.unsubscribe).replace(/[\s<>]/g, '')}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

/**
 * Puts a mail together: a part of text and one of HTML that say the same. `host` is that of the forum. Throws an `Error`
 * where the address is none.
 */
export async function messageOf(mail: Mail, sender: { address: string; host: string }): Promise<Message> {
  const { createTransport } = await import('nodemailer')
  const to = mustBeOneAddress(mail.to)
  const from = mustBeOneAddress(sender.address)
  const made = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail({
    from: { name: headerValue(mail.senderName), address: from },
    to: { name: '', address: to },
    subject: headerValue(mail.subject) || '…',
    messageId: `<${mail.id.replace(/[^\w.-]/g, '')}@${sender.host}>`,
    headers: headersOf(mail),
    text: mail.text,
    html: mail.html,
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { envelope: { from, to: [to] }, bytes: made.message as Buffer }
}
