/** Told of what stands in printed HTML, in its order. Offsets are UTF-16 units of the HTML. */
export interface PrintedVisitor {
  /** An element begins; `tag` is all of `<a href="…">`. Void elements begin and have no end. */
  open(name: string, tag: string, start: number): void
  close(name: string, start: number, end: number): void
  /** Text as it stands in the HTML, its entities with it. */
  text(start: number, end: number): void
}

const VOID = new Set(['br', 'hr', 'img'])
const ENTITIES: readonly (readonly [string, string])[] = [
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
]
const ENTITY = /&(?:amp|lt|gt|quot);/g

/** Whether an element has no content and no end. */
export const isVoid = (name: string): boolean => VOID.has(name)

/** The entity that begins at a place of printed HTML, and what it stands for; undefined where none begins. */
export const entityAt = (html: string, at: number): readonly [string, string] | undefined =>
  ENTITIES.find(([entity]) => html.startsWith(entity, at))

/** Printed text or an attribute's value → the text. */
export const withoutEntities = (printed: string): string =>
  printed.includes('&') ? printed.replace(ENTITY, entity => entityAt(entity, 0)![1]) : printed

/**
 * Goes once through HTML as packages/markup prints it: names in lower case, attributes in double quotation marks, and
 * neither `<` nor `>` but around tags. Not for any other HTML.
 */
export function visitPrinted(html: string, visitor: PrintedVisitor): void {
  for (let at = 0; at < html.length; ) {
    const start = html.indexOf('<', at)
    const textEnd = start === -1 ? html.length : start
    if (textEnd > at) visitor.text(at, textEnd)
    if (start === -1) return
    const found = html.indexOf('>', start)
    const end = found === -1 ? html.length : found + 1
    const tag = html.slice(start, end)
    if (tag[1] === '/') visitor.close(tag.slice(2, -1), start, end)
    else visitor.open(nameOf(tag), tag, start)
    at = end
  }
}

function nameOf(tag: string): string {
  const space = tag.indexOf(' ')
  return tag.slice(1, space === -1 ? tag.length - 1 : space)
}

/** The value of an attribute of a printed tag; '' where it has none. */
export function attributeOf(tag: string, name: string): string {
  const opening = ` ${name}="`
  const start = tag.indexOf(opening)
  if (start === -1) return ''
  const from = start + opening.length
  return withoutEntities(tag.slice(from, tag.indexOf('"', from)))
}
