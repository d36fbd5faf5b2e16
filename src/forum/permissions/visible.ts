import { Refused } from '#base/errors.ts'
import { type Actor, hasRole } from '../actor.ts'
import type { Board } from '../boards/tree.ts'
import type { Site } from '../site.ts'
import { includes, type Level } from './model.ts'

/** Where a thread stands: on a board, or, as a conversation, among its own people and nobody else. */
export interface Standing {
  readonly boardId: number
  /** Ids of the members of a conversation who have not left it; null for the threads of boards. */
  readonly people: ReadonlySet<number> | null
}

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
  /** Whether a thread may be read: by those who read its board, or by the people of the conversation. */
  readsIn(thread: Standing): boolean
  /** Whether somebody looks after a thread; after a conversation nobody does. */
  moderatesIn(thread: Standing): boolean
  /** Whether somebody may write in a thread, be it not locked. */
  writesIn(thread: Standing): boolean
}

/** The door for an actor. */
export function visibleTo(site: Site, actor: Actor): Visible {
  const boards = site.access.readable(actor)
  const isModerator = hasRole(actor, 'moderator') && !actor.suspended
  const moderates = (id: number): boolean => isModerator && boards.has(id)
  const isAmong = (people: ReadonlySet<number>): boolean =>
    actor.memberId !== null && people.has(actor.memberId)
  return {
    actor,
    site,
    boards,
    level: id => site.access.level(actor, id),
    sees: id => includes(site.access.level(actor, id), 'see'),
    reads: id => boards.has(id),
    moderates,
    readsIn: ({ boardId, people }) => (people ? isAmong(people) : boards.has(boardId)),
    moderatesIn: ({ boardId, people }) => people === null && moderates(boardId),
    writesIn: ({ boardId, people }) =>
      people ? isAmong(people) : includes(site.access.level(actor, boardId), 'reply'),
  }
}

/** A board that may be seen. Throws `not-found` for all others. */
export function mustSeeBoard(visible: Visible, id: number): Board {
  const board = visible.site.boards.byId.get(id)
  if (!board || !visible.sees(id)) throw new Refused('not-found')
  return board
}
