import { readBody } from './body.ts'
import { Failure } from './failure.ts'
import { requestOnce } from './request.ts'
import type { Resolve } from './resolver.ts'
import { type Bounds, targetOf } from './targets.ts'

/** A request to a service that an administrator named. */
export interface Question {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  /** '' for none. */
  readonly body: string
}

/** What a service answers, whatever its status. */
export interface Answered {
  readonly status: number
  readonly type: string
  readonly body: Buffer
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/\.+$/, '')

/**
 * Asks a service: by https, without it only a host that the operator named. No redirect is followed, so that nothing secret is
 * sent on. → the whole answer, of up to `MAX_BYTES`. Throws a `Failure`.
 */
export async function askOnce(
  address: string,
  question: Question,
  client: {
    bounds: Bounds
    agent: string
    resolve: Resolve
    trusted: string | undefined
    signal: AbortSignal
  },
): Promise<Answered> {
  const { bounds, agent, resolve, trusted, signal } = client
  const target = await targetOf(address, bounds, { resolve, signal })
  const isNamed = bounds.hosts.some(each => each.host === hostOf(target.url))
  if (target.url.protocol !== 'https:' && !isNamed) throw new Failure('address')
  const length = { 'content-length': String(Buffer.byteLength(question.body)) }
  const headers = {
    ...question.headers,
    ...(question.method === 'POST' && length),
    'user-agent': agent,
    'accept-encoding': 'gzip, br',
  }
  const { method, body } = question
  const answer = await requestOnce(target, { method, body, headers, signal, trusted })
  try {
    const { statusCode = 0, headers: told } = answer
    return { status: statusCode, type: told['content-type'] ?? '', body: await readBody(answer, signal) }
  } finally {
    answer.destroy()
  }
}
