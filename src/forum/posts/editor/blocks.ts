import { Fragment, type Node } from 'prosemirror-model'
import { readInline, writeInline } from './inline.ts'
import { schema } from './schema.ts'

const { nodes } = schema

/** A block as it was written, with the line breaks that follow it. */
export interface ReadBlock {
  readonly node: Node
  readonly source: string
  readonly gap: string
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const OPENING_TAG =
  /^\s{0,3}\[(quote|spoiler|details|code|list|table|media|attach|center|right|left|indent|html|php|tabs?|hide)\b[^\n]*$/i
const RULE = /^(?:---|\*\*\*|___)$/
const HEADING = /^(#{1,6}) (\S.*)$/
const BULLET = /^( *)([-*+]) (\S.*)$/
const NUMBER = /^( *)(\d{1,6})([.)]) (\S.*)$/
/** Lines that would not be text in the midst of a paragraph. */
const NO_TEXT =
  /^\s|^(?:[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|>|#{1,6}(?:\s|$)|`{3}|~{3}|\||[-=:| ]+$|\[[^\]]*\]:|<)|\s\s$|\|/

/**
 * Markdown → its blocks. A block whose meaning is not sure, or that would be written otherwise than it was, is `written`: its
 * text as it stands. The sources and gaps of all blocks together are the source.
 */
export function readBlocks(source: string): ReadBlock[] {
  if (source === '') return []
  return split(source).map(({ text, gap }) => {
    const node = understood(text)
    return { source: text, gap, node: node && writeBlock(node) === text ? node : asWritten(text) }
  })
}

const asWritten = (text: string): Node => nodes.written.create(null, text === '' ? null : schema.text(text))

/** Blocks are parted by empty lines; those within code and tags part nothing. */
function split(source: string): { text: string; gap: string }[] {
  const lines = source.split('\n')
  const found: { text: string; gap: string }[] = []
  for (let at = 0; at < lines.length; ) {
    const end = endOf(lines, at)
    let next = end
    while (next < lines.length && lines[next]!.trim() === '') next++
    const gap =
      next < lines.length || end < lines.length
        ? `\n${lines
            .slice(end, next)
            .map(line => `${line}\n`)
            .join('')}`
        : ''
    found.push({ text: lines.slice(at, end).join('\n'), gap: next < lines.length ? gap : gap.slice(0, -1) })
    at = next
  }
  return found
}

/** The line behind the block that begins at one. */
function endOf(lines: readonly string[], at: number): number {
  const fence = FENCE.exec(lines[at]!)?.[1]
  if (fence) {
    const end = lines.findIndex((line, index) => index > at && line.trim().startsWith(fence))
    return end < 0 ? lines.length : end + 1
  }
  const tag = OPENING_TAG.exec(lines[at]!)?.[1]
  if (tag) return endOfTag(lines, at, tag)
  let end = at + 1
  while (end < lines.length && lines[end]!.trim() !== '' && !startsAnew(lines, end)) end++
  // An indented line after an empty one belongs to the list before it, as another paragraph of an item.
  while (isListLine(lines[at]!) && continues(lines, end)) {
    end = lines.findIndex((line, index) => index > end && line.trim() !== '') + 1
    while (end < lines.length && lines[end]!.trim() !== '') end++
  }
  return end
}

const startsAnew = (lines: readonly string[], at: number): boolean =>
  FENCE.test(lines[at]!) || OPENING_TAG.test(lines[at]!)

const isListLine = (line: string): boolean => BULLET.test(line) || NUMBER.test(line)

/** Whether a list goes on behind empty lines. */
function continues(lines: readonly string[], end: number): boolean {
  if (end >= lines.length || lines[end]!.trim() !== '') return false
  const next = lines.slice(end).find(line => line.trim() !== '')
  return next !== undefined && (/^\s{2,}/.test(next) || isListLine(next))
}

function endOfTag(lines: readonly string[], at: number, tag: string): number {
  let depth = 0
  const sign = new RegExp(`\\[(/?)${tag}\\b[^\\]\\n]*\\]`, 'gi')
  for (let end = at; end < lines.length; end++) {
    for (const [, closing] of lines[end]!.matchAll(sign)) depth += closing ? -1 : 1
    if (depth <= 0) return end + 1
  }
  return lines.length
}

/** A block → what it means; null where that is not sure. */
function understood(text: string): Node | null {
  if (RULE.test(text)) return nodes.rule.create({ mark: text })
  const heading = HEADING.exec(text)
  if (heading && !heading[2]!.includes('#')) {
    const content = readInline(heading[2]!)
    return content && nodes.heading.create({ level: heading[1]!.length }, content)
  }
  if (FENCE.test(text)) return codeOf(text)
  if (text.startsWith('> ')) return quoteOf(text)
  if (isListLine(text.split('\n', 1)[0]!)) return listOf(text.split('\n'), 0)
  return paragraphOf(text)
}

function paragraphOf(text: string): Node | null {
  if (text.split('\n').some(line => line === '' || NO_TEXT.test(line))) return null
  const content = readInline(text)
  return content && nodes.paragraph.create(null, content)
}

function codeOf(text: string): Node | null {
  const [, language = '', code] = /^```([\w+#-]*)\n([\s\S]*?)\n?```$/.exec(text) ?? []
  if (code === undefined || code.includes('```')) return null
  return nodes.codeBlock.create({ language }, code === '' ? null : schema.text(code))
}

function quoteOf(text: string): Node | null {
  const lines = text.split('\n')
  if (!lines.every(line => line === '>' || line.startsWith('> '))) return null
  const inner = readBlocks(lines.map(line => line.slice(2)).join('\n'))
  if (inner.some(({ node }) => node.type === nodes.written)) return null
  return nodes.quote.create(
    null,
    inner.map(({ node }) => node),
  )
}

/** The lines of a list whose items have one paragraph of one line, and lists within. */
function listOf(lines: readonly string[], indent: number): Node | null {
  const first = BULLET.exec(lines[0]!) ?? NUMBER.exec(lines[0]!)
  if (!first || first[1]!.length !== indent) return null
  const isNumbered = NUMBER.test(lines[0]!)
  const items: Node[] = []
  for (let at = 0; at < lines.length; ) {
    const found = (isNumbered ? NUMBER : BULLET).exec(lines[at]!)
    if (!found || found[1]!.length !== indent) return null
    const inner = indent + lines[at]!.length - indent - found.at(-1)!.length
    let end = at + 1
    while (end < lines.length && lines[end]!.startsWith(' '.repeat(indent + 1))) end++
    const content = readInline(found.at(-1)!)
    if (!content || NO_TEXT.test(found.at(-1)!)) return null
    const within = end > at + 1 ? listOf(lines.slice(at + 1, end), inner) : null
    if (end > at + 1 && !within) return null
    const paragraph = nodes.paragraph.create(null, content)
    items.push(nodes.item.create(null, within ? [paragraph, within] : [paragraph]))
    at = end
  }
  const start = isNumbered ? Number(first[2]) : 1
  return (isNumbered ? nodes.numbers : nodes.bullets).create(
    { marker: isNumbered ? first[3] : first[2], start },
    items,
  )
}

/** A block → Markdown. */
export function writeBlock(node: Node): string {
  switch (node.type) {
    case nodes.heading:
      return `${'#'.repeat(node.attrs['level'])} ${oneLine(node)}`
    case nodes.quote:
      return writeBlocks(node.content)
        .split('\n')
        .map(line => (line === '' ? '>' : `> ${line}`))
        .join('\n')
    case nodes.bullets:
    case nodes.numbers:
      return writeList(node, '')
    case nodes.codeBlock:
      return writeCode(node)
    case nodes.written:
      return node.textContent
    case nodes.rule:
      return node.attrs['mark']
    default:
      return writeInline(node.content).split('\n').map(lineStart).join('\n')
  }
}

/** Blocks → Markdown, an empty line between them. */
export function writeBlocks(content: Fragment): string {
  const blocks: string[] = []
  content.forEach(node => {
    const text = writeBlock(node)
    if (text.trim() !== '') blocks.push(text)
  })
  return blocks.join('\n\n')
}

const oneLine = (node: Node): string =>
  writeInline(node.content).replaceAll('\n', ' ').replaceAll('#', '\\#').trim()

/** A line of a paragraph that does not begin like another block. */
function lineStart(line: string): string {
  const text = line.trim()
  const number = /^(\d{1,9})([.)])(\s|$)/.exec(text)
  if (number) return text.replace(number[2]!, `\\${number[2]}`)
  if (/^(?:[-+](?:\s|$)|>|#{1,6}(?:\s|$)|[-=]+$|[-:| ]+$|\|)/.test(text)) return `\\${text}`
  return text
}

function writeList(list: Node, indent: string): string {
  const lines: string[] = []
  list.forEach((item, _offset, index) => {
    const { marker, start } = list.attrs
    const sign = list.type === nodes.numbers ? `${start + index}${marker}` : marker
    item.forEach(part => {
      const isList = part.type !== nodes.paragraph
      lines.push(
        isList
          ? writeList(part, indent + ' '.repeat(sign.length + 1))
          : `${indent}${sign} ${lineStart(oneLine(part)) || '\\'}`,
      )
    })
  })
  return lines.join('\n')
}

function writeCode({ textContent, attrs }: Node): string {
  const longest = Math.max(2, ...[...textContent.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${attrs['language']}\n${textContent === '' ? '' : `${textContent}\n`}${fence}`
}

/** The same with a paragraph to write in behind what stands as it was written, such as a quote; an empty one is not written. */
export function withRoom(doc: Node): Node {
  const isClosed = doc.lastChild?.type === nodes.written || doc.lastChild?.type === nodes.codeBlock
  return isClosed ? doc.copy(doc.content.addToEnd(nodes.paragraph.create())) : doc
}

/** Blocks as a document: at least one paragraph, to write in. */
export const documentOf = (blocks: readonly ReadBlock[]): Node =>
  nodes.doc.create(
    null,
    blocks.length > 0 ? Fragment.fromArray(blocks.map(({ node }) => node)) : nodes.paragraph.create(),
  )

/**
 * A document → Markdown. Blocks that nobody touched are what they were, letter by letter, and so are the lines between two that
 * still follow each other.
 */
export function writeDocument(doc: Node, before: readonly ReadBlock[]): string {
  const known = new Map(before.map((block, index) => [block.node, index]))
  let text = ''
  let last: number | null = null
  let isFirst = true
  doc.forEach(node => {
    const index = known.get(node) ?? null
    const block = index === null ? writeBlock(node) : before[index]!.source
    if (block.trim() === '' && index === null) return
    const follows = last !== null && index === last + 1
    text += isFirst ? block : `${follows ? before[last!]!.gap : '\n\n'}${block}`
    isFirst = false
    last = index
  })
  return last === before.length - 1 && last !== null ? text + before[last]!.gap : text
}
