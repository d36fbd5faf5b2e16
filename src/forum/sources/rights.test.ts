import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { stageReading } from '../../../tests/support/stage-reading.ts'
import { PEOPLE, type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { deletePost } from '../posts/actions/delete.ts'
import { findPost } from '../posts/store.ts'
import { deleteThread, lock } from '../threads/actions.ts'
import { askForSource, unaskForSource } from './actions/ask.ts'
import { checkSource, giveSource } from './actions/give.ts'
import { removeSource } from './actions/remove.ts'
import { mayRemove, maySource } from './rules.ts'

type Code = 'done' | 'not-signed-in' | 'not-allowed' | 'not-found'
type State = 'open' | 'closed' | 'locked' | 'deleted post' | 'deleted thread'
const STATES: readonly State[] = ['open', 'closed', 'locked', 'deleted post', 'deleted thread']

/** Who may add to the record of a post of Bo's (in the closed board of Ada's), said once more by hand. */
const EXPECTED: Record<State, Record<Person, Code>> = {
  open: { Ada: 'done', Mo: 'done', Bo: 'done', Cy: 'done', Sol: 'not-allowed', guest: 'not-signed-in' },
  locked: { Ada: 'done', Mo: 'done', Bo: 'done', Cy: 'done', Sol: 'not-allowed', guest: 'not-signed-in' },
  closed: {
    Ada: 'done',
    Mo: 'done',
    Bo: 'not-found',
    Cy: 'not-found',
    Sol: 'not-allowed',
    guest: 'not-signed-in',
  },
  'deleted post': {
    ...{ Ada: 'not-allowed', Mo: 'not-allowed', Bo: 'not-found', Cy: 'not-found' },
    ...{ Sol: 'not-allowed', guest: 'not-signed-in' },
  },
  'deleted thread': {
    ...{ Ada: 'not-allowed', Mo: 'not-allowed', Bo: 'not-found', Cy: 'not-found' },
    ...{ Sol: 'not-allowed', guest: 'not-signed-in' },
  },
}

/** The same for taking out what Mo gave: members may not that of others, unless the post is theirs. */
const removal = (state: State, who: Person): Code =>
  EXPECTED[state][who] === 'done' && who === 'Cy' ? 'not-allowed' : EXPECTED[state][who]

const codeOf = async (work: Promise<unknown>): Promise<Code> => {
  try {
    await work
    return 'done'
  } catch (error) {
    return (error as { code: Code }).code
  }
}

describe.each(STORES)('who may add to the record, on %s', kind => {
  let w: TestWriting

  beforeEach(async () => {
    w = await testWriting(kind)
  })
  afterEach(() => w.close())

  /** A post in a state, with a source that Mo gave; → where a finding of it stands. */
  const stage = async (state: State) => {
    const { staff, news } = w.house.boards
    const author = state === 'closed' ? 'Ada' : 'Bo'
    const threadId = await w.start(author, { boardId: state === 'closed' ? staff : news })
    const number = await w.write(author, threadId, 'The loss is 41 euros. The town has 7 ships.')
    const staged = {
      figures: [
        { words: '41 euros', value: 41 },
        { words: '7 ships', value: 7 },
      ],
    }
    const { figures } = await stageReading(w.house.store, { threadId, number }, staged)
    const place = { threadId, number, key: figures[0]!.key }
    const input = { ...place, address: 'https://news.example/', published: '' }
    const { id: sourceId } = await giveSource(w.forum, w.people.Mo, input)
    if (state === 'locked') await w.as('Mo', a => lock(a, { threadId }))
    if (state === 'deleted post') await w.as('Mo', a => deletePost(a, { threadId, number, reason: '' }))
    if (state === 'deleted thread') await w.as('Mo', a => deleteThread(a, { threadId }))
    return { place, sourceId, other: { ...place, key: figures[1]!.key } }
  }

  test.each(STATES)('%s', async state => {
    for (const who of PEOPLE) {
      const { place, sourceId, other } = await stage(state)
      const expected = EXPECTED[state][who]
      const told = `${who}, ${state}`
      expect(await codeOf(w.as(who, a => askForSource(a, other))), `ask: ${told}`).toBe(expected)
      expect(await codeOf(w.as(who, a => unaskForSource(a, other))), `unask: ${told}`).toBe(expected)
      const input = { ...other, address: 'https://other.example/', published: '' }
      expect(await codeOf(giveSource(w.forum, w.people[who], input)), `give: ${told}`).toBe(expected)
      const again = checkSource(w.forum, w.people[who], { ...place, sourceId })
      expect(await codeOf(again), `check: ${told}`).toBe(expected)
      const remove = w.as(who, a => removeSource(a, { ...place, sourceId, reason: 'Wrong.' }))
      expect(await codeOf(remove), `remove: ${told}`).toBe(removal(state, who))
    }
  })

  test('buttons stand where the actions would be done', async () => {
    for (const state of STATES) {
      const { place } = await stage(state)
      for (const who of PEOPLE) {
        const visible = await w.seen(who)
        const found = await findPost(w.house.store.read, visible, place.threadId, place.number)
        if (!found) continue
        const { post, thread } = found
        const source = { memberId: w.house.members.Mo }
        expect(maySource(visible, thread, post), `${who}, ${state}`).toBe(EXPECTED[state][who] === 'done')
        expect(mayRemove(visible, thread, { post, source })).toBe(removal(state, who) === 'done')
      }
    }
  })
})
