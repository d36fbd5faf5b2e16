import { Readable } from 'node:stream'
import sharp from 'sharp'
import { receive } from '#files/incoming.ts'
import { type Act, act, type Forum } from '#forum/act.ts'
import { type Actor, GUEST } from '#forum/actor.ts'
import { keepFile } from '#forum/attachments/keep.ts'
import { label, leave } from '#forum/conversations/actions/own.ts'
import { startConversation } from '#forum/conversations/actions/start.ts'
import { saveDraft } from '#forum/drafts/actions.ts'
import { keyThreads } from '#forum/duplicates/keeping.ts'
import { invite } from '#forum/invitations/actions.ts'
import { join } from '#forum/joining/actions.ts'
import { changePrivacy, changeProfile } from '#forum/members/actions/profile.ts'
import { rename } from '#forum/members/actions/rename.ts'
import { nameKeyOf } from '#forum/members/names.ts'
import type { PasswordHash } from '#forum/members/passwords.ts'
import { insertPasskey } from '#forum/passkeys/store.ts'
import { addGroup } from '#forum/permissions/actions.ts'
import { deletePost } from '#forum/posts/actions/delete.ts'
import { editPost } from '#forum/posts/actions/edit.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { addPrefix } from '#forum/prefixes/actions.ts'
import { addField } from '#forum/profiles/actions.ts'
import { judgeOld } from '#forum/quotes/round.ts'
import { closeReport, report } from '#forum/reports/actions.ts'
import { schedule } from '#forum/scheduled/actions.ts'
import { changeSettings } from '#forum/settings/actions.ts'
import { begin } from '#forum/starting/actions.ts'
import type { StartFields } from '#forum/starting/model.ts'
import { deleteThread } from '#forum/threads/actions.ts'
import { follow } from '#forum/ties/actions.ts'
import type { Mail } from '#mail/model.ts'
import { hear } from '../../src/listeners.ts'
import { readNow } from './forum.ts'
import type { TestPages } from './pages.ts'

/** Everybody who asks: Bo owns nearly all of it, Dee is another member, Cy takes part in Bo's conversation, Eve left it. */
export const ASKING = [
  ...(['guest', 'owner', 'other', 'participant', 'former'] as const),
  ...(['moderator', 'administrator', 'suspended', 'unconfirmed'] as const),
] as const
export type Asking = (typeof ASKING)[number]

const STAFF = ['moderator', 'administrator'] as const
const MEMBERS = ASKING.filter(who => who !== 'guest')

/** Words that each stand in one private place, and who may know them. All are searched for in small letters. */
export const SECRETS: Readonly<Record<string, readonly Asking[]>> = {
  ...among(
    ['owner', 'participant'],
    'zqtalktitle zqtalkfirst zqtalkold zqtalknew zqtalkgone zqtalkfile zqtalkwhy',
  ),
  // What is reported of a conversation, its moderators see; nothing else of it.
  ...among(['owner', 'participant', ...STAFF], 'zqtalkreported'),
  ...among(['participant', ...STAFF], 'zqtalkreason'),
  ...among(['participant'], 'zqtalklabel'),
  ...among(STAFF, 'zqhidtitle zqhidtext zqhidold zqhidnew zqhidtag zqhidprefix zqhidquestion zqhidoption'),
  ...among(STAFF, 'zqhidfile zqhidalt zqhidsource zqhidspeaker zqhidsaid zqhidlink zqhidwhy'),
  ...among(STAFF, 'zqgonetitle zqgonetext zqgonetag zqgonequestion zqgonefile zqgonespeaker'),
  ...among(['owner', ...STAFF], 'zqdelold zqdelnew zqdelwhy zqdelfile zqdelreason'),
  ...among(['owner'], 'zqlatertitle zqlatertext zqlatertag zqlaterquestion zqdrafttitle zqdrafttext'),
  ...among(['owner'], 'zqfreefile zqfreetext zqpasskey zqonlyme zqplace'),
  ...among(MEMBERS, 'zqformembers'),
  ...among(['other', 'administrator'], 'zqoldname zqaddress'),
  ...among(['administrator'], 'zqwaiting zqabout zqanswer zqgroup'),
  ...among(['other', ...STAFF], 'zqreason'),
  ...among(['other', ...STAFF], 'zqnote'),
}

function among(who: readonly Asking[], words: string): Record<string, readonly Asking[]> {
  return Object.fromEntries(words.split(' ').map(word => [word, who]))
}

/** The secret words in a text that somebody must not know. */
export function secretsTold(text: string, to: Asking): string[] {
  const found = new Set(text.toLowerCase().match(/zq[a-z]+/g) ?? [])
  return [...found].filter(word => SECRETS[word] && !SECRETS[word].includes(to))
}

