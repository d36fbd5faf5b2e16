/** What a language calls the months, the days near now, and lengths of time, in lower case. */
export interface LanguageWords {
  /** Name, short or inflected → month, from 1. */
  months: ReadonlyMap<string, number>
  /** "yesterday" → how many days before now. */
  days: ReadonlyMap<string, number>
  /** "minutes" → milliseconds. */
  units: ReadonlyMap<string, number>
}

const NONE: LanguageWords = { months: new Map(), days: new Map(), units: new Map() }
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['week', 7 * 86_400_000],
]
/** Amounts that languages count in different forms. */
const AMOUNTS = [1, 2, 3, 5, 11, 21]

const known = new Map<string, LanguageWords>()
/** Pages say what they like; no more languages than these are kept. */
const KNOWN_MAX = 50

/** A BCP 47 tag, as a page states it → the words of that language; none for what is no language. */
export function wordsOf(language: string): LanguageWords {
  const tag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(language) ? language.toLowerCase() : ''
  const words = known.get(tag)
  if (words) return words
  const found = tag === '' || !isSupported(tag) ? NONE : askedOf(tag)
  if (known.size < KNOWN_MAX) known.set(tag, found)
  return found
}

function isSupported(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}

const askedOf = (tag: string): LanguageWords => ({
  months: monthsOf(tag, ['long', 'short']),
  days: daysOf(tag),
  units: unitsOf(tag),
})

/** The names of the months, alone and beside a day. */
export function monthsOf(tag: string, lengths: readonly ('long' | 'short')[]): Map<string, number> {
  const months = new Map<string, number>()
  for (const month of lengths)
    for (const beside of [{}, { day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, {
        month,
        ...beside,
        timeZone: 'UTC',
      })
      for (let index = 0; index < 12; index++) {
        const parts = format.formatToParts(Date.UTC(2021, index, 15))
        const name = plain(parts.find(part => part.type === 'month')?.value ?? '')
        if (/^\p{L}[\p{L}\p{M}]+$/u.test(name) && !months.has(name)) months.set(name, index + 1)
      }
    }
  return months
}

function daysOf(tag: string): Map<string, number> {
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  return new Map([0, 1].map(days => [plain(format.format(-days, 'day')), days]))
}

/** The words that stand beside an amount, but for those that stand beside every one, such as "ago". */
function unitsOf(tag: string): Map<string, number> {
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'always' })
  const units = new Map<string, number>()
  const shared = new Set<string>()
  for (const [unit, length] of UNITS)
    for (const amount of AMOUNTS)
      for (const { type, value } of format.formatToParts(-amount, unit)) {
        if (type !== 'literal') continue
        for (const word of plain(value).match(/\p{L}[\p{L}\p{M}]*/gu) ?? []) {
          if ((units.get(word) ?? length) !== length) shared.add(word)
          units.set(word, length)
        }
      }
  for (const word of shared) units.delete(word)
  return units
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\.$/, '')
