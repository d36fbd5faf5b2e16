import type { Forum } from '../act.ts'
import { type Engine, openEngine } from '../record/engine.ts'
import { dayIn } from '../record/keeping.ts'
import { type ReadScript, type Script, unread } from '../record/script.ts'

/** When more texts wait than this, the next ones are not read: their writers ask again soon. */
const MOST_WAITING = 50

/** Reads one text after the other. */
class Queue {
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0
  constructor(private readonly engine: Engine) {}

  /** What was read; null where it could not be, or where too many wait. */
  async read(script: Script): Promise<ReadScript | null> {
    if (this.waiting >= MOST_WAITING) return null
    this.waiting++
    const next = this.last.then(() => this.engine.read([script]))
    this.last = next.catch(() => undefined)
    try {
      return (await next)[0] ?? null
    } finally {
      this.waiting--
    }
  }
}

const queues = new WeakMap<Forum, Queue>()

/**
 * Reads the HTML of a text that somebody writes now, as it will be read when it is posted; without findings where that is
 * not possible at present. An engine of its own: who writes does not wait for what is posted.
 */
export async function readTyped(forum: Forum, html: string): Promise<Pick<ReadScript, 'text' | 'findings'>> {
  const queue = queues.get(forum) ?? new Queue(openEngine(forum.log))
  queues.set(forum, queue)
  const date = dayIn(forum.site.latest().settings.timeZone, forum.clock())
  const script = { html, date, number: 0, corrections: [] }
  return (await queue.read(script)) ?? unread(html)
}
