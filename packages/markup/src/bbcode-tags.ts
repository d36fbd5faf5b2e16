import { mailAddress, typedAddress } from './addresses.ts'
import { type Attributes, areUnderstood, layoutOf, readAttributes } from './bbcode-attributes.ts'
import type { Tag } from './bbcode-scan.ts'
import { MAX_SPAN } from './limits.ts'
import { quoteReference, spoilerTitle } from './quotes.ts'
import { colourClass, fontClass, type StyleClass, sizeClass } from './styles.ts'
import type { Alignment, FormatName, Node, Numbering } from './tree.ts'

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

type Make = ContainerTag['make']

const inline = (make: Make, phrasing = false, isLink = false): ContainerTag => ({
  block: false,
  phrasing,
  link: isLink,
  parents: null,
  make,
})

const block = (make: Make, parents: readonly string[] | null = null): ContainerTag => ({
  block: true,
  phrasing: false,
  link: false,
  parents,
  make,
})

/** For a tag that takes no attributes. */
const bare =
  (make: () => ContainerNode): Make =>
  tag =>
    tag.attributes.trim() === '' ? make() : null

/** For a tag that takes one option, and beside it only attributes that say how things look. */
const optioned =
  (make: (option: string, attributes: Attributes) => ContainerNode | null, own?: readonly string[]): Make =>
  tag => {
    const attributes = readAttributes(tag.attributes)
    return attributes && areUnderstood(attributes.named, own) ? make(attributes.option, attributes) : null
  }

const format = (name: FormatName, phrasing = false): ContainerTag =>
  inline(
    bare(() => ({ type: 'format', format: name, block: false, children: [] })),
    phrasing,
  )

const styled = (read: (option: string) => StyleClass | null): ContainerTag =>
  inline(
    optioned(option => {
      const style = read(option)
      return style === null ? null : { type: 'style', style, block: false, children: [] }
    }),
  )

const inColour = (style: StyleClass): ContainerTag =>
  inline(bare(() => ({ type: 'style', style, block: false, children: [] })))

/** The colour in `[glow=red,2,300]` and `[shadow=red,left]` (SMF). */
const firstColour = (option: string): StyleClass | null =>
  /^[^,]+(?:,\s*\w{1,10}){0,2}$/.test(option) ? colourClass(option.split(',')[0] as string) : null

const highlight = inline(
  optioned(option =>
    option === '' || colourClass(option)
      ? { type: 'format', format: 'highlight', block: false, children: [] }
      : null,
  ),
)

const aligned = (align: Alignment): ContainerTag =>
  block(bare(() => ({ type: 'aligned', align, children: [] })))

const directed = (direction: 'ltr' | 'rtl'): ContainerTag =>
  block(bare(() => ({ type: 'directed', direction, children: [] })))

const ALIGNMENTS: readonly string[] = ['left', 'center', 'right', 'justify']

const alignmentOf = (written: string | undefined): Alignment | null => {
  const align = written?.toLowerCase() ?? ''
  return ALIGNMENTS.includes(align) ? (align as Alignment) : null
}

const anyAlignment = block(
  optioned(option => {
    const align = alignmentOf(option)
    return align && { type: 'aligned', align, children: [] }
  }),
)

const indent = block(
  optioned(option => {
    if (!/^\d{0,4}$/.test(option)) return null
    const amount = Number(option || 1)
    const level = Math.min(5, Math.max(1, amount > 5 ? Math.round(amount / 20) : amount))
    return { type: 'indent', level, children: [] }
  }),
)

const heading = (level: number): ContainerTag => ({
  ...block(bare(() => ({ type: 'heading', level, children: [] }))),
  phrasing: true,
})

const numberedHeading: ContainerTag = {
  ...block(
    optioned(option =>
      /^[1-6]?$/.test(option) ? { type: 'heading', level: Number(option || 1), children: [] } : null,
    ),
  ),
  phrasing: true,
}

function quote(tag: Tag): ContainerNode | null {
  const reference = quoteReference(tag.attributes)
  return reference === undefined ? null : { type: 'quote', reference, children: [] }
}

const spoiler = block(tag => ({ type: 'spoiler', title: spoilerTitle(tag.attributes), children: [] }))

