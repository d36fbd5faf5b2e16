import type { Mark } from '../text/marks.ts'
import { type Passage, tokenAt } from '../text/passage.ts'
import type { Sentence } from '../text/sentences.ts'
import { cueAt, isUsedAsVerb } from '../text/speech-verbs.ts'
import type { Token } from '../text/tokens.ts'
import { type Attribution, hasName, isDenied, subjectIn } from './attributions.ts'
import { reportedEnd } from './clause-ends.ts'
import { isBare, verbGroupAt } from './clauses.ts'
import { REPORTING_NOUNS } from './cues.ts'
import { type Frame, frameOf } from './frames.ts'
import { disagrees, type Phrase, phraseBefore, phraseEnd } from './phrases.ts'
import { isTitle } from './quoted-words.ts'

/** Words in marks within a sentence of the writer's, and the verb or noun of speech that says whose they are. */
export interface QuotedPhrase extends Phrase {
  readonly speaker: Phrase
  readonly antecedent: Phrase | null
  readonly cue: Phrase
  /** The place where its last stretch in marks begins. */
  readonly reached: number
}

const FARTHEST = 40
/** Verbs that seldom govern words in marks further on. */
const weak = new Set([
  'begin',
  'continue',
  'go on',
  'start off',
  'sum up',
  'go',
  'post',
  'text',
  'message',
  'email',
  'report',
])

/**
 * A passage and which stretches belong to quotations already → the clauses with other stretches in them, in places of
 * tokens: from behind the nearest verb of speech before them to where its clause ends.
 */
export function phrasesInMarks(passage: Passage, isTaken: (mark: number) => boolean): QuotedPhrase[] {
  const found: QuotedPhrase[] = []
  let last = -1
  for (let mark = 0; mark < passage.marks.length; mark += 1) {
    const place = passage.sentenceOf[tokenAt(passage, (passage.marks[mark] as Mark).start)] as number
    if (isTaken(mark) || place === last) continue
    last = place
    found.push(...inSentence(passage, passage.sentences[place]!, isTaken))
  }
  return found
}

function inSentence(
  passage: Passage,
  sentence: Sentence,
  isTaken: (mark: number) => boolean,
): QuotedPhrase[] {
  const found: QuotedPhrase[] = []
  const frame = frameOf(passage, sentence)
  frame.marks.forEach((mark, at) => {
    if (
      mark === -1 ||
      isTaken(mark) ||
      passage.marks[mark]?.style === 'single' ||
      isTitle(passage, passage.marks[mark]!)
    )
      return
    const phrase = governed(frame, at)
    if (phrase === null) return
    const before = found.at(-1)
    const reached = frame.places[at] as number
    const last = reportedEnd(passage, lastToken(passage, reached), sentence.last)
    if (before !== undefined && before.cue.first === phrase.cue.first)
      found[found.length - 1] = { ...before, last, reached }
    else found.push({ ...phrase, first: Math.max(phrase.cue.last, behindAgent(phrase)), last, reached })
  })
  return found
}

/** "described by Brown as": what was said begins behind the agent. */
const behindAgent = ({ cue, speaker }: { cue: Phrase; speaker: Phrase }) =>
  speaker.first > cue.first ? speaker.last : 0

/** The last token of the stretch that a token begins. */
function lastToken(passage: Passage, first: number): number {
  let at = first
  while (passage.markOf[at + 1] === passage.markOf[first]) at += 1
  return at
}

/** What governs the stretch at a place of a frame: the nearest verb or noun of speech before it. */
function governed(frame: Frame, here: number): Omit<QuotedPhrase, 'first' | 'last' | 'reached'> | null {
  for (let at = here - 1; at >= Math.max(0, here - FARTHEST); at -= 1) {
    const token = frame.tokens[at] as Token
    if (token.lower === ';' || token.lower === ':') return null
    const isNoun = token.tag === 'NOUN' && REPORTING_NOUNS.has(token.lower)
    if (isNoun && here - at > 8) return null
    const found = isNoun ? ownerOf(frame, at) : speakerOf(frame, at)
    if (found !== undefined) return found && placed(frame, found)
  }
  return null
}

/** "his claim that": whose words a noun of speech announces; undefined where it says nothing. */
function ownerOf(frame: Frame, at: number): Attribution | null | undefined {
  const { tokens } = frame
  const cue = { first: at, last: at + 1 }
  const before = tokens[at - 1]
  const base = { antecedent: null, cue, end: at + 1, denied: false }
  if (before !== undefined && /^(?:his|her|their|my|our)$/.test(before.lower))
    return { ...base, speaker: { first: at - 1, last: at } }
  if (before?.lower !== "'s") return undefined
  const owner = phraseBefore(tokens, at - 1, 0)
  return owner === null ? undefined : { ...base, speaker: owner }
}

/** Who speaks with the verb at a place; undefined where it is no verb of speech, null where nobody can be named. */
function speakerOf(frame: Frame, at: number): Attribution | null | undefined {
  const { tokens } = frame
  const cue = cueAt(frame, at)
  if (cue === undefined || cue.thought || weak.has(cue.verb) || !isUsedAsVerb(tokens, at)) return undefined
  const group = verbGroupAt(tokens, at, 0)
  if (group.negated) return null
  if (group.kind === 'passive') return agentOf(tokens, at)
  const subject = subjectIn(tokens, group, 0)
  if (subject === null || disagrees(tokens, subject.first, isBare(cue, group))) return null
  if (!isSpeaker(tokens, subject) || isDenied(tokens, group, subject.first)) return null
  return {
    speaker: { first: subject.first, last: subject.last },
    antecedent: subject.antecedent,
    cue: { first: group.first, last: at + 1 },
    end: at + 1,
    denied: false,
  }
}

/** "described by Brown as": the agent of a passive. */
function agentOf(tokens: readonly Token[], verb: number): Attribution | null {
  if (tokens[verb + 1]?.lower !== 'by') return null
  const end = phraseEnd(tokens, verb + 2, tokens.length)
  const speaker = { first: verb + 2, last: end }
  if (end === verb + 2 || !isSpeaker(tokens, speaker)) return null
  return { speaker, antecedent: null, cue: { first: verb, last: verb + 1 }, end, denied: false }
}

function isSpeaker(tokens: readonly Token[], { first, last }: Phrase): boolean {
  return /^(?:he|she|they|who)$/.test((tokens[first] as Token).lower) || hasName(tokens, { first, last })
}

function placed(
  frame: Frame,
  { speaker, antecedent, cue }: Attribution,
): Omit<QuotedPhrase, 'first' | 'last' | 'reached'> | null {
  if (speaker === null || cue === null) return null
  return {
    speaker: inPassage(frame, speaker),
    antecedent: antecedent && inPassage(frame, antecedent),
    cue: inPassage(frame, cue),
  }
}

function inPassage(frame: Frame, { first, last }: Phrase): Phrase {
  return { first: frame.places[first] as number, last: (frame.places[last - 1] as number) + 1 }
}
