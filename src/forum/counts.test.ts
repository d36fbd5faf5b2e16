import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Refused } from '#base/errors.ts'
import { numberOf, threadOf } from '#base/ids.ts'
import { STORES } from '../../tests/support/databases.ts'
import { PEOPLE, type Person, type TestWriting, testWriting } from '../../tests/support/writing.ts'
import type { Act } from './act.ts'
import { deletePost } from './posts/actions/delete.ts'
import { editPost } from './posts/actions/edit.ts'
import { reply } from './posts/actions/reply.ts'
import { restorePost } from './posts/actions/restore.ts'
import { startThread } from './posts/actions/start.ts'
import { react, unreact } from './reactions/actions.ts'
import { KINDS } from './reactions/model.ts'
import { deleteThread, lock, renameThread, restoreThread, unlock } from './threads/actions.ts'

/** One thing that somebody tries; numbers name a board, a thread and a post among those there are. */
interface Step {
  readonly who: Person
  readonly deed: (typeof DEEDS)[number]
  readonly board: number
  readonly thread: number
  readonly post: number
  readonly pick: number
  readonly passes: number
}

const DEEDS = [
  ...(['start', 'reply', 'reply', 'reply', 'edit', 'rename', 'lock', 'unlock'] as const),
  ...(['delete post', 'delete post', 'restore post', 'delete thread', 'restore thread'] as const),
  ...(['react', 'react', 'unreact'] as const),
]

/** Each deed done at least once, whatever comes by chance. */
const EVERY_DEED: readonly Partial<Step>[] = [
  ...(['start', 'reply', 'reply'] as const).map(deed => ({ who: 'Bo', deed }) as const),
  { who: 'Bo', deed: 'edit', post: 1, pick: 2 },
  { who: 'Bo', deed: 'rename' },
  { who: 'Cy', deed: 'react', post: 2 },
  { who: 'Mo', deed: 'delete post', post: 2 },
  { who: 'Mo', deed: 'restore post', post: 2 },
  { who: 'Cy', deed: 'unreact', post: 2 },
  ...(['lock', 'unlock', 'delete thread', 'restore thread'] as const).map(
    deed => ({ who: 'Mo', deed }) as const,
  ),
  { who: 'Ada', deed: 'start', board: 1 },
  { who: 'Ada', deed: 'start', board: 2 },
]

const someStep: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(...PEOPLE, 'Mo', 'Mo', 'Bo', 'Cy'),
  deed: fc.constantFrom(...DEEDS),
  board: fc.nat(2),
  thread: fc.nat(4),
  post: fc.nat(5),
  pick: fc.nat(2),
  // The clock of a machine may be set back.
  passes: fc.constantFrom(0, 1, 1000, -1500),
})

