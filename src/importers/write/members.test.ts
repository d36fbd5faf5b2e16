import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rename } from '#forum/members/actions/rename.ts'
import { cardsOf } from '#forum/members/store.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { neutralMember, neutralPost, neutralRecord, neutralThread } from '../../../tests/support/records.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { keyWithin, type NeutralMember } from '../neutral.ts'
import { write } from './write.ts'

describe.each(STORES)('members of a record on %s', kind => {
  let house: TestWriting
  beforeEach(async () => {
    house = await testWriting(kind)
  })
  afterEach(() => house.close())

  const read = () => house.forum.store.read
  /** Writes a record of one thread in which each member wrote so many posts. */
  const bring = (members: NeutralMember[], posts: Record<string, number>, source = 'test') => {
    const written = Object.entries(posts).flatMap(([author, count]) =>
      Array.from({ length: count }, (_, index) => neutralPost(`${author}-${index + 1}`, 1, { author })),
    )
    const numbered = written.map((post, index) => ({ ...post, number: index + 1 }))
    return write(house.forum, neutralRecord([neutralThread('t', numbered)], { members, source }))
  }
  const idOf = async (key: string, source = 'test') => {
    const rows = await read()
      .selectFrom('imports')
      .select('objectId')
      .where('kind', '=', 'member')
      .where('key', '=', key)
      .where('source', '=', source)
      .execute()
    return rows[0]?.objectId ?? Number.NaN
  }
  const cardOf = async (key: string) => {
    const id = await idOf(key)
    return (await cardsOf(read(), [id])).get(id)
  }

  test('have the card that was printed, and nobody can sign in as them', async () => {
    const card = { title: 'Turner', messages: 303, reactionScore: 12, country: 'Peru', location: 'Ica' }
    const lines = await bring([neutralMember('ann', card)], { ann: 2 })
    expect(await cardOf('ann')).toMatchObject({
      ...{ name: 'Member ann', role: 'member', customTitle: 'Turner', joinedAt: Date.UTC(2019, 0, 1) },
      ...{ messages: 303, reactionScore: 12, country: 'Peru', location: 'Ica', picture: null },
    })
    const row = await read()
      .selectFrom('members')
      .select(['address', 'password', 'messageBase', 'messageCount'])
      .where('id', '=', await idOf('ann'))
      .executeTakeFirst()
    expect(row).toEqual({ address: null, password: null, messageBase: 301, messageCount: 2 })
    expect(lines.find(line => line.item === 'member')).toMatchObject({
      outcome: 'taken',
      why: 'title "Turner", joined 2019-01-01, 303 messages, reaction score 12, country Peru, location Ica',
    })
  })

  test('show the printed number whatever comes later, and all their posts where fewer are printed', async () => {
    const members = [neutralMember('ann', { messages: 10 }), neutralMember('ben', { messages: 1 })]
    await bring(members, { ann: 2, ben: 3 })
    expect([(await cardOf('ann'))?.messages, (await cardOf('ben'))?.messages]).toEqual([10, 3])
    await bring(members, { ann: 5, ben: 3 })
    expect((await cardOf('ann'))?.messages).toBe(10)
    await bring([neutralMember('ann', { messages: 14 }), neutralMember('ben', { messages: 1 })], {
      ann: 6,
      ben: 3,
    })
    expect((await cardOf('ann'))?.messages).toBe(14)
    await bring([neutralMember('ann', { messages: 9 })], { ann: 20 })
    expect((await cardOf('ann'))?.messages).toBe(20)
  })

  test('keep the words of the youngest card, and what others say besides', async () => {
    const older = neutralMember('ann', { messages: 5, title: 'Novice', location: 'Ica' })
    const younger = neutralMember('ann', { messages: 8, title: 'Turner', country: 'Peru' })
    await bring([younger], { ann: 1 })
    await bring([older], { ann: 1 })
    const expected = { customTitle: 'Turner', country: 'Peru', location: 'Ica', messages: 8 }
    expect(await cardOf('ann')).toMatchObject(expected)
  })

  test('say their own words once they sign in; only their counts grow', async () => {
    await bring([neutralMember('ann', { messages: 5, title: 'Novice' })], { ann: 1 })
    await house.forum.store.write
      .updateTable('members')
      .set({ address: 'ann@example.org', addressKey: 'ann@example.org', title: null, location: 'Here' })
      .where('id', '=', await idOf('ann'))
      .execute()
    await bring([neutralMember('ann', { messages: 9, title: 'Turner', location: 'Ica' })], { ann: 2 })
    expect(await cardOf('ann')).toMatchObject({ customTitle: null, location: 'Here', messages: 9 })
  })

  test('without a day of joining have that of their first post', async () => {
    const lines = await bring([neutralMember('ann', { joinedAt: null })], { ann: 2 })
    expect((await cardOf('ann'))?.joinedAt).toBe(neutralPost('x', 1).at)
    expect(lines.find(line => line.item === 'member')).toMatchObject({ outcome: 'changed' })
  })

  test('of a local name are somebody else, in the next import too', async () => {
    const before = (await cardsOf(read(), [house.house.members.Bo])).get(house.house.members.Bo)
    const lines = await bring([neutralMember('b', { name: 'BO', messages: 7 })], { b: 1 })
    expect(await cardOf('b')).toMatchObject({ name: 'BO (2)', messages: 7 })
    expect(lines.find(line => line.item === 'member')).toMatchObject({
      ...{ where: 'BO (2)', outcome: 'changed', why: expect.stringContaining('somebody else') },
    })
    await bring([neutralMember('b', { name: 'BO', messages: 7 })], { b: 2 })
    expect(await cardOf('b')).toMatchObject({ name: 'BO (2)', messages: 7 })
    await bring([neutralMember('b', { name: 'Bo' })], { b: 1 }, 'another')
    expect(await idOf('b', 'another')).not.toBe(await idOf('b'))
    expect((await cardsOf(read(), [house.house.members.Bo])).get(house.house.members.Bo)).toEqual(before)
  })

  test('of a name that somebody here gave up are somebody else', async () => {
    await house.as('Ada', a => rename(a, house.house.members.Bo, 'Boatman'))
    await bring([neutralMember('b', { name: 'bo' })], { b: 1 })
    expect(await cardOf('b')).toMatchObject({ name: 'bo (2)' })
    await bring([neutralMember('b', { name: 'bo' })], { b: 2 })
    expect(await cardOf('b')).toMatchObject({ name: 'bo (2)', messages: 2 })
  })

  test('with names that are read as one are two', async () => {
    const members = [neutralMember('one', { name: 'Pоt' }), neutralMember('two', { name: 'Pot' })]
    await bring(members, { one: 1, two: 1 })
    expect([(await cardOf('one'))?.name, (await cardOf('two'))?.name]).toEqual(['Pоt', 'Pot (2)'])
  })

  test('of two communities are two; one whose community is not named is whoever has the name', async () => {
    const [here, there, nowhere] = ['here.example', 'there.example', null].map(origin =>
      neutralMember(keyWithin(origin, 'pot'), { name: 'Pot' }),
    ) as [NeutralMember, NeutralMember, NeutralMember]
    await bring([here], { [here.key]: 1 })
    await bring([there], { [there.key]: 1 })
    await bring([nowhere], { [nowhere.key]: 1 })
    const ids = await Promise.all([here, there, nowhere].map(member => idOf(member.key)))
    expect(new Set(ids).size).toBe(2)
    expect(ids[2]).toBe(ids[0])
    const names = await read().selectFrom('members').select('name').where('id', 'in', ids).execute()
    expect(names.map(row => row.name).sort()).toEqual(['Pot', 'Pot (2)'])
  })

  test('whose community is named only later are the same', async () => {
    const first = neutralMember(keyWithin(null, 'pot'), { name: 'Pot', messages: 4 })
    const later = neutralMember(keyWithin('here.example', 'pot'), { name: 'Pot', messages: 6 })
    await bring([first], { [first.key]: 1 })
    await bring([later], { [later.key]: 1 })
    expect(await idOf(later.key)).toBe(await idOf(first.key))
    expect((await cardOf(later.key))?.messages).toBe(6)
  })

  test('of names without anything to see have one nevertheless', async () => {
    const members = ['\u200b', '', '\u202e\u2066'].map((name, index) => neutralMember(`m${index}`, { name }))
    await bring(members, { m0: 1, m1: 1, m2: 1 })
    expect((await cardOf('m2'))?.name).toBe('Unnamed (3)')
  })

  test('count reactions of the record into the printed score, and those of a record before it on top', async () => {
    const like = [{ member: 'ben', kind: 'like' as const }]
    const members = [neutralMember('ann', { messages: 20, reactionScore: 5 }), neutralMember('ben')]
    const thread = neutralThread('t', [neutralPost('p', 1, { reactions: like })])
    await write(house.forum, neutralRecord([thread], { members }))
    expect(await cardOf('ann')).toMatchObject({ messages: 20, reactionScore: 5 })
    const before = { members, counts: 'before' as const, source: 'earlier' }
    await write(house.forum, neutralRecord([thread], before))
    const id = await idOf('ann', 'earlier')
    expect((await cardsOf(read(), [id])).get(id)).toMatchObject({ messages: 21, reactionScore: 6 })
  })
})
