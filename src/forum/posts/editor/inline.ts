import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { safeHref, schema } from './schema.ts'

const { marks, nodes } = schema
const PUNCTUATION = /[!-/:-@[-`{-~]/
const PICTURE = /^!\[([^\][\\\n`*_~!<&]{0,200})\]\(([^\s()<>\\]{1,2000})\)/
const LINK_END = /^\]\(([^\s()<>\\]{1,2000})\)/
/** An address that becomes a link by itself; a sign of markup within is for whoever knows where it ends. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S+/i
const UNSURE = /[\\`*~<>[\]]|&#?\w+;/
const CODE = /^`([^`\n]+)`(?!`)/

const isSpace = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign)
const isSign = (sign: string | undefined): boolean => sign === undefined || /[\s\p{P}\p{S}]/u.test(sign)
const isStar = (sign: string | undefined): boolean => sign === '*' || sign === '~'

/** Whether `*` between two signs begins something (left-flanking, CommonMark 6.2), away from others of its kind. */
const opens = (before: string | undefined, after: string | undefined): boolean =>
  !isSpace(after) && !isStar(after) && !isStar(before) && (!isSign(after) || isSign(before))
const closes = (before: string | undefined, after: string | undefined): boolean =>
  !isSpace(before) && !isStar(after) && !isStar(before) && (!isSign(before) || isSign(after))

/** What opens and closes a mark. */
const SIGNS = [
  ['**', marks.strong],
  ['~~', marks.strike],
  ['*', marks.emphasis],
] as const

/** The text of a paragraph → its content; null for what is not surely understood. A line break is a break. */
export function readInline(source: string): Fragment | null {
  const reader = new Reader(source)
  const content = reader.until('', [])
  return content && reader.isDone ? Fragment.fromArray(content) : null
}

class Reader {
  private at = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  get isDone(): boolean {
    return this.at === this.source.length
  }

  /** Reads up to a sign that closes, which is left; null where there is none. */
  until(end: string, active: readonly Mark[]): Node[] | null {
    const found: Node[] = []
    let text = ''
    const flush = (): void => {
      if (text !== '') found.push(schema.text(text, active))
      text = ''
    }
    while (!this.isDone) {
      const rest = this.source.slice(this.at, this.at + 4200)
      if (end !== '' && rest.startsWith(end)) {
        flush()
        return found
      }
      const special = this.special(rest, active)
      if (special === null) return null
      if (special === undefined) {
        text += this.letter(rest)
        continue
      }
      flush()
      found.push(...special)
    }
    flush()
    return end === '' ? found : null
  }

  /** One sign as text; a backslash before punctuation is not part of it. */
  private letter(rest: string): string {
    if (rest[0] === '\\' && PUNCTUATION.test(rest[1] ?? '')) {
      this.at += 2
      return rest[1]!
    }
    this.at++
    return rest[0]!
  }

  /** What is no plain text at this place; undefined where it is, null where it is not understood. */
  private special(rest: string, active: readonly Mark[]): Node[] | null | undefined {
    if (rest[0] === '\n') return this.take(1, [nodes.break.create(null, null, active)])
    const address = ADDRESS.exec(rest)?.[0]
    if (address !== undefined)
      return UNSURE.test(address) ? null : this.take(address.length, [schema.text(address, active)])
    const code = CODE.exec(rest)
    if (code) return this.take(code[0].length, [schema.text(code[1]!, marks.code.create().addToSet(active))])
    const picture = PICTURE.exec(rest)
    if (picture && safeHref(picture[2]!) !== '')
      return this.take(picture[0].length, [
        nodes.picture.create({ alt: picture[1], src: picture[2] }, null, active),
      ])
    if (rest[0] === '[' && !active.some(mark => mark.type === marks.link)) return this.link(active)
    for (const [sign, type] of SIGNS)
      if (rest.startsWith(sign) && !active.some(mark => mark.type === type))
        return this.marked(sign, type, active)
    return undefined
  }

  private take(length: number, content: Node[]): Node[] {
    this.at += length
    return content
  }

