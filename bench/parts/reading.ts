import { parse, plainText } from '@rostra/markup'
import { read } from '@rostra/record'
import { exampleCommunity } from '../../src/importers/example/example.ts'
import { type Figure, middle } from '../figures.ts'
import { quantile, spreadOf } from '../statistics.ts'

/** UTF-16 units of a long post. */
const LONG_POST = 6000
const SLOWEST = 0.95
/** Rounds until the code has been made fast; the first of them are told as such. */
const WARM_UP = 12
const DATE = '2026-03-01'

/** The English posts of the example, one behind the other, cut between paragraphs into posts of about 6 kB. */
function longPosts(): string[] {
  const posts: string[] = []
  let post = ''
  for (const { source, format } of exampleCommunity().threads.flatMap(thread => thread.posts)) {
    const text = plainText(parse(source, format))
    if (read(text).language !== 'english') continue
    for (const paragraph of text.split(/\n+/)) {
      if (post.length + paragraph.length > LONG_POST) {
        posts.push(post)
        post = ''
      }
      post += `${paragraph}\n`
    }
  }
  return posts
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** What any reader must do at least: tell the words apart, here by the runtime's own segmenter. */
function tellWordsApart(text: string): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++
  return words
}

function millisecondsOf(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** How long a long post takes to be read, all findings; beside it, in turns, how long its words take to be told apart. */
export function readingSpeed({ rounds }: { rounds: number }): Figure[] {
  const posts = longPosts()
  const sorted: Float64Array[] = []
  const cold: number[] = []
  const shares: number[] = []
  for (let round = -WARM_UP; round < rounds; round++) {
    const ours = new Float64Array(posts.length)
    let [all, least] = [0, 0]
    for (const [index, post] of posts.entries()) {
      ours[index] = millisecondsOf(() => read(post, { date: DATE }))
      all += ours[index]
      least += millisecondsOf(() => tellWordsApart(post))
    }
    if (round < 0) {
      cold.push(...ours)
      continue
    }
    sorted.push(ours.sort())
    shares.push(all / least)
  }
  const at = (part: number) => spreadOf(sorted.map(times => quantile(times, part)))
  return [
    middle('reading: a 6 kB post, all findings, 95 of 100 under', 'ms', at(SLOWEST), { most: 4 }),
    middle('  half of them under', 'ms', at(0.5)),
    {
      what: `  the first ${cold.length} after a start, 95 of 100 under`,
      value: quantile(Float64Array.from(cold).sort(), SLOWEST),
      unit: 'ms',
    },
    middle('  times the time of telling its words apart', 'ratio', spreadOf(shares)),
  ]
}
