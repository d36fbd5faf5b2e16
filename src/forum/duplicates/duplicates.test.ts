import fc from 'fast-check'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY } from '#base/time.ts'
import type { Tables } from '#store/tables.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { firstAddressKeys } from '../addresses/model.ts'
import { renameThread } from '../threads/actions.ts'
import { duplicatesOf } from './find.ts'
import { forgetOldKeys, keyThread, keyThreads } from './keeping.ts'
import { areAlike, partsOf, tellingParts } from './model.ts'
import { selectOldKeyed, unkeyedThreads, writeKeys } from './store.ts'

test('titles are nearly the same whatever their language, or are not', () => {
  const alike = (one: string, other: string) => areAlike(partsOf(one), partsOf(other))
  expect(alike('Port strike in Hamburg ends', 'PORT STRIKE, in Hamburg: ends!')).toBe(true)
  expect(alike('Port strike in Hamburg ends', 'Port strike in Hamburg')).toBe(true)
  expect(alike('Port strike in Hamburg ends', 'Rail strike in Berlin begins')).toBe(false)
  expect(alike('東京の港でストライキ', '東京の港でストライキ終わる')).toBe(true)
  expect(alike('東京の港でストライキ', '大阪で地震')).toBe(false)
  expect(alike('إضراب في الميناء', 'إضراب في الميناء اليوم')).toBe(true)
  expect(alike('!!!', '???')).toBe(false)
})

test('a title that is like another has one of its telling parts', () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(words, words, words, (shared, mine, others) => {
      const one = partsOf([...shared, ...mine].join(' '))
      const other = partsOf([...shared, ...others].join(' '))
      if (areAlike(one, other)) expect(tellingParts(one).some(part => other.has(part))).toBe(true)
    }),
  )
})

test('the first addresses of a text are found without what tracks them, and without whole sites', () => {
  const text =
    'See https://www.example.org/a?utm_source=x, (http://m.example.org/a) and [b](https://example.org/b). https://example.org/ https://forum.test/threads/1'
  expect(firstAddressKeys(text, 3, 'https://forum.test')).toEqual([
    'https://example.org/a',
    'https://example.org/b',
  ])
})

describe.each(STORES)('threads that are there already on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const find = async (
    title: string,
    change: { source?: string; sourceUrl?: string } = {},
    who: Person = 'Bo',
  ) => {
    const at = { now: writing.house.clock(), origin: 'https://forum.test' }
    const thread = { title, source: '', sourceUrl: '', ...change }
    const found = await duplicatesOf(writing.forum.store.read, await writing.seen(who), thread, at)
    return found.map(({ id, sameAddress }) => (sameAddress ? -id : id))
  }

  test('are found by nearly the same title, the likest first', async () => {
    const one = await writing.start('Bo', { title: 'Port strike in Hamburg ends after a week' })
    const two = await writing.start('Bo', { title: 'Port strike in Hamburg ends' })
    await writing.start('Bo', { title: 'Other things' })
    await keyThreads(writing.forum)
    expect(await find('port strike in hamburg ends')).toEqual([two, one])
    expect(await find('Port strike ends')).toEqual([two])
    expect(await find('Port strike in Hamburg ends after week')).toEqual([one, two])
    expect(await find('Nothing of it')).toEqual([])
    await writing.as('Bo', a => renameThread(a, { threadId: two, title: 'Quite another matter' }))
    await keyThread(writing.forum, { threadId: two })
    expect(await find('port strike in hamburg ends')).toEqual([one])
    expect(await find('quite another matter')).toEqual([two])
  })

  test('are found by the same address, however it is spelled', async () => {
    const id = await writing.start('Bo', { source: 'Look: https://www.example.org/news/a?utm_source=x#top' })
    await keyThreads(writing.forum)
    expect(await find('Something', { sourceUrl: 'https://m.example.org/news/a' })).toEqual([-id])
    expect(await find('Something', { source: 'http://example.org/news/a/' })).toEqual([-id])
    expect(await find('Something', { source: 'http://example.org/news/b' })).toEqual([])
  })

  test('are told of only to those who may read them, and for three months', async () => {
    const { staff } = writing.house.boards
    const secret = await writing.start('Mo', { boardId: staff, source: 'https://example.org/secret/a' })
    await keyThreads(writing.forum)
    const address = { source: 'https://example.org/secret/a' }
    expect(await find('Port strike', address)).toEqual([])
    expect(await find('Port strike', address, 'Mo')).toEqual([-secret])
    writing.house.pass(93 * DAY)
    expect(await find('Port strike', address, 'Mo')).toEqual([])
    await forgetOldKeys(writing.forum)
    expect(await writing.forum.store.read.selectFrom('titleKeys').selectAll().execute()).toEqual([])
  })

  test('are left for another turn where they were renamed while they were read', async () => {
    const id = await writing.start('Bo', { title: 'Port strike in Hamburg ends' })
    const other = await writing.start('Bo', { title: 'Rail strike in Berlin begins' })
    const { store } = writing.forum
    const read = await unkeyedThreads(store.read, 10)
    await writing.as('Bo', a => renameThread(a, { threadId: id, title: 'Quite another matter' }))
    const asRead = read.map(thread => ({ ...thread, hashes: [thread.id], sourceKey: '' }))
    await store.write.transaction().execute(db => writeKeys(db, asRead))
    const keys = await store.read.selectFrom('titleKeys').selectAll().execute()
    expect(keys).toEqual([{ hash: other, threadId: other }])
    await keyThreads(writing.forum)
    expect(await find('quite another matter')).toEqual([id])
  })

  test.runIf(kind === 'sqlite')('are looked for by indexes alone', async () => {
    const { read } = writing.forum.store
    const planOf = async (query: string) =>
      (
        await sql<{ detail: string }>`${sql.raw(`explain query plan ${query}`)}`.execute(
          read as Kysely<Tables>,
        )
      ).rows
        .map(row => row.detail)
        .join('\n')
    const plans = [
      `select thread_id from title_keys where hash = 7 order by thread_id desc limit 100`,
      `select id from threads where source_key in ('a', 'b') and source_key <> '' order by id desc limit 100`,
      `select id from threads where board_id = 1 and prefix_id = 2 order by last_post_at desc, id desc limit 31`,
      `select id from threads where board_id = 1 and kind = 'question' and kind <> 'discussion' order by last_post_at desc, id desc limit 31`,
      `select thread_id from thread_tags where tag_id = 3 order by thread_id desc limit 31`,
      `select id from threads where keyed = 0 order by id limit 200`,
    ]
    for (const query of plans)
      expect(await planOf(query), query).toMatch(
        /^SEARCH|^SCAN threads USING (COVERING )?INDEX threads_not_keyed/,
      )
    const { sql: old, parameters } = selectOldKeyed(read, 1, 200).compile()
    const steps = await (read as Kysely<Tables>).executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${old}`, [...parameters]),
    )
    expect(steps.rows.map(row => row.detail).join()).not.toContain('SCAN threads')
    for (const query of plans.slice(2, 4)) expect(await planOf(query), query).not.toContain('TEMP B-TREE')
  })
})
