import { attribute, type Element, hasClass } from './dom.ts'

export type Format = readonly [tag: string, value: string | null]

const TAGS: Record<string, string> = {
  b: 'b',
  strong: 'b',
  i: 'i',
  em: 'i',
  cite: 'i',
  u: 'u',
  ins: 'u',
  s: 's',
  del: 's',
  strike: 's',
  sub: 'sub',
  sup: 'sup',
  code: 'icode',
  tt: 'icode',
  kbd: 'icode',
  center: 'center',
}
const COLOR = /^(?:#[0-9a-f]{3}(?:[0-9a-f]{3})?|[a-z]{3,20})$/i
const FONT_SIZES = ['', 'x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'xx-large']

/** The formatting an element gives its text, by tag, class or style → BBCode tags, outermost first. */
export function formatsOf(element: Element): Format[] {
  const formats: Format[] = []
  const heading = /^h([1-6])$/.exec(element.name)
  if (heading) formats.push(['heading', heading[1] as string])
  const tag = Object.hasOwn(TAGS, element.name) ? TAGS[element.name] : undefined
  if (tag) formats.push([tag, null])
  if (element.name === 'font') formats.push(...fontFormats(element))
  if (
    /^(?:left|right|center|justify)$/i.test(attribute(element, 'align')) &&
    /^(?:div|p|h[1-6])$/.test(element.name)
  )
    formats.push(['align', attribute(element, 'align').toLowerCase()])
  if (hasClass(element, 'bbc_u')) formats.push(['u', null])
  formats.push(...styleFormats(attribute(element, 'style'), element.name))
  return formats.filter(([name], index) => formats.findIndex(([other]) => other === name) === index)
}

function fontFormats(element: Element): Format[] {
  const formats: Format[] = []
  const color = attribute(element, 'color')
  if (COLOR.test(color)) formats.push(['color', color.toLowerCase()])
  const size = FONT_SIZES[Number(attribute(element, 'size'))]
  if (size) formats.push(['size', size])
  return formats
}

function styleFormats(style: string, name: string): Format[] {
  if (style === '') return []
  const formats: Format[] = []
  const value = (property: string): string =>
    new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]{1,60})`, 'i')
      .exec(style)?.[1]
      ?.replace(/!important/i, '')
      .trim()
      .toLowerCase() ?? ''
  const weight = value('font-weight')
  if (weight === 'bold' || Number(weight) >= 600) formats.push(['b', null])
  if (value('font-style') === 'italic') formats.push(['i', null])
  const line = value('text-decoration')
  if (line.includes('line-through')) formats.push(['s', null])
  else if (line.includes('underline')) formats.push(['u', null])
  const align = value('text-align')
  if (/^(?:right|center|justify)$/.test(align) && /^(?:div|p|h[1-6])$/.test(name))
    formats.push(['align', align])
  const color = hex(value('color'))
  if (color && name === 'span') formats.push(['color', color])
  const size = value('font-size')
  if (
    name === 'span' &&
    /^(?:\d{1,3}(?:\.\d+)?(?:px|pt|%)|(?:xx?-)?(?:small|large)|medium)$/.test(size) &&
    size !== '100%' &&
    size !== 'medium'
  )
    formats.push(['size', size])
  return formats
}

function hex(color: string): string | null {
  const found = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(color)
  if (found)
    return `#${found
      .slice(1)
      .map(part => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
      .join('')}`
  return COLOR.test(color) && !/^(?:inherit|initial|unset|transparent|auto|currentcolor)$/.test(color)
    ? color
    : null
}
