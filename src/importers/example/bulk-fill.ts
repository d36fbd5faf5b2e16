import { postId } from '#base/ids.ts'
import { slugOf } from '#base/slug.ts'
import { type Act, act, type Forum } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { wantJudging } from '#forum/quotes/round.ts'
import { wantRound } from '#forum/record/round.ts'
import { touchSite } from '#forum/settings/store.ts'
import { addToBoard, type BoardGain } from '../write/store.ts'
import { type BulkPost, type BulkThread, bulkCommunity } from './bulk.ts'
import { type Ground, prepareGround } from './bulk-ground.ts'
import { paragraphsHtml } from './bulk-html.ts'
import { BULK_BOARDS, MOST_BULK_MEMBERS } from './bulk-people.ts'
import {
  addMessages,
  growThread,
  insertPosts,
  insertRevisions,
  insertThread,
  type PostRow,
  type RevisionRow,
} from './store-bulk.ts'

/** How much a forum is filled with: so many posts in so many threads, by members of whom some write much. */
export interface Filling {
  threads: number
  posts: number
  /** Equal fillings with equal seeds bring equal texts. */
  seed: number
}

/** What a filling brought. */
export interface Filled {
  boards: number
  members: number
  threads: number
  posts: number
}

/** Posts written in one transaction: few enough to be held in memory. */
export const POSTS_AT_ONCE = 4000
/** So many posts of a filling have one member. */
const POSTS_A_MEMBER = 40
const FEWEST_MEMBERS = 12
const MOST_MEMBERS = Math.min(1000, MOST_BULK_MEMBERS)

/** Posts of one thread that are written at once; `begins` where the thread is new with them. */
interface Piece {
  thread: BulkThread
  begins: boolean
  posts: BulkPost[]
}

/**
 * Fills the forum with generated threads, in boards and by members of their own, which a later filling finds again. Each
 * transaction leaves all counts right. Throws a `RangeError`, and writes nothing, where there are fewer posts than threads
 * or more than a thread can have.
 */
export async function fillInBulk(
  forum: Forum,
  filling: Filling,
  progress: (now: { done: number; of: number }) => void = () => undefined,
): Promise<Filled> {
  const { threads, posts, seed } = filling
  const members = Math.min(MOST_MEMBERS, Math.max(FEWEST_MEMBERS, Math.ceil(posts / POSTS_A_MEMBER)))
  const boards = BULK_BOARDS.length
  const community = bulkCommunity({ threads, posts, seed, boards, members })
  const pieces = piecesOf(community)
  let next = pieces.next()
  const ground = await act(forum, SYSTEM, a => prepareGround(a, members))
  let open = 0
  for (let done = 0; !next.done; next = pieces.next()) {
    const portion = next.value
    open = await act(forum, SYSTEM, a => writePortion(a, ground, portion, open))
    done += portion.reduce((sum, piece) => sum + piece.posts.length, 0)
    progress({ done, of: posts })
  }
  await act(forum, SYSTEM, async a => {
    await wantRound(a.db)
    await wantJudging(a.db)
    await touchSite(a.db)
    a.emit({ type: 'site.changed' })
  })
  return { boards, members, threads, posts }
}

/** Threads → their posts in portions; a thread may go on in the next. */
function* piecesOf(threads: Iterable<BulkThread>): Generator<Piece[]> {
  let portion: Piece[] = []
  let room = POSTS_AT_ONCE
  for (const thread of threads) {
    let piece: Piece | undefined
    for (const post of thread.posts) {
      if (room === 0) {
        yield portion
        portion = []
        room = POSTS_AT_ONCE
      }
      if (!piece || room === POSTS_AT_ONCE) {
        piece = { thread, begins: piece === undefined, posts: [] }
        portion.push(piece)
      }
      piece.posts.push(post)
      room--
    }
  }
  if (portion.length > 0) yield portion
}

/** Writes a portion, whose first piece may go on with the thread of the id `open`; → the id of its last thread. */
async function writePortion(
  a: Act,
  ground: Ground,
  portion: readonly Piece[],
  open: number,
): Promise<number> {
  const { db } = a
  const ids: number[] = []
  for (const piece of portion) ids.push(await writeThread(a, ground, piece, open))
  const posts: PostRow[] = []
  const revisions: RevisionRow[] = []
  for (const [index, piece] of portion.entries())
    for (const { number, authorIndex, at, source } of piece.posts) {
      const id = postId(ids[index] as number, number)
      const author = ground.members[authorIndex] as number
      posts.push([id, author, at, paragraphsHtml(source)])
      revisions.push([id, author, at, source])
    }
  await insertPosts(db, posts)
  await insertRevisions(db, revisions)
  await countPosts(a, ground, portion, ids)
  return ids.at(-1) as number
}

/** What a thread is after a piece of it. */
function endOf(ground: Ground, { posts }: Piece) {
  const last = posts.at(-1) as BulkPost
  return {
    posts: posts.length,
    lastNumber: last.number,
    lastPostAt: last.at,
    lastAuthorId: ground.members[last.authorIndex] as number,
  }
}

/** Begins the thread of a piece, or adds to the one of the id `open`; → its id. */
async function writeThread({ db }: Act, ground: Ground, piece: Piece, open: number): Promise<number> {
  const { posts, ...last } = endOf(ground, piece)
  if (!piece.begins) {
    await growThread(db, { id: open, posts, ...last })
    return open
  }
  const { title, boardIndex } = piece.thread
  const first = piece.posts[0] as BulkPost
  const [row] = await insertThread(db, {
    ...{ boardId: ground.boards[boardIndex] as number, title, slug: slugOf(title) },
    ...{ authorId: ground.members[first.authorIndex] as number, createdAt: first.at, postCount: posts },
    ...last,
  })
  return (row as { id: number }).id
}

/** Adds a portion to the counts of its boards and members. */
async function countPosts(
  a: Act,
  ground: Ground,
  portion: readonly Piece[],
  ids: readonly number[],
): Promise<void> {
  const boards = new Map<number, BoardGain>()
  const members = new Map<number, number>()
  for (const [index, piece] of portion.entries()) {
    const { thread, begins, posts } = piece
    const boardId = ground.boards[thread.boardIndex] as number
    const gain = boards.get(boardId)
    const last = { threadId: ids[index] as number, at: (posts.at(-1) as BulkPost).at }
    boards.set(boardId, {
      threads: (gain?.threads ?? 0) + (begins ? 1 : 0),
      posts: (gain?.posts ?? 0) + posts.length,
      last: gain && gain.last.at > last.at ? gain.last : last,
    })
    for (const { authorIndex } of posts) members.set(authorIndex, (members.get(authorIndex) ?? 0) + 1)
  }
  for (const [id, gain] of boards) await addToBoard(a.db, id, gain)
  for (const [index, posts] of members)
    await addMessages(a.db, { id: ground.members[index] as number, posts })
}
