import type { Token } from '../text/tokens.ts'
import { isMoment, isNominal, isRelative, isSubjectWord, isVerb, type Phrase, phraseEnd } from './phrases.ts'

/** Whether a token is a dash. */
export const isDash = (token: Token | undefined) => token !== undefined && /^(?:[–—―]|-+)$/.test(token.lower)

/** A comma, a semicolon, a colon, a dash or a quotation mark. */
export const isBreak = (token: Token) =>
  token.lower === ',' ||
  token.lower === ';' ||
  token.lower === ':' ||
  (token.tag === 'PUNCT' && /^["“”„«»'‘]$/.test(token.lower)) ||
  isDash(token)

/** The subject of the clause that a joined verb or a participle at `at` belongs to; null for none. */
export function sharedSubject(tokens: readonly Token[], at: number, from: number): Phrase | null {
  const least = Math.max(from, at - 120)
  for (let start = at - 1; start >= least; start -= 1) {
    start = beforeQuotation(tokens, start, least)
    if (start > from && !opensClause(tokens[start - 1] as Token)) continue
    const found = clauseSubject(tokens, start, at)
    if (found !== null) return found
  }
  return null
}

const openersOf: ReadonlyMap<string, string> = new Map([
  ['”', '“„”'],
  ['"', '"“'],
  ['»', '«»'],
  ['“', '„'],
])

/** Passes over a quotation that ends at a place: its subjects are not those of the words around it. */
function beforeQuotation(tokens: readonly Token[], at: number, least: number): number {
  const openers = openersOf.get(tokens[at]?.lower ?? '')
  if (openers === undefined) return at
  for (let start = at - 1; start >= least; start -= 1) {
    if (openers.includes((tokens[start] as Token).lower)) return start
  }
  return at
}

function opensClause(token: Token): boolean {
  return isBreak(token) || (token.tag === 'CCONJ' && token.lower !== 'or')
}

/** The subject of a main clause that begins at `start`: a noun phrase with a verb behind it, insertions aside. */
function clauseSubject(tokens: readonly Token[], start: number, limit: number): Phrase | null {
  let first = start
  while (first < limit && /^(?:CCONJ|ADV)$/.test((tokens[first] as Token).tag)) first += 1
  const word = tokens[first]
  if (
    word === undefined ||
    (isRelative(word) && word.lower !== 'that') ||
    word.lower === 'there' ||
    word.tag === 'SCONJ'
  )
    return null
  const end = phraseEnd(tokens, first, limit)
  if (end === first || isMoment(tokens[end - 1]) || (end === first + 1 && /^\d/.test(word.lower))) return null
  if (!isNominal(tokens[end - 1]) && tokens[end - 1]?.lower !== ')' && !isSubjectWord(word)) return null
  return verbFollows(tokens, end, limit) ? { first, last: end } : null
}

/** Whether a verb stands behind a noun phrase, over adverbs and over what is set off by commas. */
function verbFollows(tokens: readonly Token[], end: number, limit: number): boolean {
  let at = end
  for (let tries = 0; tries < 4; tries += 1) {
    while (at < limit && /^(?:ADV|PART)$/.test((tokens[at] as Token).tag)) at += 1
    if (at >= limit) return false
    if (isVerb(tokens[at])) return !/ing$/.test((tokens[at] as Token).lower)
    if (tokens[at]?.lower !== ',') return false
    at += 1
    while (at < limit && tokens[at]?.lower !== ',') at += 1
    at += 1
  }
  return false
}
