import { genderedNouns, genderOfName, genderOfTitle, impersonal, particles } from '../text/names.ts'
import type { Passage } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import { cueOf } from './cues.ts'
import type { Phrase } from './phrases.ts'

/** Words that could name a person. */
export interface Name extends Phrase {
  /** Titles before the name, in small letters. */
  readonly titles: readonly string[]
  readonly words: readonly string[]
  readonly sure: boolean
}

/** What stands behind a family name. */
export const suffixes = new Set(['jr.', 'sr.', 'jr', 'sr', 'ii', 'iii', 'iv'])

/** The tokens of a sentence, from `first` to before `last` → the runs of capital words in it that could be names of people. */
export function namesIn(passage: Passage, first: number, last: number): Name[] {
  const { tokens } = passage
  const found: Name[] = []
  for (let at = first; at < last; ) {
    if (!isNameWord(tokens[at] as Token)) {
      at += 1
      continue
    }
    const end = runEnd(tokens, at, last)
    const name = nameOf(passage, at, end)
    if (name !== null) found.push(name)
    at = end
  }
  return isHeadline(tokens, first, last) ? found.filter(isCertain) : found
}

/** Whether every longer word begins with a capital letter, so that capitals tell no names. */
function isHeadline(tokens: readonly Token[], first: number, last: number): boolean {
  let capitals = 0
  for (let at = first; at < last; at += 1) {
    const token = tokens[at] as Token
    if (token.capital) capitals += 1
    else if (token.end - token.start > 4 && token.tag !== 'PUNCT' && token.tag !== 'NUM') return false
  }
  return capitals > 4
}

function isCertain({ words }: Name): boolean {
  return words.length === 2 && genderOfName(words[0] as string) !== undefined
}

function isNameWord(token: Token): boolean {
  return token.capital && (token.tag === 'PROPN' || genderOfTitle(token.lower) !== undefined)
}

function runEnd(tokens: readonly Token[], first: number, last: number): number {
  let end = first + 1
  while (end < last) {
    const token = tokens[end] as Token
    if (isNameWord(token)) end += 1
    else if (
      particles.has(token.lower) &&
      end + 1 < last &&
      (tokens[end + 1] as Token).capital &&
      isNameWord(tokens[end + 1] as Token)
    )
      end += 2
    else if (
      particles.has(token.lower) &&
      particles.has(tokens[end + 1]?.lower ?? '') &&
      tokens[end + 2]?.capital === true
    )
      end += 3
    else break
  }
  return Math.min(end, last)
}

function nameOf(passage: Passage, runFirst: number, last: number): Name | null {
  const { tokens } = passage
  let first = runFirst
  for (let at = runFirst; at < last; at += 1)
    if (genderOfTitle((tokens[at] as Token).lower) !== undefined) first = at + 1
  const titles = tokens.slice(runFirst, first).map(token => token.lower)
  if (first >= last) return null
  for (let at = first; at + 1 < last; at += 1) {
    const { lower } = tokens[at] as Token
    if (genderOfName(lower) !== undefined) {
      first = at
      break
    }
    if (!impersonal.has(lower)) break
  }
  const words = tokens.slice(first, last).map(token => token.lower)
  if (words.length > 5) return null
  const titled = titles.some(title => genderOfTitle(title) !== undefined)
  const known = genderOfName(words[0] as string) !== undefined
  if (words.some((word, place) => impersonal.has(word) && !(place === 0 && known)) && !titled) return null
  if (words.every(word => impersonal.has(word))) return null
  const sure = titled || (known && words.length > 1) || isFormal(words) || hasEvidence(passage, first, last)
  return { first, last, titles, words, sure }
}

/** "John Q. Public", "Martin King Jr.". */
function isFormal(words: readonly string[]): boolean {
  return (
    words.length > 2 &&
    words.some((word, place) => place > 0 && (suffixes.has(word) || /^\p{L}\.$/u.test(word)))
  )
}

/** What stands beside a person's name and hardly beside any other: speech, "who", an age, an apposition, a role. */
function hasEvidence(passage: Passage, first: number, last: number): boolean {
  const { tokens } = passage
  const before = tokens[first - 1]
  const after = tokens[last]
  if (before?.lower === 'the' || before?.lower === 'a') return false
  if (before !== undefined && genderOfTitle(before.lower) !== undefined) return true
  if (/^(?:is|was)$/.test(before?.lower ?? '') && heads(tokens, first - 2, last)) return true
  if (before?.lower === ',' && isRole(tokens[first - 2]) && tokens[last]?.lower === ',') return true
  if (before !== undefined && genderedNouns.has(before.lower)) return true
  if (before !== undefined && speaks(before, tokens[first]) && isInverted(tokens[first - 2], after))
    return true
  if (after === undefined) return false
  if (after.lower === 'who' || speaks(after, tokens[last + 1]) || actsHuman(tokens, last)) return true
  if (after.lower !== ',') return false
  const next = tokens[last + 1]
  const behind = tokens[last + 2]
  if (next?.lower === 'who' || next?.lower === 'whose') return true
  return (next?.tag === 'NUM' && behind?.lower === ',') || describesPerson(tokens, last + 1)
}

/** "Its chair is Philippa Oss", "Philippa Oss, she has": an office before it, or "she" behind its comma. */
function heads(tokens: readonly Token[], office: number, last: number): boolean {
  if (isRole(tokens[office])) return true
  return tokens[last]?.lower === ',' && /^s?he$/.test(tokens[last + 1]?.lower ?? '')
}

function isRole(token: Token | undefined): boolean {
  return token !== undefined && (genderOfTitle(token.lower) !== undefined || genderedNouns.has(token.lower))
}

/** ", the police chief," behind a name. */
function describesPerson(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 8; at += 1) {
    const token = tokens[at]
    if (token === undefined || (token.tag === 'PUNCT' && token.lower !== '-') || token.tag === 'ADP')
      return false
    if (isRole(token)) return true
  }
  return false
}

/** What only people do and have: "Farouk married", "Farouk's mother". */
function actsHuman(tokens: readonly Token[], last: number): boolean {
  let at = last
  const owns = tokens[at]?.lower === "'s"
  at += 1 - (owns ? 0 : 1)
  while (tokens[at]?.tag === 'ADV' || tokens[at]?.tag === 'AUX') at += 1
  const { lower } = tokens[at] ?? { lower: '' }
  return owns ? kin.has(lower) : human.has(lower)
}

const kin = new Set(
  'mother father wife husband son daughter brother sister parents family friend friends aide aides lawyer lawyers attorney childhood birth death mind face voice eyes hands spokesman spokeswoman'.split(
    ' ',
  ),
)

const human = new Set(
  (
    'married died born studied graduated loved felt slept smiled laughed nodded sat walked whispered recalled remembered thought believed knew ' +
    'wept cried shrugged sighed grinned apologized apologised resigned testified quipped joked recounted retired replied insisted composed admired'
  ).split(' '),
)

/** "said Farouk": nobody stands before the verb, and no noun behind the name. */
function isInverted(before: Token | undefined, after: Token | undefined): boolean {
  if (before !== undefined && before.tag !== 'PUNCT') return false
  return after === undefined || (after.tag !== 'NOUN' && after.tag !== 'VERB' && after.tag !== 'AUX')
}

function speaks(token: Token, next: Token | undefined): boolean {
  if (token.tag !== 'VERB') return false
  const cue = cueOf(token.lower, next?.lower ?? '')
  return cue?.aside === true && cue.form !== 'ing' && cue.form !== 'base'
}
