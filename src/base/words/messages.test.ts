import fc from 'fast-check'
import IntlMessageFormat from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { escapeHtml, html, joined, type Part } from '#base/html.ts'
import { countingOf, fill, parseMessage } from './messages.ts'

const POSTS = '{count, plural, =0 {no post} one {# post} other {# posts}}'
const ARABIC =
  '{count, plural, zero {لا مشاركات} one {مشاركة واحدة} two {مشاركتان} few {# مشاركات} many {# مشاركة} other {# مشاركة}}'

const say = (message: string, values: Record<string, Part> = {}, tag = 'en-GB') =>
  fill(parseMessage(message), values, countingOf(tag)).join('')

describe('messages', () => {
  it('fills placeholders with values as they came', () => {
    expect(say('By {author} in {board}', { author: 'Ann', board: 'News' })).toBe('By Ann in News')
    expect(say('Page {page}', { page: 1234 })).toBe('Page 1234')
  })

  it('writes numbers as the language does', () => {
    expect(say('{count, number}', { count: 12345 })).toBe('12,345')
    expect(say('{count, number}', { count: 12345 }, 'de')).toBe('12.345')
    expect(say('{count, number}', { count: 0.5 }, 'de')).toBe('0,5')
  })

  it('counts: exact numbers first, then the forms of the language', () => {
    expect([0, 1, 2, 1500].map(count => say(POSTS, { count }))).toEqual([
      'no post',
      '1 post',
      '2 posts',
      '1,500 posts',
    ])
    expect([0, 1, 2, 3, 11, 100].map(count => say(ARABIC, { count }, 'ar'))).toEqual([
      'لا مشاركات',
      'مشاركة واحدة',
      'مشاركتان',
      '3 مشاركات',
      '11 مشاركة',
      '100 مشاركة',
    ])
  })

  it('counts places in a row', () => {
    const message = '{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}'
    expect([1, 2, 3, 4, 11, 22].map(place => say(message, { place }))).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '22nd',
    ])
  })

  it('leaves out those already named', () => {
    const message =
      '{count, plural, offset:1 =1 {{name}} one {{name} and # other} other {{name} and # others}}'
    expect([1, 2, 3].map(count => say(message, { count, name: 'Ann' }))).toEqual([
      'Ann',
      'Ann and 1 other',
      'Ann and 2 others',
    ])
  })

  it('chooses by a word, and the last form for a word it does not know', () => {
    const message = '{kind, select, like {likes} other {reacts to}} this'
    expect(say(message, { kind: 'like' })).toBe('likes this')
    expect(say(message, { kind: 'constructor' })).toBe('reacts to this')
  })

  it('shows the name of a value that was not given, inherited ones included', () => {
    expect(say('By {author}, {toString}')).toBe('By {author}, {toString}')
    expect(say(POSTS)).toBe('{count}')
  })

  it('takes angle brackets for text, and quoted braces', () => {
    expect(say("<b>{name}</b> isn't '{name}'", { name: 'Ann' })).toBe("<b>Ann</b> isn't {name}")
  })

  it('names the fault of a message that cannot be read', () => {
    expect(() => parseMessage('{count, plural, one {#}}')).toThrow(SyntaxError)
    expect(() => parseMessage('By {author')).toThrow(SyntaxError)
  })

  it('escapes everything but markup', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, name) => {
        const message = `'{${text.replaceAll("'", '')}}' {name} {link}`
        const markup = joined(fill(parseMessage(message), { name, link: html`<a>x</a>` }, countingOf('de')))
        const literal = escapeHtml(`{${text.replaceAll("'", '')}}`)
        expect(String(markup)).toBe(`${literal} ${escapeHtml(name)} <a>x</a>`)
      }),
    )
  })

  it('says what the reference implementation says', () => {
    const numbers = fc.oneof(fc.nat(2000), fc.integer(), fc.constantFrom(0, 1, 2, 1.5, 1_000_000))
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom('en-GB', 'de', 'ar'),
        fc.constantFrom(POSTS, ARABIC),
        (count, tag, message) => {
          expect(say(message, { count }, tag)).toBe(new IntlMessageFormat(message, tag).format({ count }))
        },
      ),
    )
  })
})
