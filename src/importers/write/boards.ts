import { MAX_BOARD_DESCRIPTION, MAX_BOARD_TITLE } from '#forum/boards/model.ts'
import { insertBoard } from '#forum/boards/store.ts'
import { readBoards } from '#forum/boards/store-tree.ts'
import type { Board, BoardTree } from '#forum/boards/tree.ts'
import type { NeutralBoard } from '../neutral.ts'
import { openSection, readLedger, writeLedger } from './store.ts'
import { cut, ImportRefused, isLonger, mustHave, type Writing } from './writing.ts'

/**
 * Finds or makes the boards of the threads that are new here, and those above them; boards in which the record has no
 * threads at all are made too. A board is found by the ledger, else by its title within the board above it.
 * Throws `ImportRefused` when the board that was asked for holds no threads or cannot be told from another.
 */
export async function writeBoards(writing: Writing, newThreads: ReadonlySet<string>): Promise<void> {
  const tree = await readBoards(writing.a.db)
  if (writing.options.board !== undefined) {
    if (newThreads.size > 0) await writeInto(writing, writing.options.board.trim(), tree)
    return
  }
  const { record, a } = writing
  const keys = record.boards.map(board => board.key)
  const taken = await readLedger(a.db, record.source, 'board', keys)
  const placing = new Placing(writing, tree, newThreads)
  for (const board of parentsFirst(record.boards)) {
    const known = tree.byId.get(taken.get(board.key) ?? Number.NaN)
    if (known) await placing.keep(board, known)
    else if (placing.isNeeded(board)) await placing.place(board)
  }
  await writeLedger(a.db, record.source, 'board', placing.made)
}

/** Boards of the record on their way to their places in the tree. */
class Placing {
  readonly made: [key: string, id: number][] = []
  /** The boards within one, those made just now among them. */
  private readonly within = new Map<number | null, Pick<Board, 'id' | 'title' | 'section'>[]>()
  /** Boards with threads, and those above such; and the same for threads that are new. */
  private readonly filled: ReadonlySet<string>
  private readonly filling: ReadonlySet<string>
  private readonly holding: ReadonlySet<string>
  constructor(
    private readonly writing: Writing,
    private readonly tree: BoardTree,
    newThreads: ReadonlySet<string>,
  ) {
    const { threads } = writing.record
    const fresh = threads.filter(thread => newThreads.has(thread.key))
    this.holding = new Set(fresh.map(thread => thread.board))
    this.filling = this.withAbove(this.holding)
    this.filled = this.withAbove(new Set(threads.map(thread => thread.board)))
  }

  /** A board all of whose threads were taken before is not made again where somebody has removed it. */
  isNeeded(board: NeutralBoard): boolean {
    return this.filling.has(board.key) || !this.filled.has(board.key)
  }

  async keep(board: NeutralBoard, known: Board): Promise<void> {
    const { writing } = this
    writing.boards.set(board.key, known.id)
    if (!known.section || !this.holding.has(board.key)) {
      writing.say(itemOf(board), 'left', 'taken before')
      return
    }
    await openSection(writing.a.db, known.id)
    writing.siteChanged = true
    writing.say(itemOf(board), 'changed', 'was a section and holds threads now')
  }

  /** Takes the board of that title where it may hold what the record's holds, or makes one. */
  async place(board: NeutralBoard): Promise<void> {
    const { writing } = this
    const parent = board.parent === null ? null : mustHave(writing.boards, board.parent, 'a board')
    const siblings = this.within.get(parent) ?? [...(this.tree.within.get(parent) ?? [])]
    this.within.set(parent, siblings)
    const found = siblings.find(
      each => sameTitle(each.title, titleOf(board)) && !(each.section && this.holding.has(board.key)),
    )
    if (found) writing.say(itemOf(board), 'left', 'there is a board of that title already, which is used')
    const id = found?.id ?? (await makeBoard(writing, parent, board))
    if (!found) siblings.push({ id, title: titleOf(board), section: board.section })
    writing.boards.set(board.key, id)
    this.made.push([board.key, id])
  }

  private withAbove(keys: ReadonlySet<string>): Set<string> {
    const parents = new Map(this.writing.record.boards.map(board => [board.key, board.parent]))
    const all = new Set<string>()
    for (const each of keys)
      for (let key: string | null = each; key !== null && !all.has(key); key = parents.get(key) ?? null)
        all.add(key)
    return all
  }
}

async function makeBoard(writing: Writing, parent: number | null, board: NeutralBoard): Promise<number> {
  const title = titleOf(board)
  const description = cut(board.description, MAX_BOARD_DESCRIPTION)
  const id = await insertBoard(writing.a.db, parent, { title, description, section: board.section })
  writing.siteChanged = true
  if (isLonger(board.title, MAX_BOARD_TITLE) || isLonger(board.description, MAX_BOARD_DESCRIPTION))
    writing.say(itemOf(board), 'changed', 'its words were shortened')
  else writing.say(itemOf(board), 'taken')
  return id
}

const itemOf = ({ key, title }: Pick<NeutralBoard, 'key' | 'title'>) => ({ item: 'board', where: title, key })

const titleOf = (board: NeutralBoard): string => cut(board.title, MAX_BOARD_TITLE) || 'Untitled'
const folded = (title: string): string => title.normalize('NFKC').trim().toLowerCase()
const sameTitle = (one: string, other: string): boolean => folded(one) === folded(other)

/** Everything goes into one board, which is found by its id or title, or made. */
async function writeInto(writing: Writing, wanted: string, tree: BoardTree): Promise<void> {
  const found = boardOf(wanted, tree)
  if (found?.section)
    throw new ImportRefused(`"${found.title}" is a section; threads stand in the boards within it.`)
  const board = { key: wanted, parent: null, title: wanted, description: '', section: false }
  if (found) writing.say(itemOf({ ...board, title: found.title }), 'left', 'it is there already')
  const id = found?.id ?? (await makeBoard(writing, null, board))
  for (const { key } of writing.record.boards) writing.boards.set(key, id)
}

function boardOf(wanted: string, tree: BoardTree): Board | undefined {
  const byId = /^\d+$/.test(wanted) ? tree.byId.get(Number(wanted)) : undefined
  const titled = [...tree.byId.values()].filter(board => sameTitle(board.title, wanted))
  if (byId ?? titled.length === 1) return byId ?? titled[0]
  if (titled.length > 1) {
    const ids = titled.map(board => board.id).join(', ')
    throw new ImportRefused(`Several boards are called "${wanted}": ${ids}. Name one by its number.`)
  }
  if (/^\d+$/.test(wanted)) throw new ImportRefused(`There is no board ${wanted}.`)
  if (wanted === '' || wanted.length > MAX_BOARD_TITLE)
    throw new ImportRefused(`A board's title has 1 to ${MAX_BOARD_TITLE} characters.`)
  return undefined
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
