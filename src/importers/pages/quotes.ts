import { postIdOf } from './addresses.ts'
import { parseMoment } from './dates.ts'
import {
  all,
  attribute,
  childrenOf,
  type Element,
  elementsIn,
  hasClass,
  isElement,
  matches,
  type Node,
  near,
  textOf,
} from './dom.ts'

export interface Quote {
  author: string | null
  /** The quoted post's id on its site, or null. */
  source: string | null
  content: Node[]
}

/** "wrote" as boards print it after a name. */
const WROTE =
  /^(.{1,120}?)\s*(?:\bwrote|\bsaid|\bschrieb|\bhat geschrieben|\bmeinte|\bsagte|\ba écrit|\ba dit|\bescribió|\bdijo|\bha escrito|\bha scritto|\bha detto|\bnapisał(?:\(a\)|a)?|пишет|писал(?:\(а\)|а)?|написал(?:\(а\)|а)?|сказал(?:\(а\)|а)?|\bschreef|\bzei|\bescreveu|\bdisse|\bskrev|\bnapsal(?:\(a\)|a)?|\byazdı|\bdedi|(?<=\s)írta|\ba scris|писав(?:\(ла\)|ла)?|\bkirjoitti|έγραψε|كتب|قال|כתב(?:\/ה)?|さんは書きました|さんが書きました|写道|寫道|說|说|님이 작성|\bđã viết|\bmenulis|написа)\s*[:：]?\s*[↑⬆]?\s*$/iu
/** "Quote from" as boards print it before a name. */
const FROM =
  /^(?:quote from|originally posted by|posted by|zitat von|ursprünglich geschrieben von|zitat|citation de|envoyé par|posté par|cita de|originalmente publicado por|citazione di|originariamente inviato da|cytat|zamieszczone przez|цитата|сообщение от|citaat van|oorspronkelijk geplaatst door|citação de|citat från|citat fra|citace|alıntı)\s*[:：]?\s*(.*)$/iu
const ALONE =
  /^(?:quote|zitat|citation|cita|citazione|cytat|цитата|citaat|citação|citat|citace|alıntı)\s*[:：]?$/iu

/**
 * The name in a quotation's heading (`Anna wrote:`, `Quote from: Anna on July 29, 2016`, `Zitat von Anna`, `Anna:`), or
 * null when it holds none.
 */
export function quotedName(heading: string): string | null {
  const text = heading.trim().slice(0, 200)
  if (text === '' || ALONE.test(text)) return null
  const wrote = WROTE.exec(text)
  const from = FROM.exec(text)
  const name = withoutDate((wrote?.[1] ?? from?.[1] ?? text).trim()).replace(/\s*[:：]\s*$/, '')
  return name === '' || name.length > 120 ? null : name
}

