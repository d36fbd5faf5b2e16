import { type NeutralPost, type NeutralRecord, type NeutralThread, reference } from '../neutral.ts'
import { BoardsOfPages } from './boards.ts'
import { postKey, postKeyOfId, threadKey } from './keys.ts'
import { QUOTE_SOURCE } from './markup.ts'
import { MembersOfPages } from './members.ts'
import {
  type PageLine,
  type PagePost,
  type PageReading,
  PageRefused,
  type PostReading,
  type Reading,
  type ReadingOptions,
  type ThreadPage,
} from './model.ts'
import { Numbers } from './numbers.ts'
import { threadsOf } from './order.ts'
import { editLines, missingPages, postWords } from './words.ts'

/**
 * Pages of any number of threads → one record: pages of a thread joined in order, posts that stand on two of them taken
 * once, members and boards merged. The order in which pages are given changes nothing, but for pasted texts that show no
 * order of their own.
 * @throws PageRefused when a title is given for pages of more than one thread
 */
export function assemble(pages: readonly ThreadPage[], options: ReadingOptions): Reading {
  const assembly = new Assembly(options)
  const threads = threadsOf(pages)
  if (options.title !== undefined && threads.length > 1)
    throw new PageRefused(
      threads[1]?.[0]?.file ?? '',
      `belongs to another thread than ${threads[0]?.[0]?.file}; a title can be given for one thread only.`,
    )
  for (const thread of threads) assembly.thread(thread)
  return assembly.reading()
}

/** A thread on its way: where each post was first met, and its number. */
interface Joining {
  thread: NeutralThread
  numbers: Numbers
  seen: Map<string, { number: number; file: string }>
}

class Assembly {
  private readonly boards = new BoardsOfPages()
  private readonly members = new MembersOfPages()
  private readonly threads: NeutralThread[] = []
  private readonly left: PageLine[] = []
  private readonly pages: PageReading[] = []
  private readonly posts = new Map<string, PostReading>()
  constructor(private readonly options: ReadingOptions) {}

  thread(pages: readonly ThreadPage[]): void {
    const first = pages[0] as ThreadPage
    const title = this.options.title?.trim() || first.title || 'Untitled'
    const thread: NeutralThread = { key: threadKey(first), board: this.boards.of(first), title, posts: [] }
    this.left.push(...missingPages(pages))
    const joining: Joining = { thread, numbers: new Numbers(), seen: new Map() }
    for (const page of pages) this.page(page, joining)
    thread.posts.sort((a, b) => a.number - b.number)
    this.threads.push(thread)
  }

  reading(): Reading {
    const record: NeutralRecord = {
      source: 'pages',
      counts: 'after',
      boards: this.boards.all(this.threads),
      ...this.members.settled(this.threads),
    }
    const { left, pages, posts } = this
    return { record, left, pages, posts }
  }

  private page(page: ThreadPage, { thread, numbers, seen }: Joining): void {
    const lines = [...page.account, ...numbers.startPage(page)]
    const keys: string[] = []
    const equals = new Map<string, number>()
    for (const post of page.posts) {
      const key = postKey(page, post, equals)
      const before = seen.get(key)
      if (before) {
        numbers.pass(before.number)
        this.leave(`${page.file} #${before.number}`, `the same post as in ${before.file}`)
        continue
      }
      if (post.body === null) {
        this.leave(`${page.file} #${numbers.leave(post.number)}`, 'the page does not hold its text')
        continue
      }
      const { number, wanted } = numbers.take(post.number)
      if (number !== wanted) lines.push(renumbered(page.file, wanted, number))
      seen.set(key, { number, file: page.file })
      keys.push(key)
      thread.posts.push(this.post(page, post, key, number))
      this.posts.set(key, readingOf(page, post, number))
    }
    const why = `page ${page.page} of ${page.pages}, ${counted(page.posts.length, 'post')} (${page.engine})`
    this.pages.push({ line: { item: 'page', where: page.file, outcome: 'taken', why }, lines, posts: keys })
  }

  private leave(where: string, why: string): void {
    this.left.push({ item: 'post', where, outcome: 'left', why })
  }

  private post(page: ThreadPage, post: PagePost, key: string, number: number): NeutralPost {
    const source = (post.body ?? '').replace(
      QUOTE_SOURCE,
      (_, id: string) => `, post: ${reference(postKeyOfId(page, id))}`,
    )
    const edit = post.edited?.at
    return {
      key,
      number,
      author: post.guest ? null : this.members.take(page, post),
      guestName: post.guest ? post.author : null,
      at: post.at?.at ?? null,
      format: 'bbcode',
      source,
      edits:
        edit && (post.at === null || edit.at > post.at.at)
          ? [{ at: edit.at, source, reason: post.edited?.reason ?? '' }]
          : [],
      reactions: [],
    }
  }
}

const renumbered = (file: string, wanted: number, number: number): PageLine => ({
  item: 'post',
  where: `${file} #${number}`,
  outcome: 'changed',
  why: `number ${wanted} is another post's already: taken as ${number}`,
})

function readingOf(page: ThreadPage, post: PagePost, number: number): PostReading {
  const where = `${page.file} #${number}`
  const parts: PageLine[] = post.notes.map(({ which, ...note }) => ({
    ...note,
    where: which === undefined ? where : `${where} ${which}`,
  }))
  parts.push(...editLines(post, where))
  if (post.signature) parts.push({ item: 'signature', where, outcome: 'left', why: 'no part of a post' })
  return { where, why: postWords(post), parts }
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
