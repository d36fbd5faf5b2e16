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
      fc.property(forum, ({ posts, holders }) => {
        const [post, ...others] = posts as [Holder, ...Holder[]]
        const have = holders.filter(ids => ids.includes(post.id))
        const affected = affectedBy(
          post,
          have.map(ids => ids.map(id => posts[id - 1]!)),
        )
        for (const other of others) {
          const candidates = candidatesOf(other, posts, holders)
          const latest = candidates
            .filter(each => each.boardId === post.boardId && each.shared.length > 1)
            .sort(byTime)
            .at(-1)
          const isChosen = chosen(candidates).some(each => each.id === post.id)
          if (isChosen && latest?.id !== post.id) expect(affected).toContain(other.id)
          if (affected.has(other.id)) expect(byTime(post, other)).toBeLessThan(0)
        }
      }),
    )
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
