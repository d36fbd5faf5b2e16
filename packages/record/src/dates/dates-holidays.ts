import { pieceOr } from '../text/pieces.ts'
import { type Match, type Meaning, numberAt, type Reader, wordAt } from './date-match.ts'

/** A day that has a name: month and day, days from Easter Sunday, or the nth weekday (from 0) of a month, -1 the last. */
type Feast =
  | readonly [month: number, day: number]
  | readonly [days: number]
  | readonly [month: number, weekday: number, nth: number]

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
  ['thanksgiving', [11, 3, 4]],
  ['thanksgiving day', [11, 3, 4]],
  ['labor day', [9, 0, 1]],
  ['memorial day', [5, 0, -1]],
  ['martin luther king day', [1, 0, 3]],
  ['mother s day', [5, 6, 2]],
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
  'for',
  'at',
  'over',
  'around',
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
  const meaning = meaningOf(found.feast, year)
  return { first: place, next: year === null ? found.next : found.next + 1, meaning, time: null }
}

function meaningOf(feast: Feast, year: number | null): Meaning {
  if (feast.length === 1) return { is: 'easter', year, days: feast[0] }
  if (feast.length === 2) return { is: 'day', year, month: feast[0], day: feast[1] }
  return { is: 'feast', year, month: feast[0], weekday: feast[1], nth: feast[2] }
}
