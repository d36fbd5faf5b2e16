import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { mayAccept, mayUnaccept } from '#forum/answers/rules.ts'
import { attachmentsOfPosts } from '#forum/attachments/store.ts'
import { pathTo } from '#forum/boards/tree.ts'
import { asideOf } from '#forum/conversations/load.ts'
import { cardsOfPosts } from '#forum/link-cards/store.ts'
import { cardsOf } from '#forum/members/store.ts'
import { type Visible, visibleTo } from '#forum/permissions/visible.ts'
import type { AskedPoll } from '#forum/polls/model.ts'
import { mayClose, mayVote } from '#forum/polls/rules.ts'
import { askedPoll } from '#forum/polls/store.ts'
import type { Post } from '#forum/posts/model.ts'
import { mayDelete, mayEdit, mayReply, mayRestore } from '#forum/posts/rules.ts'
import { findPost, postsOnPage } from '#forum/posts/store.ts'
import { type Reading, USUAL_READING } from '#forum/preferences/model.ts'
import { speakersInThread } from '#forum/quotations/store-threads.ts'
import { quotesShown } from '#forum/quotes/load.ts'
import { NO_REACTIONS } from '#forum/reactions/model.ts'
import { mayReact } from '#forum/reactions/rules.ts'
import { reactionsOf } from '#forum/reactions/store.ts'
import { recordOf } from '#forum/record/load.ts'
import { NOTHING_ON_RECORD, type RecordOfPost } from '#forum/record/model.ts'
import { mayReport } from '#forum/reports/rules.ts'
import { signaturesUnder } from '#forum/signatures/load.ts'
import { maySource } from '#forum/sources/rules.ts'
import type { Thread } from '#forum/threads/model.ts'
import {
  mayDelete as mayDeleteThread,
  mayLock,
  mayRename,
  mayRestore as mayRestoreThread,
  mayUnlock,
} from '#forum/threads/rules.ts'
import { findWithHoldings, type Holdings } from '#forum/threads/store.ts'
import { ignoredBy } from '#forum/ties/store.ts'
import { keptWhileUnchanged } from '#store/unchanged.ts'
import { detailsOn } from './details.ts'
import {
  type AskedPart,
  type PostLine,
  type PostRights,
  partOf,
  type ShownPart,
  type ThreadPage,
  type ThreadRights,
} from './model.ts'

/** Pages of which the cards are at hand until anything is written. */
const PAGES_KEPT = 500

const keptCards = keptWhileUnchanged<Awaited<ReturnType<typeof cardsOf>>>(PAGES_KEPT)

/** Whether what was read in the posts is wanted too. */
interface Wanted {
  readonly withRecord: boolean
  /** As guests read unless given. */
  readonly reading?: Reading
}

/**
 * Everything of one page of a thread: the site, the thread, its posts, their members, the reactions, each in one query at
 * most; then what was read in the posts, in a fixed number too.
 * Throws `not-found`, also for a page that the thread does not have.
 */
export async function loadThread(
  forum: Forum,
  actor: Actor,
  at: { id: number } & AskedPart & Wanted,
): Promise<ThreadPage> {
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const found = await findWithHoldings(read, visible, at.id)
  const { reading = USUAL_READING } = at
  const part = found && partOf(found.thread, at, reading.postsAPage)
  if (!found || !part) throw new Refused('not-found')
  const posts = await postsOnPage(read, visible, found.thread, part.range)
  return pageOf(forum, visible, { ...found, posts, part, withRecord: at.withRecord, reading })
}

/** The same for one post alone. Throws `not-found`. */
export async function loadPost(
  forum: Forum,
  actor: Actor,
  at: { threadId: number; number: number } & Wanted,
): Promise<ThreadPage> {
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const found = await findPost(read, visible, at.threadId, at.number)
  if (!found) throw new Refused('not-found')
  const { thread, post } = found
  const { withRecord, reading = USUAL_READING } = at
  const part = partOf(thread, { page: 1, from: post.number }, reading.postsAPage)
  if (!part) throw new Refused('not-found')
  return pageOf(forum, visible, { thread, holds: ANYTHING, posts: [post], part, withRecord, reading })
}

/** Of a post alone nothing is known of its thread that would spare a question. */
const ANYTHING: Holdings = { tags: true, poll: true, files: true, ignores: true, draft: true }
const NOBODY: ReadonlySet<number> = new Set()

/** What a page is made of. */
interface Found extends Required<Wanted> {
  readonly thread: Thread
  readonly holds: Holdings
  readonly posts: readonly Post[]
  readonly part: ShownPart
}

