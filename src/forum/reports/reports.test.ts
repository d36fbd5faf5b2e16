import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR } from '#base/time.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { startConversation } from '../conversations/actions/start.ts'
import { deletePost } from '../posts/actions/delete.ts'
import { editPost } from '../posts/actions/edit.ts'
import { reply } from '../posts/actions/reply.ts'
import { closeReport, report } from './actions.ts'
import { REPORTING } from './model.ts'
import { exportOf, findReport, reportsBy, reportsFor } from './store.ts'

describe.each(STORES)('reports on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const db = () => writing.house.store.read
  const make = (who: Person, threadId: number, number = 1, reason = 'Not nice.') =>
    writing.as(who, a => report(a, { threadId, number, reason }))
  const converse = async () =>
    (
      await writing.as('Bo', a =>
        startConversation(a, {
          ...{ people: 'Cy', title: 'Secret title', source: 'Hidden insult', format: 'markdown' },
          requestKey: null,
        }),
      )
    ).threadId
  const list = async (who: Person, state: 'open' | 'closed' = 'open') =>
    (await reportsFor(db(), await writing.seen(who), { state })).reports

  test('of a post of a board show those who moderate it where it stands, and what it said', async () => {
    const id = await writing.start('Bo', { title: 'Port strike', source: 'First.' })
    await make('Cy', id)
    await writing.as('Bo', a =>
      editPost(a, { threadId: id, number: 1, source: 'Softened.', reason: '', basedOn: 1 }),
    )
    for (const who of ['Mo', 'Ada'] as const)
      expect(await list(who)).toMatchObject([
        {
          ...{ reason: 'Not nice.', source: 'First.', reporter: { name: 'Cy' }, author: { name: 'Bo' } },
          place: { threadId: id, number: 1, title: 'Port strike' },
          closed: null,
        },
      ])
  })

  test('of a post of a conversation show what was reported and nothing else of it', async () => {
    const id = await converse()
    await writing.as('Bo', a =>
      reply(a, { threadId: id, source: 'Not reported.', format: 'markdown', requestKey: null }),
    )
    await make('Cy', id)
    const shown = await list('Mo')
    expect(shown).toMatchObject([{ source: 'Hidden insult', place: null, reporter: { name: 'Cy' } }])
    expect(JSON.stringify(shown)).not.toMatch(/Secret|Not reported/)
    for (const who of ['Ada', 'Mo', 'Sol'] as const)
      await expect(make(who, id)).rejects.toThrow('refused.not-found')
    await expect(make('guest', id)).rejects.toThrow('refused.not-signed-in')
  })

  test('are made by all who may read a post, once while open, not of own or deleted posts', async () => {
    const id = await writing.start('Bo')
    await writing.write('Cy', id)
    const first = await make('Sol', id)
    expect(await make('Sol', id, 1, 'Again.')).toBe(first)
    await expect(make('Bo', id)).rejects.toThrow('refused.not-allowed')
    await expect(make('Cy', id, 9)).rejects.toThrow('refused.not-found')
    await writing.as('Mo', a => deletePost(a, { threadId: id, number: 2, reason: '' }))
    await expect(make('Bo', id, 2)).rejects.toThrow('refused.not-found')
    const staff = await writing.start('Mo', { boardId: writing.house.boards.staff })
    await expect(make('Bo', staff)).rejects.toThrow('refused.not-found')
    for (const reason of ['', ' \n ', 'x'.repeat(1001)])
      await expect(make('Cy', id, 1, reason)).rejects.toMatchObject({ code: 'invalid', field: 'reason' })
    expect(await list('Mo')).toHaveLength(1)
  })

  test('are closed once, with a note that who made them is told; then there can be another', async () => {
    const id = await writing.start('Bo')
    const made = await make('Cy', id)
    const close = (who: Person) => writing.as(who, a => closeReport(a, { id: made, note: 'Talked to.' }))
    for (const who of ['Bo', 'Cy', 'Sol'] as const)
      await expect(close(who)).rejects.toThrow('refused.not-found')
    await expect(close('guest')).rejects.toThrow('refused.not-signed-in')
    await close('Mo')
    await close('Ada')
    expect(await list('Mo')).toEqual([])
    expect(await list('Ada', 'closed')).toMatchObject([
      { closed: { note: 'Talked to.', by: { name: 'Mo' } } },
    ])
    const own = await reportsBy(db(), writing.house.members.Cy)
    expect(own.reports).toMatchObject([{ id: made, closed: { note: 'Talked to.' } }])
    expect(await make('Cy', id)).not.toBe(made)
    expect(await exportOf(db(), writing.house.members.Cy)).toMatchObject({
      reports: [{ thread: id, number: 1, note: 'Talked to.' }, { closedAt: null }],
    })
  })

  test('of what a moderator wrote are not theirs to see', async () => {
    const id = await writing.start('Mo')
    const made = await make('Cy', id)
    expect(await list('Mo')).toEqual([])
    expect(await findReport(db(), await writing.seen('Mo'), made)).toBeUndefined()
    await expect(writing.as('Mo', a => closeReport(a, { id: made, note: '' }))).rejects.toThrow()
    expect(await list('Ada')).toHaveLength(1)
  })

  test('are made so often in an hour, and the same two hundred times make one', async () => {
    const id = await writing.start('Bo')
    const made = await Promise.all(Array.from({ length: 200 }, () => make('Cy', id)))
    expect(new Set(made).size).toBe(1)
    expect(await list('Mo')).toHaveLength(1)
    expect(writing.events.filter(each => each.type === 'report.made')).toHaveLength(1)
    for (let count = 1; count < REPORTING.count; count++) await make('Cy', id, await writing.write('Bo', id))
    const number = await writing.write('Bo', id)
    await expect(make('Cy', id, number)).rejects.toMatchObject({ code: 'too-many' })
    writing.house.pass(HOUR)
    await make('Cy', id, number)
  })
})
