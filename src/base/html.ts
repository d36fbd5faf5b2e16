/** Markup that is safe to send. Only `html` and `trusted` make one; whatever else is interpolated is escaped. */
export class Html {
  constructor(private readonly markup: string) {}
  toString(): string {
    return this.markup
  }
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

function write(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part)
  if (part instanceof Html) return part.toString()
  if (typeof part === 'number') return String(part)
  if (part === false || part == null) return ''
  let out = ''
  for (const each of part) out += write(each)
  return out
}

/** Template tag: escapes every part that is not already `Html`. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let out = strings[0] as string
  for (let index = 0; index < parts.length; index++) out += write(parts[index]) + strings[index + 1]
  return new Html(out)
}

/** Markup that a renderer of ours has already made safe: stored post HTML, and nothing else. */
export function trusted(markup: string): Html {
  return new Html(markup)
}

/** The same in one piece of memory. What is printed again and again is copied faster so than in its many pieces. */
export function inOnePiece(markup: Html): Html {
  // To reach a character, V8 puts a text together that was joined of others.
  markup.toString().charCodeAt(0)
  return markup
}

/** Parts put in a row, with a separator between them. */
export function joined(parts: readonly Part[], separator: Part = ''): Html {
  return new Html(parts.map(write).join(write(separator)))
}
