import type { FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { type RefusalCode, Refused } from '#base/errors.ts'
import { isKey } from '#base/words.ts'
import { CSRF_FIELD } from './csrf.ts'
import { sentenceOf, statusFor } from './errors.ts'
import { type PageAnswer, show } from './respond.ts'

/** What keeps a form from being done, in the words of its reader. */
export interface Problem {
  readonly code: RefusalCode
  readonly message: string
  /** The input it belongs to; undefined when it concerns the whole. */
  readonly field: string | undefined
}

/** What the inputs of a form show: what was typed, or stands there from the start, and what is wrong with it. */
export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problem: Problem | null
}

/** The schema of a form: an object of which every entry has a maximum. */
export type FormSchema = v.ObjectSchema<v.ObjectEntries, undefined>

/** Names whose values are never shown again. */
const HIDDEN = new RegExp(`password|secret|token|^(${CSRF_FIELD}|code)$`, 'i')
/** What the person can mend in the form that they have before them. */
const MENDABLE: ReadonlySet<RefusalCode> = new Set([
  'invalid',
  'conflict',
  'not-allowed',
  'too-large',
  'too-many',
  'unavailable',
])

/** The fields of a form by name. Others than these are refused. */
export function form<const E extends v.ObjectEntries>(entries: E): v.ObjectSchema<E, undefined> {
  return v.object(entries)
}

/** A form as it is shown first. */
export function freshForm(values: FormState['values'] = {}): FormState {
  return { values, problem: null }
}

/**
 * The body of a request, form or JSON, as its schema reads it. Throws `invalid` with the first field that does not fit,
 * for a field the schema does not know, and for JSON that is no object.
 */
export function readForm<const S extends FormSchema>(schema: S, request: FastifyRequest): v.InferOutput<S> {
  return read(schema, withoutToken(request.body))
}

/** The query of an address as its schema reads it; names it does not know are left out. Throws `invalid`. */
export function readQuery<const S extends FormSchema>(schema: S, request: FastifyRequest): v.InferOutput<S> {
  const given = request.query as Record<string, unknown>
  const known = Object.keys(schema.entries).filter(name => Object.hasOwn(given, name))
  return read(schema, Object.fromEntries(known.map(name => [name, given[name]])))
}

/** The named parts of a path as their schema reads them. What does not fit leads nowhere: throws `not-found`. */
export function readParams<const S extends FormSchema>(schema: S, request: FastifyRequest): v.InferOutput<S> {
  const parsed = v.safeParse(schema, { ...(request.params as object) })
  if (!parsed.success) throw new Refused('not-found')
  return parsed.output
}

/** No body at all is an empty form; one that has no fields at all is none. */
function withoutToken(body: unknown): object {
  if (body === undefined || body === null) return {}
  if (typeof body !== 'object' || Array.isArray(body)) throw new Refused('invalid')
  const { [CSRF_FIELD]: _token, ...fields } = body as Record<string, unknown>
  return fields
}

/** Reads fields that were gathered elsewhere, from an upload for instance, as `readForm` does. */
export function read<const S extends FormSchema>(schema: S, fields: object): v.InferOutput<S> {
  if (!Object.keys(fields).every(name => Object.hasOwn(schema.entries, name))) throw new Refused('invalid')
  const parsed = v.safeParse(schema, fields, { abortEarly: true })
  if (parsed.success) return parsed.output
  throw refusalOf(parsed.issues[0])
}

function refusalOf(issue: v.BaseIssue<unknown>): Refused {
  const name = issue.path?.[0]?.key
  const field = typeof name === 'string' ? name : undefined
  if (field === undefined) return new Refused('invalid')
  const limit = issue.requirement
  return new Refused('invalid', isKey(issue.message) ? issue.message : 'refused.invalid', {
    field,
    ...(typeof limit === 'number' && { values: { limit } }),
  })
}

/** What somebody typed into a form that they sent, without what must not be shown again. */
export function typedInto(request: FastifyRequest): FormState['values'] {
  const values: Record<string, string | readonly string[]> = Object.create(null)
  const body: unknown = request.body
  if (typeof body !== 'object' || body === null) return values
  for (const [name, value] of Object.entries(body)) {
    if (HIDDEN.test(name)) continue
    if (typeof value === 'string') values[name] = value
    else if (Array.isArray(value)) values[name] = value.filter(each => typeof each === 'string')
  }
  return values
}

/**
 * Runs what a form asks for. When that is refused for something the person can mend, the same form is shown again, with
 * what was typed and the reason, under the status of the refusal; programs get the error as JSON. Other refusals pass.
 */
export async function withForm<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  steps: { showAgain(state: FormState): PageAnswer | Promise<PageAnswer>; action(): Promise<T> },
): Promise<T | FastifyReply> {
  try {
    return await steps.action()
  } catch (error) {
    const mendable = error instanceof Refused && MENDABLE.has(error.code)
    if (!mendable || request.visitor.answer === 'json') throw error
    const problem = {
      code: error.code,
      message: sentenceOf(error, request.visitor.words),
      field: error.field,
    }
    const again = await steps.showAgain({ values: typedInto(request), problem })
    return show(request, reply, { ...again, status: statusFor(error, reply) })
  }
}
