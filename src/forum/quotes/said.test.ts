import { parse, quoteSource } from '@rostra/markup'
import { describe, expect, test } from 'vitest'
import type { Format } from '../posts/model.ts'
import { carriedSource } from '../posts/quoting.ts'
import { comparedText, MOST_QUOTES, quoteBlocksOf, saidInText } from './said.ts'
import { judgeTexts } from './verdict.ts'

const FORMATS: readonly Format[] = ['markdown', 'bbcode']
const MARKDOWN = `# A heading

1. first **bold** [words](https://a.example/b)
2. second @Maren and \`code\`
   - nested

| a | b |
|---|---|
| 1 | 2 |

![A quay](/files/1/a.png) Text[^1] with a https://b.example/c link.

[quote="Bo, post: 1/1, revision: 1"]
Not my words.
[/quote]

> Nor these.

[spoiler=The end]
It sinks.
[/spoiler]

\`\`\`js
let a = 1
\`\`\`

[^1]: A note.`
const BBCODE =
  '[b]Bold[/b] text. [list=1][*]one[*]two[/list] [quote=Bo]not mine[/quote] [table][tr][td]1[/td][td]2[/td][/tr][/table] [spoiler]hid[/spoiler] [url=https://a.example]there[/url]'

const quoted = (source: string, from: Format, to: Format): string =>
  quoteSource(
    { author: 'Maren', thread: 7, number: 27, revision: 1, text: carriedSource(source, from, to) },
    to,
  )

describe('what somebody said', () => {
  test('is their words without markup, numbers of lists, notes and what they quote', () => {
    const { said, all } = saidInText(MARKDOWN, 'markdown')
    for (const word of [
      'A heading',
      'first bold words',
      'second Maren and code',
      'It sinks.',
      'let a = 1',
      'A quay Text with',
    ])
      expect(said).toContain(word)
    for (const word of ['Not my words', 'Nor these', 'A note', '[1]', '1.', '**', 'a.example/b'])
      expect(said).not.toContain(word)
    expect(all).toContain('Not my words.')
  })

  test.each(
    [
      [MARKDOWN, 'markdown'],
      [BBCODE, 'bbcode'],
      ['> only a quote', 'markdown'],
      ['Words that only *stand* there [b]so[/b].', 'bbcode'],
    ].flatMap(([source, from]) => FORMATS.map(to => [source, from, to])) as [string, Format, Format][],
  )('is word for word what the Quote button carries: %#', (source, from, to) => {
    const text = `${quoted(source, from, to)}\nMine.`
    const [block] = quoteBlocksOf(parse(text, to))
    const then = saidInText(source, from)
    expect(
      judgeTexts(comparedText(block!, then), comparedText(then, then), comparedText(then, then)).verdict,
    ).toBe('word-for-word')
  })

  test('is the same where two posts are quoted that have notes of one name', () => {
    const source = 'One[^1] two.\n\n[^1]: A note.\n\nThree.'
    const text = [source, source].map(each => quoted(each, 'markdown', 'markdown')).join('\n')
    const blocks = quoteBlocksOf(parse(text, 'markdown'))
    expect(blocks.map(block => block.said)).toEqual(['One two.\n\nThree.', 'One two.\n\nThree.'])
  })

  test('is looked for in so many blocks and no more', () => {
    const text = '[quote="Bo, post: 1/1"]\na\n[/quote]\n\n'.repeat(MOST_QUOTES + 20)
    expect(quoteBlocksOf(parse(text, 'markdown'))).toHaveLength(MOST_QUOTES)
  })

  test('of places that no post can have is left out, and counted', () => {
    const text =
      '[quote="Bo, post: 0/1"]\na\n[/quote]\n\n[quote="Bo, post: 1/2"]\na\n[/quote]\n\n[quote]\nb\n[/quote]'
    expect(quoteBlocksOf(parse(text, 'markdown')).map(block => block.position)).toEqual([1])
  })
})