async function pageOf(forum: Forum, visible: Visible, found: Found): Promise<ThreadPage> {
  const { thread, holds, posts, part } = found
  const { read } = forum.store
  const { boards } = visible.site
  const people = posts.flatMap(({ authorId, deletedBy }) => [authorId, deletedBy])
  const ids = [thread.authorId, ...people].filter(id => id !== null)
  const cards = await cardsFor(forum, visible, ids)
  const shown = posts.filter(post => post.deletedAt === null)
  const shownIds = shown.map(post => post.id)
  const reactions = await reactionsOf(read, shownIds, visible.actor.memberId)
  const { records, speakers } = found.withRecord ? await onRecord(forum, visible, thread, shown) : NO_RECORD
  const ignored = holds.ignores ? await ignoredBy(forum, visible.actor.memberId) : NOBODY
  const links = await linksOn(forum, shown)
  const attachments = holds.files ? await filesOn(forum, shownIds) : NO_FILES
  const quotes = await quotesShown(read, visible, thread, shown)
  const poll = holds.poll ? await pollOn(forum, visible, shown) : null
  const signatures = await signaturesUnder(read, visible, shown, found.reading)
  const cardOf = (id: number | null) => (id === null ? null : (cards.get(id) ?? null))
  const board = boards.byId.get(thread.boardId)
  return {
    thread,
    ...(await detailsOn(forum, visible, thread, holds)),
    boards: [...pathTo(boards, thread.boardId), ...(board ? [board] : [])],
    starter: cardOf(thread.authorId),
    page: part.page,
    pages: part.pages,
    size: part.size,
    posts: posts.map<PostLine>(post => ({
      post,
      card: cardOf(post.authorId),
      deletedBy: cardOf(post.deletedBy)?.name ?? null,
      reactions: reactions.get(post.id) ?? NO_REACTIONS,
      record: records.get(post.id) ?? NOTHING_ON_RECORD,
      quotes: quotes.get(post.id) ?? [],
      poll: post.id === poll?.postId ? poll : null,
      links: links.get(post.id) ?? [],
      attachments: attachments.get(post.id) ?? [],
      isIgnored: post.authorId !== null && ignored.has(post.authorId),
      signature: signatures.get(post.id) ?? null,
      may: postRights(visible, thread, { post, poll, now: forum.clock() }),
    })),
    speakers,
    conversation: await asideOf(forum, visible, thread),
    hasDraft: holds.draft,
    may: threadRights(visible, thread),
  }
}

/** Cards as a reader sees them. Those of people who are not among them see the same. */
function cardsFor(forum: Forum, visible: Visible, ids: readonly number[]): ReturnType<typeof cardsOf> {
  const { memberId } = visible.actor
  const reader = memberId === null ? 'guest' : ids.includes(memberId) ? memberId : 'member'
  const key = `${visible.site.version} ${reader} ${ids.join()}`
  return keptCards(forum.store, key, () => cardsOf(forum.store.read, ids, visible))
}

/** What was read in posts, and how many people their thread quotes. */
interface OnRecord {
  readonly records: ReadonlyMap<number, RecordOfPost>
  readonly speakers: number
}

const NO_RECORD: OnRecord = { records: new Map(), speakers: 0 }
const keptSpeakers = keptWhileUnchanged<{ readonly count: number }>(PAGES_KEPT)

async function onRecord(
  forum: Forum,
  visible: Visible,
  thread: Thread,
  posts: readonly Post[],
): Promise<OnRecord> {
  const records = await recordOf(forum, visible, thread, posts)
  const { count } = await keptSpeakers(forum.store, String(thread.id), async () => ({
    count: await speakersInThread(forum.store.read, visible, thread),
  }))
  return { records, speakers: count }
}

type Files = Awaited<ReturnType<typeof attachmentsOfPosts>>

const NO_FILES: Files = new Map()
const keptFiles = keptWhileUnchanged<Files>(PAGES_KEPT)
const filesOn = ({ store }: Forum, ids: readonly number[]): Promise<Files> =>
  keptFiles(store, ids.join(), () => attachmentsOfPosts(store.read, ids))

const keptLinks = keptWhileUnchanged<Awaited<ReturnType<typeof cardsOfPosts>>>(PAGES_KEPT)
/** Markup that only a link makes which leads elsewhere. */
const LINK = ' rel="nofollow'

/** The cards of the posts of a page; nothing is asked for a page without links. */
async function linksOn(forum: Forum, posts: readonly Post[]): ReturnType<typeof cardsOfPosts> {
  const ids = posts.filter(post => post.html.includes(LINK)).map(post => post.id)
  if (ids.length === 0) return new Map()
  return keptLinks(forum.store, ids.join(), () => cardsOfPosts(forum.store.read, ids))
}

const keptPolls = keptWhileUnchanged<{ readonly poll: AskedPoll | undefined }>(PAGES_KEPT)

/** The poll of a page: only the first post of a thread has one. */
async function pollOn(forum: Forum, { actor }: Visible, posts: readonly Post[]): Promise<AskedPoll | null> {
  const first = posts.find(post => post.number === 1)
  if (!first) return null
  const { memberId } = actor
  const { poll } = await keptPolls(forum.store, `${first.id} ${memberId}`, async () => ({
    poll: await askedPoll(forum.store.read, first.id, memberId),
  }))
  return poll ?? null
}

function postRights(
  visible: Visible,
  thread: Thread,
  { post, poll, now }: { post: Post; poll: AskedPoll | null; now: number },
): PostRights {
  const asked = poll?.postId === post.id ? { post, poll, now } : null
  return {
    vote: asked !== null && mayVote(visible, thread, asked),
    closePoll: asked !== null && mayClose(visible, thread, asked),
    react: mayReact(visible, thread, post),
    quote: !post.withheld && post.deletedAt === null && mayReply(visible, thread),
    edit: mayEdit(visible, thread, post, now),
    accept: mayAccept(visible, thread, post),
    unaccept: mayUnaccept(visible, thread, post),
    delete: mayDelete(visible, thread, post),
    restore: mayRestore(visible, thread, post),
    source: maySource(visible, thread, post),
    report: mayReport(visible, post),
  }
}

function threadRights(visible: Visible, thread: Thread): ThreadRights {
  return {
    reply: mayReply(visible, thread),
    rename: mayRename(visible, thread),
    lock: mayLock(visible, thread),
    unlock: mayUnlock(visible, thread),
    delete: mayDeleteThread(visible, thread),
    restore: mayRestoreThread(visible, thread),
  }
}
