import { exampleThreads } from '../../src/importers/example/example.ts'

const PARAGRAPHS = 3

/** Whether a paragraph is prose: no table, quote, list, heading or code, and no link to fetch. */
const isProse = (text: string): boolean => text.length > 80 && !/^[[>|#\-*`\d]|[[\]|<]/.test(text)

/** English sentences of the example community, as words, without end. */
function* wordsOfExample(): Generator<string, never> {
  const paragraphs = exampleThreads()
    .flatMap(thread => thread.posts)
    .flatMap(post => post.source.split(/\n{2,}/))
    .filter(text => isProse(text) && /\b(the|and|of)\b/.test(text))
  for (;;) for (const text of paragraphs) yield* text.split(/\s+/)
}

/**
 * So many posts of so many words, in paragraphs, of the prose people wrote for the example: invented words repeat too much
 * and would compress too well. The first posts are the same in every run.
 */
export function prose(posts: number, words: number): string[] {
  const source = wordsOfExample()
  const size = Math.ceil(words / PARAGRAPHS)
  return Array.from({ length: posts }, () => {
    const taken = Array.from({ length: words }, () => source.next().value)
    return Array.from({ length: PARAGRAPHS }, (_, index) =>
      taken.slice(index * size, (index + 1) * size).join(' '),
    ).join('\n\n')
  })
}
