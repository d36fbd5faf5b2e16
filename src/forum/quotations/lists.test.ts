import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { type Said, writePost } from '../../../tests/support/reading.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import type { ReadPost } from '../findings/model.ts'
import { joinSpeaker, partSpeaker } from './actions.ts'
import { keepQuotations } from './keep.ts'
import { MOST_POSTS, MOST_POSTS_SHORT, SPEAKERS_AT_ONCE, type StandPlace } from './model.ts'
import { mostCarried } from './sheets.ts'
import { quotationsOf } from './spread.ts'
import { daysOfQuotation, latestStandsOf } from './store-lists.ts'
import { keptSpeakers, speakerPage, speakersList } from './store-speaker-lists.ts'
import { speakerByName } from './store-speakers.ts'
import { latestStands } from './store-stands.ts'

const OFFER = 'The offer is final in every part that costs money, and nobody will change that'
const SHIPS = 'We counted the ships in the harbour twice and came to forty-one both times'
const CRANES = 'A third of the cranes stand still because nobody ordered the bolts in spring'

describe.each(STORES)('lists of what is on record on %s', kind => {
  let writing: TestWriting
  let staff: number
  beforeEach(async () => {
    writing = await testWriting(kind)
    staff = writing.house.boards.staff
  })
  afterEach(() => writing.close())

  const read = () => writing.forum.store.read
  const put = async (says: Said[], boardId?: number): Promise<ReadPost> => {
    const post = await writePost(writing, { says, ...(boardId !== undefined && { boardId, who: 'Mo' }) })
    await writing.as('Ada', ({ db }) => keepQuotations(db, [post]))
    return post
  }
  const carried = async (who: Person, limit = 10) =>
    (await mostCarried(read(), await writing.seen(who), limit)).map(each => [each.words, each.postCount])
  const speakers = async (who: Person, begins = '') =>
    (await speakersList(read(), await writing.seen(who), { begins })).speakers
  const idOf = async (name: string) =>
    (await keptSpeakers(read(), { part: name })).speakers.find(each => each.name === name)!.id

  test('hold what most posts carry that may be read', async () => {
    for (let count = 0; count < 4; count++) await put([[OFFER]], count < 2 ? staff : undefined)
    for (let count = 0; count < 3; count++) await put([[SHIPS, 'Ilse Brandt']])
    await put([[CRANES]], staff)
    await put([[CRANES]])
    expect(await carried('Mo')).toEqual([
      [OFFER, 4],
      [SHIPS, 3],
      [CRANES, 2],
    ])
    expect(await carried('guest')).toEqual([
      [SHIPS, 3],
      [OFFER, 2],
    ])
    expect(await carried('guest', 1)).toEqual([[SHIPS, 3]])
    const [first] = await mostCarried(read(), await writing.seen('guest'), 1)
    expect(first).toMatchObject({ speaker: { name: 'Ilse Brandt' }, first: { threadTitle: 'Port strike' } })
  })

  test('leave out sayings, and say of them in no margin who carries them', async () => {
    const post = await put([[OFFER, 'Ilse Brandt']])
    await put([[OFFER]])
    await put([[SHIPS]])
    await put([[SHIPS]])
    const { write } = writing.forum.store
    const onRecord = async () => {
      const found = await quotationsOf(read(), await writing.seen('guest'), [post.postId])
      return found.get(post.postId)!.get(post.findings.quotations[0]!.key)!
    }
    const { quotationId, speaker } = await onRecord()
    await write
      .updateTable('quotations')
      .set({ postCount: MOST_POSTS + 1 })
      .where('id', '=', quotationId)
      .execute()
    expect(await onRecord()).toEqual({ key: expect.any(String), quotationId, speaker, spread: null })
    expect(await carried('guest')).toEqual([[SHIPS, 2]])
    await write
      .updateTable('quotations')
      .set({ postCount: MOST_POSTS_SHORT + 1 })
      .where('id', '=', quotationId)
      .execute()
    expect((await onRecord()).spread).toMatchObject({ laterCount: 1 })
    expect((await carried('guest')).length).toBe(2)
    await write.updateTable('wordings').set({ wordCount: 5 }).where('quotationId', '=', quotationId).execute()
    expect([(await onRecord()).spread, await carried('guest')]).toEqual([null, [[SHIPS, 2]]])
  })

  test('find what most posts carry behind much that is hidden', async () => {
    const words = (at: number) =>
      `${SHIPS}, and the number of the harbour that was counted is ${'abcdefghij'[at]}`
    for (let at = 0; at < 9; at++)
      for (let count = 0; count < 3; count++)
        await put([[`${at} ${words(at).split('').reverse().join('')}`]], staff)
    await put([[OFFER]])
    await put([[OFFER]])
    expect(await carried('guest', 1)).toEqual([[OFFER, 2]])
  })

  test('hold the latest, a part at a time', async () => {
    const posts = []
    for (let count = 0; count < 5; count++)
      posts.push(await put([[OFFER], [SHIPS]], count === 2 ? staff : undefined))
    const seen = await writing.seen('guest')
    const found: (readonly [number, string])[] = []
    let place: StandPlace | undefined
    do {
      const list = await latestStands(read(), seen, 3, place)
      found.push(...list.stands.map(each => [each.post.id, each.words] as const))
      place = list.next ?? undefined
    } while (place)
    const open = posts.filter((_, at) => at !== 2).reverse()
    expect(found).toHaveLength(8)
    expect(found.map(([id]) => id)).toEqual(open.flatMap(post => [post.postId, post.postId]))
    expect(new Set(found.map(String)).size).toBe(8)
  })

  test('count the days of a quotation', async () => {
    const first = await put([[OFFER]])
    await put([[OFFER], [OFFER, 'Ilse Brandt']])
    writing.house.pass(3 * 86_400_000)
    await put([[OFFER]])
    await put([[OFFER]], staff)
    const key = first.findings.quotations[0]!.key
    const found = await quotationsOf(read(), await writing.seen('Mo'), [first.postId])
    const { quotationId } = found.get(first.postId)!.get(key)!
    expect(await daysOfQuotation(read(), await writing.seen('guest'), quotationId)).toEqual([
      { day: '2026-11-24', postCount: 2 },
      { day: '2026-11-27', postCount: 1 },
    ])
  })

  test('give the latest of one quotation, where one may read', async () => {
    const posts: ReadPost[] = []
    for (let count = 0; count < 5; count++) posts.push(await put([[OFFER]], count === 3 ? staff : undefined))
    await put([[SHIPS]])
    const { quotationId } = (await latestStands(read(), await writing.seen('guest'), 9)).stands.at(-1)!
    const latest = async (who: Person, limit: number) =>
      (await latestStandsOf(read(), await writing.seen(who), quotationId, limit)).map(each => each.post.id)
    const of = (...places: number[]) => places.map(at => posts[at]!.postId)
    expect(await latest('guest', 3)).toEqual(of(4, 2, 1))
    expect(await latest('Mo', 9)).toEqual(of(4, 3, 2, 1, 0))
    expect(await latestStandsOf(read(), await writing.seen('guest'), quotationId + 99, 9)).toEqual([])
  })

  test('find a speaker by name, under the one that this was joined to', async () => {
    await put([
      [OFFER, 'Ilse Brandt'],
      [SHIPS, 'Rosa Die Brandt'],
    ])
    const [main, nick] = await Promise.all(['Ilse Brandt', 'Rosa Die Brandt'].map(idOf))
    expect(await speakerByName(read(), 'President ILSE Brandt')).toBe(main)
    expect(await speakerByName(read(), 'rosa die brandt')).toBe(nick)
    expect([await speakerByName(read(), 'Brandt'), await speakerByName(read(), '')]).toEqual([
      undefined,
      undefined,
    ])
    await writing.as('Ada', a => joinSpeaker(a, { speakerId: nick!, into: main! }))
    expect(await speakerByName(read(), 'Rosa Die Brandt')).toBe(main)
  })

  test('name everybody who is quoted where one may read', async () => {
    await put([
      [OFFER, 'Ilse Brandt'],
      [SHIPS, 'Ilse Brandt'],
    ])
    await put([[SHIPS, 'Tomas Rell']])
    await put([[CRANES, 'Canary Bird']], staff)
    await put([[CRANES, 'Ilse Brandt']], staff)
    const named = (list: Awaited<ReturnType<typeof speakers>>) =>
      list.map(each => [each.name, each.postCount])
    expect(named(await speakers('guest'))).toEqual([
      ['Ilse Brandt', 1],
      ['Tomas Rell', 1],
    ])
    expect(named(await speakers('Mo'))).toEqual([
      ['Canary Bird', 1],
      ['Ilse Brandt', 2],
      ['Tomas Rell', 1],
    ])
    expect(named(await speakers('guest', 'TOM'))).toEqual([['Tomas Rell', 1]])
    const hidden = await idOf('Canary Bird')
    expect(await speakerPage(read(), await writing.seen('Bo'), hidden)).toBeUndefined()
    const page = await speakerPage(read(), await writing.seen('guest'), await idOf('Ilse Brandt'))
    expect(page?.stands.map(each => each.words).sort()).toEqual([OFFER, SHIPS])
  })

  test('join the names of a speaker, and part them', async () => {
    await put([[OFFER, 'Ilse Brandt']])
    await put([[SHIPS, 'Die Brandt']])
    await put([[CRANES, 'I. Brandt']])
    const [main, nick, short] = await Promise.all(['Ilse Brandt', 'Die Brandt', 'I. Brandt'].map(idOf))
    const join = (speakerId: number, into: number, who: Person = 'Ada') =>
      writing.as(who, a => joinSpeaker(a, { speakerId, into }))
    await join(short!, nick!)
    await join(nick!, main!)
    await join(nick!, short!)
    const page = async (id: number) => (await speakerPage(read(), await writing.seen('guest'), id))!
    for (const id of [main!, nick!, short!]) {
      const { stands, ...sheet } = await page(id)
      expect(stands.map(each => each.words)).toEqual([CRANES, SHIPS, OFFER])
      expect(stands.every(each => each.speaker?.name === 'Ilse Brandt')).toBe(true)
      const otherNames = [
        { id: nick, name: 'Die Brandt' },
        { id: short, name: 'I. Brandt' },
      ]
      expect(sheet).toEqual({ id: main, name: 'Ilse Brandt', otherNames, next: null })
    }
    const part = await speakerPage(read(), await writing.seen('guest'), nick!, undefined, 2)
    expect(part?.stands.map(each => each.words)).toEqual([CRANES, SHIPS])
    const rest = await speakerPage(read(), await writing.seen('guest'), nick!, part!.next!, 2)
    expect([rest?.stands.map(each => each.words), rest?.next]).toEqual([[OFFER], null])
    expect((await speakers('guest')).map(each => [each.name, each.postCount])).toEqual([['Ilse Brandt', 3]])
    for (let round = 0; round < 2; round++) await writing.as('Ada', a => partSpeaker(a, { speakerId: nick! }))
    expect((await page(nick!)).stands.map(each => each.words)).toEqual([SHIPS])
    await expect(join(main!, short!)).rejects.toMatchObject({ code: 'invalid' })
    await expect(join(main!, 999)).rejects.toMatchObject({ code: 'not-found' })
    for (const who of ['Mo', 'Bo', 'Sol'] as const)
      await expect(join(nick!, main!, who)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(join(nick!, main!, 'guest')).rejects.toMatchObject({ code: 'not-signed-in' })
  })

  test('show speakers a part at a time', async () => {
    const name = (at: number) =>
      `Ilse ${String.fromCharCode(65 + (at % 26)).repeat(2)}${'x'.repeat(Math.floor(at / 26))}`
    const says = Array.from({ length: SPEAKERS_AT_ONCE + 5 }, (_, at): Said => [`${OFFER} ${at}`, name(at)])
    await put(says)
    const seen = await writing.seen('guest')
    const begin = await speakersList(read(), seen)
    const rest = await speakersList(read(), seen, { after: begin.next! })
    expect([begin.speakers.length, rest.speakers.length, rest.next]).toEqual([SPEAKERS_AT_ONCE, 5, null])
    const kept = await keptSpeakers(read())
    expect(kept.speakers.map(each => each.name)).toEqual(begin.speakers.map(each => each.name))
    expect((await keptSpeakers(read(), { after: kept.next! })).next).toBeNull()
  })
})