/** All the secret words in a text. */
export const secretsIn = (text: string): string[] =>
  Object.keys(SECRETS).filter(word => text.toLowerCase().includes(word))

/** What a forum with private places has where; ids by name. */
export interface Places {
  /** Threads: `open` and `talk` have posts 1 to 4, of which 2 was edited, and 3 is deleted. */
  readonly open: number
  readonly talk: number
  readonly hidden: number
  readonly gone: number
  readonly scheduled: number
  /** Attachments: in no post, in the conversation, hidden, of a deleted thread, of a deleted post. */
  readonly files: Readonly<Record<'free' | 'talk' | 'hidden' | 'gone' | 'deleted', number>>
  readonly passkey: number
  readonly invitation: number
  readonly report: number
  readonly talkReport: number
  readonly waiting: number
}

/** A forum with something in every private place. */
export interface PrivateForum {
  readonly who: Readonly<Record<Asking, Actor>>
  readonly at: Places
  /** What was sent so far. */
  readonly mails: Mail[]
}

const WRITTEN = { format: 'markdown', requestKey: null } as const
const POLL = { most: 1, until: '', isHidden: false, isChangeable: true } as const
const NO_POLL = { ...POLL, question: '', options: '' }
const poll = (question: string, option = 'No') => ({ ...POLL, question, options: `Yes\n${option}` })

/** Fills a forum's private places. Whoever hears of events is told of them. */
export async function fillPrivatePlaces(pages: TestPages): Promise<PrivateForum> {
  const { forum } = pages
  const mails: Mail[] = []
  Object.assign(forum, {
    deliver: async (stored: { event: Parameters<typeof hear>[1] }[]) => {
      for (const { event } of stored) await hear(forum, event)
    },
    mailer: { ...forum.mailer, send: async (mail: Mail) => void mails.push(mail) },
  })
  const who = await addPeople(pages)
  const as = <T>(name: Asking, action: (a: Act) => Promise<T>): Promise<T> => act(forum, who[name], action)
  const at = await fill(pages, { who, as })
  await keyThreads(forum)
  await readNow(forum)
  await judgeOld(forum, 100)
  return { who, at, mails }
}

interface Filling {
  readonly who: PrivateForum['who']
  as<T>(name: Asking, action: (a: Act) => Promise<T>): Promise<T>
}

async function addPeople({ house, people }: TestPages): Promise<PrivateForum['who']> {
  const { members, store } = house
  const { id: _id, ...row } = await store.read
    .selectFrom('members')
    .selectAll()
    .where('name', '=', 'Bo')
    .executeTakeFirstOrThrow()
  const names = ['Zqoldname', 'Eve', 'Una']
  const rows = names.map(name => ({
    ...{ ...row, name, nameKey: nameKeyOf(name) },
    ...(name === 'Zqoldname'
      ? { address: 'zqaddress@example.org', addressKey: 'zqaddress@example.org' }
      : { address: null, addressKey: null }),
  }))
  const made = await store.write.insertInto('members').values(rows).returning(['id', 'name']).execute()
  const ids = new Map(made.map(each => [each.name, each.id]))
  const member = (memberId: number, name: string): Actor => ({ ...GUEST, memberId, name, role: 'member' })
  const known = (name: string) => member(ids.get(name) ?? 0, name)
  return {
    ...{ guest: GUEST, owner: people.member, other: { ...known('Zqoldname'), name: 'Dee' } },
    ...{ participant: member(members.Cy, 'Cy'), former: known('Eve') },
    ...{ moderator: people.moderator, administrator: people.administrator },
    suspended: { ...member(members.Sol, 'Sol'), suspended: true },
    unconfirmed: { ...known('Una'), unconfirmed: true },
  }
}

/** Sends a file of somebody's, which is in no post yet; → its id. */
async function send(
  forum: Forum,
  actor: Actor,
  sent: { name: string; text?: string; alt?: string },
): Promise<number> {
  const { name, text = `Text of ${name}`, alt = '' } = sent
  const bytes = alt
    ? await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
        .png()
        .toBuffer()
    : Buffer.from(text)
  const received = await receive(forum.files.incoming, Readable.from([bytes]))
  return (await keepFile(forum, actor, { received, name, type: alt ? 'image/png' : 'text/plain', alt })).id
}

