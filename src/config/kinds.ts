import { isIP } from 'node:net'

/** A kind of value: `expects` completes the sentence "X must be …"; `read` gives undefined for what is none. */
export interface Kind<T> {
  readonly expects: string
  read(text: string): T | undefined
}

/** A whole number in a range, both ends included, times a factor. */
export function wholeNumber(least: number, most: number, factor = 1): Kind<number> {
  return {
    expects: `a whole number from ${least} to ${most}`,
    read: text => {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
      return value >= least && value <= most ? value * factor : undefined
    },
  }
}

/** One of a few words. */
export function oneOf<const T extends string>(...words: readonly T[]): Kind<T> {
  const last = words.at(-1)
  return {
    expects: `${words.slice(0, -1).join(', ')} or ${last}`,
    read: text => words.find(word => word === text),
  }
}

/** A folder, absolute or seen from where the process is started. */
export const folder: Kind<string> = {
  expects: 'the path of a folder',
  read: text => (text.includes('\0') ? undefined : text),
}

const HOST_NAME = /^[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63}){0,126}$/i

/** An address of this machine to listen at. */
export const host: Kind<string> = {
  expects: 'an IP address or a host name, without a port',
  read: text => (isIP(text) !== 0 || (HOST_NAME.test(text) && !/^[\d.]+$/.test(text)) ? text : undefined),
}

/** A web address without path → its origin, without a slash at the end. */
export const origin: Kind<string> = {
  expects: 'an address such as https://forum.example, without a path',
  read: text => {
    const url = URL.canParse(text) ? new URL(text) : undefined
    if (!url || !/^https?:$/.test(url.protocol) || !/^https?:\/\//i.test(text)) return undefined
    return url.href === `${url.origin}/` && !/[?#@]/.test(text) ? url.origin : undefined
  },
}

/** A web address with or without a path, kept without a slash at its end. */
export const place: Kind<string> = {
  expects: 'an address such as https://s3.example/bucket',
  read: text => {
    const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined
    return url && !/[?#@\s]/.test(text) ? url.href.replace(/\/+$/, '') : undefined
  },
}

/** A word without spaces, kept as written. */
export const word: Kind<string> = {
  expects: 'one word of up to 200 characters without spaces',
  read: text => (/^[!-~]{1,200}$/.test(text) ? text : undefined),
}

/** The address of a PostgreSQL database, kept as written. */
export const postgres: Kind<string> = {
  expects: 'an address such as postgres://name:password@host:5432/database',
  read: text => (/^postgres(ql)?:\/\//i.test(text) && URL.canParse(text) ? text : undefined),
}

const MOST_HOPS = 16

/** How many proxies stand in front, or which addresses they have; none is 0. */
export const proxies: Kind<number | readonly string[]> = {
  expects: `none, a number of proxies up to ${MOST_HOPS}, or networks such as 10.0.0.0/8, fd00::/8 separated by commas`,
  read: text => {
    if (text === 'none') return 0
    if (/^\d+$/.test(text)) return wholeNumber(0, MOST_HOPS).read(text)
    const networks = text.split(',').map(network => network.trim())
    return networks.every(isNetwork) ? networks : undefined
  },
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const version = address.includes('%') ? 0 : isIP(address)
  if (version === 0 || rest.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
}

/** A host that the operator names, as addresses spell it: lower case, IPv6 in brackets; null for the usual ports. */
export interface NamedHost {
  readonly host: string
  readonly port: number | null
}

const HOST_AND_PORT = /^([^\s/?#@\\*:[\]]{1,253}|\[[\da-f:.]{2,45}\])(?::(\d{1,5}))?$/i

/** Hosts, each perhaps with a port; none is an empty list. */
export const namedHosts: Kind<readonly NamedHost[]> = {
  expects: 'none, or hosts such as wiki.example, 10.0.0.7:8080, [fd00::7] separated by commas',
  read: text => {
    if (text === 'none') return []
    const hosts = text.split(',').map(each => namedHost(each.trim()))
    return hosts.some(each => each === undefined) ? undefined : (hosts as NamedHost[])
  },
}

function namedHost(text: string): NamedHost | undefined {
  const [, written = '', digits] = HOST_AND_PORT.exec(text) ?? []
  const url = URL.canParse(`http://${written}/`) ? new URL(`http://${written}/`) : undefined
  const port = digits === undefined ? null : wholeNumber(1, 65535).read(digits)
  if (!url || port === undefined) return undefined
  return { host: url.hostname.replace(/\.+$/, ''), port }
}

const SECRET_BYTES = 32

/** Bytes nobody can guess, written in hex or base64 (of either alphabet). */
export const secretBytes: Kind<Buffer> = {
  expects: `at least ${SECRET_BYTES} random bytes in hex or base64`,
  read: text => {
    const bytes = /^([0-9a-f]{2})+$/i.test(text)
      ? Buffer.from(text, 'hex')
      : Buffer.from(/^[\w+/-]+={0,2}$/.test(text) ? text : '', 'base64')
    return bytes.length >= SECRET_BYTES ? bytes : undefined
  },
}

/** A server that takes mails. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** Whether the connection is encrypted from its first byte. */
  readonly secure: boolean
  /** Otherwise: whether it must become so before anything is said (STARTTLS), or stays in the open. */
  readonly encryption: 'required' | 'none'
  /** '' where nobody signs in. */
  readonly user: string
  readonly password: string
}

const SMTP_PORTS = { 'smtp:': 587, 'smtps:': 465 } as const

/** The address of a mail server → what it says. */
export const mailServer: Kind<MailServer> = {
  expects: 'an address such as smtps://name:password@mail.example:465, or smtp:// with STARTTLS',
  read: text => {
    const url = /^smtps?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined
    if (!url || url.hostname === '' || url.hash !== '' || !['', '/'].includes(url.pathname)) return undefined
    if (url.search !== '' && url.search !== '?tls=none') return undefined
    const secure = url.protocol === 'smtps:'
    if (secure && url.search !== '') return undefined
    try {
      return {
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port === '' ? SMTP_PORTS[secure ? 'smtps:' : 'smtp:'] : Number(url.port),
        secure,
        encryption: url.search === '' ? 'required' : 'none',
        user: decodeURIComponent(url.username),
        password: decodeURIComponent(url.password),
      }
    } catch {
      return undefined
    }
  },
}

/** One mail address, without a name. */
export const mailAddress: Kind<string> = {
  expects: 'a mail address such as forum@forum.example',
  read: text => (/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9.-]{1,200}$/i.test(text) ? text : undefined),
}
