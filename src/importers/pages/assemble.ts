import {
  type NeutralBoard,
  type NeutralMember,
  type NeutralPost,
  type NeutralRecord,
  type NeutralThread,
  reference,
} from '../neutral.ts'
import { boardKey, memberKey, postKey, postKeyOfId, threadKey } from './keys.ts'
import { QUOTE_SOURCE } from './markup.ts'
import {
  type AccountLine,
  type Card,
  type PagePost,
  PageRefused,
  type Reading,
  type ReadingOptions,
  type ThreadPage,
} from './model.ts'
import { Numbers } from './numbers.ts'

/**
 * Pages of any number of threads → one record: pages of a thread joined in order, posts that stand on two of them taken
 * once, members and boards merged.
 * @throws PageRefused when a title is given for pages of more than one thread
 */
export function assemble(pages: readonly ThreadPage[], options: ReadingOptions): Reading {
  const assembly = new Assembly(options)
  const threads = groups(siteShared(pages))
  if (options.title !== undefined && threads.length > 1)
    throw new PageRefused(
      threads[1]?.[0]?.file ?? '',
      `belongs to another thread than ${threads[0]?.[0]?.file}; a title can be given for one thread only.`,
    )
  for (const thread of threads) assembly.thread(thread)
  return assembly.reading()
}

/** Pages of one thread, saved in different ways, may show their site on one and not on the other. */
function siteShared(pages: readonly ThreadPage[]): ThreadPage[] {
  return pages.map(page => {
    if (page.site !== null || page.threadId === null) return page
    const same = pages.find(
      other =>
        other.site !== null &&
        other.family === page.family &&
        other.threadId === page.threadId &&
        other.title === page.title,
    )
    return same ? { ...page, site: same.site } : page
  })
}

function groups(pages: readonly ThreadPage[]): ThreadPage[][] {
  const byKey = new Map<string, ThreadPage[]>()
  for (const page of pages) {
    const key = threadKey(page)
    const group = byKey.get(key)
    if (group) group.push(page)
    else byKey.set(key, [page])
  }
  return [...byKey.values()].map(group => group.toSorted((a, b) => a.page - b.page))
}

/** Where a post was taken from, and as which number. */
interface Seen {
  number: number
  file: string
}

class Assembly {
  private readonly boards = new Map<string, NeutralBoard>()
  private readonly members = new Map<string, NeutralMember>()
  private readonly threads: NeutralThread[] = []
  private readonly account: AccountLine[] = []
  constructor(private readonly options: ReadingOptions) {}

  thread(pages: readonly ThreadPage[]): void {
    const first = pages[0] as ThreadPage
    const title = this.options.title?.trim() || first.title || 'Untitled'
    const thread: NeutralThread = { key: threadKey(first), board: this.board(first), title, posts: [] }
    const numbers = new Numbers(this.account)
    const seen = new Map<string, Seen>()
    this.missingPages(pages)
    for (const page of pages) this.page(page, thread, numbers, seen)
    thread.posts.sort((a, b) => a.number - b.number)
    this.threads.push(thread)
    this.account.push({
      item: 'thread',
      where: first.file,
      outcome: 'taken',
      why: `"${title}", ${counted(thread.posts.length, 'post')} from ${counted(pages.length, 'page')} (${first.engine})`,
    })
  }

  reading(): Reading {
    const boards = [...this.boards.values()]
    const holding = new Set(this.threads.map(thread => thread.board))
    for (const board of boards) if (holding.has(board.key)) board.section = false
    for (const board of boards)
      this.account.push({
        item: 'board',
        where: board.title,
        outcome: 'taken',
        why: board.section ? 'as a section' : 'as a board',
      })
    const record: NeutralRecord = {
      source: 'pages',
      boards,
      members: [...this.members.values()],
      threads: this.threads,
    }
    for (const member of record.members)
      this.account.push({ item: 'member', where: member.name, outcome: 'taken', why: cardWords(member) })
    return { record, account: this.account }
  }

  private page(page: ThreadPage, thread: NeutralThread, numbers: Numbers, seen: Map<string, Seen>): void {
    this.account.push({
      item: 'page',
      where: page.file,
      outcome: 'taken',
      why: `page ${page.page} of ${page.pages}, ${counted(page.posts.length, 'post')} (${page.engine})`,
    })
    this.account.push(...page.account)
    const equals = new Map<string, number>()
    numbers.startPage(page)
    for (const post of page.posts) {
      const key = postKey(page, post, equals)
      const before = seen.get(key)
      if (before) {
        numbers.pass(before.number)
        this.account.push({
          item: 'post',
          where: `${page.file} #${before.number}`,
          outcome: 'left',
          why: `the same post as in ${before.file}`,
        })
        continue
      }
      const number = numbers.take(post.number, page.file)
      const where = `${page.file} #${number}`
      seen.set(key, { number, file: page.file })
      thread.posts.push(this.post(page, post, key, number))
      this.account.push({ item: 'post', where, outcome: 'taken', why: postWords(post) })
      this.parts(page, post, where)
    }
  }

