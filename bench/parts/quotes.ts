import { saidInText } from '../../src/forum/quotes/said.ts'
import { spoken } from '../../src/forum/quotes/spoken.ts'
import { judge } from '../../src/forum/quotes/verdict.ts'
import { exampleCommunity } from '../../src/importers/example/example.ts'
import { type Figure, middle } from '../figures.ts'
import { spreadOf } from '../statistics.ts'

/** Rounds until the code has been made fast. */
const WARM_UP = 5

/** UTF-16 units of a long post. */
const LONG_POST = 6000

/** A quote and the post that it is of. */
interface Sample {
  readonly quoted: string
  readonly source: string
}

/** What the posts of the example say, one behind the other, in posts of about 6 kB. */
function longPosts(): string[] {
  const posts: string[] = []
  let post = ''
  for (const { source, format } of exampleCommunity().threads.flatMap(thread => thread.posts)) {
    post += `${saidInText(source, format).said}\n\n`
    if (post.length < LONG_POST) continue
    posts.push(post)
    post = ''
  }
  return posts
}

/** The middle third of each post, as `change` leaves its words. */
const samples = (posts: readonly string[], change: (words: string[]) => string[]): Sample[] =>
  posts.map(source => {
    const words = source.split(/\s+/)
    const cut = words.slice(Math.floor(words.length / 3), Math.ceil((words.length * 2) / 3))
    return { quoted: change(cut).join(' '), source }
  })

function microsecondsEach(list: readonly Sample[], run: (sample: Sample) => unknown): number {
  const start = performance.now()
  for (const sample of list) run(sample)
  return ((performance.now() - start) * 1000) / list.length
}

const verdictOf = ({ quoted, source }: Sample) => {
  const words = spoken(source)
  return judge(spoken(quoted), words, words)
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** What any check must do at least: tell the words of both texts apart, here by the runtime's own segmenter. */
function tellWordsApart({ quoted, source }: Sample): number {
  let words = 0
  for (const text of [quoted, source])
    for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++
  return words
}

/** How long a verdict takes; beside it, in turns, how long the words of both texts take to be told apart. */
export function quoteSpeed({ rounds }: { rounds: number }): Figure[] {
  const posts = longPosts()
  const kept = samples(posts, words => words)
  const altered = samples(posts, words => words.toSpliced(words.length >> 1, 1, 'otherwise'))
  const [cuts, others, least]: [number[], number[], number[]] = [[], [], []]
  for (let round = -WARM_UP; round < rounds; round++) {
    const [plain, cut, other] = [
      microsecondsEach(kept, tellWordsApart),
      microsecondsEach(kept, verdictOf),
      microsecondsEach(altered, verdictOf),
    ]
    if (round < 0) continue
    cuts.push(cut)
    others.push(other)
    least.push(plain)
  }
  return [
    middle('quotes: a verdict on 2 kB of a 6 kB post, cut', 'µs', spreadOf(cuts), { most: 3000 }),
    middle('  altered, with the difference', 'µs', spreadOf(others), { most: 10_000 }),
    middle('  telling the words of both texts apart', 'µs', spreadOf(least)),
  ]
}
