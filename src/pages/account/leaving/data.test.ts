import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Forum } from '#forum/act.ts'
import { mustBeMember } from '#forum/actor.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../../../tests/support/writing.ts'
import { copyOf } from './data.ts'

const STORED = 'a'.repeat(32)

describe.each(STORES)('the copy of a member’s data on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
    await writing.start('Bo', { source: 'Words of Bo.' })
    const { write } = writing.house.store
    const variants = JSON.stringify([{ name: STORED, format: 'file', width: 0, height: 0, size: 3 }])
    const { Bo: memberId } = writing.house.members
    await write
      .insertInto('blobs')
      .values({
        hash: 'b',
        kind: 'file',
        type: 'text/plain',
        size: 3,
        width: null,
        height: null,
        variants,
        at: 1,
      })
      .execute()
    await write.insertInto('attachments').values({ hash: 'b', memberId, name: 'notes.txt', at: 1 }).execute()
  })
  afterEach(() => writing.close())

  /** The copy for Bo, with another way to open files. */
  const copy = (open: Forum['files']['store']['open'], change: Partial<Forum> = {}) => {
    const { Bo } = writing.people
    mustBeMember(Bo)
    const { files } = writing.forum
    return copyOf({ ...writing.forum, files: { ...files, store: { ...files.store, open } }, ...change }, Bo)
  }
  const opened = (stream: Readable) => async () => ({ size: 3, stream })

  test('holds their data, their words and their files', async () => {
    const archive = await buffer(await copy(opened(Readable.from([Buffer.from('abc')]))))
    for (const name of ['data.json', 'posts.jsonl', 'files/1-notes.txt', 'abc'])
      expect(archive.includes(name), name).toBe(true)
  })

  test('is whole where a file is missing, or its place does not answer', async () => {
    const fails = () => Promise.reject(new Error('no answer'))
    for (const open of [async () => null, fails])
      expect((await buffer(await copy(open))).includes('files/1-notes.txt')).toBe(true)
  })

  test('ends where something fails, and nothing else does', async () => {
    const broken = new Readable({ read: () => broken.destroy(new Error('cut off')) })
    await expect(buffer(await copy(opened(broken)))).rejects.toThrow('cut off')
    const site = { ...writing.forum.site, at: () => Promise.reject(new Error('no database')) }
    await expect(buffer(await copy(async () => null, { site }))).rejects.toThrow('no database')
    // Before anybody reads it.
    await copy(async () => null, { site })
    await setImmediate()
  })

  test('leaves nothing open when nobody reads on', async () => {
    const endless = new Readable({ read: () => void endless.push(Buffer.alloc(65536)) })
    const archive = await copy(opened(endless))
    for await (const chunk of archive) if ((chunk as Buffer).length > 10_000) break
    await setImmediate()
    expect([archive.destroyed, endless.destroyed]).toEqual([true, true])
  })
})
