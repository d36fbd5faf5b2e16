import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import type { Forum } from '#forum/act.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { hear } from '../../listeners.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import { addPeople, makeBoard } from '../conversations/store-write.ts'
import { deletePost } from '../posts/actions/delete.ts'
import { editPost } from '../posts/actions/edit.ts'
import { restorePost } from '../posts/actions/restore.ts'
import { findPost } from '../posts/store.ts'
import { deleteThread, restoreThread } from '../threads/actions.ts'
import { judgePosts } from './keep.ts'
import { JUDGE_MORE, judgeMore } from './listeners.ts'
import { quotesInTyped, quotesShown } from './load.ts'
import { judgeOld, wantJudging } from './round.ts'

const WORDS = 'The bridge reopens in **May**, the union said.'
const quoteOf = (place: string, text: string, revision: number | null = 1) =>
  `[quote="Bo, post: ${place}${revision === null ? '' : `, revision: ${revision}`}"]\n${text}\n[/quote]\n\nMine.`

describe.each(STORES)('quotes on %s', kind => {
  let writing: TestWriting
  let forum: Forum
  let told: number

  beforeEach(async () => {
    writing = await testWriting(kind)
    forum = writing.forum
    told = 0
  })
  afterEach(() => writing.close())

  /** Has everything heard that happened since. */
  const tell = async () => {
    for (const event of writing.events.slice(told)) await hear(forum, event)
    told = writing.events.length
  }
  const rows = () =>
    forum.store.read.selectFrom('quotes').selectAll().orderBy('postId').orderBy('position').execute()
  const verdicts = async () => (await rows()).map(row => row.verdict)
  const edit = (who: Person, threadId: number, number: number, source: string, basedOn = 1) =>
    writing.as(who, a => editPost(a, { threadId, number, source, reason: '', basedOn }))
  const shown = async (who: Person, threadId: number, number: number) => {
    const visible = await writing.seen(who)
    const found = await findPost(forum.store.read, visible, threadId, number)
    if (!found) return null
    const quotes = await quotesShown(forum.store.read, visible, found.thread, [found.post])
    return quotes.get(found.post.id) ?? []
  }
  const versionOf = async (id: number) =>
    (
      await forum.store.read
        .selectFrom('threads')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).version

  test('are judged when they are written, and when either side changes', async () => {
    await writing.start('Bo', { source: WORDS })
    const there = await writing.start('Cy', {
      source: quoteOf('1/1', 'The bridge reopens in May, the union said.'),
    })
    await tell()
    expect(await rows()).toEqual([
      {
        ...{ postId: postId(there, 1), position: 0, sourceId: postId(1, 1), sourceRevision: 1 },
        ...{ verdict: 'word-for-word', difference: '' },
      },
    ])
    const before = await versionOf(there)
    await edit('Bo', 1, 1, 'The bridge reopens in June, the union said.')
    await tell()
    expect(await verdicts()).toEqual(['edited-since'])
    expect(await versionOf(there)).toBe(before + 1)
    await edit('Cy', there, 1, quoteOf('1/1', 'The old bridge reopens in May.'))
    await tell()
    expect(await verdicts()).toEqual(['altered'])
    await edit('Cy', there, 1, quoteOf('1/1', 'reopens in June', 2), 2)
    await tell()
    expect(await verdicts()).toEqual(['shortened'])
    await edit('Cy', there, 1, 'Nothing quoted.', 3)
    await tell()
    expect(await rows()).toEqual([])
  })

  test('lose their source with its post and its thread, and get it back', async () => {
    const id = await writing.start('Bo')
    await writing.write('Bo', id, WORDS)
    await writing.start('Cy', { source: quoteOf(`${id}/2`, 'The bridge') })
    const at = { threadId: id, number: 2 }
    await tell()
    expect(await verdicts()).toEqual(['shortened'])
    await writing.as('Mo', a => deletePost(a, { ...at, reason: '' }))
    // At once, whoever has heard of it by then.
    expect(await shown('guest', 2, 1)).toMatchObject([{ verdict: 'gone', differs: false }])
    await tell()
    expect(await verdicts()).toEqual(['gone'])
    await writing.as('Mo', a => restorePost(a, at))
    await tell()
    expect(await verdicts()).toEqual(['shortened'])
    await writing.as('Mo', a => deleteThread(a, { threadId: id }))
    await tell()
    expect(await verdicts()).toEqual(['gone'])
    await writing.as('Mo', a => restoreThread(a, { threadId: id }))
    await tell()
    expect(await verdicts()).toEqual(['shortened'])
  })

  test('of what is not there are gone until it is', async () => {
    await writing.start('Bo', { source: `${quoteOf('1/2', 'More.')}\n${quoteOf('99/1', 'x')}` })
    await tell()
    expect(await verdicts()).toEqual(['gone', 'gone'])
    await writing.write('Cy', 1)
    await tell()
    expect(await verdicts()).toEqual(['word-for-word', 'gone'])
  })

  test('count nested, in the order of the text, and what a source quotes is not its word', async () => {
    await writing.start('Bo', { source: WORDS })
    const inner = quoteOf('1/1', 'The bridge').replace('\n\nMine.', '')
    await writing.write('Cy', 1, `${inner}\n\nSo they say.`)
    const outer = `[quote="Cy, post: 1/2, revision: 1"]\n${inner}\n\nSo they say.\n[/quote]`
    await writing.write('Bo', 1, `${outer}\n\n${quoteOf('1/2', 'The bridge')}`)
    await tell()
    const own = (await rows()).filter(row => row.postId === postId(1, 3))
    expect(own.map(row => [row.sourceId, row.verdict])).toEqual([
      [postId(1, 2), 'word-for-word'],
      [postId(1, 1), 'shortened'],
      [postId(1, 2), 'altered'],
    ])
  })

  test('without a revision are held to the wording of that time', async () => {
    await writing.start('Bo', { source: WORDS })
    writing.house.pass(1000)
    await writing.start('Cy', { source: quoteOf('1/1', WORDS, null) })
    writing.house.pass(1000)
    await edit('Bo', 1, 1, 'Something else.')
    writing.house.pass(1000)
    await writing.start('Cy', { source: quoteOf('1/1', WORDS, null) })
    await writing.start('Cy', { source: quoteOf('1/1', 'Something else.', 7) })
    await tell()
    expect(await verdicts()).toEqual(['edited-since', 'altered', 'word-for-word'])
    expect((await rows()).map(row => row.sourceRevision)).toEqual([1, 2, 2])
  })

  test('of a board that the reader may not read are gone to them, like those of nothing', async () => {
    const hidden = await writing.start('Mo', { boardId: writing.house.boards.staff, source: 'Secret plans.' })
    const id = await writing.start('Mo', { source: quoteOf(`${hidden}/1`, 'Secret lies.') })
    await tell()
    const version = await versionOf(id)
    await edit('Mo', hidden, 1, 'Secret lies.')
    await tell()
    // A kept page that got old would tell of it.
    expect(await versionOf(id)).toBe(version)
    expect(await shown('Mo', id, 1)).toMatchObject([{ verdict: 'word-for-word', revision: 1 }])
    await edit('Mo', hidden, 1, 'Secret plans.', 2)
    await tell()
    expect(await shown('Mo', id, 1)).toMatchObject([{ verdict: 'altered', differs: true, revision: 1 }])
    for (const who of ['Bo', 'guest'] as const)
      expect(await shown(who, id, 1)).toMatchObject([{ verdict: 'gone', differs: false, revision: null }])
    const typed = { source: quoteOf(`${hidden}/1`, 'Secret plans.'), format: 'markdown' } as const
    expect(await quotesInTyped(forum, writing.people.Bo, typed)).toMatchObject([{ verdict: 'gone' }])
    expect(await quotesInTyped(forum, writing.people.Mo, typed)).toMatchObject([{ verdict: 'word-for-word' }])
  })

  test('of a conversation stand in that conversation alone', async () => {
    const talk = await writing.start('Bo', { source: 'Between us.' })
    await writing.write('Cy', talk, quoteOf(`${talk}/1`, 'Between us.'))
    const out = await writing.start('Bo', { source: quoteOf(`${talk}/1`, 'Between us.') })
    const memberIds = [writing.house.members.Bo]
    await forum.store.write.transaction().execute(async db => {
      await makeBoard(db)
      await db.updateTable('threads').set({ boardId: CONVERSATIONS }).where('id', '=', talk).execute()
      await addPeople(db, { threadId: talk, memberIds, invitedBy: null, at: 0 })
    })
    await tell()
    expect(await verdicts()).toEqual(['word-for-word', 'gone'])
    expect(await shown('Bo', talk, 2)).toMatchObject([{ verdict: 'word-for-word' }])
    expect(await shown('Cy', talk, 2)).toBeNull()
    for (const who of ['Bo', 'Ada', 'guest'] as const)
      expect(await shown(who, out, 1)).toMatchObject([{ verdict: 'gone', differs: false }])
  })

  test('in many posts are judged in portions, the rest of them by jobs, and twice the same', async () => {
    await writing.start('Bo', { source: WORDS })
    const id = await writing.start('Cy')
    for (let count = 0; count < 60; count++) await writing.write('Cy', id, quoteOf('1/1', 'The bridge'))
    await tell()
    expect(await verdicts()).toEqual(Array(60).fill('shortened'))
    await edit('Bo', 1, 1, 'Something else.')
    await tell()
    const now = await verdicts()
    expect(now.filter(verdict => verdict === 'edited-since')).toHaveLength(25)
    const jobs = await forum.store.read.selectFrom('jobs').select(['name', 'payload']).execute()
    expect(jobs.map(job => job.name)).toEqual([JUDGE_MORE])
    for (let times = 0; times < 2; times++) await judgeMore(forum, JSON.parse(jobs[0]!.payload))
    expect(await verdicts()).toEqual(Array(60).fill('edited-since'))
    const version = await versionOf(id)
    await judgePosts(forum, [postId(id, 2), postId(id, 3)])
    expect(await versionOf(id)).toBe(version)
  })

  test('are true after many have judged them while their source changed', async () => {
    await writing.start('Bo', { source: WORDS })
    await writing.start('Cy', { source: quoteOf('1/1', WORDS) })
    await Promise.all([
      ...Array.from({ length: 5 }, () => judgePosts(forum, [postId(2, 1)])),
      edit('Bo', 1, 1, 'Something else.'),
      ...Array.from({ length: 5 }, () => judgePosts(forum, [postId(2, 1)])),
    ])
    await tell()
    expect(await verdicts()).toEqual(['edited-since'])
  })

  test('of posts of which nobody was told are found by the round, which then rests', async () => {
    await writing.start('Bo', { source: WORDS })
    await writing.start('Cy', { source: quoteOf('1/1', 'The bridge') })
    await writing.start('Cy', { source: quoteOf('1/1', 'The tunnel') })
    expect(await judgeOld(forum, 2)).toBe(1)
    expect(await judgeOld(forum, 2)).toBe(1)
    expect(await verdicts()).toEqual(['shortened', 'altered'])
    expect(await judgeOld(forum, 2)).toBe(0)
    await forum.store.write.deleteFrom('quotes').execute()
    expect(await judgeOld(forum, 100)).toBe(0)
    await forum.store.write.transaction().execute(wantJudging)
    expect(await judgeOld(forum, 100)).toBe(2)
    expect(await verdicts()).toEqual(['shortened', 'altered'])
  })
})
