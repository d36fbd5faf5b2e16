import { attachmentNumber, shortName } from './addresses.ts'
import { counted } from './numbering.ts'
import { type Document, isBlock, type List, type Node, type QuoteReference, walk } from './tree.ts'

export interface PlainTextOptions {
  /** False leaves out what is quoted. Default: true. */
  quotes?: boolean
  /** False leaves out what is hidden until asked for. Default: true. */
  spoilers?: boolean
}

function inlineText(node: Node, options: PlainTextOptions): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'raw':
      return node.text
    case 'break':
      return '\n'
    case 'mention':
      return node.written
    case 'image':
      return node.alt.trim() || shortName(node.src)
    case 'media':
      return node.href
    case 'attachment':
      return node.label
    case 'footnoteCall':
      return `[${node.number}]`
    case 'format':
      if (node.format === 'spoiler' && options.spoilers === false) return '[…]'
      return flowText(node.children, options)
    default:
      return 'children' in node ? flowText(node.children, options) : ''
  }
}

function itemsText(
  items: readonly Node[],
  options: PlainTextOptions,
  marker: (index: number, item: Node) => string,
): string {
  const lines: string[] = []
  for (const item of items) {
    if (!('children' in item)) continue
    const mark = marker(lines.length, item)
    const task = item.type === 'listItem' && item.checked !== null ? (item.checked ? '[x] ' : '[ ] ') : ''
    lines.push(
      mark + task + flowText(item.children, options).replace(/\n(?!\n)/g, `\n${' '.repeat(mark.length)}`),
    )
  }
  return lines.join('\n')
}

/** Counts the items of a list, from the number that one of them names on. */
function counter(list: List): (index: number, item: Node) => string {
  let next = list.start
  return (_index, item) => {
    if (item.type === 'listItem' && item.number !== null) next = item.number
    return `${counted(next++, list.numbering)}. `
  }
}

function tableText(rows: readonly Node[], options: PlainTextOptions): string {
  return rows
    .map(row =>
      'children' in row
        ? row.children.map(cell => ('children' in cell ? flowText(cell.children, options) : '')).join(' | ')
        : '',
    )
    .join('\n')
}

/** A text without the given character at its end. */
function withoutEnd(text: string, character: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === character) end--
  return text.slice(0, end)
}

function blockText(node: Node, options: PlainTextOptions): string {
  switch (node.type) {
    case 'quote':
      return options.quotes === false ? '' : flowText(node.children, options)
    case 'spoiler': {
      const content = options.spoilers === false ? '' : flowText(node.children, options)
      return node.title && content ? `${node.title}\n\n${content}` : node.title || content
    }
    case 'list':
      return itemsText(node.children, options, node.ordered ? counter(node) : () => '- ')
    case 'footnotes':
      return itemsText(node.children, options, index => `[${index + 1}] `)
    case 'codeBlock':
      return (node.caption ? `${node.caption}\n` : '') + withoutEnd(node.text, '\n')
    case 'table':
      return tableText(node.children, options)
    case 'raw':
      return node.text.trim()
    default:
      return 'children' in node ? flowText(node.children, options) : ''
  }
}

/** Inline nodes run on; blocks are set apart by an empty line. */
function flowText(nodes: readonly Node[], options: PlainTextOptions): string {
  let out = ''
  let afterBlock = false
  for (const node of nodes) {
    const block = isBlock(node)
    const text = block ? blockText(node, options) : inlineText(node, options)
    if (text === '') continue
    if (out !== '' && (block || afterBlock)) out += node.type === 'list' && !afterBlock ? '\n' : '\n\n'
    out += text
    afterBlock = block
  }
  return out
}

/** A tree → its text without markup; paragraphs are separated by empty lines. */
export function plainText(document: Document, options: PlainTextOptions = {}): string {
  return flowText(document.children, options)
}

const EARLIEST_SPACE = 0.6
/** Marks that an excerpt does not end with. */
const LOOSE_END = ' \t\n,;:([{–—-'

/** Where the characters of a text end, as readers see them, as far as `limit` UTF-16 units. */
function characterEnds(text: string, limit: number): number[] {
  const ends = [0]
  let end = 0
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, limit + 64))) {
    end += segment.length
    if (end > limit) break
    ends.push(end)
  }
  return ends
}

/**
 * The beginning of a text on one line, without quotes and spoilers, of at most `maxCharacters` UTF-16 units. It is cut
 * between words where it can be, never inside a character, and then ends with `…`. A text of nothing but quotes shows
 * those.
 */
export function excerpt(document: Document, maxCharacters: number): string {
  const own = plainText(document, { quotes: false, spoilers: false })
  const line = (own || plainText(document, { spoilers: false })).replace(/\s+/g, ' ').trim()
  if (line.length <= maxCharacters) return line
  if (maxCharacters < 1) return ''
  const ends = characterEnds(line, maxCharacters - 1)
  const space = ends.findLastIndex(end => line[end] === ' ')
  let last = (ends[space] ?? 0) >= maxCharacters * EARLIEST_SPACE ? space : ends.length - 1
  while (last > 0 && isLoose(line.slice(ends[last - 1], ends[last]))) last--
  return `${line.slice(0, ends[last])}…`
}

const isLoose = (character: string): boolean => character.length === 1 && LOOSE_END.includes(character)

/**
 * Names that a text mentions, as written, each once, in the order of their first mention. `quotes: false` leaves out
 * those that stand only in what is quoted, whom nobody calls anew.
 */
export function mentionsOf(document: Document, options: Pick<PlainTextOptions, 'quotes'> = {}): string[] {
  const names = new Set<string>()
  walk(document, node => {
    if (node.type === 'mention') names.add(node.name)
    return node.type !== 'link' && (node.type !== 'quote' || options.quotes !== false)
  })
  return [...names]
}

/** Files of the forum that a text names, by their numbers, each once, in the order in which they are named first. */
export function attachmentsOf(document: Document): number[] {
  const numbers = new Set<number>()
  const note = (address: string): void => {
    const number = attachmentNumber(address)
    if (number !== null) numbers.add(number)
  }
  walk(document, node => {
    if (node.type === 'attachment') note(`attachment:${node.id}`)
    else if (node.type === 'image') note(node.src)
    else if (node.type === 'link') note(node.href)
    return true
  })
  return [...numbers]
}

/** What each quote block of a text names, in order; those that name nobody are left out. */
export function quotesOf(document: Document): QuoteReference[] {
  const references: QuoteReference[] = []
  walk(document, node => {
    if (node.type === 'quote' && node.reference) references.push(node.reference)
    return true
  })
  return references
}
