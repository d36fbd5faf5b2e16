import type { Node } from './tree.ts'

function collect(nodes: readonly Node[], found: Set<number>): void {
  for (const node of nodes) {
    if (node.type === 'heading') found.add(node.level)
    else if (node.type !== 'paragraph' && 'children' in node) collect(node.children, found)
  }
}

/**
 * The levels of a text's headings as they are printed: those that occur are ranked from `first` on, and none is more
 * than one step below the heading before it, so that a page's outline has no gaps.
 */
export class Headings {
  private readonly ranks: number[]
  private before: number
  private readonly first: number

  constructor(nodes: readonly Node[], first: number) {
    const found = new Set<number>()
    collect(nodes, found)
    this.ranks = [...found].sort((one, other) => one - other)
    this.first = first
    this.before = first - 1
  }

  next(level: number): number {
    const rank = Math.max(0, this.ranks.indexOf(level))
    this.before = Math.min(this.first + rank, this.before + 1, 6)
    return this.before
  }
}
