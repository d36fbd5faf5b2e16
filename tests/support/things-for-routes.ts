import { Readable } from 'node:stream'
import { sha256 } from '#base/ids.ts'
import { receive } from '#files/incoming.ts'
import { act } from '#forum/act.ts'
import { keepFile } from '#forum/attachments/keep.ts'
import { addBadge } from '#forum/badges/actions.ts'
import { startConversation } from '#forum/conversations/actions/start.ts'
import { addLink } from '#forum/links/store.ts'
import { unsubscribePath } from '#forum/mail/model.ts'
import { insertPasskey } from '#forum/passkeys/store.ts'
import { makePasswordLink } from '#forum/passwords/actions.ts'
import { addGroup } from '#forum/permissions/actions.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { addPrefix } from '#forum/prefixes/actions.ts'
import { addField } from '#forum/profiles/actions.ts'
import { addProvider } from '#forum/providers/managing.ts'
import { judgeOld } from '#forum/quotes/round.ts'
import { report } from '#forum/reports/actions.ts'
import { schedule } from '#forum/scheduled/actions.ts'
import { giveSource } from '#forum/sources/actions/give.ts'
import { KEPT_MAIL, readNow } from './forum.ts'
import type { TestPages } from './pages.ts'

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
async function mailedTokens({ house, forum, people }: TestPages): Promise<Record<string, string>> {
  const expiresAt = forum.clock() + 3_600_000
  for (const purpose of ['confirm', 'address', 'address-back'] as const) {
    const value = 'cy@example.org'
    const link = { purpose, hash: sha256(purpose), memberId: house.members.Cy, value, expiresAt }
    await act(forum, people.administrator, a => addLink(a.db, link))
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

/** A conversation of which the administrator is one, and a report of a thread's first post; → their parameters. */
async function talkOf({ forum, people }: TestPages, threadId: number): Promise<Record<string, number>> {
  const said = { title: 'Strike', format: 'markdown', source: 'First.', requestKey: null } as const
  const talk = await act(forum, people.member, a => startConversation(a, { ...said, people: 'Ada' }))
  const complaint = { threadId, number: 1, reason: 'Rude.' }
  const reported = await act(forum, people.moderator, a => report(a, complaint))
  return { '/conversations/:id': talk.threadId, '/reports/:id': reported }
}

/** Fills a forum with one of everything that a route could name; → the values of the parameters of all routes, by path or name. */
export async function thingsForRoutes(pages: TestPages): Promise<Record<string, string | number>> {
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
  return {
    ...{ '/account/passkeys/:id': passkey, provider },
    ...{ badge, '/administration/badges/:id': badge, '/administration/profile-fields/:id': field },
    ...{ tag: 'harbour', '/administration/prefixes/:id': prefix, '/account/scheduled/:id': scheduled },
    ...{
      source,
      '/record/quotations/:id': stand.quotationId,
      '/record/speakers/:id': stand.speakerId ?? 0,
    },
    ...{ publisher: 'harbour.example', key: stand.key },
    ...(await talkOf(pages, threadId)),
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
}
