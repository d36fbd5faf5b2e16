import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { act } from '#forum/act.ts'
import { GUEST } from '#forum/actor.ts'
import { readSiteVersion } from '#forum/settings/store.ts'
import { STORES } from '../../../tests/support/databases.ts'
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
import { reference } from '../neutral.ts'
import { write, writeRecord } from './write.ts'

const HOUR = 3_600_000

describe.each(STORES)('writing a record on %s', kind => {
  let house: TestWriting
  beforeEach(async () => {
    house = await testWriting(kind)
  })
  afterEach(() => house.close())

  const read = () => house.forum.store.read
  const threads = () => read().selectFrom('threads').selectAll().orderBy('id').execute()
  const posts = () => read().selectFrom('posts').selectAll().orderBy('id').execute()
  const revisions = () =>
    read().selectFrom('revisions').selectAll().orderBy('postId').orderBy('revision').execute()
  const board = (id: number) =>
    read().selectFrom('boards').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const why = (lines: Awaited<ReturnType<typeof write>>, item: string, key: string) =>
    lines.filter(line => line.item === item && line.key === key)

  test('posts stand at their printed numbers and times, gaps are kept, guests keep their names', async () => {
    const guest = neutralPost('p7', 7, { author: null, guestName: 'Passer-by', source: '[b]Hm.[/b]' })
    const record = neutralRecord([neutralThread('t', [neutralPost('p5', 5), guest])])
    const lines = await write(house.forum, record)
    const [thread] = await threads()
    expect(thread).toMatchObject({
      ...{ title: 'Thread t', slug: 'thread-t', guestName: null, createdAt: RECORD_START + 5 * HOUR },
      ...{ postCount: 2, lastNumber: 7, lastPostAt: RECORD_START + 7 * HOUR, lastAuthorId: null },
    })
    expect(await posts()).toMatchObject([
      { id: postId(thread!.id, 5), authorId: thread!.authorId, guestName: null, revision: 1, editedAt: null },
      {
        id: postId(thread!.id, 7),
        authorId: null,
        guestName: 'Passer-by',
        html: expect.stringContaining('<strong>Hm.</strong>'),
      },
    ])
    expect(lines.map(line => [line.item, line.where, line.outcome])).toEqual([
      ['board', 'Board lathes', 'taken'],
      ['member', 'Member ann', 'taken'],
      ['member', 'Member ben', 'taken'],
      ['thread', '"Thread t"', 'taken'],
      ['post', '"Thread t" #5', 'taken'],
      ['post', '"Thread t" #7', 'taken'],
    ])
  })

  test('boards count what came, and show the thread in which somebody wrote last', async () => {
    const late = neutralThread('late', [neutralPost('a', 1, { at: RECORD_START + 90 * HOUR })])
    const early = neutralThread('early', [neutralPost('b', 1), neutralPost('c', 2)])
    await write(house.forum, neutralRecord([late, early]), { board: 'News' })
    const [first] = await threads()
    expect(await board(house.house.boards.news)).toMatchObject({
      ...{ threadCount: 2, postCount: 3, lastThreadId: first!.id, lastPostAt: RECORD_START + 90 * HOUR },
    })
    const older = neutralThread('older', [neutralPost('d', 1, { at: RECORD_START - HOUR })])
    await write(house.forum, neutralRecord([older]), { board: 'News' })
    expect(await board(house.house.boards.news)).toMatchObject({
      ...{ threadCount: 3, postCount: 4, lastThreadId: first!.id, lastPostAt: RECORD_START + 90 * HOUR },
    })
  })

  test('edits become wordings, and the post shows the last of them', async () => {
    const edits = [
      { at: RECORD_START + 2 * HOUR, source: 'Second.', reason: 'a comma' },
      { at: RECORD_START + 3 * HOUR, source: 'Third.', reason: '' },
    ]
    await write(
      house.forum,
      neutralRecord([neutralThread('t', [neutralPost('p', 1, { source: 'First.', edits })])]),
    )
    expect(await posts()).toMatchObject([
      { html: expect.stringContaining('>Third.<'), revision: 3, editedAt: RECORD_START + 3 * HOUR },
    ])
    expect(
      (await revisions()).map(each => [each.revision, each.source, each.createdAt, each.reason]),
    ).toEqual([
      [1, 'First.', RECORD_START + HOUR, ''],
      [2, 'Second.', RECORD_START + 2 * HOUR, 'a comma'],
      [3, 'Third.', RECORD_START + 3 * HOUR, ''],
    ])
  })

  test('a quote names the post and the wording that stood there, one of a post that is nowhere its author alone', async () => {
    const edits = [{ at: RECORD_START + 4 * HOUR, source: 'Later.', reason: '' }]
    const quoting = (key: string) => `[quote="Member ann, post: ${reference(key)}"]x[/quote]`
    const record = neutralRecord([
      neutralThread('one', [
        neutralPost('p1', 1, { edits }),
        neutralPost('p2', 2, { source: quoting('p1') }),
        neutralPost('p6', 6, { source: quoting('p1') }),
      ]),
      neutralThread('two', [neutralPost('q', 1, { source: `${quoting('p2')}${quoting('gone')}` })]),
    ])
    await write(house.forum, record)
    const [one] = await threads()
    const sources = (await revisions()).map(each => each.source)
    expect(sources[2]).toBe(`[quote="Member ann, post: ${one!.id}/1, revision: 1"]x[/quote]`)
    expect(sources[3]).toBe(`[quote="Member ann, post: ${one!.id}/1, revision: 2"]x[/quote]`)
    expect(sources[4]).toBe(
      `[quote="Member ann, post: ${one!.id}/2, revision: 1"]x[/quote][quote="Member ann"]x[/quote]`,
    )
    const [, second] = await posts()
    expect(second!.html).toContain(`href="/posts/${one!.id}/1"`)
  })

  test('reactions count, but for a second one and one to oneself', async () => {
    const reactions = [
      { member: 'ben', kind: 'like' as const },
      { member: 'ben', kind: 'disagree' as const },
      { member: 'ann', kind: 'like' as const },
      { member: 'cyr', kind: 'funny' as const },
    ]
    const members = [neutralMember('ann'), neutralMember('ben'), neutralMember('cyr')]
    const record = neutralRecord([neutralThread('t', [neutralPost('p', 1, { reactions })])], { members })
    const lines = await write(house.forum, record)
    const rows = await read()
      .selectFrom('reactions')
      .select(['kind', 'score', 'at'])
      .orderBy('kind')
      .execute()
    expect(rows).toEqual([
      { kind: 'funny', score: 0, at: RECORD_START + HOUR },
      { kind: 'like', score: 1, at: RECORD_START + HOUR },
    ])
    expect(lines.filter(line => line.item === 'reaction').map(line => line.outcome)).toEqual(['left', 'left'])
  })

  test('a time that is not known is that of a neighbour, else now, and it is said', async () => {
    const now = house.forum.clock()
    const known = neutralThread('known', [
      neutralPost('a', 1, { at: null }),
      neutralPost('b', 2),
      neutralPost('c', 3, { at: now + HOUR }),
    ])
    const unknown = neutralThread('unknown', [neutralPost('d', 1, { at: null })])
    const lines = await write(house.forum, neutralRecord([known, unknown]))
    expect((await posts()).map(post => post.createdAt)).toEqual([
      ...[RECORD_START + 2 * HOUR, RECORD_START + 2 * HOUR, RECORD_START + 2 * HOUR],
      now,
    ])
    expect(why(lines, 'post', 'a')).toMatchObject([{ outcome: 'changed', why: /post after/ }].map(matching))
    expect(why(lines, 'post', 'c')).toMatchObject(
      [{ outcome: 'changed', why: /ahead of now.*post before/ }].map(matching),
    )
    expect(why(lines, 'post', 'd')).toMatchObject([{ outcome: 'changed', why: /import/ }].map(matching))
  })

  test('what is too long is cut and said, and what cannot be seen in a name is not taken', async () => {
    const long = 'x'.repeat(250_000)
    const record = neutralRecord(
      [neutralThread('t', [neutralPost('p', 1, { source: long })], { title: 'ab '.repeat(100) })],
      {
        members: [
          neutralMember('ann', { name: `An\u202en\u0000 ${'e'.repeat(100)}`, title: 'y'.repeat(300) }),
        ],
      },
    )
    const lines = await write(house.forum, record)
    expect((await revisions())[0]!.source).toHaveLength(200_000)
    expect((await threads())[0]!.title.length).toBeLessThanOrEqual(150)
    const { name, title } = await read()
      .selectFrom('members')
      .select(['name', 'title'])
      .where('name', 'like', 'An%')
      .executeTakeFirstOrThrow()
    expect(name).toBe(`Ann ${'e'.repeat(76)}`)
    expect(title).toHaveLength(100)
    for (const item of ['thread', 'post', 'member'])
      expect(lines.find(line => line.item === item)).toMatchObject({ outcome: 'changed' })
  })

  test('a record that breaks its word leaves nothing', async () => {
    const before = await readSiteVersion(read())
    const broken = neutralRecord([
      neutralThread('t', [neutralPost('a', 1), neutralPost('b', 2, { author: 'zoe' })]),
    ])
    await expect(write(house.forum, broken)).rejects.toThrow('names a member zoe')
    expect(await importedInto(house.forum.store)).toEqual({ boards: [], members: [], threads: [], posts: [] })
    expect(await threads()).toEqual([])
    expect(await readSiteVersion(read())).toBe(before)
  })

  test('kept pages are told, and nobody else is', async () => {
    const record = neutralRecord([neutralThread('t', [neutralPost('a', 1)])])
    const before = await readSiteVersion(read())
    await write(house.forum, record)
    expect(await readSiteVersion(read())).toBe(before + 1)
    expect(house.events).toEqual([{ type: 'site.changed' }])
    const grown = neutralRecord([neutralThread('t', [neutralPost('a', 1), neutralPost('b', 2)])])
    const versions = async () => ({
      thread: (await threads())[0]!.version,
      board: (await read().selectFrom('boards').select('version').orderBy('id', 'desc').execute())[0]!
        .version,
    })
    const first = await versions()
    await write(house.forum, grown)
    expect(await versions()).toEqual({ thread: first.thread + 1, board: first.board + 1 })
    house.events.length = 0
    expect(isUnchanged(await write(house.forum, grown))).toBe(true)
    expect(house.events).toEqual([])
    expect(await readSiteVersion(read())).toBe(before + 2)
  })

  test('two imports at once take everything once', async () => {
    const record = neutralRecord([neutralThread('t', [neutralPost('a', 1), neutralPost('b', 2)])])
    const both = await Promise.all([write(house.forum, record), write(house.forum, record)])
    expect(both.map(isUnchanged).sort()).toEqual([false, true])
    expect(await posts()).toHaveLength(2)
  })

  test('only administrators and the forum import', async () => {
    const record = neutralRecord([])
    await expect(act(house.forum, GUEST, a => writeRecord(a, record))).rejects.toMatchObject({
      code: 'not-signed-in',
    })
    await expect(house.as('Mo', a => writeRecord(a, record))).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await house.as('Ada', a => writeRecord(a, record))).toEqual([
      { item: 'board', where: 'Board lathes', outcome: 'taken', key: 'lathes' },
      ...['ann', 'ben'].map(key => expect.objectContaining({ item: 'member', key })),
    ])
  })
})

const matching = ({ outcome, why }: { outcome: string; why: RegExp }) => ({
  outcome,
  why: expect.stringMatching(why),
})
