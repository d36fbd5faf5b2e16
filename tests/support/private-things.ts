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

/** What the forum of `fillPrivatePlaces` has that not everybody may read. */
export async function privateThings(pages: TestPages, { at }: PrivateForum): Promise<Thing[]> {
  const { boards, members, store } = pages.house
  const stand = await store.read
    .selectFrom('stands')
    .select(['key', 'quotationId', 'speakerId'])
    .where('postId', '=', postId(at.hidden, 1))
    .executeTakeFirstOrThrow()
  // Of the form that keys have: others are refused before anything is looked for.
  const { key } = stand
  const people = ['owner', 'participant'] as const
  const hidden = threads(at.hidden, key, {
    ...{
      name: 'hidden thread',
      routes: THREAD,
      readers: STAFF,
      shown: `/threads/${at.hidden}/pilots-refuse-zqhidtitle-orders`,
    },
  })
  const managed = (path: string, id: number) =>
    single(`/administration/${path}`, id, { name: path, readers: ['administrator'] })
  const file = (name: string, id: number, readers: readonly Asking[], stored: string): Thing => {
    const thing = single('/attachments/:id', id, { name, readers })
    const named = { ...thing.named, name: stored }
    const shown = readers.length > 0 ? { shown: `/attachments/${id}/${stored}` } : {}
    return { ...thing, named, missing: { ...thing.missing, name: stored }, ...shown }
  }
  return [
    ...threads(at.talk, key, {
      name: 'conversation',
      routes: TALK,
      readers: people,
      shown: `/conversations/${at.talk}`,
    }),
    ...hidden,
    ...threads(at.gone, key, { name: 'deleted thread', routes: THREAD, readers: STAFF }),
    {
      ...{ name: 'deleted post', routes: /^\/posts\/:thread/, readers: ['owner', ...STAFF] },
      named: { thread: at.open, number: 3, revision: 1, position: 1, key, source: 1 },
      missing: { thread: at.open, number: NO_POST, revision: 1, position: 1, key, source: 1 },
    },
    single('/boards/:id', boards.staff, {
      name: 'hidden board',
      readers: STAFF,
      shown: `/boards/${boards.staff}/staff`,
    }),
    single('/account/scheduled/:id', at.scheduled, {
      ...{ name: 'scheduled thread', readers: ['owner'], shown: `/account/scheduled/${at.scheduled}` },
    }),
    single('/account/passkeys/:id', at.passkey, {
      ...{ name: 'passkey', readers: ['owner'], shown: `/account/passkeys/${at.passkey}` },
    }),
    single('/account/invitations/:id', at.invitation, { name: 'invitation', readers: ['administrator'] }),
    file('file in no post', at.files.free, ['owner'], 'zqfreefile.txt'),
    file('file in a conversation', at.files.talk, people, 'zqtalkfile.txt'),
    file('file in a hidden thread', at.files.hidden, STAFF, '8'),
    file('file in a deleted thread', at.files.gone, STAFF, 'zqgonefile.txt'),
    file('file in a deleted post', at.files.deleted, [], 'zqdelfile.txt'),
    single('/reports/:id', at.report, { name: 'report', readers: STAFF, shown: `/reports/${at.report}` }),
    single('/reports/:id', at.talkReport, { name: 'report of a conversation', readers: STAFF }),
    single('/members/:id', at.waiting, { name: 'member who waits', readers: [] }),
    single('/tags/:tag', 'zqhidtag', { name: 'hidden tag', readers: STAFF, shown: '/tags/zqhidtag' }),
    single('/tags/:tag', 'zqgonetag', { name: 'tag of a deleted thread', readers: STAFF }),
    single('/tags/:tag', 'zqlatertag', { name: 'tag of a scheduled thread', readers: [] }),
    single('/record/quotations/:id', stand.quotationId, {
      ...{ name: 'quotation', readers: STAFF, shown: `/record/quotations/${stand.quotationId}` },
    }),
    single('/record/speakers/:id', stand.speakerId ?? 0, {
      ...{ name: 'speaker', readers: STAFF, shown: `/record/speakers/${stand.speakerId}` },
    }),
    single('/record/sources/:publisher', 'zqhidlink.example', {
      ...{ name: 'publisher', readers: STAFF, shown: '/record/sources/zqhidlink.example' },
    }),
    ...['boards/:id', 'joining/waiting/:id', 'members/:id', 'prefixes/:id', 'groups/:id'].map(path =>
      managed(
        path,
        { boards: boards.staff, joining: at.waiting, members: members.Bo }[path.split('/')[0] ?? ''] ?? 1,
      ),
    ),
    ...[
      'profile-fields/:id',
      'badges/:id',
      'attachments/:id',
      'providers/:provider',
      'joining/questions/:id',
    ].map(path => managed(path, 1)),
    managed('mail/:name', 1),
  ]
}
