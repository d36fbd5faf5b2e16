import MarkdownIt, { type Token } from 'markdown-it'
import { safeAddress } from './addresses.ts'
import { MAX_DEPTH } from './limits.ts'
import type { ParseNotes } from './markdown-blocks.ts'
import { quoteReference, spoilerTitle } from './quotes.ts'
import { pushBareHosts, pushText } from './scan.ts'
import { type Alignment, type FormatName, isBlock, type ListItem, type Node } from './tree.ts'

/** What the tokens of one source become, beside the text itself. */
export interface TreeContext extends ParseNotes {
  /** Every address is kept and nothing is read into text: for the conformance tests. */
  plain: boolean
  /** How many characters reference definitions may still add, so that a long one called often cannot flood a page. */
  budget: number
}

const { unescapeAll } = new MarkdownIt('zero').utils
const LANGUAGE = /^[\p{L}\p{N}_+#.-]{1,40}$/u
const FORMATS: Record<string, FormatName> = { strong: 'strong', em: 'emphasis', s: 'strike' }

type Parent = Node[]
type Container = Extract<Node, { children: Node[] }>

/** Tokens of a whole source → the blocks of the tree, notes last. */
export function blockNodes(tokens: readonly Token[], context: TreeContext): Node[] {
  const root: Parent = []
  const parents: Parent[] = []
  const notes: Node[] = []
  let current = root
  for (const token of tokens) {
    if (token.nesting === 0) leaf(token, current, context)
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
      if (token.tag === 'li' && !context.plain) readTask(current[current.length - 1] as ListItem)
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
      return { type: 'quote', reference: quoteReference(token.info), children: [] }
    case 'tagged_spoiler_open':
      return { type: 'spoiler', title: spoilerTitle(token.info), children: [] }
    case 'bullet_list_open':
      return { type: 'list', ordered: false, start: 1, children: [] }
    case 'ordered_list_open':
      return { type: 'list', ordered: true, start: Number(token.attrGet('start') ?? 1), children: [] }
    case 'list_item_open':
      return { type: 'listItem', checked: null, children: [] }
    case 'table_open':
      return { type: 'table', children: [] }
    case 'tr_open':
      return { type: 'tableRow', children: [] }
    case 'th_open':
      return { type: 'tableCell', header: true, align: alignOf(token), children: [] }
    case 'td_open':
      return { type: 'tableCell', header: false, align: alignOf(token), children: [] }
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
      if (token.children !== null) inlineNodes(token.children, current, context)
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
    case 'html_block':
      current.push({ type: 'raw', block: true, text: token.content })
  }
}

/** Where the inline walk stands: formats and links that are open, and those that had to stay text. */
interface Open {
  parent: Parent
  /** What to print at the end of one that stays text; null where a node was made. */
  closing: string | null
}

function inlineNodes(tokens: readonly Token[], target: Parent, context: TreeContext): void {
  const open: Open[] = []
  let current = target
  let links = 0
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    const type = token.type
    if (type === 'text') {
      if (links > 0 || context.plain) pushText(current, token.content)
      else pushBareHosts(current, token.content)
    } else if (token.nesting === 1) {
      const node = openInline(token, context, open.length)
      if (type === 'link_open') links++
      if (typeof node === 'string') {
        pushText(current, node)
        open.push({ parent: current, closing: closingText(token) })
      } else {
        current.push(node)
        open.push({ parent: current, closing: null })
        current = node.children
      }
    } else if (token.nesting === -1) {
      if (type === 'link_close') links--
      const last = open.pop() as Open
      current = last.parent
      if (last.closing !== null) pushText(current, last.closing)
    } else inlineLeaf(token, current, context)
  }
}

function openInline(token: Token, context: TreeContext, depth: number): Container | string {
  if (token.type !== 'link_open') {
    const format = FORMATS[token.tag]
    if (depth >= MAX_DEPTH || !format) return token.markup
    return { type: 'format', format, block: false, children: [] }
  }
  const written = String(token.attrGet('href') ?? '')
  const title = String(token.attrGet('title') ?? '')
  if (context.plain) return { type: 'link', href: written, title, children: [] }
  if (token.meta?.['label']) context.budget -= written.length + title.length
  const href = context.budget < 0 ? null : safeAddress(written)
  return href === null ? '[' : { type: 'link', href, title, children: [] }
}

/** What stood behind something that stays text; an address is repeated only where it was typed there. */
function closingText(token: Token): string {
  if (token.type !== 'link_open') return token.markup
  if (token.meta?.['label']) return ']'
  const title = token.attrGet('title')
  return `](${token.attrGet('href') ?? ''}${title === null ? '' : ` "${title}"`})`
}

function inlineLeaf(token: Token, current: Parent, context: TreeContext): void {
  switch (token.type) {
    case 'text_special':
      pushText(current, token.content)
      break
    case 'softbreak':
      current.push({ type: 'break', soft: true })
      break
    case 'hardbreak':
      current.push({ type: 'break', soft: false })
      break
    case 'code_inline':
      current.push({ type: 'code', text: token.content })
      break
    case 'mention':
      current.push({ type: 'mention', name: token.info, written: token.content, member: null })
      break
    case 'note_call':
      current.push({ type: 'footnoteCall', number: token.level, first: token.hidden })
      break
    case 'html_inline':
      current.push({ type: 'raw', block: false, text: token.content })
      break
    case 'image':
      imageNode(token, current, context)
  }
}

function imageNode(token: Token, current: Parent, context: TreeContext): void {
  const written = String(token.attrGet('src') ?? '')
  const title = String(token.attrGet('title') ?? '')
  const alt = descriptionOf(token.children ?? [])
  const reference = Boolean(token.meta?.['label'])
  if (reference) context.budget -= written.length + title.length
  const src = context.plain ? written : context.budget < 0 ? null : safeAddress(written)
  if (src !== null) current.push({ type: 'image', src, alt, title })
  else
    pushText(current, reference ? `![${alt}]` : `![${alt}](${written}${title === '' ? '' : ` "${title}"`})`)
}

function descriptionOf(tokens: readonly Token[]): string {
  let text = ''
  for (const token of tokens) {
    if (token.type === 'image') text += descriptionOf(token.children ?? [])
    else text += token.type === 'softbreak' || token.type === 'hardbreak' ? '\n' : token.content
  }
  return text
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
