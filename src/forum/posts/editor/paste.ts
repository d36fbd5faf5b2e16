/** Elements of which nothing is pasted. */
const LEFT_OUT =
  'script, style, template, noscript, svg, math, iframe, object, embed, form, input, button, select, textarea, nav, meta, link, title, xml'
/** What word processors write for an item of a list instead of one. */
const OFFICE_LIST = /mso-list:\s*l\d+ level(\d)/i

/** Styles, as they stand in the source: one that is parsed is applied, which the policy of the page refuses. */
const STYLES = /<style[\s\S]*?<\/style\s*>/gi
const STYLE = /(<[a-z][^<>]*?\s)style(?=\s*=)/gi
const HIDDEN = /(?:display:\s*none|visibility:\s*hidden|mso-hide:\s*all)/i
const BOLD = /(?:^|;)\s*font-weight:\s*(?:bold|[7-9]00)/i
const NOT_BOLD = /(?:^|;)\s*font-weight:\s*(?:normal|400)/i
const ITALIC = /(?:^|;)\s*font-style:\s*italic/i

/**
 * What was copied from a page or a word processor, as HTML → the same without what is no text: styles but for bold and italic,
 * comments, hidden things; lists of Word are lists, line breaks of the source are spaces. What becomes of it is for the schema
 * of the editor, which knows few elements and addresses.
 */
export function clean(html: string): string {
  const source = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(STYLES, '')
    .replace(STYLE, '$1data-style')
  const { body } = new DOMParser().parseFromString(source, 'text/html')
  for (const element of body.querySelectorAll(LEFT_OUT)) element.remove()
  for (const element of body.querySelectorAll<HTMLElement>('[hidden], [aria-hidden="true"]')) element.remove()
  for (const element of body.querySelectorAll('[data-style]'))
    if (HIDDEN.test(styleOf(element))) element.remove()
  listsOfOffice(body)
  for (const element of body.querySelectorAll('[data-style]')) sayByElements(element)
  for (const row of body.querySelectorAll('tr')) row.replaceWith(paragraphOf(row))
  for (const image of body.querySelectorAll('img')) image.replaceWith(wordsOf(image))
  return body.innerHTML
}

const styleOf = (element: Element): string => element.getAttribute('data-style') ?? ''

/** Bold and italic are said by elements instead of styles: Google Docs wraps everything in a `b` that is not bold. */
function sayByElements(element: Element): void {
  const style = styleOf(element)
  element.removeAttribute('data-style')
  if (BOLD.test(style) && !/^(?:B|STRONG|H[1-6])$/.test(element.tagName)) wrapWithin(element, 'strong')
  if (ITALIC.test(style) && !/^(?:I|EM)$/.test(element.tagName)) wrapWithin(element, 'em')
  if (NOT_BOLD.test(style) && /^(?:B|STRONG)$/.test(element.tagName))
    element.replaceWith(...element.childNodes)
}

function wrapWithin(element: Element, name: string): void {
  const wrap = document.createElement(name)
  wrap.append(...element.childNodes)
  element.append(wrap)
}

/** A row of a table as one line, its cells apart. */
function paragraphOf(row: Element): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.textContent = [...row.children].map(cell => cell.textContent?.trim() ?? '').join(' · ')
  return paragraph
}

/** A picture of another site is not shown here: its words stay, with the way to it. */
function wordsOf(image: HTMLImageElement): Node {
  const src = image.getAttribute('src') ?? ''
  const words = image.alt.trim()
  if (!/^https?:/i.test(src)) return document.createTextNode(words)
  const link = document.createElement('a')
  link.href = src
  link.textContent = words || src
  return link
}

function listsOfOffice(body: HTMLElement): void {
  let list: HTMLElement | null = null
  for (const paragraph of body.querySelectorAll<HTMLElement>('p')) {
    const isItem = OFFICE_LIST.test(styleOf(paragraph))
    if (!isItem) {
      list = null
      continue
    }
    const marker = paragraph.querySelector(
      '[data-style*="mso-list:Ignore" i], [data-style*="mso-list: Ignore" i]',
    )
    const isNumber = /\d/.test(marker?.textContent ?? '')
    marker?.remove()
    if (!list || paragraph.previousElementSibling !== list) {
      list = document.createElement(isNumber ? 'ol' : 'ul')
      paragraph.before(list)
    }
    const item = document.createElement('li')
    item.append(...paragraph.childNodes)
    paragraph.remove()
    list.append(item)
  }
}
