import { numberOf, postId, threadOf } from '#base/ids.ts'
import { SECOND } from '#base/time.ts'
import type { Forum, RecordKeeper } from '../act.ts'
import type { Engine } from './engine.ts'
import { bringUpToDate, type Kept, keep, type Prepared, prepare } from './keeping.ts'
import { type Pace, pace, processLoad } from './pace.ts'
import { finishPart, nextPart, type Part } from './round.ts'
import { nextLooked } from './store.ts'

/** More posts than this do not wait in memory: the round finds the rest. */
const MOST_WAITING = 20_000
/** Posts of a thread that are put among those that wait at once. */
const OF_A_THREAD = 500
/** How long a turn of the round lasts; a little shorter than the time between two turns. */
const TURN = 55 * SECOND
/** How long it waits when there is something to do again, so that whoever posted has the answer first. */
const ANSWER_FIRST = 20
/** How long it rests when something fails, the database above all. */
const AFTER_FAILURE = 5 * SECOND

/** A keeper of the record that works by itself, once it is started. */
export interface WorkingKeeper extends RecordKeeper {
  /** Begins to read what waits. Before, it is only remembered. */
  start(): void
  /** Takes up nothing new and waits for what is under way. */
  stop(): Promise<void>
}

/** What the keeper is made of. */
export interface KeeperOptions {
  /** The forum, once it is open. */
  readonly forum: () => Forum
  readonly engine: Engine
  readonly pace?: Pace
  /** How long it rests when something fails, in milliseconds. */
  readonly afterFailure?: number
}

type PartUnderWay = Part & { isBegun: boolean; taken: number; done: number; read: number }

/** Posts that are being read. */
interface Batch {
  readonly ids: readonly number[]
  /** The part of the round that they are of; null for those that waited. */
  readonly part: PartUnderWay | null
  readonly prepared: Promise<Prepared>
}

class Keeper implements WorkingKeeper {
  private readonly options: KeeperOptions
  private readonly pace: Pace
  /** Posts that wait, in the order they came. */
  private readonly waiting = new Set<number>()
  /** Threads whose posts wait: the id of the post behind which they go on. */
  private readonly threads = new Map<number, number>()
  /** Until when this process has the round. */
  private turn = 0
  private part: PartUnderWay | null = null
  /** What is being read while what was before it is kept. */
  private ahead: Batch | null = null
  private current: Batch | null = null
  /** Whether posts may have come that do not wait here: those of before the start are among them. */
  private isMissed = true
  private isStopped = false
  private working: Promise<void> | null = null
  private wake: () => void = () => undefined

  constructor(options: KeeperOptions) {
    this.options = options
    this.pace = options.pace ?? pace(processLoad())
  }

  look(postIds: readonly number[]): void {
    for (const id of postIds) {
      if (this.waiting.size >= MOST_WAITING) this.isMissed = true
      else this.waiting.add(id)
    }
    this.wake()
  }

  lookAtThread(threadId: number): void {
    this.threads.set(threadId, postId(threadId, 0))
    this.wake()
  }

  takeTurn(): void {
    this.turn = this.options.forum().clock() + TURN
    this.wake()
  }

  start(): void {
    this.working ??= this.work()
  }

  async stop(): Promise<void> {
    this.isStopped = true
    this.wake()
    await this.working
    // What is being read ahead is read to its end, and found again by the next round.
    await this.ahead?.prepared.catch(() => undefined)
    await this.options.engine.end()
  }

  private async work(): Promise<void> {
    while (!this.isStopped) {
      try {
        const kept = await this.batch()
        if (this.isStopped) return
        if (kept === null) {
          await this.rest(null)
          await this.rest(ANSWER_FIRST)
        } else await this.rest(this.pace.rest(kept.held))
      } catch (error) {
        this.giveBack()
        this.options.forum().log.error({ err: error }, 'Posts could not be read and will be tried again')
        await this.rest(this.options.afterFailure ?? AFTER_FAILURE)
      }
    }
  }

  /** Rests for so many milliseconds; without a number until something is to be done. */
  private rest(milliseconds: number | null): Promise<void> {
    return new Promise(resolve => {
      const timer = milliseconds === null ? undefined : setTimeout(resolve, milliseconds)
      this.wake = () => {
        if (milliseconds !== null && !this.isStopped) return
        clearTimeout(timer)
        resolve()
      }
      if (milliseconds === null && (this.isStopped || this.hasWork())) this.wake()
    })
  }

