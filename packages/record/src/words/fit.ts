/** One side of an alignment: the words, what each weighs, and which of them are free to be missed. */
export interface Side {
  readonly folded: readonly string[]
  /** More than 0. */
  readonly weights: ArrayLike<number>
  /** 1 at i: whatever the other side has between word i - 1 and word i costs nothing. One place more than words. */
  readonly open: ArrayLike<number>
  /** 1 at i: the other side need not have word i. */
  readonly loose: ArrayLike<number>
}

/** Where two sides are compared, and whether the second may begin and end elsewhere. */
interface Field {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
  readonly freeStart: boolean
  readonly freeEnd: boolean
}

/** What an alignment pairs: word `a[i]` of the first side with word `b[i]` of the second, both lists rising. */
export interface Fit {
  readonly a: readonly number[]
  readonly b: readonly number[]
}

/** More cells than this are not filled at once: the field is parted at runs that both sides have once. */
const MOST_CELLS = 160_000
/** A field between two parts that is still larger is taken to have nothing in common. */
const MOST_CELLS_BETWEEN = 40_000
const RUN = 4

const PAIR = 0
const SKIP_A = 1
const SKIP_B = 2

/**
 * Two lists of words → the pairs of an alignment that keeps the most weight, less `cost` times the weight of the words
 * that find no partner (Needleman and Wunsch 1970; with `free`, the fit of the whole first side somewhere in the
 * second, so words of the second before and behind cost nothing). Up to 160,000 pairs of words are all compared; beyond,
 * the lists are first parted at runs of four words that stand once in each, which keeps the time linear.
 */
export function fit(a: Side, b: Side, cost: number, free: boolean): Fit {
  const pairs = { a: [] as number[], b: [] as number[] }
  const whole = { aFrom: 0, aTo: a.folded.length, bFrom: 0, bTo: b.folded.length }
  if (whole.aTo * whole.bTo <= MOST_CELLS) {
    fitField(a, b, cost, { ...whole, freeStart: free, freeEnd: free }, pairs)
    return pairs
  }
  let [aFrom, bFrom] = [0, 0]
  const anchors = anchorsOf(a.folded, b.folded)
  for (const [index, anchor] of anchors.entries()) {
    const field = {
      aFrom,
      aTo: anchor.a,
      bFrom,
      bTo: anchor.b,
      freeStart: free && index === 0,
      freeEnd: false,
    }
    fitWithin(a, b, cost, field, pairs)
    pairs.a.push(anchor.a)
    pairs.b.push(anchor.b)
    aFrom = anchor.a + 1
    bFrom = anchor.b + 1
  }
  const rest = { ...whole, aFrom, bFrom, freeStart: free && anchors.length === 0, freeEnd: free }
  fitWithin(a, b, cost, rest, pairs)
  return pairs
}

/** Fits a field between two parts, cut to what can be compared in the time. */
function fitWithin(a: Side, b: Side, cost: number, field: Field, pairs: { a: number[]; b: number[] }): void {
  const rows = field.aTo - field.aFrom
  const most = Math.floor(MOST_CELLS_BETWEEN / Math.max(1, rows))
  let { bFrom, bTo } = field
  if (field.freeStart && !field.freeEnd) bFrom = Math.max(bFrom, bTo - most)
  if (field.freeEnd && !field.freeStart) bTo = Math.min(bTo, bFrom + most)
  if (rows * (bTo - bFrom) <= MOST_CELLS_BETWEEN) fitField(a, b, cost, { ...field, bFrom, bTo }, pairs)
}

/** The words at the start of runs of four that each side has once, as far as both sides have them in one order. */
function anchorsOf(a: readonly string[], b: readonly string[]): { a: number; b: number }[] {
  const inA = onceIn(a)
  const inB = onceIn(b)
  const shared: { a: number; b: number }[] = []
  for (const [run, at] of inA) {
    const other = inB.get(run)
    if (at >= 0 && other !== undefined && other >= 0) shared.push({ a: at, b: other })
  }
  return longestRising(shared)
}

/** Every run of four words → where it stands; -1 where it stands more than once. */
function onceIn(words: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  for (let i = 0; i + RUN <= words.length; i++) {
    const run = words.slice(i, i + RUN).join(' ')
    places.set(run, places.has(run) ? -1 : i)
  }
  return places
}

/** Pairs in the order of `a` → the longest choice of them that also rises in `b` (patience sorting). */
function longestRising<T extends { readonly b: number }>(pairs: readonly T[]): T[] {
  const piles: number[] = []
  const before = new Int32Array(pairs.length)
  for (const [index, pair] of pairs.entries()) {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (pairs[piles[middle]!]!.b < pair.b) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? piles[low - 1]! : -1
    piles[low] = index
  }
  const chosen: T[] = []
  for (let at = piles.at(-1) ?? -1; at >= 0; at = before[at]!) chosen.push(pairs[at]!)
  return chosen.reverse()
}

/** Fills one field and appends its pairs. */
function fitField(a: Side, b: Side, cost: number, field: Field, pairs: { a: number[]; b: number[] }): void {
  const rows = field.aTo - field.aFrom
  const columns = field.bTo - field.bFrom
  if (rows === 0 || columns === 0) return
  const width = columns + 1
  const ways = new Uint8Array((rows + 1) * width)
  let before = new Float64Array(width)
  let row = new Float64Array(width)
  for (let i = 0; i <= rows; i++) {
    fillRow(a, b, cost, field, i, before, row, ways.subarray(i * width, (i + 1) * width))
    const filled = row
    row = before
    before = filled
  }
  trace(ways, width, field, pairs)
}

function fillRow(
  a: Side,
  b: Side,
  cost: number,
  field: Field,
  i: number,
  before: Float64Array,
  row: Float64Array,
  ways: Uint8Array,
): void {
  const atA = field.aFrom + i
  const first = i === 0
  const edge = (first && field.freeStart) || (atA === field.aTo && field.freeEnd)
  const passes = edge || a.open[atA] === 1
  const word = first ? '' : a.folded[atA - 1]!
  const weight = first ? 0 : a.weights[atA - 1]!
  const missed = first || a.loose[atA - 1] === 1 ? 0 : cost * weight
  for (let j = 0; j < row.length; j++) {
    const atB = field.bFrom + j
    let best = first ? (j === 0 ? 0 : -Infinity) : before[j]! - (b.open[atB] === 1 ? 0 : missed)
    let way = SKIP_A
    if (j > 0) {
      const skipped = row[j - 1]! - (passes || b.loose[atB - 1] === 1 ? 0 : cost * b.weights[atB - 1]!)
      if (skipped > best) {
        best = skipped
        way = SKIP_B
      }
      // Equal scores: the pair, which keeps equal words together.
      if (!first && word === b.folded[atB - 1] && before[j - 1]! + weight >= best) {
        best = before[j - 1]! + weight
        way = PAIR
      }
    }
    row[j] = best
    ways[j] = way
  }
}

function trace(ways: Uint8Array, width: number, field: Field, pairs: { a: number[]; b: number[] }): void {
  const found: number[] = []
  let i = field.aTo - field.aFrom
  let j = width - 1
  while (i > 0 && j >= 0) {
    const way = ways[i * width + j]!
    if (way === PAIR) found.push(i--, j--)
    else if (way === SKIP_A || j === 0) i--
    else j--
  }
  for (let k = found.length - 2; k >= 0; k -= 2) {
    pairs.a.push(field.aFrom + found[k]! - 1)
    pairs.b.push(field.bFrom + found[k + 1]! - 1)
  }
}
