import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deletePost } from '#forum/posts/actions/delete.ts'
import { editPost } from '#forum/posts/actions/edit.ts'
import { STORES, type StoreKind } from '../../../tests/support/databases.ts'
import { readNow } from '../../../tests/support/forum.ts'
import {
  importedInto,
  neutralMember,
  neutralPost,
  neutralRecord,
  neutralThread,
  RECORD_START,
} from '../../../tests/support/records.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { isUnchanged } from '../account.ts'
import { type NeutralPost, type NeutralRecord, reference } from '../neutral.ts'
import { write } from './write.ts'

const HOUR = 3_600_000

describe.each(STORES)('a record that comes again on %s', kind => {
  let house: TestWriting
  beforeEach(async () => {
    house = await testWriting(kind)
  })
  afterEach(() => house.close())

  const read = () => house.forum.store.read
  const postsOf = async () =>
    (await read().selectFrom('posts').select(['id', 'html', 'revision']).orderBy('id').execute()).map(
      post => ({
        ...post,
        number: post.id % 2 ** 20,
      }),
    )
  const threads = () => read().selectFrom('threads').selectAll().orderBy('id').execute()
  const posts = (...numbers: number[]) => numbers.map(number => neutralPost(`p${number}`, number))

  test('adds what has come to it since, at both ends of a thread', async () => {
    await write(house.forum, neutralRecord([neutralThread('t', posts(21, 22))]))
    const lines = await write(house.forum, neutralRecord([neutralThread('t', posts(1, 2, 21, 22, 30))]))
    expect((await postsOf()).map(post => post.number)).toEqual([1, 2, 21, 22, 30])
    expect(await threads()).toMatchObject([
      { createdAt: RECORD_START + HOUR, postCount: 5, lastNumber: 30, lastPostAt: RECORD_START + 30 * HOUR },
    ])
    expect(
      lines
        .filter(line => line.item === 'post')
        .map(line => line.outcome)
        .sort(),
    ).toEqual([...['left', 'left', 'taken', 'taken', 'taken']])
    expect(lines.find(line => line.item === 'thread')).toMatchObject({
      outcome: 'changed',
      why: '3 posts added to it',
    })
  })

  test('finds its numbers taken by what members wrote meanwhile, and says so', async () => {
    await write(house.forum, neutralRecord([neutralThread('t', posts(1, 2))]))
    const [thread] = await threads()
    expect(await house.write('Bo', thread!.id)).toBe(3)
    const lines = await write(house.forum, neutralRecord([neutralThread('t', posts(1, 2, 3, 4))]))
    expect((await postsOf()).map(post => post.number)).toEqual([1, 2, 3, 4, 5])
    expect(lines.find(line => line.key === 'p3')).toMatchObject({
      ...{
        where: '"Thread t" #5',
        outcome: 'changed',
        why: expect.stringContaining("number 3 is another post's"),
      },
    })
    expect(await threads()).toMatchObject([{ postCount: 5, lastNumber: 5 }])
    expect(
      isUnchanged(await write(house.forum, neutralRecord([neutralThread('t', posts(1, 2, 3, 4))]))),
    ).toBe(true)
  })

  test('does not bring back what was deleted here', async () => {
    await write(house.forum, neutralRecord([neutralThread('t', posts(1, 2))]))
    const [thread] = await threads()
    await house.as('Mo', a => deletePost(a, { threadId: thread!.id, number: 2, reason: 'Spam' }))
    await write(house.forum, neutralRecord([neutralThread('t', posts(1, 2, 3))]))
    expect(await threads()).toMatchObject([{ postCount: 2, lastNumber: 3 }])
    await house.forum.store.write.updateTable('threads').set({ deletedAt: 1 }).execute()
    const lines = await write(house.forum, neutralRecord([neutralThread('t', posts(1, 2, 3, 4))]))
    expect(isUnchanged(lines)).toBe(true)
    expect(lines.find(line => line.key === 'p4')).toMatchObject({ why: 'its thread was deleted here' })
    expect(await postsOf()).toHaveLength(3)
  })

  test('lets a quote lead to a post that comes later, but in no wording of somebody here', async () => {
    const quoting = (number: number) =>
      neutralPost(`p${number}`, number, { source: `[quote="Member ann, post: ${reference('p1')}"]x[/quote]` })
    await write(house.forum, neutralRecord([neutralThread('t', [quoting(5), quoting(6)])]))
    const [thread] = await threads()
    const place = { threadId: thread!.id, number: 6 }
    await house.as('Ada', a =>
      editPost(a, { ...place, source: 'Mine.', reason: 'Spelling.', basedOn: 1 } as never),
    )
    expect(await readNow(house.forum)).toBe(2)
    const lines = await write(
      house.forum,
      neutralRecord([neutralThread('t', [...posts(1), quoting(5), quoting(6)])]),
    )
    const [, five, six] = await postsOf()
    // Both are read again: five leads elsewhere, and the older wording of six does.
    expect(await readNow(house.forum)).toBe(3)
    expect(five!.html).toContain(`href="/posts/${thread!.id}/1"`)
    expect(six!.html).toContain('Mine.')
    expect(lines.filter(line => line.item === 'quote').map(line => line.key)).toEqual(['p5', 'p6'])
    const again = neutralRecord([neutralThread('t', [...posts(1), quoting(5), quoting(6)])])
    expect(isUnchanged(await write(house.forum, again))).toBe(true)
  })
})

