import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { readNow } from '../../../tests/support/forum.ts'
import { countQueries } from '../../../tests/support/queries.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import type { Forum } from '../act.ts'
import { deletePost } from '../posts/actions/delete.ts'
import { postsOnPage } from '../posts/store.ts'
import { askForSource } from '../sources/actions/ask.ts'
import { giveSource } from '../sources/actions/give.ts'
import { findThread } from '../threads/store.ts'
import { recordOf } from './load.ts'
import { type Entry, NOTHING_ON_RECORD, type RecordOfPost } from './model.ts'

const SAID = 'Ilse Brandt said: “The new schedule is a calendar with the holidays torn out of it.”'
const ALTERED = 'Ilse Brandt said: “The new schedule is a calendar with all holidays torn out of it.”'
const PASTED =
  'The harbour union turned down a second offer on Monday after eleven hours in a hall without heating, and nobody at the gate was surprised by it.'
const COSTS = 'The port authority lost €41 million in March 2026 because of the strike.'

describe.each(STORES)('what margins show on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const records = async (
    who: Person,
    threadId: number,
    forum: Forum = writing.forum,
  ): Promise<RecordOfPost[]> => {
    const { read } = writing.house.store
    const visible = await writing.seen(who)
    const thread = (await findThread(read, visible, threadId))!
    const posts = await postsOnPage(read, visible, thread, 1)
    const found = await recordOf(forum, visible, thread, posts)
    return posts.flatMap(post => found.get(post.id) ?? [])
  }
  const entries = async <K extends Entry['kind']>(kindOf: K, who: Person, threadId: number, post = 1) =>
    (await records(who, threadId))[post - 1]!.entries.filter(
      (entry): entry is Extract<Entry, { kind: K }> => entry.kind === kindOf,
    )

  test('a quotation says where it stands first, and who carries and alters it, of what the reader may read', async () => {
    const first = await writing.start('Bo', { source: SAID, title: 'Port strike' })
    writing.house.pass(1000)
    const secret = await writing.start('Mo', { source: SAID, boardId: writing.house.boards.staff })
    writing.house.pass(1000)
    const later = await writing.start('Cy', { source: `I read that.\n\n${ALTERED}`, title: 'Later on' })
    await readNow(writing.forum)
    const [here] = await entries('quotation', 'guest', first)
    expect(here).toMatchObject({ number: 1, form: 'direct', speaker: { name: 'Ilse Brandt', reading: null } })
    expect(here?.spread).toMatchObject({ first: null, laterCount: 1, alteredCount: 1, isAltered: false })
    expect(here?.spread?.altered).toMatchObject({
      threadId: later,
      threadTitle: 'Later on',
      authorName: 'Cy',
    })
    expect((await entries('quotation', 'Mo', first))[0]?.spread?.laterCount).toBe(2)
    const [there] = await entries('quotation', 'guest', later)
    expect(there?.spread).toMatchObject({ isAltered: true, first: { threadId: first, number: 1 } })
    expect(secret).toBeGreaterThan(0)
  })

  test('a passage leads to the post that has it first; the share of own words is told', async () => {
    const first = await writing.start('Bo', { source: PASTED })
    writing.house.pass(1000)
    const later = await writing.start('Cy', { source: `Look at this.\n\n${PASTED}` })
    await readNow(writing.forum)
    const [passage] = await entries('passage', 'guest', later)
    expect(passage).toMatchObject({ number: null, other: { threadId: first, number: 1 } })
    expect(passage?.wordCount).toBeGreaterThan(20)
    expect(PASTED).toContain(passage?.words.slice(0, 40))
    const [record] = await records('guest', later)
    expect(record?.ownShare).toBeLessThan(0.2)
    expect((await records('guest', first))[0]).toMatchObject({ passageCount: 1, ownShare: 1 })
  })

  test('a figure and a statement say who asks for a source, and which were given', async () => {
    const thread = await writing.start('Bo', { source: COSTS })
    await readNow(writing.forum)
    const [figure] = await entries('figure', 'guest', thread)
    expect(figure).toMatchObject({
      words: '€41 million',
      figure: { value: 41_000_000, unit: 'EUR' },
      asked: 0,
    })
    const [statement] = (await records('guest', thread))[0]!.unsourced
    const place = (key: string) => ({ threadId: thread, number: 1, key })
    await writing.as('Cy', a => askForSource(a, place(figure!.key)))
    await writing.as('Mo', a => askForSource(a, place(figure!.key)))
    expect(await entries('figure', 'Cy', thread)).toMatchObject([{ asked: 2, askedByMe: true }])
    expect(await entries('figure', 'Bo', thread)).toMatchObject([{ asked: 2, askedByMe: false }])
    expect(await entries('statement', 'guest', thread)).toEqual([])
    await writing.as('Cy', a => askForSource(a, place(statement!.key)))
    expect(await entries('statement', 'guest', thread)).toMatchObject([
      { asked: 1, number: null, words: COSTS },
    ])
    const given = {
      ...place(statement!.key),
      address: 'https://harbour.example/books',
      published: '2026-03-14',
    }
    await giveSource(writing.forum, writing.people.Mo, given)
    expect(await entries('statement', 'guest', thread)).toMatchObject([
      { sources: [{ origin: 'given', publisher: 'harbour.example', published: '2026-03-14' }] },
    ])
    expect((await records('guest', thread))[0]!.unsourced).toEqual([])
  })

  test('a source in the text has its own entry, and stands with what it covers', async () => {
    const source = `${COSTS} [The books](https://www.harbour.example/2026/03/14/books)`
    const thread = await writing.start('Bo', { source })
    await readNow(writing.forum)
    expect(await entries('source', 'guest', thread)).toMatchObject([
      {
        words: 'The books',
        source: { origin: 'text', publisher: 'harbour.example', id: expect.any(Number) },
      },
    ])
    expect(await entries('figure', 'guest', thread)).toMatchObject([
      { sources: [{ origin: 'text', url: 'https://www.harbour.example/2026/03/14/books' }] },
    ])
  })

  test('posts without findings, unread ones and deleted ones show nothing', async () => {
    const thread = await writing.start('Bo', { source: 'Hm.' })
    await writing.write('Cy', thread, SAID)
    await writing.write('Cy', thread, SAID)
    await readNow(writing.forum)
    await writing.as('Mo', a => deletePost(a, { threadId: thread, number: 3, reason: '' }))
    await writing.write('Cy', thread, SAID)
    const [empty, second, unread, ...others] = await records('guest', thread)
    expect(empty).toMatchObject({ entries: [], html: null })
    expect(second?.entries).toHaveLength(1)
    expect(unread).toBe(NOTHING_ON_RECORD)
    expect(others).toEqual([])
  })

  test('is at hand while nothing is written, and asked for in a fixed number of queries', async () => {
    const thread = await writing.start('Bo', { source: SAID })
    await readNow(writing.forum)
    if (kind === 'sqlite') {
      const [once] = await records('Bo', thread)
      expect((await records('Bo', thread))[0]).toBe(once)
      await writing.write('Cy', thread, 'More')
      expect((await records('Bo', thread))[0]).not.toBe(once)
      return
    }
    const { forum, count } = countQueries(writing.forum)
    await records('guest', thread, forum)
    const one = count()
    for (let number = 0; number < 6; number++)
      await writing.write('Cy', thread, `${PASTED} ${SAID} ${number}`)
    await readNow(writing.forum)
    const before = count()
    await records('guest', thread, forum)
    const many = count() - before
    for (let number = 0; number < 6; number++)
      await writing.write('Bo', thread, `${PASTED} ${COSTS} ${number}`)
    await readNow(writing.forum)
    const again = count()
    await records('guest', thread, forum)
    expect(count() - again).toBe(many)
    expect(many).toBeLessThanOrEqual(13)
    expect(one).toBeLessThanOrEqual(many)
  })
})