async function fill(pages: TestPages, filling: Filling): Promise<Places> {
  const { forum, house } = pages
  const { who, as } = filling
  await fillMembers(pages, filling)
  const files = await sendFiles(forum, who)
  const start = (name: Asking, fields: Partial<StartFields> & { boardId: number }) =>
    as(name, a =>
      begin(a, { ...WRITTEN, title: 'A title', source: 'First.', poll: NO_POLL, timeZone: 'UTC', ...fields }),
    )
  const { news, staff } = house.boards
  const hidden = (await startHidden(filling, start, { boardId: staff, attachments: [files.hidden] })).threadId
  const gone = await start('owner', {
    ...{
      boardId: news,
      title: 'Pilots refuse zqgonetitle orders',
      tags: 'zqgonetag',
      attachments: [files.gone],
    },
    source: 'Zqgonetext. Zqgonespeaker Brandt said, “the holidays were torn out of the calendar.”',
    poll: poll('Zqgonequestion?'),
  })
  await as('moderator', a => deleteThread(a, { threadId: gone.threadId }))
  const open = (await start('owner', { boardId: news, title: 'Open to all', source: 'Said to all.' }))
    .threadId
  await fillOpen(filling, { open, hidden, gone: gone.threadId, file: files.deleted })
  const talk = await fillTalk(filling, files.talk)
  const own = await fillOwn(pages, filling)
  const reported = await as('other', a => report(a, { threadId: open, number: 4, reason: 'zqreason' }))
  await as('moderator', a => closeReport(a, { id: reported, note: 'zqnote' }))
  const talkReport = await as('participant', a =>
    report(a, { threadId: talk, number: 4, reason: 'zqtalkreason' }),
  )
  const waiting = await addWaiting(forum)
  return {
    ...{ ...own, open, talk, hidden, gone: gone.threadId, files },
    ...{ report: reported, talkReport, waiting },
  }
}

async function sendFiles(forum: Forum, who: PrivateForum['who']): Promise<Places['files']> {
  return {
    free: await send(forum, who.owner, { name: 'zqfreefile.txt', text: 'zqfreetext' }),
    talk: await send(forum, who.owner, { name: 'zqtalkfile.txt' }),
    hidden: await send(forum, who.moderator, { name: 'zqhidfile.png', alt: 'zqhidalt' }),
    gone: await send(forum, who.owner, { name: 'zqgonefile.txt' }),
    deleted: await send(forum, who.owner, { name: 'zqdelfile.txt' }),
  }
}

/** What is one's own alone: a thread that waits, a draft, a passkey, an invitation. */
async function fillOwn(
  { forum, house }: TestPages,
  { who, as }: Filling,
): Promise<Pick<Places, 'scheduled' | 'passkey' | 'invitation'>> {
  const { news } = house.boards
  const scheduled = await as('owner', a =>
    schedule(a, {
      ...{ publishAt: '2026-11-30T09:00', timeZone: 'UTC', boardId: news },
      fields: {
        ...{ ...WRITTEN, title: 'Zqlatertitle', source: 'Zqlatertext', tags: 'zqlatertag' },
        poll: poll('Zqlaterquestion?'),
      },
    }),
  )
  const typed = { title: 'Zqdrafttitle', source: 'Zqdrafttext' }
  await as('owner', a => saveDraft(a, { place: `board:${news}`, fields: typed, age: 0, requestKey: '' }))
  const made = { credential: 'c', publicKey: 'k', counter: 0, transports: '', name: 'Zqpasskey', at: 1 }
  const passkey = await as('owner', a => insertPasskey(a.db, { ...made, memberId: who.owner.memberId ?? 0 }))
  await as('administrator', a => invite(a, { address: '', uses: 3, days: 7, locale: 'en' }))
  const { id: invitation } = await forum.store.read
    .selectFrom('invitations')
    .select('id')
    .executeTakeFirstOrThrow()
  return { scheduled, passkey: passkey ?? 0, invitation }
}

/** What members keep from others. */
async function fillMembers({ forum }: TestPages, { who, as }: Filling): Promise<void> {
  const field = (label: string, position: number) =>
    as('administrator', a => addField(a, { label, kind: 'line', choices: [], onCard: true, position }))
  const [forMembers, forMe] = [await field('Ship', 1), await field('Port', 2)]
  await forum.site.at(forum.store.read)
  const { owner, other } = who
  const fields = new Map([
    [forMembers, 'zqformembers'],
    [forMe, 'zqonlyme'],
  ])
  await as('owner', a => changeProfile(a, owner.memberId ?? 0, { country: '', location: 'Zqplace', fields }))
  await as('owner', a =>
    changePrivacy(a, owner.memberId ?? 0, {
      ...{ [`field-${forMembers}`]: 'members', [`field-${forMe}`]: 'me', location: 'me' },
    }),
  )
  await as('other', a => changePrivacy(a, other.memberId ?? 0, { oldNames: 'me' }))
  await as('other', a => rename(a, other.memberId ?? 0, 'Dee'))
  await as('other', a => follow(a, owner.memberId ?? 0))
  await as('administrator', a => addGroup(a, 'Zqgroup'))
}

type Start = (
  name: Asking,
  fields: Partial<StartFields> & { boardId: number },
) => Promise<{ threadId: number }>

