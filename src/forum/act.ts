import type { Log } from '#base/log.ts'
import type { Clock } from '#base/time.ts'
import type { Files } from '#files/files.ts'
import { addToOutbox } from '#jobs/store.ts'
import type { Mailer } from '#mail/model.ts'
import type { Outgoing } from '#outgoing/outgoing.ts'
import { isRetryable } from '#store/differences.ts'
import type { Store, Writer } from '#store/store.ts'
import type { Actor } from './actor.ts'
import type { ForumEvent } from './events.ts'
import type { Site, SiteMemory } from './site.ts'

/** What an action works with, inside its transaction. */
export interface Act {
  readonly db: Writer
  readonly actor: Actor
  /** Epoch milliseconds, the same for all that the action writes. */
  readonly now: number
  /** Settings, boards and permissions as they were when the transaction began. */
  readonly site: Site
  /** The forum's own address; see `Forum`. */
  readonly origin: string | undefined
  /** The forum's key; see `Forum`. */
  readonly secret: Buffer
  /** Says what happened. Stored in the same transaction. */
  emit(event: ForumEvent): void
}

/** An event as the outbox numbers it. */
export interface StoredEvent {
  readonly id: number
  readonly event: ForumEvent
}

/** Who is told of posts that are to be read for the record, or that are no more. All of it happens later. */
export interface RecordKeeper {
  /** Posts that were added, changed, deleted or restored. */
  look(postIds: readonly number[]): void
  /** A thread whose posts are all gone, or are all back. */
  lookAtThread(threadId: number): void
  /** It is this process that goes on with the round through all posts, for a minute. */
  takeTurn(): void
}

/** What actions and pages are handed: the store, the clock, what is remembered of the site, and who hears of events. */
export interface Forum {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly site: SiteMemory
  /** The forum's own address, `https://forum.example`: links of posts that lead there lead nowhere else. */
  readonly origin?: string
  /** The key of this forum: signs forms and links, seals what must not lie open in the database. */
  readonly secret: Buffer
  /** Where attached files lie. */
  readonly files: Files
  /** The way out to other machines. */
  readonly outgoing: Outgoing
  /** Who sees to mails. Actions do not send any: they have `queueMail` of `forum/mail` write down what is to be sent. */
  readonly mailer: Mailer
  /** Left out where nothing is read as it is written; whoever reads everything finds it later. */
  readonly record?: RecordKeeper
  /** Hands events to their listeners. Never throws: what fails is delivered again by the sweep. */
  deliver(events: readonly StoredEvent[]): Promise<void>
}

/** How often a transaction is tried that the database broke off because of another one. */
const TRIES = 4

/**
 * Runs one action in one transaction, its events stored with it, then delivers them. The only place that opens a
 * transaction for the forum. Passes on what the action throws; nothing of it is kept then. The action may run again when
 * another transaction got in its way, so it must do nothing but read and write through `db`.
 */
export async function act<T>(forum: Forum, actor: Actor, action: (a: Act) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { result, events } = await once(forum, actor, action)
      if (events.length > 0) await forum.deliver(events)
      return result
    } catch (error) {
      if (attempt >= TRIES || !isRetryable(error)) throw error
    }
  }
}

async function once<T>(
  forum: Forum,
  actor: Actor,
  action: (a: Act) => Promise<T>,
): Promise<{ result: T; events: StoredEvent[] }> {
  const emitted: ForumEvent[] = []
  const events: StoredEvent[] = []
  const result = await forum.store.write.transaction().execute(async db => {
    const now = forum.clock()
    const site = await forum.site.at(db)
    const done = await action({
      db,
      actor,
      now,
      site,
      origin: forum.origin,
      secret: forum.secret,
      emit: event => emitted.push(event),
    })
    for (const event of emitted) events.push({ id: await addToOutbox(db, event, now), event })
    return done
  })
  return { result, events }
}
