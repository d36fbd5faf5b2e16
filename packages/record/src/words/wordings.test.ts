import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWordings, quotationKeys, quotedOf } from './wordings.ts'

const harbour =
  'The harbour belongs to the fishermen of this island, and no ministry in the capital will sell a single berth of it to a foreign fleet.'
const relation = (one: string, other: string) => compareWordings(quotedOf(one), quotedOf(other))?.relation
const shared = (one: string, other: string) => {
  const keys = new Set(quotationKeys(quotedOf(one)))
  return quotationKeys(quotedOf(other)).filter(key => keys.has(key)).length
}

describe('compareWordings', () => {
  it('takes marks, case and white space for no difference', () => {
    const other =
      'the HARBOUR belongs to the fishermen  of this island — and no ministry in the capital will sell a single berth of it to a foreign fleet!'
    const wording = compareWordings(quotedOf(harbour), quotedOf(other))
    expect(wording).toMatchObject({ relation: 'same', whole: true, similarity: 1 })
  })

  it('takes an excerpt for the same words', () => {
    const excerpt = 'no ministry in the capital will sell a single berth'
    expect(compareWordings(quotedOf(excerpt), quotedOf(harbour))).toMatchObject({
      relation: 'same',
      whole: false,
    })
    expect(compareWordings(quotedOf(harbour), quotedOf(excerpt))).toMatchObject({
      relation: 'same',
      whole: false,
    })
  })

  it('sees a changed, a missing, an added word', () => {
    expect(relation(harbour, harbour.replace('no ministry', 'the ministry'))).toBe('altered')
    expect(relation(harbour, harbour.replace('foreign ', ''))).toBe('altered')
    expect(relation(harbour, harbour.replace('will sell', 'will ever sell'))).toBe('altered')
    expect(relation(harbour, harbour.replace('The harbour', 'This harbour'))).toBe('altered')
  })

  it('lets a mark of omission stand for any run of words, in either quotation', () => {
    const cut = (mark: string) => `The harbour belongs to the fishermen ${mark} to a foreign fleet.`
    for (const mark of ['…', '...', '. . .', '[…]', '[...]', '(…)']) {
      expect([mark, relation(cut(mark), harbour)]).toEqual([mark, 'same'])
      expect([mark, relation(harbour, cut(mark))]).toEqual([mark, 'same'])
    }
    expect(relation(cut(''), harbour)).not.toBe('same')
    const longer = cut(`… ${'and so we went on talking for an hour about other things '.repeat(2)}`)
    expect(relation(longer, harbour)).not.toBe('different')
  })

  it('lets words in brackets stand for others', () => {
    expect(relation(harbour.replace('this island', '[Lesvik]'), harbour)).toBe('same')
    expect(relation(harbour.replace('foreign', '[Danish] foreign'), harbour)).toBe('same')
    expect(relation(harbour.replace('The harbour', '[T]he harbour'), harbour)).toBe('same')
    expect(relation(harbour.replace('no ministry', '[n]o parliament'), harbour)).toBe('altered')
  })

  it('is silent under six words, edits not counted', () => {
    expect(relation('to a foreign fleet today', harbour)).toBeUndefined()
    expect(relation('sell a single berth [of the harbour]', harbour)).toBeUndefined()
    expect(relation('will sell a single berth of', harbour)).toBe('same')
  })

  it('calls other words different, and frequent words that happen to agree', () => {
    expect(
      relation(harbour, 'We were told nothing, and when we asked the office the line was dead for the day.'),
    ).toBe('different')
    const little = 'it is what it is and we are where we are in all of this'
    expect(relation(little, little.replace('all of', 'most of'))).toBe('different')
  })

  it('does not depend on the order, and finds a text the same as itself', () => {
    const words = fc.array(
      fc.constantFrom('boat', 'harbour', 'the', 'of', 'sold', 'ice', '…', '[we]', 'berth'),
      {
        minLength: 6,
        maxLength: 24,
      },
    )
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, other] = [quotedOf(a.join(' ')), quotedOf(b.join(' '))]
        const there = compareWordings(one, other)
        const back = compareWordings(other, one)
        if (one.words.folded.length !== other.words.folded.length) expect(back).toEqual(there)
        const self = compareWordings(one, one)
        if (self !== null) expect(self).toMatchObject({ relation: 'same', whole: true })
      }),
    )
  })

  it('compares long quotations piece by piece', () => {
    const long = Array.from({ length: 3_000 }, (_, i) => `word${(i * 37) % 1_009}x${i % 11}`).join(' ')
    expect(relation(long, long.replace('word37x1 ', 'other '))).toBe('altered')
    expect(relation(long, long)).toBe('same')
    expect(relation(long.split(' ').slice(1_200, 1_300).join(' '), long)).toBe('same')
    expect(relation('no '.repeat(20_000), 'no yes '.repeat(20_000))).toBeDefined()
    expect(quotedOf('['.repeat(60_000)).words.folded).toEqual([])
  })
})

describe('quotationKeys', () => {
  it('are few, and shared by every two quotations with six words in a row', () => {
    expect(quotationKeys(quotedOf(harbour)).length).toBeLessThan(15)
    const rare = fc.stringMatching(/^[a-z]{7}$/)
    const list = (minLength: number, maxLength: number) => fc.array(rare, { minLength, maxLength })
    fc.assert(
      fc.property(list(0, 12), list(6, 9), list(0, 12), list(0, 12), (before, run, behind, other) => {
        expect(
          shared([...before, ...run, ...behind].join(' '), [...other, ...run].join(' ')),
        ).toBeGreaterThan(0)
      }),
    )
  })

  it('go over no mark of omission, and leave little words out', () => {
    expect(shared('the harbour belongs … to the fishermen of this', harbour)).toBe(
      shared('to the fishermen of this island', harbour.replace('this island', 'this')),
    )
    expect(quotationKeys(quotedOf('it is what it is and so it is'))).toEqual([])
    expect(quotationKeys(quotedOf('belongs to the fishermen of'))).toEqual([])
  })

  it('are whole numbers of 47 bits in rising order, at most 64', () => {
    const keys = quotationKeys(quotedOf(Array.from({ length: 900 }, (_, i) => `word${i}`).join(' ')))
    expect(keys).toHaveLength(64)
    expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b))
    expect(keys.every(key => Number.isSafeInteger(key) && key >= 0 && key < 2 ** 47)).toBe(true)
  })
})