  private hasWork(): boolean {
    return this.waiting.size > 0 || this.threads.size > 0
  }

  /** Keeps the next few posts while those behind them are read; null where there are none. */
  private async batch(): Promise<Kept | null> {
    const forum = this.options.forum()
    const batch = this.ahead ?? (await this.take(forum))
    this.ahead = null
    this.current = batch
    if (batch === null) return null
    const prepared = await batch.prepared
    this.ahead = await this.take(forum)
    const kept = await keep(forum, prepared)
    this.look(kept.changed)
    if (batch.part) await this.count(forum, batch.part, batch.ids.length, kept.read)
    return kept
  }

  /** After a failure: what waited waits again, and the round begins this part anew. */
  private giveBack(): void {
    for (const batch of [this.current, this.ahead]) if (batch?.part === null) this.look(batch.ids)
    this.current = null
    this.ahead = null
    this.part = null
  }

  /** Takes the next few posts of those that wait, or of the round, and begins to read them; null where there are none. */
  private async take(forum: Forum): Promise<Batch | null> {
    const size = this.pace.size()
    if (this.waiting.size === 0) await this.nextOfThread(forum)
    const ids: number[] = []
    for (const id of this.waiting) {
      if (ids.length >= size) break
      ids.push(id)
    }
    if (ids.length === 0) return forum.clock() < this.turn ? this.takeOfRound(forum, size) : null
    for (const id of ids) this.waiting.delete(id)
    return this.begin(forum, ids, null)
  }

  private begin(forum: Forum, ids: readonly number[], part: PartUnderWay | null): Batch {
    const prepared = prepare(forum, this.options.engine, ids)
    // Whoever waits for it hears of a failure; until then it is nobody's.
    prepared.catch(() => undefined)
    return { ids, part, prepared }
  }

  /** Puts the next posts of a thread among those that wait. */
  private async nextOfThread(forum: Forum): Promise<void> {
    const [next] = this.threads
    if (!next) return
    const [threadId, after] = next
    const posts = await nextLooked(forum.store.read, after, OF_A_THREAD)
    const own = posts.filter(post => threadOf(post.id) === threadId).map(post => post.id)
    const last = own.at(-1)
    if (own.length < OF_A_THREAD || last === undefined) this.threads.delete(threadId)
    else this.threads.set(threadId, postId(threadId, numberOf(last)))
    for (const id of own) this.waiting.add(id)
  }

  private async takeOfRound(forum: Forum, size: number): Promise<Batch | null> {
    if (this.part === null) {
      const part = await nextPart(forum, this.isMissed)
      if (part === null) {
        this.turn = 0
        return null
      }
      this.isMissed = false
      this.part = { ...part, isBegun: false, taken: 0, done: 0, read: 0 }
    }
    const { part } = this
    const ids = part.ids.slice(part.taken, part.taken + size)
    // The next part begins when this one has been kept.
    if (ids.length === 0 && part.isBegun) return null
    part.isBegun = true
    part.taken += ids.length
    return this.begin(forum, ids, part)
  }

  /** Counts what is done of a part, and writes down when all of it is. */
  private async count(forum: Forum, part: PartUnderWay, done: number, read: number): Promise<void> {
    part.done += done
    part.read += read
    if (part.done < part.ids.length) return
    this.part = null
    if (!(await finishPart(forum, part, part.read))) this.turn = 0
  }
}

/** A keeper that is told of posts and reads them, a few at a time, whenever others leave it the time. */
export const createKeeper = (options: KeeperOptions): WorkingKeeper => new Keeper(options)

/** Reads everything that is to be read, and forgets what is no more, at once and without rest. For tests and commands. */
export async function readEverything(forum: Forum, engine: Engine): Promise<number> {
  let read = 0
  for (let after = 0; ; ) {
    const posts = await nextLooked(forum.store.read, after, OF_A_THREAD)
    if (posts.length === 0) return read
    read += (
      await bringUpToDate(
        forum,
        engine,
        posts.map(post => post.id),
      )
    ).read
    after = posts.at(-1)!.id
  }
}
