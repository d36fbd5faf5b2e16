import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../tests/support/databases.ts'
import { KEPT_MAIL, readNow } from '../tests/support/forum.ts'
import { type TestPages, testPages } from '../tests/support/pages.ts'
import {
  addressOf,
  everyRow,
  forgedAndTaken,
  isUnsafe,
  oddAndTaken,
  type Route,
  routesOf,
} from '../tests/support/routes.ts'
import { sha256 } from './base/ids.ts'
import { receive } from './files/incoming.ts'
import { act } from './forum/act.ts'
import { keepFile } from './forum/attachments/keep.ts'
import { addBadge } from './forum/badges/actions.ts'
import { startConversation } from './forum/conversations/actions/start.ts'
import { addLink } from './forum/links/store.ts'
import { unsubscribePath } from './forum/mail/model.ts'
import { insertPasskey } from './forum/passkeys/store.ts'
import { makePasswordLink } from './forum/passwords/actions.ts'
import { addGroup } from './forum/permissions/actions.ts'
import { reply } from './forum/posts/actions/reply.ts'
import { startThread } from './forum/posts/actions/start.ts'
import { addPrefix } from './forum/prefixes/actions.ts'
import { addField } from './forum/profiles/actions.ts'
import { addProvider } from './forum/providers/managing.ts'
import { judgeOld } from './forum/quotes/round.ts'
import { report } from './forum/reports/actions.ts'
import { schedule } from './forum/scheduled/actions.ts'
import { giveSource } from './forum/sources/actions/give.ts'
import { addPages } from './main.ts'

/** A file of the administrator's that is in no post yet, and what of the administration belongs to it. */
async function attachedTo({ forum, people }: TestPages): Promise<Record<string, string | number>> {
  const received = await receive(forum.files.incoming, Readable.from([Buffer.from('a quay')]))
  const sent = { received, name: 'quay.txt', type: 'text/plain', alt: '' }
  const { id } = await keepFile(forum, people.administrator, sent)
  const site = await forum.site.at(forum.store.read)
  const member = site.access.groups.find(group => group.kind === 'member')
  return {
    ...{ '/attachments/:id': id, '/attachments/:id/:name': 'quay.txt' },
    '/administration/attachments/:id': member?.id ?? 0,
  }
}

/** Puts something on record. */
const QUOTING =
  'Ilse Brandt said, “the new schedule is a calendar with the holidays torn out.” See https://harbour.example/strike'

/** A prefix, and a thread that waits for its time. */
async function labelled({ forum, house, people }: TestPages): Promise<{ prefix: number; scheduled: number }> {
  const { news: boardId } = house.boards
  const chosen = { name: 'Analysis', tone: 'good', boards: [boardId] } as const
  const prefix = await act(forum, people.administrator, a => addPrefix(a, chosen))
  const poll = { question: '', options: '', most: 1, until: '', isHidden: false, isChangeable: true }
  const fields = { title: 'Strike', format: 'markdown', source: 'First.', requestKey: null, poll } as const
  const later = { publishAt: '2026-11-30T09:00', timeZone: 'UTC', boardId }
  const scheduled = await act(forum, people.administrator, a => schedule(a, { ...later, fields }))
  return { prefix, scheduled }
}

/** Routes of links that come by mail → tokens that hold. */
async function mailedTokens({ house, forum }: TestPages): Promise<Record<string, string>> {
  const expiresAt = forum.clock() + 3_600_000
  for (const purpose of ['confirm', 'address', 'address-back'] as const) {
    const value = 'cy@example.org'
    await addLink(house.store.write, {
      purpose,
      hash: sha256(purpose),
      memberId: house.members.Cy,
      value,
      expiresAt,
    })
  }
  return {
    ...{ '/confirm/:token': 'confirm', '/address/:token': 'address', '/address-back/:token': 'address-back' },
    '/mail/unsubscribe/:token': unsubscribePath(forum.secret, house.members.Cy, 'conversation').slice(18),
  }
}

/** A passkey of the administrator, and a provider of identities. */
async function ways({ forum, house, people }: TestPages): Promise<{ passkey: number; provider: number }> {
  const made = { credential: 'c', publicKey: 'k', counter: 0, transports: '', name: 'Phone', at: 1 }
  const passkey = await act(forum, people.administrator, a =>
    insertPasskey(a.db, { ...made, memberId: house.members.Ada }),
  )
  const provider = await addProvider(forum, people.administrator, {
    ...{ name: 'Port', issuer: 'https://login.example', clientId: 'rostra', clientSecret: 'a secret' },
    ...{ trusted: false, position: 1 },
  })
  return { passkey: passkey ?? 0, provider }
}

