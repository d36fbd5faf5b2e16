import type { Picked } from './collecting.ts'

/** Elements that begin and end a line. */
const LINES = new Set('P DIV UL OL LI BLOCKQUOTE H1 H2 H3 H4 H5 H6 PRE TABLE TR DETAILS'.split(' '))
/** What stands in a text and is not of its author: verdicts, numbers of findings, calls of notes, titles of folds. */
const NOT_SAID = '.verdict, cite, sup:has([role=doc-noteref]), .footnote-call, .footnote-back, .box, summary'
const WORD = /[\p{L}\p{N}\p{M}'’\u00ad]/u

/** Selected words of a post: what is quoted, where it stands, and the text that it is of. */
interface Chosen {
  readonly quote: Picked
  readonly range: Range
  readonly text: Element
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)

/**
 * The words that are selected, where they are of one post that can be quoted; null for anything else. Words that are cut at
 * either end are taken whole. Words within a quote of another post are quoted from that one.
 */
export function chosenWords(selection: Selection | null): Chosen | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const around = elementOf(range.commonAncestorContainer)
  const text = around?.closest('.post .text')
  const link = text?.closest('.post')?.querySelector<HTMLElement>('a[data-quote]')
  if (!around || !text || !link) return null
  const whole = wholeWords(range)
  const quoted = around.closest<HTMLElement>('blockquote[data-post]')
  const words = said(whole.cloneContents())
  if (words === '') return null
  return { quote: { post: placeOf(quoted) ?? link.dataset['quote']!, words }, range, text }
}

function placeOf(quoted: HTMLElement | null): string | null {
  if (!quoted) return null
  const { post, revision } = quoted.dataset
  return revision === undefined ? post! : `${post}/${revision}`
}

/** The same stretch with the words whole that it begins and ends in. */
function wholeWords(range: Range): Range {
  const whole = range.cloneRange()
  const { startContainer, endContainer } = range
  let { startOffset, endOffset } = range
  if (startContainer instanceof Text) {
    const { data } = startContainer
    if (WORD.test(data[startOffset] ?? ''))
      while (startOffset > 0 && WORD.test(data[startOffset - 1]!)) startOffset--
    whole.setStart(startContainer, startOffset)
  }
  if (endContainer instanceof Text) {
    const { data } = endContainer
    if (WORD.test(data[endOffset - 1] ?? ''))
      while (endOffset < data.length && WORD.test(data[endOffset]!)) endOffset++
    whole.setEnd(endContainer, endOffset)
  }
  return whole
}

/** What of a stretch its author said, lines and paragraphs set apart. */
function said(content: DocumentFragment): string {
  for (const element of content.querySelectorAll(`${NOT_SAID}, blockquote[data-post]`)) element.remove()
  const parts: string[] = []
  addWords(content, parts)
  return parts
    .join('')
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function addWords(node: Node, parts: string[]): void {
  if (node instanceof Text) {
    parts.push(node.parentElement?.closest('pre') ? node.data : node.data.replace(/\s+/g, ' '))
    return
  }
  const isLine = node instanceof Element && LINES.has(node.tagName)
  if (node instanceof Element && node.tagName === 'BR') parts.push('\n')
  if (isLine) parts.push('\n\n')
  for (const child of node.childNodes) addWords(child, parts)
  if (isLine) parts.push('\n\n')
  else if (node instanceof Element && /^T[DH]$/.test(node.tagName)) parts.push(' ')
}
