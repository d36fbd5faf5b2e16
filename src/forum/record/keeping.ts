import { performance } from 'node:perf_hooks'
import { numberOf, threadOf } from '#base/ids.ts'
import { isRetryable } from '#store/differences.ts'
import type { Reader, Writer } from '#store/store.ts'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import type { ReadPost } from '../findings/model.ts'
import { takeTurn } from '../quotations/store-turn.ts'
import { type Correction, corrected, held as holding } from './corrected.ts'
import type { Engine } from './engine.ts'
import { forgetFindings, keepFindings } from './rooms.ts'
import { type ReadScript, type Script, unread } from './script.ts'
import {
  correctionsOf,
  forgetReadings,
  keepReadings,
  type Looked,
  lookedAt,
  type PostToRead,
  postsToRead,
  touchThreads,
} from './store.ts'
import { READING_VERSION } from './version.ts'

/** What became of posts that were looked at. */
export interface Kept {
  readonly read: number
  readonly forgotten: number
  /** Posts that changed while they were read: to be looked at again. */
  readonly changed: readonly number[]
  /** How long others had to wait for its transactions, in milliseconds. */
  readonly held: number
}

const threadsOf = (ids: readonly number[]): number[] => [...new Set(ids.map(threadOf))].sort((a, b) => a - b)

/** Whether a post is to be read: nothing was read of it, or another wording, or by an older version, or of another print. */
export const isToRead = (post: Looked): boolean =>
  post.goneAt === null &&
  (post.readRevision !== post.revision ||
    post.readRenderer !== post.renderer ||
    (post.readEngine ?? 0) < READING_VERSION)

/** Whether something was read of a post that is no more. */
export const isToForget = (post: Looked): boolean => post.goneAt !== null && post.readRevision !== null

const days = new Map<string, Intl.DateTimeFormat>()

/** Epoch milliseconds → the day in a time zone, ISO 8601. */
export function dayIn(timeZone: string, at: number): string {
  const format = days.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  days.set(timeZone, format)
  return format.format(at)
}

/** A post with what was read of it. */
interface ReadOf {
  readonly post: PostToRead
  readonly script: Script
  readonly found: ReadScript
  /** The version that read it; left out where that is the present one. */
  readonly engine?: number
}

/** A post → what of it is handed to whoever reads it. */
export function scriptOf(
  { id, html, createdAt }: Pick<PostToRead, 'id' | 'html' | 'createdAt'>,
  timeZone: string,
  corrections: readonly Correction[],
): Script {
  return { html, date: dayIn(timeZone, createdAt), number: numberOf(id), corrections }
}

async function scriptsOf(db: Reader, posts: readonly PostToRead[], timeZone: string): Promise<Script[]> {
  const ids = posts.map(post => post.id)
  const corrections = await correctionsOf(db, ids)
  return posts.map(post => scriptOf(post, timeZone, corrections.get(post.id) ?? []))
}

/** Writes what was read of posts, of those that are still as they were; → the ids of the others. */
export async function keepRead(db: Writer, now: number, read: readonly ReadOf[]): Promise<number[]> {
  const ids = read.map(({ post }) => post.id)
  // One after the other, and in this order: whoever keeps findings may have to touch other threads too.
  await takeTurn(db)
  // Whoever changes a post holds its thread: from here on nobody does until the end.
  await touchThreads(db, threadsOf(ids))
  const present = new Map((await lookedAt(db, ids)).map(post => [post.id, post]))
  const corrections = await correctionsOf(db, ids)
  const isAsItWas = ({ post: { id, revision, renderer }, script }: ReadOf): boolean => {
    const is = present.get(id)
    const sameCorrections = (corrections.get(id)?.length ?? 0) === script.corrections.length
    return is?.goneAt === null && is.revision === revision && is.renderer === renderer && sameCorrections
  }
  const fit = read.filter(isAsItWas)
  await keepReadings(
    db,
    fit.map(({ post, found, engine = READING_VERSION }) => ({
      ...{ postId: post.id, revision: post.revision, engine, renderer: post.renderer },
      ...{ readAt: now, findings: JSON.stringify(found.findings), html: found.html },
    })),
  )
  await keepFindings(db, fit.map(readPostOf))
  return read.filter(each => !isAsItWas(each)).map(({ post }) => post.id)
}

/** A reading as the rooms of the record are handed it: as people corrected it. */
function readPostOf({ post, script, found }: ReadOf): ReadPost {
  const { id, boardId, createdAt, revision } = post
  return {
    ...{ postId: id, threadId: threadOf(id), boardId, at: createdAt, revision, text: found.text },
    findings: corrected(found.findings, holding(script.corrections)),
  }
}

/** Writes what was read; where that fails, each post by itself, and nothing of one that cannot be kept. */
async function writeAll(forum: Forum, read: readonly ReadOf[]): Promise<number[]> {
  if (read.length === 0) return []
  try {
    return await act(forum, SYSTEM, ({ db, now }) => keepRead(db, now, read))
  } catch (error) {
    // Another process was in the way, and none of the posts is to blame.
    if (isRetryable(error)) throw error
    if (read.length > 1) {
      const changed: number[] = []
      for (const each of read) changed.push(...(await writeAll(forum, [each])))
      return changed
    }
    const [only] = read as [ReadOf]
    const empty = { ...only, found: unread(only.script.html) }
    const changed = await act(forum, SYSTEM, ({ db, now }) => keepRead(db, now, [empty]))
    forum.log.error({ err: error, postId: only.post.id }, 'What was read of a post could not be kept')
    return changed
  }
}

/** Forgets everything that was read of posts; what people said of them stays. */
export async function forgetPosts(forum: Forum, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await act(forum, SYSTEM, async ({ db }) => {
    await takeTurn(db)
    await touchThreads(db, threadsOf(ids))
    await forgetFindings(db, ids)
    await forgetReadings(db, ids)
  })
}

/** Posts that were looked at, and read where they were to be; nothing of it is kept yet. */
export interface Prepared {
  readonly read: readonly ReadOf[]
  /** Posts that are no more. */
  readonly gone: readonly number[]
}

/** Looks at posts, and reads those that are to be read. Throws what the database throws. */
export async function prepare(forum: Forum, engine: Engine, ids: readonly number[]): Promise<Prepared> {
  const { read: db } = forum.store
  const looked = await lookedAt(db, ids)
  const gone = looked.filter(isToForget).map(post => post.id)
  const posts = await postsToRead(
    db,
    looked.filter(isToRead).map(post => post.id),
  )
  if (posts.length === 0) return { read: [], gone }
  const { timeZone } = (await forum.site.at(db)).settings
  const scripts = await scriptsOf(db, posts, timeZone)
  const found = await engine.read(scripts)
  return {
    read: posts.map((post, index) => ({
      ...{ post, script: scripts[index]! },
      found: found[index] ?? unread(post.html),
    })),
    gone,
  }
}

/** Keeps what was read of posts, and forgets those that are no more. Throws what the database throws. */
export async function keep(forum: Forum, { read, gone }: Prepared): Promise<Kept> {
  const begun = performance.now()
  await forgetPosts(forum, gone)
  const changed = await writeAll(forum, read)
  const held = performance.now() - begun
  return { read: read.length - changed.length, forgotten: gone.length, changed, held }
}

/**
 * Looks at posts: reads those that are to be read and forgets those that are no more, each in one transaction; nothing
 * happens to the others. A batch should be small, since others wait for its transaction. Throws what the database throws.
 */
export async function bringUpToDate(forum: Forum, engine: Engine, ids: readonly number[]): Promise<Kept> {
  return keep(forum, await prepare(forum, engine, ids))
}
