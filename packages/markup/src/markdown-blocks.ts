import type { StateBlock } from 'markdown-it'
import { MAX_DEPTH } from './limits.ts'

/** Notes of one parse by label: the number is 0 until something calls the note. */
export interface NoteRecord {
  number: number
}

export interface ParseNotes {
  notes: Map<string, NoteRecord>
  called: number
}

const OPENING = /^\[(quote|spoiler)((?:=|[ \t])[^\n]{0,500})?\][ \t]*$/i
const CLOSING = /^\[\/(quote|spoiler)\][ \t]*$/i
const FENCE = /^(`{3,}|~{3,})/
const LONGEST_TAG = 530
const BRACKET = 91

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] as number) + (state.tShift[line] as number), state.eMarks[line])
}

function firstCode(state: StateBlock, line: number): number {
  return state.src.charCodeAt((state.bMarks[line] as number) + (state.tShift[line] as number))
}

const indentOf = (state: StateBlock, line: number): number => (state.sCount[line] as number) - state.blkIndent

/** Skips fenced code while block tags are paired; a fence that never ends is none. */
class Fences {
  private readonly unclosed = new Map<string, number>()

  /** The line that ends the fence opened at `line`, or `line` itself where none is opened. */
  end(state: StateBlock, line: number, limit: number): number {
    const code = firstCode(state, line)
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

/** Where each opening tag of a container ends: key of the line → closing line, or -1. */
type Pairs = Map<number, number>

const pairsOf = new WeakMap<StateBlock, Pairs>()

const keyOf = (state: StateBlock, line: number): number =>
  ((state.bMarks[line] as number) + (state.tShift[line] as number)) * 256 + Math.min(state.blkIndent, 255)

/**
 * Pairs the block tags from `from` to the end of its container in one pass, so that looking up each of them later
 * costs nothing: a text of a thousand unclosed tags is read once.
 */
function pairTags(state: StateBlock, from: number, end: number, pairs: Pairs): void {
  const open: { name: string; key: number }[] = []
  const counts: Record<string, number> = { quote: 0, spoiler: 0 }
  const fences = new Fences()
  for (let line = from; line < end; line++) {
    if (state.isEmpty(line)) continue
    if ((state.sCount[line] as number) < state.blkIndent) break
    if (indentOf(state, line) >= 4) continue
    if (firstCode(state, line) !== BRACKET) {
      line = fences.end(state, line, end)
      continue
    }
    if ((state.eMarks[line] as number) - (state.bMarks[line] as number) > LONGEST_TAG) continue
    const text = lineText(state, line)
    const opening = OPENING.exec(text)
    if (opening) {
      const name = (opening[1] as string).toLowerCase()
      const key = keyOf(state, line)
      pairs.set(key, -1)
      open.push({ name, key })
      counts[name] = (counts[name] as number) + 1
      continue
    }
    const name = CLOSING.exec(text)?.[1]?.toLowerCase()
    if (!name || (counts[name] as number) === 0) continue
    for (let last = open.pop(); last; last = open.pop()) {
      counts[last.name] = (counts[last.name] as number) - 1
      if (last.name !== name) continue
      pairs.set(last.key, line)
      break
    }
  }
}

function closingLine(state: StateBlock, line: number, end: number): number {
  let pairs = pairsOf.get(state)
  if (!pairs) {
    pairs = new Map()
    pairsOf.set(state, pairs)
  }
  const key = keyOf(state, line)
  if (!pairs.has(key)) pairTags(state, line, end, pairs)
  const closing = pairs.get(key) ?? -1
  return closing < end ? closing : -1
}

/** Block rule: `[quote…]` or `[spoiler…]` on a line of its own up to its `[/quote]` or `[/spoiler]`, as Markdown. */
export function taggedBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (firstCode(state, startLine) !== BRACKET || indentOf(state, startLine) >= 4) return false
  if ((state.eMarks[startLine] as number) - (state.bMarks[startLine] as number) > LONGEST_TAG) return false
  const opening = OPENING.exec(lineText(state, startLine))
  if (!opening) return false
  const closing = closingLine(state, startLine, endLine)
  if (closing < 0) return false
  if (silent) return true
  const name = (opening[1] as string).toLowerCase()
  const oldParent = state.parentType
  const oldLineMax = state.lineMax
  state.parentType = 'root'
  state.lineMax = closing
  state.push(`tagged_${name}_open`, '', 1).info = opening[2] ?? ''
  state.md.block.tokenize(state, startLine + 1, closing)
  state.push(`tagged_${name}_close`, '', -1)
  state.parentType = oldParent
  state.lineMax = oldLineMax
  state.line = closing + 1
  return true
}

/** Block rule: where nesting has reached its cap, whatever follows in the container is a plain paragraph. */
export function deepText(state: StateBlock, startLine: number, endLine: number): boolean {
  if (state.level < MAX_DEPTH) return false
  let line = startLine + 1
  while (line < endLine && !state.isEmpty(line)) {
    const count = state.sCount[line] as number
    if (count >= 0 && count < state.blkIndent) break
    line++
  }
  state.push('paragraph_open', 'p', 1)
  const token = state.push('inline', '', 0)
  token.content = state.getLines(startLine, line, state.blkIndent, false).trim()
  token.children = []
  state.push('paragraph_close', 'p', -1)
  state.line = line
  return true
}

const NOTE = /^\[\^([^\s[\]^]{1,60})\]:/

/** Block rule: `[^label]: text`, continued by lines indented by four. A second note of the same label is text. */
export function noteBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (firstCode(state, startLine) !== BRACKET || indentOf(state, startLine) >= 4) return false
  const start = (state.bMarks[startLine] as number) + (state.tShift[startLine] as number)
  if (state.src.charCodeAt(start + 1) !== 94) return false
  const match = NOTE.exec(state.src.slice(start, Math.min(start + 70, state.eMarks[startLine] as number)))
  const { notes } = state.env as unknown as ParseNotes
  if (!match || notes.has(match[1] as string)) return false
  if (silent) return true
  notes.set(match[1] as string, { number: 0 })
  const text = state.skipSpaces(start + match[0].length)
  const before = {
    mark: state.bMarks[startLine],
    shift: state.tShift[startLine],
    count: state.sCount[startLine],
  }
  const oldParent = state.parentType
  state.push('note_open', '', 1).info = match[1] as string
  state.blkIndent += 4
  state.bMarks[startLine] = text
  state.tShift[startLine] = 0
  state.sCount[startLine] = state.blkIndent
  state.parentType = 'root'
  state.line = startLine + 1
  if (text < (state.eMarks[startLine] as number) || continues(state, startLine + 1, endLine))
    state.md.block.tokenize(state, startLine, endLine)
  state.blkIndent -= 4
  state.bMarks[startLine] = before.mark as number
  state.tShift[startLine] = before.shift as number
  state.sCount[startLine] = before.count as number
  state.parentType = oldParent
  state.push('note_close', '', -1)
  return true
}

function continues(state: StateBlock, line: number, end: number): boolean {
  const next = state.skipEmptyLines(line)
  return next < end && (state.sCount[next] as number) >= state.blkIndent
}

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean

/** Cells of a table row as typed, without the bars around it. */
function cellsOf(row: string): string[] {
  const cells: string[] = []
  let from = 0
  for (let index = 0; index < row.length; index++) {
    if (row.charCodeAt(index) !== 124 || (index > 0 && row.charCodeAt(index - 1) === 92)) continue
    cells.push(row.slice(from, index))
    from = index + 1
  }
  cells.push(row.slice(from))
  if (cells[0] === '') cells.shift()
  if (cells[cells.length - 1] === '') cells.pop()
  return cells
}

/** The table rule, except that cells beyond the last column stay visible in the last cell of their row. */
export function wholeTable(table: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    const first = state.tokens.length
    if (!table(state, startLine, endLine, silent)) return false
    if (silent) return true
    let columns = 0
    let line = -1
    for (let index = first; index < state.tokens.length; index++) {
      const token = state.tokens[index]
      if (token?.type === 'th_open') columns++
      else if (token?.type === 'tr_open') line = token.map?.[0] ?? -1
      else if (token?.type === 'tr_close' && line > startLine) {
        const cells = cellsOf(lineText(state, line).trim())
        const last = state.tokens[index - 2]
        if (cells.length > columns && last?.type === 'inline')
          last.content += ` | ${cells.slice(columns).join('|').trim().replaceAll('\\|', '|')}`
      }
    }
    return true
  }
}
