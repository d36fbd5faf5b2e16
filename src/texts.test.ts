import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { lookAt, textsOfJson } from '../tests/support/active.ts'
import { linksIn } from '../tests/support/crawl.ts'
import { readNow } from '../tests/support/forum.ts'
import { writeEverything } from '../tests/support/hostile-forum.ts'
import { type HostileTexts, hostileTexts, IN_PARTS } from '../tests/support/hostile-texts.ts'
import { type TestPages, testPages } from '../tests/support/pages.ts'
import { learnForms, reflections, unwrittenFields } from '../tests/support/reflect.ts'
import { type Route, routesOf } from '../tests/support/routes.ts'
import { thingsForRoutes } from '../tests/support/things-for-routes.ts'
import { servePages, type WebPages } from '../tests/support/web-pages.ts'
import type { Actor } from './forum/actor.ts'
import { fetchCard } from './forum/link-cards/fetching.ts'
import { CARD_JOB } from './forum/link-cards/model.ts'
import { MAIL_JOB, sendQueued } from './forum/mail/actions.ts'
import { runDueJobs } from './jobs/queue.ts'
import { hear } from './listeners.ts'
import { createMailer } from './mail/mailer.ts'
import { addPages } from './main.ts'
import { createOutgoing } from './outgoing/outgoing.ts'

vi.mock('#web/forms.ts', async importOriginal =>
  (await import('../tests/support/form-record.ts')).recorded(await importOriginal()),
)

/** Whether enough pages are looked at that differ from this one in their numbers and names alone. */
function sampled(): (path: string) => boolean {
  const met = new Map<string, number>()
  return path => {
    const kind = path
      .replace(/findings\/[^/?]+/, 'findings/x')
      .replace(/(\/(?:threads|boards|members|speakers|attachments)\/\d+)\/[^?]*/, '$1/x')
      .replace(/\/tags\/[^?/]+/, '/tags/x')
      .replace(/\?.*/, '?')
      .replace(/\d+/g, '1')
    met.set(kind, (met.get(kind) ?? 0) + 1)
    return /^\/(?:assets|favicon)/.test(path) || (met.get(kind) ?? 0) > OF_EACH
  }
}

/** The elements of our feeds (RFC 4287). */
const FEED = new Set(
  'feed title subtitle link id updated published author name uri entry content summary category'.split(' '),
)

const READERS = ['guest', 'member', 'moderator', 'administrator'] as const
/** Pages to which no link leads everybody. */
const STARTS = [
  '/',
  '/reports',
  '/account/reports',
  '/register',
  '/sign-in',
  '/password/forgotten',
  '/preferences',
  '/administration',
  '/account',
  '/conversations',
  '/record',
]
/** What no form leads to and no route says of itself. */
const ODD = encodeURIComponent(`${IN_PARTS} "'><x-canary onx=1>`)
const MORE = [
  `/members/completions?begins=${ODD.slice(0, 60)}`,
  `/boards/2/duplicates?title=${ODD}&sourceUrl=${ODD}`,
  `/mail/unsubscribe/${ODD}`,
  `/no-such-page/${ODD}?${ODD}`,
]
/** The form of a forum that is not set up yet. */
const NOT_HERE = ['forumName', 'name', 'address', 'password'].map(field => `pages/set-up/routes.ts ${field}`)
/** What begins each entry in the directory of an archive. */
const ENTRY = Buffer.from([0x50, 0x4b, 1, 2])
/** The headers of our mails. */
const HEADERS = new Set(
  'from to subject message-id date mime-version content-type auto-submitted x-auto-response-suppress list-unsubscribe list-unsubscribe-post content-language'.split(
    ' ',
  ),
)
/** Of each kind of page so many are looked at. */
const OF_EACH = 3

type Answer = { headers: Record<string, unknown>; body: string }

