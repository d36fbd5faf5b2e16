import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { readNow } from '../../../tests/support/forum.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { deletePost } from '../posts/actions/delete.ts'
import { editPost } from '../posts/actions/edit.ts'
import { findPost } from '../posts/store.ts'
import { takeTurn } from '../quotations/store-turn.ts'
import { lock } from '../threads/actions.ts'
import { correctSpeaker, restoreFinding, withdrawFinding } from './actions.ts'
import { recordOf } from './load.ts'
import { MAX_SPEAKER, type QuotationEntry, type RecordOfPost } from './model.ts'
import { correctionLog } from './store.ts'
import { READING_VERSION } from './version.ts'

const SAID =
  'Ilse Brandt said: “It is a calendar with the holidays torn out.”\n\nThe director said: “The offer is final in every part.”'

describe.each(STORES)('corrections on %s', kind => {
  let writing: TestWriting
  let threadId: number
  beforeEach(async () => {
    writing = await testWriting(kind)
    threadId = await writing.start('Mo', { source: 'First.' })
    await writing.write('Bo', threadId, SAID)
    await readNow(writing.forum)
  })
  afterEach(() => writing.close())

  const found = async (who: Person) => {
    const visible = await writing.seen(who)
    return { visible, ...(await findPost(writing.house.store.read, visible, threadId, 2))! }
  }
  const record = async (who: Person = 'guest'): Promise<RecordOfPost> => {
    const { visible, thread, post } = await found(who)
    return (await recordOf(writing.forum, visible, thread, [post])).get(post.id)!
  }
  const quotations = async (who?: Person): Promise<QuotationEntry[]> =>
    (await record(who)).entries.filter(entry => entry.kind === 'quotation')
  const place = (key: string, reason = '') => ({ threadId, number: 2, key, reason })
  const bo = () => writing.people.Bo
  const mo = () => writing.people.Mo
  const keyOf = async (words: string): Promise<string> =>
    (await quotations()).find(entry => entry.words.includes(words))!.key

  test('what the author withdraws is neither marked nor shown, and is there again when they restore it', async () => {
    const key = await keyOf('calendar')
    expect((await record()).html).toContain('<sup><a href="#p2-r2"')
    await withdrawFinding(writing.forum, bo(), place(key))
    const after = await record()
    expect(after.entries.map(entry => [entry.number, entry.words])).toEqual([
      [1, '“The offer is final in every part.”'],
    ])
    expect(after.html).not.toMatch(/<span class="q">“It is/)
    expect(after.withdrawn).toEqual([])
    expect((await record('Bo')).withdrawn).toMatchObject([
      { key, words: expect.stringContaining('calendar') },
    ])
    await restoreFinding(writing.forum, bo(), place(key))
    expect(await quotations()).toHaveLength(2)
  })

  test('a corrected speaker is shown as such, and stays when the post is read again and edited elsewhere', async () => {
    const key = await keyOf('offer is final')
    const input = { ...place(key, 'The director has a name'), speaker: ' Tom  Rell ' }
    await correctSpeaker(writing.forum, mo(), input)
    const speaker = async () => (await quotations()).find(entry => entry.key === key)?.speaker
    expect(await speaker()).toMatchObject({ name: 'Tom Rell', corrected: true, reading: null })
    await writing.house.store.write.updateTable('readings').set({ engine: 0 }).execute()
    expect(await readNow(writing.forum)).toBe(2)
    expect(await speaker()).toMatchObject({ name: 'Tom Rell', corrected: true })
    const source = `${SAID}\n\nMore.`
    await writing.as('Bo', a => editPost(a, { threadId, number: 2, source, reason: '', basedOn: 1 }))
    expect(await record()).toMatchObject({ entries: [], html: null })
    await readNow(writing.forum)
    expect(await speaker()).toMatchObject({ name: 'Tom Rell' })
    await correctSpeaker(writing.forum, bo(), { ...place(key), speaker: '' })
    expect(await speaker()).toMatchObject({ name: '', corrected: true })
  })

  test('a correction is on record elsewhere at once', async () => {
    const names = async () =>
      (await writing.house.store.read.selectFrom('speakers').select('name').orderBy('name').execute()).map(
        row => row.name,
      )
    const key = await keyOf('calendar')
    await correctSpeaker(writing.forum, bo(), { ...place(key), speaker: 'Ada Brandt' })
    expect(await names()).toContain('Ada Brandt')
    await withdrawFinding(writing.forum, bo(), place(key))
    expect(await names()).not.toContain('Ada Brandt')
  })

  test('every correction is written down with who made it and why; the same again is none', async () => {
    const key = await keyOf('calendar')
    const before = writing.events.length
    await withdrawFinding(writing.forum, mo(), place(key, 'Not a quotation'))
    await withdrawFinding(writing.forum, mo(), place(key, 'Once more'))
    await restoreFinding(writing.forum, bo(), place(key))
    const { post } = await found('Mo')
    const { read } = writing.house.store
    const log = [
      { change: 'restore', reason: '', memberName: 'Bo' },
      { change: 'withdraw', reason: 'Not a quotation', memberName: 'Mo' },
    ]
    expect(await correctionLog(read, { postId: post.id, key }, 3)).toMatchObject(log)
    expect(await correctionLog(read, { postId: post.id, key }, 1)).toMatchObject(log.slice(0, 1))
    expect(await correctionLog(read, { postId: post.id, key: 'q0000000000' }, 3)).toEqual([])
    expect(writing.events.slice(before).map(event => event.type)).toEqual([
      'record.corrected',
      'record.corrected',
    ])
  })

  test('only the author and moderators may, moderators with a reason; a locked thread is no hindrance', async () => {
    const key = await keyOf('calendar')
    const withdraw = (who: Person, reason = '') =>
      withdrawFinding(writing.forum, writing.people[who], place(key, reason))
    await expect(withdraw('guest')).rejects.toMatchObject({ code: 'not-signed-in' })
    await expect(withdraw('Cy')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(withdraw('Sol')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(withdraw('Mo')).rejects.toMatchObject({ code: 'invalid', field: 'reason' })
    await expect(withdraw('Mo', 'x'.repeat(201))).rejects.toMatchObject({ code: 'invalid', field: 'reason' })
    for (const who of ['guest', 'Cy', 'Sol'] as const) expect((await record(who)).mayCorrect).toBe(false)
    expect((await record('Mo')).mayCorrect).toBe(true)
    await writing.as('Mo', a => lock(a, { threadId }))
    await withdraw('Bo')
    expect(await quotations()).toHaveLength(1)
  })

  test('nothing is read for a correction: what an older version read stays what it read', async () => {
    const key = await keyOf('calendar')
    const { store } = writing.house
    const { post } = await found('Bo')
    const kept = () =>
      store.read.selectFrom('readings').selectAll().where('postId', '=', post.id).executeTakeFirstOrThrow()
    await store.write
      .updateTable('readings')
      .set({ engine: READING_VERSION - 1 })
      .execute()
    const { findings } = await kept()
    await withdrawFinding(writing.forum, bo(), place(key))
    expect(await kept()).toMatchObject({ findings, engine: READING_VERSION - 1 })
    expect(await quotations()).toHaveLength(1)
    // Read anew it comes to the same.
    const { html } = await kept()
    await readNow(writing.forum)
    expect(await kept()).toMatchObject({ findings, html, engine: READING_VERSION })
  })

  test('of a post that was changed nothing is known until it is read again', async () => {
    const key = await keyOf('calendar')
    const source = `${SAID} More.`
    await writing.as('Bo', a => editPost(a, { threadId, number: 2, source, reason: '', basedOn: 1 }))
    const withdraw = () => withdrawFinding(writing.forum, bo(), place(key))
    await expect(withdraw()).rejects.toMatchObject({ code: 'not-found' })
    await readNow(writing.forum)
    expect(await withdraw()).toBe(key)
  })

  test('two who correct the same post at once are both heard', async () => {
    const [one, other] = [await keyOf('calendar'), await keyOf('offer is final')]
    await Promise.all([
      withdrawFinding(writing.forum, bo(), place(one)),
      correctSpeaker(writing.forum, mo(), { ...place(other, 'It says so'), speaker: 'Tom Rell' }),
    ])
    expect(await quotations()).toMatchObject([{ key: other, speaker: { name: 'Tom Rell' } }])
    const { html } = await record()
    await writing.house.store.write.updateTable('readings').set({ engine: 0 }).execute()
    await readNow(writing.forum)
    expect((await record()).html).toBe(html)
  })

  test.runIf(kind === 'postgres')('whoever corrects holds no thread while somebody else reads', async () => {
    const key = await keyOf('calendar')
    const { write } = writing.house.store
    const { correcting } = await write.transaction().execute(async db => {
      await takeTurn(db)
      const correcting = withdrawFinding(writing.forum, bo(), place(key))
      // It has come by then to where it waits for the turn.
      await new Promise(resolve => setTimeout(resolve, 150))
      await sql`select id from threads where id = ${threadId} for update nowait`.execute(db)
      return { correcting }
    })
    expect(await correcting).toBe(key)
  })

  test('refuses what is not there', async () => {
    const key = await keyOf('calendar')
    const long = { ...place(key), speaker: 'x'.repeat(MAX_SPEAKER + 1) }
    await expect(correctSpeaker(writing.forum, bo(), long)).rejects.toMatchObject({
      field: 'speaker',
    })
    const none = place('q0000000000')
    await expect(withdrawFinding(writing.forum, bo(), none)).rejects.toMatchObject({
      code: 'not-found',
    })
    await writing.as('Mo', a => deletePost(a, { threadId, number: 2, reason: '' }))
    await expect(withdrawFinding(writing.forum, bo(), place(key))).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(withdrawFinding(writing.forum, mo(), place(key, 'x'))).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})
