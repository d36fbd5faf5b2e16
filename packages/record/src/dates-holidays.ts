import { type Match, type Meaning, numberAt, type Reader, wordAt } from './date-match.ts'
import { pieceOr } from './pieces.ts'

/** A day that has a name: month and day, or days from Easter Sunday. */
type Feast = readonly [month: number, day: number] | readonly [days: number]

const FEASTS: ReadonlyMap<string, Feast> = new Map<string, Feast>([
  ['christmas', [12, 25]],
  ['christmas day', [12, 25]],
  ['christmas eve', [12, 24]],
  ['boxing day', [12, 26]],
  ['new year s day', [1, 1]],
  ['new year s eve', [12, 31]],
  ['valentine s day', [2, 14]],
  ['st patrick s day', [3, 17]],
  ['fourth of july', [7, 4]],
  ['independence day', [7, 4]],
  ['halloween', [10, 31]],
  ['ash wednesday', [-46]],
  ['palm sunday', [-7]],
  ['good friday', [-2]],
  ['easter', [0]],
  ['easter sunday', [0]],
  ['easter monday', [1]],
  ['pentecost', [49]],
  ['heiligabend', [12, 24]],
  ['weihnachten', [12, 25]],
  ['silvester', [12, 31]],
  ['neujahr', [1, 1]],
  ['karfreitag', [-2]],
  ['ostern', [0]],
  ['ostermontag', [1]],
  ['pfingsten', [49]],
  ['noël', [12, 25]],
  ['pâques', [0]],
  ['navidad', [12, 25]],
  ['nochebuena', [12, 24]],
  ['nochevieja', [12, 31]],
])
/** The words that the names begin with. */
export const FEAST_STARTS: ReadonlySet<string> = new Set(
  [...FEASTS.keys()].map(name => name.split(' ')[0] as string),
)
/** Without a year a feast is a day only behind these: "Christmas" alone is mostly no certain day. */
const ON = new Set([
  'on',
  'since',
  'until',
  'till',
  'by',
  'before',
  'after',
  'this',
  'last',
  'next',
  'an',
  'zu',
  'seit',
  'bis',
  'à',
  'en',
])

/** "Christmas Eve 2014", "on Good Friday", "Ostern 2020": null where no feast stands. */
export function feastAt(reader: Reader, place: number): Match | null {
  const piece = pieceOr(reader.pieces, place)
  if (!piece.capital || !FEAST_STARTS.has(piece.lower)) return null
  const words: string[] = []
  let found: { feast: Feast; next: number } | null = null
  for (let at = place; words.length < 4; at++) {
    const each = pieceOr(reader.pieces, at)
    if (each.kind === 'word') words.push(each.lower)
    else if (each.before !== '' || !"'’.".includes(each.lower)) break
    const feast = FEASTS.get(words.join(' '))
    if (feast !== undefined && each.kind === 'word') found = { feast, next: at + 1 }
  }
  if (found === null) return null
  const given = numberAt(reader, found.next, 4)
  const year = given >= 1000 && given < 2200 ? given : null
  if (year === null && !ON.has(wordAt(reader, place - 1))) return null
  const meaning: Meaning =
    found.feast.length === 2
      ? { is: 'day', year, month: found.feast[0], day: found.feast[1] }
      : { is: 'easter', year, days: found.feast[0] }
  return { first: place, next: year === null ? found.next : found.next + 1, meaning, time: null }
}
