import MarkdownIt from 'markdown-it'
import { type Format, parse, renderHtml } from './src/markup.ts'
import { forumTexts } from './testing/posts.ts'

/**
 * Megabytes (10^6 UTF-8 bytes) of source a second, parsed and printed; `ratio` is ours against bare `markdown-it` with
 * the same features. `linklessMBps` is `markdown-it` without its link finder, which does less than we do.
 */
export interface MarkupSpeed {
  markdownMBps: number
  bareMBps: number
  ratio: number
  linklessMBps: number
  bbcodeMBps: number
}

const POSTS = 400
const ROUNDS = 15

function seconds(run: (text: string) => unknown, texts: readonly string[]): number {
  const before = performance.now()
  for (const text of texts) run(text)
  return (performance.now() - before) / 1_000
}

const megabytes = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0) / 1e6

type Run = readonly [convert: (text: string) => unknown, texts: readonly string[]]

/** The best of a few rounds of each, in turns, as megabytes a second: noise only slows. */
function bestOf(runs: readonly Run[]): number[] {
  const best = runs.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, [convert, texts]] of runs.entries())
      best[index] = Math.min(best[index] as number, seconds(convert, texts))
  return runs.map(([, texts], index) => megabytes(texts) / (best[index] as number))
}

/**
 * Measures the same posts in the same process. `markdown-it` runs with its tables, strikethrough and link finder on, and
 * with line breaks kept, as here; it knows no mentions, footnotes, task lists or tags.
 */
export async function measureMarkup(): Promise<MarkupSpeed> {
  const markdown = forumTexts('markdown', POSTS)
  const ours = (format: Format) => (text: string) => renderHtml(parse(text, format))
  const bare = new MarkdownIt({ html: false, linkify: true, breaks: true })
  const linkless = new MarkdownIt({ html: false, breaks: true })
  const [markdownMBps, bareMBps, linklessMBps, bbcodeMBps] = bestOf([
    [ours('markdown'), markdown],
    [text => bare.render(text), markdown],
    [text => linkless.render(text), markdown],
    [ours('bbcode'), forumTexts('bbcode', POSTS)],
  ]) as [number, number, number, number]
  return { markdownMBps, bareMBps, ratio: markdownMBps / bareMBps, linklessMBps, bbcodeMBps }
}

if (process.argv[1]?.endsWith('packages/markup/bench.ts')) {
  const speed = await measureMarkup()
  const [ours, bare, linkless, bbcode] = [
    speed.markdownMBps,
    speed.bareMBps,
    speed.linklessMBps,
    speed.bbcodeMBps,
  ].map(value => `${value.toFixed(1)} MB/s`)
  process.stdout.write(
    `Markdown ${ours}, bare markdown-it ${bare}, ratio ${speed.ratio.toFixed(2)} ` +
      `(without its link finder ${linkless}); BBCode ${bbcode}\n`,
  )
}
