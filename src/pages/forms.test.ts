import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import * as v from 'valibot'
import { beforeAll, expect, test, vi } from 'vitest'
import { Refused } from '#base/errors.ts'
import { type FormSchema, read } from '#web/forms.ts'

/** Where each schema of a form, a query or a path was made, as the files that read one are loaded. */
const schemas: { file: string; schema: FormSchema }[] = []
const loading = vi.hoisted(() => ({ file: '', made: (_schema: unknown) => {} }))

vi.mock('#web/forms.ts', async importOriginal => {
  const original = await importOriginal<typeof import('#web/forms.ts')>()
  const form = (entries: v.ObjectEntries) => {
    const schema = original.form(entries)
    loading.made(schema)
    return schema
  }
  return { ...original, form }
})

const SOURCES = join(import.meta.dirname, '..')
/** More than any text, list or number of a form may be. */
const HUGE = 2 ** 20
/** A post is the longest text there is. */
const LONGEST_TEXT = 50_000
const LONGEST_LIST = 1000

beforeAll(async () => {
  loading.made = schema => schemas.push({ file: loading.file, schema: schema as FormSchema })
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts') && /^(pages|forum)\b/.test(path))
    .filter(path => readFileSync(join(SOURCES, path), 'utf8').includes("'#web/forms.ts'"))
  for (const file of files.sort()) {
    loading.file = file
    await import(join(SOURCES, file))
  }
})

/** Runs a check on each entry of each schema; → the file and the name of those that fail it. */
function faults(check: (entry: v.GenericSchema) => boolean): string[] {
  return schemas.flatMap(({ file, schema }) =>
    Object.entries(schema.entries)
      .filter(([, entry]) => !check(entry as v.GenericSchema))
      .map(([name]) => `${file}: ${name}`),
  )
}

function isBounded(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (Array.isArray(value)) return value.length <= LONGEST_LIST && value.every(isBounded)
  return value === undefined || value === null || typeof value === 'boolean'
}

test('the schemas of the forms are found', () => {
  expect(schemas.length).toBeGreaterThan(15)
})

test('every text and every list has a maximum, every number is a whole one', () => {
  const texts = ['x', '7', 'é', 'x y ', 'x\n', '🙂', '\u0301', ' x'].map(piece =>
    piece.repeat(HUGE / piece.length),
  )
  const lists = ['1', 'x', 'open', '', 7, true].map(each => Array(HUGE / 16).fill(each) as unknown[])
  const numbers = [1e308, -1e308, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '9'.repeat(16), '0x10']
  for (const value of [...texts, ...lists, ...numbers]) {
    expect(
      faults(entry => {
        const parsed = v.safeParse(entry, value)
        return !parsed.success || isBounded(parsed.output)
      }),
    ).toEqual([])
  }
})

test('no entry takes an object, whatever it pretends to be', () => {
  const objects = [
    {},
    { length: 1, 0: 'x' },
    { toString: () => 'open' },
    { toString: 'x' },
    [{ toString: 'x' }],
    [['1']],
    { valueOf: () => 7 },
    JSON.parse('{"__proto__":"x"}'),
    [[]],
    [{}],
    [['open']],
    [[['1']]],
  ] as unknown[]
  for (const value of objects) expect(faults(entry => !v.safeParse(entry, value).success)).toEqual([])
})

const strange = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.bigInt(),
  fc.constantFrom<unknown>(null, undefined, '__proto__', 'constructor', 'toString', '\u0000', '\ud800', -0),
)

test('whatever is sent, a form is read or refused, never a mishap', () => {
  for (const { file, schema } of schemas) {
    const names = Object.keys(schema.entries)
    const fields = fc.record(Object.fromEntries(names.map(name => [name, strange])), { requiredKeys: [] })
    fc.assert(
      fc.property(fields, sent => {
        try {
          expect(Object.values(read(schema, sent) as object).every(isBounded), file).toBe(true)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          expect(error.code, file).toBe('invalid')
        }
      }),
      { numRuns: 40 },
    )
  }
  expect(Object.keys(Object.prototype)).toEqual([])
})

test('no form knows a name that objects have by nature', () => {
  const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'length']
  for (const { file, schema } of schemas) {
    for (const sent of [
      ...names.map(name => ({ [name]: 'x' })),
      JSON.parse('{"__proto__":{"role":"administrator"}}'),
    ])
      expect(() => read(schema, sent), file).toThrow(Refused)
  }
})
