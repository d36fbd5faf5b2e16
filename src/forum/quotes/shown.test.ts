import { parse, renderHtml } from '@rostra/markup'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsFor } from '#base/words.ts'
import { sources } from '../../../packages/markup/testing/generate.ts'
import type { ShownQuote } from './model.ts'
import { quoteBlocksOf } from './said.ts'
import { withVerdicts } from './shown.ts'
import { quotesJson } from './views.ts'

const words = wordsFor('en')
const resolution = {
  quote: ({ author, post }: { author: string; post: { thread: number; number: number } | null }) =>
    post ? { href: `/posts/${post.thread}/${post.number}`, author, number: post.number } : undefined,
}
const MARK = / · <bdi class="verdict v-[a-z-]+">Shortened<\/bdi>/g

const shownOf = (
  source: string,
  format: 'markdown' | 'bbcode',
  verdict: ShownQuote['verdict'],
): ShownQuote[] =>
  quoteBlocksOf(parse(source, format)).map(block => ({
    ...{ position: block.position + 1, source: block.source, revision: 1, verdict },
    ...{ post: { threadId: 9, number: 3 }, differs: verdict === 'altered' },
  }))

describe('verdicts at the quote blocks of a post', () => {
  test('stand in the line that says whom the block quotes', () => {
    const source = '[quote="Ann, post: 7/27, revision: 2"]\nWords.\n[/quote]\n\nMine.'
    const html = renderHtml(parse(source, 'markdown'), resolution)
    expect(withVerdicts(html, shownOf(source, 'markdown', 'altered'), words)).toContain(
      'Ann, #27</a> · <bdi class="verdict v-altered">Altered · <a href="/posts/9/3/quotes/1" rel="nofollow">difference</a></bdi></cite>',
    )
    expect(withVerdicts(html, [], words)).toBe(html)
  })

  test('stand at their own block, whatever stands in the text, and change nothing else', () => {
    for (const format of ['markdown', 'bbcode'] as const)
      fc.assert(
        fc.property(sources(format), source => {
          const html = renderHtml(parse(source, format), resolution)
          const quotes = shownOf(source, format, 'shortened')
          const shown = withVerdicts(html, quotes, words)
          expect(shown.replace(MARK, '')).toBe(html)
          expect([...shown.matchAll(MARK)]).toHaveLength(quotes.length)
        }),
        { numRuns: 300 },
      )
  })

  test('leave out a block that has become another', () => {
    const before = shownOf('[quote="Ann, post: 7/27"]\na\n[/quote]', 'markdown', 'gone')
    const html = renderHtml(parse('[quote="Bo, post: 7/28"]\na\n[/quote]', 'markdown'), resolution)
    expect(withVerdicts(html, before, words)).toBe(html)
  })

  test('lead a program to their page, and nowhere where the source is gone', () => {
    const [quote] = shownOf('[quote="Ann, post: 7/27"]\na\n[/quote]', 'markdown', 'altered')
    const told = { position: 1, post: { threadId: 7, number: 27 }, revision: 1 }
    expect(quotesJson([quote!])).toEqual([{ ...told, verdict: 'altered', path: '/posts/9/3/quotes/1' }])
    expect(quotesJson([{ ...quote!, revision: null, verdict: 'gone' }])).toEqual([
      { ...told, revision: null, verdict: 'gone', path: null },
    ])
  })
})
