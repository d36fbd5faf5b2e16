import { postId } from '#base/ids.ts'
import { slugOf } from '#base/slug.ts'
import type { Act } from '#forum/act.ts'
import { insertPoll, pollsOf, replaceChoice } from '#forum/polls/store.ts'
import { insertPrefix, writePrefixBoards } from '#forum/prefixes/store.ts'
import { readTags } from '#forum/tags/model.ts'
import { writeTags } from '#forum/tags/store.ts'
import { updateThread } from '#forum/threads/store-write.ts'
import { readLedger } from '../write/store.ts'
import { mustHave } from '../write/writing.ts'
import { DETAILS, type ExampleDetails, type ExamplePoll, PREFIXES } from './details.ts'
import { EXAMPLE, exampleThreads } from './example.ts'

/** Ids of what was made of the example, by keys. */
interface Made {
  readonly threads: ReadonlyMap<string, number>
  readonly members: ReadonlyMap<string, number>
  readonly prefixes: ReadonlyMap<string, number>
}

/**
 * Says of the threads of the example that were just taken what they are besides their posts: kinds and sources, answers,
 * prefixes, tags and polls. Throws an `Error` where the details name what is not there.
 */
export async function dressExample(a: Act, taken: ReadonlySet<string>): Promise<void> {
  const titles = new Map(exampleThreads().map(({ key, title }) => [key, title]))
  const wanted = Object.entries(DETAILS).filter(([key]) => taken.has(key))
  if (wanted.length === 0) return
  const voters = wanted.flatMap(([, { poll }]) => Object.keys(poll?.votes ?? {}))
  const made: Made = {
    threads: await readLedger(a.db, EXAMPLE, 'thread', taken),
    members: await readLedger(a.db, EXAMPLE, 'member', voters),
    prefixes: await writePrefixes(a),
  }
  for (const [key, details] of wanted) {
    const threadId = mustHave(made.threads, key, 'a thread')
    await dress(a, { ...details, threadId, title: mustHave(titles, key, 'a title') }, made)
  }
}

/** Adds the prefixes that have a free name; → their ids by keys. */
async function writePrefixes({ db }: Act): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  const keys = Object.values(PREFIXES).flatMap(prefix => prefix.boards)
  const boards = await readLedger(db, EXAMPLE, 'board', keys)
  for (const [key, { name, tone, boards: where }] of Object.entries(PREFIXES)) {
    const chosen = where.map(board => mustHave(boards, board, 'a board'))
    const id = await insertPrefix(db, { name, tone, boards: chosen })
    if (id === null) continue
    await writePrefixBoards(db, id, chosen)
    ids.set(key, id)
  }
  return ids
}

async function dress(
  a: Act,
  thread: ExampleDetails & { threadId: number; title: string },
  { prefixes, members }: Made,
): Promise<void> {
  const { threadId, title, kind = 'discussion', sourceUrl = '', prefix, answer, tags, poll } = thread
  const prefixId = prefix === undefined ? null : (prefixes.get(prefix) ?? null)
  const said = { title, slug: slugOf(title), keyed: 0, kind, prefixId, sourceUrl } as const
  await updateThread(a.db, threadId, said)
  if (answer !== undefined) await updateThread(a.db, threadId, { answer })
  if (tags !== undefined) await writeTags(a.db, threadId, readTags(tags))
  if (poll) await addPoll(a, postId(threadId, 1), poll, members)
}

async function addPoll(
  a: Act,
  post: number,
  { question, options, mostChoices = 1, hiddenUntilVoted = false, votes }: ExamplePoll,
  members: Made['members'],
): Promise<void> {
  const asked = { question, options, mostChoices, hiddenUntilVoted, closesAt: null, changeable: true }
  await insertPoll(a.db, post, asked)
  const made = (await pollsOf(a.db, [post])).get(post)
  for (const [key, places] of Object.entries(votes)) {
    const memberId = mustHave(members, key, 'a member')
    const chosen = places.map(place => made!.options[place]!.id)
    await replaceChoice(a.db, { postId: post, memberId, before: [], chosen, at: a.now })
  }
}
