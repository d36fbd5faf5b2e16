import { describe, expect, it } from 'vitest'
import { findWords } from './find-words.ts'

const before =
  'The council met for nine hours on Monday. Nobody had expected a long debate about the ferry. '.repeat(5)
const said =
  '“The harbour belongs to the fishermen of this island,” said Ida Brandt, “and no ministry in the capital will sell a single berth of it.”'
const page = `${before}${said} ${before}`
const cut = (span: { start: number; end: number } | null) => (span ? page.slice(span.start, span.end) : null)

describe('findWords', () => {
  it('finds words as they stand, but for marks and case', () => {
    const { found, span, difference } = findWords(
      'the harbour belongs to the Fishermen of this island.',
      page,
    )
    expect([found, cut(span), difference]).toEqual([
      'word-for-word',
      'The harbour belongs to the fishermen of this island',
      [],
    ])
    expect(findWords('a single berth', page).found).toBe('word-for-word')
  })

  it('finds them over marks of omission and brackets', () => {
    const omitted = findWords(
      'The harbour belongs to the fishermen … and no ministry … will sell a [single] berth',
      page,
    )
    expect(omitted.found).toBe('word-for-word')
    expect(cut(omitted.span)).toMatch(/^The harbour.*single berth$/)
    expect(findWords('Nobody had expected a [short] debate about the ferry', page).found).toBe(
      'word-for-word',
    )
    expect(findWords('no ministry … the harbour belongs to', said).found).toBe('not-found')
  })

  it('says how they were altered, and where', () => {
    const { found, span, difference } = findWords(
      'the harbour belongs to the people of this island and no ministry in the capital will sell a single berth',
      page,
    )
    expect(found).toBe('altered')
    expect(cut(span)).toMatch(/^The harbour belongs.*single berth$/)
    expect(difference.filter(each => each.change === 'added').map(each => each.text.trim())).toEqual([
      'people',
    ])
    expect(difference.filter(each => each.change === 'removed').map(each => each.text.trim())).toEqual([
      'fishermen',
      'said Ida Brandt, “',
    ])
  })

  it('finds nothing where nothing is', () => {
    expect(findWords('the ministry offered to sell every berth to a foreign fleet next year', page)).toEqual({
      found: 'not-found',
      span: null,
      difference: [],
    })
    expect(findWords('a double berth', page).found).toBe('not-found')
    expect(findWords('', page).found).toBe('not-found')
    expect(findWords('…', page).found).toBe('not-found')
    expect(findWords('a harbour', '').found).toBe('not-found')
  })

  it('finds a quotation that a page has many times nearly', () => {
    const many = 'no berth no berth no boat '.repeat(3_000)
    expect(findWords(`${'no berth no berth no boat '.repeat(3)}today`, `${many}today`).found).toBe(
      'word-for-word',
    )
    expect(findWords('no '.repeat(10_000), 'no '.repeat(30_000)).found).toBe('word-for-word')
    expect(findWords(`${'no '.repeat(10_000)}yes`, 'no '.repeat(30_000)).found).not.toBe('word-for-word')
  })
})
