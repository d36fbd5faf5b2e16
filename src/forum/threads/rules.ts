import { type RefusalCode, Refused } from '#base/errors.ts'
import type { Board } from '../boards/tree.ts'
import { includes } from '../permissions/model.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Thread } from './model.ts'

/** What keeps somebody from doing something: a refusal that has not been thrown. */
export interface Hindrance {
  readonly code: RefusalCode
  /** The key of its sentence, where that is not the usual one of the code. */
  readonly sentence?: string
  /** What fills that. */
  readonly values?: Record<string, number>
}

const NOT_SIGNED_IN: Hindrance = { code: 'not-signed-in' }
const SUSPENDED: Hindrance = { code: 'not-allowed', sentence: 'refused.suspended' }
const UNCONFIRMED: Hindrance = { code: 'not-allowed', sentence: 'refused.unconfirmed' }
const NOT_FOUND: Hindrance = { code: 'not-found' }
const NOT_ALLOWED: Hindrance = { code: 'not-allowed' }
const LOCKED: Hindrance = { code: 'not-allowed', sentence: 'refused.thread-locked' }
const DELETED: Hindrance = { code: 'not-allowed', sentence: 'refused.thread-deleted' }

/** Throws what stands in the way, if anything does. */
export function refuse(hindrance: Hindrance | null): void {
  if (!hindrance) return
  const { code, sentence, values } = hindrance
  throw new Refused(code, sentence, values && { values })
}

/** What keeps somebody from writing anything anywhere. */
export function hindranceToWriting({ actor }: Visible): Hindrance | null {
  if (actor.memberId === null) return NOT_SIGNED_IN
  if (actor.suspended) return SUSPENDED
  return actor.unconfirmed ? UNCONFIRMED : null
}

/** What keeps somebody from changing something in a thread, whatever it is: all but moderators while it is locked. */
export function hindranceInThread(visible: Visible, thread: Thread): Hindrance | null {
  const hindrance = hindranceToWriting(visible)
  if (hindrance) return hindrance
  if (!visible.readsIn(thread)) return NOT_FOUND
  const moderates = visible.moderatesIn(thread)
  if (thread.deletedAt !== null) return moderates ? DELETED : NOT_FOUND
  return thread.locked && !moderates ? LOCKED : null
}

/** The same for members who write there themselves: they need the level at which one may reply. */
export function hindranceToReply(visible: Visible, thread: Thread): Hindrance | null {
  return hindranceInThread(visible, thread) ?? (visible.writesIn(thread) ? null : NOT_ALLOWED)
}

/** What keeps somebody from looking after a thread as moderators do; that it is deleted does not. */
function hindranceToModerating(visible: Visible, thread: Thread): Hindrance | null {
  const hindrance = hindranceToWriting(visible)
  if (hindrance) return hindrance
  if (visible.moderatesIn(thread)) return null
  return visible.readsIn(thread) && thread.deletedAt === null ? NOT_ALLOWED : NOT_FOUND
}

function hindranceToStart(visible: Visible, board: Board): Hindrance | null {
  const hindrance = hindranceToWriting(visible)
  if (hindrance) return hindrance
  if (!visible.sees(board.id)) return NOT_FOUND
  return !board.section && includes(visible.level(board.id), 'start') ? null : NOT_ALLOWED
}

function hindranceToRename(visible: Visible, thread: Thread): Hindrance | null {
  const { memberId } = visible.actor
  if (visible.moderatesIn(thread)) return hindranceInThread(visible, thread)
  return hindranceToReply(visible, thread) ?? (thread.authorId === memberId ? null : NOT_ALLOWED)
}

function hindranceToLock(visible: Visible, thread: Thread): Hindrance | null {
  return hindranceToModerating(visible, thread) ?? (thread.deletedAt === null ? null : DELETED)
}

/** Whether somebody may start a thread in a board. */
export const mayStart = (visible: Visible, board: Board): boolean => hindranceToStart(visible, board) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may start a thread in a board. */
export const mustStart = (visible: Visible, board: Board): void => refuse(hindranceToStart(visible, board))

/** Whether somebody may give a thread another title: its author, and moderators. */
export const mayRename = (visible: Visible, thread: Thread): boolean =>
  hindranceToRename(visible, thread) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may give a thread another title. */
export const mustRename = (visible: Visible, thread: Thread): void =>
  refuse(hindranceToRename(visible, thread))

/** Whether a thread can be locked by somebody, and is not locked yet. */
export const mayLock = (visible: Visible, thread: Thread): boolean =>
  !thread.locked && hindranceToLock(visible, thread) === null
/** Whether a thread is locked and can be unlocked by somebody. */
export const mayUnlock = (visible: Visible, thread: Thread): boolean =>
  thread.locked && hindranceToLock(visible, thread) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody says whether a thread is locked. */
export const mustLock = (visible: Visible, thread: Thread): void => refuse(hindranceToLock(visible, thread))

/** Whether a thread can be deleted by somebody, and is not deleted yet. */
export const mayDelete = (visible: Visible, thread: Thread): boolean =>
  thread.deletedAt === null && hindranceToModerating(visible, thread) === null
/** Whether a thread is deleted and can be restored by somebody. */
export const mayRestore = (visible: Visible, thread: Thread): boolean =>
  thread.deletedAt !== null && hindranceToModerating(visible, thread) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody says whether a thread is deleted. */
export const mustDelete = (visible: Visible, thread: Thread): void =>
  refuse(hindranceToModerating(visible, thread))
