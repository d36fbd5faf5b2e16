import { lookup, Resolver } from 'node:dns/promises'
import { Failure } from './failure.ts'

/** A host name → all its addresses, IPv4 first; none where there are none. */
export type Resolve = (
  name: string,
  options: { readonly isNamed: boolean; readonly signal: AbortSignal },
) => Promise<readonly string[]>

/** How long one server of names is waited for, in milliseconds, and how often it is asked. */
const WAIT = 2000
const TRIES = 2

/**
 * Asks the servers of names for A and AAAA records, those of the machine unless others are given; hosts that the operator
 * named are also looked for where this machine keeps names of its own. Throws `slow` when the signal comes first.
 */
export function createResolver(servers?: readonly string[]): Resolve {
  return async (name, { isNamed, signal }) => {
    if (isNamed) return (await lookup(name, { all: true }).catch(() => [])).map(each => each.address)
    const resolver = new Resolver({ timeout: WAIT, tries: TRIES })
    if (servers) resolver.setServers(servers)
    const cancel = () => resolver.cancel()
    signal.addEventListener('abort', cancel, { once: true })
    const found = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
    signal.removeEventListener('abort', cancel)
    if (signal.aborted) throw new Failure('slow')
    return found.flatMap(each => (each.status === 'fulfilled' ? each.value : []))
  }
}
