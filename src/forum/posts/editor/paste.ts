/** Elements of which nothing is pasted. */
const LEFT_OUT =
  'script, style, template, noscript, svg, math, iframe, object, embed, form, input, button, select, textarea, nav, meta, link, title, xml'
/** What word processors write for an item of a list instead of one. */
const OFFICE_LIST = /mso-list:\s*l\d+ level(\d)/i

/**
 * What was copied from a page or a word processor, as HTML → the same without what is no text: styles but for bold and italic,
 * comments, hidden things; lists of Word are lists, line breaks of the source are spaces. What becomes of it is for the schema
 * of the editor, which knows few elements and addresses.
 */
export function clean(html: string): string {
  const { body } = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->/g, ''), 'text/html')
  for (const element of body.querySelectorAll(LEFT_OUT)) element.remove()
  for (const element of body.querySelectorAll<HTMLElement>('[hidden], [aria-hidden="true"]')) element.remove()
  for (const element of body.querySelectorAll<HTMLElement>('[style]'))
    if (/(?:display:\s*none|visibility:\s*hidden|mso-hide:\s*all)/i.test(element.getAttribute('style') ?? ''))
      element.remove()
  listsOfOffice(body)
  for (const row of body.querySelectorAll('tr')) row.replaceWith(paragraphOf(row))
  for (const image of body.querySelectorAll('img')) image.replaceWith(wordsOf(image))
  return body.innerHTML
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
    const isItem = OFFICE_LIST.test(paragraph.getAttribute('style') ?? '')
    if (!isItem) {
      list = null
      continue
    }
    const marker = paragraph.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')
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
