import { NUMERALS } from '../text/numeral-words.ts'
import type { Piece } from '../text/pieces.ts'
import type { WrittenLanguage } from '../text/written-language.ts'
import { DAY_WORDS, MONTHS, SEASONS, SHORT_WEEKDAYS, UNITS, WEEKDAYS, WHICH_BEFORE } from './date-words.ts'
import { ERA_STARTS } from './dates-eras.ts'
import { FEAST_STARTS } from './dates-holidays.ts'
import { DECADE_WORDS, ORDINALS } from './dates-periods.ts'

const OTHERS: Readonly<Record<WrittenLanguage, string>> = {
  en: 'day same that the a noon midday midnight thirtieth',
  de: 'vor',
  fr: 'il aujourd',
  es: 'hace siglo',
}

function startsOf(language: WrittenLanguage): ReadonlySet<string> {
  const words = new Set([...OTHERS[language].split(' '), 'q', ...ERA_STARTS, ...FEAST_STARTS])
  const lists: readonly ReadonlyMap<string, unknown>[] = [
    ...Object.values(MONTHS),
    WEEKDAYS[language],
    SHORT_WEEKDAYS,
    SEASONS[language],
    DAY_WORDS[language],
    WHICH_BEFORE[language],
  ]
  for (const list of lists) for (const word of list.keys()) words.add(word)
  // "two weeks ago" begins with its number in English, "la semaine dernière" with what is counted.
  if (language === 'en')
    for (const word of [...NUMERALS.en.keys(), ...ORDINALS, ...DECADE_WORDS.keys()]) words.add(word)
  if (language === 'fr' || language === 'es') for (const word of UNITS[language].keys()) words.add(word)
  return words
}

const STARTS: Readonly<Record<WrittenLanguage, ReadonlySet<string>>> = {
  en: startsOf('en'),
  de: startsOf('de'),
  fr: startsOf('fr'),
  es: startsOf('es'),
}

/** "the year before", "on the 4th", "a week ago", "that summer": what stands behind these words tells. */
const LITTLE_WORDS = new Set(['the', 'a', 'that'])

function goesOn({ kind, lower }: Piece): boolean {
  return kind === 'digits' || lower === 'same' || UNITS.en.has(lower) || SEASONS.en.has(lower)
}

/**
 * Whether a date can begin with a word that has `next` behind it: spares nearly every word of a text all further
 * questions.
 */
export function mayStart(piece: Piece, next: Piece, language: WrittenLanguage): boolean {
  if (STARTS[language].has(piece.lower))
    return language !== 'en' || !LITTLE_WORDS.has(piece.lower) || goesOn(next)
  if (language === 'de' && piece.capital && piece.lower.length >= 12)
    return /^(?:mon|diens|donners|frei|sams|sonn)tag|^mittwoch/.test(piece.lower)
  return language === 'fr' && piece.capital && /^[ivx]{1,5}(?:e|er|ème)?$/.test(piece.lower)
}
