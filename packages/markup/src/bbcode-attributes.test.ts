import { describe, expect, it } from 'vitest'
import { areUnderstood, layoutOf, readAttributes } from './bbcode-attributes.ts'

const read = (written: string) => {
  const attributes = readAttributes(written)
  return attributes && [attributes.option, Object.fromEntries(attributes.named)]
}

describe('readAttributes', () => {
  it.each([
    ['', ['', {}]],
    ['=', ['', {}]],
    ['=red', ['red', {}]],
    ['= red ', ['red', {}]],
    ['="two words"', ['two words', {}]],
    ["='it'", ['it', {}]],
    ['=two words', ['two words', {}]],
    ['=https://a.example/?b=c&d=e', ['https://a.example/?b=c&d=e', {}]],
    ['="A "B" C"', ['"A "B" C"', {}]],
    [' width=100 alt="a b"', ['', { width: '100', alt: 'a b' }]],
    ["=x WIDTH='1' height=2", ['x', { width: '1', height: '2' }]],
    ['="x" unfurl="true"', ['x', { unfurl: 'true' }]],
    [' alt=""', ['', { alt: '' }]],
  ])('reads %j', (written, attributes) => expect(read(written)).toEqual(attributes))

  it.each([' words', ' a=b words', '="x" words', ' a=b a=c', ' a="b', ' 1=2'])('does not read %j', written =>
    expect(read(written)).toBeNull(),
  )
})

describe('areUnderstood', () => {
  const understood = (pairs: Record<string, string>, own?: string[]) =>
    areUnderstood(new Map(Object.entries(pairs)), own)

  it('takes what says how things look', () => {
    expect(understood({ width: '100', align: 'left', target: '_blank', class: 'grid wide' })).toBe(true)
    expect(understood({ style: 'color: red; width: 10px' })).toBe(true)
  })

  it('refuses words, and names it does not know', () => {
    expect(understood({ width: 'wide' })).toBe(false)
    expect(understood({ style: 'a hidden sentence' })).toBe(false)
    expect(understood({ title: 'a' })).toBe(false)
    expect(understood({ constructor: '1' })).toBe(false)
    expect(understood({ title: 'a' }, ['title'])).toBe(true)
  })
})

describe('layoutOf', () => {
  const layout = (written: string) => {
    const found = layoutOf(written)
    return found && Object.fromEntries(found)
  }

  it.each([
    ['', {}],
    ['="width: 500, align: center"', { width: '500', align: 'center' }],
    ['="width: 500"', { width: '500' }],
    [' colspan="2" align=right', { colspan: '2', align: 'right' }],
  ])('reads %j', (written, expected) => expect(layout(written)).toEqual(expected))

  it.each(['=words', '="a: b"', '="width: wide"', ' words', '="width: 1, words"'])(
    'does not read %j',
    written => expect(layout(written)).toBeNull(),
  )
})
