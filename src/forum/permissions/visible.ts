import { Refused } from '#base/errors.ts'
import { type Actor, hasRole } from '../actor.ts'
import type { Board } from '../boards/tree.ts'
import type { Site } from '../site.ts'
import { includes, type Level } from './model.ts'

/**
 * What somebody may see: the one door to content. Whatever reads threads or posts asks for one, and what it does not
 * admit is answered like what is not there.
 */
export interface Visible {
  readonly actor: Actor
  readonly site: Site
  /** The boards whose threads may be read. */
  readonly boards: ReadonlySet<number>
  level(boardId: number): Level
  /** Whether the board stands in lists, its threads perhaps closed. */
  sees(boardId: number): boolean
  reads(boardId: number): boolean
  /** Whether the board's deleted posts are shown, and its threads are looked after. */
  moderates(boardId: number): boolean
}

/** The door for an actor. */
export function visibleTo(site: Site, actor: Actor): Visible {
  const boards = site.access.readable(actor)
  const isModerator = hasRole(actor, 'moderator') && !actor.suspended
  return {
    actor,
    site,
    boards,
    level: id => site.access.level(actor, id),
    sees: id => includes(site.access.level(actor, id), 'see'),
    reads: id => boards.has(id),
    moderates: id => isModerator && boards.has(id),
  }
}

/** A board that may be seen. Throws `not-found` for all others. */
export function mustSeeBoard(visible: Visible, id: number): Board {
  const board = visible.site.boards.byId.get(id)
  if (!board || !visible.sees(id)) throw new Refused('not-found')
  return board
}
