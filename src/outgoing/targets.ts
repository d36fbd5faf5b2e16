import type { NamedHost } from '#config/kinds.ts'
import { isLiteral, isPublic } from './addresses.ts'
import { Failure } from './failure.ts'
import type { Resolve } from './resolver.ts'

/** The longest address that is asked for, in UTF-16 units. */
export const MAX_ADDRESS = 2000
/** More addresses than this are not tried. */
const MOST_ADDRESSES = 4
const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 }
const LOOPBACK = /^(localhost|.*\.localhost)$/

/** Where a request goes: checked, with the very addresses that may be connected to. */
export interface Target {
  readonly url: URL
  /** The host without the brackets of IPv6 and without a dot at its end. */
  readonly host: string
  readonly port: number
  readonly addresses: readonly string[]
}

/** What decides where requests may go. */
export interface Bounds {
  /** The forum's own origin, which is never asked. */
  readonly origin: string
  /** Hosts that the operator named: whatever their address is, and at the port that was named with them. */
  readonly hosts: readonly NamedHost[]
}

const bare = (hostname: string): string => hostname.replace(/\.+$/, '')

const portOf = (url: URL): number => (url.port === '' ? PORTS[url.protocol]! : Number(url.port))

/**
 * A web address → its host and port, if requests may go there at all as far as it shows. Throws a `Failure`: `address` for
 * another scheme or port, a name and password, the forum itself, an IP address that is not public.
 */
function readAddress(
  address: string,
  { origin, hosts }: Bounds,
): Omit<Target, 'addresses'> & { isNamed: boolean } {
  const url = address.length <= MAX_ADDRESS && URL.canParse(address) ? new URL(address) : undefined
  if (!url || !Object.hasOwn(PORTS, url.protocol)) throw new Failure('address')
  if (url.username !== '' || url.password !== '') throw new Failure('address')
  const port = portOf(url)
  const name = bare(url.hostname)
  const own = new URL(origin)
  const isOwn = name === bare(own.hostname)
  const known = hosts.filter(each => each.host === name)
  const isNamed = known.some(each => (each.port === null ? port === PORTS[url.protocol] : each.port === port))
  if (isOwn && (port === portOf(own) || !isNamed)) throw new Failure('address')
  if (!isNamed && (port !== PORTS[url.protocol] || name === '' || LOOPBACK.test(name)))
    throw new Failure('address')
  return { url, host: name.replace(/^\[|\]$/g, ''), port, isNamed }
}

/**
 * A web address → where to connect to. A name is resolved here and nowhere else; every one of its addresses must be public,
 * unless the operator named the host. Throws a `Failure`: `address`, `unreachable` where nothing is known of the name.
 */
export async function targetOf(
  address: string,
  bounds: Bounds,
  ask: { readonly resolve: Resolve; readonly signal: AbortSignal },
): Promise<Target> {
  const { isNamed, ...place } = readAddress(address, bounds)
  const isAddress = isLiteral(bare(place.url.hostname))
  const addresses = isAddress ? [place.host] : await ask.resolve(place.host, { isNamed, signal: ask.signal })
  if (addresses.length === 0) throw new Failure('unreachable')
  if (!isNamed && !addresses.every(isPublic)) throw new Failure('address')
  return { ...place, addresses: addresses.slice(0, MOST_ADDRESSES) }
}
