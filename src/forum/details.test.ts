import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../tests/support/databases.ts'
import { type Person, type TestWriting, testWriting } from '../../tests/support/writing.ts'
import { changeBoard } from './boards/actions.ts'
import type { BoardText } from './boards/model.ts'
import { changeThread } from './details/actions.ts'
import type { DetailsInput } from './details/model.ts'
import { startThread } from './posts/actions/start.ts'
import { addPrefix, changePrefix, removePrefix, shiftPrefix } from './prefixes/actions.ts'
import { prefixesIn } from './prefixes/model.ts'
import { removeTag, renameTag } from './tags/actions.ts'
import { tagKeyOf } from './tags/model.ts'
import { offeredTags, tagsOf, writeTags } from './tags/store.ts'
import { lock } from './threads/actions.ts'
import { findThread, threadsOf, threadsTagged } from './threads/store.ts'

describe.each(STORES)('what a thread is on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const db = () => writing.forum.store.read
  const news = () => writing.house.boards.news
  const start = async (said: DetailsInput, who: Person = 'Bo', boardId = news()) => {
    const text = { title: 'Port strike', source: 'First.', format: 'markdown', requestKey: null } as const
    return (await writing.as(who, a => startThread(a, { ...text, boardId, ...said }))).threadId
  }
  const board = (change: Partial<BoardText>) =>
    writing.as('Ada', a =>
      changeBoard(a, news(), { title: 'News', description: '', section: false, ...change }),
    )
  const prefix = (name: string, boards: number[] = [news()]) =>
    writing.as('Ada', a => addPrefix(a, { name, tone: 'good', boards }))
  const found = async (threadId: number, who: Person = 'Bo') =>
    findThread(db(), await writing.seen(who), threadId)
  const tagNames = async (threadId: number) =>
    ((await tagsOf(db(), [threadId])).get(threadId) ?? []).map(tag => tag.name)

  test('is said when it is started', async () => {
    const prefixId = await prefix('Report')
    const sourceUrl = ' example.org/strike '
    const id = await start({ kind: 'article', prefixId, tags: 'Port, strike ,PORT', sourceUrl })
    expect(await found(id)).toMatchObject({
      ...{ kind: 'article', prefixId, sourceUrl: 'https://example.org/strike', answer: null },
    })
    expect(await tagNames(id)).toEqual(['Port', 'strike'])
    expect(await found(await start({}))).toMatchObject({ kind: 'discussion', prefixId: null, sourceUrl: '' })
  })

  test('is refused where its board does not take it', async () => {
    const closed = await prefix('Elsewhere', [writing.house.boards.harbour])
    await board({ kinds: ['question', 'article'] })
    for (const [said, field] of [
      [{ kind: 'discussion' }, 'kind'],
      [{ kind: 'article' }, 'sourceUrl'],
      [{ kind: 'article', sourceUrl: 'javascript:alert(1)' }, 'sourceUrl'],
      [{ kind: 'article', sourceUrl: 'ftp://example.org/a' }, 'sourceUrl'],
      [{ prefixId: closed }, 'prefix'],
      [{ prefixId: 999 }, 'prefix'],
      [{ tags: 'a,b,c,d,e,f' }, 'tags'],
      [{ tags: 'x'.repeat(31) }, 'tags'],
      [{ tags: './..' }, 'tags'],
      [{ tags: 'a/b' }, 'tags'],
    ] as const)
      await expect(start(said), JSON.stringify(said)).rejects.toMatchObject({ code: 'invalid', field })
    expect((await found(await start({})))?.kind).toBe('question')
  })

  test('needs a prefix where the board says so and there is one', async () => {
    await board({ prefixRequired: true })
    await start({})
    const prefixId = await prefix('Report')
    await expect(start({})).rejects.toMatchObject({ field: 'prefix', message: 'prefix.required' })
    await start({ prefixId })
  })

  test('is changed by its author and moderators; what it has it may keep', async () => {
    const prefixId = await prefix('Report')
    const id = await start({ prefixId, tags: 'port' })
    await writing.as('Ada', a => changePrefix(a, prefixId, { name: 'Report', tone: 'mark', boards: [] }))
    await board({ kinds: ['question'] })
    const change = {
      threadId: id,
      title: 'Port strike ends',
      kind: 'discussion',
      prefixId,
      tags: 'quay',
    } as const
    const outcome = (who: Person) =>
      writing
        .as(who, a => changeThread(a, change))
        .then(
          () => 'done',
          error => error.code,
        )
    for (const [who, expected] of [
      ['guest', 'not-signed-in'],
      ['Sol', 'not-allowed'],
      ['Cy', 'not-allowed'],
      ['Bo', 'done'],
      ['Mo', 'done'],
      ['Ada', 'done'],
    ] as const)
      expect(await outcome(who), who).toBe(expected)
    expect(await found(id)).toMatchObject({ title: 'Port strike ends', kind: 'discussion', prefixId })
    expect(await tagNames(id)).toEqual(['quay'])
    await writing.as('Mo', a => lock(a, { threadId: id }))
    expect([await outcome('Bo'), await outcome('Mo')]).toEqual(['not-allowed', 'done'])
    const other = { ...change, kind: 'article', sourceUrl: 'https://example.org/' } as const
    await expect(writing.as('Mo', a => changeThread(a, other))).rejects.toMatchObject({ field: 'kind' })
  })

  test('prefixes are kept by administrators alone, in their order', async () => {
    const input = { name: 'Report', tone: 'good', boards: [] } as const
    for (const who of ['guest', 'Bo', 'Mo'] as const)
      await expect(
        writing.as(who, a => addPrefix(a, input)),
        who,
      ).rejects.toMatchObject({ name: 'Refused' })
    const [first, second] = [await prefix('One'), await prefix('Two')]
    await expect(prefix('Two')).rejects.toMatchObject({ code: 'conflict', field: 'name' })
    await writing.as('Ada', a => shiftPrefix(a, second, 'up'))
    const names = async () => {
      const { prefixes } = await writing.forum.site.at(db())
      return prefixesIn(prefixes, news()).map(each => each.name)
    }
    expect(await names()).toEqual(['Two', 'One'])
    const id = await start({ prefixId: first })
    await writing.as('Ada', a => removePrefix(a, first))
    expect(await names()).toEqual(['Two'])
    expect((await found(id))?.prefixId).toBeNull()
  })

  test('a list is limited to a kind, a prefix, a tag, and goes on from any place', async () => {
    const prefixId = await prefix('Report')
    for (let count = 0; count < 5; count++) {
      await start({ kind: 'question', prefixId, tags: 'port' })
      await start({})
      writing.house.pass(1000)
    }
    const [{ id: tagId }] = (await db().selectFrom('tags').select('id').execute()) as [{ id: number }]
    const visible = await writing.seen('guest')
    for (const only of [
      { prefixId },
      { tagId },
      { kind: 'question' },
      { prefixId, tagId, kind: 'question' },
    ] as const) {
      const first = await threadsOf(db(), visible, news(), { only, limit: 2 })
      const next = await threadsOf(db(), visible, news(), { only, limit: 2, before: first.threads[1] })
      const last = await threadsOf(db(), visible, news(), { only, limit: 2, before: next.threads[1] })
      const ids = [first, next, last].flatMap(list => list.threads.map(thread => thread.id))
      expect(ids, JSON.stringify(only)).toEqual([9, 7, 5, 3, 1])
      const back = await threadsOf(db(), visible, news(), { only, limit: 2, after: last.threads[0] })
      expect(back.threads.map(thread => thread.id)).toEqual([5, 3])
    }
    const rest = await threadsOf(db(), visible, news(), { only: { kind: 'discussion' } })
    expect(rest.threads).toHaveLength(5)
  })

  test('a tag shows threads of readable boards alone, and none of those deleted', async () => {
    const { staff, harbour } = writing.house.boards
    const open = await start({ tags: 'Port' })
    const within = await start({ tags: 'port' }, 'Bo', harbour)
    const secret = await start({ tags: 'PORT, plans' }, 'Mo', staff)
    const [{ id: tagId }] = (await db()
      .selectFrom('tags')
      .select('id')
      .where('nameKey', '=', 'port')
      .execute()) as [{ id: number }]
    const seen = async (who: Person) =>
      (await threadsTagged(db(), await writing.seen(who), { tagId })).threads.map(thread => thread.id)
    expect(await seen('guest')).toEqual([within, open])
    expect(await seen('Mo')).toEqual([secret, within, open])
    expect(await offeredTags(db(), news())).toEqual(['Port'])
    await writing.house.store.write
      .updateTable('threads')
      .set({ deletedAt: 1 })
      .where('id', '=', within)
      .execute()
    expect(await seen('Bo')).toEqual([open])
  })

  test('tags are renamed, made one and removed by moderators', async () => {
    const one = await start({ tags: 'harbor, port' })
    const other = await start({ tags: 'harbour' })
    for (const who of ['guest', 'Bo', 'Sol'] as const)
      await expect(
        writing.as(who, a => removeTag(a, { name: 'port' })),
        who,
      ).rejects.toMatchObject({
        name: 'Refused',
      })
    await writing.as('Mo', a => renameTag(a, { name: 'PORT', to: 'Ports' }))
    expect(await tagNames(one)).toEqual(['harbor', 'Ports'])
    await writing.as('Mo', a => renameTag(a, { name: 'harbor', to: 'Harbour' }))
    expect(await tagNames(one)).toEqual(['harbour', 'Ports'])
    expect(await tagNames(other)).toEqual(['harbour'])
    await writing.as('Mo', a => removeTag(a, { name: 'harbour' }))
    expect([await tagNames(one), await tagNames(other)]).toEqual([['Ports'], []])
    await expect(writing.as('Mo', a => removeTag(a, { name: 'harbour' }))).rejects.toMatchObject({
      code: 'not-found',
    })
  })
  test('a tag that is made while another takes its name stays one tag', async () => {
    const other = await start({})
    await start({ tags: 'harbor' })
    let renamed: Promise<string> | undefined
    await writing.forum.store.write.transaction().execute(async db => {
      await writeTags(db, other, [{ name: 'Quay', key: tagKeyOf('Quay') }])
      renamed = writing
        .as('Mo', a => renameTag(a, { name: 'harbor', to: 'quay' }))
        .then(
          () => 'done',
          error => error.code,
        )
      await new Promise(resolve => setTimeout(resolve, 500))
    })
    // Where the two wait for one another, the rename finds the new tag.
    expect(['done', 'conflict']).toContain(await renamed)
    expect(await tagNames(other)).toEqual(['Quay'])
  })
})
