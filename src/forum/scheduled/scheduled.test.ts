import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR } from '#base/time.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { saveDraft } from '../drafts/actions.ts'
import { boardPlace } from '../drafts/model.ts'
import { findDraft } from '../drafts/store.ts'
import type { PollInput } from '../polls/model.ts'
import type { StartFields } from '../starting/model.ts'
import { cancelScheduled, changeScheduled, publish, schedule } from './actions.ts'
import { publishDue } from './due.ts'
import { MOST_SCHEDULED } from './model.ts'
import { exportOf, scheduledOf } from './store.ts'

const NO_POLL: PollInput = {
  ...{ question: '', options: '', most: 1, until: '', isHidden: false, isChangeable: true },
}
const FIELDS: StartFields = {
  ...{ title: 'Port strike', source: 'First.', format: 'markdown', requestKey: 'one' },
  ...{ poll: NO_POLL, tags: 'port', kind: 'question' },
}
/** The clock of these tests stands at 09:00 UTC, 10:00 in Berlin. */
const AT = { publishAt: '2026-11-24T11:00', timeZone: 'Europe/Berlin' }

describe.each(STORES)('scheduled threads on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const db = () => writing.forum.store.read
  const plan = (
    change: object = {},
    at: object = {},
    who: Person = 'Bo',
    boardId = writing.house.boards.news,
  ) => writing.as(who, a => schedule(a, { ...AT, ...at, boardId, fields: { ...FIELDS, ...change } }))
  const waiting = () => scheduledOf(db(), writing.house.members.Bo)
  const titles = async () =>
    (await db().selectFrom('threads').select(['title', 'createdAt', 'authorId', 'kind']).execute()).map(
      row => row,
    )

  test('are started at their time, once, by their writer', async () => {
    const id = await plan()
    expect(await plan()).toBe(id)
    expect(await waiting()).toMatchObject([{ id, publishAt: writing.house.clock() + HOUR }])
    writing.house.pass(HOUR - 1)
    expect(await publishDue(writing.forum)).toBe(0)
    writing.house.pass(1)
    await Promise.all([publishDue(writing.forum), publishDue(writing.forum)])
    await publishDue(writing.forum)
    const { Bo } = writing.house.members
    expect(await titles()).toEqual([
      { title: 'Port strike', createdAt: writing.house.clock(), authorId: Bo, kind: 'question' },
    ])
    expect(await waiting()).toEqual([])
    expect(writing.events.filter(event => event.type === 'thread.started')).toHaveLength(1)
  })

  test('are refused at once for what would be refused later, and for a time that cannot be', async () => {
    const { staff, world } = writing.house.boards
    for (const publishAt of ['', 'tomorrow', '2026-02-30T10:00', '2026-11-24T10:00', '2028-01-01T00:00'])
      await expect(plan({}, { publishAt }), publishAt).rejects.toMatchObject({ field: 'publishAt' })
    await expect(plan({ title: 'x' })).rejects.toMatchObject({ field: 'title' })
    await expect(plan({ source: ' ' })).rejects.toMatchObject({ field: 'source' })
    await expect(plan({ kind: 'article' })).rejects.toMatchObject({ field: 'sourceUrl' })
    await expect(plan({}, {}, 'guest')).rejects.toMatchObject({ code: 'not-signed-in' })
    await expect(plan({}, {}, 'Sol')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(plan({}, {}, 'Bo', staff)).rejects.toMatchObject({ code: 'not-found' })
    await expect(plan({}, {}, 'Bo', world)).rejects.toMatchObject({ code: 'not-allowed' })
    for (let count = 0; count < MOST_SCHEDULED; count++) await plan({ requestKey: null })
    await expect(plan({ requestKey: null })).rejects.toMatchObject({ message: 'scheduled.too-many' })
  })

  test('ask for the rights of their moment; what keeps them is kept, and told until they are changed', async () => {
    const id = await plan()
    const { Bo } = writing.house.members
    const suspend = (suspended: 0 | 1) =>
      writing.house.store.write.updateTable('members').set({ suspended }).where('id', '=', Bo).execute()
    await suspend(1)
    writing.house.pass(HOUR)
    await publishDue(writing.forum)
    expect(await publishDue(writing.forum)).toBe(0)
    expect(await titles()).toEqual([])
    expect(await waiting()).toMatchObject([{ id, failure: { message: 'refused.suspended' } }])
    await suspend(0)
    const { poll: _poll, requestKey: _key, ...fields } = FIELDS
    const later = { publishAt: '2026-11-24T12:30', timeZone: 'Europe/Berlin' }
    await writing.as('Bo', a =>
      changeScheduled(a, { ...later, id, fields: { ...fields, title: 'Strike ends' } }),
    )
    expect(await waiting()).toMatchObject([{ failure: null, publishAt: Date.UTC(2026, 10, 24, 11, 30) }])
    writing.house.pass(2 * HOUR)
    await publishDue(writing.forum)
    expect(await titles()).toMatchObject([{ title: 'Strike ends' }])
  })

  test('leave no draft behind, and forget none that is of something else', async () => {
    const place = boardPlace(writing.house.boards.news)
    const save = (source: string, requestKey: string) =>
      writing.as('Bo', a => saveDraft(a, { place, fields: { source }, age: 0, requestKey }))
    const draft = async () => (await findDraft(db(), writing.house.members.Bo, place))?.fields['source']
    expect((await save('First.', 'one')).state).toBe('saved')
    await plan()
    expect(await draft()).toBeUndefined()
    expect((await save('First.', 'one')).state).toBe('posted')
    expect((await save('Another.', 'on_')).state).toBe('saved')
    writing.house.pass(HOUR)
    await publishDue(writing.forum)
    expect(await titles()).toHaveLength(1)
    expect(await draft()).toBe('Another.')
  })

  test('wait on while their writer has an address that nobody has confirmed', async () => {
    await plan()
    const { Bo } = writing.house.members
    const set = (addressConfirmedAt: number | null) =>
      writing.house.store.write
        .updateTable('members')
        .set({ addressConfirmedAt })
        .where('id', '=', Bo)
        .execute()
    await set(null)
    writing.house.pass(HOUR)
    await publishDue(writing.forum)
    expect(await titles()).toEqual([])
    expect(await waiting()).toMatchObject([{ failure: { message: 'refused.unconfirmed' } }])
  })

  test('are their writer’s alone: others neither start nor change nor cancel them', async () => {
    const id = await plan()
    const { poll: _poll, requestKey: _key, ...fields } = FIELDS
    for (const who of ['Cy', 'Mo', 'Ada'] as const) {
      const outcomes = [
        writing.as(who, a => publish(a, { id, timeZone: 'UTC' })),
        writing.as(who, a => cancelScheduled(a, id)),
        writing.as(who, a => changeScheduled(a, { ...AT, id, fields })),
      ]
      for (const outcome of await Promise.allSettled(outcomes))
        expect(outcome, who).toMatchObject({ status: 'rejected', reason: { code: 'not-found' } })
    }
    expect(await exportOf(db(), writing.house.members.Bo)).toMatchObject({
      scheduled: [{ title: 'Port strike' }],
    })
    await writing.as('Bo', a => publish(a, { id, timeZone: 'UTC' }))
    expect(await titles()).toHaveLength(1)
    await expect(writing.as('Bo', a => cancelScheduled(a, id))).rejects.toMatchObject({ code: 'not-found' })
    const other = await plan({ requestKey: 'two' })
    await writing.as('Bo', a => cancelScheduled(a, other))
    expect(await waiting()).toEqual([])
  })
})
