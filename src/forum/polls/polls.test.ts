import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { DAY } from '#base/time.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { lock } from '../threads/actions.ts'
import { addPoll, close, closeOverdue, vote } from './actions.ts'
import type { PollInput } from './model.ts'
import { askedPoll, exportOf, removeVotesOf } from './store.ts'

const POLL: PollInput = {
  ...{ question: 'Sign it?', options: 'Yes\nNo\nLater', most: 2, until: '' },
  ...{ isHidden: false, isChangeable: true },
}

describe.each(STORES)('polls on %s', kind => {
  let writing: TestWriting
  let place: { threadId: number; number: number }
  beforeEach(async () => {
    writing = await testWriting(kind)
    place = { threadId: await writing.start('Bo'), number: 1 }
    writing.events.length = 0
  })
  afterEach(() => writing.close())

  const ask = (change: Partial<PollInput> = {}, who: Person = 'Bo') =>
    writing.as(who, a => addPoll(a, place, { poll: { ...POLL, ...change }, timeZone: 'UTC' }))
  const read = async (who: Person = 'Cy') =>
    (await askedPoll(writing.forum.store.read, postId(place.threadId, 1), writing.people[who].memberId))!
  const idsOf = async (...texts: string[]) =>
    (await read()).options.filter(({ text }) => texts.includes(text)).map(option => option.id)
  const choose = async (who: Person, ...texts: string[]) => {
    const options = await idsOf(...texts)
    return writing.as(who, a => vote(a, { ...place, options }))
  }
  const votes = async () =>
    Object.fromEntries((await read()).options.map(({ text, votes: count }) => [text, count]))

  test('are asked once by whoever started the thread', async () => {
    await ask()
    await ask({ question: 'Another?' })
    expect(await read()).toMatchObject({ question: 'Sign it?', voters: 0, mine: [] })
    await expect(ask({}, 'Cy')).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('count each member once, whatever they choose and choose again', async () => {
    await ask()
    await choose('Cy', 'Yes', 'Later')
    await choose('Cy', 'Yes', 'Later')
    await choose('Bo', 'Yes')
    expect([await votes(), (await read()).voters]).toEqual([{ Yes: 2, No: 0, Later: 1 }, 2])
    await choose('Cy', 'No')
    expect([await votes(), (await read()).mine]).toEqual([{ Yes: 1, No: 1, Later: 0 }, await idsOf('No')])
    await choose('Cy')
    expect([await votes(), (await read()).voters]).toEqual([{ Yes: 1, No: 0, Later: 0 }, 1])
    expect(writing.events.map(event => event.type)).toEqual(Array(4).fill('poll.voted'))
  })

  test('that are fixed take one vote', async () => {
    await ask({ isChangeable: false })
    await choose('Cy', 'Yes')
    await choose('Cy', 'Yes')
    await expect(choose('Cy', 'No')).rejects.toMatchObject({ code: 'conflict', message: 'poll.no-change' })
    await expect(choose('Cy')).rejects.toMatchObject({ code: 'conflict' })
  })

  test('take no vote when they are closed, over, or in a locked thread', async () => {
    await ask({ until: '2026-11-30' })
    const over = { code: 'not-allowed', message: 'poll.is-over' }
    await expect(writing.as('Cy', a => close(a, place))).rejects.toMatchObject({ code: 'not-allowed' })
    writing.house.pass(7 * DAY)
    await expect(choose('Cy', 'Yes')).rejects.toMatchObject(over)
    expect((await read()).closed).toBe(false)
    expect([await closeOverdue(writing.forum), await closeOverdue(writing.forum)]).toEqual([1, 0])
    expect((await read()).closed).toBe(true)
    place = { threadId: await writing.start('Bo'), number: 1 }
    await ask()
    await writing.as('Mo', a => lock(a, { threadId: place.threadId }))
    await expect(choose('Cy', 'Yes')).rejects.toMatchObject({ message: 'refused.thread-locked' })
    for (let time = 0; time < 2; time++) await writing.as('Mo', a => close(a, place))
    expect((await read()).closed).toBe(true)
  })

  test('are for those who may write there', async () => {
    await ask()
    await expect(choose('guest', 'Yes')).rejects.toMatchObject({ code: 'not-signed-in' })
    await expect(choose('Sol', 'Yes')).rejects.toMatchObject({ code: 'not-allowed' })
    const options = await idsOf('Yes')
    const elsewhere = await writing.start('Ada', { boardId: writing.house.boards.staff })
    const hidden = { threadId: elsewhere, number: 1, options }
    await expect(writing.as('Cy', a => vote(a, hidden))).rejects.toMatchObject({ code: 'not-found' })
    await expect(writing.as('Ada', a => vote(a, hidden))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('200 votes at once of a few members count as they are', async () => {
    await ask()
    const [yes, no] = await idsOf('Yes', 'No')
    const people = ['Ada', 'Mo', 'Bo', 'Cy'] as const
    const all = Array.from({ length: 200 }, (_, index) =>
      writing.as(people[index % 4]!, a => vote(a, { ...place, options: [index % 8 < 4 ? yes! : no!] })),
    )
    expect((await Promise.allSettled(all)).filter(each => each.status === 'rejected')).toEqual([])
    const { voters, options } = await read()
    expect(voters).toBe(4)
    const rows = await writing.forum.store.read.selectFrom('pollVotes').select('optionId').execute()
    expect(rows).toHaveLength(4)
    for (const { id, votes: count } of options)
      expect(count).toBe(rows.filter(row => row.optionId === id).length)
  })

  test('can be told to their voter, and forgotten with them', async () => {
    await ask()
    await choose('Cy', 'Yes', 'No')
    await choose('Bo', 'Yes')
    const { Cy } = writing.house.members
    expect(await exportOf(writing.forum.store.read, Cy)).toMatchObject({
      votes: [
        { question: 'Sign it?', choice: 'Yes' },
        { question: 'Sign it?', choice: 'No' },
      ],
    })
    await writing.as('Ada', a => removeVotesOf(a.db, Cy))
    expect([await votes(), (await read()).voters]).toEqual([{ Yes: 1, No: 0, Later: 0 }, 1])
  })
})
