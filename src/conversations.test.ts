import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../tests/support/databases.ts'
import { readNow } from '../tests/support/forum.ts'
import { type Fields, type TestPages, testPages } from '../tests/support/pages.ts'
import { addressOf, type Route, routesOf } from '../tests/support/routes.ts'
import { act } from './forum/act.ts'
import { type Actor, GUEST } from './forum/actor.ts'
import { label, leave } from './forum/conversations/actions/own.ts'
import { startConversation } from './forum/conversations/actions/start.ts'
import { keyThreads } from './forum/duplicates/keeping.ts'
import { nameKeyOf } from './forum/members/names.ts'
import { deletePost } from './forum/posts/actions/delete.ts'
import { editPost } from './forum/posts/actions/edit.ts'
import { reply } from './forum/posts/actions/reply.ts'
import { startThread } from './forum/posts/actions/start.ts'
import { report } from './forum/reports/actions.ts'
import { renameThread } from './forum/threads/actions.ts'
import { hear } from './listeners.ts'
import { addPages } from './main.ts'

/** Words that stand in a conversation and nowhere else. */
const CANARIES = ['zqtitle', 'zqfirst', 'zqold', 'zqnew', 'zqgone', 'zqlabel', 'zqwhy', 'zqsaid']
const canariesIn = (body: string): string[] => CANARIES.filter(word => body.toLowerCase().includes(word))

const STRANGERS = ['guest', 'former', 'other', 'moderator', 'administrator'] as const
/** The numbers of a post that stands, of an edited one, of a deleted one, and of none. */
const NUMBERS = { standing: 1, edited: 2, deleted: 3, missing: 99 }
const MISSING = 8888

/** What a form that ends in a word sends when it is filled in. */
const FILLED: Record<string, Fields> = {
  posts: { source: 'Mine now.', format: 'markdown', requestKey: 'a-key' },
  edit: { source: 'Mine now.', reason: '', basedOn: '1' },
  delete: { reason: '' },
  rename: { title: 'Mine now' },
  report: { reason: 'Let me see.' },
  invite: { people: 'Dee' },
  labels: { labels: 'Mine' },
  read: { number: '1' },
  reactions: { set: 'like' },
  remarks: { source: 'Mine now.' },
}

