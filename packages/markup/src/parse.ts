import { bbcodeNodes } from './bbcode.ts'
import { MAX_SOURCE, RENDERER_VERSION } from './limits.ts'
import { markdownNodes } from './markdown.ts'
import type { Document, Format } from './tree.ts'

/**
 * A source text → its tree. Whatever is not markup, or not understood, is in the tree as text; the one exception is a
 * link reference definition of Markdown (`[label]: address`), which is named by the links that use it.
 * @throws RangeError for a source of more than `MAX_SOURCE` UTF-16 units; nothing else.
 */
export function parse(source: string, format: Format): Document {
  if (source.length > MAX_SOURCE)
    throw new RangeError(`The text has ${source.length} characters; at most ${MAX_SOURCE} are read.`)
  const children = format === 'markdown' ? markdownNodes(source) : bbcodeNodes(source)
  return { type: 'document', format, version: RENDERER_VERSION, children }
}
