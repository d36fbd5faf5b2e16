import { bbAddress } from './addresses.ts'
import { attribute, childrenOf, type Element, hasClass, isElement, type Node, textOf } from './dom.ts'
import { cardAddress, embedAddress, imageAddress, isAttachment, printedAddress, smileyText } from './media.ts'
import type { BodyNote } from './model.ts'
import type { Writer } from './writer.ts'

/** Writes what a body links, shows or plays; none of it is fetched, so an address stands for each. */
export class BodyMedia {
  constructor(
    private readonly writer: Writer,
    private readonly notes: BodyNote[],
    private readonly base: URL | null,
    private readonly nodes: (nodes: readonly Node[]) => void,
  ) {}

  /** A smiley becomes what it stands for, a picture its address. */
  image(element: Element): void {
    const smiley = smileyText(element)
    if (smiley !== null) {
      this.writer.text(smiley)
      return
    }
    const address = imageAddress(element, this.base)
    if (address) {
      this.writer.raw(`[img]${address}[/img]`)
      this.note('image', 'changed', 'kept as its address; the picture itself is not fetched', address)
      return
    }
    const name = attribute(element, 'alt') || attribute(element, 'title')
    if (name !== '') this.writer.text(name)
    const why = 'the page holds no address of the picture'
    if (name === '') this.note('image', 'left', why)
    else this.note('image', 'left', `${why}; its name is kept`, `"${name}"`)
  }

  link(element: Element): void {
    const inside = childrenOf(element)
    if (hasClass(element, 'lightbox')) {
      this.nodes(inside.filter(child => isElement(child) && child.name === 'img'))
      return
    }
    const href = attribute(element, 'href')
    const address = href.startsWith('#') || hasClass(element, 'mention') ? null : bbAddress(href, this.base)
    if (address && isAttachment(element))
      this.note('attachment', 'changed', 'kept as a link; the file itself is not fetched', address)
    if (address === null || this.isOwnPicture(element, address)) {
      this.nodes(inside)
      return
    }
    const printed = printedAddress(textOf(element, 2_000), address)
    if (printed !== null) this.writer.raw(`[url]${printed}[/url]`)
    else if (address.startsWith('mailto:'))
      this.writer.raw(`[email]${address.slice('mailto:'.length)}[/email]`)
    else this.writer.around('url', address, () => this.nodes(inside))
  }

  /** A player or a frame becomes the address a reader would open. */
  embed(element: Element): void {
    const address = embedAddress(frameIn(element) ?? element, this.base)
    if (address) this.writer.block(`[url]${address}[/url]`, '', () => {})
    if (address) this.note('embed', 'changed', 'kept as a link', address)
    else this.note('embed', 'left', 'the page holds no address of what was embedded')
  }

  /** The card of a linked page becomes the link it was made from. */
  card(element: Element): void {
    const address = cardAddress(element, this.base)
    if (address) this.writer.block(`[url]${address}[/url]`, '', () => {})
    if (address) this.note('embed', 'changed', 'the card of a linked page is kept as its address', address)
    else this.note('embed', 'left', 'the card of a linked page holds no address')
  }

  private note(item: BodyNote['item'], outcome: BodyNote['outcome'], why: string, which?: string): void {
    this.notes.push({ item, outcome, why, ...(which === undefined ? {} : { which }) })
  }

  /** A link around a picture to that same picture says nothing more than the picture. */
  private isOwnPicture(element: Element, address: string): boolean {
    const inside = childrenOf(element).filter(child => isElement(child) || textOf(child, 10) !== '')
    const only = inside[0]
    return (
      inside.length === 1 &&
      only !== undefined &&
      isElement(only) &&
      only.name === 'img' &&
      imageAddress(only, this.base) === address
    )
  }
}

function frameIn(element: Element): Element | null {
  for (const child of childrenOf(element)) {
    if (!isElement(child)) continue
    if (child.name === 'iframe' || child.name === 'video') return child
    const inner = frameIn(child)
    if (inner) return inner
  }
  return null
}