describe.each(STORES)('a conversation on %s', kind => {
  let pages: TestPages
  let routes: Route[]
  let people: Record<(typeof STRANGERS)[number] | 'starter' | 'suspended', Actor>
  let conversation: number
  let thread: number

  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      routes = routesOf(app)
      addPages(app, forum)
    })
    await pages.site.app.ready()
    const { forum } = pages
    Object.assign(forum, {
      deliver: async (stored: { event: Parameters<typeof hear>[1] }[]) => {
        for (const { event } of stored) await hear(forum, event)
      },
    })
    await addPeople()
    await fill()
    await readNow(forum)
  })
  afterEach(() => pages.close())

  const as = <T>(who: Actor, action: Parameters<typeof act<T>>[2]) => act(pages.forum, who, action)

  async function addPeople(): Promise<void> {
    const { members, store } = pages.house
    const { id: _id, ...row } = await store.read
      .selectFrom('members')
      .selectAll()
      .where('name', '=', 'Bo')
      .executeTakeFirstOrThrow()
    const dee = { ...row, name: 'Dee', nameKey: nameKeyOf('Dee'), address: null, addressKey: null }
    const [made] = await store.write.insertInto('members').values(dee).returning('id').execute()
    const member = (memberId: number, name: string): Actor => ({ ...GUEST, memberId, name, role: 'member' })
    people = {
      ...{ guest: GUEST, moderator: pages.people.moderator, administrator: pages.people.administrator },
      ...{ starter: pages.people.member, former: member(members.Cy, 'Cy'), other: member(made!.id, 'Dee') },
      suspended: { ...member(members.Sol, 'Sol'), suspended: true },
    }
  }

  async function fill(): Promise<void> {
    const { starter, former } = people
    const written = { format: 'markdown', requestKey: null } as const
    const source =
      'Zqfirst Ilse Brandt said, “zqsaid is a calendar with the holidays torn out.” https://news.example/a'
    const input = { ...written, people: 'Cy, Sol', title: 'Zqtitle of it', source }
    conversation = (await as(starter, a => startConversation(a, input))).threadId
    const place = { threadId: conversation }
    await as(starter, a => reply(a, { ...written, ...place, source: 'Zqold wording' }))
    const edit = { ...place, number: 2, source: 'Zqnew wording', reason: 'zqwhy', basedOn: 1 }
    await as(starter, a => editPost(a, edit))
    await as(former, a => reply(a, { ...written, ...place, source: 'Zqgone' }))
    await as(former, a => deletePost(a, { ...place, number: 3, reason: 'zqwhy' }))
    await as(former, a => label(a, { ...place, labels: 'zqlabel' }))
    await as(starter, a => label(a, { ...place, labels: 'zqlabel' }))
    await as(former, a => leave(a, place))
    await as(starter, a => renameThread(a, { ...place, title: 'Zqtitle of this' }))
    await keyThreads(pages.forum)
    // A thread for everybody that says what it does not know of the conversation.
    const quote = `> [!quote] x\n\n[quote="Bo, thread: ${conversation}, post: 1, revision: 1"]guessed[/quote]\nSee /posts/${conversation}/1 and http://forum.test/conversations/${conversation} @Bo`
    const boardId = pages.house.boards.news
    const started = { ...written, format: 'bbcode', boardId, title: 'Open to all', source: quote } as const
    thread = (await as(people.other, a => startThread(a, started))).threadId
    await as(people.other, a => report(a, { threadId: thread, number: 1, reason: 'x' })).catch(() => null)
  }

  const parametersOf = (id: number, number: number): Record<string, string | number> => ({
    ...{
      id,
      thread: id,
      number,
      revision: 1,
      slug: 'x',
      key: 'q1',
      source: 1,
      name: 'bo',
      hash: 'a'.repeat(64),
    },
    ...{ '/boards/:id': 0, '/administration/boards/:id': pages.house.boards.news },
    ...{ '/members/:id': pages.house.members.Bo, '/administration/members/:id': pages.house.members.Bo },
    token: 'x',
  })
  /** The address of a route; what a test does not know of is answered with something that is there nowhere. */
  const address = (route: Route, id: number, number: number): string => {
    const known = parametersOf(id, number)
    return addressOf(
      route,
      new Proxy(known, { get: (all, name: string) => all[name] ?? (name.includes('/') ? undefined : '1') }),
    )
  }
  const isAbout = ({ url }: Route): boolean =>
    /^\/(threads|conversations)\/:id|\/:thread\b/.test(url) && !url.startsWith('/administration')

  test('shows nothing of itself to anybody else, at any address, as a page or as JSON', async () => {
    const gets = routes.filter(route => route.method === 'GET')
    const queries = [
      '',
      `?quote=1,2,${conversation}/1,${conversation}/2&thread=${conversation}&begins=bo&before=99&after=1&label=x&page=1&draft=1&q=zq&to=Bo&from=1`,
    ]
    const found: string[] = []
    for (const name of STRANGERS) {
      for (const route of gets) {
        for (const id of [conversation, thread]) {
          for (const number of route.url.includes(':number') ? Object.values(NUMBERS) : [1]) {
            for (const query of queries) {
              const url = address(route, id, number) + query
              for (const headers of [{}, { accept: 'application/json' }, { 'x-island': '1' }]) {
                const { body, headers: sent } = await pages.get(people[name], url, headers as never)
                const seen = canariesIn(body + JSON.stringify(sent))
                // Who left is in none of it either.
                if (seen.length > 0) found.push(`${name} ${url} ${seen}`)
              }
            }
          }
        }
      }
    }
    expect(found).toEqual([])
    // The test would not notice an empty forum.
    const own = await pages.get(people.starter, `/conversations/${conversation}`)
    expect(canariesIn(own.body)).toEqual(['zqtitle', 'zqfirst', 'zqnew', 'zqlabel', 'zqsaid'])
  })

  test('leaves nothing in the tables of the record, of duplicates, link cards and mails', async () => {
    const { read } = pages.house.store
    for (const table of [
      'readings',
      'stands',
      'quotations',
      'speakers',
      'linkCards',
      'titleKeys',
      'jobs',
    ] as const) {
      const rows = await read
        .selectFrom(table as 'settings')
        .selectAll()
        .execute()
      expect(canariesIn(JSON.stringify(rows)), table).toEqual([])
    }
    const keys = await read.selectFrom('titleKeys').select('threadId').distinct().execute()
    expect(keys.map(row => row.threadId)).toEqual([thread])
    const links = await read.selectFrom('postLinks').selectAll().execute()
    expect(links.filter(row => Math.floor(row.postId / 2 ** 20) === conversation)).toEqual([])
  })

  test('answers whoever is not in it as if it were not there, whatever is asked of it', async () => {
    const differing: string[] = []
    const plain = (body: string, id: number): string =>
      body
        .replace(new RegExp(`(posts|threads|conversations)(/|%2F)${id}\\b`, 'g'), '$1$2ID')
        .replace(/[\w-]{40,}/g, 'TOKEN')
    const before = await rows()
    for (const name of STRANGERS) {
      for (const route of routes.filter(each => isAbout(each) && each.method !== 'HEAD')) {
        for (const number of route.url.includes(':number') ? Object.values(NUMBERS) : [1]) {
          for (const accept of ['application/json', 'text/html']) {
            const bodies = route.method === 'GET' ? [{}] : [{}, FILLED[route.url.split('/').at(-1)!] ?? {}]
            for (const fields of bodies) {
              const ask = async (id: number) => {
                const url = address(route, id, number)
                const answer =
                  route.method === 'GET'
                    ? await pages.get(people[name], url, { accept })
                    : await pages.post(people[name], url, fields, { accept })
                return `${answer.statusCode} ${answer.headers['location']} ${plain(answer.body, id)}`
              }
              const [denied, missing] = [await ask(conversation), await ask(MISSING)]
              if (denied !== missing)
                differing.push(`${name} ${route.method} ${route.url} ${number} ${accept}`)
              if (/^[23]\d\d /.test(denied))
                differing.push(`${name} ${route.url} ${number}: ${denied.slice(0, 60)}`)
            }
          }
        }
      }
    }
    expect(differing).toEqual([])
    expect(await rows()).toEqual(before)
  })

  const rows = async (): Promise<unknown> => {
    const { read } = pages.house.store
    const all = await Promise.all(
      (['posts', 'threads', 'revisions', 'reactions', 'conversationMembers', 'reports'] as const).map(table =>
        read
          .selectFrom(table as 'settings')
          .selectAll()
          .execute(),
      ),
    )
    return JSON.stringify(all)
  }

  test('is open to its people; the suspended among them read, leave and report, and do not write', async () => {
    const statuses = async (who: Actor, asked: readonly (readonly [string, Fields?])[]) => {
      const seen: number[] = []
      for (const [path, fields] of asked) {
        const url = path.replace('*', String(conversation))
        const answer = await (fields ? pages.post(who, url, fields) : pages.get(who, url))
        seen.push(answer.statusCode)
      }
      return seen
    }
    const reading = [
      ...[['/conversations/*'], ['/conversations'], ['/posts/*/2/revisions'], ['/posts/*/2/revisions/1']],
      ...[['/conversations/*/labels'], ['/conversations/*/leave'], ['/account/reports']],
    ] as const
    for (const who of [people.starter, people.suspended])
      expect(await statuses(who, reading as never)).toEqual(reading.map(() => 200))
    const writing = [
      ['/threads/*/reply'],
      ['/threads/*/posts', FILLED['posts']],
      ['/conversations/*/invite'],
      ['/conversations/new'],
    ] as const
    expect(await statuses(people.starter, writing as never)).toEqual([200, 303, 200, 200])
    expect(await statuses(people.suspended, writing as never)).toEqual([403, 403, 403, 403])
    const own = [
      ['/conversations/*/read', FILLED['read']],
      ['/conversations/*/mute', {}],
      ['/posts/*/1/report', FILLED['report']],
      ['/conversations/*/leave', {}],
      ['/conversations/*'],
    ] as const
    expect(await statuses(people.suspended, own as never)).toEqual([303, 303, 303, 303, 404])
    const shown = await pages.json(people.moderator, '/reports')
    expect(shown['reports']).toMatchObject([{ source: expect.stringContaining('Zqfirst'), post: null }])
    expect(canariesIn(JSON.stringify(shown))).toEqual(['zqfirst', 'zqsaid'])
    // Nobody reacts there, and nobody asks for sources.
    const beside = [['/posts/*/1/reactions', FILLED['reactions']]] as const
    expect(await statuses(people.starter, beside as never)).toEqual([403])
  })
})
