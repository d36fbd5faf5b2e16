import { localImage, localPath, safeAddress, shortName } from './addresses.ts'
import { escapeText } from './escape.ts'
import type { Resolution } from './resolution.ts'
import { isStyleClass } from './styles.ts'
import type { FormatName, Image, Link, Mention, Node, Styled } from './tree.ts'
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
const EXTERNAL = ' rel="nofollow ugc noopener"'

/** Prints what stands within a line. Every element, attribute and class stands literally here or in `html.ts`. */
export abstract class InlinePrinter {
  out = ''
  /** Above 0 inside a link, where no other link may stand. */
  private links = 0
  protected readonly words: Words
  protected readonly prefix: string
  protected readonly resolution: Resolution

  constructor(resolution: Resolution) {
    this.resolution = resolution
    this.words = resolution.words ? { ...ENGLISH, ...resolution.words } : ENGLISH
    this.prefix = resolution.idPrefix ? escapeText(resolution.idPrefix) : ''
  }

  /** Prints a node that is a block. */
  protected abstract block(node: Node): void

  protected wrap(before: string, children: readonly Node[], after: string): void {
    this.out += before
    for (const child of children) this.node(child)
    this.out += after
  }

  protected node(node: Node): void {
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
      case 'style':
        this.style(node)
        break
      case 'media':
        this.anchored(node.href, 'media', escapeText(node.href))
        break
      case 'attachment':
        this.out += `<span class="attachment">${escapeText(node.label)}</span>`
        break
      case 'anchor':
        this.wrap('', node.children, '')
        break
      case 'footnoteCall':
        this.call(node.number, node.first)
        break
      default:
        this.block(node)
    }
  }

  private style(node: Styled): void {
    const tag = node.block ? 'div' : 'span'
    const name = isStyleClass(node.style) ? ` class="${node.style}"` : ''
    this.wrap(`<${tag}${name}>`, node.children, `</${tag}>${node.block ? '\n' : ''}`)
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

  protected anchored(href: string, name: string, inner: string): void {
    const opened = this.open(href, name, '')
    this.out += inner
    this.close(opened)
  }

  private link(node: Link): void {
    const opened = this.open(node.href, '', node.title)
    this.wrap('', node.children, '')
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

  private call(written: number, first: boolean): void {
    const number = Math.trunc(written) || 0
    const label = escapeText(filled(this.words.footnote, { number }))
    const id = first ? ` id="${this.prefix}call-${number}"` : ''
    if (this.links > 0) this.out += `<sup class="footnote-call">${number}</sup>`
    else
      this.out += `<sup class="footnote-call"${id}><a href="#${this.prefix}note-${number}" aria-label="${label}">${number}</a></sup>`
  }
}
