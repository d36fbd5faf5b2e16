import { compile } from 'css-select'
import { DomHandler, DomUtils, Parser, type parseDocument } from 'htmlparser2'
import { PAGE_DEPTH_MAX, PAGE_NODES_MAX, PAGE_STEPS_MAX, PageRefused } from './model.ts'

export type Root = ReturnType<typeof parseDocument>
export type Node = Root['children'][number]
export type Element = Extract<Node, { attribs: Record<string, string> }>

/** A handler that stops at markup no forum prints, so that neither the tree nor the walk over it can be blown up. */
class BoundedHandler extends DomHandler {
  private depth = 0
  private nodes = 0
  constructor(private readonly file: string) {
    super()
  }
  override onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.depth > PAGE_DEPTH_MAX)
      throw new PageRefused(this.file, `markup nested deeper than ${PAGE_DEPTH_MAX} elements.`)
    if (++this.nodes > PAGE_NODES_MAX)
      throw new PageRefused(this.file, `more than ${PAGE_NODES_MAX} elements.`)
    super.onopentag(name, attributes)
  }
  override onclosetag(): void {
    this.depth--
    super.onclosetag()
  }
}

/** The page that is being read, and how many more elements may be looked at in it. */
let reading = { file: '', left: PAGE_STEPS_MAX }

/** Counts one look at an element. Throws `PageRefused` where a page is made so that every look leads to all the others. */
function step(): void {
  if (--reading.left < 0) throw new PageRefused(reading.file, 'its elements are too entangled to be read.')
}

/**
 * Markup of one page → its tree; broken and cut-off markup is repaired as far as it goes.
 * From then on looks at elements are counted for this page, until the next is parsed.
 * @throws PageRefused when it is deeper than `PAGE_DEPTH_MAX` or holds more than `PAGE_NODES_MAX` elements
 */
export function parsePage(file: string, markup: string): Root {
  reading = { file, left: PAGE_STEPS_MAX }
  const handler = new BoundedHandler(file)
  const parser = new Parser(handler, { decodeEntities: true })
  parser.write(markup)
  parser.end()
  return handler.root
}

const compiled = new Map<string, (node: Element) => boolean>()

function query(selector: string): (node: Element) => boolean {
  let test = compiled.get(selector)
  if (!test) {
    const matching = compile<Node, Element>(selector)
    test = node => {
      step()
      return matching(node)
    }
    compiled.set(selector, test)
  }
  return test
}

/** Every element below `within` that the selector names, in page order. */
export const all = (within: Node | Root, selector: string): Element[] => {
  const test = query(selector)
  return DomUtils.findAll(node => test(node as Element), childrenOf(within)) as Element[]
}

/** Like `all`, but not within what was found: posts stand beside each other, never in one another. */
export function outermost(within: Root, selector: string): Element[] {
  const test = query(selector)
  const found: Element[] = []
  const search = (nodes: readonly Node[]): void => {
    for (const node of nodes)
      if (isElement(node)) {
        if (test(node)) found.push(node)
        else search(node.children as Node[])
      }
  }
  search(childrenOf(within))
  return found
}

/** The first element below `within` that the selector names, or null. */
export const one = (within: Node | Root | null, selector: string): Element | null => {
  if (!within) return null
  const test = query(selector)
  return DomUtils.findOne(node => test(node as Element), childrenOf(within)) as Element | null
}

/** How many nodes of an element are looked at where what is sought stands near its beginning. */
const NEAR = 200

/** Like `one`, but only among the first nodes of an element: boxes within boxes must not be searched through again and again. */
export function near(within: Node | null | undefined, selector: string): Element | null {
  if (!within) return null
  const test = query(selector)
  let left = NEAR
  const search = (nodes: readonly Node[]): Element | null => {
    for (const node of nodes) {
      if (!isElement(node)) continue
      if (--left < 0) return null
      if (test(node)) return node
      const inner = search(node.children as Node[])
      if (inner) return inner
    }
    return null
  }
  return search(childrenOf(within))
}

export const matches = (element: Element, selector: string): boolean => query(selector)(element)

/** The nearest ancestor that the selector names, the element itself excluded, or null. */
export function above(element: Element, selector: string): Element | null {
  for (let node = element.parent; node; node = node.parent)
    if (isElement(node) && matches(node, selector)) return node
  return null
}

/** Whether an element stands within one that the selector names, itself within `until`. */
export function isWithin(element: Element, selector: string, until: Element): boolean {
  for (let node = element.parent; node && node !== until; node = node.parent)
    if (isElement(node) && matches(node, selector)) return true
  return false
}

export const isElement = (node: Node | Root | null | undefined): node is Element =>
  node != null && (node.type === 'tag' || node.type === 'script' || node.type === 'style')

export const isText = (node: Node): node is Extract<Node, { data: string }> => node.type === 'text'

export const childrenOf = (node: Node | Root): Node[] => ('children' in node ? (node.children as Node[]) : [])

/** An attribute's value with control characters and outer spaces removed; '' where it is missing. */
export function attribute(element: Element | null | undefined, name: string): string {
  const value = element && Object.hasOwn(element.attribs, name) ? element.attribs[name] : undefined
  return value === undefined ? '' : clean(value).trim()
}

export const hasClass = (element: Element, name: string): boolean =>
  ` ${element.attribs.class ?? ''} `.replace(/\s/g, ' ').includes(` ${name} `)

const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'option', 'svg'])
const LINES = new Set([
  'br',
  'div',
  'p',
  'li',
  'dd',
  'dt',
  'tr',
  'td',
  'table',
  'ul',
  'dl',
  'h3',
  'h4',
  'h5',
  'hr',
])

/** Text as one line: entities decoded, whitespace collapsed, hidden elements left out, at most `limit` characters. */
export function textOf(node: Node | Root | null | undefined, limit = 10_000): string {
  return node ? collapse(gather(node, limit, ' ')) : ''
}

/** The lines of an element as they would be printed, without empty ones; at most 10,000 characters. */
export function linesOf(node: Node | Root | null | undefined): string[] {
  if (!node) return []
  return gather(node, 10_000, '\n')
    .split('\n')
    .map(collapse)
    .filter(line => line !== '')
}

function gather(from: Node | Root, limit: number, lineBreak: string): string {
  let out = ''
  // Elements without text cost time too.
  let left = 1_000 + 20 * limit
  const walk = (node: Node | Root): void => {
    if (out.length >= limit || --left < 0) return
    step()
    if (node.type === 'text') {
      out += clean((node as { data: string }).data).replace(/\s+/g, ' ')
      return
    }
    const name = isElement(node) ? node.name : ''
    if (HIDDEN.has(name)) return
    if (LINES.has(name)) out += lineBreak
    for (const child of childrenOf(node)) walk(child)
    if (LINES.has(name)) out += lineBreak
  }
  walk(from)
  return out.slice(0, limit)
}

/** Numeric entities can bring back the control characters that decoding removed. */
export const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '')

/** Whitespace of any width collapsed to single spaces, outer ones removed, zero-width marks at the ends too. */
export const collapse = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/^[\s\u200b]+|[\s\u200b]+$/g, '')

/** The elements directly inside one. */
export const elementsIn = (node: Node | Root): Element[] => childrenOf(node).filter(isElement)
