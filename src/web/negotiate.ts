import type { IncomingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'

/** Who reads an answer: a person's browser, an island on a page, or a program. */
export type AnswerKind = 'page' | 'fragment' | 'json'

export type Encoding = 'br' | 'gzip' | 'identity'

const REMEMBERED_HEADERS = 200
const LONGEST_HEADER = 300
const encodings = new LRUCache<string, Encoding>({ max: REMEMBERED_HEADERS })

/** What a request is answered with: JSON where `Accept` names it, a fragment for an island, else a page. */
export function answerKind(headers: IncomingHttpHeaders): AnswerKind {
  if (headers.accept?.includes('application/json')) return 'json'
  return headers['x-island'] === undefined ? 'page' : 'fragment'
}

/** `Accept-Encoding` (RFC 9110, section 12.5.3) → the best of ours that it takes. A `*` promises nothing here. */
export function encodingOf(header: string | string[] | undefined): Encoding {
  if (typeof header !== 'string' || header.length > LONGEST_HEADER) return 'identity'
  const known = encodings.get(header)
  if (known) return known
  const accepted = new Set<string>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map(text => text.trim())
    if (!parameters.some(parameter => /^q=0(\.0*)?$/.test(parameter))) accepted.add(name)
  }
  const encoding = accepted.has('br') ? 'br' : accepted.has('gzip') ? 'gzip' : 'identity'
  encodings.set(header, encoding)
  return encoding
}

/** What every answer that comes in several forms depends on. */
export const VARY = 'Accept, Accept-Encoding, Accept-Language, Cookie, X-Island'
