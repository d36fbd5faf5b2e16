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
/** What phpBB 2 wrote behind the names of its closing tags: `[/list:u]`, `[/*:m]`. */
const LEGACY_END = /:[muo]\]/y
/** An address that holds brackets in pairs, such as `?place[]=3`, up to the `]` of its tag. */
const BRACKETED =
  /=\s*(?:https?:\/\/|www\.|\/)[^\s[\]]{0,1000}(?:\[[\w.-]{0,40}\][^\s[\]]{0,1000}){1,20}(?=\])/iy
const MAX_PLAIN = 2_100
const MAX_QUOTED = 600

/** Where something was found from a place on; it holds for every later place that is not behind it. */
interface Found {
  from: number
  at: number
}

const holds = (found: Found | undefined, position: number): found is Found =>
  found !== undefined && position >= found.from && position <= found.at

/** Finds the tags of a source. Every look ahead is bounded or remembered, so reading from left to right is linear. */
export class TagScanner {
  private bracket: Found | undefined
  private line: Found | undefined
  private readonly closings = new Map<string, Found>()
  private lowered: string | null = null
  readonly source: string

  constructor(source: string) {
    this.source = source
  }

  private find(text: string, position: number): Found {
    const at = this.source.indexOf(text, position)
    return { from: position, at: at < 0 ? Number.POSITIVE_INFINITY : at }
  }

  private bracketAfter(position: number): number {
    if (!holds(this.bracket, position)) this.bracket = this.find(']', position)
    return this.bracket.at
  }

  private lineAfter(position: number): number {
    if (!holds(this.line, position)) this.line = this.find('\n', position)
    return this.line.at
  }

  /** The tag that begins at the `[` at `start`, or null. */
  tagAt(start: number): Tag | null {
    NAME.lastIndex = start
    const match = NAME.exec(this.source)
    if (!match) return null
    const after = NAME.lastIndex
    const close = this.bracketAfter(after)
    if (close === Number.POSITIVE_INFINITY) return null
    const name = (match[2] as string).toLowerCase()
    const closing = match[1] === '/'
    const end = close === after ? close : closing ? this.legacyEnd(after) : this.attributesEnd(after, close)
    if (end < 0) return null
    const attributes = closing ? '' : this.source.slice(after, end)
    return { name, closing, attributes, start, end: end + 1 }
  }

  private legacyEnd(after: number): number {
    LEGACY_END.lastIndex = after
    return LEGACY_END.test(this.source) ? after + 2 : -1
  }

  /** The `]` that ends attributes; one inside quotation marks does not. */
  private attributesEnd(after: number, close: number): number {
    const first = this.source.charCodeAt(after)
    if (first !== 61 && first !== 32) return -1
    const line = this.lineAfter(after)
    if (close > line || close - after > MAX_PLAIN) return -1
    const text = this.source.slice(after, close)
    const mark = /=\s*(["'])/.exec(text)?.[1]
    if (!mark) return text.includes('[') ? this.addressEnd(after) : close
    if (close - after > MAX_QUOTED) return -1
    if (text.trimEnd().endsWith(mark) && text.trimEnd().length > text.indexOf(mark) + 1) return close
    if (text.split(mark).length % 2 === 1) return close
    const quotedEnd = this.source.slice(close, Math.min(line, after + MAX_QUOTED)).indexOf(`${mark}]`)
    return quotedEnd < 0 ? -1 : close + quotedEnd + 1
  }

  private addressEnd(after: number): number {
    BRACKETED.lastIndex = after
    return BRACKETED.test(this.source) ? BRACKETED.lastIndex : -1
  }

  /** Where the `[/name]` from `from` on stands, or -1. */
  closingOf(name: string, from: number): number {
    let found = this.closings.get(name)
    if (!holds(found, from)) {
      this.lowered ??= this.source.replace(/[A-Z]+/g, letters => letters.toLowerCase())
      const at = this.lowered.indexOf(`[/${name}]`, from)
      found = { from, at: at < 0 ? Number.POSITIVE_INFINITY : at }
      this.closings.set(name, found)
    }
    return found.at === Number.POSITIVE_INFINITY ? -1 : found.at
  }
}
