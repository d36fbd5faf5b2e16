import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { forumOf, type TestForum, testForum } from '../../../tests/support/forum.ts'
import type { Forum } from '../act.ts'
import { readTyped } from './reading.ts'

const HTML = '<p dir="auto">Ilse Brandt said: “We will not sign a paper that nobody has read.”</p>'

describe('a text that somebody types', () => {
  let house: TestForum
  let forum: Forum
  beforeEach(async () => {
    house = await testForum('sqlite')
    forum = await forumOf(house)
  })
  afterEach(() => house.close())

  test('is read as it will be when it is posted', async () => {
    const { text, findings } = await readTyped(forum, HTML)
    expect(text).toBe('Ilse Brandt said: “We will not sign a paper that nobody has read.”')
    expect(findings.quotations).toMatchObject([{ speaker: 'Ilse Brandt' }])
  })

  test('is left unread while very many wait, and read when they no longer do', async () => {
    const all = await Promise.all(Array.from({ length: 60 }, () => readTyped(forum, HTML)))
    const found = all.map(each => each.findings.quotations.length)
    expect(found.slice(0, 50)).toEqual(Array(50).fill(1))
    expect(found.slice(50)).toEqual(Array(10).fill(0))
    expect(all.at(-1)!.text).toBe(all[0]!.text)
    expect((await readTyped(forum, HTML)).findings.quotations).toHaveLength(1)
  })
})
