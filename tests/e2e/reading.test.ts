import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { deletePost } from '#forum/posts/actions/delete.ts'
import { editPost } from '#forum/posts/actions/edit.ts'
import { react } from '#forum/reactions/actions.ts'
import { TEXTS } from '#importers/example/texts.ts'
import { findChromium } from '../../scripts/test/chromium.js'
import {
  accessibilityProblems,
  openBrowser,
  sidewaysOverflow,
  takePicture,
  visit,
} from '../support/browser.ts'
import { type OpenSite, openSite } from './site.ts'

/** English prose as people write it, so many words of it, from a place on. */
function prose(words: number, from: number): string {
  const all = TEXTS.join('\n')
    .split('\n')
    .filter(line => /^[A-Z“][^[\]|]{60,}$/.test(line))
    .join(' ')
    .split(' ')
  const half = Math.round(words / 2)
  return `${all.slice(from, from + half).join(' ')}\n\n${all.slice(from + half, from + words).join(' ')}`
}

const EVERYDAY = `A text with **much** in it, [a link](https://example.org), \`code\`:

- one
- two

1. first
2. second

> quoted

## A heading

\`\`\`
some code
\`\`\`

---

And an end.`

const RARE = `| a | b |
|---|---|
| 1 | 2 |

- [x] done

[spoiler]Hidden[/spoiler]

A note[^1].

[^1]: Below.`

const ARABIC =
  'قالت النقابة إن الجدول الجديد «تقويم مُزّقت منه العطل».\n\nAnd a paragraph that runs the other way.\n\n- نقطة'

let site: OpenSite
/** Thread paths by what they hold. */
let paths: Record<'full' | 'everyday' | 'rare' | 'arabic' | 'longWords', string>

beforeAll(async () => {
  site = await openSite()
  const { member, moderator } = site.pages.people
  const start = async (title: string, source: string) => `/threads/${await site.start(member, title, source)}`
  const everyday = await start('Port strike enters its third week', EVERYDAY)
  await site.write(moderator, 1, `[quote="Bo, post: 1/1, revision: 1"]\nAnd an end.\n[/quote]\n\n@Bo, is it?`)
  await site.write(moderator, 1, 'Away with it.')
  const as = <T>(who: Actor, action: Parameters<typeof act<T>>[2]) => act(site.pages.forum, who, action)
  await as(moderator, a => react(a, { threadId: 1, number: 1, kind: 'like' }))
  await as(moderator, a => deletePost(a, { threadId: 1, number: 3, reason: 'Off topic.' }))
  await as(member, a =>
    editPost(a, { threadId: 1, number: 1, source: `${EVERYDAY} Changed.`, reason: 'Why not', basedOn: 1 }),
  )
  const full = await start('What would a wage board have changed?', prose(150, 0))
  for (let number = 2; number <= 25; number++)
    await site.write(number % 2 ? member : moderator, 2, prose(150, number * 170))
  paths = {
    ...{
      everyday,
      full,
      rare: await start('Tables', RARE),
      arabic: await start('الإضراب في الميناء', ARABIC),
    },
    longWords: await start('W'.repeat(150), `${'x'.repeat(300)} https://example.org/${'y'.repeat(300)}`),
  }
})
afterAll(() => site.close())

describe('what a guest is sent', () => {
  /** What an address is answered with on the wire, head included, as a browser asks for it. */
  const wire = async (path: string) => {
    const [response] = (await once(
      get(site.url + path, { headers: { 'accept-encoding': 'br' } }),
      'response',
    )) as [IncomingMessage]
    let bytes = `HTTP/1.1 ${response.statusCode} OK\r\n\r\n`.length
    for (const part of response.rawHeaders) bytes += part.length + 2
    for await (const chunk of response) bytes += (chunk as Buffer).length
    return { bytes, status: response.statusCode, encoding: response.headers['content-encoding'] }
  }

  test('a page of 20 posts of 150 words is readable within the first 14 KB', async () => {
    const { headers } = await site.pages.get(site.pages.people.guest, paths.full)
    const page = await wire(headers.location!)
    expect(page).toMatchObject({ status: 200, encoding: 'br' })
    expect(page.bytes).toBeLessThanOrEqual(14 * 1024)
    const html = (await site.pages.get(site.pages.people.guest, headers.location!)).body
    expect(html.match(/<article/g)).toHaveLength(20)
    const named = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(match => match[1]!)
    expect(named.map(name => name.replace(/-.*\./, '.')).sort()).toEqual([
      '/assets/app.js',
      '/assets/full.css',
    ])
    const others = await Promise.all(named.map(wire))
    for (const other of others) expect(other).toMatchObject({ status: 200, encoding: 'br' })
    expect(page.bytes + others.reduce((sum, each) => sum + each.bytes, 0)).toBeLessThanOrEqual(30 * 1024)
    for (const script of named.filter(name => name.endsWith('.js')))
      expect((await wire(script)).bytes).toBeLessThanOrEqual(8 * 1024)
  })

  test('styles that are rare are waited for only where they are needed', async () => {
    for (const [path, isNeeded] of [
      [paths.everyday, false],
      [paths.rare, true],
    ] as const) {
      const { headers } = await site.pages.get(site.pages.people.guest, path)
      const { body } = await site.pages.get(site.pages.people.guest, headers.location!)
      const [head = ''] = body.split('</head>')
      expect(head.includes('rel="stylesheet"'), path).toBe(isNeeded)
    }
  })
})

