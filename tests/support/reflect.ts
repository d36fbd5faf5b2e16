import * as v from 'valibot'
import type { Actor } from '#forum/actor.ts'
import { FORMS, isFree, type KnownForm } from './form-record.ts'
import { type HostileTexts, IN_PARTS } from './hostile-texts.ts'
import type { TestPages } from './pages.ts'
import { addressOf, type Route } from './routes.ts'

type Answer = Awaited<ReturnType<TestPages['get']>>

const SHORTEST = 'zq9999z<"'
/** What a field takes that is no free text: tried in turn. */
const CANDIDATES: readonly unknown[] = [
  '',
  '1',
  'open',
  'thread:1',
  '2026-12-01',
  '2026-12-01T09:00',
  'UTC',
  '{}',
]

const optionsOf = (entry: v.GenericSchema): readonly unknown[] => {
  const { options, wrapped } = entry as { options?: unknown[]; wrapped?: v.GenericSchema }
  if (wrapped) return optionsOf(wrapped)
  return Array.isArray(options) ? options.filter(option => typeof option === 'string') : []
}

/** Fields that are printed in parts, or otherwise than they were written. */
const IN_OTHER_FORM = new Set([
  'source',
  'signature',
  'words',
  'people',
  'tags',
  'labels',
  'choices',
  'answers',
  'titles',
  'pollOptions',
])

/** A value for a field: a hostile text where anything may be written, else something that it takes. */
export function valueFor(name: string, entry: v.GenericSchema, texts: HostileTexts): string | undefined {
  if (isFree(entry) && IN_OTHER_FORM.has(name)) return `${IN_PARTS} "'><x-canary onx=1>`
  for (const max of isFree(entry) ? [300, 100, 40, 28, 20] : []) {
    const text = texts.line(max)
    if (v.safeParse(entry, text).success) return text
  }
  // Where there is no room for a whole text.
  if (isFree(entry)) return SHORTEST
  // What may be left out is left out: it would have the form do something else.
  if (v.safeParse(entry, undefined).success) return undefined
  const taken = [...optionsOf(entry), ...CANDIDATES].find(each => v.safeParse(entry, each).success)
  return typeof taken === 'string' ? taken : '1'
}

/** Has every route say which form it reads, by asking for it, or by sending one that none of them takes. */
export async function learnForms(
  pages: TestPages,
  routes: readonly Route[],
  things: Record<string, string | number>,
): Promise<void> {
  for (const route of routes.filter(each => each.method === 'GET'))
    await pages.get(pages.people.administrator, addressOf(route, things))
  for (const route of routes.filter(each => each.method === 'POST' && !each.ownProof))
    for (const who of [pages.people.guest, pages.people.member, pages.people.administrator]) {
      const { statusCode, body } = await pages.postJson(who, addressOf(route, things), {
        'no-such-field': 'x',
      })
      if (statusCode < 400 || statusCode >= 500) throw new Error(`${route.url}: ${statusCode} ${body}`)
    }
}

/** Forms that a route reads which have a field in which anything may be written. */
const formsOf = ({ method, url }: Route): KnownForm[] =>
  [...FORMS.values()].filter(form => form.routes.has(`${method} ${url}`))

/** Sends hostile texts in every field of every form, in every query and every part of a path; → what answered. */
export async function* reflections(
  {
    pages,
    texts,
    things,
    who,
  }: { pages: TestPages; texts: HostileTexts; things: Record<string, string | number>; who: Actor },
  routes: readonly Route[],
): AsyncGenerator<{ path: string; answer: Answer }> {
  for (const route of routes) {
    for (const { schema } of formsOf(route)) {
      const entries = Object.entries(schema.entries) as [string, v.GenericSchema][]
      if (!entries.some(([, entry]) => isFree(entry))) continue
      const values = entries.map(([name, entry]) => [name, valueFor(name, entry, texts)] as const)
      const fields = Object.fromEntries(
        values.filter((value): value is [string, string] => value[1] !== undefined),
      )
      const inPath = entries.filter(([name, entry]) => route.url.includes(`/:${name}`) && isFree(entry))
      const address = addressOf(route, things)
      if (inPath.length > 0) {
        const wrong = inPath.reduce(
          (url, [name]) => url.replace(`/:${name}`, `/${encodeURIComponent(fields[name]!)}`),
          route.url,
        )
        const path = addressOf({ ...route, url: wrong }, things)
        yield {
          path,
          answer: route.method === 'GET' ? await pages.get(who, path) : await pages.post(who, path, {}),
        }
      } else if (route.method === 'GET') {
        const path = `${address}?${new URLSearchParams(fields)}`
        yield { path, answer: await pages.get(who, path) }
      } else if (route.method === 'POST' && !entries.every(([name]) => route.url.includes(`:${name}`)))
        yield { path: `POST ${address}`, answer: await pages.post(who, address, fields) }
    }
  }
}

/** Fields in which anything may be written and in which nothing was, but for forms of which others are made. */
export function unwrittenFields(): string[] {
  const forms = [...FORMS.values()]
  const names = ({ schema }: KnownForm) => Object.keys(schema.entries).join(' ')
  const isRead = (form: KnownForm) => form.routes.size > 0 || form.written.size > 0
  return forms
    .filter(form => isRead(form) || !forms.some(other => isRead(other) && names(other) === names(form)))
    .flatMap(({ key, schema, written }) =>
      Object.entries(schema.entries)
        .filter(([name, entry]) => isFree(entry as v.GenericSchema) && !written.has(name))
        .map(([name]) => `${key.split(':')[0]} ${name}`),
    )
}
