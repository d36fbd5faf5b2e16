import type { Quotation } from '@rostra/record'

/** Longer ones are descriptions, in words and in UTF-16 units. */
const MOST_WORDS = 8
const LONGEST = 100

/** What stands before a name and does not belong to it. */
const TITLES = new Set(
  (
    'the a an mr mrs ms mx miss dr prof professor president vice vicepresident prime minister premier chancellor ' +
    'senator sen representative rep congressman congresswoman congressmember governor gov mayor secretary undersecretary ' +
    'ambassador speaker leader chief executive officer ceo cfo chair chairman chairwoman chairperson director ' +
    'commissioner councillor councilor councilman councilwoman alderman judge justice attorney general solicitor ' +
    'prosecutor detective inspector superintendent constable sheriff deputy sergeant sgt corporal cpl lieutenant lt ' +
    'captain capt major maj colonel col brigadier gen admiral adm commander cmdr marshal king queen prince princess ' +
    'duke duchess sir lord lady dame baron baroness sheikh sultan emir pope cardinal archbishop bishop reverend rev ' +
    'father sister brother rabbi imam ayatollah pastor coach spokesman spokeswoman spokesperson analyst economist ' +
    'former then acting interim late first second us uk herr frau monsieur madame señor señora'
  ).split(' '),
)
/** Small words within a name. */
const PARTICLES = new Set(
  'de da do dos das del della di du des la le van von der den ter ten zu zur bin ibn bint abu al el ul ben y e of the for and'.split(
    ' ',
  ),
)
const LOOSE_MARKS = /[\u0300-\u036f]/g

const keyOfWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(LOOSE_MARKS, '')
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether a word begins as names do: not with a small letter. */
const beginsName = (word: string): boolean => /^[^\p{L}\p{N}]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(word)

/**
 * Whoever a quotation names → the name that they go by: the fullest that the text has, or what somebody corrected it to,
 * without titles and articles; null for nobody, for pronouns, and for a description such as "the port director".
 */
export function speakerNameOf({ speaker, resolved }: Pick<Quotation, 'speaker' | 'resolved'>): string | null {
  return nameIn(resolved === '' ? speaker : resolved)
}

/** The same of words by themselves. */
export function nameIn(written: string): string | null {
  if (written.length > LONGEST) return null
  const words = (written.split(/[,;:()"“”\n]/u, 1)[0] ?? '').split(/[\s\u00a0]+/u).filter(word => word !== '')
  while (words.length > 0 && (!beginsName(words[0]!) || TITLES.has(keyOfWord(words[0]!)))) words.shift()
  const isName = words.every(word => beginsName(word) || PARTICLES.has(keyOfWord(word)))
  const last = words.at(-1)
  if (!last || !isName || words.length > MOST_WORDS || !beginsName(last)) return null
  const name = words.join(' ').replace(/['’]s$/u, '')
  return PRONOUNS.has(keyOfWord(name)) || !/\p{L}/u.test(name) ? null : name
}

const PRONOUNS = new Set(
  (
    'i he she they we you it who whoever this that these those there here one another other others both neither either ' +
    'none nothing some somebody someone anybody anyone everybody everyone nobody many most all few several'
  ).split(' '),
)

/**
 * A name → what it is told apart by: case, accents, marks, titles before it and initials within it make no difference.
 * "President Donald J. Trump", "Donald Trump" → "donald trump".
 */
export function speakerKeyOf(name: string): string {
  const words = name
    .split(/[\s\u00a0\-‐‑]+/u)
    .map(keyOfWord)
    .filter(word => word !== '')
  while (words.length > 1 && TITLES.has(words[0]!)) words.shift()
  return words.filter((word, at) => word.length > 1 || at === 0 || at === words.length - 1).join(' ')
}

/** The last word of a name's key, by which people are named alone. */
export const surnameOf = (key: string): string => key.slice(key.lastIndexOf(' ') + 1)

/** Whether a key is one word: a surname alone, or all the name that somebody has. */
export const isSurname = (key: string): boolean => key !== '' && !key.includes(' ')

/** Whether two keys can be the same person's: equal, or one the surname of the other. */
export const mayBeSame = (one: string, other: string): boolean =>
  one === other || ((isSurname(one) || isSurname(other)) && surnameOf(one) === surnameOf(other))

/**
 * Names of one place, by their keys → the key of each in full: a surname alone becomes the one full name that ends with
 * it; where there are two such names it stays.
 */
export function inFull(keys: Iterable<string>): Map<string, string> {
  const all = [...new Set(keys)]
  const bySurname = new Map<string, string[]>()
  for (const key of all) {
    if (isSurname(key)) continue
    const same = bySurname.get(surnameOf(key))
    if (same) same.push(key)
    else bySurname.set(surnameOf(key), [key])
  }
  return new Map(
    all.map(key => {
      const full = isSurname(key) ? (bySurname.get(key) ?? []) : []
      return [key, full.length === 1 ? full[0]! : key]
    }),
  )
}
