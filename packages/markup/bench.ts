import MarkdownIt from 'markdown-it'
import { type Format, parse, renderHtml } from './src/markup.ts'
import { forumTexts } from './testing/posts.ts'

/** Megabytes (10^6 UTF-8 bytes) of source a second, parsed and printed; `ratio` is ours against bare `markdown-it`. */
export interface MarkupSpeed {
  markdownMBps: number
  bareMBps: number
  ratio: number
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

/**
 * Measures the same posts in the same process, in turns, and takes the best round of each: noise only slows.
 * `markdown-it` runs with its tables, strikethrough and link finder on, and with line breaks kept, as here.
 */
export async function measureMarkup(): Promise<MarkupSpeed> {
  const markdown = forumTexts('markdown', POSTS)
  const bbcode = forumTexts('bbcode', POSTS)
  const bare = new MarkdownIt({ html: false, linkify: true, breaks: true })
  const ours = (format: Format) => (text: string) => renderHtml(parse(text, format))
  const runs: [(text: string) => unknown, readonly string[]][] = [
    [ours('markdown'), markdown],
    [text => bare.render(text), markdown],
    [ours('bbcode'), bbcode],
  ]
  const best = runs.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, [run, texts]] of runs.entries())
      best[index] = Math.min(best[index] as number, seconds(run, texts))
  const [markdownMBps, bareMBps, bbcodeMBps] = runs.map(
    ([, texts], index) => megabytes(texts) / (best[index] as number),
  )
  return {
    markdownMBps: markdownMBps as number,
    bareMBps: bareMBps as number,
    ratio: (markdownMBps as number) / (bareMBps as number),
    bbcodeMBps: bbcodeMBps as number,
  }
}

if (process.argv[1]?.endsWith('packages/markup/bench.ts')) {
  const speed = await measureMarkup()
  process.stdout.write(
    `Markdown ${speed.markdownMBps.toFixed(1)} MB/s, bare markdown-it ${speed.bareMBps.toFixed(1)} MB/s, ` +
      `ratio ${speed.ratio.toFixed(2)}; BBCode ${speed.bbcodeMBps.toFixed(1)} MB/s\n`,
  )
}
