import type { Piece } from './pieces.ts'

/** Words that are frequent in English and hardly a word of the others. */
const ENGLISH = new Set(
  (
    'the of and is was for with that by it at from this are be has have had he she they we you his her their our your ' +
    'not but which who would will said says i my if there been were about after when what would could should'
  ).split(' '),
)

/**
 * Frequent words of languages that are written in Latin letters: German, French, Spanish, Italian, Portuguese, Dutch,
 * Swedish, Danish, Norwegian, Polish, Turkish, Indonesian. Words that are English too are left out.
 */
const OTHERS = new Set(
  (
    'der die das und ist von mit dem den nicht ein eine einen im für auf sich auch wurde wird hat haben wir sie als nach ' +
    'bei aus zum zur vom le les et est du dans une des pour qui que sur aux pas ce cette avec il elle nous vous plus été ' +
    'el los las y del una por para con se su lo como más fue ha di che per non sono della è anche nel alla dei gli o os ' +
    'um uma com não da em na mais foi het van een dat niet op te zijn voor met ook maar och att som på är inte av ett ' +
    'til ikke og har w z się że nie jest to ve bir bu için ile da yang dan untuk dengan ini itu tidak'
  )
    .split(' ')
    .filter(word => word !== 'to'),
)

const LANGUAGES = new Map([
  ...[...OTHERS].map(word => [word, 'others'] as const),
  ...[...ENGLISH].map(word => [word, 'english'] as const),
])
const LONGEST = Math.max(...[...LANGUAGES.keys()].map(word => word.length))

const LATIN = /^[\p{Script=Latin}\p{M}]/u
const LAST_OF_ASCII = 127
/** Fewer words than this may be English though none of them tells. */
const SHORT = 12

/**
 * The pieces of a text → whether it is written in English, by the most frequent words of English and of twelve other
 * languages, and by its letters. A short text in Latin letters of which nothing tells counts as English. Linear.
 */
export function isEnglish(pieces: readonly Piece[]): boolean {
  const counts = { words: 0, english: 0, others: 0, foreign: 0 }
  for (const { kind, lower } of pieces) {
    if (kind !== 'word') continue
    counts.words++
    const told = lower.length > LONGEST ? undefined : LANGUAGES.get(lower)
    if (told !== undefined) counts[told]++
    else if (lower.charCodeAt(0) > LAST_OF_ASCII && !LATIN.test(lower)) counts.foreign++
  }
  if (counts.foreign * 2 > counts.words || counts.others > counts.english) return false
  return counts.english > 0 || counts.words < SHORT
}
