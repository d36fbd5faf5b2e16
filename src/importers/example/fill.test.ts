import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findMiscounts, findOrphans } from '#store/counts.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import type { AccountLine } from '../account.ts'
import { write } from '../write/write.ts'
import { fillInBulk } from './bulk-fill.ts'
import { exampleCommunity } from './example.ts'
import { fillWithExample, mustBeEmpty } from './fill.ts'

describe.each(STORES)('the example community on %s', kind => {
  const example = exampleCommunity()
  const posts = example.threads.flatMap(thread => thread.posts)
  let house: TestWriting
  let lines: AccountLine[]
  const steps: number[] = []
  beforeAll(async () => {
    house = await testWriting(kind)
    lines = await fillWithExample(house.forum, { progress: ({ done }) => steps.push(done) })
  })
  afterAll(() => house.close())
  const read = () => house.forum.store.read

  test('is taken whole, and all of it as it is', () => {
    expect(lines.filter(line => line.outcome !== 'taken')).toEqual([])
    const items = lines.map(line => line.item)
    expect(items.filter(item => item === 'board')).toHaveLength(example.boards.length)
    expect(items.filter(item => item === 'member')).toHaveLength(example.members.length)
    expect(items.filter(item => item === 'thread')).toHaveLength(example.threads.length)
    expect(items.filter(item => item === 'post')).toHaveLength(posts.length)
    expect(steps.at(-1)).toBe(posts.length)
  })

  test('leaves every count right', async () => {
    expect(await findMiscounts(read())).toEqual({ threads: 0, boards: 0, members: 0 })
    expect(await findOrphans(read())).toEqual([])
  })

  test('has quotes and mentions that lead somewhere', async () => {
    const rows = await read().selectFrom('posts').select(['id', 'html']).execute()
    const html = rows.map(row => row.html).join('\n')
    expect(html).not.toContain('\u0001')
    const quotes = [...html.matchAll(/<blockquote class="quote"[^>]*data-post="(\d+)\/(\d+)"/g)]
    const wanted = posts.flatMap(
      post => (post.edits.at(-1)?.source ?? post.source).match(/post: \u0001/g) ?? [],
    )
    expect(quotes).toHaveLength(wanted.length)
    const ids = new Set(rows.map(row => row.id))
    for (const [, thread, number] of quotes) expect(ids).toContain(Number(thread) * 2 ** 20 + Number(number))
    expect(html.match(/<a[^>]*href="\/members\/\d+\//g)?.length).toBeGreaterThan(4)
    expect(html.replace(/<a [^>]*>@[^<]*<\/a>/g, '')).not.toMatch(/@(?:&quot;|\p{L})/u)
  })

  test('quotes the wording of its time', async () => {
    const sources = await read().selectFrom('revisions').select('source').execute()
    const quoted = sources.filter(row =>
      /post: \d+\/\d+, revision: 1"\]\nA third of all strikes/.test(row.source),
    )
    expect(quoted).toHaveLength(1)
  })

  test('shows what threads can be: kinds, answers, prefixes, tags, polls with votes', async () => {
    const threads = await read()
      .selectFrom('threads')
      .select(['kind', 'answer', 'prefixId', 'sourceUrl'])
      .execute()
    expect(threads.filter(({ kind, answer }) => kind === 'question' && answer !== null)).toHaveLength(2)
    expect(threads.filter(({ kind, sourceUrl }) => kind === 'article' && sourceUrl !== '')).toHaveLength(1)
    expect(threads.filter(({ prefixId }) => prefixId !== null).length).toBeGreaterThan(4)
    expect((await read().selectFrom('threadTags').select('tagId').execute()).length).toBeGreaterThan(10)
    const polls = await read().selectFrom('polls').select(['postId', 'voterCount']).execute()
    expect(polls.map(({ voterCount }) => voterCount).toSorted((one, other) => one - other)).toEqual([
      4, 4, 11,
    ])
    const options = await read().selectFrom('pollOptions').select('voteCount').execute()
    const votes = await read().selectFrom('pollVotes').select('memberId').execute()
    expect(options.reduce((sum, { voteCount }) => sum + voteCount, 0)).toBe(votes.length)
  })

  test('is not taken a second time', async () => {
    await expect(mustBeEmpty(read())).rejects.toThrow('The example community is here already.')
    const again = await fillWithExample(house.forum)
    expect(again.filter(line => line.outcome !== 'left')).toEqual([])
    expect(await read().selectFrom('posts').select('id').execute()).toHaveLength(posts.length)
  })
})

describe.each(STORES)('a forum to be filled on %s', kind => {
  let house: TestWriting
  beforeAll(async () => {
    house = await testWriting(kind)
  })
  afterAll(() => house.close())

  test('holds no threads', async () => {
    await expect(mustBeEmpty(house.forum.store.read)).resolves.toBeUndefined()
    await house.start('Bo')
    await expect(mustBeEmpty(house.forum.store.read)).rejects.toThrow('--into-existing')
  })

  test('takes example and generated threads beside what people wrote', async () => {
    await write(house.forum, exampleCommunity())
    await fillInBulk(house.forum, { threads: 3, posts: 30, seed: 1 })
    expect(await findMiscounts(house.forum.store.read)).toEqual({ threads: 0, boards: 0, members: 0 })
  })
})