/** A record of some threads by some members, with quotes forwards and backwards, edits, reactions, and times unknown. */
const records: fc.Arbitrary<NeutralRecord> = fc
  .record({
    members: fc.array(fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }), {
      minLength: 2,
      maxLength: 4,
    }),
    threads: fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 3,
    }),
    seeds: fc.array(fc.nat(), { minLength: 18, maxLength: 18 }),
  })
  .map(({ members, threads, seeds }) => {
    const keys = threads.flatMap((numbers, thread) => numbers.map(number => `${thread}-${number}`))
    let at = 0
    const postOf = (thread: number, number: number): NeutralPost => {
      const seed = seeds[at++ % seeds.length] as number
      const quoted = keys[seed % keys.length] as string
      const author = `m${seed % members.length}`
      const liking = `m${(seed + 1) % members.length}`
      return neutralPost(`${thread}-${number}`, number, {
        author: seed % 7 === 0 ? null : author,
        guestName: seed % 7 === 0 ? 'Passer-by' : null,
        at: RECORD_START + (thread * 50 + number) * HOUR,
        source: seed % 2 === 0 ? `[quote="Q, post: ${reference(quoted)}"]x[/quote]` : `Text ${seed}.`,
        edits:
          seed % 5 === 0
            ? [{ at: RECORD_START + (seed % 200) * HOUR, source: 'Edited.', reason: 'why' }]
            : [],
        reactions: seed % 3 === 0 ? [{ member: liking, kind: seed % 4 === 0 ? 'disagree' : 'like' }] : [],
      })
    }
    return neutralRecord(
      threads.map((numbers, thread) =>
        neutralThread(
          `t${thread}`,
          numbers.map(number => postOf(thread, number)),
        ),
      ),
      {
        members: members.map((messages, index) =>
          neutralMember(`m${index}`, {
            messages,
            reactionScore: messages,
            title: index % 2 ? 'Turner' : null,
          }),
        ),
      },
    )
  })

describe.each(STORES)('parts of a record on %s', kind => {
  test('that come before the whole make the same forum as the whole alone', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.nat(), async (record, seed) => {
        const part = {
          ...record,
          threads: record.threads.map(thread => partOf(thread, seed)).filter(isFilled),
        }
        const whole = await forumOf(kind, [record])
        expect(await forumOf(kind, [part, record])).toEqual(whole)
      }),
      { numRuns: kind === 'sqlite' ? 25 : 4 },
    )
  })
})

const partOf = (thread: NeutralRecord['threads'][number], seed: number) => ({
  ...thread,
  posts: thread.posts.filter((_, index) => (seed >> index) % 2 === 0),
})
const isFilled = (thread: NeutralRecord['threads'][number]): boolean => thread.posts.length > 0

async function forumOf(kind: StoreKind, parts: readonly NeutralRecord[]) {
  const house = await testWriting(kind)
  try {
    for (const part of parts) await write(house.forum, part)
    expect(isUnchanged(await write(house.forum, parts.at(-1) as NeutralRecord))).toBe(true)
    return await importedInto(house.forum.store)
  } finally {
    await house.close()
  }
}
