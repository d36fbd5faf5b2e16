import MarkdownIt, { type Token } from 'markdown-it'
import type { ParseNotes } from './markdown-blocks.ts'
import { InlineTree } from './markdown-inline-tree.ts'
import { quoteReference, spoilerTitle } from './quotes.ts'
import { pushRun } from './scan.ts'
import { type Alignment, isBlock, type List, type ListItem, type Node } from './tree.ts'

/** What the tokens of one source become, beside the text itself. */
export interface TreeContext extends ParseNotes {
  /** Every address is kept and nothing is read into text: for the conformance tests. */
  plain: boolean
  /** Definitions by label, as the parser keeps them; missing where there are none. */
  references?: Record<string, unknown>
  /** How many characters reference definitions may still add, so that a long one called often cannot flood a page. */
  budget: number
}

const { unescapeAll } = new MarkdownIt('zero').utils
const LANGUAGE = /^[\p{L}\p{N}_+#.-]{1,40}$/u

type Parent = Node[]
type Container = Extract<Node, { children: Node[] }>

/** Tokens of a whole source → the blocks of the tree, notes last. */
export function blockNodes(tokens: readonly Token[], context: TreeContext): Node[] {
  const root: Parent = []
  const parents: Parent[] = []
  const notes: Node[] = []
  const definitions = context.references && !context.plain ? new Definitions(tokens) : null
  let current = root
  for (const token of tokens) {
    if (token.type === 'reference_definition') definitions?.put(token, current)
    else if (token.nesting === 0) leaf(token, current, context)
    else if (token.hidden) {
      if (token.nesting === 1 && current.length > 0) separate(current)
    } else if (token.tag === 'thead' || token.tag === 'tbody') continue
    else if (token.nesting === 1) {
      const node = container(token, context)
      ;(node.type === 'footnote' ? notes : current).push(node)
      parents.push(current)
      current = node.children
    } else {
      current = parents.pop() ?? root
      if (!context.plain) settle(token, current[current.length - 1])
    }
  }
  return withNotes(root, notes, context)
}

/** In a tight item text may follow text; a line stands between. */
function separate(current: Parent): void {
  if (!isBlock(current[current.length - 1] as Node)) current.push({ type: 'break', soft: true })
}

function container(token: Token, context: TreeContext): Container {
  switch (token.type) {
    case 'heading_open':
      return { type: 'heading', level: token.tag.charCodeAt(1) - 48, children: [] }
    case 'blockquote_open':
      return { type: 'quote', reference: null, children: [] }
    case 'tagged_quote_open':
      return { type: 'quote', reference: quoteReference(token.info) ?? null, children: [] }
    case 'tagged_spoiler_open':
      return { type: 'spoiler', title: spoilerTitle(token.info), children: [] }
    case 'bullet_list_open':
      return { type: 'list', ordered: false, start: 1, numbering: '1', children: [] }
    case 'ordered_list_open': {
      const start = Number(token.attrGet('start') ?? 1)
      return { type: 'list', ordered: true, start, numbering: '1', children: [] }
    }
    case 'list_item_open': {
      const number = token.info === '' || context.plain ? null : Number(token.info)
      return { type: 'listItem', checked: null, number, children: [] }
    }
    case 'table_open':
      return { type: 'table', children: [] }
    case 'tr_open':
      return { type: 'tableRow', children: [] }
    case 'th_open':
      return { type: 'tableCell', header: true, align: alignOf(token), columns: 1, rows: 1, children: [] }
    case 'td_open':
      return { type: 'tableCell', header: false, align: alignOf(token), columns: 1, rows: 1, children: [] }
    case 'note_open':
      return { type: 'footnote', number: noteNumber(token.info, context), called: true, children: [] }
    default:
      return { type: 'paragraph', children: [] }
  }
}

function alignOf(token: Token): Alignment | null {
  const style = token.attrs === null ? null : token.attrGet('style')
  return style === null ? null : (String(style).slice('text-align:'.length) as Alignment)
}

const noteNumber = (label: string, context: TreeContext): number => context.notes.get(label)?.number ?? 0

/** Notes in the order of their calls, then those that nothing calls. */
function withNotes(root: Node[], notes: Node[], context: TreeContext): Node[] {
  if (notes.length === 0) return root
  let uncalled = context.called
  for (const note of notes) {
    if (note.type !== 'footnote' || note.number > 0) continue
    note.number = ++uncalled
    note.called = false
  }
  notes.sort((one, other) => (one as { number: number }).number - (other as { number: number }).number)
  root.push({ type: 'footnotes', children: notes })
  return root
}

function leaf(token: Token, current: Parent, context: TreeContext): void {
  switch (token.type) {
    case 'inline':
      if (token.children !== null) new InlineTree(current, context).build(token.children)
      break
    case 'fence': {
      const info = token.info === '' ? '' : unescapeAll(token.info).trim()
      const space = info.search(/\s/)
      const first = space < 0 ? info : info.slice(0, space)
      const known = LANGUAGE.test(first)
      const caption = known ? (space < 0 ? '' : info.slice(space).trim()) : info
      current.push({ type: 'codeBlock', language: known ? first : '', caption, text: token.content })
      break
    }
    case 'code_block':
      current.push({ type: 'codeBlock', language: '', caption: '', text: token.content })
      break
    case 'hr':
      current.push({ type: 'rule' })
      break
    case 'tag_node':
      current.push(token.meta?.['node'] as Node)
      break
    case 'html_block':
      current.push({ type: 'raw', block: true, text: token.content })
  }
}

/** Definitions of addresses: one that some link calls is no text; any other stays visible as it was typed. */
class Definitions {
  /** Labels that links or images call and that have not been defined so far. */
  private readonly awaited = new Set<unknown>()

  constructor(tokens: readonly Token[]) {
    for (const { children } of tokens)
      for (const token of children ?? []) if (token.meta?.['label']) this.awaited.add(token.meta['label'])
  }

  put(token: Token, current: Parent): void {
    if (this.awaited.delete(token.meta?.['label'])) return
    const children: Node[] = []
    for (const [index, line] of token.content.split('\n').entries()) {
      if (index > 0) children.push({ type: 'break', soft: true })
      pushRun(children, line.trim())
    }
    current.push({ type: 'paragraph', children })
  }
}

/** What can only be said of a node once its children are complete. */
function settle(token: Token, node: Node | undefined): void {
  if (node?.type === 'listItem') readTask(node)
  else if (token.type === 'ordered_list_close' && node?.type === 'list') readNumbers(node)
}

/** Keeps the numbers that were typed where they leap ahead of counting: `3.` after `1.`, but not `1.` after `1.` */
function readNumbers(list: List): void {
  let expected = list.start
  for (const item of list.children) {
    if (item.type !== 'listItem' || item.number === null) continue
    if (item.number > expected) expected = item.number
    else item.number = null
    expected++
  }
}

const TASK = /^\[([ xX])\](?:[ \t\u00a0]|$)/

/** Reads `[ ]` and `[x]` at the start of a list item. */
function readTask(item: ListItem): void {
  const first = item.children[0]
  const text = first?.type === 'paragraph' ? first.children[0] : first
  const match = text?.type === 'text' ? TASK.exec(text.text) : null
  if (!match || text?.type !== 'text') return
  item.checked = match[1] !== ' '
  text.text = text.text.slice(match[0].length)
}
