import { MAX_BOARD_DESCRIPTION, MAX_BOARD_TITLE } from '#forum/boards/model.ts'
import { insertBoard } from '#forum/boards/store.ts'
import { touchSite } from '#forum/settings/store.ts'
import type { NeutralBoard } from '../neutral.ts'
import { openSection, readLedger, writeLedger } from './store.ts'
import { ImportRefused, mustHave, type Writing } from './writing.ts'

/**
 * Finds or makes the board of every thread, and those above it. Throws `ImportRefused` when the board that was asked for
 * is not there or holds no threads.
 */
export async function writeBoards(writing: Writing): Promise<void> {
  const { record, options, a } = writing
  if (options.board === undefined) return writeOwnBoards(writing)
  const board = a.site.boards.byId.get(options.board)
  if (!board) throw new ImportRefused(`There is no board ${options.board}.`)
  if (board.section)
    throw new ImportRefused(`"${board.title}" is a section; threads stand in the boards within it.`)
  for (const { key, title } of record.boards) {
    writing.boards.set(key, board.id)
    writing.say('board', title, 'left', `its threads go into "${board.title}"`)
  }
}

async function writeOwnBoards(writing: Writing): Promise<void> {
  const { record, a } = writing
  const keys = record.boards.map(board => board.key)
  const taken = await readLedger(a.db, record.source, 'board', keys)
  const made: [key: string, id: number][] = []
  let touched = false
  for (const board of parentsFirst(record.boards)) {
    const known = a.site.boards.byId.get(taken.get(board.key) ?? Number.NaN)
    if (known) writing.boards.set(board.key, known.id)
    if (known?.section && !board.section) {
      await openSection(a.db, known.id)
      writing.say('board', board.title, 'changed', 'was a section and holds threads now')
      touched = true
    } else if (known) writing.say('board', board.title, 'left', 'taken before')
    else made.push([board.key, await makeBoard(writing, board)])
  }
  await writeLedger(a.db, record.source, 'board', made)
  if (made.length === 0 && !touched) return
  await touchSite(a.db)
  a.emit({ type: 'site.changed' })
}

async function makeBoard(writing: Writing, board: NeutralBoard): Promise<number> {
  const parent = board.parent === null ? null : mustHave(writing.boards, board.parent, 'a board')
  const title = cut(board.title, MAX_BOARD_TITLE) || 'Untitled'
  const description = cut(board.description, MAX_BOARD_DESCRIPTION)
  const id = await insertBoard(writing.a.db, parent, { title, description, section: board.section })
  writing.boards.set(board.key, id)
  const isWhole = title === board.title && description === board.description
  writing.say(
    'board',
    board.title,
    isWhole ? 'taken' : 'changed',
    isWhole ? undefined : 'its words were shortened',
  )
  return id
}

function parentsFirst(boards: readonly NeutralBoard[]): NeutralBoard[] {
  const byKey = new Map(boards.map(board => [board.key, board]))
  const ordered = new Set<NeutralBoard>()
  const add = (board: NeutralBoard, below: readonly string[]): void => {
    if (below.includes(board.key)) throw new Error(`the board ${board.key} stands within itself`)
    if (board.parent !== null) add(mustHave(byKey, board.parent, 'a board'), [...below, board.key])
    ordered.add(board)
  }
  for (const board of boards) add(board, [])
  return [...ordered]
}

/** At most so many UTF-16 units, no character cut in two. */
export function cut(text: string, length: number): string {
  const trimmed = text.trim()
  const short = trimmed.slice(0, length)
  return (short.isWellFormed() ? short : short.slice(0, -1)).trim()
}
