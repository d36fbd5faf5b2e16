import { describe, expect, it } from 'vitest'
import { fieldOf } from './card-words.ts'
import { parseCount, parsePlace } from './cards.ts'
import { decode } from './decode.ts'
import { quotedName } from './quotes.ts'

describe('parseCount', () => {
  it.each([
    ['2.206', 2206],
    ['1\u2009982', 1982],
    ['1,135', 1135],
    ['10.3K', 10_300],
    ['2 posts', 2],
    ['-4', -4],
    ['٢٬٢٠٦', 2206],
    ['१,२३४', 1234],
    ['many', null],
  ])('%s', (text, count) => expect(parseCount(text)).toBe(count))
})

describe('labels and places', () => {
  it.each([
    ['Mitglied seit', 'joined'],
    ['Beiträge:', 'messages'],
    ['Откуда', 'location'],
    ['З нами з:', 'joined'],
    ['注册时间：', 'joined'],
    ['تاريخ التسجيل', 'joined'],
    ['Hozzászólások:', 'messages'],
    ['Likes received', 'reactionScore'],
    ['Favourite colour', null],
    ['constructor', null],
  ])('%s', (label, field) => expect(fieldOf(label)).toBe(field))
  it('takes no sentence for a place', () => {
    expect(parsePlace('Champaign, IL')).toBe('Champaign, IL')
    expect(parsePlace('x'.repeat(101))).toBeNull()
  })
})

describe('quotedName', () => {
  it.each([
    ['Anna wrote:', 'Anna'],
    ['Anna schrieb: ↑', 'Anna'],
    ['Anna a écrit :', 'Anna'],
    ['Anna писал(а):', 'Anna'],
    ['Quote from: Mast# on July 29, 2016, 22:23:13', 'Mast#'],
    ['Zitat von Anna am 3. Mai 2019, 10:00', 'Anna'],
    ['Originally Posted by Anna', 'Anna'],
    ['Anna írta:', 'Anna'],
    ['Anna写道：', 'Anna'],
    ['Quote:', null],
    ['', null],
  ])('%s', (heading, name) => expect(quotedName(heading)).toBe(name))
})

describe('decode', () => {
  const text = (bytes: Uint8Array) => decode({ name: 'x', bytes })
  it('reads UTF-8 whatever is declared, also when cut inside a character', () => {
    const bytes = new TextEncoder().encode('<meta charset="windows-1251">Grüße – ok ☂')
    expect(text(bytes)).toMatchObject({ charset: 'utf-8', declared: 'windows-1251' })
    expect(text(bytes.subarray(0, -1)).text).toContain('Grüße – ok')
  })
  it('reads Cyrillic and Western letters that declare nothing', () => {
    const cyrillic = Uint8Array.from('Привет от далёкого берега и маяка'.split(''), letter =>
      letter === ' ' ? 32 : letter === 'ё' ? 0xb8 : (letter.codePointAt(0) as number) - 0x410 + 0xc0,
    )
    expect(text(cyrillic)).toMatchObject({
      charset: 'windows-1251',
      text: 'Привет от далёкого берега и маяка',
    })
    expect(text(Uint8Array.from([0x49, 0x74, 0x92, 0x73, 0x20, 0xe9])).text).toBe('It’s é')
  })
  it('reads UTF-16 with and without its mark', () => {
    const wide = Buffer.from('Guten Tag', 'utf16le')
    expect(text(wide).text).toBe('Guten Tag')
    expect(text(Buffer.concat([Buffer.from([0xff, 0xfe]), wide])).text).toBe('Guten Tag')
  })
})
