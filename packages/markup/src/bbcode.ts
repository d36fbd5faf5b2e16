import { Flow } from './bbcode-flow.ts'
import { emptyTag, RAW_NAMES, rawTag } from './bbcode-raw.ts'
import { type Tag, TagScanner } from './bbcode-scan.ts'
import { CONTAINER_NAMES, type ContainerNode, type ContainerTag, containerTag } from './bbcode-tags.ts'
import { MAX_DEPTH } from './limits.ts'
import type { Node } from './tree.ts'

/** A tag that is open. Its text already stands in the output at `index`; a node replaces it when the tag is closed. */
interface Open {
  name: string
  index: number
  block: boolean
  phrasing: boolean
  link: boolean
  /** Closed by its parent or its next sibling too. */
  implicit: boolean
  /** Null for a tag that can only stay text: too deep, out of place, or not understood. */
  node: ContainerNode | null
}

const IMPLICIT = new Set(['*', 'li', 'tr', 'td', 'th'])
const LIST_ITEMS = new Set(['*', 'li'])
const CELLS = new Set(['td', 'th'])

/** One text being read. The output is flat: what is never closed simply stays the text that it was written as. */
class Builder {
  private readonly scanner: TagScanner
  private readonly source: string
  private readonly out: Node[] = []
  private readonly open: Open[] = []
  private readonly blocks: Open[] = []
  /** How many tags of each name are open: all of them, and those inside the innermost open block. */
  private readonly blockCounts = new Map<string, number>()
  private readonly inlineCounts: Map<string, number>[] = [new Map()]
  private readonly flow = new Flow()
  private depth = 0
  private phrasings = 0
  private links = 0
  private from = 0

  constructor(source: string) {
    this.source = source
    this.scanner = new TagScanner(source)
  }

  build(): Node[] {
    const { source } = this
    for (let at = source.indexOf('['); at >= 0; at = source.indexOf('[', at)) {
      const tag = this.scanner.tagAt(at)
      at = tag ? this.tag(tag) : at + 1
    }
    this.text(source.length)
    return this.flow.blocks(this.out)
  }

  /** Puts down the source up to `end` as text. */
  private text(end: number): void {
    if (end > this.from) this.out.push({ type: 'text', text: this.source.slice(this.from, end) })
    this.from = end
  }

  /** Handles one tag and returns where to go on. What it does not understand is left for the text around it. */
  private tag(tag: Tag): number {
    if (tag.closing) {
      this.close(tag)
      return tag.end
    }
    const container = containerTag(tag.name)
    const raw = rawTag(tag)
    if (raw) {
      const end = this.raw(tag)
      if (end > 0) return end
    }
    if (container) this.begin(tag, container)
    else this.empty(tag)
    return tag.end
  }

