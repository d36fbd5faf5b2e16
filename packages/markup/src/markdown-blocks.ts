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

export type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean

const BRACKET = 91

/** A line without its indentation. */
export function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] as number) + (state.tShift[line] as number), state.eMarks[line])
}

export function firstCode(state: StateBlock, line: number): number {
  return state.src.charCodeAt((state.bMarks[line] as number) + (state.tShift[line] as number))
}

export const indentOf = (state: StateBlock, line: number): number =>
  (state.sCount[line] as number) - state.blkIndent

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

/** The definition rule, except that its token keeps the source: a definition that nothing calls stays visible. */
export function wholeDefinition(definition: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (firstCode(state, startLine) !== BRACKET) return false
    if (!definition(state, startLine, endLine, silent)) return false
    const token = state.tokens[state.tokens.length - 1]
    if (!silent && token?.type === 'reference_definition')
      token.content = state.getLines(startLine, state.line, state.blkIndent, false).trim()
    return true
  }
}

function continues(state: StateBlock, line: number, end: number): boolean {
  const next = state.skipEmptyLines(line)
  return next < end && (state.sCount[next] as number) >= state.blkIndent
}

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
