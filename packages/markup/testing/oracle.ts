import { Parser } from 'htmlparser2'
import sanitize from 'sanitize-html'
import { CLASS_NAMES } from '../src/markup.ts'

/** Written apart from the renderer, so that a mistake there is not repeated here. */
const ATTRIBUTES: Record<string, readonly string[]> = {
  a: ['class', 'href', 'title', 'rel', 'aria-label', 'dir'],
  blockquote: ['class', 'data-post', 'data-revision'],
  br: [],
  cite: ['dir'],
  code: ['class'],
  details: ['class'],
  div: ['class', 'role', 'tabindex', 'aria-label', 'dir'],
  em: [],
  h3: ['dir'],
  h4: ['dir'],
  h5: ['dir'],
  h6: ['dir'],
  hr: [],
  img: ['src', 'alt', 'title', 'loading'],
  li: ['class', 'id', 'value'],
  mark: [],
  ol: ['start', 'type', 'dir'],
  p: ['class', 'dir'],
  pre: ['tabindex'],
  s: [],
  span: ['class', 'tabindex', 'role', 'aria-label', 'id'],
  strong: [],
  sub: [],
  summary: ['dir'],
  sup: ['class', 'id'],
  table: ['dir'],
  tbody: [],
  td: ['class', 'colspan', 'rowspan'],
  th: ['class', 'colspan', 'rowspan', 'scope'],
  thead: [],
  tr: [],
  u: [],
  ul: ['dir'],
}
/** What the values of attributes may be, addresses and words for readers aside. */
const VALUES: Record<string, RegExp> = {
  rel: /^nofollow ugc noopener$/,
  tabindex: /^0$/,
  role: /^(?:group|img)$/,
  dir: /^(?:auto|ltr|rtl)$/,
  id: /^(?:[a-z0-9]+-)?(?:note-\d+|call-\d+|anchor-[\w.-]{1,60})$/,
  loading: /^lazy$/,
  scope: /^(?:col|row)$/,
  type: /^[aAiI]$/,
  start: /^-?\d+$/,
  value: /^\d+$/,
  colspan: /^\d{1,2}$/,
  rowspan: /^\d{1,2}$/,
  'data-post': /^\d+\/\d+$/,
  'data-revision': /^\d+$/,
}
const VOID = new Set(['br', 'hr', 'img'])
const BLOCKS = new Set(
  'blockquote details div h3 h4 h5 h6 hr li ol p pre table tbody td th thead tr ul'.split(' '),
)
const NO_BLOCKS = new Set('a cite code em h3 h4 h5 h6 mark p s span strong sub summary sup u'.split(' '))
const CLASSES = new Set(CLASS_NAMES)
const HOME = 'https://forum.invalid'

function addressFinding(name: string, value: string): string | null {
  let url: URL
  try {
    url = new URL(value, HOME)
  } catch {
    return /^(?:https?:\/\/|mailto:)/i.test(value) ? null : `${name} is no address: ${value}`
  }
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return `${name} has the scheme ${url.protocol}`
  if (/^[\s\u0000-\u001f]/.test(value)) return `${name} begins with a space: ${value}`
  if (!/^(?:https?:|mailto:)/i.test(value) && url.origin !== HOME) return `${name} leaves the site: ${value}`
  if (name === 'src' && (url.origin !== HOME || !/^\/(?:files|avatars)\//.test(url.pathname)))
    return `an image is loaded from ${value}`
  return null
}

function attributeFinding(element: string, name: string, value: string): string | null {
  if (!ATTRIBUTES[element]?.includes(name)) return `<${element}> has ${name}`
  if (name === 'href' || name === 'src') return addressFinding(name, value)
  if (name === 'class' && !CLASSES.has(value) && !/^language-[\p{L}\p{N}_+#.-]{1,40}$/u.test(value))
    return `class ${value}`
  return VALUES[name]?.test(value) === false ? `${name} is ${value}` : null
}

class Inspection {
  readonly findings: string[] = []
  readonly structure: string[] = []
  private readonly open: string[] = []

  opened(element: string, attributes: Record<string, string>): void {
    if (!Object.hasOwn(ATTRIBUTES, element)) this.findings.push(`<${element}>`)
    for (const [name, value] of Object.entries(attributes)) {
      const finding = attributeFinding(element, name, value)
      if (finding) this.findings.push(finding)
    }
    if (element === 'a' && this.open.includes('a')) this.findings.push('a link in a link')
    const parent = this.open.findLast(other => NO_BLOCKS.has(other))
    if (
      parent &&
      BLOCKS.has(element) &&
      this.open.indexOf(parent) > this.open.findLastIndex(other => BLOCKS.has(other))
    )
      this.findings.push(`<${element}> in <${parent}>`)
    if (!VOID.has(element)) this.open.push(element)
    this.structure.push(`<${element} ${JSON.stringify(Object.entries(attributes).sort())}>`)
  }

  closed(element: string, implied: boolean): void {
    if (VOID.has(element)) return
    if (implied) this.findings.push(`<${element}> is not closed`)
    if (this.open.pop() !== element) this.findings.push(`</${element}> closes nothing`)
    this.structure.push(`</${element}>`)
  }
}

function inspect(html: string): Inspection {
  const inspection = new Inspection()
  const parser = new Parser({
    onopentag: (name, attributes) => inspection.opened(name, attributes),
    onclosetag: (name, implied) => inspection.closed(name, implied),
    oncomment: () => inspection.findings.push('a comment'),
    onprocessinginstruction: () => inspection.findings.push('a processing instruction'),
    ontext: text => {
      const last = inspection.structure.length - 1
      if (last >= 0 && !inspection.structure[last]?.startsWith('<')) inspection.structure[last] += text
      else inspection.structure.push(`\u0000${text}`)
    },
  })
  parser.write(html)
  parser.end()
  return inspection
}

/** Rendered HTML → what is in it that may not be: elements, attributes, classes, addresses, nesting. */
export const findingsIn = (html: string): string[] => inspect(html).findings

/** As `findingsIn`, without what is wrong with the nesting alone: for trees that no text gives. */
export const activeIn = (html: string): string[] =>
  findingsIn(html).filter(
    finding => !/^<\w+> in <\w+>$|^a link in a link$|is not closed$|closes nothing$/.test(finding),
  )

/** Whether `sanitize-html` with the same list finds nothing to take away. */
export function isLeftAlone(html: string): boolean {
  const cleaned = sanitize(html, {
    allowedTags: Object.keys(ATTRIBUTES),
    allowedAttributes: Object.fromEntries(
      Object.entries(ATTRIBUTES).map(([tag, names]) => [tag, [...names]]),
    ),
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
  })
  return inspect(cleaned).structure.join('\n') === inspect(html).structure.join('\n')
}

/** Rendered HTML → the text that a reader sees in it, entities decoded. */
export function visibleText(html: string): string {
  let text = ''
  const parser = new Parser({
    ontext: part => {
      text += part
    },
  })
  parser.write(html)
  parser.end()
  return text
}

/** Rendered HTML → all that it says: its text, then the values of its attributes, entities decoded. */
export function shownIn(html: string): string {
  let values = ''
  const parser = new Parser({
    onopentag: (_name, attributes) => {
      values += ` ${Object.values(attributes).join(' ')}`
    },
  })
  parser.write(html)
  parser.end()
  return visibleText(html) + values
}
