import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf } from './pieces.ts'

const written = (text: string) => piecesOf(text).map(({ start, end }) => text.slice(start, end))

describe('piecesOf', () => {
  it('parts words, digits and signs', () => {
    expect(written('Öl für 1,5 Mio.')).toEqual(['Öl', 'für', '1', ',', '5', 'Mio', '.'])
    expect(written('the 1930s, 22:30')).toEqual(['the', '1930', 's', ',', '22', ':', '30'])
  })

  it('knows capitals, and what stands before', () => {
    const [first, second, third] = piecesOf('The end.\nÉtat')
    expect(first).toMatchObject({ lower: 'the', capital: true, before: 'line' })
    expect(second).toMatchObject({ lower: 'end', capital: false, before: 'space' })
    expect(third).toMatchObject({ kind: 'sign', before: '' })
    expect(piecesOf('The end.\nÉtat')[3]).toMatchObject({ lower: 'état', capital: true, before: 'line' })
  })

  it.each([
    ['see https://example.org/a/2.html.', 'https://example.org/a/2.html'],
    ['(www.example.org/a_(b))', 'www.example.org/a_(b)'],
    ['“https://example.org/a?b=1,”', 'https://example.org/a?b=1'],
    ['[https://example.org] and', 'https://example.org'],
    ['HTTPS://EXAMPLE.ORG/A!', 'HTTPS://EXAMPLE.ORG/A'],
  ])('takes an address as one piece: %s', (text, address) => {
    expect(
      piecesOf(text)
        .filter(({ kind }) => kind === 'address')
        .map(({ lower }) => lower),
    ).toEqual([address])
  })

  it.each(['http words', 'https://', 'www', 'what', 'www. is'])('sees no address in: %s', text => {
    expect(piecesOf(text).some(({ kind }) => kind === 'address')).toBe(false)
  })

  it('covers every character that is no white space, once and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const covered = new Array<number>(text.length).fill(0)
        for (const { start, end } of piecesOf(text)) for (let at = start; at < end; at++) covered[at]!++
        expect(covered).toEqual(Array.from(text.split(''), unit => (/\s/.test(unit) ? 0 : 1)))
      }),
    )
  })
})
