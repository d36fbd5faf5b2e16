/**
 * Markdown and BBCode to one tree, and from it safe HTML, plain text, an excerpt. Pure: where mentions and quotes lead
 * is asked for (`mentionsOf`, `quotesOf`) and handed in (`Resolution`).
 */

export { safeAddress } from './addresses.ts'
export { TAG_NAMES } from './bbcode.ts'
export { type QuotedPost, quoteSource } from './compose.ts'
export { renderHtml } from './html.ts'
export { MAX_DEPTH, MAX_SOURCE, RENDERER_VERSION } from './limits.ts'
export { parse } from './parse.ts'
export type { Resolution, ResolvedFile, ResolvedPicture } from './resolution.ts'
export { CLASS_NAMES } from './styles.ts'
export { attachmentsOf, excerpt, mentionsOf, type PlainTextOptions, plainText, quotesOf } from './text.ts'
export { type Document, type Format, type Node, type QuoteReference, walk } from './tree.ts'
export type { Words } from './words.ts'
