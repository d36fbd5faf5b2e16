import type { Span } from '@rostra/record'
import { attributeOf, isVoid, type PrintedVisitor, visitPrinted } from '../findings/printed.ts'

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

/** A line of a paragraph of printed HTML: all of it, or what stands between two breaks. */
export interface Line extends Span {
  /** The tag that opens its paragraph. */
  readonly tag: string
  /** Where the paragraph begins, where the line is the first of it; else null. */
  readonly opens: number | null
  /** Where the paragraph ends, its end tag included, where the line is the last of it; else null. */
  readonly closes: number | null
  /** Whether it holds nothing but words. */
  readonly isPlain: boolean
}

/** A break as it is printed. */
export const BREAK = '<br>\n'

/** Collects the lines of paragraphs. A break within another element, which cannot be cut there, ends none. */
class Lines implements PrintedVisitor {
  readonly found: Line[] = []
  private line: { tag: string; opens: number | null; start: number; isPlain: boolean } | null = null
  private depth = 0

  open(name: string, tag: string, start: number): void {
    if (name === 'p') {
      const isPlain = attributeOf(tag, 'class') === ''
      this.line = { tag, opens: start, start: start + tag.length, isPlain }
      this.depth = 0
    } else if (this.line && name === 'br' && this.depth === 0) {
      this.add(this.line, start, null)
      this.line = { tag: this.line.tag, opens: null, start: start + BREAK.length, isPlain: true }
    } else if (this.line) {
      if (!isDress(name, tag)) this.line.isPlain = false
      if (!isVoid(name)) this.depth++
    }
  }

  close(name: string, start: number, end: number): void {
    if (name === 'p' && this.line) {
      this.add(this.line, start, end)
      this.line = null
    } else this.depth--
  }

  text(): void {}

  private add(line: NonNullable<Lines['line']>, end: number, closes: number | null): void {
    this.found.push({ ...line, end, closes })
  }
}

/** The lines of all paragraphs of printed HTML, in order. */
export function linesIn(html: string): Line[] {
  const lines = new Lines()
  visitPrinted(html, lines)
  return lines.found
}
