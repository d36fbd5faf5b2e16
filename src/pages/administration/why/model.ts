import type { Actor } from '#forum/actor.ts'
import type { Board } from '#forum/boards/tree.ts'
import { includes, type Level } from '#forum/permissions/model.ts'
import type { Reason } from '#forum/permissions/rules.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import type { Site } from '#forum/site.ts'
import { WHY_PATH } from '../model.ts'

/** Why somebody may do in a board what they may. */
export interface Explanation {
  readonly actor: Actor
  readonly board: Board
  readonly reason: Reason
  /** What they may in the end: nobody writes in a section, and guests and who is suspended write nowhere. */
  readonly level: Level
  /** Whether they look after the board's threads. */
  readonly moderates: boolean
}

/** Somebody and a board → why they may there what they may. */
export function explain(site: Site, actor: Actor, board: Board): Explanation {
  const reason = site.access.why(actor, board.id)
  const mayWrite = !board.section && !actor.suspended && actor.memberId !== null
  const level = !mayWrite && includes(reason.level, 'read') ? 'read' : reason.level
  return { actor, board, reason, level, moderates: visibleTo(site, actor).moderates(board.id) }
}

/** The address of an explanation. `name` null for a guest. */
export function whyPath(name: string | null, boardId: number): string {
  return `${WHY_PATH}?${new URLSearchParams({ member: name ?? '', board: String(boardId) })}`
}
