import { closedTag } from './lexicon.ts'
import type { Sentence } from './sentences.ts'
import type { Tag, Token } from './tokens.ts'
import { isVerbForm } from './verbs.ts'

const adverb = /[a-z]{2}ly$/
const adjective = /(?:ous|ful|less|able|ible|ical|ish|ive|ary|ic|al|ian|ese)$/
const noun = /(?:tion|sion|ment|ness|ity|ance|ence|ship|hood|ism|ist|age|ery|ors?|ers?|cy)s?$/

/** Gives each token its part of speech, sentence by sentence: closed lists, endings, and what stands before and behind. */
export function tagTokens(tokens: Token[], sentences: readonly Sentence[]): void {
  for (const sentence of sentences) {
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const token = tokens[at] as Token
      if (token.tag === 'PUNCT' || token.tag === 'NUM') continue
      const before = at > sentence.first ? tokens[at - 1] : undefined
      token.tag = tagOf(token, before, tokens[at + 1], at === sentence.first)
    }
  }
}

function tagOf(token: Token, before: Token | undefined, after: Token | undefined, first: boolean): Tag {
  const listed = closedTag(token.lower)
  if (token.lower === "'s") return possessive(before) ? 'PART' : 'AUX'
  const name = token.capital && !first && before?.tag !== 'PUNCT'
  if (listed !== undefined && !(name && token.lower === 'may')) return listedTag(listed, token, before, after)
  if (name || (token.capital && !isCommon(token))) return 'PROPN'
  return openTag(token, before, after)
}

function isCommon(token: Token): boolean {
  return isVerbForm(token.lower) || adverb.test(token.lower)
}

function possessive(before: Token | undefined): boolean {
  return (
    before === undefined || !(before.tag === 'PRON' || before.lower === 'that' || before.lower === 'there')
  )
}

const nominal: ReadonlySet<Tag> = new Set<Tag>(['NOUN', 'PROPN', 'ADJ', 'NUM'])

function listedTag(listed: Tag, token: Token, before: Token | undefined, after: Token | undefined): Tag {
  if (token.lower === 'to') return after !== undefined && isVerbForm(after.lower) ? 'PART' : 'ADP'
  if (token.lower === 'that') return before?.tag === 'ADP' ? 'DET' : 'SCONJ'
  if (
    token.lower === 'her' &&
    (after === undefined || after.tag === 'PUNCT' || closedTag(after.lower) === 'ADP')
  )
    return 'PRON'
  if (listed === 'DET' && (after === undefined || after.tag === 'PUNCT')) return 'PRON'
  return listed
}

/** Words of the open classes: is it a verb here? */
function openTag(token: Token, before: Token | undefined, after: Token | undefined): Tag {
  const { lower } = token
  if (adverb.test(lower)) return 'ADV'
  if (isVerbForm(lower) && isVerbPlace(lower, before, after)) return 'VERB'
  if (adjective.test(lower) && !noun.test(lower)) return 'ADJ'
  return 'NOUN'
}

function isVerbPlace(lower: string, before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined) return lower.endsWith('ing')
  switch (before.tag) {
    case 'DET':
    case 'ADJ':
    case 'NUM':
      return false
    case 'ADP':
      return lower.endsWith('ing')
    case 'PRON':
    case 'AUX':
    case 'PART':
    case 'SCONJ':
      return before.lower !== "'s" || before.tag === 'AUX'
    case 'NOUN':
    case 'PROPN':
      return (
        lower.endsWith('ed') ||
        lower.endsWith('ing') ||
        after === undefined ||
        !nominal.has(after.tag) ||
        after.capital
      )
    default:
      return true
  }
}
