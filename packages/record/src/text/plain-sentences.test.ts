import { expect, it } from 'vitest'
import { piecesOf } from './pieces.ts'
import { plainSentences } from './plain-sentences.ts'

const sentences = (text: string) =>
  plainSentences(piecesOf(text)).map(({ start, end }) => text.slice(start, end))

it.each<[string, string[]]>([
  ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
  ['It ended.\nA line', ['It ended.', 'A line']],
  ['Dr. Mill met Mr. A. Weir in the U.S. Senate.', ['Dr. Mill met Mr. A. Weir in the U.S. Senate.']],
  ['It cost 3.5 million. Nobody paid.', ['It cost 3.5 million.', 'Nobody paid.']],
  ['“It ended.” So he left.', ['“It ended.”', 'So he left.']],
  ['It ended in 2014. Nobody came.', ['It ended in 2014.', 'Nobody came.']],
  ['Es war am 4. Mai. Niemand kam.', ['Es war am 4. Mai.', 'Niemand kam.']],
  ['He waited … and left. ', ['He waited … and left.']],
  ['See https://example.org/a.b. It ended.', ['See https://example.org/a.b.', 'It ended.']],
  ['', []],
  [' \n ', []],
])('%j', (text, parts) => {
  expect(sentences(text)).toEqual(parts)
})
