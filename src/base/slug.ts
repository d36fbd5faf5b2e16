import { remember } from './remember.ts'

/** UTF-16 units, so that an address stays short in any script. */
const LONGEST = 80
/** What stands where a title has neither letters nor digits. */
const NOTHING = '-'
/** Titles and names whose slugs are remembered; pages name the same ones again and again. */
const REMEMBERED = 5000
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/gu

/**
 * A title → its words for an address: letters and digits of every script in lower case, compatibility forms unified
 * (NFKC), hyphens between words, at most 80 UTF-16 units, cut between words where there are several. Never empty: a
 * title without letters gives `-`. Not percent-encoded.
 */
export const slugOf: (title: string) => string = remember(REMEMBERED, wordsOf)

function wordsOf(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .split(BETWEEN_WORDS)
    .filter(word => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > LONGEST) break
    slug = longer
  }
  return slug || shortened(words[0] ?? '') || NOTHING
}

/** The beginning of a word that is too long by itself, no character cut in two. */
function shortened(word: string): string {
  const cut = word.slice(0, LONGEST)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}
