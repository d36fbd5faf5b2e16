import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { DAY } from '#base/time.ts'
import { receive } from '#files/incoming.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { act } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { saveDraft } from '../drafts/actions.ts'
import { attachTo, setQuota } from './actions.ts'
import { keepFile } from './keep.ts'
import { MAX_NAME } from './model.ts'
import { cleanName, dispositionOf, endingOf, mustBeTaken, typeOfName } from './names.ts'
import { MEGABYTE, quotaOf, quotasOf } from './quotas.ts'
import { attachmentsByIds, exportOf, placeAttachments } from './store.ts'
import { sweepAttachments } from './work.ts'

describe('a name', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\quay.pdf', 'quay.pdf'],
    ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie x=1.txt'],
    ['cod\u202Efdp.exe', 'codfdp.exe'],
    ['a"b<c>|d?*.pdf', 'abcd.pdf'],
    ['.htaccess', 'htaccess'],
    ['...', 'file'],
    ['\u200B\u2800', 'file'],
    ['', 'file'],
    [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(MAX_NAME - 4)}.pdf`],
  ])('%j becomes %j', (sent, name) => expect(cleanName(sent)).toBe(name))

  test('is refused for what is run when it is opened, and given as what it is known to be', () => {
    for (const name of ['a.svg', 'a.HTML', 'a.png.exe', 'b.js', 'htaccess.php'])
      expect(() => mustBeTaken(name), name).toThrow('attachment.ending')
    for (const name of ['a.pdf', 'a', 'a.tar.gz', 'html.txt']) expect(() => mustBeTaken(name)).not.toThrow()
    expect([typeOfName('a.PDF'), typeOfName('a.constructor'), typeOfName('a')]).toEqual([
      'application/pdf',
      'application/octet-stream',
      'application/octet-stream',
    ])
  })

  test('never leaves its header or its path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), sent => {
        const name = cleanName(sent)
        expect(name.length).toBeLessThanOrEqual(MAX_NAME)
        expect(name).toBe(cleanName(name))
        expect(name).not.toMatch(/[/\\"\p{Cc}\p{Cf}]|^\./u)
        expect(dispositionOf(name)).toMatch(
          /^attachment; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[\w.~!%-]*$/,
        )
        expect(endingOf(name)).toMatch(/^[\p{L}\p{N}]*$/u)
      }),
    )
  })
})

test('limits that make no sense any more count as not set', () => {
  expect(quotasOf(undefined)).toEqual({})
  const good = { total: 1, day: 2, file: 3, files: 4 }
  expect(quotasOf(JSON.stringify({ 1: good, 2: { total: -1 }, 3: { ...good, day: 'x' } }))).toEqual({
    1: good,
  })
})

describe.each(STORES)('what somebody may attach on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const keep = async (who: Person, text: string, name = 'a.txt') => {
    const { forum, people } = writing
    const received = await receive(forum.files.incoming, Readable.from([Buffer.from(text)]))
    return keepFile(forum, people[who], { received, name, type: '', alt: '' })
  }
  const limit = async (change: Partial<{ total: number; day: number; file: number; files: number }>) => {
    const { forum } = writing
    const site = await forum.site.at(forum.store.read)
    const { id } = site.access.groups.find(group => group.kind === 'member')!
    const quota = { total: 100, day: 100, file: 50, files: 2, ...change }
    await act(forum, SYSTEM, a => setQuota(a, id, quota))
  }

  test('is the highest of their groups, and no larger than the operator allows', async () => {
    const { forum, people } = writing
    const site = await forum.site.at(forum.store.read)
    expect(quotaOf(site, people.Bo, 4 * MEGABYTE)).toMatchObject({ file: 4 * MEGABYTE, files: 10 })
    expect(quotaOf(site, people.Ada, 1e12)).toMatchObject({ total: 10_000 * MEGABYTE, files: 20 })
    expect(quotaOf(site, people.guest, 1e12)).toMatchObject({ total: 0 })
  })

  test('ends with a sentence that names the limit', async () => {
    await limit({})
    await expect(keep('Bo', 'x'.repeat(51))).rejects.toMatchObject({ code: 'too-large', field: 'file' })
    await keep('Bo', 'x'.repeat(50))
    await keep('Bo', 'y'.repeat(50))
    await expect(keep('Bo', 'z')).rejects.toMatchObject({ message: 'attachment.total-limit' })
    await limit({ total: 1000 })
    await expect(keep('Bo', 'z')).rejects.toMatchObject({ message: 'attachment.day-limit' })
    writing.house.pass(86_400_001)
    await keep('Bo', 'z')
    await limit({ total: 0 })
    await expect(keep('Cy', 'z')).rejects.toMatchObject({ message: 'attachment.none-allowed' })
    await expect(keep('Sol', 'z')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(keep('guest', 'z')).rejects.toMatchObject({ code: 'not-signed-in' })
  })

  test('holds for what is sent at once', async () => {
    await limit({ total: 100, day: 100 })
    const sent = await Promise.allSettled(['a', 'b', 'c', 'd'].map(letter => keep('Bo', letter.repeat(40))))
    expect(sent.filter(each => each.status === 'fulfilled')).toHaveLength(2)
  })

  test('and how many files a post has', async () => {
    await limit({})
    const ids = [(await keep('Bo', 'a')).id, (await keep('Bo', 'b')).id, (await keep('Bo', 'c')).id]
    const threadId = await writing.start('Bo')
    const attach = (some: readonly number[]) =>
      writing.as('Bo', a => attachTo(a, { postId: postId(threadId, 1), ids: some, inText: [] }))
    await expect(attach(ids)).rejects.toMatchObject({ message: 'attachment.files-limit' })
    await attach(ids.slice(1))
    const { forum, house } = writing
    expect(await exportOf(forum.store.read, house.members.Bo)).toMatchObject({
      attachments: [{ postId: null }, { name: 'a.txt' }, { size: 1 }],
    })
  })

  test('is in one post, however many take it at once', async () => {
    const { id } = await keep('Bo', 'a')
    const other = await keep('Bo', 'b')
    const one = postId(await writing.start('Bo'), 1)
    const two = postId(await writing.start('Bo'), 1)
    const { write } = writing.forum.store
    const place = (post: number, ids: number[]) =>
      write.transaction().execute(db => placeAttachments(db, post, ids))
    expect(await place(one, [id])).toEqual([id])
    // What the second has looked at was free then.
    expect(await place(two, [id, other.id])).toEqual([other.id])
    expect(await place(one, [id])).toEqual([id])
    const found = await attachmentsByIds(writing.forum.store.read, [id, other.id])
    expect(new Map(found.map(each => [each.id, each.postId]))).toEqual(
      new Map([
        [id, one],
        [other.id, two],
      ]),
    )
  })

  test('is set by administrators alone', async () => {
    const quota = { total: 1, day: 1, file: 1, files: 1 }
    await expect(writing.as('Mo', a => setQuota(a, 2, quota))).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(writing.as('Ada', a => setQuota(a, 999, quota))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('outlasts the day while something of theirs is a draft or waits for its time, and no longer', async () => {
    const { forum, house } = writing
    const { Bo: memberId } = house.members
    const { write } = forum.store
    const { id } = await keep('Bo', 'a')
    const other = await keep('Cy', 'b')
    const isThere = async (one: number) => (await attachmentsByIds(forum.store.read, [one])).length === 1
    await writing.as('Bo', a =>
      saveDraft(a, { place: 'conversation', fields: { attachments: [String(id)] }, age: 0, requestKey: '' }),
    )
    const waiting = { memberId, boardId: house.boards.news, fields: '{}', publishAt: 1, failure: null, at: 1 }
    house.pass(2 * DAY)
    await sweepAttachments(forum)
    expect([await isThere(id), await isThere(other.id)]).toEqual([true, false])
    await write.insertInto('scheduledThreads').values(waiting).execute()
    await write.deleteFrom('drafts').execute()
    await sweepAttachments(forum)
    expect(await isThere(id)).toBe(true)
    await write.deleteFrom('scheduledThreads').execute()
    await sweepAttachments(forum)
    expect(await isThere(id)).toBe(false)
  })
})
