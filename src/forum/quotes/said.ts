import { type Document, type Node, parse, walk } from '@rostra/markup'
import type { Format, PostPlace } from '../posts/model.ts'
import { isPlace } from '../posts/model.ts'

/** Of so many quote blocks of a post verdicts are found; the rest of them stand without. */
export const MOST_QUOTES = 100

/** Numbers and bullets, which stand in a text that was carried into another format. */
const BULLET = /^(?:\d{1,3}[.)]|[-–—•*·])[^\S\n]+/gm

/** A quote block that names a post of this forum. */
export interface QuoteBlock {
  /** Its place among the blocks of its text that name a post, from 0. */
  readonly position: number
  readonly source: PostPlace
  /** The wording that it says it was taken from; null where it says none. */
  readonly revision: number | null
  /** The words of whom it quotes. */
  readonly said: string
  /** The same with what is quoted within it. */
  readonly all: string
}

/** What somebody said in a text, and what there is to read in it. */
export interface SaidText {
  readonly said: string
  readonly all: string
}

/** A text → the words of its author, without markup and what the text quotes. */
export const saidInText = (source: string, format: Format): SaidText => saidBy(parse(source, format).children)

const saidBy = (nodes: readonly Node[]): SaidText => {
  const all = textOf(nodes, true)
  return { said: textOf(nodes, false), all }
}

/** The quote blocks of a text that name a post of this forum, as they stand in its HTML. */
export function quoteBlocksOf(document: Document): QuoteBlock[] {
  const blocks: QuoteBlock[] = []
  let position = 0
  walk(document, node => {
    if (node.type !== 'quote' || !node.reference?.post || position >= MOST_QUOTES) return true
    const { post, revision } = node.reference
    const source = { threadId: post.thread, number: post.number }
    if (isPlace(source)) blocks.push({ position, source, revision, ...saidBy(node.children) })
    position++
    return true
  })
  return blocks
}

/** What two sides are compared by: all there is to read where whoever is quoted only quotes. */
export const comparedText = (text: SaidText, source: SaidText): string =>
  source.said.trim() === '' ? text.all : text.said

function textOf(nodes: readonly Node[], withQuotes: boolean): string {
  const parts: string[] = []
  collect(nodes, withQuotes, parts)
  return parts
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .replace(BULLET, '')
    .trim()
}

function collect(nodes: readonly Node[], withQuotes: boolean, parts: string[]): void {
  for (const node of nodes) add(node, withQuotes, parts)
}

/** A note under a name that another one has already stays in the text where it was typed; it is a note all the same. */
const isNote = ([call, text]: readonly Node[]): boolean =>
  call?.type === 'footnoteCall' && text?.type === 'text' && text.text.startsWith(':')

/** Nodes that begin and end a line. */
const LINES = new Set<Node['type']>([
  'paragraph',
  'heading',
  'quote',
  'spoiler',
  'list',
  'codeBlock',
  'table',
])

/** Whether all of a node is somebody else's, or markup. */
function isLeftOut(node: Node, withQuotes: boolean): boolean {
  if (node.type === 'quote') return !withQuotes
  if (node.type === 'paragraph') return isNote(node.children)
  return node.type === 'footnotes' || node.type === 'footnoteCall' || node.type === 'attachment'
}

/** The words of a node by itself, without those within it. */
function ownWords(node: Node): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'raw':
      return node.text
    case 'break':
    case 'rule':
      return '\n'
    case 'mention':
      return node.name
    case 'image':
      return node.alt
    case 'media':
      return node.href
    case 'codeBlock':
      return `${node.caption}\n${node.text}`
    case 'spoiler':
      return `${node.title}\n\n`
    default:
      return ''
  }
}

function add(node: Node, withQuotes: boolean, parts: string[]): void {
  if (isLeftOut(node, withQuotes)) return
  if (LINES.has(node.type)) parts.push('\n')
  parts.push(ownWords(node))
  if ('children' in node) collect(node.children, withQuotes, parts)
  if (LINES.has(node.type)) parts.push('\n\n')
  else if (node.type === 'listItem' || node.type === 'tableRow') parts.push('\n')
  else if (node.type === 'tableCell') parts.push(' ')
}
