import MarkdownIt, { type MarkdownIt as Parser, type StateInline } from 'markdown-it'
import { isFollowed, typedAddress } from './addresses.ts'
import { MAX_DEPTH } from './limits.ts'
import { type BlockRule, deepText, noteBlock, wholeDefinition, wholeTable } from './markdown-blocks.ts'
import { inlineTag } from './markdown-inline-tags.ts'
import { atSign, bareAddress, noteCall, plainRun, rememberedLabel, shallowImage } from './markdown-inlines.ts'
import { codeTag, taggedBlock } from './markdown-tags.ts'
import { blockNodes, type TreeContext } from './markdown-tree.ts'
import type { Node } from './tree.ts'

/** Steps of the parser that the tree does by itself while it is built. */
const OWN_STEPS = ['strip_references', 'linkify', 'replacements', 'smartquotes', 'text_join']
/** Characters that reference definitions may add to a text, beside its own length. */
const EXPANSION = 100_000
const INTERRUPTS = { alt: ['paragraph', 'reference', 'blockquote', 'list'] }

type InlineRule = (state: StateInline, silent: boolean) => boolean

/** A rule of the parser itself, to be wrapped. */
function original<Rule>(ruler: { __rules__: { name: string; fn: unknown }[] }, name: string): Rule {
  return ruler.__rules__.find(rule => rule.name === name)?.fn as Rule
}

function bounded(parser: Parser): Parser {
  parser.core.ruler.disable(OWN_STEPS)
  parser.inline.ruler2.disable('fragments_join')
  parser.block.ruler.before('table', 'deep_text', deepText)
  return parser
}

function forumParser(): Parser {
  const parser = bounded(new MarkdownIt('default', { html: false, maxNesting: MAX_DEPTH + 4 }))
  parser.validateLink = isFollowed
  parser.normalizeLink = address => typedAddress(address) ?? address
  parser.normalizeLinkText = address => address
  const { block, inline } = parser
  parser.helpers = { ...parser.helpers, parseLinkLabel: rememberedLabel(parser.helpers.parseLinkLabel) }
  block.ruler.disable('html_block')
  block.ruler.at('table', wholeTable(original<BlockRule>(block.ruler, 'table')), {
    alt: ['paragraph', 'reference'],
  })
  block.ruler.at('reference', wholeDefinition(original<BlockRule>(block.ruler, 'reference')))
  block.ruler.before('reference', 'tagged_block', taggedBlock, INTERRUPTS)
  block.ruler.before('reference', 'code_tag', codeTag, INTERRUPTS)
  block.ruler.before('reference', 'note', noteBlock, { alt: ['paragraph', 'reference'] })
  inline.ruler.disable('html_inline')
  inline.ruler.at('text', plainRun)
  inline.ruler.at('linkify', bareAddress)
  inline.ruler.after('linkify', 'at_sign', atSign)
  inline.ruler.before('link', 'note_call', noteCall)
  inline.ruler.after('link', 'inline_tag', inlineTag)
  inline.ruler.at('image', shallowImage(original<InlineRule>(inline.ruler, 'image')))
  return parser
}

const forum = forumParser()
const plain = bounded(new MarkdownIt('commonmark', { maxNesting: MAX_DEPTH + 4 }))

function contextOf(source: string, isPlain: boolean): TreeContext {
  return { notes: new Map(), called: 0, plain: isPlain, budget: source.length + EXPANSION }
}

/**
 * Markdown → the blocks of the tree: CommonMark 0.31, tables, strikethrough, task lists, bare addresses, mentions,
 * footnotes, `[quote]` and `[spoiler]` blocks. HTML is text like any other.
 */
export function markdownNodes(source: string): Node[] {
  const context = contextOf(source, false)
  return blockNodes(forum.parse(source, context as never), context)
}

/** CommonMark and nothing else, with HTML as raw nodes, for the conformance tests. */
export function commonMarkNodes(source: string): Node[] {
  const context = contextOf(source, true)
  return blockNodes(plain.parse(source, context as never), context)
}
