const POSSESSIVE = /[’']s\b/g
const AFTER_NAME = /,|\b(?:of|for|from|who|in|at|with|on|to|that|which|whose)\b/i
const SUFFIX = /^(jr|sr|ii|iii|himself|herself|themselves|itself)$/i
const ARTICLE = /^(the|a|an)\s+/i

const plain = (name: string): string =>
  name
    .replace(POSSESSIVE, '')
    .replace(/[^\p{L}\p{N}\s,()-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The word that a name is told apart by: "Mayor Ilse Brandt of Delft" → "brandt". */
export function headOf(name: string): string {
  const bare = plain(name)
    .replace(/\([^)]*\)/g, ' ')
    .trim()
  const noun = bare.split(AFTER_NAME)[0]?.trim() || bare
  const words = noun.match(/[\p{L}\p{N}-]+/gu) ?? []
  while (words.length > 1 && SUFFIX.test(words.at(-1)!)) words.pop()
  return (words.at(-1) ?? '').toLowerCase()
}

/** A name without article, case and signs. */
export const wholeName = (name: string): string => plain(name).replace(ARTICLE, '').toLowerCase()
