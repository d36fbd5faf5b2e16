import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR } from '#base/time.ts'
import { findMiscounts } from '#store/counts.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { nameKeyOf } from '../members/names.ts'
import { deletePost } from '../posts/actions/delete.ts'
import { editPost } from '../posts/actions/edit.ts'
import { reply } from '../posts/actions/reply.ts'
import { latestPostsOf } from '../posts/store-latest.ts'
import { lock, renameThread } from '../threads/actions.ts'
import { findThread } from '../threads/store.ts'
import { invite } from './actions/invite.ts'
import { label, leave, mute, readTo, takeFrom, unmute } from './actions/own.ts'
import { startConversation } from './actions/start.ts'
import { tellOfConversation } from './listeners.ts'
import { MOST_PEOPLE, STARTS } from './model.ts'
import { conversationsOf, countUnread, exportOf, labelsOf, participantsOf, standingOf } from './store.ts'

describe.each(STORES)('conversations on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const db = () => writing.house.store.read
  const ids = () => writing.house.members
  const inputOf = (people: string, requestKey: string | null = null) => ({
    ...{ people, title: 'Harbour walk', source: 'On Sunday?', format: 'markdown' as const, requestKey },
  })
  const start = async (who: Person, people: string, requestKey: string | null = null) =>
    (await writing.as(who, a => startConversation(a, inputOf(people, requestKey)))).threadId
  const write = (who: Person, threadId: number, source = 'More.', requestKey: string | null = null) =>
    writing.as(who, a => reply(a, { threadId, source, format: 'markdown', requestKey }))
  const find = async (who: Person, id: number) => findThread(db(), await writing.seen(who), id)
  const names = async (threadId: number) =>
    (await participantsOf(db(), threadId)).map(
      each => `${each.name}${each.leftAt === null ? '' : ' left'} by ${each.invitedBy?.name ?? 'nobody'}`,
    )
  /** Tells the listener of everything that happened since it was told last. */
  const hear = async () => {
    for (const event of writing.events.splice(0))
      if (event.type === 'post.added') await tellOfConversation(writing.forum, event)
  }
  const mails = async () => {
    const rows = await db().selectFrom('jobs').select('payload').orderBy('id').execute()
    return rows.map(row => JSON.parse(row.payload).to as string)
  }

  test('are seen by their people and by nobody else, count nowhere, and nobody moderates them', async () => {
    const id = await start('Bo', ' cy ,  BO')
    await write('Cy', id)
    expect(await names(id)).toEqual(['Bo by nobody', 'Cy by Bo'])
    for (const who of ['Bo', 'Cy'] as const) expect(await find(who, id)).toMatchObject({ boardId: 0 })
    for (const who of ['Ada', 'Mo', 'Sol', 'guest'] as const) expect(await find(who, id)).toBeUndefined()
    for (const who of ['Ada', 'Mo'] as const) {
      await expect(write(who, id)).rejects.toThrow('refused.not-found')
      await expect(writing.as(who, a => lock(a, { threadId: id }))).rejects.toThrow('refused.not-found')
      const place = { threadId: id, number: 2, reason: '' }
      await expect(writing.as(who, a => deletePost(a, place))).rejects.toThrow('refused.not-found')
    }
    await expect(writing.as('Bo', a => lock(a, { threadId: id }))).rejects.toThrow('refused.not-allowed')
    for (const who of ['Ada', 'Bo'] as const)
      expect(await latestPostsOf(db(), await writing.seen(who), ids().Cy, 10)).toEqual([])
    expect(await findMiscounts(db())).toEqual({ threads: 0, boards: 0, members: 0 })
    const counted = await db().selectFrom('members').select('messageCount').execute()
    expect(counted.every(row => row.messageCount === 0)).toBe(true)
    const { boards } = await writing.forum.site.at(db())
    expect(boards.byId.has(0)).toBe(false)
  })

  test('take posts as threads do: edited and deleted by their author alone, renamed by who started them', async () => {
    const id = await start('Bo', 'Cy')
    await write('Cy', id)
    const edit = { threadId: id, number: 2, source: 'Better.', reason: '', basedOn: 1 }
    await expect(writing.as('Bo', a => editPost(a, edit))).rejects.toThrow('refused.not-allowed')
    await writing.as('Cy', a => editPost(a, edit))
    await writing.as('Cy', a => deletePost(a, { threadId: id, number: 2, reason: '' }))
    await expect(writing.as('Cy', a => renameThread(a, { threadId: id, title: 'Mine' }))).rejects.toThrow()
    await writing.as('Bo', a => renameThread(a, { threadId: id, title: 'Harbour, Sunday' }))
    expect(await find('Cy', id)).toMatchObject({ title: 'Harbour, Sunday', postCount: 1 })
    expect(await findMiscounts(db())).toEqual({ threads: 0, boards: 0, members: 0 })
  })

  test('are not started by guests and the suspended, nor with nobody, nobody known, or too many', async () => {
    await expect(start('guest', 'Cy')).rejects.toThrow('refused.not-signed-in')
    await expect(start('Sol', 'Cy')).rejects.toThrow('refused.suspended')
    await expect(start('Bo', ' , ')).rejects.toMatchObject({ field: 'people', message: 'form.required' })
    await expect(start('Bo', 'bo')).rejects.toMatchObject({ message: 'conversation.nobody-else' })
    await expect(start('Bo', 'Cy, Dee')).rejects.toMatchObject({
      ...{ message: 'conversation.no-member', values: { name: 'Dee' } },
    })
    const many = Array.from({ length: MOST_PEOPLE + 1 }, (_, index) => `M${index}`).join()
    await expect(start('Bo', many)).rejects.toMatchObject({ message: 'conversation.too-many-people' })
    expect(await db().selectFrom('threads').select('id').execute()).toEqual([])
    // Whoever may only read is taken in all the same.
    expect(await find('Sol', await start('Bo', 'Sol'))).toBeDefined()
  })

  test('are refused by those who take none, who follow somebody else, or who ignore', async () => {
    const { Bo, Cy, Mo } = ids()
    await writing.as('Cy', a => takeFrom(a, { takes: 'nobody' }))
    await writing.as('Mo', a => takeFrom(a, { takes: 'followed' }))
    const refusal = { code: 'invalid', field: 'people', message: 'conversation.takes-none' }
    for (const name of ['Cy', 'Mo']) await expect(start('Bo', name)).rejects.toMatchObject(refusal)
    const { write: writer } = writing.house.store
    await writer.insertInto('follows').values({ memberId: Mo, followedId: Bo, at: 1 }).execute()
    const id = await start('Bo', 'Mo')
    await writing.as('Cy', a => takeFrom(a, { takes: 'anybody' }))
    await writer.insertInto('ignores').values({ memberId: Cy, ignoredId: Bo, at: 1 }).execute()
    for (const again of [start('Bo', 'Cy'), writing.as('Bo', a => invite(a, { threadId: id, people: 'Cy' }))])
      await expect(again).rejects.toMatchObject({ ...refusal, values: { name: 'Cy' } })
    // Somebody else of the conversation may.
    expect(await writing.as('Mo', a => invite(a, { threadId: id, people: 'Cy' }))).toEqual([Cy])
  })

  test('are started so often in an hour, and not more', async () => {
    for (let count = 0; count < STARTS.count; count++) await start('Bo', 'Cy')
    await expect(start('Bo', 'Cy')).rejects.toMatchObject({ code: 'too-many', values: { minutes: 60 } })
    await start('Cy', 'Bo')
    writing.house.pass(HOUR)
    await start('Bo', 'Cy')
  })

  test('are left and entered again; the last leaves it to nobody', async () => {
    const id = await start('Bo', 'Cy')
    await writing.as('Cy', a => label(a, { threadId: id, labels: 'Walks' }))
    await writing.as('Cy', a => leave(a, { threadId: id }))
    expect(await find('Cy', id)).toBeUndefined()
    expect(await labelsOf(db(), ids().Cy)).toEqual([])
    await expect(write('Cy', id)).rejects.toThrow('refused.not-found')
    await expect(writing.as('Cy', a => leave(a, { threadId: id }))).rejects.toThrow('refused.not-found')
    expect(await names(id)).toEqual(['Bo by nobody', 'Cy left by Bo'])
    expect(await writing.as('Bo', a => invite(a, { threadId: id, people: 'Cy, Mo' }))).toHaveLength(2)
    expect(await writing.as('Mo', a => invite(a, { threadId: id, people: 'Cy' }))).toEqual([])
    expect(await find('Cy', id)).toBeDefined()
    for (const who of ['Bo', 'Cy', 'Mo'] as const) await writing.as(who, a => leave(a, { threadId: id }))
    for (const who of ['Ada', 'Bo', 'Mo'] as const) expect(await find(who, id)).toBeUndefined()
  })

  test('have room for so many, whoever invites at once', async () => {
    const { write: writer, read } = writing.house.store
    const bo = await read.selectFrom('members').selectAll().where('name', '=', 'Bo').executeTakeFirstOrThrow()
    const others = [...'abcdefghjkmnpqrstuvwxyz'].map(letter => `Guest ${letter}`)
    const rows = others.map(name => {
      const { id: _id, ...row } = bo
      return { ...row, name, nameKey: nameKeyOf(name), address: null, addressKey: null }
    })
    await writer.insertInto('members').values(rows).execute()
    const id = await start('Bo', others.slice(0, 15).join())
    const calls = others.slice(15).map(people => writing.as('Bo', a => invite(a, { threadId: id, people })))
    const results = await Promise.allSettled(calls)
    expect(results.filter(each => each.status === 'fulfilled')).toHaveLength(4)
    expect((await find('Bo', id))?.people?.size).toBe(MOST_PEOPLE)
  })

  test('are listed by activity, in parts, with what is unread and by label', async () => {
    const first = await start('Bo', 'Cy')
    writing.house.pass(1000)
    const second = await start('Mo', 'Bo, Cy')
    expect((await conversationsOf(db(), ids().Bo)).lines).toMatchObject([
      { id: second, others: ['Mo', 'Cy'], readNumber: 0, lastNumber: 1, lastAuthorName: 'Mo' },
      { id: first, others: ['Cy'], readNumber: 1, lastNumber: 1 },
    ])
    expect(await countUnread(db(), ids().Bo)).toBe(1)
    expect(await countUnread(db(), ids().Cy)).toBe(2)
    await writing.as('Cy', a => readTo(a, { threadId: first, number: 99 }))
    expect(await standingOf(db(), first, ids().Cy)).toMatchObject({ readNumber: 1 })
    await writing.as('Cy', a => readTo(a, { threadId: first, number: 0 }))
    await writing.as('Cy', a => mute(a, { threadId: second }))
    expect(await countUnread(db(), ids().Cy)).toBe(0)
    await writing.as('Cy', a => unmute(a, { threadId: second }))
    expect(await countUnread(db(), ids().Cy)).toBe(1)
    await write('Cy', second)
    await hear()
    expect(await countUnread(db(), ids().Cy)).toBe(0)
    await writing.as('Bo', a => label(a, { threadId: first, labels: 'Walks, walks, Sunday' }))
    expect(await labelsOf(db(), ids().Bo)).toEqual(['Sunday', 'walks'])
    expect((await conversationsOf(db(), ids().Bo, { label: 'Sunday' })).lines).toMatchObject([
      { id: first, labels: ['Sunday', 'walks'] },
    ])
    expect((await conversationsOf(db(), ids().Cy, { label: 'Sunday' })).lines).toEqual([])
    for (const [labels, sentence] of [
      ['x'.repeat(31), 'conversation.label-too-long'],
      [Array.from({ length: 11 }, (_, index) => index).join(), 'conversation.too-many-labels'],
    ])
      await expect(
        writing.as('Bo', a => label(a, { threadId: first, labels: labels as string })),
      ).rejects.toThrow(sentence)
    const before = (await conversationsOf(db(), ids().Bo)).lines[0]!
    expect((await conversationsOf(db(), ids().Bo, { before })).lines.map(line => line.id)).toEqual([first])
  })

  test('send one mail until they are read, that names the author alone', async () => {
    const id = await start('Bo', 'Cy, Mo')
    await hear()
    expect(await mails()).toEqual(['cy@example.org', 'mo@example.org'])
    await write('Bo', id, 'Well?')
    await hear()
    expect(await mails()).toHaveLength(2)
    await writing.as('Cy', a => readTo(a, { threadId: id, number: 2 }))
    await writing.as('Mo', a => readTo(a, { threadId: id, number: 2 }))
    await writing.as('Mo', a => mute(a, { threadId: id }))
    await write('Bo', id, 'Well?')
    const told = [...writing.events]
    await hear()
    writing.events.push(...told)
    await hear()
    expect((await mails()).slice(2)).toEqual(['cy@example.org'])
    await writing.as('Cy', a => leave(a, { threadId: id }))
    await write('Mo', id)
    await hear()
    expect((await mails()).slice(3)).toEqual(['bo@example.org'])
    const jobs = JSON.stringify(await db().selectFrom('jobs').selectAll().execute())
    expect(jobs).not.toContain('Harbour')
  })

  test('send mail to nobody whose address is not confirmed', async () => {
    const confirm = (addressConfirmedAt: number | null) =>
      writing.house.store.write
        .updateTable('members')
        .set({ addressConfirmedAt })
        .where('id', '=', ids().Cy)
        .execute()
    await confirm(null)
    const id = await start('Bo', 'Cy, Mo')
    await hear()
    expect(await mails()).toEqual(['mo@example.org'])
    await confirm(1)
    await write('Bo', id, 'Well?')
    await hear()
    expect(await mails()).toEqual(['mo@example.org', 'cy@example.org'])
  })

  test('the same form two hundred times makes one, and so does each of the others', async () => {
    const times = <T>(work: () => Promise<T>) =>
      Promise.allSettled(Array.from({ length: 200 }, work)).then(results =>
        results.flatMap(each => (each.status === 'fulfilled' ? [each.value] : [])),
      )
    const started = await times(() => start('Bo', 'Cy', 'the-same'))
    expect(new Set(started).size).toBe(1)
    expect(started).toHaveLength(200)
    const id = started[0]!
    expect(await db().selectFrom('threads').select('id').execute()).toHaveLength(1)
    const attempts = await db().selectFrom('attempts').select(['name', 'count']).execute()
    expect(attempts).toEqual([{ name: `conversation ${ids().Bo}`, count: 1 }])
    const came = await times(() => writing.as('Bo', a => invite(a, { threadId: id, people: 'Mo' })))
    expect(came.flat()).toEqual([ids().Mo])
    await times(() => writing.as('Mo', a => leave(a, { threadId: id })))
    expect(writing.events.filter(each => each.type === 'conversation.invited')).toHaveLength(1)
    expect(writing.events.filter(each => each.type === 'conversation.left')).toHaveLength(1)
    expect(writing.events.filter(each => each.type === 'post.added')).toHaveLength(1)
  })

  test('an own file holds what one wrote, also where one left', async () => {
    const id = await start('Bo', 'Cy')
    await write('Cy', id, 'My own words.')
    await writing.start('Cy', { source: 'On a board.' })
    await writing.as('Cy', a => label(a, { threadId: id, labels: 'Walks' }))
    expect(await exportOf(db(), ids().Cy)).toMatchObject({
      posts: [{ conversation: id, number: 2, source: 'My own words.' }],
      labels: [{ conversation: id, label: 'Walks' }],
    })
    await writing.as('Cy', a => leave(a, { threadId: id }))
    expect(await exportOf(db(), ids().Cy)).toMatchObject({ posts: [{ number: 2 }], labels: [] })
  })
})
