import type { Span } from '@rostra/record'
import { attributeOf, visitPrinted } from '../findings/printed.ts'

/** Where the links of printed HTML stand, their tags included. */
export function linksIn(html: string): Span[] {
  const links: Span[] = []
  for (let start = html.indexOf('<a '); start !== -1; ) {
    const found = html.indexOf('</a>', start)
    const end = found === -1 ? html.length : found + '</a>'.length
    links.push({ start, end })
    start = html.indexOf('<a ', end)
  }
  return links
}

/** What may stand in a paragraph that is folded: words in any dress, and nothing that is only there once. */
const DRESS = new Set(['strong', 'em', 'u', 's', 'sub', 'sup', 'mark', 'a', 'br'])

function isDress(name: string, tag: string): boolean {
  const dress = attributeOf(tag, 'class')
  return name === 'span' ? /^[csf]-/.test(dress) : DRESS.has(name) && dress !== 'footnote-call'
}

/** Where the paragraphs of printed HTML stand that hold nothing but words, their tags included. */
export function plainParagraphsIn(html: string): Span[] {
  const paragraphs: Span[] = []
  let opened = -1
  visitPrinted(html, {
    open: (name, tag, start) => {
      if (name === 'p') opened = attributeOf(tag, 'class') === '' ? start : -1
      else if (!isDress(name, tag)) opened = -1
    },
    close: (name, _start, end) => {
      if (name !== 'p') return
      if (opened !== -1) paragraphs.push({ start: opened, end })
      opened = -1
    },
    text: () => undefined,
  })
  return paragraphs
}
