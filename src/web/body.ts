import type { FastifyInstance } from 'fastify'
import { Refused } from '#base/errors.ts'

/** The most fields a form may send, repeated ones counted each. */
const MOST_FIELDS = 1000

/** What a form holds: a text for each name, texts in order where a name comes several times. No prototype. */
export type FormBody = Record<string, string | string[]>

/** Adds one value to a form body. */
export function addField(body: FormBody, name: string, value: string): void {
  const there = body[name]
  if (there === undefined) body[name] = value
  else if (Array.isArray(there)) there.push(value)
  else body[name] = [there, value]
}

/**
 * `application/x-www-form-urlencoded` (WHATWG URL, section 5.1) → its fields. A name ending in `[]` is read like the same
 * name without it, as a list. Throws `too-large` for more than 1,000 fields.
 */
export function parseForm(text: string): FormBody {
  const body: FormBody = Object.create(null)
  let count = 0
  for (const [written, value] of new URLSearchParams(text)) {
    if (++count > MOST_FIELDS) throw new Refused('too-large')
    const isList = written.endsWith('[]')
    const name = isList ? written.slice(0, -2) : written
    if (isList && body[name] === undefined) body[name] = [value]
    else addField(body, name, value)
  }
  return body
}

/** Takes plain forms. JSON is read by the server itself, which refuses keys that would reach a prototype. */
export function registerForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, text: string | Buffer) => parseForm(String(text)),
  )
  app.removeContentTypeParser('text/plain')
}
