import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { shellOf } from '#pages/shell/views.ts'
import { attacksOn, HTML_ATTACKS } from '../../packages/markup/testing/attacks.ts'
import { findChromium } from '../../scripts/test/chromium.js'
import { addPages } from '../../src/main.ts'
import { assetsOfSources } from '../support/assets.ts'
import { openBrowser } from '../support/browser.ts'
import { writeEverything } from '../support/hostile-forum.ts'
import { hostileTexts } from '../support/hostile-texts.ts'
import { type TestPages, testPages } from '../support/pages.ts'
import { thingsForRoutes } from '../support/things-for-routes.ts'

/** What pages did that no text may make them do. */
interface Deeds {
  readonly dialogs: string[]
  readonly requests: string[]
  readonly reports: string[]
  readonly errors: string[]
}

/** What the browser itself made of a page: anything here that could act. Tries everything that could set it off. */
function suspects(): string[] {
  const found: string[] = []
  for (const element of document.querySelectorAll('body *')) {
    if (/^(?:iframe|object|embed|math|base|x-canary|marquee)$/i.test(element.tagName))
      found.push(element.tagName)
    if (element.matches('body script, body meta, body style')) found.push(element.tagName)
    // An editor of rich text sets the style of its own place.
    const isEditor = element.closest('[contenteditable]') !== null
    for (const { name, value } of element.attributes)
      if (
        /^(?:on|srcdoc$)/i.test(name) ||
        (name === 'formaction' && !/^\/(?!\/)/.test(value)) ||
        (name === 'style' && !isEditor && !element.matches('.aids *, .live'))
      )
        found.push(`${element.tagName} ${name}`)
    const { protocol, href } = element as HTMLAnchorElement
    if (element.tagName === 'A' && URL.canParse(href) && !['http:', 'https:', 'mailto:'].includes(protocol))
      found.push(href)
    if (element.tagName === 'FORM' && new URL((element as HTMLFormElement).action).origin !== location.origin)
      found.push('a form')
    for (const type of ['mouseover', 'focus', 'toggle', 'load', 'error', 'animationstart'])
      element.dispatchEvent(new Event(type))
  }
  for (const details of document.querySelectorAll('details')) details.open = true
  return [...new Set(found)]
}

/** Every so many-th, each place and each attack among them. */
const someOf = (texts: readonly string[], nth: number) => texts.filter((_, index) => index % nth === 0)

/** Pastes HTML where the caret stands, as from another page. */
function paste(html: string): void {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/html', html)
  clipboardData.setData('text/plain', 'plain')
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  document.activeElement?.dispatchEvent(event)
}

