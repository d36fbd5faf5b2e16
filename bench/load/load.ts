import { type Child, startChild } from '../children.ts'

/** In a request: a text of this length that no other request has. Without it, every request is the same. */
export const KEY = 'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk'
/** In a request with a key: an address that another request hardly has, for `X-Forwarded-For`. */
export const ADDRESS = '255.255.255.255'

/** What to ask of a server at 127.0.0.1, and for how long. Connections take the requests in turn, each keeps its own. */
export interface LoadPlan {
  port: number
  connections: number
  seconds: number
  requests: string[]
}

/** Times in milliseconds: half of the answers came within `median`, 99 of 100 within `slow`. */
export interface LoadResult {
  answers: number
  seconds: number
  statuses: Record<number, number>
  bytes: number
  median: number
  slow: number
}

export type Load = Child<LoadPlan, LoadResult>

/** A generator of load, in a process of its own. */
export const startLoad = (): Load => startChild<LoadPlan, LoadResult>('load/worker.ts')

/** A whole GET request. */
export function getRequest(path: string, headers: Record<string, string>): string {
  const lines = Object.entries({ Host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}`)
  return `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}

/** A whole POST request with a form. */
export function postRequest(
  path: string,
  headers: Record<string, string>,
  fields: Record<string, string>,
): string {
  const body = new URLSearchParams(fields).toString()
  const all = {
    Host: 'localhost',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(Buffer.byteLength(body)),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}

/** Answers a second. Throws an `Error` when any had another status than the expected one. */
export function rateOf(result: LoadResult, status: number): number {
  const statuses = Object.keys(result.statuses).map(Number)
  if (statuses.some(each => each !== status))
    throw new Error(`expected ${status} only, got ${JSON.stringify(result.statuses)}`)
  return result.answers / result.seconds
}