describe('hostile texts', () => {
  let pages: TestPages
  let elsewhere: WebPages
  let folder: string
  let routes: Route[]
  let things: Record<string, string | number>
  let said: HostileTexts

  beforeEach(async () => {
    said = hostileTexts(0)
    elsewhere = await servePages((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(hostilePage(said))
    })
    folder = mkdtempSync(join(tmpdir(), 'rostra-texts-'))
    pages = await testPages('sqlite', (app, forum) => {
      const hosts = [{ host: '127.0.0.1', port: elsewhere.port }]
      const origin = 'http://forum.test'
      Object.assign(forum, {
        origin,
        outgoing: createOutgoing({ isAllowed: true, hosts, origin, version: '0' }),
        mailer: createMailer({
          url: origin,
          data: folder,
          smtp: undefined,
          mailFrom: undefined,
          clock: forum.clock,
        }),
        deliver: async (stored: { event: Parameters<typeof hear>[1] }[]) => {
          for (const { event } of stored) await hear(forum, event)
        },
      })
      routes = routesOf(app)
      addPages(app, forum)
    })
    await pages.site.app.ready()
    things = await thingsForRoutes(pages)
  })
  afterEach(async () => {
    await pages.close()
    await elsewhere.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function work(): Promise<void> {
    const { forum } = pages
    await readNow(forum)
    await runDueJobs({
      ...{ store: forum.store, log: forum.log, now: forum.clock },
      handlers: {
        [MAIL_JOB]: job => sendQueued(forum, job),
        [CARD_JOB]: job => fetchCard(forum, job),
      },
    })
  }

  /** What could act in an answer, and what is not printed as it was written. */
  function faultsIn(path: string, { headers, body }: Answer): string[] {
    const type = String(headers['content-type'] ?? '')
    const found: string[] = []
    // A mail that is shown as it was sent is printed as mails are.
    const isExact = !path.includes('/administration/mail/')
    if (body !== '' && headers['x-content-type-options'] !== 'nosniff') found.push('it may be sniffed')
    if (type.startsWith('text/html')) found.push(...faultsOf(body, isExact))
    else if (type.startsWith('application/json')) {
      const { markup, plain } = textsOfJson(JSON.parse(body))
      found.push(
        ...markup.flatMap(text => faultsOf(text, isExact)),
        ...(isExact ? plain.flatMap(said.misprints) : []),
      )
    } else if (type.startsWith('application/atom+xml')) found.push(...faultsOfFeed(body))
    else if (said.isIn(body) && !/^text\/plain|octet-stream/.test(type)) found.push(`it is ${type}`)
    return found.map(fault => `${path}: ${fault}`)
  }

  function faultsOf(markup: string, isExact = true): string[] {
    const { findings, texts } = lookAt(markup)
    return isExact ? [...findings, ...texts.flatMap(text => said.misprints(text))] : findings
  }

  function faultsOfFeed(xml: string): string[] {
    const found: string[] = []
    let text = ''
    const end = () => {
      found.push(...(text.trim().startsWith('<') ? faultsOf(text) : said.misprints(text)))
      text = ''
    }
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          end()
          if (!FEED.has(name)) found.push(`<${name}>`)
          for (const [attribute, value] of Object.entries(attributes)) {
            if (!/^(?:href|rel|type|xmlns|xml:lang)$/.test(attribute))
              found.push(`<${name}> has ${attribute}`)
            if (attribute === 'href' && !/^https?:/.test(value)) found.push(value)
          }
        },
        ontext: part => {
          text += part
        },
        onclosetag: end,
      },
      { xmlMode: true },
    )
    parser.end(xml)
    return found
  }

  /** Follows every link that somebody finds; each address as a page, for an island and for a program. → what is wrong. */
  async function crawl(who: Actor, starts: readonly string[]): Promise<{ faults: string[]; seen: number }> {
    const waiting = [...starts]
    const isEnough = sampled()
    const seen = new Set(waiting)
    const faults: string[] = []
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      for (const headers of [{ accept: 'text/html' }, { 'x-island': '1' }, { accept: 'application/json' }]) {
        const answer = await pages.get(who, path, headers as Record<string, string>)
        if (answer.statusCode >= 500) faults.push(`${path}: ${answer.statusCode}`)
        faults.push(...faultsIn(path, answer))
        for (const link of 'x-island' in headers ? [] : linksIn(answer.body, path))
          if (!seen.has(link) && !isEnough(link)) {
            seen.add(link)
            waiting.push(link)
          }
      }
    }
    return { faults, seen: seen.size }
  }

  /** What of the mails in the folder is not as it was written, or could act. */
  async function faultsOfMails(): Promise<string[]> {
    const found: string[] = []
    const files = readdirSync(join(folder, 'mail')).map(name => join(folder, 'mail', name))
    for (const file of files) {
      const bytes = readFileSync(file)
      const mail = await simpleParser(bytes)
      const names = mail.headerLines.map(line => line.key)
      found.push(
        ...names.filter(name => !HEADERS.has(name)),
        ...names.filter((name, at) => names.indexOf(name) !== at),
      )
      const { findings, texts } = lookAt(mail.html || '')
      const all = [
        ...texts,
        mail.text ?? '',
        mail.subject ?? '',
        ...(mail.from?.value ?? []).map(from => from.name),
      ]
      found.push(...findings, ...all.flatMap(text => said.misprints(text)))
      // Whatever people wrote, a mail links to this forum alone.
      found.push(...all.flatMap(text => text.match(/https?:\/\/(?!forum\.test)\S+|javascript:\S/g) ?? []))
      found.push(
        ...[mail.attachments.length, (mail.to as { value: object[] }).value.length - 1]
          .filter(Boolean)
          .map(String),
      )
    }
    return files.length < 3 ? ['there are no mails'] : found
  }

  /** What is wrong with the copy that a member takes of their data: it is a download, and its files stay in their folder. */
  async function faultsOfCopy(): Promise<string[]> {
    const { statusCode, headers, rawPayload } = await pages.post(pages.people.member, '/account/data')
    const names: string[] = []
    for (let at = rawPayload.indexOf(ENTRY); at >= 0; at = rawPayload.indexOf(ENTRY, at + 1))
      names.push(rawPayload.toString('utf8', at + 46, at + 46 + rawPayload.readUInt16LE(at + 28)))
    const isDownload = String(headers['content-disposition']).startsWith('attachment; filename="my-data.zip"')
    return [
      ...(statusCode === 200 && isDownload && headers['content-type'] === 'application/zip'
        ? []
        : ['it is no download']),
      ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['it may be sniffed']),
      ...(names.length >= 3 ? [] : ['it holds nothing']),
      ...names.filter(name => !/^(?:data\.json|posts\.jsonl|files\/[^/\\<>"|?*\u0000-\u001f]+)$/.test(name)),
    ]
  }

  test('act nowhere, and are printed as they were written', async () => {
    await writeEverything({ pages, texts: said, things, elsewhere: `${elsewhere.url}/` })
    await work()
    const faults = [...(await faultsOfMails()), ...(await faultsOfCopy())]
    for (const name of READERS) {
      const found = await crawl(pages.people[name], STARTS)
      faults.push(...found.faults.map(fault => `${name} ${fault}`))
      expect(found.seen, name).toBeGreaterThan(80)
    }
    // The others were written over, or lie where nobody looks.
    expect(said.unseen().length).toBeLessThan(40)
    await learnForms(pages, routes, things)
    for (const name of ['guest', 'administrator'] as const)
      for await (const { path, answer } of reflections(
        { pages, texts: said, things, who: pages.people[name] },
        routes,
      ))
        faults.push(
          ...faultsIn(`${name} ${path}`, answer),
          ...(answer.statusCode >= 500 && answer.statusCode !== 503 ? [`${path}: ${answer.statusCode}`] : []),
        )
    for (const format of ['markdown', 'bbcode'] as const) {
      const typed = { title: said.line(100), source: said.written(format, 20_000), format, act: 'preview' }
      const path = `/boards/${things['/boards/:id']}/threads`
      for (const headers of [{}, { 'x-island': '1' }, { accept: 'application/json' }])
        faults.push(
          ...faultsIn(
            path,
            await pages.post(pages.people.member, path, typed, headers as Record<string, string>),
          ),
        )
    }
    for (const path of MORE) faults.push(...faultsIn(path, await pages.get(pages.people.member, path)))
    expect([...new Set(faults)]).toEqual([])
    expect(unwrittenFields()).toEqual(NOT_HERE)
  }, 300_000)
})

const escaped = (text: string): string => text.replace(/[<>&"]/g, sign => `&#${sign.charCodeAt(0)};`)

/** A page elsewhere that says hostile things of itself, in the form in which a page says them. */
function hostilePage(texts: HostileTexts): string {
  const text = (max: number) => escaped(texts.line(max))
  return `<!doctype html><title>${text(140)}</title><meta property="og:title" content="${text(140)}">
    <meta property="og:site_name" content="${text(50)}"><meta name="description" content="${text(200)}">
    <meta property="og:image" content="javascript:alert(1)"><p>${text(200)} the new schedule is a calendar with the holidays torn out. ${text(200)}</p>`
}
