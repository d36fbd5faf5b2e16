import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { postId, sha256 } from '#base/ids.ts'
import { receive } from '#files/incoming.ts'
import { findMiscounts } from '#store/counts.ts'
import { STORES } from '../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../tests/support/writing.ts'
import { act } from './act.ts'
import { GUEST, SYSTEM } from './actor.ts'
import { accept } from './answers/actions.ts'
import { keepFile } from './attachments/keep.ts'
import { confirmAddress } from './confirming/actions.ts'
import { invite } from './invitations/actions.ts'
import { MEMBER_OPEN } from './invitations/model.ts'
import { addLink } from './links/store.ts'
import { register } from './members/actions/admit.ts'
import { rename } from './members/actions/rename.ts'
import type { PasswordHash } from './members/passwords.ts'
import { vote } from './polls/actions.ts'
import { pollsOf } from './polls/store.ts'
import { deletePost } from './posts/actions/delete.ts'
import { editPost } from './posts/actions/edit.ts'
import { reply } from './posts/actions/reply.ts'
import { startThread } from './posts/actions/start.ts'
import { react, unreact } from './reactions/actions.ts'
import { schedule } from './scheduled/actions.ts'
import { changeJoiningSettings } from './settings/actions.ts'
import { begin } from './starting/actions.ts'
import { ignore } from './ties/actions.ts'

const COPIES = 200
/** More connections than this no database has for us. */
const AT_ONCE = 40
const HOUR = 3_600_000
const POLL = {
  question: 'Sign it?',
  options: 'Yes\nNo',
  most: 1,
  until: '',
  isHidden: false,
  isChangeable: false,
}

/** Does the same as often as it is said, many at once; → what came of it, and the codes of what was refused. */
async function copies<T>(work: (index: number) => Promise<T>): Promise<{ done: T[]; refused: string[] }> {
  const done: T[] = []
  const refused: string[] = []
  let next = 0
  const turn = async (): Promise<void> => {
    while (next < COPIES) {
      await work(next++).then(
        result => done.push(result),
        (error: Error & { code?: string }) => refused.push(error.code ?? error.message),
      )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, turn))
  return { done, refused }
}