const NUMBERINGS = new Map<string, Numbering>([
  ['decimal', '1'],
  ['lower-alpha', 'a'],
  ['upper-alpha', 'A'],
  ['lower-roman', 'i'],
  ['upper-roman', 'I'],
])

/** `[list=1]`, `[list=a]`, `[list=5]` (counts from 5), `[list type=decimal]`, `[list=disc]`. */
const list = (ordered: boolean): ContainerTag =>
  block(
    optioned((option, { named }) => {
      const kind = option || (named.get('type') ?? '')
      const empty = { type: 'list', start: 1, numbering: '1', children: [] } as const
      if (/^[1-9]\d{0,5}$/.test(kind)) return { ...empty, ordered: true, start: Number(kind), children: [] }
      const numbering = /^[aAiI]$/.test(kind) ? (kind as Numbering) : NUMBERINGS.get(kind.toLowerCase())
      if (numbering) return { ...empty, ordered: true, numbering, children: [] }
      return /^(?:\*|disc|circle|square|none|unordered|)$/i.test(kind)
        ? { ...empty, ordered, children: [] }
        : null
    }),
  )

const item = block(
  bare(() => ({ type: 'listItem', checked: null, number: null, children: [] })),
  ['list', 'ul', 'ol'],
)

const spanOf = (written: string | undefined): number => Math.min(MAX_SPAN, Number(written) || 1)

const cell = (header: boolean): ContainerTag =>
  block(
    tag => {
      const layout = layoutOf(tag.attributes)
      return (
        layout && {
          type: 'tableCell',
          header,
          align: alignmentOf(layout.get('align')),
          columns: spanOf(layout.get('colspan')),
          rows: spanOf(layout.get('rowspan')),
          children: [],
        }
      )
    },
    ['tr'],
  )

const table = block(tag => layoutOf(tag.attributes) && { type: 'table', children: [] })
const row = block(tag => layoutOf(tag.attributes) && { type: 'tableRow', children: [] }, ['table'])

const link = inline(
  optioned(
    (option, { named }) => {
      const href = typedAddress(option)
      return href === null ? null : { type: 'link', href, title: named.get('title') ?? '', children: [] }
    },
    ['title'],
  ),
  true,
  true,
)

const mail = inline(
  optioned(option => {
    const href = mailAddress(option.replace(/^mailto:/i, ''))
    return href === null ? null : { type: 'link', href, title: '', children: [] }
  }),
  true,
  true,
)

const anchor = inline(
  optioned(option => (/^[\w.-]{1,60}$/.test(option) ? { type: 'anchor', name: option, children: [] } : null)),
  true,
)

const CONTAINERS: Record<string, ContainerTag> = {
  b: format('strong'),
  i: format('emphasis'),
  u: format('underline'),
  s: format('strike'),
  sub: format('subscript', true),
  sup: format('superscript', true),
  highlight,
  ispoiler: format('spoiler', true),
  color: styled(colourClass),
  size: styled(sizeClass),
  font: styled(fontClass),
  glow: styled(firstColour),
  shadow: styled(firstColour),
  tt: inColour('f-mono'),
  red: inColour('c-red'),
  green: inColour('c-green'),
  blue: inColour('c-blue'),
  black: inColour('c-black'),
  white: inColour('c-white'),
  url: link,
  email: mail,
  anchor,
  quote: block(quote),
  spoiler,
  list: list(false),
  ul: list(false),
  ol: list(true),
  '*': item,
  li: item,
  table,
  tr: row,
  td: cell(false),
  th: cell(true),
  align: anyAlignment,
  left: aligned('left'),
  center: aligned('center'),
  right: aligned('right'),
  justify: aligned('justify'),
  ltr: directed('ltr'),
  rtl: directed('rtl'),
  indent,
  heading: numberedHeading,
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
  details: 'spoiler',
  centre: 'center',
}

const BY_NAME = new Map<string, ContainerTag>(Object.entries(CONTAINERS))
for (const [name, same] of Object.entries(SAME)) BY_NAME.set(name, CONTAINERS[same] as ContainerTag)

/** The tag of that name whose content is parsed, if there is one. */
export const containerTag = (name: string): ContainerTag | undefined => BY_NAME.get(name)

/** Names of tags whose content is parsed. */
export const CONTAINER_NAMES: readonly string[] = [...BY_NAME.keys()]
