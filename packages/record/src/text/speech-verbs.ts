import { type Cue, cueOf } from '../quotations/cues.ts'
import type { Frame } from '../quotations/frames.ts'
import { isMoment } from '../quotations/phrases.ts'
import type { Token } from './tokens.ts'

/** Verbs of the voice, which report speech only with the words themselves. */
const voiced: ReadonlyMap<string, Cue['form']> = new Map(
  'chant jeer beam sing scream bark bellow roar laugh smile sigh groan gasp croon hiss moan sob thunder command gloat muse ring toast hum yelp pray cheer warble'
    .split(' ')
    .flatMap(verb => {
      const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
      const past = verb === 'sing' ? 'sang' : verb === 'ring' ? 'rang' : `${stem}ed`
      return [
        [`${verb}s`, 'present'],
        [past, 'past'],
        [`${stem}ing`, 'ing'],
      ] as [string, Cue['form']][]
    }),
)

function voicedAt(token: Token): Cue | undefined {
  const form = voiced.get(token.lower)
  const said = cueOf('said', '')
  return form === undefined || said === undefined
    ? undefined
    : { ...said, verb: token.lower, form, clause: 'none' }
}

/** The reporting verb at a place of a frame; undefined for none. */
export function cueAt(frame: Frame, at: number): Cue | undefined {
  const token = frame.tokens[at]
  if (token === undefined || token.tag === 'PUNCT' || token.tag === 'PROPN') return undefined
  return cueOf(token.lower, frame.tokens[at + 1]?.lower ?? '') ?? voicedAt(token)
}

/** "claims" can be a noun and "reported" an adjective: whether the word is a verb where it stands. */
export function isUsedAsVerb(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before === undefined) return true
  const token = tokens[at] as Token
  if (token.tag === 'NOUN' && !/(?:ed|ing)$/.test(token.lower)) return false
  if (/^(?:DET|ADJ|NUM)$/.test(before.tag) && token.tag !== 'VERB') return false
  if (before.lower === "'s" && before.tag === 'PART') return false
  return before.tag !== 'ADP' || token.lower.endsWith('ing')
}

/** A verb of which only the place beside the words tells that somebody spoke: "beamed Hartley". */
export function isAnyVerb(token: Token | undefined): boolean {
  return token?.tag === 'VERB' && /(?:ed|s)$/.test(token.lower)
}

/** "the letter read": what is written speaks in its own verb. */
export function isReading(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] as Token
  return (
    (lower === 'read' || lower === 'reads' || lower === 'put') &&
    (endsThere(tokens[at + 1]) || lower === 'put')
  )
}

/** "he said nothing": what was said stands behind the verb, not in the marks before it. */
export function hasObject(after: Token | undefined): boolean {
  if (after === undefined || isMoment(after) || /^(?:him|her|them|me|us|you)$/.test(after.lower)) return false
  return after.tag === 'DET' || after.tag === 'PRON' || after.tag === 'NOUN' || after.lower === 'that'
}

/** Whether nothing, or a sign, stands there. */
export function endsThere(token: Token | undefined): boolean {
  return token === undefined || token.tag === 'PUNCT'
}
