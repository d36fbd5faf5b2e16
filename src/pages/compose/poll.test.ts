import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#forum/actor.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../tests/support/pages.ts'
import { addPages } from '../../main.ts'

const THREAD = { title: 'Port strike', source: 'First.', format: 'markdown', requestKey: 'one' }
const POLL = { pollQuestion: 'Sign <b>it?', pollOptions: 'Yes\nNo', pollMost: '1' }

describe.each(STORES)('a poll with a thread on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, addPages)
  })
  afterEach(() => pages.close())

  const start = (fields: Fields) =>
    pages.post(pages.people.member, `/boards/${pages.house.boards.news}/threads`, { ...THREAD, ...fields })
  const pollFor = async (who: Actor) => {
    const { posts } = await pages.json(who, '/threads/1/port-strike')
    return (posts as { poll: { options: { id: number; votes: number | null }[] } }[])[0]!.poll
  }

  test('is asked in its form, and a mistake brings everything back', async () => {
    const wrong = await start({ ...POLL, pollOptions: 'Yes' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toMatch(/<details class="more" open>.*value="Sign &lt;b&gt;it\?"/s)
    expect(wrong.body).toContain('A poll needs at least 2 options.')
  })

  test('stands under the first post', async () => {
    expect((await start(POLL)).headers.location).toBe('/posts/1/1')
    const { body } = await pages.get(pages.people.guest, '/threads/1/port-strike')
    expect(body).toMatch(
      /<div class="poll" role="group" aria-label="Poll"><p class="question" dir="auto">Sign &lt;b/,
    )
  })

  test('is voted in by a form, an island and a program', async () => {
    await start(POLL)
    const { member, moderator } = pages.people
    const { options } = await pollFor(member)
    const path = '/posts/1/1/poll'
    const plain = await pages.post(member, path, { option: String(options[0]!.id) })
    expect([plain.statusCode, plain.headers.location]).toEqual([303, '/threads/1/port-strike#p1'])
    const island = await pages.post(member, path, { option: String(options[1]!.id) }, { 'x-island': '1' })
    expect(island.body).toMatch(/^<form class="poll" .*checked.*1 vote, 100 %.*1 member voted/s)
    const json = await pages.postJson(moderator, path, { option: [options[1]!.id] })
    expect(json.json().poll).toMatchObject({ voters: 2, options: [{ votes: 0 }, { votes: 2 }] })
    expect((await pages.post(member, path)).statusCode).toBe(422)
    expect((await pages.post(member, `${path}/withdraw`)).statusCode).toBe(303)
    expect((await pages.post(member, `${path}/close`)).statusCode).toBe(303)
    expect(await pollFor(member)).toMatchObject({ closed: true, voters: 1 })
  })

  test('keeps a hidden result from whoever has not voted, guests and programs too', async () => {
    await start({ ...POLL, pollHidden: '1' })
    const { guest, member, moderator } = pages.people
    const { options } = await pollFor(member)
    await pages.post(moderator, '/posts/1/1/poll', { option: String(options[0]!.id) })
    for (const who of [guest, member]) {
      expect((await pollFor(who)).options.map(option => option.votes)).toEqual([null, null])
      expect((await pages.get(who, '/threads/1/port-strike')).body).not.toMatch(/<meter|1 vote,/)
    }
    expect((await pollFor(moderator)).options.map(option => option.votes)).toEqual([1, 0])
  })
})
