import type { ContainerNode } from './bbcode-tags.ts'
import { pushRun, pushText } from './scan.ts'
import { isBlock, type Node } from './tree.ts'

const BLANK_LINE = /\n[ \t]*\n/
const PARTS = new Set<Node['type']>(['listItem', 'tableRow', 'tableCell'])

/** Whether a node is an empty stretch of text between blocks. */
const isSpace = (node: Node): boolean => node.type === 'text' && node.text.trim() === ''

/** Turns what stands between tags into paragraphs and lines, once the tags are in pairs. */
export class Flow {
  /** Nodes with a block somewhere inside, or with an empty line. */
  private readonly withBlock = new WeakSet<Node>()
  private readonly withGap = new WeakSet<Node>()
  /** Text in which nothing is read: the content of `[plain]`. */
  private readonly asTyped = new WeakSet<Node>()
  /** How parts of lists and tables were written, for those whose list or table is none. */
  private readonly written = new WeakMap<Node, { opening: string; closing: string }>()
  private links = 0

  verbatim(node: Node): void {
    this.asTyped.add(node)
  }

  /** Tells of a node whose children are complete. */
  made(node: ContainerNode, opening: string, closing: string): void {
    if (PARTS.has(node.type)) this.written.set(node, { opening, closing })
    for (const child of node.children) {
      if (isBlock(child) || this.withBlock.has(child)) this.withBlock.add(node)
      if (this.withGap.has(child) || (child.type === 'text' && BLANK_LINE.test(child.text)))
        this.withGap.add(node)
    }
  }

  /** The content of anything that holds blocks → blocks. */
  blocks(raw: readonly Node[]): Node[] {
    const nodes = this.settled(raw)
    const out: Node[] = []
    let line: Node[] = []
    const flush = () => {
      const children = trimmedLine(line)
      if (children.length > 0) out.push({ type: 'paragraph', children })
      line = []
    }
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index] as Node
      if (node.type === 'text' && !this.asTyped.has(node)) {
        const parts = node.text.split(/\n[ \t]*(?:\n[ \t]*)+/)
        parts.forEach((part, number) => {
          if (number > 0) flush()
          this.lines(part, line)
        })
      } else if (isBlock(node) || this.spans(node, line, nodes[index + 1])) {
        flush()
        out.push(this.block(node))
      } else this.inline(node, line)
    }
    flush()
    return out
  }

  /** Joins texts that tags cut apart, and gives back as text the parts of lists and tables that belong to none. */
  private settled(raw: readonly Node[]): Node[] {
    const out: Node[] = []
    for (const node of raw) this.settle(node, out)
    return out
  }

  private settle(node: Node, out: Node[]): void {
    if (node.type === 'text' && !this.asTyped.has(node)) {
      const last = out[out.length - 1]
      if (last?.type === 'text' && !this.asTyped.has(last)) last.text += node.text
      else out.push(node)
      return
    }
    const written = PARTS.has(node.type) ? this.written.get(node) : undefined
    if (!written || !('children' in node)) {
      out.push(node)
      return
    }
    this.settle({ type: 'text', text: written.opening }, out)
    for (const child of node.children) this.settle(child, out)
    if (written.closing) this.settle({ type: 'text', text: written.closing }, out)
  }

  /** Whether a format spans blocks: it holds one, or it holds an empty line and fills its paragraphs. */
  private spans(node: Node, line: readonly Node[], next: Node | undefined): boolean {
    if (node.type !== 'format' && node.type !== 'style') return false
    if (this.withBlock.has(node)) return true
    if (!this.withGap.has(node) || (line.length > 0 && line[line.length - 1]?.type !== 'break')) return false
    return next === undefined || isBlock(next) || (next.type === 'text' && /^[ \t]*(?:\n|$)/.test(next.text))
  }

  private block(node: Node): Node {
    if (!('children' in node)) return node
    if (node.type === 'format' || node.type === 'style') node.block = true
    if (node.type === 'heading') node.children = this.inlines(node.children)
    else if (node.type === 'list') node.children = this.parts(node.children, 'listItem')
    else if (node.type === 'table') node.children = this.parts(node.children, 'tableRow')
    else if (node.type === 'tableRow') node.children = this.parts(node.children, 'tableCell')
    else node.children = this.blocks(node.children)
    return node
  }

  /** The parts of a list, a table or a row; anything else between them becomes a part itself. */
  private parts(children: readonly Node[], type: 'listItem' | 'tableRow' | 'tableCell'): Node[] {
    const out: Node[] = []
    let stray: Node[] = []
    const flush = () => {
      if (stray.some(node => !isSpace(node))) out.push(this.part(partOf(type, stray)))
      stray = []
    }
    for (const child of children) {
      if (child.type === type) {
        flush()
        out.push(this.part(child))
      } else stray.push(child)
    }
    flush()
    return out
  }

  private part(node: Node): Node {
    if (node.type === 'tableRow') return this.block(node)
    if (node.type !== 'listItem' && node.type !== 'tableCell') return node
    const blocks = this.blocks(node.children)
    const [first, ...rest] = blocks
    const isTight = first?.type === 'paragraph' && rest.every(other => other.type === 'list')
    node.children = isTight ? [...first.children, ...rest] : blocks
    return node
  }

  /** The content of anything that holds no blocks. */
  private inlines(raw: readonly Node[]): Node[] {
    const out: Node[] = []
    for (const node of this.settled(raw)) {
      if (node.type === 'text' && !this.asTyped.has(node)) this.lines(node.text, out)
      else this.inline(node, out)
    }
    return out
  }

  private inline(node: Node, out: Node[]): void {
    if (node.type === 'text') {
      const lines = node.text.split('\n')
      lines.forEach((line, number) => {
        if (number > 0) out.push({ type: 'break', soft: true })
        pushText(out, line)
      })
      return
    }
    out.push(node)
    if (!('children' in node) || node.children.length === 0) return
    const isLink = node.type === 'link'
    if (isLink) this.links++
    node.children = this.inlines(node.children)
    if (isLink) this.links--
  }

  private lines(text: string, out: Node[]): void {
    const lines = text.split('\n')
    for (let index = 0; index < lines.length; index++) {
      if (index > 0) out.push({ type: 'break', soft: true })
      if (this.links > 0) pushText(out, lines[index] as string)
      else pushRun(out, lines[index] as string)
    }
  }
}

function partOf(type: 'listItem' | 'tableRow' | 'tableCell', children: Node[]): Node {
  if (type === 'listItem') return { type, checked: null, number: null, children }
  return type === 'tableRow'
    ? { type, children }
    : { type, header: false, align: null, columns: 1, rows: 1, children }
}

/** A line of inline nodes without the breaks and spaces around it. */
function trimmedLine(line: Node[]): Node[] {
  let first = 0
  let last = line.length
  const isEmpty = (node: Node): boolean => node.type === 'break' || isSpace(node)
  while (first < last && isEmpty(line[first] as Node)) first++
  while (last > first && isEmpty(line[last - 1] as Node)) last--
  const children = line.slice(first, last)
  const opening = children[0]
  if (opening?.type === 'text') opening.text = opening.text.trimStart()
  const closing = children[children.length - 1]
  if (closing?.type === 'text') closing.text = closing.text.trimEnd()
  return children
}
