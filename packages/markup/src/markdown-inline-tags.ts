import type { StateInline } from 'markdown-it'
import { rawTag } from './bbcode-raw.ts'
import { type Tag, TagScanner } from './bbcode-scan.ts'
import { containerTag } from './bbcode-tags.ts'
import type { Node } from './tree.ts'

type Container = Extract<Node, { children: Node[] }>

/** Raw tags that Markdown reads at the start of a line, or not at all. */
const NOT_INLINE = new Set(['php', 'html', 'sql', 'xml', 'pre', 'attach', 'attachment'])
const LINKS = new Set<Node['type']>(['link', 'media', 'mention'])
const scanners = new WeakMap<StateInline, TagScanner>()

function scannerOf(state: StateInline): TagScanner {
  let scanner = scanners.get(state)
  if (!scanner) {
    scanner = new TagScanner(state.src)
    scanners.set(state, scanner)
  }
  return scanner
}

/** `[code]` inside a line is code, not a block of it. */
const inLine = (node: Node | null): Node | null => {
  if (node?.type !== 'codeBlock') return node
  const isPlain = node.language === '' && node.caption === '' && node.text !== '' && !node.text.includes('\n')
  return isPlain ? { type: 'code', text: node.text } : null
}

/** The node of a tag whose content is taken as it stands, and where it ends. */
function rawNode(state: StateInline, tag: Tag): { node: Node; end: number } | null {
  const read = tag.closing || NOT_INLINE.has(tag.name) ? undefined : rawTag(tag)
  const closing = read ? scannerOf(state).closingOf(tag.name, tag.end) : -1
  const end = closing + tag.name.length + 3
  if (!read || closing < 0 || end > state.posMax) return null
  const node = inLine(read(state.src.slice(tag.end, closing), tag, state.src.slice(tag.start, end)))
  return node === null || (state.linkLevel > 0 && LINKS.has(node.type)) ? null : { node, end }
}

/** In Markdown a spoiler inside a line hides words; one on lines of its own is a block. */
const isSpoiler = (tag: Tag): boolean => tag.name === 'spoiler' && tag.attributes === ''

/** Inline rule: a tag of BBCode inside a line. Whether it has a partner is found out when the tree is built. */
export function inlineTag(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (silent || src.charCodeAt(pos) !== 91) return false
  const tag = scannerOf(state).tagAt(pos)
  if (!tag || tag.end > state.posMax) return false
  const raw = rawNode(state, tag)
  if (raw) {
    const token = state.push('tag_node', '', 0)
    token.content = src.slice(pos, raw.end)
    token.meta = { node: raw.node }
    state.pos = raw.end
    return true
  }
  const container = containerTag(tag.name)
  if (!container || (container.block && !isSpoiler(tag))) return false
  const token = state.push('tag', '', 0)
  token.content = src.slice(tag.start, tag.end)
  token.meta = { tag }
  state.pos = tag.end
  return true
}

/** The node of an opening tag inside a line, or null where it is not understood. */
export function inlineContainer(tag: Tag): Container | null {
  if (isSpoiler(tag)) return { type: 'format', format: 'spoiler', block: false, children: [] }
  return containerTag(tag.name)?.make(tag) ?? null
}

/** Whether a link was made of an address that stood in the text. */
const isBare = ({ href, children: [only, ...others] }: Extract<Node, { type: 'link' }>): boolean =>
  others.length === 0 &&
  only?.type === 'text' &&
  (href === only.text || href === `http://${only.text}` || href === `mailto:${only.text}`)

/** The content of a link, with the bare addresses in it as text; null where another link stands in it. */
export function withoutBareLinks(nodes: readonly Node[]): Node[] | null {
  const out: Node[] = []
  for (const node of nodes) {
    if (node.type === 'media' || (node.type === 'link' && !isBare(node))) return null
    if (node.type === 'link') out.push(...node.children)
    else {
      const children = 'children' in node ? withoutBareLinks(node.children) : null
      if (children === null && 'children' in node) return null
      out.push(children === null ? node : ({ ...node, children } as Node))
    }
  }
  return out
}
