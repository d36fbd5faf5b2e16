import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { type Actor, SYSTEM } from '#forum/actor.ts'
import { changePrivacy, changeProfile } from '#forum/members/actions/profile.ts'
import { rename } from '#forum/members/actions/rename.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { addField } from '#forum/profiles/actions.ts'
import { AUDIENCES, type Audience } from '#forum/profiles/privacy.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { threadRoutes } from '../thread/routes.ts'
import { memberRoutes } from './routes.ts'

/** What each part shows of somebody, wherever it is shown: words that stand nowhere else. */
const SIGNS = {
  country: ['Norway', '"NO"'],
  location: ['Quaybergen'],
  oldNames: ['Oldbo'],
  card: ['Sloopcanary'],
  page: ['Brigcanary'],
} as const
type Sign = keyof typeof SIGNS

describe.each(STORES)('what a member keeps to themself on %s', kind => {
  let pages: TestPages
  let paths: string[]
  let partOf: Record<Sign, string>

  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      memberRoutes(app, forum)
      threadRoutes(app, forum)
    })
    const { forum, people, house } = pages
    const { Bo } = house.members
    const field = { kind: 'line', choices: [], position: 1 } as const
    const ids = await act(forum, SYSTEM, async a => [
      await addField(a, { ...field, label: 'Ship', onCard: true }),
      await addField(a, { ...field, label: 'Berth', onCard: false }),
    ])
    partOf = {
      ...{ country: 'country', location: 'location', oldNames: 'oldNames' },
      ...{ card: `field-${ids[0]}`, page: `field-${ids[1]}` },
    }
    await act(forum, SYSTEM, a => rename(a, Bo, 'Oldbo'))
    await act(forum, SYSTEM, a => rename(a, Bo, 'Bo'))
    const fields = new Map([
      [ids[0] as number, 'Sloopcanary'],
      [ids[1] as number, 'Brigcanary'],
    ])
    await act(forum, people.member, a =>
      changeProfile(a, Bo, { country: 'NO', location: 'Quaybergen', fields }),
    )
    const { threadId } = await act(forum, people.member, a =>
      startThread(a, {
        ...{ boardId: house.boards.news, title: 'Buoys', format: 'markdown', requestKey: null },
        source: 'First.',
      }),
    )
    paths = [`/members/${Bo}/bo`, `/threads/${threadId}/buoys`, '/members']
  })
  afterEach(() => pages.close())

  /** Which of the signs somebody finds on any page, as markup or as JSON. */
  const seenBy = async (who: Actor): Promise<Sign[]> => {
    const bodies: string[] = []
    for (const path of paths)
      for (const headers of [{}, { accept: 'application/json' }])
        bodies.push((await pages.get(who, path, headers)).body)
    const all = bodies.join('\n')
    return (Object.keys(SIGNS) as Sign[]).filter(sign => SIGNS[sign].some(text => all.includes(text)))
  }

  test.each(AUDIENCES)('for %s: cards, pages, lists and JSON agree on who sees it', async audience => {
    const { people, forum, house } = pages
    const chosen = Object.fromEntries(Object.values(partOf).map(part => [part, audience]))
    await act(forum, people.member, a => changePrivacy(a, house.members.Bo, chosen))
    const whole = Object.keys(SIGNS)
    const other = { ...people.member, memberId: house.members.Cy, name: 'Cy' }
    const table: Record<Audience, [guest: string[], others: string[]]> = {
      everybody: [whole, whole],
      members: [[], whole],
      me: [[], []],
    }
    const [guest, others] = table[audience]
    // The member looks first: nothing that was made for them may be at hand for anybody else.
    expect(await seenBy(people.member)).toEqual(whole)
    expect(await seenBy(people.guest)).toEqual(guest)
    for (const who of [other, people.moderator, people.administrator, people.suspended])
      expect(await seenBy(who), who.name ?? '').toEqual(others)
    expect(await seenBy(people.guest)).toEqual(guest)
    expect(await seenBy(people.member)).toEqual(whole)
  })

  test('one part alone is kept without the others', async () => {
    const { people, forum, house } = pages
    for (const sign of Object.keys(SIGNS) as Sign[]) {
      await act(forum, people.member, a => changePrivacy(a, house.members.Bo, { [partOf[sign]]: 'members' }))
      const left = Object.keys(SIGNS).filter(each => each !== sign)
      expect(await seenBy(people.guest), sign).toEqual(left)
    }
  })
})
