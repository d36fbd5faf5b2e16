import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refused } from '#base/errors.ts'
import { checkName, nameKeyOf } from './names.ts'

/** The sentence a name is refused with, or the name as it would be shown. */
function checked(name: string): string {
  try {
    return checkName(name)
  } catch (error) {
    if (error instanceof Refused && error.code === 'invalid' && error.field === 'name') return error.message
    throw error
  }
}

describe('names that are read as the same have the same key', () => {
  test.each<[string, string, string?]>([
    ['Ada', 'ADA'],
    ['Ada', 'Аdа', 'Cyrillic A and a'],
    ['Ada', 'Ａｄａ', 'fullwidth'],
    ['Ada', '𝐀𝐝𝐚', 'mathematical'],
    ['Ada', 'A\u200bda', 'zero width space'],
    ['Ada', 'Ad\u00ada', 'soft hyphen'],
    ['Ada Lovelace', ' Ada \u00a0\u2003Lovelace ', 'spaces'],
    ['paypal', 'paypaI', 'capital i for l'],
    ['paypal', 'PAYPAL'],
    ['Bill', 'B1ll'],
    ['Bob', 'B0b'],
    ['Maren', 'rnaren'],
    ['Maren', 'MAREN'],
    ['coco', 'сосо', 'all Cyrillic'],
    ['BOBA', 'ВОВА', 'all Cyrillic, capitals'],
    ['ABBA', 'ΑΒΒΑ', 'all Greek, capitals'],
    ['ova', 'ονα', 'all Greek'],
    ['Вова', 'ВОВА'],
    ['Иван', 'ИВАН'],
    ['Γιάννης', 'ΓΙΆΝΝΗΣ'],
    ['Νίκος', 'νίκος'],
    ['Straße', 'STRASSE'],
    ['Tomás', 'Toma\u0301s'],
    ['IŞIL', 'ışıl'],
    ["O'Brien", 'O’Brien'],
    ['علي', 'على', 'two shapes of the last letter'],
    ['カ', '力', 'kana and ideograph'],
  ])('%s and %s %s', (one, other) => {
    expect(nameKeyOf(other)).toBe(nameKeyOf(one))
  })

  test.each([
    ['Ada', 'Ida'],
    ['Tomás', 'Tomas'],
    ['Иван', 'Иванн'],
    ['Ada Lovelace', 'AdaLovelace'],
    ['Bob_1', 'Bob-1'],
    ['José', 'Josè'],
    ['Νίκος', 'Νίκη'],
    ['محمد', 'محمود'],
    ['が', 'か'],
  ])('%s and %s are two', (one, other) => {
    expect(nameKeyOf(other)).not.toBe(nameKeyOf(one))
  })

  const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789 ._-') })
  const text = fc.string({ unit: 'binary' })

  test('capitals, width and decomposition make no difference', () => {
    const wide = (name: string): string =>
      Array.from(name, each =>
        each > ' ' && each < '\u007f' ? String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0) : each,
      ).join('')
    fc.assert(
      fc.property(word, name => {
        const key = nameKeyOf(name)
        for (const same of [name.toUpperCase(), wide(name), ` ${name}\u2003`, [...name].join('\u200d')])
          expect(nameKeyOf(same)).toBe(key)
      }),
    )
    fc.assert(
      fc.property(text, name => nameKeyOf(name.normalize('NFD')) === nameKeyOf(name.normalize('NFC'))),
    )
  })

  test('any text has a key without capitals, without invisible characters, in the same form at every machine', () => {
    fc.assert(
      fc.property(text, name => {
        const key = nameKeyOf(name)
        expect(key).toBe(key.toLowerCase())
        expect(key).not.toMatch(/[i\p{Default_Ignorable_Code_Point}]|^\s|\s$| {2}/u)
      }),
      { numRuns: 2000 },
    )
  })

  test('what looks like a Latin letter takes the place of it unseen, in a name of Latin letters', () => {
    const twins: [string, string][] = [
      ['a', 'а'],
      ['c', 'с'],
      ['e', 'е'],
      ['o', 'ο'],
      ['p', 'р'],
      ['x', 'х'],
      ['y', 'у'],
      ['j', 'ј'],
      ['s', 'ѕ'],
      ['H', 'Н'],
      ['B', 'В'],
      ['K', 'Κ'],
    ]
    fc.assert(
      fc.property(word, fc.constantFrom(...twins), (name, [letter, twin]) => {
        expect(nameKeyOf(`${name}${twin}`)).toBe(nameKeyOf(`${name}${letter}`))
      }),
    )
  })
})

