import { DAY, MINUTE } from '#base/time.ts'
import { LANGUAGES, type Language } from './bulk-words.ts'

/** How much is made. `boards` (10 where none is given) and `members` bound the indices; equal seeds give equal texts. */
export interface BulkSize {
  threads: number
  posts: number
  members: number
  seed: number
  boards?: number
}

/** One thread with all its posts. Times are epoch milliseconds, numbers run from 1, sources are Markdown paragraphs. */
export interface BulkThread {
  thread: { title: string; boardIndex: number; authorIndex: number; at: number }
  posts: BulkPost[]
}

export interface BulkPost {
  number: number
  authorIndex: number
  at: number
  source: string
}

const FIRST_THREAD = Date.UTC(2019, 1, 1)
const SPAN = 2800 * DAY
const WORDS_A_POST = 119
/** Spread of the thread lengths and of the post lengths, as sigma of the normal distribution under the logarithm. */
const LENGTH_SPREAD = 1.2
const POST_SPREAD = 0.6

type Random = () => number

/** Numbers from 0 up to 1 by mulberry32 (Tommy Ettinger, public domain). */
function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A normal deviate by the Box–Muller transform. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** A lognormal deviate with mean 1. */
const lognormal = (random: Random, sigma: number): number =>
  Math.exp(sigma * normal(random) - (sigma * sigma) / 2)

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[(random() * items.length) | 0] as Item

/**
 * Generated threads, one at a time: together exactly `posts` posts in `threads` threads of lognormal length, a post 119
 * words on average. Throws a `RangeError` where there are fewer posts than threads, or nobody to write them.
 */
export function* bulkCommunity(size: BulkSize): Generator<BulkThread> {
  const { threads, posts, members, seed, boards = 10 } = size
  if (threads < 1 || posts < threads || members < 1 || boards < 1) throw new RangeError('bulk size')
  const random = randomOf(seed)
  const lengths = lengthsOf(random, threads, posts)
  for (let index = 0; index < threads; index++) {
    const language = LANGUAGES[random() < 0.6 ? 0 : (random() * LANGUAGES.length) | 0] as Language
    const at = Math.floor(FIRST_THREAD + (SPAN * index) / threads)
    const written = postsOf(random, language, lengths[index] as number, members, at)
    const title = titleOf(random, language)
    const boardIndex = (random() * boards) | 0
    yield {
      thread: { title, boardIndex, authorIndex: (written[0] as BulkPost).authorIndex, at },
      posts: written,
    }
  }
}

/** Lognormal thread lengths, each at least 1, that sum to `posts` exactly. */
function lengthsOf(random: Random, threads: number, posts: number): Uint32Array {
  const weights = Float64Array.from({ length: threads }, () => lognormal(random, LENGTH_SPREAD))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const free = posts - threads
  const lengths = new Uint32Array(threads)
  let carried = 0
  for (let index = 0; index < threads; index++) {
    carried += ((weights[index] as number) / total) * free
    const whole = index === threads - 1 ? Math.round(carried) : Math.floor(carried)
    lengths[index] = 1 + whole
    carried -= whole
  }
  return lengths
}

function postsOf(
  random: Random,
  language: Language,
  count: number,
  members: number,
  start: number,
): BulkPost[] {
  const posts: BulkPost[] = []
  let at = start
  for (let number = 1; number <= count; number++) {
    // A few members write most: the cube leans towards the first indices.
    const authorIndex = Math.floor(members * random() ** 3)
    posts.push({ number, authorIndex, at, source: textOf(random, language) })
    at += Math.ceil(lognormal(random, 1.5) * 200 * MINUTE)
  }
  return posts
}

/** Paragraphs of two to five sentences, until the drawn length is reached. */
function textOf(random: Random, language: Language): string {
  const wanted = WORDS_A_POST * lognormal(random, POST_SPREAD) - language.sentenceWords / 2
  let text = sentenceOf(random, language)
  let words = language.sentenceWords
  let left = 1 + random() * 4
  while (words < wanted) {
    text += left < 1 ? '\n\n' : ' '
    if (left < 1) left = 2 + random() * 4
    text += sentenceOf(random, language)
    words += language.sentenceWords
    left--
  }
  return text
}

function sentenceOf(random: Random, language: Language): string {
  const opening = pick(random, language.openings)
  const middle = `${pick(random, language.subjects)} ${pick(random, language.predicates)}`
  const place = `${language.near} ${nameOf(random)}`
  return `${opening} ${middle} ${place} ${pick(random, language.endings)}${language.stop}`
}

const titleOf = (random: Random, language: Language): string =>
  `${nameOf(random)}: ${pick(random, language.subjects)} ${pick(random, language.predicates)}`

const HEADS = [
  'Al',
  'Bran',
  'Cor',
  'Dun',
  'El',
  'Fen',
  'Gar',
  'Hol',
  'Il',
  'Kel',
  'Lor',
  'Mar',
  'Nor',
  'Or',
  'Quil',
  'Skar',
]
const MIDDLES = ['a', 'de', 'en', 'i', 'ka', 'li', 'mo', 'ne', 'or', 'ra', 'su', 'ti', 'u', 've', 'wi', 'zo']
const TAILS = [
  'by',
  'dal',
  'ford',
  'gate',
  'holm',
  'lund',
  'mere',
  'ness',
  'port',
  'row',
  'stad',
  'sund',
  'ton',
  'vale',
  'wick',
  'worth',
]

/** One of 4,096 invented towns, so that an index meets rare words too. */
const nameOf = (random: Random): string => pick(random, HEADS) + pick(random, MIDDLES) + pick(random, TAILS)
