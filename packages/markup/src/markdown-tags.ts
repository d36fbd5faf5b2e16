import type { StateBlock } from 'markdown-it'
import { rawTag } from './bbcode-raw.ts'
import { type Tag, TagScanner } from './bbcode-scan.ts'
import { firstCode, indentOf, lineText } from './markdown-blocks.ts'
import { quoteReference } from './quotes.ts'

const BLOCK_TAG = /^\[\/?(?:quote|spoiler|details)[\]\s=]/i
const ANY_BLOCK_TAG = /\[\/?(?:quote|spoiler|details)[\]\s=]/i
const CODE_TAG = /^\[code[\]\s=]/i
const CODE_END = '[/code]'
const FENCE = /^(`{3,}|~{3,})/
const LONGEST_TAG = 640
const BRACKET = 91

/** The block tag at the start of a line, or null. `[quote]` with attributes that are not understood is none. */
function blockTag(text: string): Tag | null {
  if (!BLOCK_TAG.test(text)) return null
  const tag = new TagScanner(text.slice(0, LONGEST_TAG)).tagAt(0)
  if (tag?.name === 'quote' && quoteReference(tag.attributes) === undefined) return null
  return tag
}

const isAlone = (text: string, tag: Tag): boolean => /^[ \t]*$/.test(text.slice(tag.end))

/** Skips code while block tags are paired; what never ends is none. */
class Verbatim {
  private readonly unclosed = new Map<string, number>()

  /** The line that ends the code which begins at `line`, or `line` itself where none begins. */
  end(state: StateBlock, line: number, limit: number): number {
    const code = firstCode(state, line)
    if (code === BRACKET)
      return CODE_TAG.test(lineText(state, line)) ? Math.max(line, codeEnd(state, line, limit)) : line
    if (code !== 96 && code !== 126) return line
    const opened = FENCE.exec(lineText(state, line))?.[1]
    if (!opened) return line
    const mark = opened[0] as string
    const length = opened.length
    if ((this.unclosed.get(mark) ?? Number.POSITIVE_INFINITY) <= length) return line
    for (let next = line + 1; next < limit; next++) {
      if (firstCode(state, next) !== code) continue
      const closing = lineText(state, next).trimEnd()
      if (closing.length >= length && FENCE.exec(closing)?.[1] === closing) return next
    }
    this.unclosed.set(mark, length)
    return line
  }
}

/** What is known of the block tags of one parse. */
interface Known {
  /** Where the tag that opens on a line ends: key of the line → closing line, or -1. */
  pairs: Map<number, number>
  /** Container → a stretch of its lines in which no `[/code]` stands. */
  codeless: Map<number, { from: number; to: number }>
}

const knownOf = new WeakMap<StateBlock, Known>()

function knowledge(state: StateBlock): Known {
  let known = knownOf.get(state)
  if (!known) {
    known = { pairs: new Map(), codeless: new Map() }
    knownOf.set(state, known)
  }
  return known
}

const keyOf = (state: StateBlock, line: number): number =>
  ((state.bMarks[line] as number) + (state.tShift[line] as number)) * 256 + Math.min(state.blkIndent, 255)

/**
 * Pairs the block tags from `from` to the end of its container in one pass, so that looking up each of them later
 * costs nothing: a text of a thousand unclosed tags is read once.
 */
function pairTags(state: StateBlock, from: number, end: number, pairs: Map<number, number>): void {
  const open: { name: string; key: number }[] = []
  const counts = new Map<string, number>()
  const count = (name: string, change: 1 | -1) => counts.set(name, (counts.get(name) ?? 0) + change)
  const verbatim = new Verbatim()
  for (let line = from; line < end; line++) {
    if (state.isEmpty(line)) continue
    if ((state.sCount[line] as number) < state.blkIndent) break
    if (indentOf(state, line) >= 4) continue
    const text = firstCode(state, line) === BRACKET ? lineText(state, line) : ''
    const tag = blockTag(text)
    if (!tag) line = verbatim.end(state, line, end)
    else if (!isAlone(text, tag)) continue
    else if (!tag.closing) {
      const key = keyOf(state, line)
      pairs.set(key, -1)
      open.push({ name: tag.name, key })
      count(tag.name, 1)
    } else if ((counts.get(tag.name) ?? 0) > 0)
      for (let last = open.pop(); last; last = open.pop()) {
        count(last.name, -1)
        if (last.name !== tag.name) continue
        pairs.set(last.key, line)
        break
      }
  }
}

function closingLine(state: StateBlock, line: number, end: number): number {
  const { pairs } = knowledge(state)
  const key = keyOf(state, line)
  if (!pairs.has(key)) pairTags(state, line, end, pairs)
  const closing = pairs.get(key) ?? -1
  return closing < end ? closing : -1
}

/** Parses the lines from `first` to before `last` as the content of a tag. */
function pushTagged(state: StateBlock, tag: Tag, first: number, last: number): void {
  const name = tag.name === 'quote' ? 'tagged_quote' : 'tagged_spoiler'
  const oldParent = state.parentType
  const oldLineMax = state.lineMax
  state.parentType = 'root'
  state.lineMax = last
  state.push(`${name}_open`, '', 1).info = tag.attributes
  state.md.block.tokenize(state, first, last)
  state.push(`${name}_close`, '', -1)
  state.parentType = oldParent
  state.lineMax = oldLineMax
}

/** `[quote]text[/quote]` on one line, with no other such tag inside. */
function oneLine(state: StateBlock, line: number, text: string, tag: Tag, silent: boolean): boolean {
  const closing = `[/${tag.name}]`
  const whole = text.trimEnd()
  const last = whole.length - closing.length
  if (tag.closing || last < tag.end || whole.slice(last).toLowerCase() !== closing) return false
  if (ANY_BLOCK_TAG.test(whole.slice(tag.end, last))) return false
  if (silent) return true
  const start = (state.bMarks[line] as number) + (state.tShift[line] as number)
  const before = [state.bMarks[line], state.tShift[line], state.sCount[line], state.eMarks[line]] as const
  state.bMarks[line] = start + tag.end
  state.eMarks[line] = start + last
  state.tShift[line] = state.skipSpaces(start + tag.end) - start - tag.end
  state.sCount[line] = state.blkIndent
  pushTagged(state, tag, line, line + 1)
  const [mark, shift, count, end] = before as readonly [number, number, number, number]
  state.bMarks[line] = mark
  state.tShift[line] = shift
  state.sCount[line] = count
  state.eMarks[line] = end
  state.line = line + 1
  return true
}

/**
 * Block rule: `[quote…]`, `[spoiler…]` or `[details…]` on a line of its own up to its closing tag, as Markdown; or all
 * of it on one line.
 */
export function taggedBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (firstCode(state, startLine) !== BRACKET || indentOf(state, startLine) >= 4) return false
  const text = lineText(state, startLine)
  const tag = blockTag(text)
  if (!tag) return false
  if (!isAlone(text, tag)) return oneLine(state, startLine, text, tag, silent)
  const closing = tag.closing ? -1 : closingLine(state, startLine, endLine)
  if (closing < 0) return false
  if (silent) return true
  pushTagged(state, tag, startLine + 1, closing)
  state.line = closing + 1
  return true
}

/** The line from `line` on that ends with `[/code]`, inside the container, or -1. */
function codeEnd(state: StateBlock, line: number, limit: number): number {
  const { codeless } = knowledge(state)
  const key = limit * 256 + Math.min(state.blkIndent, 255)
  const none = codeless.get(key)
  if (none && line >= none.from && line < none.to) return -1
  let next = line
  for (; next < limit; next++) {
    if (!state.isEmpty(next) && (state.sCount[next] as number) < state.blkIndent) break
    if (lineText(state, next).trimEnd().toLowerCase().endsWith(CODE_END)) return next
  }
  codeless.set(key, { from: line, to: next })
  return -1
}

/** Block rule: `[code]` or `[code=language]` at the start of a line up to a line that ends with `[/code]`. */
export function codeTag(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (firstCode(state, startLine) !== BRACKET || indentOf(state, startLine) >= 4) return false
  const text = lineText(state, startLine)
  if (!CODE_TAG.test(text)) return false
  const tag = new TagScanner(text.slice(0, LONGEST_TAG)).tagAt(0)
  const last = tag ? codeEnd(state, startLine, endLine) : -1
  if (!tag || last < 0) return false
  const whole = state.getLines(startLine, last + 1, state.sCount[startLine] as number, false).trimEnd()
  const content = whole.slice(tag.end, -CODE_END.length)
  const node = whole.length < tag.end + CODE_END.length ? null : rawTag(tag)?.(content, tag, whole)
  if (!node) return false
  if (silent) return true
  state.push('tag_node', '', 0).meta = { node }
  state.line = last + 1
  return true
}
