/** One tag as it stands in a source: `[name…]` or `[/name]`. */
export interface Tag {
  /** In lower case. */
  name: string
  closing: boolean
  /** What stands between the name and the `]`, with its `=` or space. */
  attributes: string
  start: number
  /** Behind the `]`. */
  end: number
}

const NAME = /\[(\/?)([a-z][a-z0-9_]{0,19}|\*)/iy
const MAX_PLAIN = 2_100
const MAX_QUOTED = 600

/** Finds the tags of a source from left to right. Every look ahead is bounded or remembered, so the whole is linear. */
export class TagScanner {
  private nextClose = -1
  private nextLine = -1
  private readonly closings = new Map<string, number>()
  private lowered: string | null = null
  readonly source: string

  constructor(source: string) {
    this.source = source
  }

  private closeAfter(position: number): number {
    if (this.nextClose < position) {
      const found = this.source.indexOf(']', position)
      this.nextClose = found < 0 ? Number.POSITIVE_INFINITY : found
    }
    return this.nextClose
  }

  private lineAfter(position: number): number {
    if (this.nextLine < position) {
      const found = this.source.indexOf('\n', position)
      this.nextLine = found < 0 ? this.source.length : found
    }
    return this.nextLine
  }

  /** The tag that begins at the `[` at `start`, or null. */
  tagAt(start: number): Tag | null {
    NAME.lastIndex = start
    const match = NAME.exec(this.source)
    if (!match) return null
    const after = NAME.lastIndex
    const close = this.closeAfter(after)
    if (close === Number.POSITIVE_INFINITY) return null
    const closing = match[1] === '/'
    const name = (match[2] as string).toLowerCase()
    if (close === after) return { name, closing, attributes: '', start, end: close + 1 }
    const first = this.source[after] as string
    if (closing || (first !== '=' && first !== ' ')) return null
    const end = this.attributesEnd(after, close)
    return end < 0 ? null : { name, closing, attributes: this.source.slice(after, end), start, end: end + 1 }
  }

  /** The `]` that ends attributes; one inside quotation marks does not. */
  private attributesEnd(after: number, close: number): number {
    const line = this.lineAfter(after)
    if (close > line || close - after > MAX_PLAIN) return -1
    const text = this.source.slice(after, close)
    const mark = /=\s*(["'])/.exec(text)?.[1]
    if (!mark) return text.includes('[') ? -1 : close
    if (close - after > MAX_QUOTED) return -1
    if (text.trimEnd().endsWith(mark) && text.trimEnd().length > text.indexOf(mark) + 1) return close
    if (text.split(mark).length % 2 === 1) return close
    const quotedEnd = this.source.slice(close, Math.min(line, after + MAX_QUOTED)).indexOf(`${mark}]`)
    return quotedEnd < 0 ? -1 : close + quotedEnd + 1
  }

  /** Where the `[/name]` from `from` on stands, or -1. */
  closingOf(name: string, from: number): number {
    const known = this.closings.get(name)
    if (known !== undefined && (known === -1 || known >= from)) return known
    this.lowered ??= this.source.replace(/[A-Z]+/g, letters => letters.toLowerCase())
    const found = this.lowered.indexOf(`[/${name}]`, from)
    this.closings.set(name, found)
    return found
  }
}

/** `="x y"` → `x y`; attributes without a value of their own give `''`. */
export function optionOf(attributes: string): string {
  if (!attributes.startsWith('=')) return ''
  const value = attributes.slice(1).trim()
  const quoted = /^(["'])(.*?)\1(?:\s+[\w-]+=.*)?$/s.exec(value)
  if (quoted) return (quoted[2] as string).trim()
  return value.replace(/\s+[\w-]+=.*$/s, '')
}

/** The value of `name=…` among the attributes, quoted or not; `''` where it does not stand. */
export function attributeOf(attributes: string, name: string): string {
  for (const match of attributes.matchAll(/\s([a-z_-]{1,30})=(?:"([^"]*)"|'([^']*)'|([^\s"']*))/gi))
    if ((match[1] as string).toLowerCase() === name) return match[2] ?? match[3] ?? match[4] ?? ''
  return ''
}
