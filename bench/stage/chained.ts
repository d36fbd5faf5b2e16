import { prose } from './prose.ts'

const WORDS_OF_EXAMPLE = 30_000
/** A constant step through the words: each run draws the same. */
const STEP = 0x9e3779b9
/** One post in so many carries a paragraph of an earlier one. */
const CARRIED = 12

/** Draws whole numbers below a limit, the same in every run. */
function drawing(): (below: number) => number {
  let state = 1
  return below => {
    state = (Math.imul(state, STEP) + 0x6d2b79f5) >>> 0
    return (state >>> 8) % below
  }
}

/**
 * So many posts whose words follow one another as they do in the prose of the example, two by two: as long sentences, names,
 * figures and quotation marks as there, and hardly ever ten words that another post has too. Some carry a paragraph of an
 * earlier post, as some posts do.
 */
export function* chained(posts: number, words: number): Generator<string> {
  const [text = ''] = prose(1, WORDS_OF_EXAMPLE)
  const source = text.split(/\s+/)
  const behind = new Map<string, string[]>()
  for (const [index, word] of source.entries()) {
    const list = behind.get(word)
    const next = source[index + 1] ?? source[0]!
    if (list) list.push(next)
    else behind.set(word, [next])
  }
  const draw = drawing()
  let carried = ''
  for (let post = 0; post < posts; post++) {
    let word = source[draw(source.length)]!
    const written: string[] = []
    for (let count = 0; count < words; count++) {
      written.push(word)
      const list = behind.get(word)!
      word = list[draw(list.length)]!
    }
    const middle = Math.floor(words / 2)
    const [first, second] = [written.slice(0, middle).join(' '), written.slice(middle).join(' ')]
    yield post % CARRIED === CARRIED - 1 ? `${first}\n\n${carried}` : `${first}\n\n${second}`
    if (post % (CARRIED / 2) === 0) carried = first
  }
}
