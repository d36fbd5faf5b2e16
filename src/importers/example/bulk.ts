import { MAX_NUMBER } from '#base/ids.ts'
import { DAY, MINUTE } from '#base/time.ts'
import { LANGUAGES, type Language } from './bulk-words.ts'
import { lognormal, pick, type Random, randomOf } from './random.ts'
import { TOWNS, townOf } from './towns.ts'

/** How much is made. `boards` and `members` bound the indices; equal sizes and seeds give equal texts. */
export interface BulkSize {
  threads: number
  posts: number
  boards: number
  members: number
  seed: number
}

/** One thread. Its posts are made as they are asked for, always the same. */
export interface BulkThread {
  title: string
  boardIndex: number
  posts: Iterable<BulkPost>
}

/** Times are epoch milliseconds, numbers run from 1, sources are Markdown: paragraphs of plain sentences. */
export interface BulkPost {
  number: number
  authorIndex: number
  at: number
  source: string
}

/** When the first thread is started. */
export const FIRST_THREAD = Date.UTC(2019, 1, 1)
const SPAN = 2800 * DAY
/** When the last post is written at the latest. */
const END = FIRST_THREAD + SPAN + 30 * DAY
const WORDS_A_POST = 135
/** Spread of the thread lengths, the post lengths and the times between posts, as sigma of `lognormal`. */
const LENGTH_SPREAD = 1.2
const POST_SPREAD = 0.6
const TIME_SPREAD = 1.5
const BETWEEN_POSTS = 200 * MINUTE
/** Share of the threads that is in the first language, whatever the dice say. */
const FIRST_LANGUAGE = 0.6

/**
 * Generated threads, one at a time: together exactly `posts` posts in `threads` threads of lognormal length, a post
 * some 135 words on average. Throws a `RangeError`, before it gives any, where that cannot be done.
 */
export function* bulkCommunity(size: BulkSize): Generator<BulkThread> {
  const { threads, posts, boards, members, seed } = size
  if (threads < 1 || boards < 1 || members < 1) throw new RangeError('There is nothing to be made.')
  if (posts < threads) throw new RangeError('A thread has at least one post; ask for fewer threads.')
  const lengths = lengthsOf(randomOf(seed, 0), threads, posts)
  if (lengths.some(length => length > MAX_NUMBER))
    throw new RangeError(`A thread has at most ${MAX_NUMBER} posts; ask for more threads.`)
  for (const [index, count] of lengths.entries()) {
    const random = randomOf(seed, index + 1)
    const language = (random() < FIRST_LANGUAGE ? LANGUAGES[0] : pick(random, LANGUAGES)) as Language
    const start = Math.floor(FIRST_THREAD + (SPAN * index) / threads)
    yield {
      title: titleOf(random, language),
      boardIndex: (random() * boards) | 0,
      posts: {
        [Symbol.iterator]: () => postsOf(randomOf(seed, -1 - index), language, { count, members, start }),
      },
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

function* postsOf(
  random: Random,
  language: Language,
  { count, members, start }: { count: number; members: number; start: number },
): Generator<BulkPost> {
  const between = Math.min(BETWEEN_POSTS, (END - start) / count)
  let at = start
  for (let number = 1; number <= count; number++) {
    // A few members write most: the cube leans towards the first indices.
    const authorIndex = Math.floor(members * random() ** 3)
    yield { number, authorIndex, at, source: textOf(random, language) }
    at = Math.min(at + Math.ceil(lognormal(random, TIME_SPREAD) * between), END - count + number)
  }
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

const sentenceOf = (random: Random, { beginnings, ends }: Language): string =>
  pick(random, beginnings) + townOf((random() * TOWNS) | 0) + pick(random, ends)

const titleOf = (random: Random, { events }: Language): string =>
  `${townOf((random() * TOWNS) | 0)}: ${pick(random, events)}`
