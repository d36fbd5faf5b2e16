import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refused } from '#base/errors.ts'
import { postId } from '#base/ids.ts'
import { STORES } from '../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../tests/support/writing.ts'
import { type Act, act } from './act.ts'
import { type Actor, SYSTEM } from './actor.ts'
import { addBoard } from './boards/actions.ts'
import { setLevels } from './permissions/actions.ts'
import { LEVELS, type Level } from './permissions/model.ts'
import { type Visible, visibleTo } from './permissions/visible.ts'
import { deletePost } from './posts/actions/delete.ts'
import { editPost } from './posts/actions/edit.ts'
import { reply } from './posts/actions/reply.ts'
import { restorePost } from './posts/actions/restore.ts'
import { startThread } from './posts/actions/start.ts'
import * as rules from './posts/rules.ts'
import { react, unreact } from './reactions/actions.ts'
import { mayReact } from './reactions/rules.ts'
import { deleteThread, lock, renameThread, restoreThread, unlock } from './threads/actions.ts'
import type { Thread } from './threads/model.ts'
import * as threadRules from './threads/rules.ts'

/** A thread of three posts by one author; the third is deleted. */
interface Case {
  readonly threadId: number
  readonly boardId: number
  /** What members and moderators may do in its board. Administrators may everything, guests read at most. */
  readonly level: Level
  readonly locked: boolean
  readonly deleted: boolean
  readonly author: 'Bo' | 'Sol'
}

const PEOPLE = ['guest', 'Bo', 'Sol', 'Mo', 'Ada', 'suspended Mo'] as const
type Somebody = (typeof PEOPLE)[number]

const THREAD_DEEDS = ['reply', 'rename', 'lock', 'unlock', 'delete thread', 'restore thread'] as const
const POST_DEEDS = ['edit', 'delete', 'restore', 'react', 'unreact'] as const
type ThreadDeed = (typeof THREAD_DEEDS)[number]
type PostDeed = (typeof POST_DEEDS)[number]
/** A deed, and the number of the post that it is done to; 0 for the thread. */
type Deed = readonly [deed: ThreadDeed, number: 0] | readonly [deed: PostDeed, number: 1 | 2 | 3]

const ALL_DEEDS: readonly Deed[] = [
  ...THREAD_DEEDS.map(deed => [deed, 0] as const),
  ...POST_DEEDS.flatMap(deed => ([1, 2, 3] as const).map(number => [deed, number] as const)),
]

type Outcome = 'done' | 'not-signed-in' | 'not-allowed' | 'not-found'

/** The slow reference: sentence by sentence what a member could be told. */
function expected(who: Somebody, { level, locked, deleted, author }: Case, [deed, number]: Deed): Outcome {
  if (who === 'guest') return 'not-signed-in'
  if (who === 'Sol' || who === 'suspended Mo') return 'not-allowed'
  const reads = who === 'Ada' || ['read', 'reply', 'start'].includes(level)
  const writes = who === 'Ada' || ['reply', 'start'].includes(level)
  const isStaff = who === 'Mo' || who === 'Ada'
  const isOwn = who === author
  if (!reads) return 'not-found'
  if (deleted) {
    if (!isStaff) return 'not-found'
    return deed === 'delete thread' || deed === 'restore thread' ? 'done' : 'not-allowed'
  }
  if (number === 3 && !isStaff && !isOwn) return 'not-found'
  switch (deed) {
    case 'lock':
    case 'unlock':
    case 'delete thread':
    case 'restore thread':
    case 'restore':
      return isStaff ? 'done' : 'not-allowed'
    case 'rename':
      return isStaff || (isOwn && writes && !locked) ? 'done' : 'not-allowed'
    case 'reply':
      return writes && (isStaff || !locked) ? 'done' : 'not-allowed'
    case 'edit':
      return number !== 3 && (isStaff || (isOwn && writes && !locked)) ? 'done' : 'not-allowed'
    case 'delete':
      return number !== 1 && (isStaff || (isOwn && writes && !locked)) ? 'done' : 'not-allowed'
    case 'react':
    case 'unreact':
      if (number === 3) return isStaff ? 'not-allowed' : 'not-found'
      return writes && !isOwn ? 'done' : 'not-allowed'
  }
}