/** Takes ` on July 29, 2016, 22:23:13` off the end of a heading, in whatever language it is written. */
function withoutDate(text: string): string {
  for (let at = text.lastIndexOf(' '); at > 0; at = text.lastIndexOf(' ', at - 1)) {
    const tail = text.slice(at)
    if (tail.length > 60) break
    if (!/\d/.test(tail) || !/^ (?:on|am|le|en|il|el|em|op|от|в|w dniu|dnia|dne|den|-|«|\()/iu.test(tail))
      continue
    if (parseMoment(tail)) return text.slice(0, at).trim()
  }
  return text
}

/** A quotation as any of the forum softwares marks it up, or null when the element is none. */
export function quoteOf(element: Element): Quote | null {
  if (element.name === 'blockquote') return blockquote(element)
  if (element.name === 'aside' && hasClass(element, 'quote')) return discourse(element)
  if (hasClass(element, 'quotecontent')) return paired(element, 'quotetitle')
  if (hasClass(element, 'bbcode_quote')) return vbulletin4(element)
  if (element.name === 'table') return phpbb2(element)
  if (element.name === 'div' && /margin:\s*20px/.test(attribute(element, 'style'))) return vbulletin3(element)
  return null
}

function blockquote(element: Element): Quote {
  if (element.attribs['data-quote'] !== undefined || hasClass(element, 'bbCodeBlock--quote'))
    return xenforo(element)
  if (hasClass(element, 'ipsQuote') || element.attribs['data-ipsquote'] !== undefined)
    return invision(element)
  const before = previousElement(element)
  if (before && hasClass(before, 'quoteheader')) return paired(element, 'quoteheader')
  const holder =
    elementsIn(element).length === 1 && elementsIn(element)[0]?.name === 'div'
      ? (elementsIn(element)[0] as Element)
      : element
  const cite = elementsIn(holder).find(child => child.name === 'cite')
  if (!cite) return { author: null, source: null, content: childrenOf(element) }
  return { ...citation(cite), content: childrenOf(holder).filter(child => child !== cite) }
}

function xenforo(element: Element): Quote {
  const content =
    near(element, '.bbCodeBlock-expandContent') ?? near(element, '.bbCodeBlock-content') ?? element
  const source = /^post:\s*(\d+)/.exec(attribute(element, 'data-source'))
  const heading = elementsIn(element).find(child => hasClass(child, 'bbCodeBlock-title'))
  return {
    author: attribute(element, 'data-quote') || quotedName(textOf(heading, 200)),
    source: source?.[1] ?? null,
    content: childrenOf(content),
  }
}

function invision(element: Element): Quote {
  const heading = elementsIn(element).find(child => hasClass(child, 'ipsQuote_citation'))
  const content = elementsIn(element).find(child => hasClass(child, 'ipsQuote_contents'))
  const said = /(?:,|\s)\s*([^,]{1,80})\s+said:?$/i.exec(textOf(heading, 200))
  return {
    author: attribute(element, 'data-ipsquote-username') || (said ? (said[1] as string).trim() : null),
    source: /^\d+$/.exec(attribute(element, 'data-ipsquote-contentcommentid'))?.[0] ?? null,
    content: content ? childrenOf(content) : childrenOf(element).filter(child => child !== heading),
  }
}

function discourse(element: Element): Quote {
  const heading = elementsIn(element).find(child => hasClass(child, 'title'))
  const content = elementsIn(element).find(child => child.name === 'blockquote')
  const topic = attribute(element, 'data-topic')
  const post = attribute(element, 'data-post')
  return {
    author: attribute(element, 'data-username') || quotedName(textOf(heading, 200)),
    source: /^\d+$/.test(topic) && /^\d+$/.test(post) ? `${topic}/${post}` : null,
    content: content ? childrenOf(content) : childrenOf(element).filter(child => child !== heading),
  }
}

/** Softwares that print a quotation's heading as an element of its own before it. */
function paired(element: Element, heading: string): Quote {
  const before = previousElement(element)
  const cited = before && hasClass(before, heading) ? citation(before) : { author: null, source: null }
  const inner = elementsIn(element).find(child => child.name === 'cite')
  return {
    ...(inner ? citation(inner) : cited),
    content: childrenOf(element).filter(child => child !== inner),
  }
}

function vbulletin4(element: Element): Quote {
  const heading = near(element, '.bbcode_postedby')
  const content = near(element, '.message') ?? near(element, '.quote_container') ?? element
  return { ...(heading ? citation(heading) : { author: null, source: null }), content: childrenOf(content) }
}

function vbulletin3(element: Element): Quote | null {
  if (!matches(elementsIn(element)[0] ?? element, '.smallfont') || codeBox(element)) return null
  const skinned = elementsIn(element).find(child => hasClass(child, 'postquote'))
  const box = skinned ?? near(element, 'td.alt2, div.alt2, .postquote')
  if (!box) return null
  const heading = (skinned ? elementsIn(element) : elementsIn(box)).find(
    child =>
      child !== skinned && child.name === 'div' && near(child, 'strong') && FROM.test(textOf(child, 200)),
  )
  const inner =
    heading && !skinned ? elementsIn(box).find(child => child.name === 'div' && child !== heading) : null
  return {
    ...(heading ? citation(heading) : { author: null, source: null }),
    content: childrenOf(inner ?? box),
  }
}

/** The text box of a vBulletin 3 margin box that holds code, or null. */
export const codeBox = (element: Element): Element | null =>
  elementsIn(element).find(child => matches(child, 'pre, div.alt2[dir="ltr"], .postcode')) ?? null

function phpbb2(element: Element): Quote | null {
  const cell = ownCell(element, 'quote')
  if (!cell) return null
  return { ...citation(near(element, '.genmed')), content: childrenOf(cell) }
}

/** The cell with this class that belongs to a table itself, not to one nested in it. */
export function ownCell(table: Element, name: string): Element | null {
  const rows = elementsIn(table).flatMap(child => (child.name === 'tbody' ? elementsIn(child) : [child]))
  for (const row of rows) {
    const cell = elementsIn(row).find(child => child.name === 'td' && hasClass(child, name))
    if (cell) return cell
  }
  return null
}

/** Name and source from a heading: the linked or stressed name where there is one, else the sentence around it. */
function citation(heading: Element | null): { author: string | null; source: string | null } {
  if (!heading) return { author: null, source: null }
  const links = all(heading, 'a[href]')
  const numbered = attribute(near(heading, 'a[data-post-id]'), 'data-post-id')
  const source =
    numbered || links.map(link => postIdOf(attribute(link, 'href'))).find(id => id !== null) || null
  const named = all(heading, 'a, strong').find(
    child =>
      (child.name === 'strong' || /profile|member|user|u=\d/i.test(attribute(child, 'href'))) &&
      textOf(child, 200) !== '',
  )
  if (named) return { author: textOf(named, 120), source }
  const dates = new Set<Node>(
    elementsIn(heading).filter(
      child =>
        hasClass(child, 'responsive-hide') ||
        (child.name === 'span' && /^\(?[\d./,: h-]+/.test(textOf(child, 60))),
    ),
  )
  const words = childrenOf(heading)
    .filter(child => !dates.has(child))
    .map(child => textOf(child, 300))
    .join(' ')
  return { author: quotedName(words.replace(/\s+/g, ' ')), source }
}

export function previousElement(element: Element): Element | null {
  for (let node = element.prev; node; node = node.prev) {
    if (isElement(node as Node)) return node as Element
    if (node.type === 'text' && (node as { data?: string }).data?.trim()) return null
  }
  return null
}
