import { pieceOr } from '../text/pieces.ts'
import { two } from './calendar.ts'
import { numberAt, type Reader, touches, wordAt } from './date-match.ts'

/** A time of day: `14:00`, and the place of the first piece behind it. */
export interface TimeOfDay {
  readonly time: string
  readonly next: number
}

const ZONES = new Set(
  'utc gmt cet cest mez mesz est edt et cst cdt ct mst mdt mt pst pdt pt bst ist jst msk'.split(' '),
)

/**
 * "22:30", "2.30 p.m.", "5 pm", "14 Uhr", "14h30", "11 o'clock", "noon", with a zone that is read over: the value is the
 * time on the writer's clock. Null where no time stands.
 */
export function timeAt(reader: Reader, place: number): TimeOfDay | null {
  const hour = numberAt(reader, place, 2)
  if (Number.isNaN(hour)) return namedTime(reader, place)
  if (hour > 24) return null
  const colon = touches(reader, place + 1, ':') || touches(reader, place + 1, '.')
  const minute =
    colon && pieceOr(reader.pieces, place + 2).before === '' ? numberAt(reader, place + 2, 2) : Number.NaN
  const long = colon && pieceOr(reader.pieces, place + 2).lower.length === 2 && minute < 60
  const after = long ? place + 3 : place + 1
  const half = halfOfDay(reader, after)
  if (half !== null && hour >= 1 && hour <= 12) {
    return ended(reader, half.next, (hour % 12) + half.hours, long ? minute : 0)
  }
  const hours = hourWord(reader, after)
  if (hours !== null) return ended(reader, hours.next, hour, long ? minute : hours.minute)
  if (!long || !touches(reader, place + 1, ':')) return null
  const seconds = touches(reader, after, ':') && numberAt(reader, after + 1, 2) < 60 ? after + 2 : after
  if (
    touches(reader, seconds, ':') ||
    (touches(reader, seconds, '.') && pieceOr(reader.pieces, seconds + 1).before === '')
  )
    return null
  return ended(reader, seconds, hour, minute)
}

function namedTime(reader: Reader, place: number): TimeOfDay | null {
  const word = wordAt(reader, place)
  if (word === 'noon' || word === 'midday') return { time: '12:00', next: place + 1 }
  return word === 'midnight' ? { time: '00:00', next: place + 1 } : null
}

/** "am", "a.m.", "p. m." */
function halfOfDay(reader: Reader, place: number): { hours: number; next: number } | null {
  const word = wordAt(reader, place)
  if (word === 'am' || word === 'pm') return { hours: word === 'pm' ? 12 : 0, next: place + 1 }
  if ((word !== 'a' && word !== 'p') || !touches(reader, place + 1, '.') || wordAt(reader, place + 2) !== 'm')
    return null
  const stop = touches(reader, place + 3, '.') ? place + 4 : place + 3
  return { hours: word === 'p' ? 12 : 0, next: stop }
}

/** "Uhr", "h", "h30", "o'clock", "heures". */
function hourWord(reader: Reader, place: number): { minute: number; next: number } | null {
  const word = wordAt(reader, place)
  const { language } = reader
  if (language === 'de' && word === 'uhr') {
    const minute = numberAt(reader, place + 1, 2)
    const given = pieceOr(reader.pieces, place + 1).lower.length === 2 && minute < 60
    return given ? { minute, next: place + 2 } : { minute: 0, next: place + 1 }
  }
  if (language === 'fr' && (word === 'h' || word === 'heures' || word === 'heure')) {
    const minute = numberAt(reader, place + 1, 2)
    return minute < 60 ? { minute, next: place + 2 } : { minute: 0, next: place + 1 }
  }
  if (language === 'es' && word === 'horas') return { minute: 0, next: place + 1 }
  const clock = word === 'o' && wordAt(reader, place + 2) === 'clock'
  return clock ? { minute: 0, next: place + 3 } : null
}

function ended(reader: Reader, next: number, hour: number, minute: number): TimeOfDay | null {
  if (hour > 23) return hour === 24 && minute === 0 ? { time: '00:00', next } : null
  const zone = pieceOr(reader.pieces, next)
  const named = zone.kind === 'word' && zone.capital && ZONES.has(zone.lower)
  const zulu = zone.lower === 'z' && zone.before === ''
  return { time: `${two(hour)}:${two(minute)}`, next: named || zulu ? next + 1 : next }
}

const JOINTS = new Set(['at', 'um', 'gegen', 'à', 'vers', 'a', 'around', 'about', ',', 't'])

/** The time that follows a day: "May 4 at 5 pm", "2025-05-04T14:00", "am 4. Mai um 14 Uhr", "4 de mayo a las 14:00". */
export function timeBehind(reader: Reader, place: number): TimeOfDay | null {
  const direct = timeAt(reader, place)
  if (direct !== null && pieceOr(reader.pieces, place).kind === 'digits') return direct
  let at = place
  if (!JOINTS.has(wordAt(reader, at))) return null
  at++
  if (wordAt(reader, at) === 'las' || wordAt(reader, at) === 'at' || wordAt(reader, at) === 'around') at++
  return pieceOr(reader.pieces, at).before === 'line' ? null : timeAt(reader, at)
}