/** Whether there is a button: what may be done, and has not been done already. */
function expectsButton(who: Somebody, it: Case, deed: Deed): boolean {
  if (expected(who, it, deed) !== 'done') return false
  const isOpen: Partial<Record<Deed[0], boolean>> = {
    lock: !it.locked,
    unlock: it.locked,
    'delete thread': !it.deleted,
    'restore thread': it.deleted,
    delete: deed[1] !== 3,
    restore: deed[1] === 3,
  }
  return isOpen[deed[0]] ?? true
}

function hasButton(
  visible: Visible,
  it: Case,
  [deed, number]: Deed,
  members: { Bo: number; Sol: number },
): boolean {
  const authorId = members[it.author]
  const deletedAt = it.deleted ? 1 : null
  const thread = { boardId: it.boardId, authorId, locked: it.locked, deletedAt, people: null } as Thread
  const post = { number, authorId, createdAt: 1, deletedAt: number === 3 ? 1 : null }
  const may: Record<Deed[0], () => boolean> = {
    reply: () => rules.mayReply(visible, thread),
    rename: () => threadRules.mayRename(visible, thread),
    lock: () => threadRules.mayLock(visible, thread),
    unlock: () => threadRules.mayUnlock(visible, thread),
    'delete thread': () => threadRules.mayDelete(visible, thread),
    'restore thread': () => threadRules.mayRestore(visible, thread),
    edit: () => rules.mayEdit(visible, thread, post, 1),
    delete: () => rules.mayDelete(visible, thread, post),
    restore: () => rules.mayRestore(visible, thread, post),
    react: () => mayReact(visible, thread, post),
    unreact: () => mayReact(visible, thread, post),
  }
  return may[deed]()
}

function doIt(a: Act, { threadId }: Case, [deed, number]: Deed): Promise<unknown> {
  const text = { source: 'Other.', format: 'markdown', requestKey: null } as const
  const place = { threadId, number }
  const deeds: Record<Deed[0], () => Promise<unknown>> = {
    reply: () => reply(a, { ...text, threadId }),
    rename: () => renameThread(a, { threadId, title: 'Other title' }),
    lock: () => lock(a, { threadId }),
    unlock: () => unlock(a, { threadId }),
    'delete thread': () => deleteThread(a, { threadId }),
    'restore thread': () => restoreThread(a, { threadId }),
    edit: () => editPost(a, { ...place, source: 'Other.', reason: 'Order.', basedOn: 1 }),
    delete: () => deletePost(a, { ...place, reason: '' }),
    restore: () => restorePost(a, place),
    react: () => react(a, { ...place, kind: 'like' }),
    unreact: () => unreact(a, place),
  }
  return deeds[deed]()
}