/** A thread that only those see who look after the forum. */
async function startHidden(
  { as }: Filling,
  start: Start,
  place: { boardId: number; attachments: number[] },
): Promise<{ threadId: number }> {
  const { boardId } = place
  const prefixId = await as('administrator', a =>
    addPrefix(a, { name: 'Zqhidprefix', tone: 'good', boards: [boardId] }),
  )
  const started = await start('moderator', {
    ...{ ...place, title: 'Pilots refuse zqhidtitle orders', kind: 'article', prefixId, tags: 'zqhidtag' },
    sourceUrl: 'https://zqhidsource.example/strike',
    source:
      'Zqhidtext. Zqhidspeaker Brandt said, “zqhidsaid is a calendar with the holidays torn out.” https://zqhidlink.example/a',
    poll: poll('Zqhidquestion?', 'Zqhidoption'),
  })
  const { threadId } = started
  await as('moderator', a => reply(a, { ...WRITTEN, threadId, source: 'Zqhidold' }))
  await as('moderator', a =>
    editPost(a, { threadId, number: 2, source: 'Zqhidnew', reason: 'zqhidwhy', basedOn: 1 }),
  )
  await as('moderator', a => reply(a, { ...WRITTEN, threadId, source: 'Zqhidtext, gone' }))
  await as('moderator', a => deletePost(a, { threadId, number: 3, reason: 'zqhidwhy' }))
  await as('moderator', a => reply(a, { ...WRITTEN, threadId, source: 'Zqhidtext, again' }))
  return started
}

/** The posts of a thread for everybody: a plain one, a deleted one, and one that quotes what not everybody may read. */
async function fillOpen(
  { as }: Filling,
  { open: threadId, hidden, gone, file }: { open: number; hidden: number; gone: number; file: number },
): Promise<void> {
  await as('owner', a => reply(a, { ...WRITTEN, threadId, source: 'Another word.' }))
  await as('owner', a => reply(a, { ...WRITTEN, threadId, source: 'Zqdelold', attachments: [file] }))
  await as('owner', a =>
    editPost(a, { threadId, number: 3, source: 'Zqdelnew', reason: 'zqdelreason', basedOn: 1 }),
  )
  await as('owner', a => deletePost(a, { threadId, number: 3, reason: 'zqdelwhy' }))
  const quotes = [
    `Mo, post: ${hidden}/1, revision: 1`,
    `Mo, post: ${hidden}/2, revision: 1`,
    `Bo, post: ${gone}/1, revision: 1`,
  ]
    .concat(`Bo, post: ${threadId}/3, revision: 1`)
    .map(said => `[quote="${said}"]\nguessed\n[/quote]`)
    .join('\n\n')
  const source = `${quotes}\n\nSee http://forum.test/threads/${hidden} and /posts/${hidden}/1, @Mo`
  await as('owner', a => reply(a, { ...WRITTEN, format: 'bbcode', threadId, source }))
}

/** A conversation of the owner with two others, of whom one left it; → its id. */
async function fillTalk({ as }: Filling, file: number): Promise<number> {
  const source = 'Zqtalkfirst Ilse Brandt said, “zqtalkfirst is a calendar with the holidays torn out.”'
  const input = { ...WRITTEN, people: 'Cy, Eve', title: 'Zqtalktitle', source, attachments: [file] }
  const { threadId } = await as('owner', a => startConversation(a, input))
  await as('owner', a => reply(a, { ...WRITTEN, threadId, source: 'Zqtalkold' }))
  await as('owner', a =>
    editPost(a, { threadId, number: 2, source: 'Zqtalknew', reason: 'zqtalkwhy', basedOn: 1 }),
  )
  await as('participant', a => reply(a, { ...WRITTEN, threadId, source: 'Zqtalkgone' }))
  await as('participant', a => deletePost(a, { threadId, number: 3, reason: 'zqtalkwhy' }))
  await as('owner', a => reply(a, { ...WRITTEN, threadId, source: 'Zqtalkreported' }))
  await as('participant', a => label(a, { threadId, labels: 'zqtalklabel' }))
  await as('former', a => leave(a, { threadId }))
  return threadId
}

/** Somebody who waits to be let in; → their id. */
async function addWaiting(forum: Forum): Promise<number> {
  const { registration } = (await forum.site.at(forum.store.read)).settings
  const set = async (change: Parameters<typeof changeSettings>[1]) => {
    await act(forum, { ...GUEST, role: 'administrator' }, a => changeSettings(a, change))
    await forum.site.at(forum.store.read)
  }
  await set({ registration: 'approval' })
  const { id } = await act(forum, GUEST, a =>
    join(a, {
      ...{ name: 'Zqwaiting', address: 'waiting@example.org', password: '$argon2id$none' as PasswordHash },
      ...{ invitation: '', answers: { about: 'zqabout', answer: 'zqanswer' }, locale: 'en' },
    }),
  )
  await set({ registration })
  return id
}
