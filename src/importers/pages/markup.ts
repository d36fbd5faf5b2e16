import { BodyMedia } from './body-media.ts'
import { isChrome } from './chrome.ts'
import { type Code, codeSource } from './code.ts'
import {
  childrenOf,
  clean,
  type Element,
  elementsIn,
  hasClass,
  isElement,
  type Node,
  near,
  textOf,
} from './dom.ts'
import type { BodyNote } from './model.ts'
import { type Quote, quoteOf } from './quotes.ts'
import { type Format, formatsOf } from './styles.ts'
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
const quoteSource = (id: string): string => `\u0002${id}\u0002`
export const QUOTE_SOURCE = /, post: \u0002([^\u0002]*)\u0002/g

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
/** How deep elements may stand in a text and mean something. */
const BODY_DEPTH_MAX = 150
const SPOILERS = ['bbCodeInlineSpoiler', 'spoiler', 'spoiled', 'ipsSpoiler']
const PLAYERS = ['bbMediaWrapper', 'lazyYT', 'lazy-video-container', 'ipsEmbeddedVideo']

/** Nodes of a post's body → BBCode, with a note for every quotation, picture, attachment and embed in it. */
export function bodySource(nodes: readonly Node[], options: BodyOptions): Body {
  const writer = new Writer()
  const notes: BodyNote[] = []
  new BodyWalk(writer, notes, options).nodes(nodes)
  return { source: writer.source(), notes }
}

class BodyWalk {
  private readonly media: BodyMedia
  private inHeading = false
  private depth = 0
  constructor(
    private readonly writer: Writer,
    private readonly notes: BodyNote[],
    private readonly options: BodyOptions,
  ) {
    this.media = new BodyMedia(writer, notes, options.base, nodes => this.nodes(nodes))
  }

  nodes(nodes: readonly Node[]): void {
    for (const node of nodes)
      if (node.type === 'text') this.writer.text(clean((node as { data: string }).data))
      else if (isElement(node)) this.deeper(node)
  }

  /** What stands deeper than anybody writes is taken as its text alone. */
  private deeper(element: Element): void {
    this.depth++
    if (this.depth <= BODY_DEPTH_MAX) this.element(element)
    else if (element.name === 'br') this.writer.lineBreak()
    else if (!isChrome(element)) this.nodes(childrenOf(element))
    this.depth--
  }

  private element(element: Element): void {
    if (isChrome(element) || this.options.skip?.(element)) return
    const quote = quoteOf(element)
    const code = quote ? null : codeSource(element)
    if (quote) this.quote(quote)
    else if (code) this.code(code)
    else if (!this.special(element) && !this.specialClass(element)) this.formatted(element)
  }

