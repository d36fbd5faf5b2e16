import { diffArrays } from 'diff'

/** A stretch of text that two wordings share, or that only one of them has. `gap` stands for what is shared and long. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added' | 'gap'
  readonly text: string
}

/** More words or lines than this are not told apart one by one: the effort grows with the square. */
const MOST_CHANGES = 200
/** Shared text is shown so far before and after a change, in UTF-16 units. */
const AROUND = 160
const TOKEN = /\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu
/** Scripts that are written without spaces. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u
/** The effort of a segmenter grows with the square too. */
const SEGMENTED_AT_ONCE = 200
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

function wordsOf(text: string): string[] {
  return (text.match(TOKEN) ?? []).flatMap(token => (UNSPACED.test(token) ? segmented(token) : token))
}

function segmented(text: string): string[] {
  const found: string[] = []
  for (let from = 0; from < text.length; ) {
    const part = whole(text.slice(from, from + SEGMENTED_AT_ONCE))
    for (const { segment } of segmenter.segment(part)) found.push(segment)
    from += part.length
  }
  return found
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/)

/**
 * What was changed between two wordings, in the order of the text: word by word, for long changes line by line, and where
 * nothing much is left the whole. Joined without the added stretches it is the first wording, without the removed ones
 * the second.
 */
export function differencesOf(before: string, after: string): Stretch[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }]
  const found = compare(wordsOf(before), wordsOf(after)) ?? compare(linesOf(before), linesOf(after))
  if (found) return found
  const whole: Stretch[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return whole.filter(stretch => stretch.text !== '')
}

/** Myers' algorithm; null where it would take too long. */
function compare(before: string[], after: string[]): Stretch[] | null {
  if (leastChanges(before, after) > MOST_CHANGES) return null
  const parts = diffArrays(before, after, { maxEditLength: MOST_CHANGES })
  if (!parts) return null
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** How many parts must be taken out or put in at least, whatever their order. */
function leastChanges(before: readonly string[], after: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const part of before) counts.set(part, (counts.get(part) ?? 0) + 1)
  for (const part of after) counts.set(part, (counts.get(part) ?? 0) - 1)
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0)
}

/** The same with a gap wherever shared text is far from any change. */
export function withGaps(stretches: readonly Stretch[]): Stretch[] {
  return stretches.flatMap((stretch, index) => {
    const { text } = stretch
    const isFirst = index === 0
    const isLast = index === stretches.length - 1
    if (stretch.kind !== 'same' || text.length <= 3 * AROUND) return [stretch]
    const start = isFirst ? '' : beginning(text)
    const end = isLast ? '' : ending(text)
    const shown: Stretch[] = [
      { kind: 'same', text: start },
      { kind: 'gap', text: text.slice(start.length, text.length - end.length) },
      { kind: 'same', text: end },
    ]
    return shown.filter(each => each.text !== '')
  })
}

/** The first words of a text, some `AROUND` units of them. */
function beginning(text: string): string {
  const cut = text.slice(0, AROUND)
  const space = cut.search(/\s\S*$/)
  return whole(space > 0 ? cut.slice(0, space) : cut)
}

function ending(text: string): string {
  const cut = text.slice(-AROUND)
  const space = cut.search(/\s/)
  const end = space >= 0 ? cut.slice(space) : cut
  return end.isWellFormed() ? end : end.slice(1)
}

const whole = (text: string): string => (text.isWellFormed() ? text : text.slice(0, -1))
