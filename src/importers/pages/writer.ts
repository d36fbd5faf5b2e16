import { TAG_NAMES } from '@rostra/markup'

/** Names that other boards' BBCode gives a meaning, beside those that ours does. */
const FOREIGN =
  'thead|tbody|audio|post|float|acronym|abbr|hide|embed|poll|math|tex|background|bg|flash|ftp|me|move|wrap'
/** A bracket before any other word is plain text everywhere. */
const NAMES = `${TAG_NAMES.join('|').replace('*', '\\*')}|${FOREIGN}`
const TAG = new RegExp(`\\[/?(?:${NAMES})(?=[\\]=\\s])`, 'i')
const TAGS = new RegExp(TAG.source, 'gi')
const PLAIN = /\[(?=\/?(?:noparse|plain|nobbc)\])/gi

/** Literal text → BBCode source that shows it letter by letter, whatever it looks like. */
export function protect(text: string): string {
  if (!text.includes('[')) return text
  const start = text.search(TAG)
  const close = text.lastIndexOf(']')
  if (start < 0 || close < start) return text
  const end = endOfTags(text, close)
  const literal = text.slice(start, end)
  // A literal [/noparse] would end the protection, so its bracket is protected alone.
  const safe = literal
    .split(PLAIN)
    .map((part, index) => {
      if (index === 0) return noparse(part)
      const end = part.indexOf(']') + 1
      return `${noparse('[')}${part.slice(0, end)}${noparse(part.slice(end))}`
    })
    .join('')
  return text.slice(0, start) + safe + text.slice(end)
}

/** Where the last tag ends; one with a value may hold brackets in it. */
function endOfTags(text: string, close: number): number {
  let last = ''
  let at = 0
  for (const found of text.matchAll(TAGS)) {
    last = found[0]
    at = found.index + last.length
  }
  return text[at] === ']' ? at + 1 : close + 1
}

const noparse = (text: string): string => (text === '' ? '' : `[noparse]${text}[/noparse]`)

/**
 * Writes BBCode from pieces of a page: whitespace collapses as a browser collapses it, a tag without content is not
 * written, blocks stand on lines of their own, and text is protected where it would read as BBCode.
 */
export class Writer {
  /** Never joined before the end, so that a long body costs linear time. */
  private readonly out: string[] = []
  private run: string[] = []
  private breaks = 0
  private fresh = true
  private readonly open: { tag: string; written: boolean }[] = []

  /** Text as it stands in the markup. */
  text(data: string): void {
    const text = data.replace(/[ \t\n\f\r]+/g, ' ')
    if (text === '' || (text === ' ' && (this.fresh || this.breaks > 0))) return
    const first = this.fresh || this.breaks > 0
    this.begin()
    const spaced = first || / |\n/.test((this.run.at(-1) ?? this.out.at(-1) ?? '\n').slice(-1))
    const rest = spaced ? text.replace(/^ /, '') : text
    if (rest !== '') this.run.push(rest)
  }

  /** BBCode that is content by itself: an image, a code block. */
  raw(source: string): void {
    this.begin()
    this.settle()
    this.out.push(source)
  }

  /** A formatting tag around what `inside` writes. */
  around(tag: string, value: string | null, inside: () => void): void {
    const entry = { tag: value === null ? `[${tag}]` : `[${tag}=${value}]`, written: false }
    this.settle()
    this.open.push(entry)
    inside()
    this.open.pop()
    if (!entry.written) return
    this.settle()
    this.trimTail('\u200b')
    const spaced = this.trimTail(' ')
    this.out.push(spaced ? `[/${tag}] ` : `[/${tag}]`)
  }

  /** A tag that stands on lines of its own, written even when it is empty. */
  block(opening: string, closing: string, inside: () => void): void {
    this.lines(1)
    this.begin()
    this.settle()
    this.out.push(opening)
    this.fresh = true
    inside()
    this.settle()
    this.trimTail(' \n\u200b')
    this.out.push(closing)
    this.breaks = 0
    this.fresh = false
    this.lines(1)
  }

  /** Marks the beginning of something inside a block, such as a list's item. */
  mark(source: string): void {
    this.settle()
    this.trimTail(' ')
    if (this.out.length > 0) this.out.push('\n'.repeat(Math.max(1, this.breaks)))
    this.out.push(source)
    this.breaks = 0
    this.fresh = true
  }

  lineBreak(): void {
    if (!this.fresh) this.breaks = Math.min(2, this.breaks + 1)
  }

  /** At least this many line ends before what follows: 1 for a block, 2 for a paragraph. */
  lines(count: 1 | 2): void {
    if (!this.fresh) this.breaks = Math.max(this.breaks, count)
  }

  /** The source written so far, without outer whitespace. */
  source(): string {
    this.settle()
    return this.out
      .join('')
      .split('\n')
      .map(line =>
        line
          .replace(/^\u200b+/, '')
          .trimEnd()
          .replace(/\u200b+$/, ''),
      )
      .join('\n')
      .trim()
  }

  private begin(): void {
    if (this.breaks > 0) {
      this.settle()
      this.trimTail(' ')
      this.out.push('\n'.repeat(this.breaks))
      this.breaks = 0
    }
    this.fresh = false
    if (this.open.every(entry => entry.written)) return
    this.settle()
    for (const entry of this.open)
      if (!entry.written) {
        this.out.push(entry.tag)
        entry.written = true
      }
  }

  private settle(): void {
    if (this.run.length === 0) return
    this.out.push(protect(this.run.join('')))
    this.run = []
  }

  /** Takes these characters off the end; true when there were any. */
  private trimTail(characters: string): boolean {
    let trimmed = false
    for (let last = this.out.at(-1); last !== undefined; last = this.out.at(-1)) {
      let end = last.length
      while (end > 0 && characters.includes(last[end - 1] as string)) end--
      if (end === last.length) break
      trimmed = true
      this.out.pop()
      if (end > 0) {
        this.out.push(last.slice(0, end))
        break
      }
    }
    return trimmed
  }
}
