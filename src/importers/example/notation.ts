import { DAY, HOUR, MINUTE } from '#base/time.ts'
import type { NeutralPost } from '../neutral.ts'

/**
 * The notation of the example threads. A line is a paragraph; four marks at the start of a line mean something else.
 *
 *     = harbour #strike Port strike enters its third week
 *     @ maren 2025-03-18 14:07 #offer
 *     The union turned down a second offer on Monday.
 *     ~ +12m I had the day wrong
 *     - on Monday
 *     + on Monday night
 *     ^ like tomas zofia; funny pelikan
 *
 *     @ tomas +24m bbcode
 *     [quote #offer shortened]
 *     The union turned down […] offer
 *     [/quote]
 *     Does anyone have the notice itself?
 *
 * `=` begins a thread: board, key, title. `@` begins a post: a member's key (or `guest:"Name"`), its time in UTC or its
 * distance from the post before (`+2d3h5m`), `bbcode` where it is not Markdown, and its own key where another post
 * quotes it (else the thread's key and the number). `~` edits the post: a distance from the post, the reason, and below
 * it what goes (`-`) and what comes (`+`); a `+` alone adds a paragraph. `^` lists reactions.
 *
 * `[quote #key]` quotes another post word for word; `shortened` and `altered` say that it deliberately does not.
 */
export interface WrittenThread {
  key: string
  board: string
  title: string
  posts: WrittenPost[]
}

/** A post as written; its texts still hold `[quote #key]` lines. */
export type WrittenPost = Omit<NeutralPost, 'at'> & { at: number }

/** A `[quote #key]` line: the key and how the words below it stand to the quoted post's. */
export const QUOTE_LINE = /^\[quote #([\w-]+)(?: (shortened|altered))?\]$/gm

const THREAD = /^= ([\w-]+) #([\w-]+) (.+)$/
const POST =
  /^@ ([a-z][a-z0-9_-]*|guest:"[^"]+") (\d{4}-\d\d-\d\d \d\d:\d\d|\+[\ddhm]+)( bbcode)?(?: #([\w-]+))?$/
const EDIT = /^~ (\+[\ddhm]+) (.+)$/
const MARKED = /^[=@~^] /
const KINDS = ['like', 'funny', 'disagree'] as const
const DISTANCE = /^\+(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/

/** Text in the notation → its threads, in order. Throws an `Error` that names the line for whatever it cannot read. */
export function parseThreads(text: string): WrittenThread[] {
  return new Reader(text).read()
}

/** `2025-03-18 14:07` or `+1d2h` after `before` → epoch milliseconds; NaN for anything else. */
function momentOf(written: string, before: number): number {
  if (!written.startsWith('+')) return dayAndTime(`${written.replace(' ', 'T')}:00.000Z`)
  const parts = DISTANCE.exec(written)
  if (!parts) return Number.NaN
  return before + Number(parts[1] ?? 0) * DAY + Number(parts[2] ?? 0) * HOUR + Number(parts[3] ?? 0) * MINUTE
}

/** An ISO time → epoch milliseconds; NaN where there is no such day, which `Date.parse` takes for one after it. */
function dayAndTime(written: string): number {
  const at = Date.parse(written)
  return !Number.isNaN(at) && new Date(at).toISOString() === written ? at : Number.NaN
}

class Reader {
  private readonly lines: string[]
  private readonly threads: WrittenThread[] = []
  private position = 0

  constructor(text: string) {
    this.lines = text.split('\n').map(line => line.trimEnd())
  }

  read(): WrittenThread[] {
    while (this.position < this.lines.length) {
      const line = this.take()
      if (line.startsWith('= ')) this.thread(line)
      else if (line.startsWith('@ ')) this.post(line)
      else if (line !== '') this.fail('a post or a thread is missing before this line')
    }
    return this.threads
  }

  private take(): string {
    return this.lines[this.position++] as string
  }

  /** Blames the line that was taken last, or the one of the given number. */
  private fail(problem: string, line = this.position): never {
    throw new Error(`line ${line}: ${problem}: ${this.lines[line - 1]}`)
  }

  private thread(line: string): void {
    const [, board, key, title] = THREAD.exec(line) ?? this.fail('not a thread')
    this.threads.push({ key: key as string, board: board as string, title: title as string, posts: [] })
  }

  private post(line: string): void {
    const [, by, time, bbcode, label] = POST.exec(line) ?? this.fail('not a post')
    const thread = this.threads.at(-1) ?? this.fail('a post before the first thread')
    const written = this.position
    const before = thread.posts.at(-1)
    const at = momentOf(time as string, before?.at ?? Number.NaN)
    if (Number.isNaN(at)) this.fail('not a time')
    const number = thread.posts.length + 1
    const guest = /^guest:"(.+)"$/.exec(by as string)?.[1] ?? null
    const post: WrittenPost = {
      key: label ?? `${thread.key}-${number}`,
      number,
      author: guest === null ? (by as string) : null,
      guestName: guest,
      at,
      format: bbcode ? 'bbcode' : 'markdown',
      source: this.text(),
      edits: [],
      reactions: [],
    }
    if (post.source === '') this.fail('a post without a text', written)
    this.tail(post)
    thread.posts.push(post)
  }

  /** Lines up to the next mark. */
  private text(): string {
    const first = this.position
    while (this.position < this.lines.length && !MARKED.test(this.lines[this.position] as string))
      this.position++
    return this.lines.slice(first, this.position).join('\n').trim()
  }

  /** What may follow a post's text: edits and reactions. */
  private tail(post: WrittenPost): void {
    for (let line = this.lines[this.position]; line !== undefined; line = this.lines[this.position]) {
      if (line.startsWith('~ ')) this.edit(post, this.take())
      else if (line.startsWith('^ ')) this.reactions(post, this.take())
      else if (line === '') this.position++
      else return
    }
  }

  private edit(post: WrittenPost, line: string): void {
    const [, time, reason] = EDIT.exec(line) ?? this.fail('not an edit')
    const at = momentOf(time as string, post.at)
    if (Number.isNaN(at)) this.fail('not a time')
    const before = post.edits.at(-1)?.source ?? post.source
    const written = this.position
    let source = before
    for (let next = this.lines[this.position]; next && /^[-+] /.test(next); next = this.lines[this.position])
      source = this.change(source, this.take())
    if (source === before) this.fail('an edit that changes nothing', written)
    post.edits.push({ at, source, reason: reason as string })
  }

  /** One `- old` with its `+ new`, or a `+ new` alone. */
  private change(source: string, line: string): string {
    const written = line.slice(2)
    if (line.startsWith('+')) return `${source}\n\n${written}`
    if (source.split(written).length !== 2) this.fail('does not stand exactly once in the post')
    const replacement = this.lines[this.position]
    if (!replacement?.startsWith('+ ')) return source.replace(written, '')
    this.position++
    return source.replace(written, () => replacement.slice(2))
  }

  private reactions(post: WrittenPost, line: string): void {
    for (const group of line.slice(2).split('; ')) {
      const [kind, ...members] = group.split(' ')
      const known = KINDS.find(each => each === kind)
      if (!known || members.length === 0) this.fail('not a reaction')
      else for (const member of members) post.reactions.push({ member, kind: known })
    }
  }
}
