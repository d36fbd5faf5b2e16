import { type Document, walk } from '@rostra/markup'
import { Refused } from '#base/errors.ts'
import { cleanLines } from '#base/text.ts'

/** UTF-16 units of a signature, and lines of its source. */
export const MAX_SIGNATURE = 500
export const MOST_LINES = 4

/** What stands under posts in few lines; a table, a heading or a hidden part would not. */
const TOO_LARGE = new Set(['heading', 'table', 'codeBlock', 'spoiler', 'quote', 'footnotes', 'media', 'rule'])
const PICTURES = new Set(['image', 'attachment'])

const refused = (key: string, limit?: number): Refused =>
  new Refused('invalid', key, { field: 'signature', ...(limit !== undefined && { values: { limit } }) })

/** A signature as typed → its source; '' for none. Throws `invalid` for the field `signature`. */
export function readSignature(typed: string): string {
  const source = cleanLines(typed)
  if (source.length > MAX_SIGNATURE) throw refused('form.too-long', MAX_SIGNATURE)
  if (source.split('\n').length > MOST_LINES) throw refused('signature.too-many-lines', MOST_LINES)
  return source
}

/** Throws `invalid` for the field `signature` for what a signature has no room for, pictures unless they are allowed. */
export function mustBeSmall(document: Document, mayHavePictures: boolean): void {
  walk(document, node => {
    if (TOO_LARGE.has(node.type)) throw refused('signature.too-large')
    if (PICTURES.has(node.type) && !mayHavePictures) throw refused('signature.no-pictures')
    return undefined
  })
}
