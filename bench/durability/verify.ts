import { numberOf, postId, threadOf } from '../../src/base/ids.ts'
import { findMiscounts, findOrphans } from '../../src/store/counts.ts'
import { findDamage, findUnheld } from '../../src/store/integrity.ts'
import type { Reader, Store } from '../../src/store/store.ts'
import { type Attempt, type Ledger, possible, type SentPost } from './ledger.ts'

/** What a database does not keep of what was promised, as sentences; and what it holds twice. */
export interface Verdict {
  lost: string[]
  duplicates: string[]
  /** Damage, wrong counts, references to nothing. */
  broken: string[]
}

/** What the database holds of the posts in some threads. */
interface Held {
  posts: Map<number, { authorId: number | null; requestKey: string | null; revision: number }>
  /** By post, then by number of the wording. */
  wordings: Map<number, Map<number, string>>
  reactions: Map<string, string>
}

/** Compares a database with what was promised of it. `file` is where it lies, if it is one. */
export async function verify(
  { read }: Pick<Store, 'read'>,
  promised: { file: string | undefined; threads: readonly number[]; ledger: Ledger },
): Promise<Verdict> {
  const { file, threads, ledger } = promised
  const held = await readHeld(read, threads)
  const wrong = Object.entries(await findMiscounts(read)).filter(([, count]) => count > 0)
  const broken = [
    ...(file === undefined ? await findUnheld(read) : findDamage(file)),
    ...wrong.map(([kind, count]) => `${count} ${kind} count wrong`),
    ...(await findOrphans(read)),
  ]
  return { lost: ledger.posts.flatMap(post => lossesOf(post, held)), duplicates: duplicatesOf(held), broken }
}

async function readHeld(db: Reader, threads: readonly number[]): Promise<Held> {
  const held: Held = { posts: new Map(), wordings: new Map(), reactions: new Map() }
  for (const thread of threads) {
    const bounds = [postId(thread, 0), postId(thread + 1, 0)] as const
    const posts = db
      .selectFrom('posts')
      .select(['id', 'authorId', 'requestKey', 'revision'])
      .where('id', '>', bounds[0])
      .where('id', '<', bounds[1])
    for (const { id, ...post } of await posts.execute()) held.posts.set(id, post)
    const revisions = db
      .selectFrom('revisions')
      .select(['postId', 'revision', 'source'])
      .where('postId', '>', bounds[0])
      .where('postId', '<', bounds[1])
    for (const { postId: id, revision, source } of await revisions.execute())
      held.wordings.set(id, (held.wordings.get(id) ?? new Map()).set(revision, source))
    const reactions = db
      .selectFrom('reactions')
      .select(['postId', 'memberId', 'kind'])
      .where('postId', '>', bounds[0])
      .where('postId', '<', bounds[1])
    for (const { postId: id, memberId, kind } of await reactions.execute())
      held.reactions.set(`${id} ${memberId}`, kind)
  }
  return held
}

/** What the database does not have of a post that was acknowledged. */
function lossesOf(post: SentPost, held: Held): string[] {
  if (post.number === null) return []
  const id = postId(post.threadId, post.number)
  const place = `post ${post.threadId}/${post.number}`
  const row = held.posts.get(id)
  if (row?.requestKey !== post.requestKey || row.authorId !== post.memberId)
    return [`${place} is not there, or another one is`]
  const losses: string[] = []
  const wordings = held.wordings.get(id) ?? new Map<number, string>()
  const there = new Set(wordings.values())
  for (const { what, acknowledged } of post.wordings)
    if (acknowledged && !there.has(what)) losses.push(`${place} lacks the wording "${what}"`)
  const present = wordings.get(row.revision) ?? ''
  const [first, ...edits] = post.wordings as [Attempt<string>, ...Attempt<string>[]]
  if (!possible(edits, first.what).includes(present)) losses.push(`${place} reads "${present}"`)
  for (const [memberId, attempts] of post.reactions) {
    const kind = held.reactions.get(`${id} ${memberId}`) ?? null
    if (!possible<string | null>(attempts, null).includes(kind))
      losses.push(`${place} has ${kind} of member ${memberId}`)
  }
  return losses
}

/** Every text that was written is unique, so one that stands twice was written twice. */
function duplicatesOf({ wordings }: Held): string[] {
  const seen = new Set<string>()
  const found: string[] = []
  for (const [id, texts] of wordings)
    for (const text of texts.values()) {
      if (seen.has(text))
        found.push(`"${text}" stands twice, the second time in ${threadOf(id)}/${numberOf(id)}`)
      seen.add(text)
    }
  return found
}