describe.each(STORES)('who may what on %s', kind => {
  let writing: TestWriting
  let people: Record<Somebody, Actor>
  let cases: Case[]

  async function makeBoard(level: Level): Promise<number> {
    const { forum } = writing
    const text = { title: `For ${level}`, description: '', section: false }
    const boardId = await act(forum, SYSTEM, a => addBoard(a, null, text))
    const { access } = await forum.site.at(forum.store.read)
    const groupOf = (name: string) => access.groups.find(group => group.kind === name)!.id
    const guests = LEVELS.indexOf(level) > LEVELS.indexOf('read') ? 'read' : level
    const levels = new Map<number, Level>([
      [groupOf('guest'), guests],
      [groupOf('member'), level],
      [groupOf('moderator'), level],
    ])
    await act(forum, SYSTEM, a => setLevels(a, boardId, levels))
    return boardId
  }

  async function makeCase(it: Omit<Case, 'threadId'>): Promise<Case> {
    const { house, start, write } = writing
    const threadId = await start('Ada', { boardId: it.boardId })
    await write('Ada', threadId)
    await write('Ada', threadId)
    const authorId = house.members[it.author]
    const { write: db } = house.store
    const change = { authorId, locked: it.locked ? 1 : 0, deletedAt: it.deleted ? 1 : null } as const
    await db.updateTable('threads').set(change).where('id', '=', threadId).execute()
    const posts = db.updateTable('posts').where('id', '>=', postId(threadId, 1))
    await posts.where('id', '<=', postId(threadId, 3)).set({ authorId }).execute()
    await db.updateTable('posts').set({ deletedAt: 1 }).where('id', '=', postId(threadId, 3)).execute()
    return { ...it, threadId }
  }

  beforeAll(async () => {
    writing = await testWriting(kind)
    people = { ...writing.people, 'suspended Mo': { ...writing.people.Mo, suspended: true } }
    cases = []
    for (const level of LEVELS) {
      const boardId = await makeBoard(level)
      for (const locked of [false, true])
        for (const deleted of [false, true])
          for (const author of ['Bo', 'Sol'] as const)
            cases.push(await makeCase({ boardId, level, locked, deleted, author }))
    }
  })
  afterAll(() => writing.close())

  /** What comes of an action; nothing of it is kept. */
  async function outcomeOf(who: Somebody, action: (a: Act) => Promise<unknown>): Promise<string> {
    const done = new Error('done')
    const stopped = act(writing.forum, people[who], async a => {
      await action(a)
      throw done
    })
    return stopped.catch((error: unknown) => {
      if (error === done) return 'done'
      if (!(error instanceof Refused)) throw error
      // What is denied must not be told from what is not there.
      if (error.code === 'not-found') expect(error.message).toBe('refused.not-found')
      return error.code
    })
  }

  test('every deed in every state of a thread, its button and its action', async () => {
    const step = kind === 'sqlite' ? 1 : 7
    const { site, store } = writing.forum
    const now = await site.at(store.read)
    let count = 0
    for (const who of PEOPLE) {
      const visible = visibleTo(now, people[who])
      for (const it of cases)
        for (const deed of ALL_DEEDS) {
          const what = JSON.stringify([who, deed, it])
          const button = hasButton(visible, it, deed, writing.house.members)
          expect(button, `button ${what}`).toBe(expectsButton(who, it, deed))
          if (count++ % step === 0)
            expect(await outcomeOf(who, a => doIt(a, it, deed)), what).toBe(expected(who, it, deed))
        }
    }
  })

  test('starting threads', async () => {
    const outcomes: Record<Level, Outcome> = {
      ...{ none: 'not-found', see: 'not-allowed', read: 'not-allowed', reply: 'not-allowed', start: 'done' },
    }
    for (const { boardId, level } of cases.filter((_, index) => index % 8 === 0)) {
      const input = { boardId, title: 'New', source: 'Text', format: 'markdown', requestKey: null } as const
      const found = await Promise.all(PEOPLE.map(who => outcomeOf(who, a => startThread(a, input))))
      const member = outcomes[level]
      expect(found).toEqual(['not-signed-in', member, 'not-allowed', member, 'done', 'not-allowed'])
    }
    const section = { boardId: writing.house.boards.world, title: 'New', source: 'Text' }
    const nowhere = { ...section, boardId: 9999 }
    for (const [input, outcome] of [
      [section, 'not-allowed'],
      [nowhere, 'not-found'],
    ] as const)
      expect(
        await outcomeOf('Ada', a => startThread(a, { ...input, format: 'markdown', requestKey: null })),
      ).toBe(outcome)
  })

  test('what is not there', async () => {
    const missing: Case = { ...cases.at(-1)!, threadId: 999_999_999_999 }
    for (const deed of ALL_DEEDS) {
      expect(await outcomeOf('Ada', a => doIt(a, missing, deed))).toBe('not-found')
      expect(await outcomeOf('Ada', a => doIt(a, { ...missing, threadId: 77_777 }, deed))).toBe('not-found')
    }
  })
})
