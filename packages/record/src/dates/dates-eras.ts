import { pieceOr } from '../text/pieces.ts'
import type { Match, Reader } from './date-match.ts'

/** Times that have a name, in small letters with single spaces, and from when to when they are counted. */
const ERAS: Readonly<Record<string, string>> = {
  'world war i': '1914-07-28/1918-11-11',
  'world war one': '1914-07-28/1918-11-11',
  'first world war': '1914-07-28/1918-11-11',
  wwi: '1914-07-28/1918-11-11',
  'great war': '1914-07-28/1918-11-11',
  'world war ii': '1939-09-01/1945-09-02',
  'world war two': '1939-09-01/1945-09-02',
  'second world war': '1939-09-01/1945-09-02',
  wwii: '1939-09-01/1945-09-02',
  ww2: '1939-09-01/1945-09-02',
  'cold war': '1947/1991',
  'great depression': '1929/1939',
  'vietnam war': '1955/1975',
  'korean war': '1950-06-25/1953-07-27',
  'gulf war': '1990-08-02/1991-02-28',
  'american civil war': '1861/1865',
  'spanish civil war': '1936/1939',
  'american revolution': '1775/1783',
  'american revolutionary war': '1775/1783',
  'revolutionary war': '1775/1783',
  'french revolution': '1789/1799',
  'russian revolution': '1917',
  'thirty years war': '1618/1648',
  'middle ages': '0500/1500',
  crusades: '1095/1291',
  'erster weltkrieg': '1914-07-28/1918-11-11',
  'ersten weltkrieg': '1914-07-28/1918-11-11',
  'ersten weltkriegs': '1914-07-28/1918-11-11',
  'zweiter weltkrieg': '1939-09-01/1945-09-02',
  'zweiten weltkrieg': '1939-09-01/1945-09-02',
  'zweiten weltkriegs': '1939-09-01/1945-09-02',
  'première guerre mondiale': '1914-07-28/1918-11-11',
  'seconde guerre mondiale': '1939-09-01/1945-09-02',
  'primera guerra mundial': '1914-07-28/1918-11-11',
  'segunda guerra mundial': '1939-09-01/1945-09-02',
}
const BY_FIRST = new Map<string, string[][]>()
for (const name of Object.keys(ERAS)) {
  const words = name.split(' ')
  const first = words[0] as string
  BY_FIRST.set(
    first,
    [...(BY_FIRST.get(first) ?? []), words].sort((one, other) => other.length - one.length),
  )
}

/** The words that the names begin with. */
export const ERA_STARTS: readonly string[] = [...BY_FIRST.keys()]

/** "World War II", "the Middle Ages": a time by its name, where it is told of as a time; null for anything else. */
export function eraAt(reader: Reader, place: number): Match | null {
  const { pieces } = reader
  const piece = pieceOr(pieces, place)
  const names = BY_FIRST.get(piece.lower)
  if (names === undefined || !piece.capital) return null
  const words = names.find(each =>
    each.every((word, index) => {
      const at = pieceOr(pieces, place + index)
      return at.lower === word && (index === 0 || at.before === 'space')
    }),
  )
  if (words === undefined) return null
  const the = pieceOr(pieces, place - 1)
  const first = the.lower === 'the' && piece.before === 'space' ? place - 1 : place
  if (!TIMES.has(pieceOr(pieces, first - 1).lower)) return null
  const [from, to] = (ERAS[words.join(' ')] as string).split('/') as [string, string | undefined]
  return { first, next: place + words.length, meaning: { is: 'stretch', from, to: to ?? from }, time: null }
}

/** Before these a name of a time tells when; elsewhere it tells what: "a book on the Cold War". */
const TIMES = new Set(
  'during in since until till before after by from following throughout of to through im seit bis vor nach während pendant avant après durante desde hasta tras'.split(
    ' ',
  ),
)
