import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { hear } from '../../listeners.ts'
import { tasksOf } from '../../schedule.ts'
import type { Forum, RecordKeeper } from '../act.ts'
import { deletePost } from '../posts/actions/delete.ts'
import { editPost } from '../posts/actions/edit.ts'
import { restorePost } from '../posts/actions/restore.ts'
import { deleteThread } from '../threads/actions.ts'
import { finishPart, nextPart, wantRound } from './round.ts'
import { readRound, writeRound } from './store-progress.ts'
import { beginTurn, tellOfPost, tellOfThread, writeWaiting } from './waiting.ts'

/** Somebody who reads, and only writes down what they are told. */
class Listening implements RecordKeeper {
  readonly told: string[] = []
  look(postIds: readonly number[]): void {
    for (const id of postIds) this.told.push(`post ${id}`)
  }
  lookAtThread(threadId: number): void {
    this.told.push(`thread ${threadId}`)
  }
  takeTurn(): void {
    this.told.push('turn')
  }
  heard(): string[] {
    return this.told.splice(0)
  }
}

describe.each(STORES)('what waits for another process that reads, on %s', kind => {
  let writing: TestWriting
  let record: Listening
  beforeEach(async () => {
    writing = await testWriting(kind)
    record = new Listening()
  })
  afterEach(() => writing.close())

  const turn = async (): Promise<string[]> => {
    await writeWaiting(writing.forum)
    await beginTurn(writing.forum, record)
    return record.heard()
  }
  const outbox = { sweep: async () => undefined } as unknown as Parameters<typeof tasksOf>[1]
  const namesOf = (forum: Forum): string[] => tasksOf(forum, outbox).map(task => task.name)

  test('the turn of the reading is for those alone in whose process somebody reads', async () => {
    const reading = 'read posts that are not read yet'
    expect(namesOf(writing.forum)).not.toContain(reading)
    const forum = { ...writing.forum, record }
    expect(namesOf(forum)).toContain(reading)
    await tasksOf(forum, outbox)
      .find(task => task.name === reading)!
      .run()
    expect(record.heard()).toEqual(['turn'])
  })

  test('posts that are added, edited, deleted and restored are heard of at the next turn, once', async () => {
    const threadId = await writing.start('Bo')
    await writing.write('Cy', threadId)
    const [first, second] = (
      await writing.house.store.read.selectFrom('posts').select('id').orderBy('id').execute()
    ).map(row => row.id)
    const happened = async (): Promise<string[]> => {
      for (const event of writing.events.splice(0)) await hear(writing.forum, event)
      return turn()
    }
    expect(await happened()).toEqual([`post ${first}`, `post ${second}`, 'turn'])
    expect(await happened()).toEqual(['turn'])
    const place = { threadId, number: 2 }
    await writing.as('Cy', a => editPost(a, { ...place, source: 'Other.', reason: '', basedOn: 1 }))
    expect(await happened()).toEqual([`post ${second}`, 'turn'])
    await writing.as('Mo', a => deletePost(a, { ...place, reason: '' }))
    expect(await happened()).toEqual([`post ${second}`, 'turn'])
    await writing.as('Mo', a => restorePost(a, place))
    await writing.as('Mo', a => deleteThread(a, { threadId }))
    expect(await happened()).toEqual([`post ${second}`, `thread ${threadId}`, 'turn'])
  })

  test('all who leave something at once are heard', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => index + 1)
    await Promise.all(
      ids.map(id => (id % 4 === 0 ? tellOfThread(writing.forum, id) : tellOfPost(writing.forum, id))),
    )
    const told = ids.map(id => (id % 4 === 0 ? `thread ${id}` : `post ${id}`))
    expect((await turn()).sort()).toEqual([...told, 'turn'].sort())
  })

  test('what there is no room for is found by a round that follows, and takes no more room', async () => {
    await writing.start('Bo')
    await finishPart(writing.forum, (await nextPart(writing.forum, false))!, 1)
    const { store } = writing.house
    await store.write
      .insertInto('settings')
      .values({ name: 'reading-waiting', value: `p7${' p7'.repeat(7000)}` })
      .execute()
    await tellOfPost(writing.forum, 8)
    await writeWaiting(writing.forum)
    await tellOfPost(writing.forum, 9)
    expect(await nextPart(writing.forum, false)).toBeNull()
    expect(await turn()).toEqual(['post 9', 'turn'])
    expect((await nextPart(writing.forum, false))?.round).toMatchObject({ looked: 0, after: 0 })
  })

  test.runIf(kind === 'postgres')('a round is wanted also when another process writes it down', async () => {
    await writing.start('Bo')
    await finishPart(writing.forum, (await nextPart(writing.forum, false))!, 1)
    const { write, read } = writing.house.store
    const wanted = await write.transaction().execute(async db => {
      const { round, written } = (await readRound(db))!
      await writeRound(db, { ...round, looked: 77 }, written)
      const wanting = write.transaction().execute(wantRound)
      // It has read by then what is about to change, and waits.
      await new Promise(resolve => setTimeout(resolve, 100))
      return { wanting }
    })
    await wanted.wanting
    expect((await readRound(read))?.round).toMatchObject({ looked: 77, again: true })
  })
})
