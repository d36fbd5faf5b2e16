import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MAX_NUMBER, postId } from '../../src/base/ids.ts'
import { openStore } from '../../src/store/store.ts'
import { type Load, startLoad } from '../load/load.ts'
import { type Program, rostra, startProgram } from '../program.ts'
import { Client, requestKey } from './client.ts'
import { prose } from './prose.ts'

/** A forum as it might be after a year, its server, some members who have signed in, and the thread that is measured. */
export interface Stage {
  readonly data: string
  readonly server: Program
  readonly load: Load
  readonly members: readonly Client[]
  /** A full page: 20 posts of 150 words by several members. */
  readonly thread: { id: number; path: string }
  /** Threads to post into, one a member. */
  readonly busy: readonly number[]
  close(): Promise<void>
}

const MEMBERS = 16
const AUTHORS = 5
const POSTS = 20
const WORDS = 150
const PASSWORD = 'a long enough password for a bench'

/** Fills a data folder with a forum of so many threads and posts, and members who can sign in; → their names. */
export async function fillForum(
  data: string,
  size: { threads: number; posts: number; members: number },
  environment: Record<string, string> = {},
): Promise<string[]> {
  const names = Array.from({ length: size.members }, (_, index) => `Bench ${index + 1}`)
  await rostra(data, ['migrate'], { environment })
  const filling = ['--threads', String(size.threads), '--posts', String(size.posts)]
  await rostra(data, ['demo', ...filling], { environment })
  for (const name of names)
    await rostra(data, ['member', 'add', name, '--password-stdin'], { input: `${PASSWORD}\n`, environment })
  return names
}

/** Builds a forum in a temporary folder and starts its server. */
export async function openStage(): Promise<Stage> {
  const data = mkdtempSync(join(tmpdir(), 'rostra-bench-'))
  try {
    const names = await fillForum(data, { threads: 500, posts: 10_000, members: MEMBERS })
    const written = await writeThreads(data, names)
    return await serveStage(data, names, written)
  } catch (error) {
    rmSync(data, { recursive: true, force: true })
    throw error
  }
}

type Written = Pick<Stage, 'thread' | 'busy'>

/** Writes the threads that are measured, and waits until they have been read for the record. */
async function writeThreads(data: string, names: readonly string[]): Promise<Written> {
  const server = await startProgram(data)
  try {
    const members = await Promise.all(names.map(name => signIn(server.site, name)))
    const board = await boardOf(members[0] as Client)
    const texts = prose(POSTS + MEMBERS, WORDS)
    const thread = await startThread(members[0] as Client, board, 'The roster', texts[0] as string)
    for (const [index, text] of texts.slice(1, POSTS).entries())
      await reply(members[(index + 1) % AUTHORS] as Client, thread.id, text)
    const busy: number[] = []
    for (const [index, member] of members.entries())
      busy.push((await startThread(member, board, `Busy ${index + 1}`, texts[POSTS + index] as string)).id)
    await untilRead(data, [thread.id, ...busy])
    return { thread, busy }
  } finally {
    await server.stop()
  }
}

/**
 * Starts the server that is measured. It reads nothing: ten thousand posts that wait to be read would be read meanwhile;
 * what that costs is measured by itself.
 */
async function serveStage(data: string, names: readonly string[], written: Written): Promise<Stage> {
  const server = await startProgram(data, { environment: { ROSTRA_READING: 'off' } })
  const load = startLoad()
  const close = async () => {
    await load.end()
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
  try {
    const members = await Promise.all(names.map(name => signIn(server.site, name)))
    return { data, server, load, members, ...written, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** How long is waited between two looks, in milliseconds. */
const LOOK = 50

/** Waits until all posts of threads have been read for the record. */
export async function untilRead(data: string, threads: readonly number[]): Promise<void> {
  const store = openStore({ kind: 'sqlite', file: join(data, 'rostra.sqlite') })
  const unread = async (): Promise<boolean> => {
    const posts = await store.read
      .selectFrom('posts')
      .leftJoin('readings', 'readings.postId', 'posts.id')
      .select(['posts.id', 'readings.readAt'])
      .where(eb => eb.or(threads.map(id => eb.between('posts.id', postId(id, 1), postId(id, MAX_NUMBER)))))
      .execute()
    return posts.some(post => post.readAt === null)
  }
  try {
    while (await unread()) await new Promise(resolve => setTimeout(resolve, LOOK))
  } finally {
    await store.close()
  }
}

/** Signs a member in as a browser does. Throws an `Error` when the server would not have it. */
export async function signIn(site: string, name: string, password = PASSWORD): Promise<Client> {
  const client = new Client(site)
  const fields = await client.formOn('/sign-in', '/sign-in')
  mustBe(303, await client.post('/sign-in', { ...fields, name, password }), `${name} signs in`)
  return client
}

/** The id of a board where this member may start threads. */
export async function boardOf(client: Client): Promise<number> {
  const { text } = await client.get('/')
  for (const [, id] of text.matchAll(/href="\/boards\/(\d+)\//g))
    if ((await client.get(`/boards/${id}/threads/new`)).status === 200) return Number(id)
  throw new Error('there is no board to start a thread in')
}

/** Starts a thread; → its id and its path. */
export async function startThread(
  client: Client,
  board: number,
  title: string,
  source: string,
): Promise<{ id: number; path: string }> {
  const action = `/boards/${board}/threads`
  const fields = await client.formOn(`${action}/new`, action)
  const written = { title, source, format: 'markdown', requestKey: requestKey() }
  const sent = mustBe(303, await client.post(action, { ...fields, ...written }), 'a thread is started')
  const led = mustBe(302, await client.get(sent.location ?? '/'), 'the new thread is looked for')
  const path = led.location?.split('#')[0] ?? ''
  return { id: Number(/^\/threads\/(\d+)/.exec(path)?.[1]), path }
}

/** The fields of the form in which a member replies, all but the text. */
export async function replyFields(client: Client, thread: number): Promise<Record<string, string>> {
  const hidden = await client.formOn(`/threads/${thread}/reply`, `/threads/${thread}/posts`)
  return { ...hidden, format: 'markdown' }
}

async function reply(client: Client, thread: number, source: string): Promise<void> {
  const fields = { ...(await replyFields(client, thread)), source, requestKey: requestKey() }
  mustBe(303, await client.post(`/threads/${thread}/posts`, fields), 'a reply is posted')
}

function mustBe<Answer extends { status: number; text: string }>(
  status: number,
  answer: Answer,
  what: string,
): Answer {
  if (answer.status !== status)
    throw new Error(`${what}: answered ${answer.status}\n${answer.text.slice(0, 2000)}`)
  return answer
}
