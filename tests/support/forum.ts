import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomToken } from '#base/ids.ts'
import { createLog } from '#base/log.ts'
import type { Clock } from '#base/time.ts'
import { type Files, openFiles } from '#files/files.ts'
import type { Forum } from '#forum/act.ts'
import { nameKeyOf } from '#forum/members/names.ts'
import { inThisThread } from '#forum/record/engine.ts'
import { readEverything } from '#forum/record/keeper.ts'
import { openSite } from '#forum/site.ts'
import type { Mailer } from '#mail/model.ts'
import { createOutgoing, type Outgoing } from '#outgoing/outgoing.ts'
import type { Store } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import { openTestStore, type StoreKind, type TestStore } from './databases.ts'

/** A forum with a few people and boards, no threads, and a clock that only moves when told. */
export interface TestForum {
  readonly store: TestStore
  readonly clock: Clock
  /** Ids by name. Ada administers, Mo moderates, Bo and Cy are members, Sol is a suspended one. */
  readonly members: Record<(typeof NAMES)[number], number>
  /**
   * Ids by name. `world` is a section with the board `news`, which holds `harbour`. Everybody reads these, members start
   * threads. `staff` is for moderators and administrators alone; guests and members may not even see it.
   */
  readonly boards: Record<'world' | 'news' | 'harbour' | 'staff', number>
  /** Lets so many milliseconds pass; → the new time. */
  pass(milliseconds: number): number
  close(): Promise<void>
}

const NAMES = ['Ada', 'Mo', 'Bo', 'Cy', 'Sol'] as const
const ROLES = { Ada: 'administrator', Mo: 'moderator', Bo: 'member', Cy: 'member', Sol: 'member' } as const
const START = Date.UTC(2026, 10, 24, 9)
const JOINED = Date.UTC(2024, 2, 1)

type Level = Tables['boardPermissions']['level']
const OPEN: Record<string, Level> = {
  guest: 'read',
  member: 'start',
  moderator: 'start',
  administrator: 'start',
}
const CLOSED: Record<string, Level> = { ...OPEN, guest: 'none', member: 'none' }

async function addMembers(store: TestStore): Promise<TestForum['members']> {
  const ids: [string, number][] = []
  for (const name of NAMES) {
    const { id } = await store.write
      .insertInto('members')
      .values({
        name,
        nameKey: nameKeyOf(name),
        address: `${name.toLowerCase()}@example.org`,
        addressKey: `${name.toLowerCase()}@example.org`,
        password: null,
        role: ROLES[name],
        title: null,
        joinedAt: JOINED,
        addressConfirmedAt: JOINED,
        country: null,
        location: null,
        avatar: null,
        suspended: name === 'Sol' ? 1 : 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.push([name, id])
  }
  return Object.fromEntries(ids) as TestForum['members']
}

async function addBoard(
  store: TestStore,
  title: string,
  parentId: number | null,
  section: boolean,
): Promise<number> {
  const values = {
    parentId,
    position: 1,
    title,
    description: `About ${title}.`,
    section: section ? 1 : 0,
    lastThreadId: null,
    lastPostAt: null,
  } as const
  const { id } = await store.write
    .insertInto('boards')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function admit(store: TestStore, boardId: number, levels: Record<string, Level>): Promise<void> {
  const groups = await store.read
    .selectFrom('groups')
    .select(['id', 'kind'])
    .where('kind', '!=', 'custom')
    .execute()
  const rows = groups.map(group => ({ boardId, groupId: group.id, level: levels[group.kind] ?? 'none' }))
  await store.write.insertInto('boardPermissions').values(rows).execute()
}

/** A way out that leads nowhere. */
const NO_WAY_OUT = createOutgoing({ isAllowed: false, hosts: [], origin: 'http://forum.test', version: '0' })

/** The name of the one mail in the folder of a test. */
export const KEPT_MAIL = 'kept.eml'
const KEPT = { name: KEPT_MAIL, at: START, to: 'bo@example.org', subject: 'Kept' }

/** Mails are put nowhere, and one lies in the folder from before; a test that wants them hands in a mailer. */
const NO_MAIL: Mailer = {
  server: null,
  folder: {
    path: '/nowhere',
    list: async () => [KEPT],
    read: async name =>
      name === KEPT_MAIL
        ? { ...KEPT, headers: ['Subject: Kept'], text: 'Kept.', html: '<p>Kept.</p>' }
        : undefined,
  },
  send: async () => {},
}

const FILES = join(tmpdir(), `rostra-files-${randomToken()}`)
process.once('exit', () => rmSync(FILES, { recursive: true, force: true }))

/** A place for files that goes with the process. */
function testFiles(): Files {
  const data = join(FILES, randomToken())
  const nowhere = { s3Url: undefined, s3Key: undefined, s3Secret: undefined, s3Region: '' }
  return openFiles({ data, uploadBytes: 8 * 2 ** 20, ...nowhere })
}

/** What actions are handed in a test: nobody hears of events, nothing is logged, and nothing asked for unless handed in. */
export async function forumOf(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  outgoing: Outgoing = NO_WAY_OUT,
): Promise<Forum> {
  const site = await openSite(store.read)
  const log = createLog({ level: 'silent', readable: false })
  const secret = Buffer.alloc(32, 7)
  const files = testFiles()
  return { store, clock, site, files, outgoing, log, secret, mailer: NO_MAIL, deliver: async () => {} }
}

/** Reads all posts that are to be read, and forgets what is no more, before it resolves; → how many were read. */
export const readNow = (forum: Forum): Promise<number> => readEverything(forum, inThisThread(forum.log))

/** Opens a forum of its own on one of the databases. */
export async function testForum(kind: StoreKind): Promise<TestForum> {
  const store = await openTestStore(kind)
  const members = await addMembers(store)
  const world = await addBoard(store, 'World', null, true)
  const news = await addBoard(store, 'News', world, false)
  const harbour = await addBoard(store, 'Harbour', news, false)
  const staff = await addBoard(store, 'Staff', null, false)
  for (const board of [world, news, harbour]) await admit(store, board, OPEN)
  await admit(store, staff, CLOSED)
  let now = START
  return {
    store,
    members,
    boards: { world, news, harbour, staff },
    clock: () => now,
    pass: milliseconds => {
      now += milliseconds
      return now
    },
    close: () => store.close(),
  }
}