describe('names', () => {
  test.each([
    ...['JeremyVickers', 'Maren Oduya', 'Tomás Rell', "O'Brien", 'Jean-Luc', 'x_y', 'J. R.', '42', 'Łukasz'],
    ...['Иван', 'Γιάννης', 'محمد علي', 'שרה', 'रमेश', 'สมชาย', '田中', 'たなか さん', 'Tanaka 田中', '김민수'],
    ...['ကျော်မြို့', 'ដារ៉ា', 'ጌታቸው', 'ᎠᏂᏴ', '𐌰𐌱𐌲', 'Nguyễn Thị'],
  ])('%s may be one', name => {
    expect(checked(name)).toBe(name.normalize('NFKC'))
  })

  test('a name is shown in its plain form', () => {
    expect(checked('  Ａｄａ\u00a0\u2003Lovelace ')).toBe('Ada Lovelace')
  })

  test.each([
    ['', 'form.required'],
    [' \u00a0 ', 'form.required'],
    ['A', 'form.too-short'],
    ['𐌰', 'form.too-short'],
    ['a'.repeat(41), 'form.too-long'],
    ['ﷺﷺﷺ', 'form.too-long'],
    ['Ada\u200b', 'name.unseen'],
    ['A\u202eda', 'name.unseen'],
    ['Ada\u{e0041}', 'name.unseen'],
    ['Ada\ufe0f', 'name.unseen'],
    ['Ad\u0000a', 'name.unseen'],
    ['A\u3164da', 'name.unseen'],
    ['Ada\ue000', 'name.unseen'],
    ['Ada\ud800', 'name.unseen'],
    ['Ada\u{e0fff}', 'name.unseen'],
    ['Ada <b>', 'name.signs'],
    ['@ada', 'name.signs'],
    ['Ada, post: 7/27', 'name.signs'],
    ['Ada]', 'name.signs'],
    ['Ada "A"', 'name.signs'],
    ['Ada/../x', 'name.signs'],
    ['Ada⠀', 'name.signs'],
    ['Ada 🎉', 'name.signs'],
    ['...', 'name.no-letter'],
    ['- -', 'name.no-letter'],
    ['A\u0301\u0302\u0303da', 'name.marks'],
    ['ก้้', 'name.marks'],
    ['\u0301Ada', 'name.marks'],
    ['Ada \u0301', 'name.marks'],
    ['Аda', 'name.scripts'],
    ['Adα', 'name.scripts'],
    ['Иван Petrov', 'name.scripts'],
    ['Ada علي', 'name.scripts'],
    ['Иван 田中', 'name.scripts'],
    ['𐌰𐌱 Ada', 'name.scripts'],
  ])('%j may not: %s', (name, key) => {
    expect(checked(name)).toBe(key)
  })

  test('what is let through is short, visible and in one form, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), typed => {
        const name = checked(typed)
        if (/^(name|form)\./.test(name)) return
        expect(name).toBe(name.normalize('NFKC'))
        expect([...name].length).toBeLessThanOrEqual(40)
        expect(name).toMatch(/^[\p{L}\p{M}\p{Nd} .\-_'’·]+$/u)
        expect(checked(name)).toBe(name)
        expect(nameKeyOf(name)).toBe(nameKeyOf(typed))
      }),
      { numRuns: 5000 },
    )
  })
})
