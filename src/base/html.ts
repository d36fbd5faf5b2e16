/** A part of markup: a text, or a part that is kept in UTF-8 because it is sent again and again. */
type Piece = string | Buffer

/** Markup that is safe to send. Only `html` and `trusted` make one; whatever else is interpolated is escaped. */
export class Html {
  constructor(readonly pieces: string | readonly Piece[]) {}

  toString(): string {
    const { pieces } = this
    return typeof pieces === 'string' ? pieces : pieces.map(String).join('')
  }

  /** The same in UTF-8. */
  toBytes(): Buffer {
    const { pieces } = this
    return typeof pieces === 'string' ? Buffer.from(pieces) : putTogether(pieces)
  }
}

/** The most bytes that a UTF-16 unit takes in UTF-8. */
const WIDEST = 3

/** Encodes texts straight into the place where they go. */
function putTogether(pieces: readonly Piece[]): Buffer {
  let size = 0
  for (const piece of pieces) size += typeof piece === 'string' ? piece.length * WIDEST : piece.length
  const bytes = Buffer.allocUnsafe(size)
  let end = 0
  for (const piece of pieces)
    end += typeof piece === 'string' ? bytes.write(piece, end) : piece.copy(bytes, end)
  return bytes.subarray(0, end)
}

/** What may stand in a template: false, null and undefined print nothing; arrays are joined. */
export type Part = Html | string | number | false | null | undefined | readonly Part[]

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const ESCAPED = /[&<>"']/
const ESCAPED_ALL = /[&<>"']/g

/** Text → the same text, safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return ESCAPED.test(text) ? text.replace(ESCAPED_ALL, character => ESCAPES[character] as string) : text
}

/** A part as text; null when bytes are kept in it. */
function write(part: Part): string | null {
  if (typeof part === 'string') return escapeHtml(part)
  if (part instanceof Html) return typeof part.pieces === 'string' ? part.pieces : null
  if (typeof part === 'number') return String(part)
  if (part === false || part == null) return ''
  let out = ''
  for (const each of part) {
    const written = write(each)
    if (written === null) return null
    out += written
  }
  return out
}

/** Markup of parts in which bytes are kept: these stay as they are, and the text between them is put together. */
class Pieces {
  readonly #done: Piece[] = []
  #text = ''

  add(part: Part): void {
    const written = write(part)
    if (written !== null) this.#text += written
    else if (part instanceof Html) for (const piece of part.pieces) this.#addPiece(piece)
    else for (const each of part as readonly Part[]) this.add(each)
  }

  addText(text: string): void {
    this.#text += text
  }

  #addPiece(piece: Piece): void {
    if (typeof piece === 'string') this.#text += piece
    else {
      this.#done.push(this.#text, piece)
      this.#text = ''
    }
  }

  markup(): Html {
    return new Html([...this.#done, this.#text])
  }
}

/** Template tag: escapes every part that is not already `Html`. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let out = strings[0] as string
  for (let index = 0; index < parts.length; index++) {
    const written = write(parts[index])
    if (written === null) return inPieces(strings, parts)
    out += written + strings[index + 1]
  }
  return new Html(out)
}

function inPieces(strings: TemplateStringsArray, parts: readonly Part[]): Html {
  const pieces = new Pieces()
  for (const [index, part] of parts.entries()) {
    pieces.addText(strings[index] as string)
    pieces.add(part)
  }
  pieces.addText(strings[parts.length] as string)
  return pieces.markup()
}

/** Markup that a renderer of ours has already made safe: stored post HTML, and nothing else. */
export function trusted(markup: string): Html {
  return new Html(markup)
}

/** The same markup, its bytes made once. For what is sent again and again: the page around it is copied, not encoded. */
export function kept(markup: Html): Html {
  return new Html([markup.toBytes()])
}

/** Parts put in a row, with a separator between them. */
export function joined(parts: readonly Part[], separator: Part = ''): Html {
  const between = write(separator)
  let out = ''
  for (let index = 0; index < parts.length; index++) {
    const written = write(parts[index])
    if (between === null || written === null)
      return html`${parts.flatMap((part, place) => (place === 0 ? [part] : [separator, part]))}`
    out += index === 0 ? written : between + written
  }
  return new Html(out)
}

/** A text or markup → its bytes in UTF-8. */
export const bytesOf = (body: string | Html): Buffer =>
  typeof body === 'string' ? Buffer.from(body) : body.toBytes()
