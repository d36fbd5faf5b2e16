import { type Document, type Node, parse, plainText, walk } from '@rostra/markup'
import type { Format } from './model.ts'

const QUOTE_TAG = /\[(\/?)quote(?=[\]=\s])[^\]\n]*\]/gi
const QUOTED_LINE = /^ {0,3}>.*(?:\n|$)/gm
const PUNCTUATION = /[!-/:-@[-`{-~]/g

/**
 * What of a post is carried when it is quoted: its source without what it quotes itself, for a text of a format. Where
 * the formats differ, or the quotes cannot be told from the rest by their looks, it is its words without markup. Of a
 * post that only quotes, all of it is carried.
 */
export function carriedSource(source: string, from: Format, to: Format): string {
  const document = parse(source, from)
  if (from !== to) {
    const plain = withoutNotes(document)
    return literal(plainText(plain, { quotes: false }) || plainText(plain), to)
  }
  const own = plainText(document, { quotes: false })
  if (own === '' || !holdsQuotes(document)) return source
  const cut = withoutQuotes(source, from)
  return sameWords(plainText(parse(cut, from)), own) ? cut : literal(own, to)
}

function holdsQuotes(document: Document): boolean {
  let found = false
  walk(document, node => {
    found ||= node.type === 'quote'
    return !found
  })
  return found
}

/** The same text without its notes and their calls, which as mere words would be somebody's. */
function withoutNotes<T extends Document | Node>(node: T): T {
  if (!('children' in node)) return node
  const children = node.children.filter(({ type }) => type !== 'footnotes' && type !== 'footnoteCall')
  return { ...node, children: children.map(withoutNotes) }
}

/** Cuts out whatever looks like a quote; whether it is one is for the caller to check. */
function withoutQuotes(source: string, format: Format): string {
  let rest = ''
  let from = 0
  let depth = 0
  for (const tag of source.matchAll(QUOTE_TAG)) {
    if (depth === 0) rest += source.slice(from, tag.index)
    depth = Math.max(0, depth + (tag[1] ? -1 : 1))
    from = tag.index + tag[0].length
  }
  if (depth === 0) rest += source.slice(from)
  const left = format === 'markdown' ? rest.replace(QUOTED_LINE, '') : rest
  return left
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd()
}

/** Words → a source that is read as these words. */
export function literal(words: string, format: Format): string {
  if (sameWords(plainText(parse(words, format)), words)) return words
  return format === 'markdown'
    ? words.replace(PUNCTUATION, '\\$&')
    : words.replaceAll('[', '[plain][[/plain]')
}

const sameWords = (one: string, other: string): boolean =>
  one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim()
