import type { Span } from '../src/findings.ts'
import { count, type Hits, hits, type Share, share } from './counts.ts'
import { headOf } from './names.ts'
import { bare, isSame, overlap, pairsOf, shared } from './stretches.ts'

/** A quotation as an annotator marked it, or as it was found. `start` to `end` with its quotation marks. */
export interface ScoredQuote extends Span {
  readonly kind: 'direct' | 'mixed' | 'indirect'
  readonly speaker?: string
  readonly speakerStart?: number | null
  readonly speakerEnd?: number | null
  /** The name behind a pronoun. */
  readonly resolved?: string
}

/** An annotator's quotation. */
export interface GoldQuote extends ScoredQuote {
  /** Thought, or without a cue: neither asked for nor punished. */
  readonly optional?: boolean
  /** False where `resolved` stands for no pronoun. */
  readonly pronoun?: boolean
}

/** A stretch in quotation marks, attributed to somebody or not. */
export interface GoldMark extends Span {
  readonly closed?: boolean
  readonly attributed: boolean
  readonly speaker?: string
  readonly speakerStart?: number | null
  readonly speakerEnd?: number | null
  readonly resolved?: string
}

/** An annotated text. */
export interface GoldText {
  readonly text: string
  readonly quotes: readonly GoldQuote[]
  readonly marks?: readonly GoldMark[]
}

const KINDS = ['all', 'direct', 'mixed', 'indirect'] as const
type Kind = (typeof KINDS)[number]

/** How well quotations were found, over all texts. */
export interface QuoteScore {
  /** At an overlap of 0.8, and where the bare stretches are the same. */
  readonly kinds: Record<Kind, { readonly near: Hits; readonly exact: Hits }>
  /** Of those found: the speaker named rightly, wrongly, or not at all. */
  readonly speakers: { cases: number; right: number; wrong: number; silent: number }
  readonly pronouns: { cases: number; right: number; wrong: number; silent: number }
  /** Stretches in marks that somebody spoke: found, and with the right speaker. */
  readonly marks: { readonly found: Share; readonly speaker: Share }
  /** Stretches in marks that nobody spoke: given a speaker all the same. */
  readonly alarms: Share
}

const NEAR = 0.8
/** Below this two stretches are not the same quotation at all. */
const PAIRED = 0.5
const COVERED = 0.9
/** An unclosed mark with fewer words is a slip of the pen. */
const LEAST_UNCLOSED_WORDS = 4
const PRONOUN = /^(he|she|they|him|her|who|i|we)$/i

export function emptyScore(): QuoteScore {
  const kind = () => ({ near: hits(), exact: hits() })
  return {
    kinds: { all: kind(), direct: kind(), mixed: kind(), indirect: kind() },
    speakers: { cases: 0, right: 0, wrong: 0, silent: 0 },
    pronouns: { cases: 0, right: 0, wrong: 0, silent: 0 },
    marks: { found: share(), speaker: share() },
    alarms: share(),
  }
}

type Bared<T> = { readonly quote: T; readonly span: Span }

const bared = <T extends Span>(text: string, quotes: readonly T[]): Bared<T>[] =>
  quotes.map(quote => ({ quote, span: bare(text, quote) })).filter(({ span }) => span.end > span.start)

/** Adds what was found in one text to a score. Quotations count as in `GoldQuote.optional`; silence and error apart. */
export function scoreText(score: QuoteScore, gold: GoldText, found: readonly ScoredQuote[]): void {
  const golden = bared(gold.text, gold.quotes)
  const given = bared(gold.text, found)
  const spansOf = (list: readonly Bared<Span>[]) => list.map(each => each.span)
  const pairs = pairsOf(spansOf(golden), spansOf(given), PAIRED)
  given.forEach((one, j) => {
    const pair = pairs.ofFound.get(j)
    const partner = pair && golden[pair.other]
    if (partner ? partner.quote.optional : isExcused(one.span, golden)) return
    const isNear = pair !== undefined && pair.value >= NEAR
    const isExact = partner !== undefined && isSame(partner.span, one.span)
    for (const kind of ['all', one.quote.kind] as const) {
      count(score.kinds[kind].near.precision, isNear)
      count(score.kinds[kind].exact.precision, isExact)
    }
  })
  golden.forEach(({ quote, span }, i) => {
    if (quote.optional) return
    const pair = pairs.ofGold.get(i)
    const partner = pair && given[pair.other]
    const isNear = pair !== undefined && pair.value >= NEAR
    for (const kind of ['all', quote.kind] as const) {
      count(score.kinds[kind].near.recall, isNear)
      count(score.kinds[kind].exact.recall, partner !== undefined && isSame(partner.span, span))
    }
    if (isNear && partner) scoreSpeaker(score, quote, partner.quote)
  })
  for (const mark of gold.marks ?? []) scoreMark(score, gold.text, mark, given)
}

/** What an annotator left free and an engine took in part is neither right nor wrong. */
const isExcused = (span: Span, golden: readonly Bared<GoldQuote>[]): boolean =>
  golden.some(({ quote, span: other }) => {
    if (!quote.optional) return false
    const both = shared(other, span)
    return both >= Math.min(0.5 * (span.end - span.start), 0.95 * (other.end - other.start)) && both > 0
  })

function scoreSpeaker({ speakers, pronouns }: QuoteScore, gold: GoldQuote, found: ScoredQuote): void {
  if (!gold.speaker) return
  speakers.cases++
  if (isSpeaker(gold, found)) speakers.right++
  else if (!found.speaker) speakers.silent++
  else speakers.wrong++
  if (!gold.resolved || gold.pronoun === false) return
  pronouns.cases++
  const said = found.speaker ?? ''
  const name = found.resolved || (PRONOUN.test(said) ? '' : said)
  if (!name) pronouns.silent++
  else if (headOf(name) === headOf(gold.resolved)) pronouns.right++
  else pronouns.wrong++
}

type Spoken = Pick<ScoredQuote, 'speaker' | 'speakerStart' | 'speakerEnd'>

function isSpeaker(gold: Spoken, found: Spoken): boolean {
  const [a, b] = [placeOf(gold), placeOf(found)]
  if (a && b && shared(a, b) > 0) return true
  return Boolean(found.speaker) && headOf(found.speaker ?? '') === headOf(gold.speaker ?? '')
}

const placeOf = ({ speakerStart: start, speakerEnd: end }: Spoken): Span | null =>
  start != null && end != null ? { start, end } : null

function scoreMark(
  { marks, alarms }: QuoteScore,
  text: string,
  mark: GoldMark,
  given: readonly Bared<ScoredQuote>[],
): void {
  const span = bare(text, mark)
  const length = span.end - span.start
  if (length <= 0) return
  const words = text.slice(span.start, span.end).match(/\S+/g)?.length ?? 0
  if (!mark.closed && words < LEAST_UNCLOSED_WORDS) return
  const covering = given.filter(one => shared(one.span, span) >= COVERED * length)
  const best = covering.sort((a, b) => overlap(b.span, span) - overlap(a.span, span))[0]
  if (!mark.attributed) {
    count(alarms, Boolean(best?.quote.speaker) && overlap(best!.span, span) >= PAIRED)
    return
  }
  count(marks.found, best !== undefined)
  if (mark.speaker) count(marks.speaker, best !== undefined && isMarkSpeaker(mark, best.quote))
}

const isMarkSpeaker = (mark: GoldMark, found: ScoredQuote): boolean =>
  isSpeaker(mark, found) ||
  (Boolean(mark.resolved) && headOf(found.resolved || (found.speaker ?? '')) === headOf(mark.resolved ?? ''))
