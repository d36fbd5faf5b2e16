import * as v from 'valibot'
import type { FormSchema } from '#web/forms.ts'

type Forms = typeof import('#web/forms.ts')

/** One schema of a form, a query or a path. */
export interface KnownForm {
  /** Where it was made, and the names of its fields. */
  readonly key: string
  readonly schema: FormSchema
  /** Routes that read it, as `POST /threads/:id/posts`. */
  readonly routes: Set<string>
  /** Fields that were read with a text of these tests in it. */
  readonly written: Set<string>
}

/** Every schema that was made or read since the tests began, by its key. */
export const FORMS = new Map<string, KnownForm>()
const keys = new WeakMap<object, string>()

/** A text that no form takes which wants a number, a word of a list, an address or a moment. */
const FREE = 'zq0z <"\'>&'

/** Whether a field takes whatever is written. */
export function isFree(entry: v.GenericSchema): boolean {
  const parsed = v.safeParse(entry, FREE)
  return parsed.success && [parsed.output].flat().includes(FREE)
}

/** The first line of a stack that is neither of the forms nor of this file. */
function makerIn(stack: string): string {
  const lines = stack.split('\n').slice(1)
  const line = lines.find(each => /\/src\//.test(each) && !/\/web\/forms\.ts|form-record/.test(each)) ?? ''
  return /\/src\/([^:?]+\.ts)/.exec(line)?.[1] ?? '?'
}

function known(schema: FormSchema): KnownForm {
  const names = Object.keys(schema.entries).join(' ')
  const key = keys.get(schema) ?? `${makerIn(new Error().stack ?? '')}: ${names}`
  keys.set(schema, key)
  const form = FORMS.get(key) ?? { key, schema, routes: new Set(), written: new Set() }
  FORMS.set(key, form)
  return form
}

function note(schema: FormSchema, values: unknown, route: string): void {
  const form = known(schema)
  if (route !== '') form.routes.add(route)
  if (typeof values !== 'object' || values === null) return
  for (const [name, entry] of Object.entries(schema.entries)) {
    const value = Object.hasOwn(values, name) ? (values as Record<string, unknown>)[name] : undefined
    const parsed = value === undefined ? null : v.safeParse(entry as v.GenericSchema, value)
    if (parsed?.success && /zq\d+z/.test(JSON.stringify(parsed.output))) form.written.add(name)
  }
}

/** The module of the forms, which notes what is made and read with it. */
export function recorded(original: Forms): Forms {
  const at = (request: { method: string; routeOptions: { url?: string | undefined } }) =>
    `${request.method} ${request.routeOptions.url}`
  return {
    ...original,
    form: entries => {
      const schema = original.form(entries)
      known(schema)
      return schema
    },
    read: (schema, fields) => {
      note(schema, fields, '')
      return original.read(schema, fields)
    },
    readForm: (schema, request) => {
      note(schema, request.body, at(request))
      return original.readForm(schema, request)
    },
    readQuery: (schema, request) => {
      note(schema, request.query, at(request))
      return original.readQuery(schema, request)
    },
    readParams: (schema, request) => {
      note(schema, request.params, at(request))
      return original.readParams(schema, request)
    },
  }
}
