import { localImage, localPath, safeAddress, shortName } from './addresses.ts'
import { escapeText } from './escape.ts'
import { Headings } from './headings.ts'
import type { Resolution } from './resolution.ts'
import { isStyleClass } from './styles.ts'
import type {
  CodeBlock,
  Document,
  Footnote,
  FormatName,
  Image,
  Link,
  ListItem,
  Mention,
  Node,
  Quote,
  QuoteReference,
  TableRow,
} from './tree.ts'
import { ENGLISH, filled, type Words } from './words.ts'

const FORMAT_TAGS: Record<FormatName, string> = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
  highlight: 'mark',
  spoiler: 'span',
}
const ALIGNMENTS = new Set(['left', 'center', 'right', 'justify'])
const LANGUAGE = /^[\p{L}\p{N}_+#.-]{1,40}$/u
const EXTERNAL = ' rel="nofollow ugc noopener"'

/** Prints one tree. Every element, attribute and class stands literally in this file; nothing else can be printed. */
class Printer {
  out = ''
  /** Above 0 inside a link, where no other link may stand. */
  private links = 0
  private readonly words: Words
  private readonly prefix: string
  private readonly headings: Headings
  private readonly resolution: Resolution

  constructor(resolution: Resolution, nodes: readonly Node[]) {
    this.resolution = resolution
    this.words = resolution.words ? { ...ENGLISH, ...resolution.words } : ENGLISH
    this.prefix = resolution.idPrefix ? escapeText(resolution.idPrefix) : ''
    this.headings = new Headings(nodes, resolution.firstHeading ?? 4)
    this.nodes(nodes)
  }

  private nodes(nodes: readonly Node[]): void {
    for (const node of nodes) this.node(node)
  }

  private node(node: Node): void {
    switch (node.type) {
      case 'text':
        this.out += escapeText(node.text)
        break
      case 'paragraph':
        this.wrap('<p>', node.children, '</p>\n')
        break
      case 'format':
        this.format(node.format, node.block, node.children)
        break
      case 'break':
        this.out += '<br>\n'
        break
      case 'link':
        this.link(node)
        break
      case 'code':
        this.out += `<code>${escapeText(node.text)}</code>`
        break
      case 'quote':
        this.quote(node)
        break
      case 'list':
        this.list(node.ordered, node.start, node.children)
        break
      case 'listItem':
        this.item(node)
        break
      case 'codeBlock':
        this.codeBlock(node)
        break
      case 'mention':
        this.mention(node)
        break
      case 'image':
        this.image(node)
        break
      default:
        this.rarer(node)
    }
  }

  private rarer(node: Node): void {
    switch (node.type) {
      case 'heading':
        this.heading(this.headings.next(node.level), node.children)
        break
      case 'rule':
        this.out += '<hr>\n'
        break
      case 'style': {
        const tag = node.block ? 'div' : 'span'
        const name = isStyleClass(node.style) ? ` class="${node.style}"` : ''
        this.wrap(`<${tag}${name}>`, node.children, `</${tag}>${node.block ? '\n' : ''}`)
        break
      }
      case 'spoiler':
        this.out += `<details class="spoiler"><summary>${escapeText(node.title || this.words.spoiler)}</summary>\n`
        this.wrap('', node.children, '</details>\n')
        break
      case 'aligned':
        this.wrap(
          `<div class="a-${ALIGNMENTS.has(node.align) ? node.align : 'left'}">\n`,
          node.children,
          '</div>\n',
        )
        break
      case 'indent':
        this.wrap(
          `<div class="i-${Math.min(5, Math.max(1, Math.trunc(node.level) || 1))}">\n`,
          node.children,
          '</div>\n',
        )
        break
      case 'table':
        this.table(node.children)
        break
      case 'media':
        this.anchored(node.href, 'media', escapeText(node.href))
        break
      case 'attachment':
        this.out += `<span class="attachment">${escapeText(node.label)}</span>`
        break
      case 'anchor':
        this.nodes(node.children)
        break
      case 'raw':
        this.out += node.block ? `<p>${escapeText(node.text)}</p>\n` : escapeText(node.text)
        break
      default:
        this.parts(node)
    }
  }

  /** What stands only inside a table or among footnotes. */
  private parts(node: Node): void {
    switch (node.type) {
      case 'footnoteCall':
        this.call(node.number, node.first)
        break
      case 'footnotes':
        this.out += `<section class="footnotes" aria-label="${escapeText(this.words.footnotes)}">\n<ol>\n`
        this.wrap('', node.children, '</ol>\n</section>\n')
        break
      case 'footnote':
        this.footnote(node)
        break
      case 'tableRow':
      case 'tableCell':
        this.nodes(node.children)
    }
  }

  private wrap(before: string, children: readonly Node[], after: string): void {
    this.out += before
    for (const child of children) this.node(child)
    this.out += after
  }

  private format(name: FormatName, block: boolean, children: readonly Node[]): void {
    const tag = Object.hasOwn(FORMAT_TAGS, name) ? FORMAT_TAGS[name] : 'span'
    if (tag === 'span') this.wrap('<span class="spoiler" tabindex="0">', children, '</span>')
    else if (block) this.wrap(`<div class="b-${name}">\n`, children, '</div>\n')
    else this.wrap(`<${tag}>`, children, `</${tag}>`)
  }

  /** Opens a link if its address may be followed and no link is open; tells whether it did. */
  private open(written: string, name: string, title: string): boolean {
    const href = this.links > 0 ? null : safeAddress(written)
    if (href === null) return false
    const rel = localPath(href, this.resolution.origin) === null ? EXTERNAL : ''
    this.out += `<a${name && ` class="${name}"`} href="${escapeText(href)}"${title && ` title="${escapeText(title)}"`}${rel}>`
    this.links++
    return true
  }

  private close(opened: boolean): void {
    if (!opened) return
    this.out += '</a>'
    this.links--
  }

  private anchored(href: string, name: string, inner: string): void {
    const opened = this.open(href, name, '')
    this.out += inner
    this.close(opened)
  }

  private link(node: Link): void {
    const opened = this.open(node.href, '', node.title)
    this.nodes(node.children)
    this.close(opened)
  }

  private image(node: Image): void {
    const address = safeAddress(node.src)
    const local = address === null ? null : localImage(address, this.resolution.origin)
    if (local !== null) {
      const title = node.title && ` title="${escapeText(node.title)}"`
      this.out += `<img src="${escapeText(local)}" alt="${escapeText(node.alt)}"${title} loading="lazy">`
      return
    }
    const opened = this.open(node.src, 'image', node.title)
    this.out += escapeText(node.alt.trim() || filled(this.words.image, { name: shortName(node.src) }))
    this.close(opened)
  }

  private mention(node: Mention): void {
    const found = this.links > 0 ? undefined : this.resolution.mention?.(node.name)
    if (found) this.anchored(found.href, 'mention', `@${escapeText(found.name)}`)
    else this.out += escapeText(node.written)
  }

  private quote(node: Quote): void {
    const reference = node.reference
    const post = reference?.post
    const data = post ? ` data-post="${Number(post.thread)}/${Number(post.number)}"` : ''
    const revision =
      post && reference?.revision !== null ? ` data-revision="${Number(reference?.revision)}"` : ''
    this.out += `<blockquote class="quote"${data}${revision}>\n`
    if (reference) this.cite(reference)
    this.wrap('', node.children, '</blockquote>\n')
  }

  private cite(reference: QuoteReference): void {
    const found = reference.post ? this.resolution.quote?.(reference) : undefined
    if (!found && reference.author === '') return
    this.out += '<cite>'
    if (found) {
      const { author, number } = found
      this.anchored(found.href, '', escapeText(filled(this.words.quoteBy, { author, number })))
    } else this.out += escapeText(reference.author)
    this.out += '</cite>\n'
  }

  private list(ordered: boolean, start: number, children: readonly Node[]): void {
    const first = ordered && start !== 1 ? ` start="${Math.trunc(start) || 0}"` : ''
    this.wrap(ordered ? `<ol${first}>\n` : '<ul>\n', children, ordered ? '</ol>\n' : '</ul>\n')
  }

  private item(node: ListItem): void {
    if (node.checked === null) {
      this.wrap('<li>', node.children, '</li>\n')
      return
    }
    const label = escapeText(node.checked ? this.words.taskDone : this.words.taskOpen)
    const box = `<span class="box" role="img" aria-label="${label}">${node.checked ? '☑' : '☐'}</span> `
    this.wrap(`<li class="task">${box}`, node.children, '</li>\n')
  }

  private codeBlock(node: CodeBlock): void {
    if (node.caption) this.out += `<p class="caption">${escapeText(node.caption)}</p>\n`
    const language = LANGUAGE.test(node.language) ? ` class="language-${node.language}"` : ''
    // The parser of HTML drops one line break after <pre>.
    const first = node.text.startsWith('\n') ? '\n' : ''
    this.out += `<pre tabindex="0">${first}<code${language}>${escapeText(node.text)}</code></pre>\n`
  }

  private heading(level: number, children: readonly Node[]): void {
    this.wrap(`<h${level}>`, children, `</h${level}>\n`)
  }

  private table(rows: readonly Node[]): void {
    this.out += `<div class="table" role="group" tabindex="0" aria-label="${escapeText(this.words.table)}"><table>\n`
    let part = ''
    for (const row of rows) {
      if (row.type !== 'tableRow') continue
      const wanted = part !== 'tbody' && isHead(row) ? 'thead' : 'tbody'
      if (wanted !== part) this.out += `${part && `</${part}>\n`}<${wanted}>\n`
      part = wanted
      this.row(row)
    }
    this.out += `${part && `</${part}>\n`}</table></div>\n`
  }

  private row(row: TableRow): void {
    this.out += '<tr>'
    for (const cell of row.children) {
      if (cell.type !== 'tableCell') continue
      const tag = cell.header ? 'th' : 'td'
      const align = cell.align !== null && ALIGNMENTS.has(cell.align) ? ` class="a-${cell.align}"` : ''
      this.wrap(`<${tag}${align}>`, cell.children, `</${tag}>`)
    }
    this.out += '</tr>\n'
  }

  private call(written: number, first: boolean): void {
    const number = Math.trunc(written) || 0
    const label = escapeText(filled(this.words.footnote, { number }))
    const id = first ? ` id="${this.prefix}call-${number}"` : ''
    if (this.links > 0) this.out += `<sup class="footnote-call">${number}</sup>`
    else
      this.out += `<sup class="footnote-call"${id}><a href="#${this.prefix}note-${number}" aria-label="${label}">${number}</a></sup>`
  }

  private footnote(node: Footnote): void {
    const number = Math.trunc(node.number) || 0
    this.wrap(`<li id="${this.prefix}note-${number}">`, node.children, '')
    if (node.called) {
      const label = escapeText(filled(this.words.backToText, { number }))
      this.out += `<a class="footnote-back" href="#${this.prefix}call-${number}" aria-label="${label}">↩</a>`
    }
    this.out += '</li>\n'
  }
}

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