describe.each(STORES)('every route of the forum, on %s', kind => {
  let pages: TestPages
  let routes: Route[]
  let addresses: { route: Route; url: string }[]

  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      routes = routesOf(app)
      addPages(app, forum)
    })
    await pages.site.app.ready()
    const { forum, house, people } = pages
    const group = await act(forum, people.administrator, a => addGroup(a, 'Pilots'))
    const post = { title: 'Strike', format: 'markdown', source: 'First.', requestKey: null } as const
    const { threadId } = await act(forum, people.member, a =>
      startThread(a, { ...post, boardId: house.boards.news, tags: 'harbour' }),
    )
    const quote = `[quote="Bo, post: ${threadId}/1, revision: 1"]\nFirst.\n[/quote]`
    const more = { threadId, source: `${QUOTING}\n\n${quote}`, format: 'markdown', requestKey: null } as const
    const { number } = await act(forum, people.member, a => reply(a, more))
    const { prefix, scheduled } = await labelled(pages)
    const token = await act(forum, people.administrator, a => makePasswordLink(a, house.members.Cy))
    await readNow(forum)
    await judgeOld(forum, 100)
    const stand = await house.store.read
      .selectFrom('stands')
      .select(['key', 'quotationId', 'speakerId'])
      .executeTakeFirstOrThrow()
    const given = { threadId, number, key: stand.key, address: 'https://news.example/', published: '' }
    const { id: source } = await giveSource(forum, people.member, given)
    const field = await act(forum, people.administrator, a =>
      addField(a, { label: 'Ship', kind: 'line', choices: [], onCard: true, position: 1 }),
    )
    const badge = await act(forum, people.administrator, a =>
      addBadge(a, { name: 'Pilot', description: '', rule: null, position: 1 }),
    )
    const { passkey, provider } = await ways(pages)
    const parameters = {
      ...{ '/account/passkeys/:id': passkey, provider },
      ...{ badge, '/administration/badges/:id': badge, '/administration/profile-fields/:id': field },
      ...{ tag: 'harbour', '/administration/prefixes/:id': prefix, '/account/scheduled/:id': scheduled },
      ...{
        source,
        '/record/quotations/:id': stand.quotationId,
        '/record/speakers/:id': stand.speakerId ?? 0,
      },
      ...{ publisher: 'harbour.example', key: stand.key },
      ...(await talkOf(threadId)),
      ...(await attachedTo(pages)),
      ...{ '/boards/:id': house.boards.news, '/administration/boards/:id': house.boards.news },
      ...{
        '/administration/groups/:id': group,
        id: threadId,
        thread: threadId,
        number,
        revision: 1,
        position: 1,
      },
      ...{ '/members/:id': house.members.Bo, '/administration/members/:id': house.members.Bo },
      ...(await mailedTokens(pages)),
      ...{ '/administration/mail/:name': KEPT_MAIL },
      ...{ token, hash: 'a'.repeat(64), slug: 'strike', name: 'bo' },
    }
    addresses = routes.map(route => ({ route, url: addressOf(route, parameters) }))
  })
  afterEach(() => pages.close())

  /** A conversation of which the administrator is one, and a report of a thread's first post; → their parameters. */
  async function talkOf(threadId: number): Promise<Record<string, number>> {
    const { forum, people } = pages
    const said = { title: 'Strike', format: 'markdown', source: 'First.', requestKey: null } as const
    const talk = await act(forum, people.member, a => startConversation(a, { ...said, people: 'Ada' }))
    const complaint = { threadId, number: 1, reason: 'Rude.' }
    const reported = await act(forum, people.moderator, a => report(a, complaint))
    return { '/conversations/:id': talk.threadId, '/reports/:id': reported }
  }

  const unsafe = () => addresses.filter(({ route }) => isUnsafe(route) && !route.ownProof)
  const everybody = () => Object.entries(pages.people)

  test('takes nothing that another site could send, from anybody, and nothing is changed by it', async () => {
    expect(unsafe().length).toBeGreaterThan(30)
    const proven = addresses.filter(({ route }) => route.ownProof).map(({ route }) => route.url)
    expect(proven).toEqual(['/mail/unsubscribe/:token'])
    const before = await everyRow(pages)
    for (const [name, who] of everybody())
      expect(await forgedAndTaken(pages, who, unsafe()), `as ${name}`).toEqual([])
    expect(await everyRow(pages)).toEqual(before)
  })

  test('refuses what none of its forms sends, from anybody, and nothing is changed by it', async () => {
    const before = await everyRow(pages)
    for (const [name, who] of everybody())
      expect(await oddAndTaken(pages, who, unsafe()), `as ${name}`).toEqual([])
    expect(await everyRow(pages)).toEqual(before)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('that is asked by GET answers everybody without a mishap, and changes nothing', async () => {
    const before = await everyRow(pages)
    const odd =
      '?page=2&before=9.9&after=x&next=//elsewhere.test&done=1&quote=1&__proto__=1&constructor=1&a[]=1'
    for (const [name, who] of everybody()) {
      for (const { route, url } of addresses.filter(each => each.route.method === 'GET')) {
        for (const accept of ['text/html', 'application/json']) {
          for (const query of ['', odd, `?${'page=1&'.repeat(500)}`, `?page=${'9'.repeat(5000)}`]) {
            const { statusCode } = await pages.get(who, url + query, { accept })
            expect(statusCode, `${route.url}${query.slice(0, 30)} as ${name}`).toBeLessThan(500)
          }
        }
      }
    }
    expect(await everyRow(pages)).toEqual(before)
  })

  test('has an address in these tests at which there is something', async () => {
    const missing: string[] = []
    for (const { route, url } of addresses.filter(each => each.route.method === 'GET')) {
      const { statusCode } = await pages.get(pages.people.administrator, url)
      if (statusCode >= 400) missing.push(`${route.url} ${statusCode}`)
    }
    // A picture that nobody has, a page for guests alone, and a link that is gone once somebody administers.
    expect(missing.sort()).toEqual(['/avatars/:hash 404', '/register 403', '/set-up/:token 404'])
  })
})