  private raw(tag: Tag): number {
    const closing = this.scanner.closingOf(tag.name, tag.end)
    const read = closing < 0 ? undefined : rawTag(tag)
    if (!read) return 0
    const end = closing + tag.name.length + 3
    if (tag.name.startsWith('attach') && closing - tag.end > 2_000) return 0
    const content = this.source.slice(tag.end, closing)
    if (tag.name === 'attachment' && /[\n[]/.test(content)) return 0
    const node = read(content, tag, this.source.slice(tag.start, end))
    if (node === null) return 0
    this.put(tag.start, end, node)
    return end
  }

  private empty(tag: Tag): void {
    const node = emptyTag(tag, this.source.slice(tag.start, tag.end))
    if (node) this.put(tag.start, tag.end, node)
  }

  private put(start: number, end: number, node: Node): void {
    this.text(start)
    this.out.push(node)
    this.from = end
    if (node.type === 'rule' || node.type === 'codeBlock') this.leave('phrasings')
    if (node.type === 'text') this.flow.verbatim(node)
  }

  private begin(tag: Tag, container: ContainerTag): void {
    this.text(tag.start)
    if (IMPLICIT.has(tag.name)) this.endSiblings(tag.name)
    if (container.parents !== null && !container.parents.includes(this.innermostBlock())) return
    const node = this.depth < MAX_DEPTH ? container.make(tag) : null
    if (node && container.block) this.leave('phrasings')
    else if (node && container.link) this.leave('links')
    const open: Open = {
      name: tag.name,
      index: this.out.length,
      block: container.block,
      phrasing: container.phrasing && node !== null,
      link: container.link && node !== null,
      implicit: IMPLICIT.has(tag.name),
      node,
    }
    this.out.push({ type: 'text', text: this.source.slice(tag.start, tag.end) })
    this.from = tag.end
    this.open.push(open)
    this.account(open, 1)
    if (!container.block) return
    this.blocks.push(open)
    this.inlineCounts.push(new Map())
  }

  /** Keeps the totals of what is open. */
  private account(open: Open, change: 1 | -1): void {
    if (open.node) this.depth += change
    if (open.phrasing) this.phrasings += change
    if (open.link) this.links += change
    const counts = open.block
      ? this.blockCounts
      : (this.inlineCounts[this.inlineCounts.length - 1] as Map<string, number>)
    counts.set(open.name, (counts.get(open.name) ?? 0) + change)
  }

  private innermostBlock(): string {
    const last = this.blocks[this.blocks.length - 1]
    return last?.node ? last.name : ''
  }

  /** Takes the innermost open tag off; its node is made if `closing` holds the text that ends it. */
  private pop(closing: string | null): Open {
    const last = this.open.pop() as Open
    if (last.block) {
      this.blocks.pop()
      this.inlineCounts.pop()
    }
    this.account(last, -1)
    if (closing !== null && last.node) {
      const opening = (this.out[last.index] as { text: string }).text
      last.node.children = this.out.splice(last.index + 1)
      this.out[last.index] = last.node
      this.flow.made(last.node, opening, closing)
    }
    return last
  }

  private close(tag: Tag): void {
    const container = containerTag(tag.name)
    if (!container || tag.attributes !== '') return
    const counts = container.block ? this.blockCounts : this.inlineCounts[this.inlineCounts.length - 1]
    if (!counts?.get(tag.name)) return
    const written = this.source.slice(tag.start, tag.end)
    this.text(tag.start)
    while ((this.open[this.open.length - 1] as Open).name !== tag.name) this.abandon()
    if (this.pop(written).node) this.from = tag.end
  }

  /** Takes off a tag that nothing closes: it stays text, unless the end of its parent ends it. */
  private abandon(): void {
    this.pop((this.open[this.open.length - 1] as Open).implicit ? '' : null)
  }

  /** A block ends headings, links and the like that were left open, a link ends a link: they stay text. */
  private leave(kind: 'phrasings' | 'links'): void {
    while (this[kind] > 0) this.abandon()
  }

  /** Ends the item before an item, the cell before a cell, and the row before a row. */
  private endSiblings(name: string): void {
    const siblings = LIST_ITEMS.has(name) ? LIST_ITEMS : CELLS.has(name) ? CELLS : IMPLICIT
    for (
      let last = this.blocks.at(-1);
      last?.implicit && siblings.has(last.name);
      last = this.blocks.at(-1)
    ) {
      if (name === 'tr' && LIST_ITEMS.has(last.name)) return
      while (this.blocks.at(-1) === last) this.abandon()
      if (siblings !== IMPLICIT || last.name === 'tr') return
    }
  }
}

/** BBCode of any of the dialects → the blocks of the tree. What is not understood, or never closed, stays text. */
export function bbcodeNodes(source: string): Node[] {
  return new Builder(source.replace(/\r\n?/g, '\n')).build()
}

/** Every name that means something between brackets, for those who write BBCode and must not write one by chance. */
export const TAG_NAMES: readonly string[] = [...CONTAINER_NAMES, ...RAW_NAMES]
