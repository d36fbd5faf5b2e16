import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { readNow } from '../../../tests/support/forum.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { deletePost } from '../posts/actions/delete.ts'
import { editPost } from '../posts/actions/edit.ts'
import { findPost } from '../posts/store.ts'
import { lock } from '../threads/actions.ts'
import { correctSpeaker, restoreFinding, withdrawFinding } from './actions.ts'
import { recordOf } from './load.ts'
import { MAX_SPEAKER, type QuotationEntry, type RecordOfPost } from './model.ts'
import { correctionLog } from './store.ts'

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
  const keyOf = async (words: string): Promise<string> =>
    (await quotations()).find(entry => entry.words.includes(words))!.key

  test('what the author withdraws is neither marked nor shown, and is there again when they restore it', async () => {
    const key = await keyOf('calendar')
    expect((await record()).html).toContain('<sup><a href="#p2-r2"')
    await writing.as('Bo', a => withdrawFinding(a, place(key)))
    const after = await record()
    expect(after.entries.map(entry => [entry.number, entry.words])).toEqual([
      [1, '“The offer is final in every part.”'],
    ])
    expect(after.html).not.toMatch(/<span class="q">“It is/)
    expect(after.withdrawn).toEqual([])
    expect((await record('Bo')).withdrawn).toMatchObject([
      { key, words: expect.stringContaining('calendar') },
    ])
    await writing.as('Bo', a => restoreFinding(a, place(key)))
    expect(await quotations()).toHaveLength(2)
  })

  test('a corrected speaker is shown as such, and stays when the post is read again and edited elsewhere', async () => {
    const key = await keyOf('offer is final')
    await writing.as('Mo', a =>
      correctSpeaker(a, { ...place(key, 'The director has a name'), speaker: ' Tom  Rell ' }),
    )
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
    await writing.as('Bo', a => correctSpeaker(a, { ...place(key), speaker: '' }))
    expect(await speaker()).toMatchObject({ name: '', corrected: true })
  })

  test('a correction is on record elsewhere at once', async () => {
    const names = async () =>
      (await writing.house.store.read.selectFrom('speakers').select('name').orderBy('name').execute()).map(
        row => row.name,
      )
    const key = await keyOf('calendar')
    await writing.as('Bo', a => correctSpeaker(a, { ...place(key), speaker: 'Ada Brandt' }))
    expect(await names()).toContain('Ada Brandt')
    await writing.as('Bo', a => withdrawFinding(a, place(key)))
    expect(await names()).not.toContain('Ada Brandt')
  })

  test('every correction is written down with who made it and why; the same again is none', async () => {
    const key = await keyOf('calendar')
    const before = writing.events.length
    await writing.as('Mo', a => withdrawFinding(a, place(key, 'Not a quotation')))
    await writing.as('Mo', a => withdrawFinding(a, place(key, 'Once more')))
    await writing.as('Bo', a => restoreFinding(a, place(key)))
    const { post } = await found('Mo')
    expect(await correctionLog(writing.house.store.read, post.id)).toMatchObject([
      { key, change: 'withdraw', reason: 'Not a quotation', memberName: 'Mo' },
      { key, change: 'restore', reason: '', memberName: 'Bo' },
    ])
    expect(writing.events.slice(before).map(event => event.type)).toEqual([
      'record.corrected',
      'record.corrected',
    ])
  })

  test('only the author and moderators may, moderators with a reason; a locked thread is no hindrance', async () => {
    const key = await keyOf('calendar')
    const withdraw = (who: Person, reason = '') =>
      writing.as(who, a => withdrawFinding(a, place(key, reason)))
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

  test('refuses what is not there', async () => {
    const key = await keyOf('calendar')
    const long = { ...place(key), speaker: 'x'.repeat(MAX_SPEAKER + 1) }
    await expect(writing.as('Bo', a => correctSpeaker(a, long))).rejects.toMatchObject({ field: 'speaker' })
    const none = place('q0000000000')
    await expect(writing.as('Bo', a => withdrawFinding(a, none))).rejects.toMatchObject({ code: 'not-found' })
    await writing.as('Mo', a => deletePost(a, { threadId, number: 2, reason: '' }))
    await expect(writing.as('Bo', a => withdrawFinding(a, place(key)))).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(writing.as('Mo', a => withdrawFinding(a, place(key, 'x')))).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})
