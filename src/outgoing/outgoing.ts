import { SECOND } from '#base/time.ts'
import { turns } from '#base/turns.ts'
import { readBody } from './body.ts'
import { decode, type PageType, TYPES, typeOf } from './charset.ts'
import { Failure, type FailureReason } from './failure.ts'
import { requestOnce } from './request.ts'
import { createResolver, type Resolve } from './resolver.ts'
import { type Bounds, type Target, targetOf } from './targets.ts'

/** How long a page may take altogether, waiting and redirects included, in milliseconds. */
export const WHOLE_TIME = 10 * SECOND
/** How often a page may lead to another. */
export const MOST_REDIRECTS = 5
/** Requests under way at once, and how many may wait; the same for each host. */
const AT_ONCE = { all: 4, waiting: 16 } as const
const AT_HOST = { all: 1, waiting: 3 } as const
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** A page of the web as it was read. */
export interface FetchedPage {
  /** Where it was in the end, redirects followed. */
  readonly url: string
  readonly type: PageType
  readonly text: string
}

/** A page that was not read, and why. */
export interface NotFetched {
  readonly failure: FailureReason
}

/** The one way out: whoever wants something of another machine asks here. */
export interface Outgoing {
  /** Whether the operator allows requests. */
  readonly isAllowed: boolean
  /**
   * Reads a page of the web: http and https at their own ports, at public addresses alone, at each step of up to
   * `MOST_REDIRECTS`; text of up to `MAX_BYTES`, within `WHOLE_TIME`. Throws `Refused` `unavailable` when too many are
   * under way.
   */
  readPage(address: string): Promise<FetchedPage | NotFetched>
}

/** What the client is made of. */
export interface OutgoingOptions extends Bounds {
  readonly isAllowed: boolean
  /** The version of this program, which every request names. */
  readonly version: string
}

/** What stands in for the world in tests. */
interface World {
  readonly resolve?: Resolve
  /** As PEM; what the machine trusts unless given. */
  readonly trusted?: string
}

/** What all requests of a client share. */
interface Client {
  readonly options: OutgoingOptions
  readonly resolve: Resolve
  readonly trusted: string | undefined
  readonly inTurn: <T>(host: string, work: () => Promise<T>) => Promise<T>
}

/** The client for requests to the world. A connection is made for each request and closed after it; nothing is kept. */
export function createOutgoing(options: OutgoingOptions, world: World = {}): Outgoing {
  const client = {
    options,
    resolve: world.resolve ?? createResolver(),
    trusted: world.trusted,
    inTurn: hostTurns(),
  }
  return {
    isAllowed: options.isAllowed,
    readPage: async address => {
      if (!options.isAllowed) return { failure: 'forbidden' }
      const signal = AbortSignal.timeout(WHOLE_TIME)
      try {
        return await follow(client, address, signal)
      } catch (error) {
        if (error instanceof Failure) return { failure: error.reason }
        throw error
      }
    },
  }
}

/** One at a time for each host, a few for all of them. */
function hostTurns(): Client['inTurn'] {
  const allTurns = turns(AT_ONCE.all, AT_ONCE.waiting)
  const hosts = new Map<string, { readonly take: ReturnType<typeof turns>; users: number }>()
  return async (host, work) => {
    const turn = hosts.get(host) ?? { take: turns(AT_HOST.all, AT_HOST.waiting), users: 0 }
    hosts.set(host, turn)
    turn.users++
    try {
      return await turn.take(() => allTurns(work))
    } finally {
      if (--turn.users === 0) hosts.delete(host)
    }
  }
}

/** Asks for a page, and for the one that it leads to. */
async function follow(client: Client, address: string, signal: AbortSignal): Promise<FetchedPage> {
  const { options, resolve, inTurn } = client
  let next = address
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    const target = await targetOf(next, options, { resolve, signal })
    const found = await inTurn(target.host, () => visit(client, target, signal))
    if (typeof found !== 'string') return found
    next = found
  }
  throw new Failure('redirects')
}

/** One request; → the page, or the address that it leads to. */
async function visit(
  { options, trusted }: Client,
  target: Target,
  signal: AbortSignal,
): Promise<FetchedPage | string> {
  if (signal.aborted) throw new Failure('slow')
  const headers = headersOf(options)
  const answer = await requestOnce(target, { headers, signal, trusted })
  try {
    const { statusCode, headers: told } = answer
    if (REDIRECTS.has(statusCode ?? 0)) return leadsTo(told.location, target.url)
    if (statusCode !== 200) throw new Failure('status')
    const type = typeOf(told['content-type'])
    if (type === null) throw new Failure('type')
    return { url: target.url.href, type, text: decode(await readBody(answer, signal), told['content-type']) }
  } finally {
    answer.destroy()
  }
}

const headersOf = ({ version, origin }: OutgoingOptions): Record<string, string> => ({
  'user-agent': `Rostra/${version} (+${origin})`,
  accept: TYPES.join(', '),
  'accept-encoding': 'gzip, br',
})

function leadsTo(location: string | undefined, from: URL): string {
  if (location === undefined || !URL.canParse(location, from.href)) throw new Failure('status')
  return new URL(location, from.href).href
}
