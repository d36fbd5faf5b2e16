import type { Token } from 'markdown-it'
import { attachmentNumber, safeAddress } from './addresses.ts'
import type { Tag } from './bbcode-scan.ts'
import { MAX_DEPTH } from './limits.ts'
import { inlineContainer, withoutBareLinks } from './markdown-inline-tags.ts'
import type { TreeContext } from './markdown-tree.ts'
import { pushBareHosts, pushText } from './scan.ts'
import type { FormatName, Node } from './tree.ts'

type Parent = Node[]
type Container = Extract<Node, { children: Node[] }>

/** A tag of BBCode that is open. What was typed holds its place in the parent until it is closed, or stays. */
interface OpenTag {
  name: string
  index: number
  node: Container
}

/** A format or link of Markdown that is open. */
interface Level {
  parent: Parent
  /** What to print at the end of one that stays text; null where a node was made. */
  closing: string | null
  tags: OpenTag[]
}

const FORMATS: Record<string, FormatName> = { strong: 'strong', em: 'emphasis', s: 'strike' }

/** The tokens of one stretch of text → its nodes. */
export class InlineTree {
  private current: Parent
  private tags: OpenTag[] = []
  private readonly levels: Level[] = []
  private readonly context: TreeContext
  private depth = 0
  private links = 0

  constructor(target: Parent, context: TreeContext) {
    this.current = target
    this.context = context
  }

  build(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (token.type === 'text') this.text(token.content)
      else if (token.nesting === 1) this.open(token)
      else if (token.nesting === -1) this.close(token)
      else this.leaf(token)
    }
    this.abandon(0)
  }

  private text(text: string): void {
    if (this.links > 0 || this.context.plain) pushText(this.current, text)
    else pushBareHosts(this.current, text)
  }

  private open(token: Token): void {
    const made = this.container(token)
    if (token.type === 'link_open') this.links++
    const isText = typeof made === 'string'
    this.levels.push({ parent: this.current, closing: isText ? closingText(token) : null, tags: this.tags })
    if (isText) {
      pushText(this.current, made)
      return
    }
    this.tags = []
    this.depth++
    this.current.push(made)
    this.current = made.children
  }

  private close(token: Token): void {
    if (token.type === 'link_close') this.links--
    const level = this.levels.pop() as Level
    if (level.closing === null) {
      this.abandon(0)
      this.depth--
      this.tags = level.tags
      this.current = level.parent
    } else pushText(this.current, level.closing)
  }

  private container(token: Token): Container | string {
    if (token.type !== 'link_open') {
      const format = FORMATS[token.tag]
      if (this.depth >= MAX_DEPTH || !format) return token.markup
      return { type: 'format', format, block: false, children: [] }
    }
    const written = String(token.attrGet('href') ?? '')
    const title = String(token.attrGet('title') ?? '')
    const { context } = this
    if (context.plain) return { type: 'link', href: written, title, children: [] }
    if (token.meta?.['label']) context.budget -= written.length + title.length
    const href = context.budget < 0 ? null : followed(written)
    return href === null ? '[' : { type: 'link', href, title, children: [] }
  }

  /** Tags from the given one on have no partner: they stay as typed. */
  private abandon(from: number): void {
    for (const tag of this.tags.splice(from)) {
      this.depth--
      this.keep(tag)
    }
  }

  /** Makes the place of a tag the text that was typed there. */
  private keep(tag: OpenTag): void {
    const written = this.current[tag.index]
    if (written?.type === 'raw') this.current[tag.index] = { type: 'text', text: written.text }
  }

  private tag(written: string, tag: Tag): void {
    if (tag.closing) {
      const at = this.tags.findLastIndex(open => open.name === tag.name)
      const open = this.tags[at]
      if (open) this.closeTag(open, at, written)
      else pushText(this.current, written)
      return
    }
    const node = this.depth < MAX_DEPTH ? inlineContainer(tag) : null
    if (node) {
      this.depth++
      this.tags.push({ name: tag.name, index: this.current.length, node })
      this.current.push({ type: 'raw', block: false, text: written })
    } else pushText(this.current, written)
  }

  private closeTag(open: OpenTag, at: number, written: string): void {
    this.abandon(at + 1)
    this.tags.pop()
    this.depth--
    const content = this.current.slice(open.index + 1)
    const children = open.node.type === 'link' ? withoutBareLinks(content) : content
    if (children) {
      open.node.children = children
      this.current.length = open.index
      this.current.push(open.node)
    } else {
      this.keep(open)
      pushText(this.current, written)
    }
  }

  private leaf(token: Token): void {
    switch (token.type) {
      case 'text_special':
        pushText(this.current, token.content)
        break
      case 'softbreak':
      case 'hardbreak':
        this.current.push({ type: 'break', soft: token.type === 'softbreak' })
        break
      case 'code_inline':
        this.current.push({ type: 'code', text: token.content })
        break
      case 'mention':
        this.current.push({ type: 'mention', name: token.info, written: token.content, member: null })
        break
      case 'note_call':
        this.current.push({ type: 'footnoteCall', number: token.level, first: token.hidden })
        break
      case 'html_inline':
        this.current.push({ type: 'raw', block: false, text: token.content })
        break
      case 'tag':
        this.tag(token.content, token.meta?.['tag'] as Tag)
        break
      case 'tag_node':
        this.node(token.meta?.['node'] as Node)
        break
      case 'image':
        this.image(token)
    }
  }

  private node(node: Node): void {
    if (node.type !== 'text') this.current.push(node)
    else
      for (const [index, line] of node.text.split('\n').entries()) {
        if (index > 0) this.current.push({ type: 'break', soft: true })
        pushText(this.current, line)
      }
  }

  private image(token: Token): void {
    const { context } = this
    const written = String(token.attrGet('src') ?? '')
    const title = String(token.attrGet('title') ?? '')
    const alt = descriptionOf(token.children ?? [])
    const reference = Boolean(token.meta?.['label'])
    if (reference) context.budget -= written.length + title.length
    const src = context.plain ? written : context.budget < 0 ? null : followed(written)
    if (src !== null)
      this.current.push({ type: 'image', src, alt: context.plain ? alt : alt.replace(SIZE, ''), title })
    else pushText(this.current, reference ? `![${alt}]` : `![${alt}](${written}${quotedTitle(title)})`)
  }
}

/** `name|690x400`, `name|690x400, 50%`: the size that Discourse writes into a description. */
const SIZE = /\|\d{1,5}x\d{1,5}(?:,\s*\d{1,3}%)?$/

/** What a link leads to or an image is taken from: an address, or a file of the forum as it was named. */
const followed = (written: string): string | null =>
  attachmentNumber(written) === null ? safeAddress(written) : written

const quotedTitle = (title: string): string => (title === '' ? '' : ` "${title}"`)

/** What stood behind something that stays text; an address is repeated only where it was typed there. */
function closingText(token: Token): string {
  if (token.type !== 'link_open') return token.markup
  if (token.meta?.['label']) return ']'
  return `](${token.attrGet('href') ?? ''}${quotedTitle(String(token.attrGet('title') ?? ''))})`
}

function descriptionOf(tokens: readonly Token[]): string {
  let text = ''
  for (const token of tokens) {
    if (token.type === 'image') text += descriptionOf(token.children ?? [])
    else text += token.type === 'softbreak' || token.type === 'hardbreak' ? '\n' : token.content
  }
  return text
}
