import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { affectedBy, byTime, type Candidate, chosen, type Holder, sharedPlaces } from './choosing.ts'
import { Coverage, firstsAmong } from './coverage.ts'

const holder = fc.record({ at: fc.nat(9), boardId: fc.integer({ min: 1, max: 2 }) })
/** Posts, and for each hash which of them have it. */
const forum = fc.array(holder, { minLength: 3, maxLength: 7 }).chain(posts =>
  fc.record({
    posts: fc.constant(posts.map((post, at): Holder => ({ ...post, id: at + 1 }))),
    holders: fc.array(fc.subarray(posts.map((_, at) => at + 1)), { minLength: 1, maxLength: 6 }),
  }),
)

/** The same one after the other, most of them in one board and with much in common. */
const inOrder = fc.integer({ min: 4, max: 6 }).chain(count => {
  const ids = Array.from({ length: count }, (_, at) => at + 1)
  const boardId = fc.integer({ min: 1, max: 9 }).map(number => (number === 9 ? 2 : 1))
  const has = fc.tuple(...ids.map(() => fc.integer({ min: 0, max: 9 }).map(number => number < 6)))
  return fc.record({
    posts: fc.tuple(...ids.map(id => boardId.map((board): Holder => ({ id, at: id, boardId: board })))),
    holders: fc.array(
      has.map(list => ids.filter((_, at) => list[at])),
      { minLength: 3, maxLength: 5 },
    ),
  })
})

const candidatesOf = (own: Holder, posts: readonly Holder[], holders: readonly number[][]): Candidate[] => {
  const hashes = holders.flatMap((ids, hash) => (ids.includes(own.id) ? [hash] : []))
  const shared = sharedPlaces(hashes, new Map(holders.map((ids, hash) => [hash, ids])))
  return posts.flatMap(post => {
    const places = shared.get(post.id)
    return places && byTime(post, own) < 0 ? [{ ...post, shared: places }] : []
  })
}

describe('the posts that a text is compared with', () => {
  test('are of each board the first with each fingerprint', () => {
    fc.assert(
      fc.property(forum, ({ posts, holders }) => {
        const own = posts.at(-1)!
        const candidates = candidatesOf(own, posts, holders)
        const ids = chosen(candidates).map(each => each.id)
        for (const place of new Set(candidates.flatMap(each => each.shared)))
          for (const board of [1, 2]) {
            const first = candidates
              .filter(each => each.boardId === board && each.shared.includes(place))
              .sort(byTime)[0]
            if (first) expect(ids).toContain(first.id)
          }
      }),
    )
  })

  test('change only for those that a post is said to change something for', () => {
    fc.assert(
      fc.property(inOrder, fc.nat(5), ({ posts, holders }, at) => {
        const post = posts[at % posts.length]!
        const others = posts.filter(each => each !== post)
        const have = holders.filter(ids => ids.includes(post.id))
        const affected = affectedBy(
          post,
          have.map(ids => ids.map(id => posts[id - 1]!)),
        )
        for (const other of others) {
          const withIt = candidatesOf(other, posts, holders)
          const without = withIt.filter(each => each.id !== post.id)
          const ids = (list: Candidate[]): string =>
            chosen(list)
              .map(each => each.id)
              .join()
          if (ids(withIt) !== ids(without)) expect(affected).toContain(other.id)
          if (affected.has(other.id)) expect(byTime(post, other)).toBeLessThan(0)
        }
      }),
      { numRuns: 10_000 },
    )
  })

  test('change where two posts that come between share other things with a later one', () => {
    const [first, post, one, other, last] = [0, 1, 2, 3, 4].map(
      (at): Holder => ({ id: at, at, boardId: 1 }),
    ) as [...[Holder, Holder, Holder, Holder, Holder]]
    const holders = [
      [first, post, one],
      [first, post, one, last],
      [first, post, other, last],
      [first, post, other],
    ]
    expect([...affectedBy(post, holders)]).toEqual([one.id, other.id, last.id])
  })

  test('change for few of many copies that come after a post', () => {
    const copies = Array.from({ length: 200 }, (_, at): Holder => ({ id: at, at, boardId: 1 }))
    const hashes = Array.from({ length: 300 }, () => copies)
    expect([...affectedBy(copies[20]!, hashes)]).toEqual([21])
    expect(affectedBy(copies[0]!, hashes).size).toBe(199)
    expect(affectedBy(copies[199]!, hashes).size).toBe(0)
    const phrase = [copies]
    expect([...affectedBy(copies[20]!, phrase)]).toEqual([21])
  })

  test('are few, those that share most before all others', () => {
    const many = Array.from(
      { length: 500 },
      (_, at): Candidate => ({
        ...{ id: at, at, boardId: at % 40 },
        shared: Array.from({ length: 1 + (at % 90) }, (_, place) => place),
      }),
    )
    const found = chosen(many)
    expect(found.length).toBeLessThanOrEqual(24)
    expect(found.map(each => each.shared.length)).toEqual(
      found.map(each => each.shared.length).sort((one, other) => other - one),
    )
  })
})

describe('what is covered of a text', () => {
  const span = fc.tuple(fc.nat(40), fc.nat(15)).map(([start, length]) => ({ start, end: start + length }))

  test('is counted once', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), spans => {
        const coverage = new Coverage()
        const places = new Set<number>()
        for (const each of spans) {
          const before = places.size
          for (let place = each.start; place < each.end; place++) places.add(place)
          const length = each.end - each.start
          expect(coverage.add(each) * length).toBeCloseTo(places.size - before)
        }
      }),
    )
  })

  test('belongs to the first who has it', () => {
    const held = (start: number, end: number) => ({ spans: [{ start, end, held: (end - start) / 5 }] })
    const found = firstsAmong([held(0, 100), held(0, 95), held(50, 200), held(0, 200)])
    expect(found).toEqual({ isFirst: [true, false, true, false], words: 40 })
  })
})
