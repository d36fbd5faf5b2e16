import { describe, expect, it } from 'vitest'
import { quoteReference, spoilerTitle } from './quotes.ts'

const here = { post: { thread: 7, number: 27 }, revision: 2, foreign: null }
const elsewhere = (foreign: Record<string, string> | null) => ({ post: null, revision: null, foreign })

describe('quoteReference', () => {
  it.each([
    ['="Maren Oduya, post: 7/27, revision: 2"', { author: 'Maren Oduya', ...here }],
    ['=Maren Oduya, post: 7/27, revision: 2', { author: 'Maren Oduya', ...here }],
    ['="a, b: c, post: 7/27, revision: 2"', { author: 'a, b: c', ...here }],
    ['="a, post: 1/2, post: 7/27, revision: 2"', { author: 'a, post: 1/2', ...here }],
    ['="a,post:7/27"', { author: 'a', ...here, revision: null }],
  ])('reads %j of this forum', (attributes, expected) => expect(quoteReference(attributes)).toEqual(expected))

  it.each([
    ['=Maren', { author: 'Maren', ...elsewhere(null) }],
    ["='Maren'", { author: 'Maren', ...elsewhere(null) }],
    ['=&quot;Maren&quot;', { author: 'Maren', ...elsewhere(null) }],
    ['="A "B" C"', { author: 'A "B" C', ...elsewhere(null) }],
    ['="a, post: 12, member: 3"', { author: 'a', ...elsewhere({ post: '12', member: '3' }) }],
    [
      '="Full Name, post:2, topic:5, full:true, username:tide"',
      { author: 'Full Name', ...elsewhere({ post: '2', topic: '5', full: 'true', username: 'tide' }) },
    ],
    ["=\"a\" pid='12' dateline='16'", { author: 'a', ...elsewhere({ pid: '12', dateline: '16' }) }],
    ["='a' pid='12' dateline='16'", { author: 'a', ...elsewhere({ pid: '12', dateline: '16' }) }],
    [
      '="a" post_id=12 time=16 user_id=3',
      { author: 'a', ...elsewhere({ post_id: '12', time: '16', user_id: '3' }) },
    ],
    ['="A "B" C" post_id=12', { author: 'A "B" C', ...elsewhere({ post_id: '12' }) }],
    [
      ' author=A B link=topic=3.msg12#msg12 date=16',
      { author: 'A B', ...elsewhere({ link: 'topic=3.msg12#msg12', date: '16' }) },
    ],
    [' author=a link=msg=12 date=16', { author: 'a', ...elsewhere({ link: 'msg=12', date: '16' }) }],
    [' pid=1 author="a b"', { author: 'a b', ...elsewhere({ pid: '1', author: 'a b' }) }],
    ['=a;123', { author: 'a', ...elsewhere({ id: '123' }) }],
    ['=a; n123', { author: 'a', ...elsewhere({ id: '123' }) }],
  ])('reads %j of another forum', (attributes, expected) =>
    expect(quoteReference(attributes)).toEqual(expected),
  )

  it('keeps in the name what it does not understand', () => {
    expect(quoteReference('="a" secret="words" pid=1')?.author).toBe('a" secret="words')
    expect(quoteReference('="a" pid=words')?.author).toBe('"a" pid=words')
    expect(quoteReference('="a, date: tomorrow"')?.author).toBe('a, date: tomorrow')
    expect(quoteReference('=a author=b')?.author).toBe('a author=b')
  })

  it('tells nothing said from nothing understood', () => {
    expect(quoteReference('')).toBeNull()
    expect(quoteReference(' ')).toBeNull()
    expect(quoteReference(' some words')).toBeUndefined()
    expect(quoteReference(' pid=words')).toBeUndefined()
  })

  it('is plain data, whatever a key is called', () => expect(quoteReference(' __proto__=1')).toBeUndefined())
})

it.each([
  ['', ''],
  ['=The end', 'The end'],
  ['="The end"', 'The end'],
  [' title="The end"', 'The end'],
  [' words', 'words'],
])('reads the title in [spoiler%s]', (attributes, title) => expect(spoilerTitle(attributes)).toBe(title))
