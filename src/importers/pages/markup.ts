import { bbAddress } from './addresses.ts'
import { codeSource, codeText } from './code.ts'
import { attribute, childrenOf, clean, type Element, hasClass, isElement, type Node, textOf } from './dom.ts'
import {
  cardAddress,
  embedAddress,
  imageAddress,
  isAttachment,
  linkText,
  shortened,
  smileyText,
} from './media.ts'
import type { BodyNote } from './model.ts'
import { codeBox, type Quote, quoteOf } from './quotes.ts'
import { formatsOf } from './styles.ts'
import { Writer } from './writer.ts'

export interface Body {
  source: string
  notes: BodyNote[]
}

export interface BodyOptions {
  base: URL | null
  /** Elements that are no part of the text, such as an edit note printed inside it. */
  skip?: (element: Element) => boolean
}

/** Marks a quoted post's site id inside a body until the record's keys are known. */
export const quoteSource = (id: string): string => `\u0002${id}\u0002`
export const QUOTE_SOURCE = /, post: \u0002([^\u0002]*)\u0002/g

/** What softwares print around a text without its writer having written it. */
const CHROME = new Set([
  'bbCodeBlock-expandLink',
  'bbCodeBlock-shrinkLink',
  'js-selectToQuoteEnd',
  'quotetitle',
  'quoteheader',
  'quotefooter',
  'codeheader',
  'codetitle',
  'bbcode_description',
  'bbcode_postedby',
  'quote-controls',
  'lbContainer-zoomer',
  'ipsQuote_citation',
  'message-lastEdit',
  'reactionsBar',
  'signature',
  'after_content',
  'attachbox',
  'u-srOnly',
  'sr-only',
  'adsbygoogle',
  'samItem',
  'ipsType_light--edited',
  'ipsComment_edited',
  'edited_post',
  'bbCodeSpoiler-button',
  'clicks',
  'badge-notification',
  'cooked-selection-barrier',
])
const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'form',
  'input',
  'select',
  'textarea',
  'svg',
  'ins-ad',
  'meta',
  'link',
  'head',
  'title',
])
const PARAGRAPHS = new Set(['p'])
const BLOCKS = new Set([
  'div',
  'section',
  'article',
  'center',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'address',
  'fieldset',
])

/** Nodes of a post's body → BBCode, with a note for every quotation, picture, attachment and embed in it. */
export function bodySource(nodes: readonly Node[], options: BodyOptions): Body {
  const writer = new Writer()
  const notes: BodyNote[] = []
  new BodyWalk(writer, notes, options).nodes(nodes)
  return { source: writer.source(), notes }
}

class BodyWalk {
  constructor(
    private readonly writer: Writer,
    private readonly notes: BodyNote[],
    private readonly options: BodyOptions,
  ) {}

  nodes(nodes: readonly Node[]): void {
    for (const node of nodes)
      if (node.type === 'text') this.writer.text(clean((node as { data: string }).data))
      else if (isElement(node)) this.element(node)
  }

  private element(element: Element): void {
    if (SILENT.has(element.name) || this.isChrome(element) || this.options.skip?.(element)) return
    const quote = quoteOf(element)
    if (quote) return this.quote(quote)
    const code =
      codeSource(element) ??
      (codeBox(element) && /margin:\s*20px/.test(attribute(element, 'style'))
        ? codeText(codeBox(element) as Element)
        : null)
    if (code !== null) {
      this.writer.block(code.opening, '', () => this.writer.raw(`${code.text}${code.closing}`))
      return
    }
    if (this.special(element)) return
    this.formatted(element)
  }

  private isChrome(element: Element): boolean {
    const classes = element.attribs.class
    return classes !== undefined && classes.split(/\s+/).some(name => CHROME.has(name))
  }

