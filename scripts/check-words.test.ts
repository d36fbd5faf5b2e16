import { describe, expect, it } from 'vitest'
import { canonical, messageFaults, placeholdersOf, translationFaults } from './check-words/catalogues.ts'
import { codeFaults } from './check-words/code.ts'
import { usesOf } from './check-words/uses.ts'

const POSTS = '{count, plural, one {# post by {author}} other {# posts by {author}}}'
const NONE: ReadonlySet<string> = new Set()

describe('messages', () => {
  it('finds placeholders at any depth', () => {
    expect([...placeholdersOf(POSTS).keys()]).toEqual(['count', 'author'])
    expect([...placeholdersOf('{kind, select, like {a} other {b}}')]).toEqual([['kind', ['like', 'other']]])
  })

  it('finds nothing wrong with good ones', () => {
    expect(messageFaults('a', POSTS, 'en-GB')).toEqual([])
    expect(messageFaults('a', '{count, plural, =1 {one} other {#}}', 'de')).toEqual([])
    expect(messageFaults('a', "Don't <b>shout</b>, {name}", 'en-GB')).toEqual([])
  })

  it('wants every plural form of the language', () => {
    expect(messageFaults('a', '{n, plural, zero {0} one {1} few {#} other {#}}', 'ar').sort()).toEqual([
      'a lacks the plural form "many" of {n}',
      'a lacks the plural form "two" of {n}',
    ])
    expect(messageFaults('a', '{n, selectordinal, one {#st} other {#th}}', 'en-GB')).toHaveLength(2)
  })

  it('refuses what is not ICU, dates and styles', () => {
    expect(messageFaults('a', '{n, plural, one {#}', 'en-GB')).toEqual([
      expect.stringMatching(/^a is not an ICU/),
    ])
    expect(messageFaults('a', '{at, date}', 'en-GB')).toEqual([
      'a formats a date or time; hand in the finished text',
    ])
    expect(messageFaults('a', '{n, number, percent}', 'en-GB')).toHaveLength(1)
  })
})

describe('translations', () => {
  it('must be there, and nothing else', () => {
    expect(translationFaults({ a: 'One', b: 'Two' }, { a: 'Eins', c: 'Drei' }, NONE)).toEqual([
      'c is not in English',
      'b is missing',
    ])
  })

  it('must not be English, unless they may', () => {
    expect(translationFaults({ a: 'Name' }, { a: 'Name' }, NONE)).toEqual(['a is still English'])
    expect(translationFaults({ a: 'Name' }, { a: 'Name' }, new Set(['a']))).toEqual([])
    expect(translationFaults({ a: '{author} · #{number}' }, { a: '{author} · #{number}' }, NONE)).toEqual([])
  })

  it('must ask for the same values and choose between the same words', () => {
    expect(translationFaults({ a: 'By {author}' }, { a: 'Von {autor}' }, NONE)).toEqual([
      'a asks for {autor}, in English for {author}',
    ])
    const kinds = (one: string) => `{kind, select, ${one} {x} other {y}}`
    expect(translationFaults({ a: kinds('like') }, { a: kinds('liked') }, NONE)).toHaveLength(1)
  })
})

describe('catalogue files', () => {
  it('are sorted, a key a line', () => {
    expect(canonical({ 'b.a': '2', 'a-b': 'é', 'a.b': '1' })).toBe(
      '{\n  "a-b": "é",\n  "a.b": "1",\n  "b.a": "2"\n}\n',
    )
  })
})

describe('code', () => {
  const english = { 'a.by': 'By {author}', 'a.plain': 'Plain', 'kind.like': 'Like' }
  const faults = (source: string, catalogue: Record<string, string>, prefixes: string[] = []) =>
    codeFaults(new Map([['x.ts', usesOf(source)]]), catalogue, prefixes)

  it('fits the catalogue', () => {
    const source = `
      words.say('a.by', { author })
      const label = table ? words.sayHtml(deep ? 'a.plain' : ('kind.like' as Key)) : ''`
    expect(faults(source, english)).toEqual([])
  })

  it('must not say what the catalogue lacks', () => {
    expect(faults(`\nwords.say('a.gone')`, {})).toEqual(['x.ts:2: a.gone is not in English'])
    expect(faults(`throw new Refused('invalid', 'a.gone')`, {})).toEqual(['x.ts:1: a.gone is not in English'])
    expect(faults(`words.say('toString')`, {})).toHaveLength(1)
  })

  it('must say every key somewhere', () => {
    const table = `const KINDS = [{ key: 'kind.like' }]`
    expect(faults(table, english)).toEqual(['a.by is said nowhere', 'a.plain is said nowhere'])
  })

  it('may put keys together from a declared prefix only', () => {
    const catalogue = { 'kind.like': 'Like' }
    expect(faults('words.say(`kind.${kind}`)', catalogue, ['kind.'])).toEqual([])
    expect(faults('words.say(`kind.${kind}`)', catalogue)).toEqual([
      'x.ts:1: keys that begin with "kind." are put together here, but the prefix is not declared',
      'kind.like is said nowhere',
    ])
  })

  it('must give what a sentence asks for, and no more', () => {
    const catalogue = { 'a.by': 'By {author}' }
    expect(faults(`words.say('a.by')`, catalogue)).toEqual(['x.ts:1: a.by is not given {author}'])
    expect(faults(`words.say('a.by', { author, page: 2 })`, catalogue)).toEqual([
      'x.ts:1: a.by has no use for {page}',
    ])
    expect(faults(`new Refused('invalid', 'a.by', { field: 'x' })`, catalogue)).toHaveLength(1)
    expect(faults(`new Refused('invalid', 'a.by', { values: { author: 'Ann' } })`, catalogue)).toEqual([])
    expect(faults(`words.say('a.by', { ...rest }); words.say('a.by', values)`, catalogue)).toEqual([])
  })
})
