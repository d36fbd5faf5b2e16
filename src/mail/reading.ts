const WORD = /=\?utf-8\?([bq])\?([^?]*)\?=/gi
const BETWEEN_WORDS = /(\?=)\s+(=\?)/g

/** The headers of a message, each on one line, what is folded put together. Ends at the empty line. */
export function headersOf(message: Buffer): string[] {
  const text = message.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  return unfolded(end < 0 ? text : text.slice(0, end))
}

const unfolded = (head: string): string[] => head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')

/** Quoted-printable (RFC 2045) → bytes. */
function fromQuotedPrintable(text: string): Buffer {
  const whole = text.replace(/=\r?\n/g, '')
  return Buffer.from(
    whole.replace(/=([0-9A-F]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

/** The value of a header as a person reads it (RFC 2047). */
function readable(value: string): string {
  return value
    .replace(BETWEEN_WORDS, '$1$2')
    .replace(WORD, (_match, coding: string, text: string) =>
      coding.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString()
        : fromQuotedPrintable(text.replaceAll('_', ' ')).toString(),
    )
}

const valueIn = (headers: readonly string[], name: string): string => {
  const found = headers.find(header => header.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return found === undefined ? '' : readable(found.slice(name.length + 1).trim())
}

/** To whom a mail is, and about what. */
export const headOf = (headers: readonly string[]): { to: string; subject: string } => ({
  to: valueIn(headers, 'To'),
  subject: valueIn(headers, 'Subject'),
})

function decoded(head: readonly string[], body: string): string {
  const coding = valueIn(head, 'Content-Transfer-Encoding').toLowerCase()
  if (coding === 'base64') return Buffer.from(body, 'base64').toString()
  if (coding === 'quoted-printable') return fromQuotedPrintable(body).toString()
  return Buffer.from(body, 'latin1').toString()
}

/** A message that was put together here → its headers and its two parts. It reads no others. */
export function openMail(message: Buffer): {
  to: string
  subject: string
  headers: string[]
  text: string
  html: string
} {
  const headers = headersOf(message)
  const boundary = /boundary="?([^";]+)"?/.exec(valueIn(headers, 'Content-Type'))?.[1]
  const parts = boundary === undefined ? [] : message.toString('latin1').split(`--${boundary}`)
  const opened = parts.map(part => {
    const [head = '', ...body] = part.replace(/^\r\n/, '').split('\r\n\r\n')
    const own = unfolded(head)
    return {
      type: valueIn(own, 'Content-Type'),
      text: decoded(own, body.join('\r\n\r\n').replace(/\r\n$/, '')),
    }
  })
  const part = (type: string): string =>
    opened.find(each => each.type.startsWith(type))?.text.replaceAll('\r\n', '\n') ?? ''
  return { ...headOf(headers), headers, text: part('text/plain'), html: part('text/html') }
}
