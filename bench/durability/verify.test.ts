import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { postId } from '#base/ids.ts'
import { editPost } from '#forum/posts/actions/edit.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { react } from '#forum/reactions/actions.ts'
import { STORES } from '../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../tests/support/writing.ts'
import { Ledger, type SentPost } from './ledger.ts'
import { type Verdict, verify } from './verify.ts'

const WHOLE: Verdict = { lost: [], duplicates: [], broken: [] }

describe.each(STORES)('a database on %s', kind => {
  let writing: TestWriting
  let ledger: Ledger
  let post: SentPost
  beforeEach(async () => {
    writing = await testWriting(kind)
    const { as, house } = writing
    const threadId = await writing.start('Bo')
    const input = { threadId, source: 'Said.', format: 'markdown', requestKey: 'key' } as const
    const { number } = await as('Cy', a => reply(a, input))
    await as('Cy', a => editPost(a, { threadId, number, source: 'Put better.', reason: '', basedOn: 1 }))
    await as('Bo', a => react(a, { threadId, number, kind: 'like' }))
    post = {
      ...{ memberId: house.members.Cy, threadId, requestKey: 'key', number },
      wordings: [
        { what: 'Said.', acknowledged: true },
        { what: 'Put better.', acknowledged: true },
      ],
      reactions: new Map([[house.members.Bo, [{ what: 'like', acknowledged: true }]]]),
    }
    ledger = new Ledger()
    ledger.posts.push(post)
  })
  afterEach(() => writing.close())

  const write = () => writing.house.store.write
  const judge = () => {
    const { address } = writing.house.store
    const file = 'file' in address ? address.file : undefined
    return verify(writing.house.store, { file, threads: [post.threadId], ledger })
  }

  it('keeps what was promised, and may hold what was not', async () => {
    expect(await judge()).toEqual(WHOLE)
    post.wordings[1]!.acknowledged = false
    post.reactions.get(writing.house.members.Bo)![0]!.acknowledged = false
    expect(await judge()).toEqual(WHOLE)
    ledger.posts.push({ ...post, number: null, requestKey: 'never acknowledged' })
    expect(await judge()).toEqual(WHOLE)
  })

  it('has lost a post that is not there, or is another one', async () => {
    post.number = 9
    expect((await judge()).lost).toEqual([`post ${post.threadId}/9 is not there, or another one is`])
    post.number = 2
    post.requestKey = 'of another'
    expect((await judge()).lost).toHaveLength(1)
  })

  it('has lost a wording and a reaction that were promised', async () => {
    post.wordings.push({ what: 'Best of all.', acknowledged: true })
    expect((await judge()).lost).toEqual([
      'post 1/2 lacks the wording "Best of all."',
      'post 1/2 reads "Put better."',
    ])
    post.wordings.pop()
    post.reactions.get(writing.house.members.Bo)!.push({ what: null, acknowledged: true })
    expect((await judge()).lost).toEqual([`post 1/2 has like of member ${writing.house.members.Bo}`])
  })

  it('holds twice what was written twice', async () => {
    await writing.write('Cy', post.threadId, 'Put better.')
    expect((await judge()).duplicates).toEqual(['"Put better." stands twice, the second time in 1/3'])
  })

  it('is broken when counts are wrong or wordings missing', async () => {
    await write().updateTable('threads').set({ postCount: 7 }).execute()
    await write().deleteFrom('revisions').where('postId', '=', postId(post.threadId, 1)).execute()
    expect((await judge()).broken).toEqual([
      '1 threads count wrong',
      '1 boards count wrong',
      '1 posts whose present wording is missing',
    ])
  })
})
