import type { NeutralBoard, NeutralThread } from '../neutral.ts'
import { boardKey } from './keys.ts'
import type { ThreadPage } from './model.ts'

/** The board of threads whose pages name none. */
const NAMELESS = { title: 'Imported', section: false }

/** The boards that breadcrumbs name, each once. */
export class BoardsOfPages {
  private readonly boards = new Map<string, NeutralBoard>()

  /** The key of the board that a page stands in. */
  of(page: ThreadPage): string {
    const crumbs = page.crumbs.length > 0 ? page.crumbs : [NAMELESS]
    const site = page.crumbs.length > 0 ? page.site : null
    const path: string[] = []
    let parent: string | null = null
    for (const { title, section } of crumbs) {
      path.push(title)
      const key = boardKey(site, path)
      const known = this.boards.get(key)
      if (!known) this.boards.set(key, { key, parent, title, description: '', section })
      else if (!section) known.section = false
      parent = key
    }
    return parent as string
  }

  /** All of them, parents first; one that holds threads is no section, whatever pages say. */
  all(threads: readonly NeutralThread[]): NeutralBoard[] {
    const holding = new Set(threads.map(thread => thread.board))
    return [...this.boards.values()].map(board =>
      holding.has(board.key) ? { ...board, section: false } : board,
    )
  }
}
