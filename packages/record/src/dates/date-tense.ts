import { type Piece, pieceOr } from '../text/pieces.ts'
import type { Match, Reader } from './date-match.ts'

/** What the words of a sentence say of its time. */
export interface Tense {
  /** "will", "next", "scheduled". */
  ahead: boolean
  /** It tells how things are: "is", "can", "usually". */
  present: boolean
  past: boolean
  /** What is so every year: "annually", "feast". */
  yearly: boolean
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const AHEAD = words(
  'will would shall next upcoming scheduled plans plan planned expected going coming tomorrow due wird werden soll nächste kommenden prochain aura sera próximo será habrá',
)
const YEARLY = words('every each annual annually yearly feast usually jedes jährlich chaque cada')
const PRESENT = words(
  'is are can varies vary usually often always typically generally annually every yearly each runs run open opens begins starts lasts season seasons ' +
    'reaches averages average remains stays gets tends tend warm warmest hot hottest cold coldest cool mild wet dry rainy humid sunny temperature temperatures climate weather crowded busiest peak',
)
const PAST = words('was were had did went came began took became got made said told')
/** What a word says of the time; of what it is in several lists for, the first. */
const SAYS: ReadonlyMap<string, keyof Tense> = new Map(
  (
    [
      ['yearly', YEARLY],
      ['past', PAST],
      ['present', PRESENT],
      ['ahead', AHEAD],
    ] as const
  ).flatMap(([says, list]) => [...list].map(word => [word, says] as const)),
)
/** How many pieces before and behind a date are looked at. */
const WINDOW = 24

/** The sentence around a date, as far as 24 pieces on each side → what it says of its time. */
export function tenseAround({ pieces }: Reader, match: Match): Tense {
  const tense: Tense = { ahead: false, present: false, past: false, yearly: false }
  for (let place = match.first - 1; place >= Math.max(0, match.first - WINDOW); place--) {
    if (pieceOr(pieces, place + 1).before === 'line' || ends(pieces, place)) break
    hear(tense, pieces[place] as Piece, match.first - place)
  }
  for (let place = match.next; place < Math.min(pieces.length, match.next + WINDOW); place++) {
    if (pieceOr(pieces, place).before === 'line' || ends(pieces, place)) break
    hear(tense, pieces[place] as Piece, place - match.next)
  }
  return tense
}

/** What may close behind the last sign of a sentence: “… in May.” */
const CLOSING = '”"’\'»)]'

function ends(pieces: readonly Piece[], place: number): boolean {
  const { kind, lower } = pieceOr(pieces, place)
  if (kind !== 'sign' || !'.!?'.includes(lower)) return false
  let next = place + 1
  for (; next < pieces.length; next++) {
    const { before, kind: what, lower: sign } = pieces[next] as Piece
    if (before !== '' || what !== 'sign' || !CLOSING.includes(sign)) break
  }
  return pieceOr(pieces, next).before !== ''
}

function hear(tense: Tense, { kind, lower }: Piece, distance: number): void {
  if (kind !== 'word') return
  const says = SAYS.get(lower) ?? (lower.length > 4 && lower.endsWith('ed') ? 'past' : undefined)
  if (says === undefined) return
  if (says !== 'ahead') tense[says] = true
  else if (distance <= WINDOW / 2) tense.ahead = true
  if (YEARLY.has(lower)) tense.yearly = true
}
