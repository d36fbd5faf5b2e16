import { MAX_SOURCE } from './limits.ts'
import { parse } from './parse.ts'
import type { Format } from './tree.ts'

/** What a "Quote" button knows. `text` is a source text in the format of the post that is being written. */
export interface QuotedPost {
  author: string
  thread: number
  number: number
  revision: number
  text: string
}

const BLOCK_TAG = /\[(\/?)(?=(?:quote|spoiler)[\]=\s])/gi
const ANY_TAG = /\[(?=\/?[a-z*])/gi

/** Whether a block is read back as one quote of that post, with nothing before or after it. */
function isWhole(block: string, quoted: QuotedPost, format: Format): boolean {
  if (block.length > MAX_SOURCE) return false
  const { children } = parse(block, format)
  const [first, second] = children
  if (first?.type !== 'quote' || children.length > 2 || (second && second.type !== 'footnotes')) return false
  const { reference } = first
  return reference?.post?.thread === quoted.thread && reference.post.number === quoted.number
}

/** The text with tags that would end the block taken literally; line by line in Markdown, whole in BBCode. */
function literal(text: string, format: Format): string {
  if (format === 'markdown') return text.replace(BLOCK_TAG, '\\[$1')
  return text.replace(ANY_TAG, '[plain][[/plain]')
}

/**
 * The block that a "Quote" button puts into the composer: `[quote="Maren Oduya, post: 7/27, revision: 2"]`, the text and
 * `[/quote]`, each on lines of its own, in both formats. Quote tags of the text that have no partner are made literal.
 */
export function quoteSource(quoted: QuotedPost, format: Format): string {
  const author = quoted.author.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  const opening = `[quote="${author}, post: ${quoted.thread}/${quoted.number}, revision: ${quoted.revision}"]`
  const text = quoted.text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
  const block = `${opening}\n${text}\n[/quote]\n`
  return isWhole(block, quoted, format) ? block : `${opening}\n${literal(text, format)}\n[/quote]\n`
}