  private quote(quote: Quote): void {
    const name =
      quote.author
        ?.replace(/"/g, '”')
        .replace(/\n/g, ' ')
        .replace(/,(?=\s*post\s*:)/gi, '') ?? null
    const source = quote.source === null ? '' : `, post: ${quoteSource(quote.source)}`
    this.notes.push({ item: 'quote', outcome: 'taken', why: name === null ? 'without a name' : `of ${name}` })
    this.writer.block(name === null ? '[quote]' : `[quote="${name}${source}"]`, '[/quote]', () =>
      this.nodes(quote.content),
    )
  }

  private code({ opening, text, closing }: Code): void {
    this.writer.block(`${opening}${text}${closing}`, '', () => {})
  }

  /** Elements with a meaning of their own; true when one was written. */
  private special(element: Element): boolean {
    switch (element.name) {
      case 'br':
        this.writer.lineBreak()
        return true
      case 'img':
        this.media.image(element)
        return true
      case 'a':
        this.media.link(element)
        return true
      case 'hr':
        this.writer.block('[hr]', '', () => {})
        return true
      case 'iframe':
      case 'object':
      case 'embed':
      case 'video':
      case 'audio':
        this.media.embed(element)
        return true
      case 'ul':
      case 'ol':
        this.list(element)
        return true
      case 'table':
        return this.table(element)
      case 'details':
        this.details(element)
        return true
      default:
        return false
    }
  }

  private specialClass(element: Element): boolean {
    if (hasClass(element, 'bbCodeSpoiler')) {
      const button = elementsIn(element).find(child => hasClass(child, 'bbCodeSpoiler-button'))
      this.spoiler(element, /:\s*(.+)$/.exec(textOf(button, 120))?.[1] ?? '', childrenOf(element))
      return true
    }
    if (SPOILERS.some(name => hasClass(element, name))) {
      this.spoiler(element, '', childrenOf(element))
      return true
    }
    if (element.name === 'aside' && hasClass(element, 'onebox')) {
      this.media.card(element)
      return true
    }
    if (PLAYERS.some(name => hasClass(element, name)) || element.attribs['data-media-key'] !== undefined) {
      this.media.embed(element)
      return true
    }
    return false
  }

  private details(element: Element): void {
    const summary = elementsIn(element).find(child => child.name === 'summary')
    this.spoiler(
      element,
      textOf(summary, 120),
      childrenOf(element).filter(child => child !== summary),
    )
  }

  private spoiler(element: Element, title: string, content: readonly Node[]): void {
    const safe = title.replace(/["[\]]/g, '').trim()
    const inside = (): void => this.nodes(content)
    if (element.name === 'span') this.writer.around('spoiler', null, inside)
    else this.writer.block(safe === '' ? '[spoiler]' : `[spoiler="${safe}"]`, '[/spoiler]', inside)
  }

  private list(element: Element): void {
    this.writer.block(element.name === 'ol' ? '[list=1]' : '[list]', '\n[/list]', () => {
      for (const item of elementsIn(element)) {
        this.writer.mark('[*]')
        if (item.name === 'li') this.nodes(childrenOf(item))
        else this.element(item)
      }
    })
  }

  /** False for a table without rows, whose content is written as if it stood alone. */
  private table(element: Element): boolean {
    const rows = elementsIn(element)
      .flatMap(child => (/^(?:thead|tbody|tfoot)$/.test(child.name) ? elementsIn(child) : [child]))
      .filter(row => row.name === 'tr')
    if (rows.length === 0) return false
    this.writer.block('[table]', '[/table]', () => {
      for (const row of rows)
        this.writer.block('[tr]', '[/tr]', () => {
          for (const cell of elementsIn(row)) this.cell(cell)
        })
    })
    return true
  }

  private cell(cell: Element): void {
    const inside = (): void => this.nodes(childrenOf(cell))
    this.writer.block(
      '[td]',
      '[/td]',
      cell.name === 'th' ? () => this.writer.around('b', null, inside) : inside,
    )
  }

  private formatted(element: Element): void {
    if (this.inHeading) {
      this.formats(element, phraseFormats(element))
      return
    }
    const heading = /^h[1-6]$/.test(element.name)
    const spaced = element.name === 'p' || heading
    const block = spaced || BLOCKS.has(element.name)
    if (block) this.writer.lines(spaced ? 2 : 1)
    if (heading) this.heading(element)
    else this.formats(element, formatsOf(element))
    if (block) this.writer.lines(spaced ? 2 : 1)
  }

  /** A heading is one line: what aligns something inside it stands around it, and boxes in it are no more than their text. */
  private heading(element: Element): void {
    const aligned = near(element, ALIGNED)
    const around = aligned ? formatsOf(aligned).filter(isAligning) : []
    this.inHeading = true
    this.formats(element, [...around, ...formatsOf(element)].filter(unique))
    this.inHeading = false
  }

  private formats(element: Element, formats: readonly Format[]): void {
    const inside = formats.reduceRight<() => void>(
      (next, [tag, value]) =>
        () =>
          this.writer.around(tag, value, next),
      () => this.nodes(childrenOf(element)),
    )
    inside()
  }
}

const ALIGNED = 'center, [align], [style*="text-align"]'
const isAligning = ([tag]: Format): boolean => tag === 'align' || tag === 'center'
const unique = (format: Format, index: number, all: readonly Format[]): boolean =>
  all.findIndex(([tag]) => tag === format[0]) === index
const phraseFormats = (element: Element): Format[] =>
  formatsOf(element).filter(format => !isAligning(format) && format[0] !== 'heading')