describe.each(STORES)('what is counted on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  /** Everything that the counts are about. */
  async function readAll() {
    const { read } = writing.house.store
    const threads = await read.selectFrom('threads').selectAll().orderBy('id').execute()
    const posts = await read.selectFrom('posts').selectAll().orderBy('id').execute()
    const reactions = await read
      .selectFrom('reactions')
      .selectAll()
      .orderBy('postId')
      .orderBy('memberId')
      .execute()
    const boards = await read.selectFrom('boards').selectAll().orderBy('id').execute()
    const members = await read.selectFrom('members').selectAll().orderBy('id').execute()
    return { threads, posts, reactions, boards, members }
  }
  type All = Awaited<ReturnType<typeof readAll>>

  function run(step: Step, all: All): Promise<unknown> {
    const { as, house } = writing
    const boardId = [house.boards.news, house.boards.harbour, house.boards.staff][step.board]!
    const threadId = step.thread + 1
    const number = step.post + 1
    const text = { format: 'markdown', source: `Text ${step.pick}`, requestKey: null } as const
    const post = all.posts.find(each => threadOf(each.id) === threadId && numberOf(each.id) === number)
    const deeds: Record<Step['deed'], (a: Act) => Promise<unknown>> = {
      start: a => startThread(a, { ...text, boardId, title: `Title ${step.pick}` }),
      reply: a => reply(a, { ...text, threadId }),
      edit: a =>
        editPost(a, { threadId, number, source: text.source, reason: 'Order', basedOn: post?.revision ?? 1 }),
      rename: a => renameThread(a, { threadId, title: `Other ${step.pick}` }),
      lock: a => lock(a, { threadId }),
      unlock: a => unlock(a, { threadId }),
      'delete post': a => deletePost(a, { threadId, number, reason: 'Why' }),
      'restore post': a => restorePost(a, { threadId, number }),
      'delete thread': a => deleteThread(a, { threadId }),
      'restore thread': a => restoreThread(a, { threadId }),
      react: a => react(a, { threadId, number, kind: KINDS[step.pick]! }),
      unreact: a => unreact(a, { threadId, number }),
    }
    return as(step.who, deeds[step.deed])
  }

  /** Lets somebody try something; → whether anything came of it. */
  async function take(step: Step): Promise<boolean> {
    writing.house.pass(step.passes)
    const before = await readAll()
    const events = writing.events.length
    const refused = await run(step, before).then(
      () => null,
      (error: unknown) => error,
    )
    if (refused !== null && !(refused instanceof Refused)) throw refused
    const after = await readAll()
    const isDone = writing.events.length > events
    if (refused) expect(after).toEqual(before)
    if (!isDone) expect(withoutVersions(after)).toEqual(withoutVersions(before))
    checkCounts(after)
    checkVersions(before, after)
    return isDone
  }

  test('is what a count of everything comes to, after whatever happens', async () => {
    for (const step of EVERY_DEED) {
      const whole: Step = {
        ...{ who: 'Bo', deed: 'start', board: 0, thread: 0, post: 0 },
        pick: 1,
        passes: 9,
        ...step,
      }
      expect(await take(whole), JSON.stringify(step)).toBe(true)
    }
    const rounds = fc.asyncProperty(fc.array(someStep, { minLength: 20, maxLength: 40 }), async steps => {
      for (const step of steps) await take(step)
    })
    await fc.assert(rounds, { numRuns: kind === 'sqlite' ? 10 : 4, endOnFailure: true })
  })

  const withoutVersions = (all: All) => ({
    ...all,
    threads: all.threads.map(thread => ({ ...thread, version: 0 })),
    boards: all.boards.map(board => ({ ...board, version: 0 })),
  })

  /** The slow reference: every count, from nothing but posts, reactions and what is deleted. */
  function checkCounts({ threads, posts, reactions, boards, members }: All): void {
    const postsOf = (threadId: number) => posts.filter(post => threadOf(post.id) === threadId)
    const livingOf = (threadId: number) => postsOf(threadId).filter(post => post.deletedAt === null)
    for (const thread of threads) {
      const own = postsOf(thread.id)
      expect(own.map(post => numberOf(post.id))).toEqual(own.map((_, index) => index + 1))
      const last = livingOf(thread.id).at(-1)!
      expect(thread).toMatchObject({
        ...{ lastNumber: own.length, postCount: livingOf(thread.id).length },
        ...{ lastPostAt: last.createdAt, lastAuthorId: last.authorId },
      })
    }
    for (const board of boards) {
      const own = threads.filter(thread => thread.boardId === board.id && thread.deletedAt === null)
      const last = own.toSorted((one, other) => one.lastPostAt - other.lastPostAt || one.id - other.id).at(-1)
      expect(board).toMatchObject({
        threadCount: own.length,
        postCount: own.flatMap(thread => livingOf(thread.id)).length,
        lastThreadId: last?.id ?? null,
        lastPostAt: last?.lastPostAt ?? null,
      })
    }
    const counted = threads.filter(thread => thread.deletedAt === null).flatMap(thread => livingOf(thread.id))
    for (const member of members) {
      const written = new Set(posts.filter(post => post.authorId === member.id).map(post => post.id))
      const scores = reactions.filter(reaction => written.has(reaction.postId)).map(each => each.score)
      expect(member.messageCount).toBe(counted.filter(post => post.authorId === member.id).length)
      expect(member.reactionScore).toBe(scores.reduce((sum, score) => sum + score, 0))
    }
  }

  /** Whatever a kept page of a thread or a board shows must not change under the same version. */
  function checkVersions(before: All, after: All): void {
    const shown = ({ threads, posts, reactions }: All, id: number) => ({
      thread: threads.filter(thread => thread.id === id).map(thread => ({ ...thread, version: 0 })),
      posts: posts.filter(post => threadOf(post.id) === id),
      reactions: reactions.filter(reaction => threadOf(reaction.postId) === id),
    })
    for (const { id, version } of before.threads) {
      const now = after.threads.find(thread => thread.id === id)!
      if (now.version === version) expect(shown(after, id)).toEqual(shown(before, id))
    }
    const listed = ({ threads }: All, boardId: number) =>
      threads.filter(thread => thread.boardId === boardId).map(thread => ({ ...thread, version: 0 }))
    for (const { id, version } of before.boards) {
      const now = after.boards.find(board => board.id === id)!
      if (now.version === version) expect(listed(after, id)).toEqual(listed(before, id))
    }
  }
})
