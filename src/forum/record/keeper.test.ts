import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '#base/log.ts'
import { DAY, MINUTE } from '#base/time.ts'
import { openStore, type Store } from '#store/store.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { forumOf } from '../../../tests/support/forum.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import type { Forum } from '../act.ts'
import { deleteThread } from '../threads/actions.ts'
import { type Engine, inThisThread } from './engine.ts'
import { createKeeper, type WorkingKeeper } from './keeper.ts'
import type { Pace } from './pace.ts'
import { finishPart, nextPart, progressOf, roundToDo, wantRound } from './round.ts'
import { lookedAt } from './store.ts'
import { readRound } from './store-progress.ts'
import { READING_VERSION } from './version.ts'

const log = createLog({ level: 'silent', readable: false })
/** Without rests, a few posts at a time. */
const AT_ONCE: Pace = { size: () => 3, rest: () => 0 }

describe.each(STORES)('the keeper of the record on %s', kind => {
  let writing: TestWriting
  let keepers: WorkingKeeper[]
  beforeEach(async () => {
    writing = await testWriting(kind)
    keepers = []
  })
  afterEach(async () => {
    await Promise.all(keepers.map(keeper => keeper.stop()))
    await writing.close()
  })

  const keeperOf = (forum: Forum = writing.forum, engine: Engine = inThisThread(log)): WorkingKeeper => {
    const keeper = createKeeper({ forum: () => forum, engine, pace: AT_ONCE, afterFailure: 20 })
    keepers.push(keeper)
    return keeper
  }
  const readIds = async (): Promise<number[]> =>
    (await writing.house.store.read.selectFrom('readings').select('postId').orderBy('postId').execute()).map(
      row => row.postId,
    )
  const postIds = async (): Promise<number[]> =>
    (await writing.house.store.read.selectFrom('posts').select('id').orderBy('id').execute()).map(
      row => row.id,
    )
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; !(await isSo()); tries++) {
      if (tries > 1000) throw new Error('It did not come to that.')
      await new Promise(resolve => setTimeout(resolve, 5))
    }
  }
  const isFinished = async (): Promise<boolean> => (await progressOf(writing.forum)).round?.finishedAt != null
  const fill = async (posts: number): Promise<number> => {
    const thread = await writing.start('Bo', {
      source: 'Ilse Brandt said: “It is a calendar with the holidays torn out.”',
    })
    for (let number = 2; number <= posts; number++) await writing.write('Cy', thread, `Post ${number}`)
    return thread
  }

  test('what it is told of is read soon, and nothing before it is started', async () => {
    await fill(8)
    const ids = await postIds()
    const keeper = keeperOf()
    keeper.look(ids.slice(0, 5))
    await new Promise(resolve => setTimeout(resolve, 60))
    expect(await readIds()).toEqual([])
    keeper.start()
    await until(async () => (await readIds()).length === 5)
    keeper.look(ids.slice(4))
    await until(async () => (await readIds()).length === 8)
  })

  test('what a crash lost is found by the round of the next start', async () => {
    await fill(4)
    const lost = keeperOf()
    lost.look(await postIds())
    await lost.stop()
    expect(await readIds()).toEqual([])
    const keeper = keeperOf()
    keeper.start()
    keeper.takeTurn()
    await until(isFinished)
    expect(await readIds()).toEqual(await postIds())
    expect((await progressOf(writing.forum)).round).toMatchObject({ looked: 4, read: 4, after: 0 })
  })

  test('a round goes on where it stood, and the next one comes after a day, a start or another version', async () => {
    await fill(2)
    const { clock } = writing.forum
    const part = (await nextPart(writing.forum, false))!
    expect(part).toMatchObject({ looked: 2, last: null, before: undefined })
    expect(await finishPart(writing.forum, { ...part, last: part.ids[0]! }, 1)).toBe(true)
    const { round } = (await readRound(writing.house.store.read))!
    expect(round).toMatchObject({ after: part.ids[0], looked: 2, read: 1, finishedAt: null })
    const next = (await nextPart(writing.forum, false))!
    expect(next.ids).toEqual(part.ids.slice(1))
    await finishPart(writing.forum, next, 1)
    expect(await nextPart(writing.forum, false)).toBeNull()
    expect((await nextPart(writing.forum, true))?.round).toMatchObject({ looked: 0, after: 0 })
    writing.house.pass(DAY)
    expect((await nextPart(writing.forum, false))?.round.startedAt).toBe(clock())
    expect(roundToDo({ ...round, version: '0.0' }, clock(), false)).toMatchObject({ after: 0, looked: 0 })
    expect(roundToDo(round, clock(), true)).toMatchObject({ after: part.ids[0], again: true })
    expect(roundToDo({ ...round, finishedAt: clock(), again: true }, clock(), false)).toMatchObject({
      again: false,
    })
  })

  test('whoever writes posts untold has a round follow', async () => {
    await fill(2)
    const { store } = writing.house
    await store.write.transaction().execute(wantRound)
    expect(await readRound(store.read)).toBeUndefined()
    await finishPart(writing.forum, (await nextPart(writing.forum, false))!, 2)
    expect(await nextPart(writing.forum, false)).toBeNull()
    await store.write.transaction().execute(wantRound)
    await store.write.transaction().execute(wantRound)
    expect((await nextPart(writing.forum, false))?.round).toMatchObject({ again: false, looked: 0 })
  })

  test('a version that is raised has everything read again', async () => {
    await fill(4)
    const keeper = keeperOf()
    keeper.start()
    keeper.takeTurn()
    await until(isFinished)
    const { write } = writing.house.store
    await write
      .updateTable('readings')
      .set({ engine: READING_VERSION - 1 })
      .execute()
    await write.deleteFrom('settings').where('name', '=', 'reading').execute()
    keeper.takeTurn()
    await until(isFinished)
    const posts = await lookedAt(writing.house.store.read, await postIds())
    expect(new Set(posts.map(post => post.readEngine))).toEqual(new Set([READING_VERSION]))
  })

  test('a round of many posts goes through to its end in one turn, what is read already with the rest', async () => {
    await fill(1)
    const [first] = await postIds()
    const rows = await writing.house.store.read.selectFrom('posts').selectAll().execute()
    const more = Array.from({ length: 1200 }, (_, index) => ({
      ...rows[0]!,
      id: first! + index + 1,
      requestKey: null,
    }))
    await writing.house.store.write.insertInto('posts').values(more.slice(0, 600)).execute()
    await writing.house.store.write.insertInto('posts').values(more.slice(600)).execute()
    const row = {
      revision: 1,
      engine: READING_VERSION,
      renderer: rows[0]!.renderer,
      readAt: 0,
      findings: '{}',
      html: null,
    }
    const read = more.slice(0, 1195).map(({ id }) => ({ ...row, postId: id }))
    for (const part of [read.slice(0, 600), read.slice(600)])
      await writing.house.store.write.insertInto('readings').values(part).execute()
    const keeper = keeperOf()
    keeper.start()
    keeper.takeTurn()
    await until(isFinished)
    expect((await progressOf(writing.forum)).round).toMatchObject({ looked: 1201, read: 6 })
    expect(await readIds()).toHaveLength(1201)
  })

  test('a round is not gone on with when the turn is over', async () => {
    await fill(2)
    const keeper = keeperOf()
    writing.house.pass(MINUTE)
    keeper.takeTurn()
    writing.house.pass(MINUTE)
    keeper.start()
    await new Promise(resolve => setTimeout(resolve, 60))
    expect(await readIds()).toEqual([])
    keeper.takeTurn()
    await until(isFinished)
  })

  test('the posts of a thread that is gone are forgotten, one after the other', async () => {
    const thread = await fill(5)
    await fill(2)
    const keeper = keeperOf()
    keeper.start()
    keeper.look(await postIds())
    await until(async () => (await readIds()).length === 7)
    await writing.as('Mo', a => deleteThread(a, { threadId: thread }))
    keeper.lookAtThread(thread)
    await until(async () => (await readIds()).length === 2)
  })

  test('a failure is tried again', async () => {
    await fill(3)
    let failures = 0
    const working = inThisThread(log)
    const failing: Engine = {
      ...working,
      read: async scripts => {
        if (failures++ === 0) throw new Error('The engine fails once')
        return working.read(scripts)
      },
    }
    const keeper = keeperOf(writing.forum, failing)
    keeper.start()
    keeper.look(await postIds())
    await until(async () => (await readIds()).length === 3)
    expect(failures).toBeGreaterThan(1)
    expect(await readIds()).toEqual(await postIds())
  })

  test('two processes do not write down the same part of a round', async () => {
    await fill(3)
    const other: Store = openStore(writing.house.store.address)
    try {
      const second = { ...(await forumOf({ store: other, clock: writing.house.clock })), origin: 'x' }
      const [mine, theirs] = [await nextPart(writing.forum, false), await nextPart(second, false)]
      expect(mine?.ids).toEqual(theirs?.ids)
      expect(await finishPart(second, theirs!, 3)).toBe(true)
      expect(await finishPart(writing.forum, mine!, 3)).toBe(false)
      expect((await progressOf(writing.forum)).round).toMatchObject({ read: 3 })
    } finally {
      if (kind === 'sqlite') await other.close()
    }
  })

  test('two processes that read the same posts leave what one would have left', async () => {
    await fill(7)
    const other: Store = openStore(writing.house.store.address)
    try {
      const second: Forum = await forumOf({ store: other, clock: writing.house.clock })
      const both = [keeperOf(), keeperOf(second)]
      const ids = await postIds()
      for (const keeper of both) {
        keeper.start()
        keeper.look(ids)
      }
      await until(async () => (await readIds()).length === 7)
      await Promise.all(both.map(keeper => keeper.stop()))
      const stands = await writing.house.store.read.selectFrom('stands').select('postId').execute()
      expect(stands).toHaveLength(1)
      expect(await readIds()).toEqual(ids)
    } finally {
      if (kind === 'sqlite') await other.close()
    }
  })
})