  private post(page: ThreadPage, post: PagePost, key: string, number: number): NeutralPost {
    const source = post.body.replace(
      QUOTE_SOURCE,
      (_, id: string) => `, post: ${reference(postKeyOfId(page, id))}`,
    )
    const edit = post.edited?.at
    return {
      key,
      number,
      author: post.guest ? null : this.member(page, post),
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

  /** Accounts for what belongs to a post: notes on its text, its edit note and signature. */
  private parts(page: ThreadPage, post: PagePost, where: string): void {
    for (const note of post.notes) this.account.push({ ...note, where })
    if (post.edited)
      this.account.push(
        post.edited.at
          ? {
              item: 'edit',
              where,
              outcome: 'changed',
              why: `"${post.edited.note}" is recorded as the time of an edit; the wording before it is not on the page`,
            }
          : { item: 'edit', where, outcome: 'left', why: `"${post.edited.note}" names no time` },
      )
    if (post.signature)
      this.account.push({ item: 'signature', where, outcome: 'left', why: 'no part of a post' })
    if (post.at === null)
      this.account.push({
        item: 'time',
        where,
        outcome: 'left',
        why: `${page.file} prints no time that can be read`,
      })
  }

  private member(page: ThreadPage, post: PagePost): string {
    const key = memberKey(page, post.author)
    const { card } = post
    const known = this.members.get(key)
    if (!known) this.members.set(key, { key, name: post.author, ...printed(card) })
    else merge(known, card)
    return key
  }

  private board(page: ThreadPage): string {
    const crumbs = this.options.board?.trim()
      ? [{ title: this.options.board.trim(), section: false }]
      : page.crumbs.length > 0
        ? page.crumbs
        : [{ title: 'Imported', section: false }]
    const site = this.options.board?.trim() || page.crumbs.length === 0 ? null : page.site
    const path: string[] = []
    let parent: string | null = null
    for (const crumb of crumbs) {
      path.push(crumb.title)
      const key = boardKey(site, path)
      if (!this.boards.has(key))
        this.boards.set(key, { key, parent, title: crumb.title, description: '', section: crumb.section })
      parent = key
    }
    return parent as string
  }

  private missingPages(pages: readonly ThreadPage[]): void {
    const there = new Set(pages.map(page => page.page))
    const last = Math.min(Math.max(...pages.map(page => page.pages)), 100_000)
    const missing: number[] = []
    for (let page = 1; page <= last; page++) if (!there.has(page)) missing.push(page)
    if (missing.length === 0) return
    const shown = missing.length > 12 ? `${missing.slice(0, 12).join(', ')} …` : missing.join(', ')
    this.account.push({
      item: 'page',
      where: pages[0]?.title ?? '',
      outcome: 'left',
      why: `${missing.length} of ${last} pages are not among the files (${shown}); their numbers are kept free`,
    })
  }
}

function printed(card: Card): Omit<NeutralMember, 'key' | 'name'> {
  return {
    title: card.title,
    joinedAt: card.joined?.at ?? null,
    messages: card.messages,
    reactionScore: card.reactionScore,
    country: card.country,
    location: card.location,
  }
}

/** Of a member's cards, the one with most messages is the youngest; what it lacks the others may have. */
function merge(member: NeutralMember, card: Card): void {
  const other = printed(card)
  const younger = (other.messages ?? -1) > (member.messages ?? -1)
  for (const field of Object.keys(other) as (keyof typeof other)[]) {
    const value = younger ? (other[field] ?? member[field]) : (member[field] ?? other[field])
    Object.assign(member, { [field]: value })
  }
}

const cardWords = (member: NeutralMember): string => {
  const parts = [
    member.title === null ? '' : `title "${member.title}"`,
    member.joinedAt === null ? '' : `joined ${new Date(member.joinedAt).toISOString().slice(0, 10)}`,
    member.messages === null ? '' : `${member.messages} messages`,
    member.reactionScore === null ? '' : `reaction score ${member.reactionScore}`,
    member.country === null ? '' : `country ${member.country}`,
    member.location === null ? '' : `location ${member.location}`,
  ].filter(part => part !== '')
  return parts.length === 0 ? 'the page prints no card' : parts.join(', ')
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

const postWords = (post: PagePost): string =>
  `by ${post.guest ? 'the guest ' : ''}${post.author}${post.at === null ? '' : `, ${new Date(post.at.at).toISOString()}`}`
