import { attachmentNumber, localImage, localPath, safeAddress, shortName } from './addresses.ts'
import { escapeText } from './escape.ts'
import type { Resolution, ResolvedFile, ResolvedPicture } from './resolution.ts'
import { isStyleClass } from './styles.ts'
import {
  type Anchor,
  type Attachment,
  type FormatName,
  type Image,
  type Link,
  type Mention,
  type Node,
  type Styled,
  walk,
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
const ANCHOR = /^[\w.-]{1,60}$/
const EXTERNAL = ' rel="nofollow ugc noopener"'

/** A number of a tree, which may have been stored and may hold anything, as it may stand in an attribute. */
export const wholeNumber = (number: number, most = Number.MAX_SAFE_INTEGER): number => {
  const whole = Math.trunc(Number(number))
  return Number.isSafeInteger(whole) ? Math.min(Math.max(whole, 0), most) : 0
}

/** Whether anything in a link can be read, so that there is something to follow. */
const hasWords = (nodes: readonly Node[]): boolean =>
  nodes.some(node => {
    if (node.type === 'text' || node.type === 'code') return node.text.trim() !== ''
    return 'children' in node ? hasWords(node.children) : node.type !== 'break'
  })

/** Prints what stands within a line. Every element, attribute and class stands literally here or in `html.ts`. */
export abstract class InlinePrinter {
  out = ''
  /** Above 0 inside something whose direction is set; what is inside follows it. */
  protected led = 0
  /** Above 0 inside a link, where no other link may stand. */
  private links = 0
  protected readonly words: Words
  protected readonly prefix: string
  protected readonly resolution: Resolution

  /** Where the open link leads, and the remote images in it that have a link of their own after it. */
  private target = ''
  private readonly linked: Image[] = []
  private readonly root: readonly Node[]
  /** Names of the anchors of this text, once a link asks for them; those printed already. */
  private anchors: Set<string> | null = null
  private readonly printed = new Set<string>()

  constructor(resolution: Resolution, root: readonly Node[]) {
    this.resolution = resolution
    this.root = root
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

  /** The attribute that lets a reader's browser find the direction of a text, where nothing around it has. */
  protected auto(): string {
    return this.led > 0 ? '' : ' dir="auto"'
  }

  /** As `wrap`, for a list: its direction is that of its first words, so that its markers stand in one line. */
  protected directed(before: string, rest: string, children: readonly Node[], after: string): void {
    this.out += before + this.auto() + rest
    this.led++
    this.wrap('', children, after)
    this.led--
  }

  protected node(node: Node): void {
    switch (node.type) {
      case 'text':
        this.out += escapeText(node.text)
        break
      case 'paragraph':
        this.wrap(this.led > 0 ? '<p>' : '<p dir="auto">', node.children, '</p>\n')
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
        this.attachment(node)
        break
      case 'anchor':
        this.anchor(node)
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
    const safe = this.links > 0 ? null : safeAddress(written)
    if (safe === null) return false
    const href = safe.startsWith('#') ? this.placeInText(safe) : safe
    const rel = localPath(href, this.resolution.origin) === null ? EXTERNAL : ''
    const direction = name === 'mention' ? ' dir="auto"' : ''
    this.out += `<a${name && ` class="${name}"`}${direction} href="${escapeText(href)}"${title && ` title="${escapeText(title)}"`}${rel}>`
    this.links++
    return true
  }

  /** `#name` → the address of that anchor of this text; any other stays as it is. */
  private placeInText(address: string): string {
    if (this.anchors === null) {
      const found = new Set<string>()
      walk({ type: 'paragraph', children: [...this.root] }, node => {
        if (node.type === 'anchor') found.add(node.name)
        return true
      })
      this.anchors = found
    }
    const name = address.slice(1)
    return this.anchors.has(name) && ANCHOR.test(name) ? `#${this.prefix}anchor-${name}` : address
  }

  private anchor(node: Anchor): void {
    const isFirst = !this.printed.has(node.name) && ANCHOR.test(node.name)
    this.printed.add(node.name)
    if (isFirst) this.wrap(`<span id="${this.prefix}anchor-${node.name}">`, node.children, '</span>')
    else this.wrap('', node.children, '')
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
    const number = attachmentNumber(node.href)
    if (number === null) this.linkTo(node)
    else this.attachmentLink(node, number)
  }

  private linkTo(node: Link): void {
    const opened = this.open(node.href, '', node.title)
    if (!opened) {
      this.wrap('', node.children, '')
      return
    }
    this.target = node.href
    if (hasWords(node.children)) this.wrap('', node.children, '')
    else this.out += escapeText(node.href)
    this.close(opened)
    for (const image of this.linked.splice(0)) {
      this.out += ' '
      this.image(image)
    }
  }

  /** What names an image: its description, else its file. */
  private nameOf(image: Image, address = image.src): string {
    return image.alt.trim() || filled(this.words.image, { name: shortName(address) })
  }

  /** An image of this site is shown. Any other is a link: readers' browsers ask no other site for anything. */
  private image(node: Image): void {
    const number = attachmentNumber(node.src)
    if (number !== null) this.attachmentImage(node, number)
    else this.imageAt(node)
  }

  private imageAt(node: Image): void {
    const address = safeAddress(node.src)
    const local = address === null ? null : localImage(address, this.resolution.origin)
    if (local !== null) {
      const title = node.title && ` title="${escapeText(node.title)}"`
      this.out += `<img src="${escapeText(local)}" alt="${escapeText(this.nameOf(node, local))}"${title} loading="lazy">`
    } else if (this.links > 0) this.linkedImage(node)
    else {
      const opened = this.open(node.src, 'image', node.title)
      this.out += escapeText(this.nameOf(node))
      this.close(opened)
    }
  }

  /** A remote image inside a link: its words become those of the link, its own link follows behind. */
  private linkedImage(node: Image): void {
    const isSame = safeAddress(node.src) === safeAddress(this.target)
    this.out += escapeText(node.alt.trim() || (isSame ? this.nameOf(node) : shortName(this.target)))
    if (!isSame) this.linked.push({ ...node, alt: '' })
  }

  private attachment({ id, label, full, alt }: Attachment): void {
    const number = attachmentNumber(`attachment:${id}`)
    const found =
      number === null ? undefined : this.resolution.attachment?.(number, { thumbnail: full !== true })
    if (!found) this.out += `<span class="attachment">${escapeText(label)}</span>`
    else this.kept(found, alt ?? '')
  }

  private attachmentImage({ src, alt, title }: Image, number: number): void {
    const found = this.resolution.attachment?.(number, { thumbnail: false })
    if (found) this.kept(found, alt)
    else this.out += escapeText(`![${alt}](${src}${title && ` "${title}"`})`)
  }

  private attachmentLink({ href, title, children }: Link, number: number): void {
    const found = this.links > 0 ? undefined : this.resolution.attachment?.(number, { thumbnail: false })
    if (!found) {
      this.wrap('[', children, escapeText(`](${href}${title && ` "${title}"`})`))
      return
    }
    const opened = this.open(found.href || (found.kind === 'picture' ? found.src : ''), 'attachment', title)
    if (hasWords(children)) this.wrap('', children, '')
    else this.out += escapeText(found.kind === 'file' ? found.name : found.alt || href)
    this.close(opened)
  }

  /** A file of the forum: a picture in the room that it will take, anything else as a link. */
  private kept(found: ResolvedPicture | ResolvedFile, written: string): void {
    const opened = this.open(found.href, 'attachment', '')
    if (found.kind === 'file') this.out += escapeText(written.trim() || found.name)
    else {
      const { src, srcset, alt } = found
      const [width, height] = [wholeNumber(found.width), wholeNumber(found.height)]
      const sizes =
        srcset && ` srcset="${escapeText(srcset)}" sizes="(max-width: ${width}px) 100vw, ${width}px"`
      this.out += `<img src="${escapeText(src)}"${sizes} width="${width}" height="${height}" alt="${escapeText(written.trim() || alt)}" loading="lazy" decoding="async">`
    }
    this.close(opened)
  }

  private mention(node: Mention): void {
    const found = this.links > 0 ? undefined : this.resolution.mention?.(node.name)
    if (found) this.anchored(found.href, 'mention', `@${escapeText(found.name)}`)
    else this.out += escapeText(node.written)
  }

  private call(written: number, first: boolean): void {
    const number = wholeNumber(written)
    const label = escapeText(filled(this.words.footnote, { number }))
    const id = first ? ` id="${this.prefix}call-${number}"` : ''
    if (this.links > 0) this.out += `<sup class="footnote-call">${number}</sup>`
    else
      this.out += `<sup class="footnote-call"${id}><a href="#${this.prefix}note-${number}" aria-label="${label}">${number}</a></sup>`
  }
}
