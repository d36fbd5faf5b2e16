import type { Token } from '../text/tokens.ts'
import { type Subject, subjectOf, type VerbGroup } from './clauses.ts'
import type { Frame } from './frames.ts'
import { isNobody, type Phrase, phraseBefore, phraseEnd } from './phrases.ts'

/** Words that say who speaks, in places of a frame's tokens. */
export interface Attribution {
  /** Who speaks; null where the words do not say. */
  readonly speaker: Phrase | null
  /** For "who" and "which": what they stand for. */
  readonly antecedent: Phrase | null
  /** The words that say that somebody spoke; null for "Judge: …". */
  readonly cue: Phrase | null
  /** Behind the last of its words. */
  readonly end: number
  /** Says that it was not said, or only supposed. */
  readonly denied: boolean
  /** Whether words stand between the verb and the stretch that may be part of what was said: "saying the group '…'". */
  readonly loose?: boolean
}

/** No attribution reaches further than this many tokens. */
export const FARTHEST = 60
const dash = /^(?:[–—―]|-+)$/

/** Whether a token is a dash. */
export function isDash(token: Token | undefined): boolean {
  return token !== undefined && dash.test(token.lower)
}

/** Words that make what follows a supposition. */
const supposing = new Set(['imagine', 'suppose', 'if', 'unless', 'pretend', 'as if'])

const modals = new Set(['would', 'could', 'might', 'should', "'d", 'can', 'may', 'must', 'will', "'ll"])

/** "according to the mayor" at a place; null where nobody is named. */
export function accordingTo(frame: Frame, at: number, to: number): Attribution | null {
  const end = phraseEnd(frame.tokens, at + 2, to)
  if (end === at + 2) return null
  return {
    speaker: { first: at + 2, last: end },
    antecedent: null,
    cue: { first: at, last: at + 2 },
    end,
    denied: false,
  }
}

/** Who does what the verb says; a name right before the verb goes before what an opening clause holds. */
export function subjectIn(tokens: readonly Token[], group: VerbGroup, from: number): Subject | null {
  const found = subjectOf(tokens, group, from)
  if (found === null) return nameBefore(tokens, group, from)
  if (found.antecedent !== null || tokens[group.first - 1]?.lower !== ',') return found
  const opening = tokens[from]
  if (found.first === from || opening === undefined || !/^(?:ADP|SCONJ|VERB)$/.test(opening.tag)) return found
  const near = phraseBefore(tokens, group.first - 1, from)
  const isName = near !== null && tokens[near.first - 1]?.lower === ',' && hasName(tokens, near)
  return isName && near.first > found.last ? { ...near, antecedent: null } : found
}

/** "…, Ada Moss (Leith), said": a name set off by commas right before the verb. */
function nameBefore(tokens: readonly Token[], group: VerbGroup, from: number): Subject | null {
  if (group.kind !== 'finite' || tokens[group.first - 1]?.lower !== ',') return null
  const near = phraseBefore(tokens, group.first - 1, from)
  if (near === null || !hasName(tokens, near)) return null
  return near.first === from || tokens[near.first - 1]?.lower === ',' ? { ...near, antecedent: null } : null
}

/** What a verb and its subject say of who speaks. */
export function attributionOf(
  frame: Frame,
  subject: Phrase & { antecedent: Phrase | null },
  group: VerbGroup,
  verb: number,
): Attribution {
  return {
    speaker: { first: subject.first, last: subject.last },
    antecedent: subject.antecedent,
    cue: { first: group.first, last: verb + 1 },
    end: verb + 1,
    denied: isDenied(frame.tokens, group, subject.first),
  }
}

/** Whether the verb says that it was not said, or only supposed. */
export function isDenied(tokens: readonly Token[], group: VerbGroup, subject: number): boolean {
  if (group.negated || isNobody(tokens, subject)) return true
  for (let at = group.first; at < group.verb; at += 1) {
    if (modals.has((tokens[at] as Token).lower)) return true
  }
  const opener = tokens[subject - 1]?.lower ?? ''
  return (
    supposing.has(opener) ||
    (opener === 'that' && /^den(?:y|ies|ied|ying)$/.test(tokens[subject - 2]?.lower ?? ''))
  )
}

/** Whether a phrase holds a name. */
export function hasName(tokens: readonly Token[], { first, last }: Phrase): boolean {
  for (let at = first; at < last; at += 1) if ((tokens[at] as Token).tag === 'PROPN') return true
  return false
}
