import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { runDueJobs } from '#jobs/queue.ts'
import { linksIn } from '../tests/support/crawl.ts'
import { STORES } from '../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../tests/support/pages.ts'
import {
  ASKING,
  type Asking,
  fillPrivatePlaces,
  type PrivateForum,
  SECRETS,
  secretsIn,
  secretsTold,
} from '../tests/support/private-places.ts'
import { addressOf, type Route, routesOf } from '../tests/support/routes.ts'
import { act } from './forum/act.ts'
import type { Actor } from './forum/actor.ts'
import { dataOf, wordingsOf } from './forum/leaving/copy.ts'
import { MAIL_JOB, sendQueued } from './forum/mail/actions.ts'
import { vote } from './forum/polls/actions.ts'
import { begin } from './forum/starting/actions.ts'
import { follow, ignore } from './forum/ties/actions.ts'
import { addPages } from './main.ts'

/** A title like those of threads that not everybody may read. */
const LIKE_HIDDEN = 'Pilots+refuse+orders'
const MOST_PAGES = 1500
const AS_JSON = { accept: 'application/json' }
const AS_ISLAND = { 'x-island': '1' }

describe.each(STORES)('what is private, on %s', kind => {
  let pages: TestPages
  let routes: Route[]
  let places: PrivateForum
  /** Words that were found where they belong. */
  const known = new Set<string>()

  beforeAll(async () => {
    pages = await testPages(kind, (app, forum) => {
      routes = routesOf(app)
      addPages(app, forum)
    })
    await pages.site.app.ready()
    places = await fillPrivatePlaces(pages)
  }, 60_000)
  afterAll(() => pages.close())

  /** What an answer tells somebody that they must not know, with where that was. */
  async function told(
    name: Asking,
    url: string,
    headers: Record<string, string> = {},
  ): Promise<[string[], string]> {
    const answer = await pages.get(places.who[name], url, headers)
    for (const word of secretsIn(answer.body)) if (SECRETS[word]?.includes(name)) known.add(word)
    // What was asked for may be said again, by a form or on the way to another page.
    const asked = secretsIn(url)
    const found = secretsTold(answer.body + JSON.stringify(answer.headers), name).filter(
      word => !asked.includes(word),
    )
    const isPage = String(answer.headers['content-type']).startsWith('text/html')
    return [
      found.map(word => `${name} ${url} ${JSON.stringify(headers)}: ${word}`),
      isPage ? answer.body : '',
    ]
  }

  /** Every address of the routes that are asked by GET, for each thing that is private, and queries that name it. */
  function addresses(): string[] {
    const { at } = places
    const { boards } = pages.house
    const threads = [at.open, at.talk, at.hidden, at.gone]
    const quotes = threads.map(id => `${id}/1,${id}/2,${id}/3`).join(',')
    const query = `?quote=1,2,3,${quotes}&begins=zq&title=${LIKE_HIDDEN}&sourceUrl=https://zqhidsource.example/strike&find=zq&q=zq&name=zq&tag=zqhidtag&label=zqtalklabel&draft=1&before=99&after=1&to=Zqwaiting`
    const found = new Set<string>()
    for (const route of routes.filter(each => each.method === 'GET')) {
      for (const id of threads) {
        for (const number of route.url.includes(':number') ? [1, 2, 3, 4] : [1]) {
          for (const more of [1, 2]) {
            const known: Record<string, string | number> = {
              ...{ id, thread: id, number, revision: more, position: more },
              ...{ slug: 'x', name: 'x', tag: 'zqhidtag' },
              ...{
                '/record/quotations/:id': more,
                '/record/speakers/:id': more,
                publisher: 'zqhidlink.example',
              },
              ...{
                '/boards/:id': more === 1 ? boards.staff : boards.news,
                '/attachments/:id': at.files.free,
              },
              ...{ '/members/:id': at.waiting, '/account/scheduled/:id': at.scheduled },
              ...{
                '/account/passkeys/:id': at.passkey,
                '/reports/:id': more === 1 ? at.report : at.talkReport,
              },
              ...{ '/administration/members/:id': at.waiting, hash: 'a'.repeat(64), key: 'q1', source: 1 },
            }
            const url = addressOf(
              route,
              new Proxy(known, {
                get: (all, asked: string) => all[asked] ?? (asked.includes('/') ? undefined : '1'),
              }),
            )
            found.add(url)
            if (more === 1) found.add(url + query)
          }
        }
      }
    }
    for (const tag of ['zqhidtag', 'zqgonetag', 'zqlatertag']) found.add(`/tags/${tag}`)
    for (const [file, id] of Object.entries(at.files))
      for (const name of [`zq${file}file.txt`, 'zqfreefile.txt', 'zqdelfile.txt', 'zqhidfile.webp', '8'])
        found.add(`/attachments/${id}/${name}`)
    for (const { memberId } of Object.values(places.who)) if (memberId) found.add(`/members/${memberId}/x`)
    return [...found]
  }

  /** Follows every link from some addresses on; → the pages that told too much, and how many there were. */
  async function crawl(name: Asking): Promise<{ found: string[]; count: number }> {
    const waiting = addresses()
    const seen = new Set(waiting)
    const found: string[] = []
    for (let url = waiting.shift(); url !== undefined && seen.size < MOST_PAGES * 4; url = waiting.shift()) {
      const [first, page] = await told(name, url)
      found.push(...first, ...(await told(name, url, AS_JSON))[0])
      if (page) found.push(...(await told(name, url, AS_ISLAND))[0])
      for (const link of page ? linksIn(page, url) : []) {
        if (seen.has(link) || link.startsWith('/assets/')) continue
        seen.add(link)
        waiting.push(link)
      }
    }
    return { found, count: seen.size }
  }

  test.each(ASKING)(
    'is told nobody else at any address: not %s',
    async name => {
      const { found, count } = await crawl(name)
      expect(found).toEqual([])
      expect(count).toBeGreaterThan(200)
    },
    120_000,
  )

  /** What forms that write nothing answer, with everything private named in what is sent. */
  const forms = (): [url: string, fields: Fields][] => {
    const { at } = places
    const { news, staff } = pages.house.boards
    const threads = [at.talk, at.hidden, at.gone, at.open]
    const posts = threads.flatMap(id =>
      [1, 2, 3, 4].flatMap(number => [`${id}/${number}`, `${id}/${number}/1`]),
    )
    const quoted = posts.map(
      post => `[quote="Bo, post: ${post.replace(/^(\d+\/\d+)(\/1)?$/, '$1, revision: 1')}"]x[/quote]`,
    )
    const files = Object.values(at.files)
    const attached = files.map(id => `[attach]${id}[/attach]`)
    const links = threads.map(id => `http://forum.test/threads/${id} /posts/${id}/1 /conversations/${id}`)
    const source = [
      ...quoted,
      ...attached,
      ...links,
      '@Zqwaiting @Zqoldname @Dee',
      'zqhidsaid is a calendar with the holidays torn out',
    ].join('\n')
    const typed = { source, format: 'bbcode', attachments: files.map(String) }
    return [
      ...posts.map((post): [string, Fields] => ['/quotes', { post, words: '' }]),
      ...[...threads, 8888].flatMap((id): [string, Fields][] => [
        [`/threads/${id}/posts`, { ...typed, act: 'preview' }],
        [`/threads/${id}/remarks`, { source }],
      ]),
      ...[news, staff].flatMap((id): [string, Fields][] => [
        [`/boards/${id}/threads`, { ...typed, title: 'Zq', act: 'preview' }],
        [`/boards/${id}/remarks`, { source }],
      ]),
      ['/conversations', { ...typed, title: 'Zq', people: 'Dee', act: 'preview' }],
      ['/conversations', { ...typed, title: '', people: 'Zqwaiting, Zqoldname' }],
      ['/conversations/remarks', { source }],
    ]
  }

  test.each(ASKING)(
    'is in no preview, quote, remark or refusal: not for %s',
    async name => {
      const found: string[] = []
      let answered = 0
      for (const [url, fields] of forms()) {
        for (const headers of [{}, AS_JSON, AS_ISLAND] as Record<string, string>[]) {
          const answer = await pages.post(places.who[name], url, fields, headers)
          if (answer.statusCode === 200) answered++
          // What was typed is shown again.
          const typed = secretsIn(JSON.stringify(fields))
          const words = secretsTold(answer.body, name).filter(word => !typed.includes(word))
          found.push(...words.map(word => `${name} ${url} ${JSON.stringify(headers)}: ${word}`))
        }
      }
      expect(found).toEqual([])
      const reads = name !== 'guest' && name !== 'suspended' && name !== 'unconfirmed'
      expect(answered > 20 || !reads).toBe(true)
    },
    60_000,
  )

  test('is told of by duplicates to those alone who may read them', async () => {
    const { staff, news } = pages.house.boards
    const like = (who: Asking, id: number) =>
      pages.json(places.who[who], `/boards/${id}/duplicates?title=${LIKE_HIDDEN}`).then(JSON.stringify)
    expect(secretsIn(await like('moderator', staff))).toContain('zqhidtitle')
    expect(secretsIn(await like('owner', news))).toEqual([])
  })

  test('makes no mention lead to whoever is not known by that name', async () => {
    const source = '@Zqwaiting @Zqoldname @Cy'
    const fields = { source, format: 'markdown', act: 'preview' }
    const { body } = await pages.post(
      places.who.former,
      `/threads/${places.at.open}/posts`,
      fields,
      AS_ISLAND,
    )
    expect(body.match(/\/members\/\d+/g)).toEqual([`/members/${places.who.participant.memberId}`])
  })

  test('is in no copy of the data of others, and in no mail', async () => {
    const { store, log, clock } = pages.forum
    const found: string[] = []
    for (const name of ASKING.filter(each => each !== 'guest')) {
      const who = places.who[name]
      if (who.memberId === null) continue
      let copy = JSON.stringify(await dataOf(pages.forum, who))
      for await (const line of wordingsOf(pages.forum, { ...who, memberId: who.memberId })) copy += line
      for (const word of secretsIn(copy)) if (SECRETS[word]?.includes(name)) known.add(word)
      // What somebody wrote themself is theirs, though its thread was deleted.
      found.push(...secretsTold(copy, name).filter(word => name !== 'owner' || !word.startsWith('zqgone')))
    }
    await runDueJobs({
      store,
      log,
      now: clock,
      handlers: { [MAIL_JOB]: job => sendQueued(pages.forum, job) },
    })
    for (const { to, ...mail } of places.mails) {
      const words = secretsIn(JSON.stringify(mail))
      found.push(...words.filter(word => word !== 'zqwaiting' || !to.includes('waiting')))
    }
    expect(found).toEqual([])
    expect(places.mails.length).toBeGreaterThan(0)
  })

  test('is not in what others are told of a poll or a member: how many chose what, whom they follow and ignore', async () => {
    const { house, forum } = pages
    const { owner, other, participant, administrator, guest } = places.who
    const hidden = {
      question: 'Strike?',
      options: 'Yes\nNo',
      most: 1,
      until: '',
      isHidden: true,
      isChangeable: true,
    }
    const written = { title: 'Asked', source: 'x', format: 'markdown', requestKey: null } as const
    const { threadId } = await act(forum, owner, a =>
      begin(a, { ...written, boardId: house.boards.news, timeZone: 'UTC', poll: hidden }),
    )
    const place = { threadId, number: 1 }
    const [first, second] = await house.store.read
      .selectFrom('pollOptions')
      .select('id')
      .where('postId', '=', postId(threadId, 1))
      .orderBy('position')
      .execute()
    const pathsOf = [`/threads/${threadId}/asked`, `/posts/${threadId}/1`, `/members/${other.memberId}/dee`]
    const seen = async () => {
      const bodies: string[] = []
      for (const who of [guest, owner, administrator]) {
        for (const path of pathsOf) {
          for (const headers of [{}, AS_JSON, AS_ISLAND] as Record<string, string>[])
            bodies.push((await pages.get(who, path, headers)).body.replace(/[\w-]{22,}/g, 'TOKEN'))
        }
      }
      return bodies
    }
    const choose = (who: Actor, id = 0) => act(forum, who, a => vote(a, { ...place, options: [id] }))
    const tie = async (verb: typeof follow) => act(forum, other, a => verb(a, participant.memberId ?? 0))
    await choose(participant, first?.id)
    await tie(follow)
    const before = await seen()
    await choose(participant, second?.id)
    await tie(ignore)
    expect(await seen()).toEqual(before)
    // Whoever votes is told, so there is something to be told.
    const { body } = await pages.get(participant, pathsOf[0] ?? '', AS_JSON)
    await choose(participant, first?.id)
    expect((await pages.get(participant, pathsOf[0] ?? '', AS_JSON)).body).not.toBe(body)
  })

  test('is found where it belongs, or the others would prove nothing', () => {
    expect(Object.keys(SECRETS).filter(word => !known.has(word))).toEqual([])
  })
})
