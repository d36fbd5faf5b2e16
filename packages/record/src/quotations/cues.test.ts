import { describe, expect, it } from 'vitest'
import { cueOf, REPORTING_NOUNS } from './cues.ts'

describe('cueOf', () => {
  it('knows the forms of a verb, regular or not', () => {
    const verbs = (...words: string[]) => words.map(word => cueOf(word, '')?.verb)
    expect(verbs('say', 'says', 'said', 'saying')).toEqual(['say', 'say', 'say', 'say'])
    expect(verbs('denies', 'denied', 'denying')).toEqual(['deny', 'deny', 'deny'])
    expect(verbs('argues', 'argued', 'arguing')).toEqual(['argue', 'argue', 'argue'])
    expect(verbs('stresses', 'admitted', 'quipped', 'wrote', 'written')).toEqual([
      'stress',
      'admit',
      'quip',
      'write',
      'write',
    ])
    expect(verbs('labeled', 'labelled', 'signalling')).toEqual(['label', 'label', 'signal'])
  })

  it('tells past forms from participles where they differ', () => {
    expect(cueOf('wrote', '')?.form).toBe('past')
    expect(cueOf('written', '')?.form).toBe('participle')
    expect(cueOf('told', '')?.form).toBe('past')
  })

  it('takes a verb with its particle before the bare verb', () => {
    expect(cueOf('pointed', 'out')?.verb).toBe('point out')
    expect(cueOf('pointed', 'at')).toBeUndefined()
    expect(cueOf('called', 'for')?.verb).toBe('call for')
    expect(cueOf('called', 'it')?.verb).toBe('call')
  })

  it('says what a verb takes', () => {
    expect(cueOf('told', '')).toMatchObject({ person: true, clause: 'free', urges: true })
    expect(cueOf('asked', '')).toMatchObject({ question: true, clause: 'none' })
    expect(cueOf('demanded', '')).toMatchObject({ clause: 'that', urges: false })
    expect(cueOf('described', '')).toMatchObject({ object: true, content: false, aside: false })
    expect(cueOf('cited', '')).toMatchObject({ object: true, content: true })
  })

  it('marks thought apart from speech', () => {
    expect(cueOf('believes', '')?.thought).toBe(true)
    expect(cueOf('claims', '')?.thought).toBe(false)
  })

  it('knows no form twice by mistake and no other word', () => {
    for (const word of ['the', 'runs', 'table', 'sayed', 'tolded', 'admited'])
      expect(cueOf(word, '')).toBeUndefined()
    expect(REPORTING_NOUNS.has('claim')).toBe(true)
    expect(REPORTING_NOUNS.has('table')).toBe(false)
  })
})
