import { postId } from '#base/ids.ts'
import type { Reader } from '#store/store.ts'
import { groupedBy, type SourceState, type Verdict } from './model.ts'
import { comparedText, type QuoteBlock, type SaidText, saidInText } from './said.ts'
import { type Spoken, spoken } from './spoken.ts'
import { timesOf, type WordingPlace, wordingsOf } from './store.ts'
import { judge } from './verdict.ts'

/** Wordings of sources that are at hand at once: each may have as many characters as a post can. */
const WORDINGS_AT_ONCE = 20

/** A quote block, and when it was written. */
export interface AskedQuote {
  readonly block: QuoteBlock
  readonly writtenAt: number
}

/** What comes of it. */
export interface JudgedQuote {
  readonly sourceId: number
  readonly sourceRevision: number
  readonly verdict: Verdict
  /** As JSON; '' for none. */
  readonly difference: string
}

/** The id of the post that a block names. */
export const sourceIdOf = ({ source }: QuoteBlock): number => postId(source.threadId, source.number)

const GONE = { verdict: 'gone', difference: '' } as const

/**
 * Quote blocks → their verdicts, in their order. `stateOf` says what a source is, undefined for one that is gone for these
 * quotes. Reads the wordings in portions.
 */
export async function judged<Q extends AskedQuote>(
  db: Reader,
  quotes: readonly Q[],
  stateOf: (quote: Q) => SourceState | undefined,
): Promise<JudgedQuote[]> {
  const found = new Map<Q, JudgedQuote>()
  const standing: StandingQuote<Q>[] = []
  for (const quote of quotes) {
    const state = stateOf(quote)
    if (state) standing.push({ quote, state })
    else {
      const { block } = quote
      found.set(quote, { sourceId: sourceIdOf(block), sourceRevision: block.revision ?? 0, ...GONE })
    }
  }
  const held = await heldTo(db, standing)
  const byWording = groupedBy(held, ({ state, revision }) => `${state.id} ${revision}`)
  const portions = portionsOf([...byWording.values()].flat())
  for (const portion of portions)
    for (const [quote, result] of await judgePortion(db, portion)) found.set(quote, result)
  return quotes.map(quote => found.get(quote)!)
}

interface StandingQuote<Q> {
  readonly quote: Q
  readonly state: SourceState
}
interface HeldQuote<Q> extends StandingQuote<Q> {
  /** The wording that it is held to. */
  readonly revision: number
}

/** Which wording each quote is held to: the one it names, or that which stood there when it was written. */
async function heldTo<Q extends AskedQuote>(
  db: Reader,
  quotes: readonly StandingQuote<Q>[],
): Promise<HeldQuote<Q>[]> {
  const unnamed = new Set(
    quotes.filter(({ quote }) => quote.block.revision === null).map(({ state }) => state.id),
  )
  const times = groupedBy(await timesOf(db, [...unnamed]), ({ id }) => id)
  return quotes.map(each => {
    const { quote, state } = each
    const named = quote.block.revision
    if (named !== null)
      return { ...each, revision: named >= 1 && named <= state.revision ? named : state.revision }
    const stood = times.get(state.id)?.findLast(({ createdAt }) => createdAt <= quote.writtenAt)
    return { ...each, revision: Math.min(stood?.revision ?? 1, state.revision) }
  })
}

/** Quotes in portions of a bounded number of wordings; those of one wording stand together. */
function portionsOf<Q>(quotes: readonly HeldQuote<Q>[]): HeldQuote<Q>[][] {
  const portions: HeldQuote<Q>[][] = []
  let keys = new Set<string>()
  for (const each of quotes) {
    keys.add(`${each.state.id} ${each.revision}`)
    if (portions.length === 0 || keys.size > WORDINGS_AT_ONCE) {
      portions.push([])
      keys = new Set([`${each.state.id} ${each.revision}`])
    }
    portions.at(-1)!.push(each)
  }
  return portions
}

async function judgePortion<Q extends AskedQuote>(
  db: Reader,
  quotes: readonly HeldQuote<Q>[],
): Promise<[Q, JudgedQuote][]> {
  const places = new Map<string, WordingPlace>()
  for (const { state, revision } of quotes)
    for (const place of [
      { id: state.id, revision },
      { id: state.id, revision: state.revision },
    ])
      places.set(keyOf(place), place)
  const texts = new Map<string, Text>()
  for (const { format, source, ...place } of await wordingsOf(db, [...places.values()])) {
    texts.set(keyOf(place), textOf(saidInText(source, format)))
    await othersTurn()
  }
  const results: [Q, JudgedQuote][] = []
  for (const { quote, state, revision } of quotes) {
    const then = texts.get(keyOf({ id: state.id, revision }))
    const today = texts.get(keyOf(state)) ?? then
    const place = { sourceId: state.id, sourceRevision: revision }
    // A wording that went between two looks: whoever judges looks again.
    const verdict = then && today ? judgeBlock(quote.block, then, today) : GONE
    results.push([quote, { ...place, ...verdict }])
    await othersTurn()
  }
  return results
}

/** Long texts take some milliseconds each: whoever else waits has a turn in between. */
const othersTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

const keyOf = ({ id, revision }: WordingPlace): string => `${id} ${revision}`

/** A wording, and its words once somebody has asked for them. */
interface Text {
  readonly text: SaidText
  words(): Spoken
}

function textOf(text: SaidText): Text {
  let words: Spoken | undefined
  return { text, words: () => (words ??= spoken(comparedText(text, text))) }
}

function judgeBlock(block: QuoteBlock, then: Text, today: Text): { verdict: Verdict; difference: string } {
  const quoted = spoken(comparedText(block, then.text))
  const isSame = then.text.said === today.text.said && then.text.all === today.text.all
  const { verdict, difference } = judge(quoted, then.words(), isSame ? then.words() : today.words())
  return { verdict, difference: difference.length === 0 ? '' : JSON.stringify(difference) }
}