  /** Signs that stand where CommonMark would not read them so, or next to others of their kind, are not understood. */
  private marked(sign: string, type: Mark['type'], active: readonly Mark[]): Node[] | null | undefined {
    const start = this.at
    this.at += sign.length
    if (!opens(this.source[start - 1], this.source[this.at])) {
      this.at = start
      return undefined
    }
    const content = this.until(sign, type.create().addToSet(active))
    const end = this.at + sign.length
    if (!content || content.length === 0 || !closes(this.source[this.at - 1], this.source[end])) return null
    this.at = end
    return content
  }

  private link(active: readonly Mark[]): Node[] | null | undefined {
    const start = this.at
    const closing = this.source.indexOf(']', this.at)
    // Brackets within brackets are for whoever knows which belong together.
    const within = this.source.slice(this.at + 1, closing)
    const href =
      closing < 0 || /[[\\]/.test(within)
        ? ''
        : (LINK_END.exec(this.source.slice(closing, closing + 2100))?.[1] ?? '')
    if (safeHref(href) === '') return undefined
    this.at++
    const content = this.until(`](${href})`, marks.link.create({ href }).addToSet(active))
    if (!content || content.length === 0) {
      this.at = start
      return undefined
    }
    this.at += href.length + 3
    return content
  }
}

/** Marks from the outer to the inner one, and the tags that say the same where signs would not be read. */
const ORDER = [marks.link, marks.strong, marks.emphasis, marks.strike]
const TAGS: Record<string, string> = { strong: 'b', emphasis: 'i', strike: 's' }

/** A piece of a paragraph: text as it is written, or where a mark begins or ends. */
type Piece = { readonly text: string } | { readonly mark: Mark; readonly isOpening: boolean; isTag: boolean }

/** The content of a paragraph → Markdown on one or more lines. */
export function writeInline(content: Fragment): string {
  const pieces = piecesOf(spaced(content))
  settleTags(pieces)
  return pieces.map((piece, index) => written(piece, pieces[index - 1])).join('')
}

/** White space at the end of a mark belongs to it only where the mark goes on. */
function spaced(content: Fragment): Node[] {
  const parts: Node[] = []
  content.forEach(node => {
    const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(node.text ?? '') ?? []
    if (!node.isText || marks.code.isInSet(node.marks)) parts.push(node)
    else
      for (const text of [before, middle, after]) if (text !== '') parts.push(schema.text(text, node.marks))
  })
  return parts.map((node, index) => {
    const isBlank = node.type === nodes.break || (node.isText && (node.text ?? '').trim() === '')
    if (!isBlank) return node
    const next = parts.slice(index + 1).find(each => !each.isText || (each.text ?? '').trim() !== '')
    const last = parts.slice(0, index).findLast(each => !each.isText || (each.text ?? '').trim() !== '')
    return node.mark(
      node.marks.filter(mark => next && last && mark.isInSet(next.marks) && mark.isInSet(last.marks)),
    )
  })
}

function piecesOf(parts: readonly Node[]): Piece[] {
  const pieces: Piece[] = []
  let open: readonly Mark[] = []
  const close = (keep: number): void => {
    for (const mark of open.slice(keep).reverse()) pieces.push({ mark, isOpening: false, isTag: false })
    open = open.slice(0, keep)
  }
  for (const node of parts) {
    const wanted = ORDER.flatMap(type => node.marks.filter(mark => mark.type === type))
    let same = 0
    while (same < open.length && wanted[same]?.eq(open[same]!)) same++
    close(same)
    for (const mark of wanted.slice(same)) pieces.push({ mark, isOpening: true, isTag: false })
    open = wanted
    pieces.push({ text: writeNode(node) })
  }
  close(0)
  return pieces
}

/** Decides which marks are written as tags: where a sign would not be read as what it is, both its ends are. */
function settleTags(pieces: readonly Piece[]): void {
  const open: (Piece & { isTag: boolean })[] = []
  pieces.forEach((piece, index) => {
    if ('text' in piece || piece.mark.type === marks.link) return
    const [before, after] = [lastSign(pieces[index - 1]), firstSign(pieces[index + 1])]
    const isRead = piece.isOpening ? opens(before, after) : closes(before, after)
    if (piece.isOpening) {
      piece.isTag = !isRead
      open.push(piece)
      return
    }
    const opening = open.pop()!
    if (!isRead) opening.isTag = true
    piece.isTag = opening.isTag
  })
}

/** Behind a tag, brackets would make an address of it. */
const isTagged = (piece: Piece | undefined): boolean => piece !== undefined && 'mark' in piece && piece.isTag

function written(piece: Piece, before: Piece | undefined): string {
  if ('text' in piece) return isTagged(before) && /^[([:]/.test(piece.text) ? `\\${piece.text}` : piece.text
  const { mark, isOpening, isTag } = piece
  if (mark.type === marks.link) return isOpening ? '[' : `](${mark.attrs['href']})`
  if (!isTag) return SIGNS.find(([, type]) => type === mark.type)![0]
  return `[${isOpening ? '' : '/'}${TAGS[mark.type.name]}]`
}

/** The sign beside a mark; other marks count as the star that they may be written with. */
const lastSign = (piece: Piece | undefined): string | undefined =>
  piece && ('text' in piece ? piece.text.at(-1) : piece.mark.type === marks.link ? ')' : '*')
const firstSign = (piece: Piece | undefined): string | undefined =>
  piece && ('text' in piece ? piece.text[0] : piece.mark.type === marks.link ? '[' : '*')

const NAMES =
  'b i u s sub sup highlight i?spoiler spoil details colou?r size font glow shadow tt red green blue black white url email link i?url mail anchor quote list ul ol li table t[rdh] align left cent(?:er|re) right justify ltr rtl indent heading h[1-6] hr br strong bold em italic ins underline strike del mark inlinespoiler mono i?code c php html sql xml pre noparse plain nobbc ima?ge?2? media video youtube vimeo user mention member attach(?:ment)?'
/** What would be read as a tag of BBCode, which stands in Markdown too (`TAG_NAMES` of the renderer). */
export const TAG = new RegExp(`^\\[/?(?:[*]|${NAMES.split(' ').join('|')})(?:[=\\s:][^\\]\\n]*)?\\]`, 'i')

/**
 * The signs of a text that Markdown would take for more than signs, with a backslash before them; within a link all brackets,
 * which would end it.
 */
export function escaped(text: string, isInLink = false): string {
  let written = ''
  for (let at = 0; at < text.length; ) {
    const address = /^[hw]/i.test(text[at]!) ? ADDRESS.exec(text.slice(at))?.[0] : undefined
    const sign = text[at]!
    // Within an address a backslash is part of it.
    if (address) written += address.replace(/[\\`*~<>[\]]/g, percent)
    else written += isMarkup(sign, text, at) || (isInLink && /[[\]]/.test(sign)) ? `\\${sign}` : sign
    at += address?.length ?? 1
  }
  return written
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

function isMarkup(sign: string, text: string, at: number): boolean {
  const before = text[at - 1]
  const after = text[at + 1]
  const rest = (): string => text.slice(at, at + 300)
  if (sign === '`' || sign === '~') return true
  if (sign === '*') return !(before === ' ' && after === ' ')
  if (sign === '_') return !(isWord(before) && isWord(after))
  if (sign === '\\') return after === undefined || PUNCTUATION.test(after)
  if (sign === '[')
    return after === undefined || TAG.test(rest()) || /^\[[^\]\n]*(?:\][([:]|$)/.test(rest()) || after === '^'
  if (sign === ']') return after === '(' || after === '[' || after === ':'
  if (sign === '&') return /^&#?\w{1,40};/.test(rest())
  if (sign === '<') return /^<[a-z][a-z0-9+.-]*:|^<[^\s>]+@/i.test(rest())
  if (sign === '@') return after === '"' && !/^@"[\p{L}\p{N} .'’-]+"/u.test(rest())
  if (sign === '!') return after === '[' || after === undefined
  return false
}

function writeNode(node: Node): string {
  if (node.type === nodes.break) return '\n'
  if (node.type === nodes.picture) return `![${escaped(node.attrs['alt'])}](${node.attrs['src']})`
  const text = node.text ?? ''
  if (marks.code.isInSet(node.marks)) return codeSpan(text)
  return escaped(text, marks.link.isInSet(node.marks) !== undefined)
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const room = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : ''
  return `${fence}${room}${text}${room}${fence}`
}
