import type { IncomingMessage } from 'node:http'
import { SECOND } from '#base/time.ts'
import { turns } from '#base/turns.ts'
import { type Answered, askOnce, type Question } from './asking.ts'
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
/** The same for services, whom people wait for while they sign in. */
const SERVICES_AT_ONCE = { all: 16, waiting: 64 } as const
const SERVICE_AT_ONCE = { all: 8, waiting: 32 } as const
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** A page of the web as it was read. */
export interface FetchedPage {
  /** Where it was in the end, redirects followed. */
  readonly url: string
  readonly type: PageType
  readonly text: string
}

/** The types of pictures that are fetched; whether they are any is for their reader to see. */
const PICTURE_TYPES = ['image/webp', 'image/png', 'image/jpeg', 'image/gif']

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
  /** The bytes of a picture of the web, under the same limits; nothing of it is looked at. Throws as `readPage` does. */
  readPicture(address: string): Promise<Buffer | NotFetched>
  /** Asks a service that an administrator named; see `askOnce`. Throws as `readPage` does. */
  ask(address: string, question: Question): Promise<Answered | NotFetched>
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
    inTurn: hostTurns(AT_ONCE, AT_HOST),
  }
  const serviceInTurn = hostTurns(SERVICES_AT_ONCE, SERVICE_AT_ONCE)
  return {
    isAllowed: options.isAllowed,
    readPage: address => fetched(client, address, PAGE),
    readPicture: address => fetched(client, address, PICTURE),
    ask: (address, question) => asked({ ...client, inTurn: serviceInTurn }, address, question),
  }
}

/** What is asked for, and how the answer is taken. */
interface Wanted<T> {
  readonly accept: readonly string[]
  take(answer: IncomingMessage, url: URL, signal: AbortSignal): Promise<T>
}

const PAGE: Wanted<FetchedPage> = {
  accept: TYPES,
  take: async (answer, { href: url }, signal) => {
    const told = answer.headers['content-type']
    const type = typeOf(told)
    if (type === null) throw new Failure('type')
    return { url, type, text: decode(await readBody(answer, signal), told) }
  },
}

const PICTURE: Wanted<Buffer> = {
  accept: PICTURE_TYPES,
  take: (answer, _url, signal) => {
    const type = answer.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
    if (!PICTURE_TYPES.includes(type ?? '')) throw new Failure('type')
    return readBody(answer, signal)
  },
}

const fetched = <T>(client: Client, address: string, wanted: Wanted<T>): Promise<T | NotFetched> =>
  withinLimits(client, signal => follow(client, address, { wanted, signal }))

function asked(client: Client, address: string, question: Question): Promise<Answered | NotFetched> {
  const { options: bounds, inTurn, resolve, trusted } = client
  const host = URL.canParse(address) ? new URL(address).host : ''
  const agent = agentOf(bounds)
  return withinLimits(client, signal =>
    inTurn(host, () => askOnce(address, question, { bounds, agent, resolve, trusted, signal })),
  )
}

async function withinLimits<T>(
  client: Client,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | NotFetched> {
  if (!client.options.isAllowed) return { failure: 'forbidden' }
  try {
    return await work(AbortSignal.timeout(WHOLE_TIME))
  } catch (error) {
    if (error instanceof Failure) return { failure: error.reason }
    throw error
  }
}

/** One at a time for each host, a few for all of them. */
function hostTurns(
  atOnce: { all: number; waiting: number },
  atHost: { all: number; waiting: number },
): Client['inTurn'] {
  const allTurns = turns(atOnce.all, atOnce.waiting)
  const hosts = new Map<string, { readonly take: ReturnType<typeof turns>; users: number }>()
  return async (host, work) => {
    const turn = hosts.get(host) ?? { take: turns(atHost.all, atHost.waiting), users: 0 }
    hosts.set(host, turn)
    turn.users++
    try {
      return await turn.take(() => allTurns(work))
    } finally {
      if (--turn.users === 0) hosts.delete(host)
    }
  }
}

interface Asked<T> {
  readonly wanted: Wanted<T>
  readonly signal: AbortSignal
}

/** Asks for something, and for what it leads to. */
async function follow<T>(client: Client, address: string, asked: Asked<T>): Promise<T> {
  const { options, resolve, inTurn } = client
  const { signal } = asked
  let next = address
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    const target = await targetOf(next, options, { resolve, signal })
    const found = await inTurn(target.host, () => visit(client, target, asked))
    if ('found' in found) return found.found
    next = found.leadsTo
  }
  throw new Failure('redirects')
}

/** One request; → what was asked for, or the address that it leads to. */
async function visit<T>(
  { options, trusted }: Client,
  target: Target,
  { wanted, signal }: Asked<T>,
): Promise<{ found: T } | { leadsTo: string }> {
  if (signal.aborted) throw new Failure('slow')
  const headers = headersOf(options, wanted.accept)
  const answer = await requestOnce(target, { headers, signal, trusted })
  try {
    const { statusCode, headers: told } = answer
    if (REDIRECTS.has(statusCode ?? 0)) return { leadsTo: leadsTo(told.location, target.url) }
    if (statusCode !== 200) throw new Failure('status')
    return { found: await wanted.take(answer, target.url, signal) }
  } finally {
    answer.destroy()
  }
}

const agentOf = ({ version, origin }: OutgoingOptions): string => `Rostra/${version} (+${origin})`

const headersOf = (options: OutgoingOptions, accept: readonly string[]): Record<string, string> => ({
  'user-agent': agentOf(options),
  accept: accept.join(', '),
  'accept-encoding': 'gzip, br',
})

function leadsTo(location: string | undefined, from: URL): string {
  if (location === undefined || !URL.canParse(location, from.href)) throw new Failure('status')
  return new URL(location, from.href).href
}
