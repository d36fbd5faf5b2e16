import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultIn } from '../testing/faults.ts'
import { REPEATED, repeated, texts } from '../testing/texts.ts'
import type { Span } from './findings.ts'
import { read } from './read.ts'
import { MAX_TEXT } from './version.ts'

const COUNCIL =
  'The council of Aldersund met on 4 May 2025 to settle who pays for the ferry. Mayor Ilse Lindqvist said “the town cannot carry a boat that carries nobody.” Around 1,200 passengers used it last year, the operator reported.'
const REPLY =
  'The operator, Norrline, rejected the sum. Its director told the Gazette that the figure was “taken from a winter in which we did not sail at all,” and asked for another count before the vote on Friday.'

describe('a text is read', () => {
  const text = [COUNCIL, REPLY, COUNCIL].join('\n')
  const findings = read(text, { date: '2025-05-06' })
  const words = ({ start, end }: Span) => text.slice(start, end)

  it('for who is quoted', () => {
    const marked = findings.quotations.flatMap(({ marked: spans, resolved, speaker }) =>
      spans.map(span => [words(span), resolved || speaker]),
    )
    expect(marked.slice(0, 2)).toEqual([
      ['the town cannot carry a boat that carries nobody.', expect.stringContaining('Lindqvist')],
      ['taken from a winter in which we did not sail at all,', expect.stringMatching(/director/i)],
    ])
  })

  it('for figures and dates', () => {
    expect(findings.figures[0]).toMatchObject({ value: 1200, change: 'about', counts: 'passengers' })
    expect(findings.dates.map(({ value }) => value)).toContain('2025-05-04')
    expect(findings.dates.map(({ value }) => value)).toContain('2024')
  })

  it('for what stands there twice, which is not asked about again', () => {
    expect(findings.repeats).toEqual([
      { start: text.lastIndexOf(COUNCIL), end: text.length, of: { start: 0, end: COUNCIL.length } },
    ])
    expect(findings.statements.length).toBeGreaterThan(0)
    for (const { end } of findings.statements) expect(end).toBeLessThan(text.lastIndexOf(COUNCIL))
  })

  it('for the sources of its statements', () => {
    const cited = `${COUNCIL} See https://www.gazette.example/2025/05/05/ferry for the minutes.`
    const { sources, statements } = read(cited)
    expect(sources).toMatchObject([{ publisher: 'gazette.example', date: '2025-05-05' }])
    expect(statements.length).toBeGreaterThan(0)
  })
})

describe('a text in another language', () => {
  it('is read for marks, figures, dates and repeats alone', () => {
    const text =
      'Die Bürgermeisterin sagte am 4. Mai 2025: „Die Stadt kann kein Schiff tragen, das niemanden trägt.“ Es kostet 41 Millionen Euro im Jahr, und das ist nicht wenig.'
    const findings = read(text)
    expect(findings).toMatchObject({
      language: 'other',
      quotations: [{ kind: 'direct', speaker: '' }],
      statements: [],
      stray: [],
    })
    expect(findings.dates).toMatchObject([{ value: '2025-05-04' }])
    expect(findings.figures).toMatchObject([{ value: 41_000_000 }])
  })

  it.each([
    ['Le maire a dit que la ville ne peut pas payer le bateau qui ne porte personne.', 'other'],
    ['Ο δήμαρχος είπε ότι η πόλη δεν μπορεί να πληρώσει.', 'other'],
    ['市長は、町は船の費用を払えないと述べた。', 'other'],
    ['قالت رئيسة البلدية إن المدينة لا تستطيع أن تدفع.', 'other'],
    ['Lindqvist: “Never.”', 'english'],
    ['', 'english'],
    ['The mayor said “ein Schiff ist kein Schiff, das niemand will” and left.', 'english'],
  ])('%s is told by its words', (text, language) => expect(read(text).language).toBe(language))
})

describe('whatever is read', () => {
  it('lies in the text, in its order, and is read again the same', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(faultIn(text)).toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  it.each(REPEATED)('ends for 64 kB of %j, and holds the same rules', piece => {
    expect(faultIn(repeated(piece, 64_000))).toBeNull()
  })

  it('is no longer than it may be', () => {
    expect(() => read('a'.repeat(MAX_TEXT + 1))).toThrow(RangeError)
  })
})