describe.runIf(findChromium())('reading in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  const places = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('body *')].map(element => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return `${element.tagName} ${element.className} ${[x, y, width, height].map(Math.round)}`
      }),
    )

  test.each([1280, 360] as const)('nothing moves when the whole sheet arrives, %i wide', async width => {
    const { page, context } = await visit(browser, site.url, '/favicon.svg', { width })
    const withAndWithout = async (path: string) => {
      await page.route('**/*.css', route => route.abort())
      await page.goto(site.url + path)
      const before = await places(page)
      await page.unroute('**/*.css')
      await page.goto(site.url + path)
      return { before, after: await places(page) }
    }
    for (const path of ['/', '/boards/2', paths.everyday, `${paths.full}?page=2`]) {
      const { before, after } = await withAndWithout(path)
      expect(after, path).toEqual(before)
    }
    const { before, after } = await withAndWithout(paths.rare)
    expect(after).not.toEqual(before)
    await context.close()
  })

  const guests = () => [
    '/',
    '/boards/1',
    '/boards/2',
    paths.everyday,
    paths.rare,
    paths.arabic,
    paths.longWords,
    '/threads/2?page=2',
    '/posts/1/1/revisions',
    '/posts/1/1/revisions/1',
  ]
  const members = () => [
    paths.everyday,
    '/boards/2/threads/new',
    '/threads/1/reply?quote=1',
    '/posts/1/1/edit',
    '/threads/1/rename',
    '/posts/1/2/delete',
    '/threads/1/delete',
  ]

  test.each([
    { locale: 'en', width: 1280, scheme: 'light' },
    { locale: 'ar', width: 320, scheme: 'dark' },
  ] as const)('every page fits, and axe finds nothing: $locale, $width wide, $scheme', async view => {
    const { guest, moderator } = site.pages.people
    for (const [who, list] of [
      [guest, guests()],
      [moderator, members()],
    ] as const) {
      for (const path of list) {
        const { page, context, complaints } = await site.open(browser, path, view, who)
        expect(await sidewaysOverflow(page), path).toBe(0)
        expect(await accessibilityProblems(page), path).toEqual([])
        expect(complaints, path).toEqual([])
        await context.close()
      }
    }
  })

  test('pictures for people to look at', async () => {
    for (const width of [1280, 360] as const)
      for (const scheme of ['light', 'dark'] as const)
        for (const [name, path, locale] of [
          ['thread', paths.everyday, 'en'],
          ['thread-ar', paths.arabic, 'ar'],
          ['board', '/boards/2', 'en'],
          ['home', '/', 'en'],
        ] as const) {
          const { page, context } = await site.open(browser, path, { width, scheme, locale })
          await takePicture(page, `${name}-${width}-${scheme}`)
          await context.close()
        }
  })

  test('on paper there are the texts and who wrote them, without what one would click', async () => {
    const { page, context } = await site.open(browser, paths.everyday, {}, site.pages.people.member)
    await page.emulateMedia({ media: 'print' })
    for (const selector of ['.bar', '.acts', '.composer', '.foot'])
      expect(await page.locator(selector).first().isVisible(), selector).toBe(false)
    expect(await page.locator('.card h3').first().isVisible()).toBe(true)
    expect(await page.locator('.text').first().isVisible()).toBe(true)
    await context.close()
  })

  test('a permanent link opens the page of the post with the post in view', async () => {
    const { page, context } = await site.open(browser, '/posts/2/23')
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('?page=2#p23')
    // The browser scrolls there when it has laid the page out, which may be after it says that it has loaded.
    const top = () => page.locator('#p23').evaluate(post => post.getBoundingClientRect().top)
    await expect.poll(top, { timeout: 10_000 }).toBeLessThan(800)
    await context.close()
  })
})
