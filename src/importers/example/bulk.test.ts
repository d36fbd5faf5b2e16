import { parse, renderHtml } from '@rostra/markup'
import { describe, expect, test } from 'vitest'
import { nameKeyOf } from '#forum/members/names.ts'
import { type BulkSize, bulkCommunity, FIRST_THREAD } from './bulk.ts'
import { paragraphsHtml } from './bulk-html.ts'
import { bulkMembers, MOST_BULK_MEMBERS } from './bulk-people.ts'
import { LANGUAGES } from './bulk-words.ts'
import { TOWNS, townOf } from './towns.ts'

const SIZE: BulkSize = { threads: 50, posts: 1000, boards: 10, members: 40, seed: 7 }
const made = (size: Partial<BulkSize> = {}) =>
  [...bulkCommunity({ ...SIZE, ...size })].map(thread => ({ ...thread, posts: [...thread.posts] }))
const postsOf = (threads: ReturnType<typeof made>) => threads.flatMap(thread => thread.posts)

describe('generated threads', () => {
  test('are as many as asked for, with as many posts in all', () => {
    for (const [threads, posts] of [
      [1, 1],
      [1, 300],
      [7, 7],
      [50, 1003],
    ] as const) {
      const community = made({ threads, posts })
      expect([community.length, postsOf(community).length]).toEqual([threads, posts])
      expect(community.every(thread => thread.posts.length > 0)).toBe(true)
    }
  })

  test('are the same for the same seed, others for another, and however often they are read', () => {
    expect(made()).toEqual(made())
    expect(made({ seed: 8 })).not.toEqual(made())
    const [thread] = bulkCommunity(SIZE)
    expect([...(thread?.posts ?? [])]).toEqual([...(thread?.posts ?? [])])
  })

  test('stay within boards and members, count from 1, go on in time and end before now', () => {
    for (const { boardIndex, posts } of made({ threads: 3, posts: 2000 })) {
      expect(boardIndex >= 0 && boardIndex < SIZE.boards).toBe(true)
      expect(posts.map(post => post.number)).toEqual(posts.map((_, index) => index + 1))
      for (const [index, { at, authorIndex }] of posts.entries()) {
        expect(at).toBeGreaterThan(posts[index - 1]?.at ?? FIRST_THREAD - 1)
        expect(Number.isInteger(at) && at < Date.UTC(2026, 10, 1)).toBe(true)
        expect(authorIndex >= 0 && authorIndex < SIZE.members).toBe(true)
      }
    }
  })

  test('have posts of 120 to 150 words, of many lengths', () => {
    const words = postsOf(made({ posts: 4000 })).map(post => post.source.split(/\s+/).length)
    const mean = words.reduce((sum, count) => sum + count, 0) / words.length
    expect(mean).toBeGreaterThan(120)
    expect(mean).toBeLessThan(150)
    expect(Math.min(...words)).toBeLessThan(40)
    expect(Math.max(...words)).toBeGreaterThan(400)
  })

  test('are in several languages, the first the commonest', () => {
    const titles = made({ threads: 300, posts: 300 }).map(thread => thread.title)
    const counts = LANGUAGES.map(
      ({ events }) => titles.filter(title => events.some(event => title.endsWith(`: ${event}`))).length,
    )
    expect(counts.every(count => count > 5)).toBe(true)
    expect(counts[0]).toBeGreaterThan(150)
  })

  test.each([
    [{ threads: 0 }, 'There is nothing to be made.'],
    [{ members: 0 }, 'There is nothing to be made.'],
    [{ threads: 2, posts: 1 }, 'A thread has at least one post; ask for fewer threads.'],
    [{ threads: 1, posts: 2 ** 20 }, 'A thread has at most 1048575 posts; ask for more threads.'],
  ])('of %j are refused before one is made', (size, message) => {
    expect(() => bulkCommunity({ ...SIZE, ...size }).next()).toThrow(new RangeError(message))
  })
})

describe('the fast way to the HTML of generated texts', () => {
  const rendered = (source: string): string => renderHtml(parse(source, 'markdown'))

  test('gives what the renderer gives, for every part of every language', () => {
    for (const { beginnings, ends } of LANGUAGES) {
      const parts = new Set([...beginnings.filter((_, index) => index % 37 === 0), ...ends])
      for (const part of parts) {
        const source = `${part.trim()} Brakasund.\n\nAla`
        expect(paragraphsHtml(source)).toBe(rendered(source))
      }
    }
  })

  test('and for every post', () => {
    for (const { source } of postsOf(made({ threads: 30, posts: 600 })))
      expect(paragraphsHtml(source)).toBe(rendered(source))
  })
})

describe('generated people and towns', () => {
  test('every town and every name is another', () => {
    const towns = Array.from({ length: TOWNS }, (_, index) => townOf(index))
    expect(new Set(towns).size).toBe(TOWNS)
    const members = bulkMembers(MOST_BULK_MEMBERS)
    expect(new Set(members.map(({ name }) => nameKeyOf(name))).size).toBe(MOST_BULK_MEMBERS)
    expect(bulkMembers(3)).toEqual(members.slice(0, 3))
  })

  test('members joined before the first thread', () => {
    for (const { joinedAt } of bulkMembers(400)) expect(joinedAt).toBeLessThan(FIRST_THREAD)
  })
})
