import type { Words } from '#base/words.ts'

const SUMMARY = /<summary data-repeats="(\d+)"><\/summary>/g

/**
 * Marked HTML as it is kept, the same for all readers → as it is shown to one: folded repeats say in the reader's language
 * what they are. Safe: no text of a post can look like the place of these words.
 */
export function inWords(marked: string, words: Words): string {
  if (!marked.includes('<summary data-repeats=')) return marked
  return marked.replace(SUMMARY, (_, written: string) => {
    const count = Number(written)
    return `<summary>${words.sayHtml('record.repeats', { count, number: words.number(count) })}</summary>`
  })
}
