import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passageOf } from '../text/passage.ts'
import { quotationsIn, quotationsOf } from './quotations.ts'

const HOSTILE: Record<string, (length: number) => string> = {
  'straight marks': length => '"'.repeat(length),
  'opening marks': length => '“'.repeat(length),
  'pairs of marks': length => '“a” '.repeat(length / 4),
  'marks in marks': length => '“‘'.repeat(length / 4) + '’”'.repeat(length / 4),
  'opening marks before words': length => '“a '.repeat(length / 3),
  apostrophes: length => "''".repeat(length / 2),
  'single marks': length => "'a ".repeat(length / 3),
  'one word': length => 'said '.repeat(length / 5),
  'he said': length => 'he said '.repeat(length / 8),
  'he said that': length => 'he said that '.repeat(length / 13),
  'he said, in marks': length => '"a," he said. '.repeat(length / 14),
  'left open in every line': length => 'he said “a\n'.repeat(length / 11),
  'marks joined by and': length => 'he said “a” and '.repeat(length / 16),
  participles: length => ', saying '.repeat(length / 9),
  'according to': length => 'according to '.repeat(length / 13),
  names: length => 'Anna Brandt '.repeat(length / 12),
  'many names': length => Array.from({ length: length / 14 }, (_, i) => `Anna X${i} said.`).join(' '),
  pronouns: length => 'He met Anna. '.repeat(length / 13),
  'joined names': length => 'Anna and '.repeat(length / 9),
  'of of of': length => 'mayor of '.repeat(length / 9),
  brackets: length => '('.repeat(length),
  dashes: length => '– '.repeat(length / 2),
  commas: length => ', '.repeat(length / 2),
  colons: length => 'a: '.repeat(length / 3),
  numbers: length => '1,000 '.repeat(length / 6),
  'one long stretch': length => `he said “${'we are here and '.repeat(length / 16)}”`,
}

/** How often a word, or a place of a word, is looked at while a text is read. */
function looksAt(text: string): number {
  let looks = 0
  const counted = <T extends object>(list: T): T =>
    new Proxy(list, {
      get(target, key) {
        looks += 1
        return Reflect.get(target, key)
      },
    })
  const passage = passageOf(text)
  const { tokens, markOf, marks } = passage
  quotationsOf({ ...passage, tokens: counted(tokens), markOf: counted(markOf), marks: counted(marks) })
  return looks
}

describe('four times the text takes about four times the looks', () => {
  it.each(Object.keys(HOSTILE))('%s', name => {
    const once = looksAt(HOSTILE[name]!(8_000))
    const fourfold = looksAt(HOSTILE[name]!(32_000))
    expect(once).toBeGreaterThan(0)
    expect(fourfold / once).toBeLessThan(5)
  })
})

const pieces = fc.constantFrom(
  ...['Ada Moss', 'he', 'she', 'the mayor', 'Otto', 'a nurse', 'said', 'told reporters', 'adding', 'that'],
  ...[
    '“',
    '”',
    '"',
    '‘',
    '’',
    "'",
    '«',
    '»',
    '„',
    ',',
    '.',
    '?',
    ':',
    '—',
    '(',
    ')',
    '\n',
    '\n\n',
    'and',
    'of',
  ],
  ...['the pier is shut', 'we are full', 'according to', 'who', 'not', '55', 'U.S.', '😀', '樋口'],
)
const posts = fc.array(pieces, { maxLength: 60 }).map(list => list.join(' '))

describe('whatever the text', () => {
  it('quotations lie within it, in order and apart, with the words that they say they have', () => {
    fc.assert(
      fc.property(posts, text => {
        let end = 0
        let groups = 0
        for (const found of quotationsIn(text)) {
          expect(found.group).toBeLessThanOrEqual(groups)
          groups = Math.max(groups, found.group + 1)
          expect(found.start).toBeGreaterThanOrEqual(end)
          expect(found.end).toBeGreaterThan(found.start)
          expect(found.end).toBeLessThanOrEqual(text.length)
          end = found.end
          for (const marked of found.marked) {
            expect(marked.start).toBeGreaterThanOrEqual(found.start)
            expect(marked.end).toBeLessThanOrEqual(found.end)
          }
          const { speaker, speakerStart, speakerEnd } = found
          expect(speaker).toBe(speakerStart === null ? '' : text.slice(speakerStart, speakerEnd!))
          expect(found.kind === 'indirect').toBe(found.marked.length === 0)
          if (speaker === '') expect(found.resolved).toBe('')
          if (found.reading?.from) expect(found.reading.from.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('the same text is read the same way', () => {
    fc.assert(
      fc.property(posts, text => {
        expect(quotationsIn(text)).toEqual(quotationsIn(text))
      }),
    )
  })
})
