import { closedTag } from './lexicon.ts'
import type { Sentence } from './sentences.ts'
import type { Tag, Token } from './tokens.ts'
import { isRatherNoun, isSurelyVerb, isVerbForm } from './verbs.ts'

const adverb = /[a-z]{2}ly$/
const endsLikeAdverb = new Set(
  'family reply supply apply rely july italy ally assembly anomaly bully belly jelly rally tally monopoly butterfly comply imply multiply'.split(
    ' ',
  ),
)
const adjective = /(?:ous|ful|less|able|ible|ical|ish|ive|ary|ic|al|ian|ese)$/
const noun = /(?:tion|sion|ment|ness|ity|ance|ence|ship|hood|ism|ist|age|ery|ors?|ers?|cy)s?$/

/** Gives each token its part of speech, sentence by sentence: closed lists, endings, and what stands before and behind. */
export function tagTokens(tokens: Token[], sentences: readonly Sentence[], markOf: readonly number[]): void {
  for (const sentence of sentences) {
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const token = tokens[at] as Token
      if (token.tag === 'PUNCT' || token.tag === 'NUM') continue
      const before = at > sentence.first ? tokens[at - 1] : undefined
      token.tag = tagOf(token, before, tokens[at + 1], before === undefined || begins(tokens, at, markOf))
    }
  }
}

/** Whether a sentence may begin here: behind a full stop, a colon, or the opening mark of a quotation. */
function begins(tokens: readonly Token[], at: number, markOf: readonly number[]): boolean {
  const before = tokens[at - 1] as Token
  if (before.tag !== 'PUNCT') return false
  if (/^(?:[,;)\]–—―]|-+)$/.test(before.lower)) return false
  return !(markOf[at - 1] !== -1 && markOf[at] !== markOf[at - 1])
}

function tagOf(token: Token, before: Token | undefined, after: Token | undefined, first: boolean): Tag {
  const listed = closedTag(token.lower)
  if (token.lower === "'s") return possessive(before) ? 'PART' : 'AUX'
  const name = token.capital && !first
  if (listed === 'ADJ' && name) return 'PROPN'
  if (listed !== undefined && !(name && token.lower === 'may')) return listedTag(listed, token, before, after)
  if (name || (token.capital && !isCommon(token))) return 'PROPN'
  return openTag(token, before, after)
}

const isAdverb = (lower: string) => lower.endsWith('ly') && adverb.test(lower) && !endsLikeAdverb.has(lower)

function isCommon(token: Token): boolean {
  return isVerbForm(token.lower) || isAdverb(token.lower)
}

function possessive(before: Token | undefined): boolean {
  return (
    before === undefined || !(before.tag === 'PRON' || before.lower === 'that' || before.lower === 'there')
  )
}

/** Before these words stands a verb, whatever it looks like. */
const modals = new Set(
  "will would can could may might must shall should 'll cannot did does do n't".split(' '),
)

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
  if (isAdverb(lower)) return 'ADV'
  if (lower.endsWith('ed') && before?.lower === 'said' && after?.capital === true) return 'ADJ'
  if (isVerbForm(lower) && isVerbPlace(lower, before, after)) return 'VERB'
  if (before !== undefined && modals.has(before.lower) && !lower.endsWith('s')) return 'VERB'
  if (adjective.test(lower) && !noun.test(lower)) return 'ADJ'
  return 'NOUN'
}

function isVerbPlace(lower: string, before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined)
    return lower.endsWith('ing') || (!isRatherNoun(lower) && !lower.endsWith('s') && takesObject(after))
  switch (before.tag) {
    case 'NUM':
      if (
        !lower.endsWith('s') &&
        !isRatherNoun(lower) &&
        before.lower !== 'one' &&
        (takesObject(after) || after?.tag === 'PUNCT')
      )
        return true
      return isSurelyVerb(lower)
    case 'DET':
      return (
        before.lower === 'that' || (isSurelyVerb(lower) && before.lower !== 'the' && before.lower !== 'a')
      )
    case 'ADJ':
      return isSurelyVerb(lower)
    case 'ADP':
      return lower.endsWith('ing') || isSurelyVerb(lower)
    case 'PRON':
    case 'AUX':
    case 'PART':
    case 'SCONJ':
      return before.lower !== "'s" || before.tag === 'AUX'
    case 'NOUN':
    case 'PROPN':
      if (isSurelyVerb(lower) || /(?:ed|ing)$/.test(lower)) return true
      if (!agrees(lower, before)) return false
      return isRatherNoun(lower) ? takesObject(after) : !continuesNoun(after)
    case 'VERB':
      return isSurelyVerb(lower) || /(?:ed|ing)$/.test(lower) || causes.test(before.lower)
    default:
      return !isRatherNoun(lower) || takesObject(after)
  }
}

/** Verbs that a bare verb can follow: "help get", "let go". */
const causes = /^(?:help|helps|helped|let|lets|make|makes|made|go|come|'d)$/

/** "the poll shows", "the polls show": whether a present form goes with the noun before it. */
function agrees(lower: string, before: Token): boolean {
  if (irregularPlurals.has(before.lower)) return !lower.endsWith('s')
  return lower.endsWith('s') !== before.lower.endsWith('s') || (before.tag === 'PROPN' && lower.endsWith('s'))
}

const irregularPlurals = new Set([
  'people',
  'men',
  'women',
  'children',
  'police',
  'media',
  'data',
  'folks',
  'congressmen',
])

/** Whether what stands behind is what a verb takes: a determiner, a pronoun, a name, a clause. */
function takesObject(after: Token | undefined): boolean {
  if (after === undefined) return false
  if (after.capital) return true
  const listed = closedTag(after.lower)
  return listed === 'DET' || listed === 'PRON' || listed === 'SCONJ' || after.lower === 'to'
}

/** Whether what stands behind makes the word rather one of a row of nouns: "state law requires", "campaign calls came". */
function continuesNoun(after: Token | undefined): boolean {
  if (after === undefined || after.tag === 'PUNCT' || after.tag === 'NUM') return false
  const listed = closedTag(after.lower)
  if (listed !== undefined) return listed === 'AUX'
  return !after.capital && isVerbForm(after.lower)
}
