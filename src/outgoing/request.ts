import { type IncomingMessage, type RequestOptions, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import { Failure } from './failure.ts'
import type { Target } from './targets.ts'

/** How long it may take to be connected, in milliseconds; with https until both sides know each other. */
export const CONNECT_TIME = 5000
/** How long one address is tried before the next, in milliseconds. */
const NEXT_ADDRESS = 1500

/** What a request is sent with. */
export interface Sending {
  readonly headers: Readonly<Record<string, string>>
  /** GET unless given. */
  readonly method?: 'GET' | 'POST'
  readonly body?: string
  /** Ends everything, whatever is under way. */
  readonly signal: AbortSignal
  /** Certificates that are trusted instead of those the machine trusts, as PEM. */
  readonly trusted?: string | undefined
}

/** Hands out the addresses that were checked, whatever is asked for. */
const answerWith =
  (addresses: readonly string[]): LookupFunction =>
  (_host, options, done) => {
    const all = addresses.map(address => ({ address, family: isIPv6(address) ? 6 : 4 }))
    if (options.all) done(null, all)
    else done(null, all[0]!.address, all[0]!.family)
  }

/**
 * One request, on a connection of its own to one of the addresses of the target, without cookies. → the answer, its body
 * not read. Throws a `Failure`: `slow`, `unreachable`.
 */
export function requestOnce(target: Target, sending: Sending): Promise<IncomingMessage> {
  const { url, host, port, addresses } = target
  const isSecure = url.protocol === 'https:'
  const options: RequestOptions & { autoSelectFamilyAttemptTimeout: number; ca?: string } = {
    ...{
      method: sending.method ?? 'GET',
      hostname: host,
      port,
      path: url.pathname + url.search,
      agent: false,
    },
    headers: { host: url.host, ...sending.headers, connection: 'close' },
    lookup: answerWith(addresses),
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS,
    signal: sending.signal,
    ...(sending.trusted !== undefined && { ca: sending.trusted }),
  }
  return new Promise((resolve, reject) => {
    const sent = isSecure ? requestSecure(options) : requestPlain(options)
    const timer = setTimeout(() => sent.destroy(new Failure('slow')), CONNECT_TIME)
    sent.once('socket', socket =>
      socket.once(isSecure ? 'secureConnect' : 'connect', () => clearTimeout(timer)),
    )
    sent.once('close', () => {
      clearTimeout(timer)
      // An answer that switches to another protocol ends without a word.
      reject(new Failure(sending.signal.aborted ? 'slow' : 'unreachable'))
    })
    sent.on('error', error => {
      if (error instanceof Failure) reject(error)
      else reject(new Failure(sending.signal.aborted ? 'slow' : 'unreachable', error))
    })
    sent.once('response', resolve)
    sent.end(sending.body)
  })
}
