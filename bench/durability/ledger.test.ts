import { describe, expect, it } from 'vitest'
import { type Attempt, Ledger, possible } from './ledger.ts'

const done = <What>(what: What): Attempt<What> => ({ what, acknowledged: true })
const asked = <What>(what: What): Attempt<What> => ({ what, acknowledged: false })

describe('what may be the case', () => {
  it('is the last promise, and whatever was asked for after it', () => {
    expect(possible([done('a'), done('b')], 'none')).toEqual(['b'])
    expect(possible([done('a'), asked('b'), asked('c')], 'none')).toEqual(['a', 'b', 'c'])
    expect(possible([asked('a'), done('b'), asked('c')], 'none')).toEqual(['b', 'c'])
  })

  it('is also the beginning as long as nothing was promised', () => {
    expect(possible([], 'none')).toEqual(['none'])
    expect(possible([asked('a')], 'none')).toEqual(['none', 'a'])
  })
})

it('a ledger counts what was promised', () => {
  const ledger = new Ledger()
  const post = { memberId: 1, threadId: 1, requestKey: 'k' }
  ledger.posts.push(
    {
      ...post,
      number: 2,
      wordings: [done('one'), done('two'), asked('three')],
      reactions: new Map([
        [2, [done('like' as const), done(null)]],
        [3, [asked('funny' as const)]],
      ]),
    },
    { ...post, number: null, wordings: [asked('lost')], reactions: new Map() },
  )
  expect(ledger.countAcknowledged()).toEqual({ posts: 1, edits: 1, reactions: 2 })
})
