import { safeAddress } from './addresses.ts'
import { optionOf, type Tag } from './bbcode-scan.ts'
import { quoteReference, spoilerTitle } from './quotes.ts'
import { colourClass, fontClass, type StyleClass, sizeClass } from './styles.ts'
import type { Alignment, FormatName, Node } from './tree.ts'

export type ContainerNode = Extract<Node, { children: Node[] }>

/** A tag whose content is parsed. `make` gives its node, or null for attributes it does not understand. */
export interface ContainerTag {
  /** Stands on lines of its own; a tag inside the text cannot reach across it. */
  block: boolean
  /** Holds no blocks. */
  phrasing: boolean
  /** A link, which holds no other. */
  link: boolean
  /** Only understood directly inside one of these. */
  parents: readonly string[] | null
  make: (tag: Tag) => ContainerNode | null
}

const inline = (make: ContainerTag['make'], phrasing = false, isLink = false): ContainerTag => ({
  block: false,
  phrasing,
  link: isLink,
  parents: null,
  make,
})

const block = (make: ContainerTag['make'], parents: readonly string[] | null = null): ContainerTag => ({
  block: true,
  phrasing: false,
  link: false,
  parents,
  make,
})

const format = (name: FormatName, phrasing = false): ContainerTag =>
  inline(() => ({ type: 'format', format: name, block: false, children: [] }), phrasing)

const styled = (read: (option: string) => StyleClass | null): ContainerTag =>
  inline(tag => {
    const style = read(optionOf(tag.attributes))
    return style === null ? null : { type: 'style', style, block: false, children: [] }
  })

const aligned = (align: Alignment): ContainerTag => block(() => ({ type: 'aligned', align, children: [] }))

const ALIGNMENTS: readonly string[] = ['left', 'center', 'right', 'justify']

function anyAlignment(tag: Tag): ContainerNode | null {
  const align = optionOf(tag.attributes).toLowerCase()
  return ALIGNMENTS.includes(align) ? { type: 'aligned', align: align as Alignment, children: [] } : null
}

function indent(tag: Tag): ContainerNode | null {
  const option = optionOf(tag.attributes)
  if (!/^\d{0,4}$/.test(option)) return null
  const amount = Number(option || 1)
  return {
    type: 'indent',
    level: Math.min(5, Math.max(1, amount > 5 ? Math.round(amount / 20) : amount)),
    children: [],
  }
}

const heading = (level: number): ContainerTag => ({
  ...block(() => ({ type: 'heading', level, children: [] })),
  phrasing: true,
})

function numberedHeading(tag: Tag): ContainerNode | null {
  const option = optionOf(tag.attributes) || '1'
  return /^[1-6]$/.test(option) ? { type: 'heading', level: Number(option), children: [] } : null
}

function quote(tag: Tag): ContainerNode {
  return { type: 'quote', reference: quoteReference(tag.attributes), children: [] }
}

function list(tag: Tag): ContainerNode | null {
  const option = optionOf(tag.attributes)
  const kind =
    option ||
    (/type=["']?(decimal|lower-alpha|upper-alpha|lower-roman|upper-roman)/i.exec(tag.attributes)?.[1] ?? '')
  const ordered = /^(?:[1-9]\d{0,3}|[ai]|decimal|(?:lower|upper)-(?:alpha|roman))$/i.test(kind)
  if (option && !ordered && !/^(?:\*|disc|circle|square|none|unordered)$/i.test(option)) return null
  return { type: 'list', ordered, start: 1, children: [] }
}

const item = block(() => ({ type: 'listItem', checked: null, children: [] }), ['list', 'ul', 'ol'])

const cell = (header: boolean): ContainerTag =>
  block(() => ({ type: 'tableCell', header, align: null, children: [] }), ['tr'])

function link(tag: Tag): ContainerNode | null {
  const href = safeAddress(optionOf(tag.attributes))
  return href === null ? null : { type: 'link', href, title: '', children: [] }
}

function mail(tag: Tag): ContainerNode | null {
  const address = optionOf(tag.attributes).replace(/^mailto:/i, '')
  const href = /^[^\s@]+@[^\s@]+$/.test(address) ? safeAddress(`mailto:${address}`) : null
  return href === null ? null : { type: 'link', href, title: '', children: [] }
}

function anchor(tag: Tag): ContainerNode | null {
  const name = optionOf(tag.attributes)
  return /^[\w.-]{1,60}$/.test(name) ? { type: 'anchor', name, children: [] } : null
}

const CONTAINERS: Record<string, ContainerTag> = {
  b: format('strong'),
  i: format('emphasis'),
  u: format('underline'),
  s: format('strike'),
  sub: format('subscript', true),
  sup: format('superscript', true),
  highlight: format('highlight'),
  ispoiler: format('spoiler', true),
  color: styled(colourClass),
  size: styled(sizeClass),
  font: styled(fontClass),
  tt: styled(() => 'f-mono'),
  red: styled(() => 'c-red'),
  green: styled(() => 'c-green'),
  blue: styled(() => 'c-blue'),
  url: inline(link, true, true),
  email: inline(mail, true, true),
  anchor: inline(anchor, true),
  quote: block(quote),
  spoiler: block(tag => ({ type: 'spoiler', title: spoilerTitle(tag.attributes), children: [] })),
  list: block(list),
  ul: block(() => ({ type: 'list', ordered: false, start: 1, children: [] })),
  ol: block(() => ({ type: 'list', ordered: true, start: 1, children: [] })),
  '*': item,
  li: item,
  table: block(() => ({ type: 'table', children: [] })),
  tr: block(() => ({ type: 'tableRow', children: [] }), ['table']),
  td: cell(false),
  th: cell(true),
  align: block(anyAlignment),
  left: aligned('left'),
  center: aligned('center'),
  right: aligned('right'),
  justify: aligned('justify'),
  indent: block(indent),
  heading: { ...block(numberedHeading), phrasing: true },
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
}

const SAME: Record<string, string> = {
  strong: 'b',
  bold: 'b',
  em: 'i',
  italic: 'i',
  ins: 'u',
  underline: 'u',
  strike: 's',
  del: 's',
  mark: 'highlight',
  inlinespoiler: 'ispoiler',
  colour: 'color',
  mono: 'tt',
  iurl: 'url',
  link: 'url',
  mail: 'email',
  spoil: 'spoiler',
  centre: 'center',
}

const BY_NAME = new Map<string, ContainerTag>(Object.entries(CONTAINERS))
for (const [name, same] of Object.entries(SAME)) BY_NAME.set(name, CONTAINERS[same] as ContainerTag)

/** The tag of that name whose content is parsed, if there is one. */
export const containerTag = (name: string): ContainerTag | undefined => BY_NAME.get(name)

/** Names of tags whose content is parsed, for the documentation's test. */
export const CONTAINER_NAMES: readonly string[] = [...BY_NAME.keys()]
