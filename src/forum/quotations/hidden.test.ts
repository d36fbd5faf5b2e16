import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { type Said, writePost } from '../../../tests/support/reading.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import type { ReadPost } from '../findings/model.ts'
import { joinSpeaker } from './actions.ts'
import { forgetQuotations, keepQuotations } from './keep.ts'
import { mostCarried, quotationPage } from './sheets.ts'
import { quotationsOf } from './spread.ts'
import { latestStandsOf } from './store-lists.ts'
import { keptSpeakers, speakerPage, speakersList } from './store-speaker-lists.ts'
import { speakerByName } from './store-speakers.ts'
import { latestStands } from './store-stands.ts'

const OFFER = 'The offer is final in every part that costs money, and nobody will change that'
const SHIPS = 'We counted the ships in the harbour twice and came to forty-one both times'
const CRANES = 'A third of the cranes stand still because nobody ordered the bolts in spring'

describe.each(STORES)('what stands only where one may not read, on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const read = () => writing.forum.store.read
  const keep = (...posts: ReadPost[]) => writing.as('Ada', ({ db }) => keepQuotations(db, posts))
  const hidden = (...says: Said[]) =>
    writePost(writing, { says, boardId: writing.house.boards.staff, who: 'Mo' })
  const open = (...says: Said[]) => writePost(writing, { says })
  const idOf = async (name: string) => (await speakerByName(read(), name))!

  /** Everything that somebody is shown of the record, as text. */
  async function shownTo(who: Person, posts: readonly ReadPost[]): Promise<string> {
    const seen = await writing.seen(who)
    const latest = await latestStands(read(), seen, 50)
    const ids = [...new Set(latest.stands.map(each => each.quotationId))]
    const { speakers } = await speakersList(read(), seen)
    const { speakers: every } = await keptSpeakers(read())
    const margins = await quotationsOf(
      read(),
      seen,
      posts.map(each => each.postId),
    )
    return JSON.stringify([
      ...[latest, speakers, [...margins.values()].map(each => [...each.values()])],
      await mostCarried(read(), seen, 50),
      await Promise.all(ids.map(id => quotationPage(read(), seen, id))),
      await Promise.all(ids.map(id => latestStandsOf(read(), seen, id, 50))),
      await Promise.all(every.map(({ id }) => speakerPage(read(), seen, id))),
    ])
  }
  const names = async (who: Person, begins = '') =>
    (await speakersList(read(), await writing.seen(who), { begins })).speakers.map(each => each.name)

  test.each(['at once', 'before', 'after'])('names nobody in full elsewhere: kept %s', async order => {
    const posts = [await hidden([OFFER, 'Canary Canarson']), await open([OFFER, 'Canarson'])]
    if (order === 'at once') await keep(...posts)
    else for (const post of order === 'before' ? posts : posts.toReversed()) await keep(post)
    expect(await names('guest')).toEqual(['Canarson'])
    expect(await shownTo('guest', posts)).not.toContain('Canary')
    expect(await names('Mo')).toEqual(['Canarson', 'Canary Canarson'])
    const inFull = await open([OFFER, 'Rosa Canarson'])
    await keep(inFull)
    expect(await names('guest')).toEqual(['Rosa Canarson'])
    await writing.as('Ada', ({ db }) => forgetQuotations(db, [inFull.postId]))
    expect(await names('guest')).toEqual(['Canarson'])
    const rows = await read().selectFrom('speakers').select('nameKey').orderBy('nameKey').execute()
    expect(rows.map(each => each.nameKey)).toEqual(['canarson', 'canary canarson'])
  })

  test('puts in full only what one name alone can mean, in whatever order they came', async () => {
    const posts = [
      await open([OFFER, 'Brandt']),
      await open([OFFER, 'Ilse Brandt']),
      await open([OFFER, 'Jutta Brandt']),
    ]
    for (const post of posts) await keep(post)
    expect(await names('guest')).toEqual(['Brandt', 'Ilse Brandt', 'Jutta Brandt'])
    await writing.as('Ada', ({ db }) => forgetQuotations(db, [posts[1]!.postId]))
    expect(await names('guest')).toEqual(['Jutta Brandt'])
  })

  test.each(['at once', 'one by one'])('lends no spelling of a name: kept %s', async order => {
    const posts = [await hidden([OFFER, 'Ilse C. Bränçanary']), await open([SHIPS, 'Ilse Brancanary'])]
    if (order === 'at once') await keep(...posts)
    else for (const post of posts) await keep(post)
    expect(await names('guest')).toEqual(['Ilse Brancanary'])
    expect(await names('guest', 'ilse b')).toEqual(['Ilse Brancanary'])
    const shown = await shownTo('guest', posts)
    expect([shown.includes('Bränç'), shown.includes('Ilse Brancanary')]).toEqual([false, true])
    expect(await names('Mo')).toEqual(['Ilse C. Bränçanary'])
  })

  test.each(['at once', 'one by one'])('lends no marks to the same words: kept %s', async order => {
    const canary = '… THE OFFER (is final!) in every part; that costs money — and nobody will change that 🤫'
    const posts = [await hidden([canary.slice(2), 'Ilse Brandt']), await open([OFFER, 'Ilse Brandt'])]
    if (order === 'at once') await keep(...posts)
    else for (const post of posts) await keep(post)
    const shown = await shownTo('guest', posts)
    expect([shown.includes('🤫'), shown.includes('THE OFFER'), shown.includes(OFFER)]).toEqual([
      ...[false, false, true],
    ])
    const words = async (who: Person) => {
      const { stands } = await latestStands(read(), await writing.seen(who), 9)
      return stands.map(each => [each.words, each.quotationId] as const)
    }
    const [[, quotationId]] = (await words('guest')) as [readonly [string, number]]
    expect(await words('guest')).toEqual([[OFFER, quotationId]])
    expect(await words('Mo')).toEqual([
      [OFFER, quotationId],
      [canary.slice(2), quotationId],
    ])
    const sheet = await quotationPage(read(), await writing.seen('Mo'), quotationId)
    expect(sheet?.stands.map(each => each.relation)).toEqual(['first', 'same'])
  })

  test('keeps of two posts read at once the marks of each', async () => {
    const posts = [await open([OFFER.toUpperCase()]), await open([OFFER]), await open([`${OFFER}!`])]
    await keep(...posts)
    const { stands } = await latestStands(read(), await writing.seen('guest'), 9)
    expect(stands.map(each => each.words)).toEqual([`${OFFER}!`, OFFER, OFFER.toUpperCase()])
    expect(new Set(stands.map(each => each.quotationId)).size).toBe(1)
  })

  test('shows no name that another was joined to', async () => {
    const posts = [
      await hidden([OFFER, 'Canary Main']),
      await open([SHIPS, 'Ilse Brandt']),
      await open([SHIPS, 'Jutta Brandt']),
    ]
    await keep(...posts)
    const main = await idOf('Canary Main')
    for (const name of ['Ilse Brandt', 'Jutta Brandt']) {
      const speakerId = await idOf(name)
      await writing.as('Ada', a => joinSpeaker(a, { speakerId, into: main }))
    }
    expect(await shownTo('guest', posts)).not.toContain('Canary')
    expect([await names('guest'), await names('guest', 'canary')]).toEqual([['Ilse Brandt'], []])
    expect([await names('Mo'), await names('Mo', 'ilse')]).toEqual([['Canary Main'], []])
    const [listed] = (await speakersList(read(), await writing.seen('guest'))).speakers
    expect(listed).toEqual({ id: main, name: 'Ilse Brandt', postCount: 2 })
    const page = await speakerPage(read(), await writing.seen('guest'), main)
    expect(page).toMatchObject({ id: main, name: 'Ilse Brandt', otherNames: [{ name: 'Jutta Brandt' }] })
    expect(page?.stands.map(each => each.speaker?.name)).toEqual(['Jutta Brandt', 'Ilse Brandt'])
  })

  test('leads from a hidden name to nobody', async () => {
    const posts = [await open([SHIPS, 'Ilse Brandt']), await hidden([CRANES, 'Canary Petty'])]
    await keep(...posts)
    const canary = await idOf('Canary Petty')
    const into = await idOf('Ilse Brandt')
    await writing.as('Ada', a => joinSpeaker(a, { speakerId: canary, into }))
    expect(await speakerPage(read(), await writing.seen('guest'), canary)).toBeUndefined()
    expect(await shownTo('guest', posts)).not.toContain('Canary')
    expect((await speakerPage(read(), await writing.seen('Mo'), canary))?.id).toBe(into)
    expect((await speakerPage(read(), await writing.seen('guest'), into))?.otherNames).toEqual([])
  })
})