describe.each(STORES)('two hundred copies at once on %s', kind => {
  let writing: TestWriting
  let threadId: number
  beforeAll(async () => {
    writing = await testWriting(kind)
    threadId = await writing.start('Bo')
  })
  afterAll(() => writing.close())
  afterEach(async () => {
    expect(await findMiscounts(read())).toEqual({ threads: 0, boards: 0, members: 0 })
    writing.events.length = 0
  })

  const read = () => writing.house.store.read
  const happened = (type: string) => writing.events.filter(event => event.type === type)
  const count = async (table: 'posts' | 'threads' | 'attachments' | 'blobs' | 'revisions'): Promise<number> =>
    (
      await read()
        .selectFrom(table as 'posts')
        .selectAll()
        .execute()
    ).length
  const send = async (text: string | Buffer, name: string) => {
    const received = await receive(writing.forum.files.incoming, Readable.from([Buffer.from(text)]))
    return keepFile(writing.forum, writing.people.Cy, { received, name, type: '', alt: '' })
  }

  test('of a reaction, and of taking it back, count once', async () => {
    const place = { threadId, number: 1 }
    const given = await copies(() => writing.as('Cy', a => react(a, { ...place, kind: 'like' })))
    expect([given.done.length, happened('reaction.set').length]).toEqual([COPIES, 1])
    expect(await read().selectFrom('reactions').selectAll().execute()).toHaveLength(1)
    await copies(() => writing.as('Cy', a => unreact(a, place)))
    expect(happened('reaction.removed')).toHaveLength(1)
    expect(await read().selectFrom('reactions').selectAll().execute()).toHaveLength(0)
  })

  test('of ignoring somebody are one', async () => {
    const { done } = await copies(() => writing.as('Cy', a => ignore(a, writing.house.members.Bo)))
    expect([done.length, happened('tie.set').length]).toEqual([COPIES, 1])
    expect(await read().selectFrom('ignores').selectAll().execute()).toHaveLength(1)
  })

  test('of the form of a reply, with a file, make one post that has it', async () => {
    const [before, file] = [await count('posts'), await send('A quay.', 'quay.txt')]
    const input = {
      threadId,
      source: 'Once.',
      format: 'markdown',
      requestKey: 'reply',
      attachments: [file.id],
    } as const
    const { done } = await copies(() => writing.as('Cy', a => reply(a, input)))
    expect(new Set(done.map(place => place.number)).size).toBe(1)
    expect([done.length, (await count('posts')) - before, happened('post.added').length]).toEqual([
      COPIES,
      1,
      1,
    ])
    const held = await read().selectFrom('attachments').select('postId').where('id', '=', file.id).execute()
    expect(held).toEqual([{ postId: postId(threadId, done[0]?.number ?? 0) }])
  })

  test('of the form of a thread, with tags, a poll and a file, start one that has them', async () => {
    const [before, file] = [await count('threads'), await send('A harbour.', 'harbour.txt')]
    const fields = {
      title: 'Once',
      source: 'Once.',
      format: 'bbcode',
      requestKey: 'start',
      tags: 'port, strike',
    } as const
    const input = { ...fields, boardId: writing.house.boards.news, timeZone: 'UTC', poll: POLL }
    const { done } = await copies(() => writing.as('Cy', a => begin(a, { ...input, attachments: [file.id] })))
    expect([done.length, new Set(done.map(place => place.threadId)).size]).toEqual([COPIES, 1])
    expect((await count('threads')) - before).toBe(1)
    const id = done[0]?.threadId ?? 0
    expect((await pollsOf(read(), [postId(id, 1)])).get(postId(id, 1))?.options).toHaveLength(2)
    expect(await read().selectFrom('polls').selectAll().execute()).toHaveLength(1)
    expect(
      await read().selectFrom('threadTags').selectAll().where('threadId', '=', id).execute(),
    ).toHaveLength(2)
    const held = await read().selectFrom('attachments').select('postId').where('id', '=', file.id).execute()
    expect(held).toEqual([{ postId: postId(id, 1) }])
  })

  test('of one member’s vote count once, though the vote is for both', async () => {
    const [poll] = await read().selectFrom('polls').select('postId').execute()
    const post = poll?.postId ?? 0
    const options = (await pollsOf(read(), [post])).get(post)?.options ?? []
    const place = { threadId: Math.floor(post / 2 ** 20), number: 1 }
    const { done, refused } = await copies(index =>
      writing.as('Bo', a => vote(a, { ...place, options: [options[index % 2]?.id ?? 0] })),
    )
    expect([done.length, new Set(refused)]).toEqual([COPIES / 2, new Set(['conflict'])])
    const after = (await pollsOf(read(), [post])).get(post)
    expect([after?.voters, after?.options.reduce((sum, each) => sum + each.votes, 0)]).toEqual([1, 1])
    expect(await read().selectFrom('pollVotes').selectAll().execute()).toHaveLength(1)
    expect(happened('poll.voted')).toHaveLength(1)
  })

  test('of another wording make one, and the others are told', async () => {
    const before = await count('revisions')
    const edit = { threadId, number: 1, reason: 'Order', basedOn: 1 }
    const { done, refused } = await copies(index =>
      writing.as('Bo', a => editPost(a, { ...edit, source: `Wording ${index}` })),
    )
    expect([done.length, (await count('revisions')) - before]).toEqual([1, 1])
    expect(new Set(refused)).toEqual(new Set(['conflict']))
  })

  test('of deleting a post take it away once', async () => {
    const number = await writing.write('Cy', threadId)
    const { done } = await copies(() =>
      writing.as('Mo', a => deletePost(a, { threadId, number, reason: '' })),
    )
    expect([done.length, happened('post.deleted').length]).toEqual([COPIES, 1])
  })

  test('of saying which post is the answer say it once', async () => {
    const { news: boardId } = writing.house.boards
    const question = {
      boardId,
      title: 'Why',
      source: 'Why?',
      format: 'markdown',
      requestKey: null,
      kind: 'question',
    } as const
    const { threadId: id } = await writing.as('Bo', a => startThread(a, question))
    const number = await writing.write('Cy', id)
    const { done } = await copies(() => writing.as('Bo', a => accept(a, { threadId: id, number })))
    expect([done.length, happened('answer.set').length]).toEqual([COPIES, 1])
  })

  test('of a thread for later wait once', async () => {
    const poll = { ...POLL, question: '', options: '' }
    const fields = {
      title: 'Later',
      source: 'Later.',
      format: 'markdown',
      requestKey: 'later',
      poll,
    } as const
    const later = { publishAt: '2026-11-30T09:00', timeZone: 'UTC', boardId: writing.house.boards.news }
    const { done } = await copies(() => writing.as('Cy', a => schedule(a, { ...later, fields })))
    expect([done.length, new Set(done).size]).toEqual([COPIES, 1])
    expect(await read().selectFrom('scheduledThreads').selectAll().execute()).toHaveLength(1)
  })

  test('of a file are stored once, and are its sender’s as often as they were sent', async () => {
    const before = { attachments: await count('attachments'), blobs: await count('blobs') }
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'navy' } })
      .png()
      .toBuffer()
    const { done, refused } = await copies(() => send(picture, 'quay.png'))
    expect(refused.filter(code => code !== 'too-large' && code !== 'not-allowed')).toEqual([])
    expect(done.length).toBeGreaterThan(0)
    expect((await count('attachments')) - before.attachments).toBe(done.length)
    expect((await count('blobs')) - before.blobs).toBe(1)
  })

  test('of threads that make the same tags make each once', async () => {
    const names = ['ferry', 'Ferry', 'gale', 'GALE', 'dock']
    const { news, harbour } = writing.house.boards
    const { done, refused } = await copies(index => {
      const tags = [0, 1, 2].map(step => names[(index + step * (1 + (index % 2))) % names.length]).join(',')
      const boardId = index % 2 === 0 ? news : harbour
      const input = {
        boardId,
        title: `Tagged ${index}`,
        source: 'x',
        format: 'markdown',
        requestKey: null,
        tags,
      } as const
      return writing.as('Mo', a => startThread(a, input))
    })
    expect([done.length, refused]).toEqual([COPIES, []])
    const tags = await read()
      .selectFrom('tags')
      .select('nameKey')
      .where('nameKey', 'in', ['ferry', 'gale', 'dock'])
      .execute()
    expect(tags.map(tag => tag.nameKey).sort()).toEqual(['dock', 'ferry', 'gale'])
  })

  test('of one name are one member’s, whether they join under it or take it', async () => {
    const password = '$argon2id$none' as PasswordHash
    const { Ada, Cy } = writing.house.members
    const { done, refused } = await copies<unknown>(index =>
      index % 10 === 0
        ? act(writing.forum, SYSTEM, a => rename(a, index % 20 === 0 ? Ada : Cy, 'Edda'))
        : act(writing.forum, GUEST, a =>
            register(a, { name: 'edda', address: `e${index}@example.org`, password }),
          ),
    )
    // Whoever has the name may take it as often as they like.
    expect([1, 10]).toContain(done.length)
    expect(new Set(refused)).toEqual(new Set(['conflict']))
    const named = await read().selectFrom('members').select('id').where('nameKey', '=', 'edda').execute()
    expect(named).toHaveLength(1)
  })

  test('of an invitation are as many as a member may have open', async () => {
    await act(writing.forum, SYSTEM, a =>
      changeJoiningSettings(a, { confirmation: 'required', invitedBy: 'members' }),
    )
    await writing.forum.site.at(read())
    const asked = { address: '', uses: 1, days: 7, locale: 'en' } as const
    const { done, refused } = await copies(() => writing.as('Bo', a => invite(a, asked)))
    expect([done.length, new Set(refused)]).toEqual([MEMBER_OPEN, new Set(['too-many'])])
  })

  test('of the link that confirms an address are good once', async () => {
    const { Bo } = writing.house.members
    await writing.house.store.write
      .updateTable('members')
      .set({ addressConfirmedAt: null })
      .where('id', '=', Bo)
      .execute()
    const expiresAt = writing.forum.clock() + HOUR
    await act(writing.forum, SYSTEM, a =>
      addLink(a.db, {
        purpose: 'confirm',
        hash: sha256('once'),
        memberId: Bo,
        value: 'bo@example.org',
        expiresAt,
      }),
    )
    const { done, refused } = await copies(() => act(writing.forum, SYSTEM, a => confirmAddress(a, 'once')))
    expect([done.length, new Set(refused)]).toEqual([1, new Set(['not-found'])])
  })
})
