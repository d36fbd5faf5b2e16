import { randomInt } from 'node:crypto'
import { type Client, requestKey } from '../stage/client.ts'
import { replyFields } from '../stage/stage.ts'
import type { Attempt, Kind, Ledger, SentPost } from './ledger.ts'

const KINDS: readonly (Kind | null)[] = ['like', 'funny', 'disagree', null]
/** Of a hundred writes, so many are edits and so many reactions; the others are posts. */
const EDITS = 15
const REACTIONS = 15

/** A member who writes without pause, one thing after the other, and remembers what the server said was done. */
export class Writer {
  readonly memberId: number
  readonly #client: Client
  readonly #threads: readonly number[]
  readonly #ledger: Ledger
  #fields: Record<string, string> = {}
  /** Sent, and never acknowledged: to be sent again with the same key. */
  #open: SentPost | undefined
  #count = 0

  constructor(client: Client, memberId: number, threads: readonly number[], ledger: Ledger) {
    this.#client = client
    this.memberId = memberId
    this.#threads = threads
    this.#ledger = ledger
  }

  /** Asks for the form once; its token holds as long as the session does. */
  async begin(): Promise<void> {
    this.#fields = await replyFields(this.#client, this.#threads[0] as number)
  }

  /** Writes at this address until the server is gone. Rejects when the server answers with anything but "done". */
  async write(site: string): Promise<void> {
    this.#client.site = site
    try {
      for (;;) await this.#one()
    } catch (error) {
      // What `fetch` throws when the connection breaks.
      if (!(error instanceof TypeError)) throw error
    }
  }

  #one(): Promise<void> {
    if (this.#open) return this.#send(this.#open)
    const turn = randomInt(100)
    const own = this.#pick(post => post.memberId === this.memberId)
    const others = this.#pick(post => post.memberId !== this.memberId)
    if (turn < EDITS && own) return this.#edit(own)
    if (turn < EDITS + REACTIONS && others) return this.#react(others)
    return this.#post()
  }

  /** One of the last acknowledged posts, so that what is killed is young. */
  #pick(fits: (post: SentPost) => boolean): SentPost | undefined {
    const young = this.#ledger.posts.slice(-100).filter(post => post.number !== null && fits(post))
    return young.length === 0 ? undefined : young[randomInt(young.length)]
  }

  #post(): Promise<void> {
    const post: SentPost = {
      memberId: this.memberId,
      threadId: this.#threads[randomInt(this.#threads.length)] as number,
      requestKey: requestKey(),
      number: null,
      wordings: [{ what: this.#text('Said'), acknowledged: false }],
      reactions: new Map(),
    }
    this.#ledger.posts.push(post)
    return this.#send(post)
  }

  async #send(post: SentPost): Promise<void> {
    this.#open = post
    const [wording] = post.wordings as [Attempt<string>]
    const { threadId, requestKey } = post
    const fields = { ...this.#fields, source: wording.what, requestKey }
    const location = await this.#done(`/threads/${threadId}/posts`, fields)
    wording.acknowledged = true
    post.number = Number(/^\/posts\/\d+\/(\d+)$/.exec(location)?.[1])
    this.#open = undefined
  }

  async #edit(post: SentPost): Promise<void> {
    const path = `/posts/${post.threadId}/${post.number}/edit`
    const fields = await this.#client.formOn(path, path)
    const attempt = { what: this.#text('Put better'), acknowledged: false }
    post.wordings.push(attempt)
    await this.#done(path, { ...fields, source: attempt.what, reason: 'Better so.' })
    attempt.acknowledged = true
  }

  async #react(post: SentPost): Promise<void> {
    const kind = KINDS[randomInt(KINDS.length)] ?? null
    const attempt = { what: kind, acknowledged: false }
    const attempts = post.reactions.get(this.memberId) ?? []
    post.reactions.set(this.memberId, [...attempts, attempt])
    const { csrf = '' } = this.#fields
    const verb: Record<string, string> = kind === null ? { remove: '1' } : { set: kind }
    await this.#done(`/posts/${post.threadId}/${post.number}/reactions`, { csrf, ...verb })
    attempt.acknowledged = true
  }

  /** Sends a form; → where it leads. Throws an `Error` when it was not done. */
  async #done(path: string, fields: Record<string, string>): Promise<string> {
    const { status, location, text } = await this.#client.post(path, fields)
    if (status === 303 && location !== null) return location
    throw new Error(`${path} answered ${status}:\n${text.slice(0, 2000)}`)
  }

  #text(how: string): string {
    return `${how} by ${this.memberId} for the ${++this.#count}th time: ${requestKey()}.`
  }
}
