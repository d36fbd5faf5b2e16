import { type Changes, differenceOf, gapsOf } from './difference.ts'
import type { Verdict } from './model.ts'
import { isMarked, type Spoken, spoken } from './spoken.ts'

/** How the words of a quote stand to those of a post that is there. */
export type WordsVerdict = Exclude<Verdict, 'gone'>

/** A verdict, and how the words differ. */
export interface Judged {
  readonly verdict: WordsVerdict
  /**
   * Where they were altered, how the words of the source became those of the quote; where the source was edited since, how
   * those of the quote became today's; where words were left out without a mark, which. Else empty.
   */
  readonly difference: Changes
}

/** How words stand to a text: all of it, a part of it in its order, or neither. */
interface Standing {
  readonly relation: 'word-for-word' | 'shortened' | 'altered'
  /** Where words were left out without a mark: the places of the kept ones in the text. */
  readonly kept: readonly number[] | null
}

/**
 * The words of a quote block, those of its source in the revision that it was taken from, and those of today → the verdict:
 * `word-for-word` where they are all of the words, `shortened` where they are some of them in their order, `altered`
 * where they are others, `edited-since` where they are the source's in that revision and no longer today. Linear in the
 * texts.
 */
export function judge(quoted: Spoken, then: Spoken, today: Spoken): Judged {
  const before = standingOf(quoted, then)
  if (before.relation === 'altered') {
    // Whoever quotes anew may have kept the number of the revision: the words are the source's all the same.
    const now = today === then ? before : standingOf(quoted, today)
    if (now.relation !== 'altered') return judgedAs(now, quoted, today)
    return { verdict: 'altered', difference: differenceOf(then, quoted, 'to') }
  }
  if (today !== then && standingOf(quoted, today).relation === 'altered')
    return { verdict: 'edited-since', difference: differenceOf(quoted, today, 'from') }
  return judgedAs(before, quoted, then)
}

/** The same of plain texts. */
export const judgeTexts = (quoted: string, then: string, today: string): Judged =>
  judge(spoken(quoted), ...sidesOf(then, today))

function sidesOf(then: string, today: string): [Spoken, Spoken] {
  const before = spoken(then)
  return [before, then === today ? before : spoken(today)]
}

function judgedAs({ relation, kept }: Standing, quoted: Spoken, source: Spoken): Judged {
  return { verdict: relation, difference: kept ? gapsOf(source, quoted, kept) : [] }
}

function standingOf(quoted: Spoken, source: Spoken): Standing {
  const { words } = quoted
  if (words.length >= source.words.length) {
    const isSame =
      words.length === source.words.length && words.every((word, at) => word === source.words[at])
    return { relation: isSame ? 'word-for-word' : 'altered', kept: null }
  }
  if (standInOrder(piecesOf(quoted), source.words)) return { relation: 'shortened', kept: null }
  const kept = placesIn(words, source.words)
  return { relation: kept ? 'shortened' : 'altered', kept }
}

/** The runs of words of a quote between the marks that say that something was left out. */
function piecesOf(quoted: Spoken): string[][] {
  const pieces: string[][] = []
  let from = 0
  for (let at = 1; at <= quoted.words.length; at++) {
    if (at < quoted.words.length && !isMarked(quoted, at)) continue
    pieces.push(quoted.words.slice(from, at))
    from = at
  }
  return pieces
}

/** Whether a text has all pieces, one behind the other. The first place of each is as good as any. */
function standInOrder(pieces: readonly string[][], words: readonly string[]): boolean {
  let from = 0
  for (const piece of pieces) {
    const place = placeOf(piece, words, from)
    if (place === -1) return false
    from = place + piece.length
  }
  return true
}

/** Where words stand in a row, from a place on; -1 where they do not (Knuth, Morris, Pratt 1977). */
function placeOf(row: readonly string[], words: readonly string[], from: number): number {
  const back = new Int32Array(row.length + 1)
  for (let i = 1, matched = 0; i < row.length; i++) {
    while (matched > 0 && row[i] !== row[matched]) matched = back[matched]!
    if (row[i] === row[matched]) matched++
    back[i + 1] = matched
  }
  for (let at = from, matched = 0; at < words.length; at++) {
    while (matched > 0 && words[at] !== row[matched]) matched = back[matched]!
    if (words[at] === row[matched]) matched++
    if (matched === row.length) return at + 1 - matched
  }
  return -1
}

/**
 * Where words stand in a text in their order, others between them; null where they do not. Of the stretches that end at the
 * first possible end the shortest.
 */
function placesIn(row: readonly string[], words: readonly string[]): number[] | null {
  let met = 0
  let end = 0
  for (; end < words.length && met < row.length; end++) if (words[end] === row[met]) met++
  if (met < row.length) return null
  const places: number[] = []
  for (let at = end - 1, next = row.length - 1; next >= 0; at--) {
    if (words[at] !== row[next]) continue
    places.push(at)
    next--
  }
  return places.reverse()
}
