import { MAX_SOURCE } from './limits.ts'
import { parse } from './parse.ts'
import type { Format, Node } from './tree.ts'

/** What a "Quote" button knows. `text` is a source text in the format of the post that is being written. */
export interface QuotedPost {
  author: string
  thread: number
  number: number
  revision: number
  text: string
}

const BLOCK_TAG = /\[(\/?)(?=(?:quote|spoiler|details)[\]=\s])/gi
const ANY_TAG = /\[(?=\/?[a-z*])/gi

/** The longest name that is put into a quote; what a tag says of itself is read up to a length. */
const MAX_AUTHOR = 200

/** The blocks of a text, and apart from them its notes, which always stand at the end. */
function partsOf(source: string, format: Format): { blocks: Node[]; notes: Node | undefined } {
  const { children } = parse(source, format)
  const last = children[children.length - 1]
  return last?.type === 'footnotes'
    ? { blocks: children.slice(0, -1), notes: last }
    : { blocks: children, notes: undefined }
}

/** Whether a block is read back as one quote of that post which holds what the text alone would be. */
function isWhole(block: string, text: string, quoted: QuotedPost, format: Format): boolean {
  if (block.length > MAX_SOURCE) return false
  const { blocks, notes } = partsOf(block, format)
  const [quote, ...others] = blocks
  if (quote?.type !== 'quote' || others.length > 0) return false
  const { post } = quote.reference ?? {}
  if (post?.thread !== quoted.thread || post.number !== quoted.number) return false
  return JSON.stringify({ blocks: quote.children, notes }) === JSON.stringify(partsOf(text, format))
}

/** The text with tags that would end the block taken literally; line by line in Markdown, whole in BBCode. */
function literal(text: string, format: Format): string {
  if (format === 'markdown') return text.replace(BLOCK_TAG, '\\[$1')
  return text.replace(ANY_TAG, '[plain][[/plain]')
}

/**
 * The block that a "Quote" button puts into the composer: `[quote="Maren Oduya, post: 7/27, revision: 2"]`, the text and
 * `[/quote]`, each on lines of its own, in both formats. A text that would read differently inside the block, as one with a
 * closing tag too many, has its tags made literal.
 */
export function quoteSource(quoted: QuotedPost, format: Format): string {
  const author = quoted.author
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('"', '”')
    .trim()
    .slice(0, MAX_AUTHOR)
  const opening = `[quote="${author}, post: ${quoted.thread}/${quoted.number}, revision: ${quoted.revision}"]`
  const text = quoted.text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
  const block = `${opening}\n${text}\n[/quote]\n`
  return isWhole(block, text, quoted, format) ? block : `${opening}\n${literal(text, format)}\n[/quote]\n`
}
