import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, typeOf } from './charset.ts'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const bytes = (...values: number[]): Buffer => Buffer.from(values)
const QUOTED = bytes(0x93, 0x80, 0x31, 0x94)

describe('decode', () => {
  test.each([
    ['text/html; charset=windows-1252', QUOTED, '“€1”'],
    ['text/html; charset="ISO-8859-1"', QUOTED, '“€1”'],
    ["text/html;charset='latin1'", latin('Grüße'), 'Grüße'],
    ['text/html; x=y; charset=utf-8', Buffer.from('Grüße'), 'Grüße'],
    ['text/html; charset=shift_jis', bytes(0x93, 0xfa, 0x96, 0x7b), '日本'],
    ['text/html; charset=gbk', bytes(0xc4, 0xe3), '你'],
    ['text/html; charset=koi8-r', bytes(0xed, 0xc9, 0xd2), 'Мир'],
    ['text/html; charset=windows-1251', bytes(0xcc, 0xe8, 0xf0), 'Мир'],
    ['text/html; charset=utf-16le', bytes(0x41, 0, 0x42, 0), 'AB'],
    ['text/html; charset=no-such-thing', Buffer.from('Grüße'), 'Grüße'],
    ['text/html; charset=', latin('Grüße'), 'Grüße'],
    ['text/html; charset=utf-8', latin('Grüße'), 'Gr\ufffd\ufffde'],
    // The mark at the beginning is stronger than what is said.
    ['text/html; charset=latin1', Buffer.from('\ufeffGrüße'), 'Grüße'],
    ['text/html; charset=latin1', bytes(0xff, 0xfe, 0x41, 0), 'A'],
    ['text/html', bytes(0xfe, 0xff, 0, 0x41), 'A'],
    // Nothing is said.
    ['text/html', Buffer.from('Grüße'), 'Grüße'],
    ['text/html', latin('Grüße'), 'Grüße'],
    [undefined, QUOTED, '“€1”'],
    // The page says it.
    [
      'text/html',
      latin('<!doctype html><meta charset=windows-1251>\xcc'),
      '<!doctype html><meta charset=windows-1251>М',
    ],
    [
      'text/html',
      latin('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\xed'),
      '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">М',
    ],
    [
      'application/xhtml+xml',
      latin('<?xml version="1.0" encoding="windows-1251"?>\xcc'),
      '<?xml version="1.0" encoding="windows-1251"?>М',
    ],
    ['text/html', Buffer.from('<meta charset=utf-16>ü'), '<meta charset=utf-16>ü'],
    ['text/plain', Buffer.from('<meta charset=koi8-r>ü'), '<meta charset=koi8-r>ü'],
    ['text/html; charset=utf-8', Buffer.from('<meta charset=koi8-r>ü'), '<meta charset=koi8-r>ü'],
    [
      'text/html',
      Buffer.from(`${' '.repeat(1024)}<meta charset=koi8-r>ü`),
      `${' '.repeat(1024)}<meta charset=koi8-r>ü`,
    ],
  ])('%s %j → %j', (type, given, text) => expect(decode(given, type)).toBe(text))

  test('takes any bytes under any name', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.string(), (given, type) => {
        expect(typeof decode(Buffer.from(given), type)).toBe('string')
        expect(typeof decode(Buffer.from(given), `text/html; charset=${type}`)).toBe('string')
      }),
    )
  })
})

describe('typeOf', () => {
  test.each([
    ['text/html', 'text/html'],
    [' Text/HTML ; charset=x', 'text/html'],
    ['text/plain', 'text/plain'],
    ['application/xhtml+xml;q', 'application/xhtml+xml'],
    ['text/html2', null],
    ['image/svg+xml', null],
    ['text/html, text/plain', null],
    ['', null],
    [undefined, null],
  ])('%j → %j', (type, read) => expect(typeOf(type)).toBe(read))
})
