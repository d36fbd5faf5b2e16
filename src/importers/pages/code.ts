import { attribute, childrenOf, clean, type Element, hasClass, isElement, type Node, near } from './dom.ts'
import { codeBox, ownCell } from './quotes.ts'
import { protect } from './writer.ts'

export interface Code {
  opening: string
  text: string
  closing: string
}

/** A code block as any of the forum softwares marks it up, with its language where stated; null for other elements. */
export function codeSource(element: Element): Code | null {
  if (element.name === 'pre') return codeText(element)
  if (element.name === 'code') return inlineOrBlock(element)
  if (hasClass(element, 'bbCodeBlock--code'))
    return codeText(near(element, 'code') ?? near(element, '.bbCodeBlock-content') ?? element)
  if (hasClass(element, 'codecontent')) return codeText(element)
  if (hasClass(element, 'codebox')) return codeText(near(element, 'code, pre') ?? element)
  if (hasClass(element, 'codeblock'))
    return codeText(near(element, '.body code') ?? near(element, 'code') ?? near(element, '.body') ?? element)
  if (element.name === 'div' && /margin:\s*20px/.test(attribute(element, 'style'))) {
    const box = codeBox(element)
    return box ? codeText(box) : null
  }
  if (element.name === 'table') {
    const cell = ownCell(element, 'code')
    return cell ? codeText(cell) : null
  }
  return null
}

/** The text of a code element as typed: lines and indentation kept. */
export function codeText(element: Element): Code {
  const text = verbatim(element)
    .replace(/^\n+|\s+$/g, '')
    .replace(/\u00a0/g, ' ')
  if (/\[\/code\]/i.test(text)) return { opening: '', text: protect(text), closing: '' }
  const language = languageOf(element)
  return { opening: language ? `[code=${language}]` : '[code]', text, closing: '[/code]' }
}

/** SMF and phpBB print whole blocks in `code`; elsewhere it is a word in a line. */
function inlineOrBlock(element: Element): Code | null {
  if (hasClass(element, 'bbc_code')) return codeText(element)
  const text = verbatim(element)
  if (text.includes('\n')) return codeText(element)
  return null
}

function languageOf(element: Element): string | null {
  const inner = childrenOf(element).find(child => isElement(child) && child.name === 'code')
  for (const node of [element, inner]) {
    if (!node || !isElement(node)) continue
    const found = /(?:^|\s)lang(?:uage)?-([a-z0-9+#-]{1,20})(?:\s|$)/i.exec(attribute(node, 'class'))
    const name = found?.[1] ?? attribute(node, 'data-lang')
    if (/^[a-z0-9+#-]{1,20}$/i.test(name) && !/^(?:auto|none|plain|plaintext|nohighlight)$/i.test(name))
      return name.toLowerCase()
  }
  return null
}

function verbatim(element: Element): string {
  const out: string[] = []
  const walk = (node: Node): void => {
    if (node.type === 'text') out.push(clean((node as { data: string }).data))
    else if (isElement(node)) {
      if (node.name === 'br') out.push('\n')
      for (const child of childrenOf(node)) walk(child)
      if (/^(?:div|p|li|tr)$/.test(node.name)) out.push('\n')
    }
  }
  for (const child of childrenOf(element)) walk(child)
  const text = out.join('')
  // Where breaks are marked up, the line ends of the markup are the page's own.
  return element.name !== 'pre' && element.parent && !inPre(element) && /\n/.test(text) && near(element, 'br')
    ? breaksOnly(element)
    : text
}

function breaksOnly(element: Element): string {
  const out: string[] = []
  const walk = (node: Node): void => {
    if (node.type === 'text') out.push(clean((node as { data: string }).data).replace(/[\n\r]/g, ''))
    else if (isElement(node)) {
      if (node.name === 'br') out.push('\n')
      for (const child of childrenOf(node)) walk(child)
    }
  }
  for (const child of childrenOf(element)) walk(child)
  return out.join('')
}

function inPre(element: Element): boolean {
  for (let node = element.parent; node; node = node.parent)
    if (isElement(node) && node.name === 'pre') return true
  return false
}
