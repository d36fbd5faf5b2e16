import { type Document, type Node, walk } from '@rostra/markup'
import { shortLine } from '#base/text.ts'
import { DAY } from '#base/time.ts'
import { addressKeyOf } from '../addresses/model.ts'

/** Links of one post that have a card. */
export const MOST_CARDS = 5
/** Limits of what is kept of a page, in UTF-16 units. */
export const MAX_CARD_TITLE = 150
export const MAX_CARD_DESCRIPTION = 250
export const MAX_CARD_SITE = 60
export const MAX_CARD_ADDRESS = 2000
/** How long after it failed a page is asked for again when somebody links to it. */
export const ASKED_AGAIN_AFTER = DAY
/** The job that asks for a page. */
export const CARD_JOB = 'link-card'

/** An address that stands alone on its line. */
export interface BareLink {
  readonly url: string
  /** What tells the same page under other addresses. */
  readonly key: string
}

/** What a page says of itself. */
export interface CardText {
  readonly title: string
  readonly description: string
  /** The site's name; '' where it does not say one. */
  readonly site: string
}

/** A card as it stands under a post. */
export interface LinkCard extends CardText {
  readonly url: string
  /** The path of its picture; null for none. */
  readonly picture: string | null
}

/** The path under which a picture of this hash is served. */
export const cardPicturePath = (hash: string): string => `/link-cards/${hash}`

/** The addresses of a text that stand alone on their lines, each once, in their order: those that a card is shown for. */
export function bareLinks(document: Document): BareLink[] {
  const found = new Map<string, BareLink>()
  walk(document, node => {
    if (node.type === 'paragraph') for (const link of aloneIn(node.children)) found.set(link.key, link)
    // What somebody else wrote, and what is hidden until it is asked for, has none.
    return node.type !== 'quote' && node.type !== 'spoiler' && node.type !== 'paragraph'
  })
  return [...found.values()].slice(0, MOST_CARDS)
}

/** Links that have a line of a paragraph for themselves. */
function aloneIn(children: readonly Node[]): BareLink[] {
  const lines: Node[][] = [[]]
  for (const child of children) {
    if (child.type === 'break') lines.push([])
    else lines.at(-1)!.push(child)
  }
  return lines.flatMap(line => {
    const full = line.filter(node => node.type !== 'text' || node.text.trim() !== '')
    const [link] = full
    return full.length === 1 && link?.type === 'link' ? bare(link) : []
  })
}

function bare({ href, children }: Extract<Node, { type: 'link' }>): BareLink[] {
  const text = children.map(child => (child.type === 'text' ? child.text : '\0')).join('')
  const isBare = /^(?:https?:\/\/|www\.)\S+$/i.test(text) && /^https?:\/\//i.test(href)
  return isBare && href.length <= MAX_CARD_ADDRESS && URL.canParse(href)
    ? [{ url: href, key: addressKeyOf(href) }]
    : []
}

/** What a page says of itself → what is kept of it; null for a page without any title. */
export function cardText(said: CardText): CardText | null {
  const title = shortLine(said.title, MAX_CARD_TITLE)
  if (title === '') return null
  return {
    title,
    description: shortLine(said.description, MAX_CARD_DESCRIPTION),
    site: shortLine(said.site, MAX_CARD_SITE),
  }
}