describe.runIf(findChromium())('hostile texts in a browser', () => {
  let browser: Browser
  let pages: TestPages
  let url: string
  let things: Record<string, string | number>

  beforeAll(async () => {
    browser = await openBrowser()
    const built: { forum?: Forum } = {}
    pages = await testPages(
      'sqlite',
      (app, forum) => {
        built.forum = forum
        addPages(app, forum)
      },
      { assets: await assetsOfSources(), shell: (page, request) => shellOf(built.forum!)(page, request) },
    )
    await pages.site.app.ready()
    things = await thingsForRoutes(pages)
    await writeEverything({ pages, texts: hostileTexts(0), things, elsewhere: 'https://elsewhere.example/' })
    await pages.site.app.listen({ port: 0, host: '127.0.0.1' })
    url = `http://127.0.0.1:${(pages.site.app.server.address() as AddressInfo).port}`
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await pages.close()
  })

  /** A page of somebody, and what it does; nothing is asked of any other site. */
  async function watched(
    who: Actor,
    bypassCSP: boolean,
  ): Promise<{ page: Page; deeds: Deeds; close(): Promise<void> }> {
    const context = await browser.newContext({ bypassCSP })
    const [name = '', value = ''] = pages.site.signIn({ actor: who }).split('=')
    await context.addCookies([{ name, value, url }])
    const deeds: Deeds = { dialogs: [], requests: [], reports: [], errors: [] }
    await context.route('**/*', route => {
      const address = route.request().url()
      if (address.startsWith(`${url}/`)) return route.continue()
      deeds.requests.push(address)
      return route.abort()
    })
    const page = await context.newPage()
    page.on('dialog', dialog => {
      deeds.dialogs.push(dialog.message())
      return dialog.dismiss()
    })
    page.on('popup', popup => deeds.requests.push(popup.url()))
    page.on('pageerror', error => deeds.errors.push(error.message))
    page.on('console', message => {
      if (/content security policy/i.test(message.text())) deeds.reports.push(message.text())
    })
    return { page, deeds, close: () => context.close() }
  }

  const NOTHING: Deeds = { dialogs: [], requests: [], reports: [], errors: [] }

  /** Pages that show texts of every kind, to a member and to an administrator. */
  const paths = () => {
    const { thread, number, key } = things
    const member = [
      ...['/', '/boards/2/x', '/threads/1/x', '/threads/3/x', '/threads/4/x', '/record'],
      ...[`/members/${things['/members/:id']}/bo`, '/posts/3/2/revisions', '/tags/b', '/conversations/5'],
      ...[`/posts/${thread}/${number}/findings/${key}`, '/boards/2/threads/new', '/conversations/new'],
      ...['/account', '/account/drafts', '/account/scheduled', '/account/signature'],
    ]
    const administration = [
      'boards',
      'joining',
      'badges',
      'titles',
      'profile-fields',
      'prefixes',
      'providers',
    ]
    const administrator = [
      '/reports',
      '/threads/3/x',
      ...administration.map(name => `/administration/${name}`),
    ]
    return { member, administrator }
  }

  test.each([
    ['with the policy that is served, which has nothing to report', false],
    ['without any policy', true],
  ])('pages full of them do nothing %s', { timeout: 120_000 }, async (_, bypassCSP) => {
    for (const who of ['member', 'administrator'] as const) {
      const { page, deeds, close } = await watched(pages.people[who], bypassCSP)
      for (const path of paths()[who]) {
        await page.goto(url + path)
        expect(await page.evaluate(suspects), path).toEqual([])
        expect(deeds, path).toEqual(NOTHING)
        expect(new URL(page.url()).origin).toBe(url)
      }
      await close()
    }
  })

  test('what is typed beside its live preview does nothing', async () => {
    const { page, deeds, close } = await watched(pages.people.member, true)
    await page.goto(`${url}/threads/1/reply`)
    await page.getByRole('button', { name: 'Preview as I type' }).click()
    const all = [...HTML_ATTACKS, ...someOf(attacksOn('markdown'), 9)]
    for (let from = 0; from < all.length; from += 200) {
      const source = `${all.slice(from, from + 200).join('\n\n')}\n\nend${from}`
      await page.fill('[name=source]', source)
      await page.locator('.live', { hasText: `end${from}` }).waitFor()
      expect(await page.evaluate(suspects)).toEqual([])
    }
    expect(deeds).toEqual(NOTHING)
    await close()
  })

  test('what is opened in the rich editor and pasted into it does nothing', async () => {
    const { page, deeds, close } = await watched(pages.people.member, true)
    await page.goto(`${url}/threads/1/reply`)
    const rich = page.getByRole('button', { name: 'Rich text' })
    const editor = page.locator('.rich .ProseMirror')
    const sources = someOf(attacksOn('markdown'), 5)
    for (let from = 0; from < sources.length; from += 300) {
      await page.fill(
        '[name=source]',
        sources
          .slice(from, from + 300)
          .join('\n\n')
          .slice(0, 20_000),
      )
      await rich.click()
      await editor.waitFor()
      expect(await page.evaluate(suspects)).toEqual([])
      await rich.click()
      await page.locator('[name=source]').waitFor()
    }
    await page.fill('[name=source]', '')
    await rich.click()
    await editor.click()
    for (let from = 0; from < HTML_ATTACKS.length; from += 8) {
      await page.evaluate(paste, `<p>${HTML_ATTACKS.slice(from, from + 8).join('</p><p>')}</p>`)
      await page.evaluate(
        paste,
        '<p>a <a href="javascript:alert(1)" onclick="alert(2)">b</a> <img src="https://evil.example/p" onerror="alert(3)"></p>',
      )
      expect(await page.evaluate(suspects)).toEqual([])
    }
    expect(await editor.textContent()).toContain('a b')
    expect(deeds).toEqual(NOTHING)
    await close()
  })
})
