import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { html } from '#base/html.ts'
import { postId } from '#base/ids.ts'
import { wordsFor } from '#base/words.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { act } from '../act.ts'
import { startThread } from '../posts/actions/start.ts'
import { react, unreact } from './actions.ts'
import type { Kind } from './model.ts'
import { reactionRoutes } from './routes.ts'
import { reactionsOf } from './store.ts'
import { ReactionBar } from './views.ts'

const NONE = { like: 0, funny: 0, disagree: 0 }

describe.each(STORES)('reactions on %s', kind => {
  let writing: TestWriting
  let threadId: number
  beforeEach(async () => {
    writing = await testWriting(kind)
    threadId = await writing.start('Bo')
    writing.events.length = 0
  })
  afterEach(() => writing.close())

  const set = (who: 'Ada' | 'Mo' | 'Cy', reaction: Kind, number = 1) =>
    writing.as(who, a => react(a, { threadId, number, kind: reaction }))
  const read = async (viewer: number | null = null) =>
    (await reactionsOf(writing.forum.store.read, [postId(threadId, 1)], viewer)).get(postId(threadId, 1))
  const scoreOf = async (name: 'Bo' | 'Cy') =>
    (
      await writing.forum.store.read
        .selectFrom('members')
        .select('reactionScore')
        .where('id', '=', writing.house.members[name])
        .executeTakeFirstOrThrow()
    ).reactionScore

  test('are one per member, replaced and taken back, and kept on the card', async () => {
    const { Cy } = writing.house.members
    await set('Cy', 'like')
    await set('Cy', 'like')
    expect([await read(Cy), await scoreOf('Bo')]).toEqual([{ counts: { ...NONE, like: 1 }, mine: 'like' }, 1])
    await set('Mo', 'disagree')
    await set('Cy', 'disagree')
    expect([await read(Cy), await scoreOf('Bo')]).toEqual([
      { counts: { ...NONE, disagree: 2 }, mine: 'disagree' },
      -2,
    ])
    await set('Cy', 'funny')
    expect([await read(), await scoreOf('Bo')]).toEqual([
      { counts: { ...NONE, funny: 1, disagree: 1 }, mine: null },
      -1,
    ])
    for (let time = 0; time < 2; time++) await writing.as('Mo', a => unreact(a, { threadId, number: 1 }))
    expect([await read(), await scoreOf('Bo')]).toEqual([{ counts: { ...NONE, funny: 1 }, mine: null }, 0])
  })

  test('are told when something changed, and only then', async () => {
    const { house, events } = writing
    await set('Cy', 'like')
    await set('Cy', 'like')
    await set('Cy', 'funny')
    for (let time = 0; time < 2; time++) await writing.as('Cy', a => unreact(a, { threadId, number: 1 }))
    const about = { postId: postId(threadId, 1), boardId: house.boards.news, memberId: house.members.Cy }
    expect(events).toEqual([
      { type: 'reaction.set', ...about, kind: 'like' },
      { type: 'reaction.set', ...about, kind: 'funny' },
      { type: 'reaction.removed', ...about },
    ])
  })

  test('are for the posts of others', async () => {
    const own = writing.as('Bo', a => react(a, { threadId, number: 1, kind: 'like' }))
    await expect(own).rejects.toMatchObject({ code: 'not-allowed', message: 'refused.own-post' })
    await expect(set('Cy', 'like', 2)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('to a post that no member wrote count for nobody', async () => {
    const { write } = writing.house.store
    await write.updateTable('posts').set({ authorId: null, guestName: 'Old hand' }).execute()
    await set('Cy', 'like')
    expect(await read()).toEqual({ counts: { ...NONE, like: 1 }, mine: null })
    expect([await scoreOf('Bo'), await scoreOf('Cy')]).toEqual([0, 0])
  })

  test('are read for more posts than one query takes', async () => {
    const numbers = [1]
    for (let number = 2; number <= 45; number++) numbers.push(await writing.write('Bo', threadId))
    for (const number of numbers.filter(each => each % 3 === 0)) await set('Cy', 'like', number)
    const ids = numbers.map(number => postId(threadId, number))
    const found = await reactionsOf(writing.forum.store.read, [...ids, ids[0]!], writing.house.members.Cy)
    expect([...found.keys()]).toEqual(ids)
    for (const number of numbers)
      expect(found.get(postId(threadId, number))).toEqual(
        number % 3 === 0 ? { counts: { ...NONE, like: 1 }, mine: 'like' } : { counts: NONE, mine: null },
      )
    expect(await reactionsOf(writing.forum.store.read, [], 1)).toEqual(new Map())
  })
})

describe.each(STORES)('the route of reactions on %s', kind => {
  let pages: TestPages
  let path: string
  beforeEach(async () => {
    pages = await testPages(kind, reactionRoutes)
    const input = { boardId: pages.house.boards.news, title: 'Port strike', source: 'First.' }
    const { threadId } = await act(pages.forum, pages.people.administrator, a =>
      startThread(a, { ...input, format: 'markdown', requestKey: null }),
    )
    path = `/posts/${threadId}/1/reactions`
  })
  afterEach(() => pages.close())

  test('answers a plain form, an island and a program', async () => {
    const { member } = pages.people
    const plain = await pages.post(member, path, { set: 'like' })
    expect([plain.statusCode, plain.headers.location]).toEqual([303, '/threads/1/port-strike#p1'])
    const island = await pages.post(member, path, { set: 'funny' }, { 'x-island': '1' })
    expect(island.body).toMatch(/^<form class="reactions" method="post" action="\/posts\/1\/1\/reactions"/)
    expect(island.body).toMatch(
      /<button name="remove" value="1" aria-pressed="true">Funny <b>1<\/b><\/button>/,
    )
    expect(island.body).toMatch(/<button name="set" value="like" aria-pressed="false">Like<\/button>/)
    expect(island.body).toContain('name="csrf"')
    const json = await pages.postJson(member, path, { remove: true })
    expect(json.json()).toEqual({ threadId: 1, number: 1, reactions: { counts: NONE, mine: null } })
  })

  test('refuses what makes no sense, and whoever may not', async () => {
    const { member, guest, suspended, administrator } = pages.people
    const json = { accept: 'application/json' }
    const statusOf = async (who: typeof member, url: string, fields: Record<string, string>) =>
      (await pages.post(who, url, fields, json)).statusCode
    expect(await statusOf(member, path, {})).toBe(422)
    expect(await statusOf(member, path, { set: 'like', remove: '1' })).toBe(422)
    expect(await statusOf(member, path, { set: 'love' })).toBe(422)
    expect(await statusOf(member, path, { add: 'like' })).toBe(422)
    expect(await statusOf(member, '/posts/1/2/reactions', { set: 'like' })).toBe(404)
    expect(await statusOf(member, '/posts/1/x/reactions', { set: 'like' })).toBe(404)
    expect(await statusOf(guest, path, { set: 'like' })).toBe(401)
    expect(await statusOf(suspended, path, { set: 'like' })).toBe(403)
    expect(await statusOf(administrator, path, { set: 'like' })).toBe(403)
  })
})

describe('the bar of reactions', () => {
  const words = wordsFor('en')
  const place = { threadId: 7, number: 3 }

  test('shows whoever may not react the counts without a form, or nothing', () => {
    expect(ReactionBar(place, { counts: NONE, mine: null }, { words, csrf: null })).toBeNull()
    const bar = ReactionBar(place, { counts: { ...NONE, like: 1200 }, mine: null }, { words, csrf: null })
    expect(String(bar)).toBe(
      '<span class="reactions" role="group" aria-label="Reactions to #3"><span>Like <b>1,200</b></span></span>',
    )
  })

  test('says by more than its looks which reaction is one’s own', () => {
    const bar = ReactionBar(
      place,
      { counts: { ...NONE, disagree: 1 }, mine: 'disagree' },
      { words, csrf: html`<i>` },
    )
    expect(String(bar).match(/aria-pressed="true"/g)).toHaveLength(1)
    expect(String(bar)).toContain('<button name="remove" value="1" aria-pressed="true">Disagree <b>1</b>')
  })
})
