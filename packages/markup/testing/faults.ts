import { isDeepStrictEqual } from 'node:util'
import {
  type Document,
  excerpt,
  type Format,
  mentionsOf,
  type Node,
  parse,
  plainText,
  quoteSource,
  renderHtml,
  walk,
} from '../src/markup.ts'
import type { Marked } from './generate.ts'
import { findingsIn, isLeftAlone, shownIn } from './oracle.ts'

const RESOLUTION = {
  mention: (name: string) => ({
    href: `/members/${encodeURIComponent(name.replace(/[\ud800-\udfff]/g, '_'))}`,
    name,
  }),
  quote: (reference: { author: string }) => ({ href: '/posts/1', author: reference.author, number: 1 }),
  idPrefix: 'p1-',
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The text of a document that an excerpt is cut from. */
function lineOf(document: Document): string {
  const own = plainText(document, { quotes: false, spoilers: false })
  return collapsed(own || plainText(document, { spoilers: false }))
}

function excerptFault(document: Document, limit: number): string | null {
  const line = lineOf(document)
  const cut = excerpt(document, limit)
  if (cut.length > limit) return `an excerpt of ${cut.length} instead of ${limit}`
  if (cut === line) return null
  const start = cut.replace(/…$/, '')
  if (!line.startsWith(start)) return 'the excerpt is not how the text begins'
  let end = 0
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (end >= start.length) break
    end += segment.length
  }
  return end === start.length ? null : 'the excerpt cuts a character'
}

function textFault(document: Document): string | null {
  const text = collapsed(plainText(document))
  let missing: string | null = null
  const check = (part: string) => {
    if (!text.includes(collapsed(part))) missing = `the plain text lacks ${JSON.stringify(part)}`
  }
  walk(document, node => {
    if (node.type === 'text' || node.type === 'code' || node.type === 'codeBlock') check(node.text)
    else if (node.type === 'mention') check(node.written)
    else if (node.type === 'attachment') check(node.label)
    return true
  })
  return missing
}

/** The content of a text that consists of one quote of the given post, notes behind it aside. */
function quotedContent(source: string, format: Format): Node[] | null {
  const { children } = parse(source, format)
  const [quote, notes, ...others] = children
  if (quote?.type !== 'quote' || others.length > 0 || (notes && notes.type !== 'footnotes')) return null
  return quote.reference?.post?.thread === 1 && quote.reference.post.number === 2 ? quote.children : null
}

function quoteFault(source: string, format: Format): string | null {
  const quote = (text: string) =>
    quoteSource({ author: source.slice(0, 20), thread: 1, number: 2, revision: 3, text }, format)
  const once = quote(source)
  const content = quotedContent(once, format)
  if (content === null) return 'quoted, it is not one quote'
  const again = quotedContent(quote(once), format)
  if (again?.length !== 1 || again[0]?.type !== 'quote') return 'quoted twice, it is not a quote in a quote'
  return isDeepStrictEqual(again[0].children, content) ? null : 'quoted twice, it reads differently'
}

/** One text through everything; the reason why something is wrong, or null. */
export function faultIn(source: string, format: Format): string | null {
  try {
    const document = parse(source, format)
    const html = renderHtml(document, RESOLUTION)
    const finding = findingsIn(html)[0]
    if (finding) return finding
    if (!isLeftAlone(html)) return 'sanitize-html takes something away'
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(document)), document))
      return 'the tree is not plain data'
    mentionsOf(document)
    return (
      textFault(document) ??
      excerptFault(document, 40) ??
      excerptFault(document, 7) ??
      quoteFault(source, format)
    )
  } catch (error) {
    return `throws ${error instanceof Error ? error.message : String(error)}`
  }
}

/** The words of a text that appear nowhere in its HTML: neither to be read nor in an address, title or the like. */
export function lostWords({ source, words }: Marked, format: Format): string[] {
  const shown = shownIn(renderHtml(parse(source, format)))
  return words.filter(word => !shown.includes(word))
}
