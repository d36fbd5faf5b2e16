import { postId } from '#base/ids.ts'
import type { TestPages } from './pages.ts'
import type { Asking, PrivateForum } from './private-places.ts'

/** Something that not everybody may read, as routes name it. */
export interface Thing {
  readonly name: string
  /** The routes that are about it, by the beginning of their paths. */
  readonly routes: RegExp
  /** The values of parameters, by path or name. */
  readonly named: Readonly<Record<string, string | number>>
  /** The same for a thing like it that is not there. */
  readonly missing: Readonly<Record<string, string | number>>
  readonly readers: readonly Asking[]
  /** An address at which readers have it; none where it is only written to. */
  readonly shown?: string
}

const STAFF: readonly Asking[] = ['moderator', 'administrator']
/** The id of nothing. */
const NONE = 8888
const NO_POST = 99
const THREAD = /^\/threads\/:id|^\/posts\/:thread/
const TALK = /^\/(threads|conversations)\/:id|^\/posts\/:thread/

/** A thread under all the numbers of its posts: one that stands, an edited one, a deleted one, and none. */
function threads(
  id: number,
  key: string,
  thing: Pick<Thing, 'name' | 'routes' | 'readers' | 'shown'>,
): Thing[] {
  const common = { revision: 1, position: 1, slug: 'x', source: 1 }
  return [1, 2, 3, NO_POST].map(number => ({
    ...thing,
    name: `${thing.name} ${number}`,
    named: { id, thread: id, number, key, ...common },
    missing: { id: NONE, thread: NONE, number, key, ...common },
  }))
}

const single = (
  path: string,
  id: string | number,
  more: Omit<Thing, 'routes' | 'named' | 'missing'>,
): Thing => {
  const name = /:(\w+)/.exec(path)?.[1] ?? ''
  const common = { revision: 1, slug: 'x', name: 'x', badge: 1 }
  const routes = new RegExp(`^${path}(/|$)`)
  const missing = typeof id === 'number' ? NONE : 'nothing.example'
  return { ...more, routes, named: { ...common, [name]: id }, missing: { ...common, [name]: missing } }
}

const managed = (path: string, id: number): Thing =>
  single(`/administration/${path}`, id, { name: path, readers: ['administrator'] })

function file(name: string, id: number, readers: readonly Asking[], stored: string): Thing {
  const thing = single('/attachments/:id', id, { name, readers })
  const named = { ...thing.named, name: stored }
  const shown = readers.length > 0 ? { shown: `/attachments/${id}/${stored}` } : {}
  return { ...thing, named, missing: { ...thing.missing, name: stored }, ...shown }
}

const PEOPLE = ['owner', 'participant'] as const

/** `key` has the form that keys of findings have: others are refused before anything is looked for. */
function writtenThings(at: PrivateForum['at'], key: string): Thing[] {
  const shown = `/threads/${at.hidden}/pilots-refuse-zqhidtitle-orders`
  const talk = { name: 'conversation', routes: TALK, readers: PEOPLE, shown: `/conversations/${at.talk}` }
  return [
    ...threads(at.talk, key, talk),
    ...threads(at.hidden, key, { name: 'hidden thread', routes: THREAD, readers: STAFF, shown }),
    ...threads(at.gone, key, { name: 'deleted thread', routes: THREAD, readers: STAFF }),
    {
      ...{ name: 'deleted post', routes: /^\/posts\/:thread/, readers: ['owner', ...STAFF] },
      named: { thread: at.open, number: 3, revision: 1, position: 1, key, source: 1 },
      missing: { thread: at.open, number: NO_POST, revision: 1, position: 1, key, source: 1 },
    },
    file('file in no post', at.files.free, ['owner'], 'zqfreefile.txt'),
    file('file in a conversation', at.files.talk, PEOPLE, 'zqtalkfile.txt'),
    file('file in a hidden thread', at.files.hidden, STAFF, '8'),
    file('file in a deleted thread', at.files.gone, STAFF, 'zqgonefile.txt'),
    file('file in a deleted post', at.files.deleted, [], 'zqdelfile.txt'),
    single('/tags/:tag', 'zqhidtag', { name: 'hidden tag', readers: STAFF, shown: '/tags/zqhidtag' }),
    single('/tags/:tag', 'zqgonetag', { name: 'tag of a deleted thread', readers: STAFF }),
    single('/tags/:tag', 'zqlatertag', { name: 'tag of a scheduled thread', readers: [] }),
  ]
}

/** What is one member's, or of those who look after the forum. */
function keptThings(at: PrivateForum['at']): Thing[] {
  const own = { scheduled: `/account/scheduled/${at.scheduled}`, passkey: `/account/passkeys/${at.passkey}` }
  return [
    single('/account/scheduled/:id', at.scheduled, {
      ...{ name: 'scheduled thread', readers: ['owner'], shown: own.scheduled },
    }),
    single('/account/passkeys/:id', at.passkey, { name: 'passkey', readers: ['owner'], shown: own.passkey }),
    single('/account/invitations/:id', at.invitation, { name: 'invitation', readers: ['administrator'] }),
    single('/reports/:id', at.report, { name: 'report', readers: STAFF, shown: `/reports/${at.report}` }),
    single('/reports/:id', at.talkReport, { name: 'report of a conversation', readers: STAFF }),
    single('/members/:id', at.waiting, { name: 'member who waits', readers: [] }),
    managed('joining/waiting/:id', at.waiting),
    ...['prefixes/:id', 'groups/:id', 'profile-fields/:id', 'badges/:id', 'attachments/:id']
      .concat('providers/:provider', 'joining/questions/:id', 'mail/:name')
      .map(path => managed(path, 1)),
  ]
}

/** What the forum of `fillPrivatePlaces` has that not everybody may read. */
export async function privateThings({ house }: TestPages, { at }: PrivateForum): Promise<Thing[]> {
  const { boards, members, store } = house
  const stand = await store.read
    .selectFrom('stands')
    .select(['key', 'quotationId', 'speakerId'])
    .where('postId', '=', postId(at.hidden, 1))
    .executeTakeFirstOrThrow()
  const onRecord = (path: string, name: string, id: number | string): Thing =>
    single(`/record/${path}`, id, {
      ...{ name, readers: STAFF, shown: `/record/${path.split('/')[0]}/${id}` },
    })
  return [
    ...writtenThings(at, stand.key),
    ...keptThings(at),
    single('/boards/:id', boards.staff, {
      ...{ name: 'hidden board', readers: STAFF, shown: `/boards/${boards.staff}/staff` },
    }),
    managed('boards/:id', boards.staff),
    managed('members/:id', members.Bo),
    onRecord('quotations/:id', 'quotation', stand.quotationId),
    onRecord('speakers/:id', 'speaker', stand.speakerId ?? 0),
    onRecord('sources/:publisher', 'publisher', 'zqhidlink.example'),
  ]
}