  private quote(quote: Quote): void {
    const name =
      quote.author
        ?.replace(/"/g, '”')
        .replace(/[\r\n]/g, ' ')
        .replace(/,(?=\s*post\s*:)/gi, '') ?? null
    const source = quote.source === null ? '' : `, post: ${quoteSource(quote.source)}`
    const opening = name === null ? '[quote]' : `[quote="${name}${source}"]`
    this.notes.push({ item: 'quote', outcome: 'taken', why: name === null ? 'without a name' : `of ${name}` })
    this.writer.block(opening, '[/quote]', () => this.nodes(quote.content))
  }

  /** Elements with a meaning of their own; true when one was written. */
  private special(element: Element): boolean {
    switch (element.name) {
      case 'br':
        this.writer.lineBreak()
        return true
      case 'img':
        this.image(element)
        return true
      case 'a':
        this.link(element)
        return true
      case 'hr':
        this.writer.block('[hr]', '', () => {})
        return true
      case 'iframe':
      case 'object':
      case 'embed':
      case 'video':
      case 'audio':
        this.embed(element)
        return true
      case 'ul':
      case 'ol':
        this.list(element)
        return true
      case 'table':
        this.table(element)
        return true
      case 'details':
        this.spoiler(
          element,
          textOf(summaryOf(element), 120),
          childrenOf(element).filter(child => child !== summaryOf(element)),
        )
        return true
      default:
        return this.specialClass(element)
    }
  }

  private specialClass(element: Element): boolean {
    if (hasClass(element, 'bbCodeSpoiler')) {
      const button = childrenOf(element)
        .filter(isElement)
        .find(child => hasClass(child, 'bbCodeSpoiler-button'))
      const title = button ? textOf(button, 120).replace(/^[^:]{1,40}:\s*/, '') : ''
      this.spoiler(element, title === textOf(button, 120) ? '' : title, childrenOf(element))
      return true
    }
    if (
      hasClass(element, 'bbCodeInlineSpoiler') ||
      hasClass(element, 'spoiler') ||
      hasClass(element, 'spoiled') ||
      hasClass(element, 'ipsSpoiler')
    ) {
      const content = childrenOf(element).filter(
        child => !isElement(child) || !hasClass(child, 'ipsSpoiler_header'),
      )
      this.spoiler(element, '', content)
      return true
    }
    if (element.name === 'aside' && hasClass(element, 'onebox')) {
      const address = cardAddress(element, this.options.base)
      if (address) this.writer.block(`[url]${address}[/url]`, '', () => {})
      this.notes.push({
        item: 'embed',
        outcome: 'changed',
        why: `the card of a linked page is kept as its address ${address ?? ''}`.trim(),
      })
      return true
    }
    if (
      hasClass(element, 'bbMediaWrapper') ||
      hasClass(element, 'lazyYT') ||
      hasClass(element, 'lazy-video-container') ||
      element.attribs['data-media-key'] !== undefined
    ) {
      const frame = findFrame(element) ?? element
      this.embed(frame)
      return true
    }
    return false
  }

  private spoiler(element: Element, title: string, content: readonly Node[]): void {
    const safe = title.replace(/["[\]]/g, '').trim()
    const opening = safe === '' ? '[spoiler]' : `[spoiler="${safe}"]`
    const inside = (): void => this.nodes(content)
    if (element.name === 'span') this.writer.around('spoiler', null, inside)
    else this.writer.block(opening, '[/spoiler]', inside)
  }

  private image(element: Element): void {
    const smiley = smileyText(element)
    if (smiley !== null) {
      this.writer.text(smiley)
      return
    }
    const address = imageAddress(element, this.options.base)
    if (address) {
      this.writer.raw(`[img]${address}[/img]`)
      this.notes.push({
        item: 'image',
        outcome: 'changed',
        why: `kept as its address ${address}; the picture itself is not fetched`,
      })
      return
    }
    const name = attribute(element, 'alt') || attribute(element, 'title')
    if (name !== '') this.writer.text(name)
    this.notes.push({
      item: 'image',
      outcome: 'left',
      why: `the page holds no address of the picture${name === '' ? '' : ` "${name}"; its name is kept`}`,
    })
  }

  private link(element: Element): void {
    const href = attribute(element, 'href')
    if (hasClass(element, 'lightbox'))
      return this.nodes(childrenOf(element).filter(child => isElement(child) && child.name === 'img'))
    const address =
      /^#/.test(href) || hasClass(element, 'mention') ? null : bbAddress(href, this.options.base)
    const text = linkText(element)
    if (address && isAttachment(element))
      this.notes.push({
        item: 'attachment',
        outcome: 'changed',
        why: `kept as a link to ${address}; the file itself is not fetched`,
      })
    if (address === null || isOwnPicture(element, address, this.options.base))
      return this.nodes(childrenOf(element))
    if (shortened(text, address)) this.writer.raw(`[url]${address}[/url]`)
    else if (address.startsWith('mailto:'))
      this.writer.raw(`[email]${address.slice('mailto:'.length)}[/email]`)
    else
      this.writer.around('url', /[\s"]/.test(address) ? `"${address}"` : address, () =>
        this.nodes(childrenOf(element)),
      )
  }

  private embed(element: Element): void {
    const address = embedAddress(element, this.options.base)
    if (address) this.writer.block(`[url]${address}[/url]`, '', () => {})
    this.notes.push(
      address
        ? { item: 'embed', outcome: 'changed', why: `kept as a link to ${address}` }
        : { item: 'embed', outcome: 'left', why: 'the page holds no address of what was embedded' },
    )
  }

  private list(element: Element): void {
    const items = childrenOf(element).filter(isElement)
    this.writer.block(element.name === 'ol' ? '[list=1]' : '[list]', '\n[/list]', () => {
      for (const item of items) {
        this.writer.mark('[*]')
        if (item.name === 'li') this.nodes(childrenOf(item))
        else this.element(item)
      }
    })
  }

  private table(element: Element): void {
    const rows = childrenOf(element)
      .filter(isElement)
      .flatMap(child =>
        /^(?:thead|tbody|tfoot)$/.test(child.name) ? childrenOf(child).filter(isElement) : [child],
      )
      .filter(row => row.name === 'tr')
    if (rows.length === 0) return this.nodes(childrenOf(element))
    this.writer.block('[table]', '[/table]', () => {
      for (const row of rows)
        this.writer.block('[tr]', '[/tr]', () => {
          for (const cell of childrenOf(row).filter(isElement))
            this.writer.block(
              cell.name === 'th' ? '[th]' : '[td]',
              cell.name === 'th' ? '[/th]' : '[/td]',
              () => this.nodes(childrenOf(cell)),
            )
        })
    })
  }

  private formatted(element: Element): void {
    const paragraph = PARAGRAPHS.has(element.name)
    const block = paragraph || BLOCKS.has(element.name) || /^h[1-6]$/.test(element.name)
    if (block) this.writer.lines(paragraph || element.name.startsWith('h') ? 2 : 1)
    const inside = formatsOf(element).reduceRight<() => void>(
      (next, [tag, value]) =>
        () =>
          this.writer.around(tag, value, next),
      () => this.nodes(childrenOf(element)),
    )
    inside()
    if (block) this.writer.lines(paragraph || element.name.startsWith('h') ? 2 : 1)
  }
}

const summaryOf = (element: Element): Node | undefined =>
  childrenOf(element).find(child => isElement(child) && child.name === 'summary')

const findFrame = (element: Element): Element | null => {
  for (const child of childrenOf(element)) {
    if (!isElement(child)) continue
    if (child.name === 'iframe' || child.name === 'video') return child
    const inner = findFrame(child)
    if (inner) return inner
  }
  return null
}

/** A link around a picture to that same picture says nothing more than the picture. */
function isOwnPicture(element: Element, address: string, base: URL | null): boolean {
  const inside = childrenOf(element).filter(
    child => isElement(child) || (child.type === 'text' && textOf(child, 10) !== ''),
  )
  const only = inside[0]
  return (
    inside.length === 1 &&
    only !== undefined &&
    isElement(only) &&
    only.name === 'img' &&
    imageAddress(only, base) === address
  )
}
