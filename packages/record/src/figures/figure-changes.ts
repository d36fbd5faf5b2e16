import type { Reader } from '../dates/date-match.ts'
import type { Figure } from '../findings.ts'
import { pieceOr } from '../text/pieces.ts'
import type { WrittenLanguage } from '../text/written-language.ts'

type Change = NonNullable<Figure['change']>

/** Words before an amount that make it less exact, the longest first. */
const HEDGES: Readonly<Record<WrittenLanguage, Readonly<Record<'about' | 'over' | 'under', string>>>> = {
  en: {
    about:
      'about|around|roughly|approximately|approx|nearly|almost|some|circa|ca|an estimated|estimated|close to|near|just about|more or less|as good as',
    over: 'more than|over|at least|above|upwards of|upward of|in excess of|exceeding|greater than|higher than|no fewer than|no less than|not less than|well over|minimum of|a minimum of|better than|topped|exceeded|surpassed',
    under:
      'less than|fewer than|under|below|at most|up to|no more than|not more than|lower than|maximum of|a maximum of|just under|just short of|short of',
  },
  de: {
    about: 'etwa|rund|ungefähr|circa|zirka|ca|fast|knapp|beinahe|schätzungsweise|an die|in etwa|gegen',
    over: 'über|mehr als|mindestens|wenigstens|gut|zumindest',
    under: 'unter|weniger als|höchstens|bis zu|maximal|nicht mehr als',
  },
  fr: {
    about: 'environ|près de|quelque|quelques|autour de|à peu près|presque|approximativement|aux alentours de',
    over: 'plus de|plus d|au moins|au minimum',
    under: 'moins de|moins d|jusqu à|au plus|au maximum',
  },
  es: {
    about: 'unos|unas|cerca de|alrededor de|aproximadamente|casi|en torno a|aproximadamente unos',
    over: 'más de|al menos|por lo menos|como mínimo',
    under: 'menos de|hasta|como máximo|a lo sumo',
  },
}

interface Hedge {
  readonly words: readonly string[]
  readonly change: Change
}

/** By the word that stands next to the amount. */
const byLast = (language: WrittenLanguage): ReadonlyMap<string, readonly Hedge[]> => {
  const map = new Map<string, Hedge[]>()
  for (const change of ['about', 'over', 'under'] as const) {
    for (const phrase of HEDGES[language][change].split('|')) {
      const words = phrase.split(' ')
      const last = words[words.length - 1] as string
      const list = map.get(last) ?? []
      list.push({ words, change })
      map.set(
        last,
        list.sort((one, other) => other.words.length - one.words.length),
      )
    }
  }
  return map
}

const HEDGES_BY_LAST: Readonly<Record<WrittenLanguage, ReadonlyMap<string, readonly Hedge[]>>> = {
  en: byLast('en'),
  de: byLast('de'),
  fr: byLast('fr'),
  es: byLast('es'),
}

const UP = new Set(
  (
    'rise rises rose risen rising increase increases increased increasing gain gains gained gaining jump jumps jumped climb climbs climbed climbing grow grows grew grown growing ' +
    'soar soared surge surged advance advanced add added up rally rallied stieg stiegen steigt gestiegen wuchs zugelegt legte erhöhte augmenté augmentation hausse progressé grimpé subió aumentó creció subida aumento'
  ).split(' '),
)
const DOWN = new Set(
  (
    'fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreased lose loses lost losing slide slid slip slipped slipping plunge plunged ' +
    'sink sank shrink shrank tumble tumbled dip dipped shed down fiel fielen fällt gefallen sank sanken gesunken schrumpfte baissé baisse chuté reculé recul cayó bajó disminuyó descendió caída'
  ).split(' '),
)
/** What may stand between the verb and the amount. */
const BETWEEN = new Set(
  'by a an another about around nearly almost roughly as much to um auf de d un una en sharply modestly slightly further the more than over under at least'.split(
    ' ',
  ),
)

/** How the words before an amount change it, and where these words begin (where they are part of the amount). */
export function changeBefore(reader: Reader, place: number): { change: Figure['change']; first: number } {
  const { pieces } = reader
  const sign = pieceOr(pieces, place - 1)
  if (place > 0 && '~≈<>≥≤'.includes(sign.lower)) {
    const change = '~≈'.includes(sign.lower) ? 'about' : '<≤'.includes(sign.lower) ? 'under' : 'over'
    return { change, first: place - 1 }
  }
  const hedge = hedgeBefore(reader, place)
  if (hedge !== null) return hedge
  return { change: moveBefore(reader, place), first: place }
}

function hedgeBefore(reader: Reader, place: number): { change: Change; first: number } | null {
  const { pieces, language } = reader
  let end = place - 1
  // "ca. 300", "jusqu'à 300"
  if (pieceOr(pieces, end).lower === '.' && pieceOr(pieces, end).before === '') end--
  const list = HEDGES_BY_LAST[language].get(pieceOr(pieces, end).lower)
  if (list === undefined) return null
  for (const { words, change } of list) {
    let at = end
    let matched = 0
    for (; matched < words.length; matched++) {
      if (pieceOr(pieces, at).lower === "'" || pieceOr(pieces, at).lower === '’') at--
      if (pieceOr(pieces, at).lower !== words[words.length - 1 - matched]) break
      at--
    }
    if (matched === words.length && pieceOr(pieces, place).before !== 'line') return { change, first: at + 1 }
  }
  return null
}

function moveBefore(reader: Reader, place: number): Change | null {
  const { pieces } = reader
  for (let at = place - 1, seen = 0; seen < 4 && at >= 0; at--, seen++) {
    const word = pieceOr(pieces, at).lower
    if (UP.has(word)) return 'up'
    if (DOWN.has(word)) return 'down'
    if (!BETWEEN.has(word) && !word.endsWith('ly')) return null
  }
  return null
}
