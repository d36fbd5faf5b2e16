import { escapeText } from './escape.ts'
import { Headings } from './headings.ts'
import { InlinePrinter, wholeNumber } from './html-inline.ts'
import { MAX_SPAN } from './limits.ts'
import type { Resolution } from './resolution.ts'
import type {
  CodeBlock,
  Document,
  Footnote,
  List,
  ListItem,
  Node,
  Quote,
  QuoteReference,
  TableRow,
} from './tree.ts'
import { filled } from './words.ts'

const ALIGNMENTS = new Set(['left', 'center', 'right', 'justify'])
const LANGUAGE = /^[\p{L}\p{N}_+#.-]{1,40}$/u

/** Prints one tree, blocks first; what it does not name cannot be printed. */
class Printer extends InlinePrinter {
  private readonly headings: Headings

  constructor(resolution: Resolution, nodes: readonly Node[]) {
    super(resolution, nodes)
    this.headings = new Headings(nodes, resolution.firstHeading ?? 4)
    this.wrap('', nodes, '')
  }

  protected block(node: Node): void {
    switch (node.type) {
      case 'quote':
        this.quote(node)
        break
      case 'list':
        this.list(node)
        break
      case 'listItem':
        this.item(node)
        break
      case 'codeBlock':
        this.codeBlock(node)
        break
      case 'heading':
        this.heading(this.headings.next(node.level), node.children)
        break
      case 'rule':
        this.out += '<hr>\n'
        break
      case 'table':
        this.table(node.children)
        break
      case 'footnotes':
        this.out += `<div class="footnotes" role="group" aria-label="${escapeText(this.words.footnotes)}">\n`
        this.directed('<ol', '>\n', node.children, '</ol>\n</div>\n')
        break
      case 'footnote':
        this.footnote(node)
        break
      default:
        this.enclosure(node)
    }
  }

  private enclosure(node: Node): void {
    switch (node.type) {
      case 'spoiler':
        this.out += `<details class="spoiler"><summary${this.auto()}>${escapeText(node.title || this.words.spoiler)}</summary>\n`
        this.wrap('', node.children, '</details>\n')
        break
      case 'aligned': {
        const align = ALIGNMENTS.has(node.align) ? node.align : 'left'
        this.wrap(`<div class="a-${align}">\n`, node.children, '</div>\n')
        break
      }
      case 'directed':
        this.led++
        this.wrap(`<div dir="${node.direction === 'rtl' ? 'rtl' : 'ltr'}">\n`, node.children, '</div>\n')
        this.led--
        break
      case 'indent': {
        const level = Math.min(5, Math.max(1, Math.trunc(node.level) || 1))
        this.wrap(`<div class="i-${level}">\n`, node.children, '</div>\n')
        break
      }
      case 'raw':
        this.out += node.block ? `<p>${escapeText(node.text)}</p>\n` : escapeText(node.text)
        break
      case 'tableRow':
      case 'tableCell':
        this.wrap('', node.children, '')
    }
  }

  private quote(node: Quote): void {
    const reference = node.reference
    const post = reference?.post
    const data = post ? ` data-post="${wholeNumber(post.thread)}/${wholeNumber(post.number)}"` : ''
    const revision =
      post && reference.revision !== null ? ` data-revision="${wholeNumber(reference.revision)}"` : ''
    this.out += `<blockquote class="quote"${data}${revision}>\n`
    if (reference) this.cite(reference)
    this.wrap('', node.children, '</blockquote>\n')
  }

  private cite(reference: QuoteReference): void {
    const found = reference.post ? this.resolution.quote?.(reference) : undefined
    if (!found && reference.author === '') return
    this.out += `<cite${this.auto()}>`
    if (found) {
      const { author, number } = found
      const label = author === '' ? `#${number}` : filled(this.words.quoteBy, { author, number })
      this.anchored(found.href, '', escapeText(label))
    } else this.out += escapeText(reference.author)
    this.out += '</cite>\n'
  }

  private list({ ordered, start, numbering, children }: List): void {
    const first = ordered && start !== 1 ? ` start="${wholeNumber(start)}"` : ''
    const type = ordered && NUMBERINGS.has(numbering) ? ` type="${numbering}"` : ''
    const tag = ordered ? 'ol' : 'ul'
    this.directed(`<${tag}${type}${first}`, '>\n', children, `</${tag}>\n`)
  }

  private item(node: ListItem): void {
    const value = node.number === null ? '' : ` value="${wholeNumber(node.number)}"`
    if (node.checked === null) {
      this.wrap(`<li${value}>`, node.children, '</li>\n')
      return
    }
    const label = escapeText(node.checked ? this.words.taskDone : this.words.taskOpen)
    const box = `<span class="box" role="img" aria-label="${label}">${node.checked ? '☑' : '☐'}</span> `
    this.wrap(`<li class="task"${value}>${box}`, node.children, '</li>\n')
  }

  private codeBlock(node: CodeBlock): void {
    if (node.caption) this.out += `<p class="caption"${this.auto()}>${escapeText(node.caption)}</p>\n`
    const language = LANGUAGE.test(node.language) ? ` class="language-${node.language}"` : ''
    // The parser of HTML drops one line break after <pre>.
    const first = node.text.startsWith('\n') ? '\n' : ''
    this.out += `<pre tabindex="0">${first}<code${language}>${escapeText(node.text)}</code></pre>\n`
  }

  private heading(level: number, children: readonly Node[]): void {
    if (children.length === 0) return
    this.wrap(`<h${level}${this.auto()}>`, children, `</h${level}>\n`)
  }

  private table(rows: readonly Node[]): void {
    const label = escapeText(this.words.table)
    this.out += `<div class="table" role="group" tabindex="0" aria-label="${label}"><table${this.auto()}>\n`
    this.led++
    let part = ''
    for (const row of rows) {
      if (row.type !== 'tableRow') continue
      const wanted = part !== 'tbody' && isHead(row) ? 'thead' : 'tbody'
      if (wanted !== part) this.out += `${part && `</${part}>\n`}<${wanted}>\n`
      part = wanted
      this.row(row, wanted === 'thead' ? 'col' : 'row')
    }
    this.led--
    this.out += `${part && `</${part}>\n`}</table></div>\n`
  }

  private row(row: TableRow, scope: 'col' | 'row'): void {
    this.out += '<tr>'
    for (const cell of row.children) {
      if (cell.type !== 'tableCell') continue
      // A heading without words names nothing.
      const isHead = cell.header && cell.children.length > 0
      const tag = isHead ? 'th' : 'td'
      const align = cell.align !== null && ALIGNMENTS.has(cell.align) ? ` class="a-${cell.align}"` : ''
      const columns = cell.columns > 1 ? ` colspan="${wholeNumber(cell.columns, MAX_SPAN)}"` : ''
      const rows = cell.rows > 1 ? ` rowspan="${wholeNumber(cell.rows, MAX_SPAN)}"` : ''
      const heads = isHead ? ` scope="${scope}"` : ''
      this.wrap(`<${tag}${align}${columns}${rows}${heads}>`, cell.children, `</${tag}>`)
    }
    this.out += '</tr>\n'
  }

  private footnote(node: Footnote): void {
    const number = wholeNumber(node.number)
    this.wrap(`<li id="${this.prefix}note-${number}">`, node.children, '')
    if (node.called) {
      const label = escapeText(filled(this.words.backToText, { number }))
      this.out += `<a class="footnote-back" href="#${this.prefix}call-${number}" aria-label="${label}">↩</a>`
    }
    this.out += '</li>\n'
  }
}

const NUMBERINGS = new Set(['a', 'A', 'i', 'I'])

const isHead = (row: TableRow): boolean =>
  row.children.length > 0 && row.children.every(cell => cell.type === 'tableCell' && cell.header)

/**
 * A tree → HTML from a fixed list of elements, attributes, classes and schemes. Line breaks are kept, remote images are
 * links, links that leave the site carry `rel="nofollow ugc noopener"`. Where mentions and quotes lead is up to
 * `resolution`; without it they are text.
 */
export function renderHtml(document: Document, resolution: Resolution = {}): string {
  return new Printer(resolution, document.children).out
}
