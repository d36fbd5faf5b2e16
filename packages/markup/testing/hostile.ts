import type { Format } from '../src/markup.ts'
import { BBCODE_SHAPES, type Shapes } from './hostile-bbcode.ts'
import { CMARK_SHAPES, MARKDOWN_SHAPES } from './hostile-markdown.ts'

/** Texts that make careless parsers slow, each for a size in UTF-16 units (roughly). */
export interface Hostile {
  name: string
  format: Format
  make: (size: number) => string
}

const listed = (format: Format, source: string, shapes: Shapes): Hostile[] =>
  Object.entries(shapes).map(([name, make]) => ({ name: `${source}: ${name}`, format, make }))

export const HOSTILE: readonly Hostile[] = [
  ...listed('markdown', 'cmark', CMARK_SHAPES),
  ...listed('markdown', 'Markdown', MARKDOWN_SHAPES),
  ...listed('bbcode', 'BBCode', BBCODE_SHAPES),
]
