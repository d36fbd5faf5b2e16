import { RENDERER_VERSION } from '@rostra/markup'
import { DAY } from '#base/time.ts'
import type { Writer } from '#store/store.ts'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { isToForget, isToRead } from './keeping.ts'
import { nextLooked } from './store.ts'
import { type Round, readRound, type WrittenRound, writeRound } from './store-progress.ts'
import { READING_VERSION } from './version.ts'

/** Posts that are looked at together, and whose end is written down. */
const LOOKED_AT_ONCE = 500
/** How long after a round the next one begins. */
const REST = DAY
/** What reads and prints at present. */
const VERSION = `${READING_VERSION}.${RENDERER_VERSION}`

/** A part of a round: posts that something is to be done with. */
export interface Part {
  readonly ids: readonly number[]
  /** How many were looked at. */
  readonly looked: number
  readonly round: Round
  /** How the round was written down before. */
  readonly before: string | undefined
  /** The id of the last one that was looked at; null at the end of the round. */
  readonly last: number | null
}

/**
 * The round that is to go on, or to begin; null while there is none to do. `isMissed` says that posts may have come of
 * which nobody was told.
 */
export function roundToDo(stored: Round | undefined, now: number, isMissed: boolean): Round | null {
  const fresh: Round = {
    ...{ version: VERSION, after: 0, looked: 0, read: 0, startedAt: now, finishedAt: null, again: false },
  }
  if (!stored || stored.version !== VERSION) return fresh
  if (stored.finishedAt === null) return isMissed ? { ...stored, again: true } : stored
  return isMissed || stored.again || stored.finishedAt + REST <= now ? fresh : null
}

/** Looks at the next posts of the round; null while there is none to do. */
export async function nextPart(forum: Forum, isMissed: boolean): Promise<Part | null> {
  const { read } = forum.store
  const stored: WrittenRound | undefined = await readRound(read)
  const round = roundToDo(stored?.round, forum.clock(), isMissed)
  if (round === null) return null
  const posts = await nextLooked(read, round.after, LOOKED_AT_ONCE)
  const ids = posts.filter(post => isToRead(post) || isToForget(post)).map(post => post.id)
  const last = posts.length < LOOKED_AT_ONCE ? null : posts.at(-1)!.id
  return { ids, looked: posts.length, round, before: stored?.written, last }
}

/** Writes down that a part is done, `read` posts of it read; → false where another process has taken the round. */
export async function finishPart(forum: Forum, part: Part, read: number): Promise<boolean> {
  const { round, looked, last, before } = part
  const counted = { ...round, looked: round.looked + looked, read: round.read + read }
  const next =
    last === null ? { ...counted, after: 0, finishedAt: forum.clock() } : { ...counted, after: last }
  return act(forum, SYSTEM, ({ db }) => writeRound(db, next, before))
}

/** Has another round follow soon: for whoever writes posts of which nobody is told. */
export async function wantRound(db: Writer): Promise<void> {
  // Somebody who reads may write down in between how far the round has come.
  for (;;) {
    const stored = await readRound(db)
    if (!stored || stored.round.again) return
    if (await writeRound(db, { ...stored.round, again: true }, stored.written)) return
  }
}

/** How far a round has come, for administrators. */
export interface Progress {
  readonly round: Round | null
  readonly isCurrent: boolean
}

/** How far the posts have been read by the present version. */
export async function progressOf(forum: Forum): Promise<Progress> {
  const round = (await readRound(forum.store.read))?.round ?? null
  return { round, isCurrent: round?.version === VERSION }
}
