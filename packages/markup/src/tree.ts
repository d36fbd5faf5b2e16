import type { StyleClass } from './styles.ts'

export type Format = 'markdown' | 'bbcode'

export type Alignment = 'left' | 'center' | 'right' | 'justify'

export type Numbering = '1' | 'a' | 'A' | 'i' | 'I'

export type FormatName =
  | 'strong'
  | 'emphasis'
  | 'underline'
  | 'strike'
  | 'subscript'
  | 'superscript'
  | 'highlight'
  | 'spoiler'

/** What a quote block names. `foreign` keeps what another forum's software wrote; it leads nowhere here. */
export interface QuoteReference {
  author: string
  post: { thread: number; number: number } | null
  revision: number | null
  foreign: Record<string, string> | null
}

/** A whole text. It is plain data: `JSON.stringify` and back gives an equal tree. */
export interface Document {
  type: 'document'
  format: Format
  /** The `RENDERER_VERSION` that made the tree. */
  version: number
  children: Node[]
}

export interface Paragraph {
  type: 'paragraph'
  children: Node[]
}
export interface Heading {
  type: 'heading'
  level: number
  children: Node[]
}
/** `reference` is null for a quote that names nobody. */
export interface Quote {
  type: 'quote'
  reference: QuoteReference | null
  children: Node[]
}
export interface Spoiler {
  type: 'spoiler'
  title: string
  children: Node[]
}
/** `numbering` says how the items of an ordered list are counted: 1, a, A, i or I. */
export interface List {
  type: 'list'
  ordered: boolean
  start: number
  numbering: Numbering
  children: Node[]
}
/** `checked` is null for an item that is no task; `number` is what was typed where it leaps ahead, else null. */
export interface ListItem {
  type: 'listItem'
  checked: boolean | null
  number: number | null
  children: Node[]
}
/** `caption` holds what stood beside the language. */
export interface CodeBlock {
  type: 'codeBlock'
  language: string
  caption: string
  text: string
}
export interface Rule {
  type: 'rule'
}
export interface Table {
  type: 'table'
  children: Node[]
}
export interface TableRow {
  type: 'tableRow'
  children: Node[]
}
/** `columns` and `rows` say how many of each it covers. */
export interface TableCell {
  type: 'tableCell'
  header: boolean
  align: Alignment | null
  columns: number
  rows: number
  children: Node[]
}
export interface Aligned {
  type: 'aligned'
  align: Alignment
  children: Node[]
}
/** Text whose direction its writer chose. */
export interface Directed {
  type: 'directed'
  direction: 'ltr' | 'rtl'
  children: Node[]
}
/** `level` from 1 to 5. */
export interface Indent {
  type: 'indent'
  level: number
  children: Node[]
}
export interface Footnotes {
  type: 'footnotes'
  children: Node[]
}
/** `called` is false for a note that nothing in the text refers to. */
export interface Footnote {
  type: 'footnote'
  number: number
  called: boolean
  children: Node[]
}
export interface Text {
  type: 'text'
  text: string
}
/** HTML as typed, from the conformance parser alone. A page shows it as text. */
export interface Raw {
  type: 'raw'
  block: boolean
  text: string
}
/** `block` is true where the format spans blocks instead of words. */
export interface Formatted {
  type: 'format'
  format: FormatName
  block: boolean
  children: Node[]
}
/** Colour, size or typeface, as a class of the fixed list. */
export interface Styled {
  type: 'style'
  style: StyleClass
  block: boolean
  children: Node[]
}
export interface Code {
  type: 'code'
  text: string
}
export interface Link {
  type: 'link'
  href: string
  title: string
  children: Node[]
}
export interface Image {
  type: 'image'
  src: string
  alt: string
  title: string
}
/** A video or a post elsewhere, by its canonical address. */
export interface Media {
  type: 'media'
  provider: string
  href: string
}
/**
 * A file by the number that a forum gave it; `label` is the tag as typed. `full` stands where the tag asks for all of a
 * picture, `alt` where it says what the picture shows.
 */
export interface Attachment {
  type: 'attachment'
  id: string
  label: string
  full?: boolean
  alt?: string
}
/** `written` is the mention as typed, `@` and quotation marks included; `member` the number a foreign tag names. */
export interface Mention {
  type: 'mention'
  name: string
  written: string
  member: string | null
}
export interface Anchor {
  type: 'anchor'
  name: string
  children: Node[]
}
/** A line break that the writer typed as a mere new line (`soft`) or asked for. */
export interface Break {
  type: 'break'
  soft: boolean
}
/** `first` marks the call that the note leads back to. */
export interface FootnoteCall {
  type: 'footnoteCall'
  number: number
  first: boolean
}

export type Node =
  | Paragraph
  | Heading
  | Quote
  | Spoiler
  | List
  | ListItem
  | CodeBlock
  | Rule
  | Table
  | TableRow
  | TableCell
  | Aligned
  | Directed
  | Indent
  | Footnotes
  | Footnote
  | Text
  | Raw
  | Formatted
  | Styled
  | Code
  | Link
  | Image
  | Media
  | Attachment
  | Mention
  | Anchor
  | Break
  | FootnoteCall

const BLOCKS = new Set<Node['type']>([
  'paragraph',
  'heading',
  'quote',
  'spoiler',
  'list',
  'listItem',
  'codeBlock',
  'rule',
  'table',
  'tableRow',
  'tableCell',
  'aligned',
  'directed',
  'indent',
  'footnotes',
  'footnote',
])

/** Whether a node stands on lines of its own. */
export function isBlock(node: Node): boolean {
  if (node.type === 'format' || node.type === 'style' || node.type === 'raw') return node.block
  return BLOCKS.has(node.type)
}

/**
 * Calls `visit` for every node, parents first, in the order of the text; the children of a node for which `visit`
 * returns false are left out.
 */
export function walk(tree: Document | Node, visit: (node: Node) => boolean | undefined): void {
  if (!('children' in tree)) return
  for (const child of tree.children) if (visit(child) !== false) walk(child, visit)
}
