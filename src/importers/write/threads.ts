import { MAX_NUMBER } from '#base/ids.ts'
import { slugOf } from '#base/slug.ts'
import { MAX_TITLE } from '#forum/threads/model.ts'
import type { NeutralPost } from '../neutral.ts'
import { writtenName } from './names.ts'
import type { ThreadPlan } from './plan.ts'
import { writeLedger } from './store.ts'
import { insertThread, takenNumbers } from './store-posts.ts'
import { timesOf } from './times.ts'
import { cut, isLonger, mustHave, type Writing } from './writing.ts'

/** A post that is new here, at its place. */
export interface PlacedPost {
  post: NeutralPost
  threadId: number
  number: number
  at: number
  authorId: number | null
  guestName: string | null
  /** For the account: its thread's title and its number. */
  where: string
  /** What is changed about it. */
  changes: string[]
}

/** A thread that grows, the board it stands in, and its new posts. */
export interface GrowingThread {
  id: number
  boardId: number
  isNew: boolean
  posts: PlacedPost[]
}

/**
 * Makes the threads that are new and gives every new post its place: the printed number and time, another where the number
 * is taken here or no time can be read.
 */
export async function writeThreads(writing: Writing, plans: readonly ThreadPlan[]): Promise<GrowingThread[]> {
  const growing = plans.filter(plan => plan.fresh.length > 0)
  const known = growing.flatMap(plan => (plan.here ? [plan.here.id] : []))
  const taken = await takenNumbers(writing.a.db, known)
  const threads: GrowingThread[] = []
  const made: [key: string, id: number][] = []
  for (const plan of growing) {
    const placed = placePosts(writing, plan, taken.get(plan.here?.id ?? Number.NaN) ?? new Set())
    // One query a thread: rows that come back from a list of them bear no order.
    const thread = plan.here ?? (await makeThread(writing, plan, placed))
    if (!plan.here) made.push([plan.thread.key, thread.id])
    sayThread(writing, plan)
    const posts = placed.map(post => ({ ...post, threadId: thread.id }))
    for (const { post, threadId, number } of posts) writing.places.set(post.key, { threadId, number })
    threads.push({ id: thread.id, boardId: thread.boardId, isNew: !plan.here, posts })
  }
  await writeLedger(writing.a.db, writing.record.source, 'thread', made)
  return threads
}

async function makeThread(writing: Writing, { thread }: ThreadPlan, posts: readonly PlacedPost[]) {
  const boardId = mustHave(writing.boards, thread.board, 'a board')
  const first = posts[0] as PlacedPost
  const last = posts.at(-1) as PlacedPost
  const title = titleOf(thread.title)
  const id = await insertThread(writing.a.db, {
    ...{ boardId, title, slug: slugOf(title), authorId: first.authorId, guestName: first.guestName },
    ...{ createdAt: first.at, postCount: posts.length },
    ...{ lastNumber: last.number, lastPostAt: last.at, lastAuthorId: last.authorId },
  })
  return { id, boardId }
}

const titleOf = (title: string): string => cut(title, MAX_TITLE) || 'Untitled'

function sayThread(writing: Writing, { thread, here, fresh }: ThreadPlan): void {
  const item = { item: 'thread', where: `"${thread.title}"`, key: thread.key }
  const posts = `${fresh.length} ${fresh.length === 1 ? 'post' : 'posts'}`
  if (here) writing.say(item, 'changed', `${posts} added to it`)
  else if (isLonger(thread.title, MAX_TITLE))
    writing.say(item, 'changed', `the title was shortened to ${MAX_TITLE} characters`)
  else writing.say(item, 'taken', posts)
}

/** New posts in the order of their numbers; the id of a thread that is not made yet is 0. */
function placePosts(
  writing: Writing,
  { thread, fresh, here }: ThreadPlan,
  taken: ReadonlySet<number>,
): PlacedPost[] {
  const times = timesOf(thread.posts, writing.a.now)
  const placed = [...numbersFor(fresh, taken)].map(([post, number]) => {
    const time = times.get(post.key)
    const changes = time?.why === undefined ? [] : [time.why]
    if (number !== post.number)
      changes.push(`number ${post.number} is another post's here: taken as ${number}`)
    return {
      ...{ post, threadId: here?.id ?? 0, number, at: time?.at ?? writing.a.now },
      authorId: post.author === null ? null : mustHave(writing.members, post.author, 'a member'),
      guestName: post.author === null ? writtenName(post.guestName ?? '') : null,
      where: `"${thread.title}" #${number}`,
      changes,
    }
  })
  return placed.sort((one, other) => one.number - other.number)
}

/**
 * The wanted number for every post that can have it, for the others those behind all of them. Throws a `RangeError` when
 * there is none left.
 */
function numbersFor(posts: readonly NeutralPost[], taken: ReadonlySet<number>): Map<NeutralPost, number> {
  const numbers = new Map<NeutralPost, number>()
  const used = new Set(taken)
  for (const post of posts) {
    const isFree = post.number >= 1 && post.number <= MAX_NUMBER && !used.has(post.number)
    if (!isFree) continue
    used.add(post.number)
    numbers.set(post, post.number)
  }
  let last = 0
  for (const number of used) last = Math.max(last, number)
  const waiting = posts.filter(post => !numbers.has(post))
  if (last + waiting.length > MAX_NUMBER) throw new RangeError(`a thread has at most ${MAX_NUMBER} posts`)
  for (const post of waiting) numbers.set(post, ++last)
  return numbers
}
