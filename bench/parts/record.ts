import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, RENDERER_VERSION, renderHtml } from '@rostra/markup'
import { postId } from '../../src/base/ids.ts'
import { readRound } from '../../src/forum/record/store-progress.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { type Figure, middle } from '../figures.ts'
import { interleave } from '../interleave.ts'
import { rateOf, startLoad } from '../load/load.ts'
import type { Pace } from '../part.ts'
import { memoryOf, type Program, processorTimeOf, rostra, startProgram } from '../program.ts'
import { chained } from '../stage/chained.ts'
import { boardOf, fillForum, signIn, startThread } from '../stage/stage.ts'
import { postingRequest } from './posting.ts'

const OLD_POSTS = 6000
const POSTS_A_THREAD = 20
const WORDS = 130
const MEMBERS = 16
/** A million posts in an hour. */
const LEAST_A_SECOND = 1_000_000 / 3600
/** Posting may be slowed by a tenth. */
const LEAST_SHARE = 0.9
const LOOK = 200

const resting = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds))

const openFile = (data: string): Store => openStore({ kind: 'sqlite', file: join(data, 'rostra.sqlite') })

async function withFolder<T>(work: (data: string) => Promise<T>): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), 'rostra-bench-record-'))
  try {
    return await work(data)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** Adds old posts to an empty forum, as an import would have left them. */
async function addPosts(store: Store): Promise<void> {
  const texts = chained(OLD_POSTS, WORDS)
  await store.write.transaction().execute(async db => {
    const board = { parentId: null, position: 1, title: 'Old', description: '', section: 0 } as const
    const { id: boardId } = await db
      .insertInto('boards')
      .values({ ...board, lastThreadId: null, lastPostAt: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (let thread = 1; thread <= OLD_POSTS / POSTS_A_THREAD; thread++) {
      const { id } = await db
        .insertInto('threads')
        .values({
          ...{ boardId, title: 'Old', slug: 'old', authorId: null, guestName: 'Bo', createdAt: thread },
          ...{ postCount: POSTS_A_THREAD, lastNumber: POSTS_A_THREAD, lastPostAt: thread },
          ...{ lastAuthorId: null, deletedAt: null },
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const posts = Array.from({ length: POSTS_A_THREAD }, (_, index) => ({
        ...{ id: postId(id, index + 1), authorId: null, guestName: 'Bo', createdAt: thread * 1e6 + index },
        html: renderHtml(parse(String(texts.next().value), 'markdown'), { idPrefix: `p${index + 1}-` }),
        ...{ renderer: RENDERER_VERSION, revision: 1, editedAt: null, deletedAt: null },
        ...{ deletedBy: null, deleteReason: null, requestKey: null },
      }))
      await db.insertInto('posts').values(posts).execute()
    }
  })
}

/** Waits until a round has looked at everything; → how long it took, in milliseconds. */
async function roundEnded(store: Store): Promise<number> {
  for (;;) {
    const round = (await readRound(store.read))?.round
    if (round && round.finishedAt !== null) return round.finishedAt - round.startedAt
    await resting(LOOK)
  }
}

/** The speed at which a server that nobody asks for anything reads old posts. */
async function oldPosts(): Promise<Figure[]> {
  return withFolder(async data => {
    await rostra(data, ['migrate'])
    const store = openFile(data)
    try {
      await addPosts(store)
      const server = await startProgram(data)
      try {
        const seconds = (await roundEnded(store)) / 1000
        const what = `reading ${OLD_POSTS} old posts of ${WORDS} words while nobody asks`
        const busy = processorTimeOf(server.pid) / OLD_POSTS
        return [
          { what, value: OLD_POSTS / seconds, unit: '/s', goal: { least: Math.ceil(LEAST_A_SECOND) } },
          { what: '  processor time of the server, a post', value: busy, unit: 'ms' },
          { what: '  its memory at most', value: memoryOf(server.pid).peak, unit: 'MB' },
        ]
      } finally {
        await server.stop()
      }
    } finally {
      await store.close()
    }
  })
}

/** Waits until no post is left that has not been read. */
async function allRead(store: Store): Promise<void> {
  for (;;) {
    const left = await store.read
      .selectFrom('posts')
      .leftJoin('readings', 'readings.postId', 'posts.id')
      .select('posts.id')
      .where('readings.postId', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (!left) return
    await resting(LOOK)
  }
}

/** A server into which members post. */
interface Posting {
  readonly data: string
  readonly server: Program
  readonly requests: string[]
}

async function openPosting(data: string, reading: 'on' | 'off'): Promise<Posting> {
  const names = await fillForum(data, { threads: 20, posts: 200, members: MEMBERS })
  const server = await startProgram(data, { environment: { ROSTRA_READING: reading } })
  try {
    const members = await Promise.all(names.map(name => signIn(server.site, name)))
    const board = await boardOf(members[0]!)
    const requests: string[] = []
    for (const [index, member] of members.entries()) {
      const thread = await startThread(member, board, `Busy ${index + 1}`, 'The beginning.')
      requests.push(await postingRequest(member, thread.id))
    }
    return { data, server, requests }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Members post at once into a server that reads what is posted, and in turns into one that does not. */
async function postingBeside(withRecord: Posting, without: Posting, pace: Pace): Promise<Figure[]> {
  const load = startLoad()
  const store = openFile(withRecord.data)
  const into = async ({ server, requests }: Posting) => {
    const plan = { port: server.port, connections: requests.length, seconds: pace.seconds, requests }
    return { rate: rateOf(await load.ask(plan), 303) }
  }
  try {
    await allRead(store)
    const { ours, baseline, ratio } = await interleave(
      pace.rounds,
      async () => {
        const result = await into(withRecord)
        // What is still to be read must not slow the other side.
        await allRead(store)
        return result
      },
      () => into(without),
    )
    return [
      middle(`posting, ${MEMBERS} members at once, while it is read`, '/s', ours['rate']!),
      middle('  without the record', '/s', baseline['rate']!),
      middle('  share', 'ratio', ratio['rate']!, { least: LEAST_SHARE }),
    ]
  } finally {
    await load.end()
    await store.close()
  }
}

async function postingSlowed(pace: Pace): Promise<Figure[]> {
  return withFolder(one =>
    withFolder(async other => {
      const withRecord = await openPosting(one, 'on')
      try {
        const without = await openPosting(other, 'off')
        try {
          return await postingBeside(withRecord, without, pace)
        } finally {
          await without.server.stop()
        }
      } finally {
        await withRecord.server.stop()
      }
    }),
  )
}

/** What the record costs: how fast old posts are read, and by how much posting is slowed. */
export async function recordSpeed(pace: Pace): Promise<Figure[]> {
  return [...(await oldPosts()), ...(await postingSlowed(pace))]
}
