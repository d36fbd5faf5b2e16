import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createOutgoing } from '#outgoing/outgoing.ts'
import { findChromium } from '../../scripts/test/chromium.js'
import {
  accessibilityProblems,
  openBrowser,
  sidewaysOverflow,
  takePicture,
  type View,
  type Visit,
} from '../support/browser.ts'
import { readNow } from '../support/forum.ts'
import { servePages, type WebPages } from '../support/web-pages.ts'
import { type OpenSite, openSite } from './site.ts'

const SAID = 'We will not sign a paper that nobody of us has been given the time to read'
const POST = `The harbour union turned down a second offer on Monday.

“${SAID},” said Ilse Brandt, its chair, on Tuesday. The port authority puts the loss at €41 million.`
const ARTICLE = `<!doctype html><title>Union turns down offer</title><meta name="date" content="2026-03-14">
<nav>Home</nav><p>The chair of the union said: “${SAID.replace('nobody', 'hardly anybody')}.” Members vote on Friday.</p>`

describe.runIf(findChromium())('sources in a browser', () => {
  let browser: Browser
  let site: OpenSite
  let web: WebPages
  let visits: Visit[]

  beforeAll(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    visits = []
    web = await servePages((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(ARTICLE),
    )
    site = await openSite()
    const { forum, people } = site.pages
    const hosts = [{ host: '127.0.0.1', port: web.port }]
    Object.assign(forum, {
      outgoing: createOutgoing({ isAllowed: true, origin: 'http://forum.test', version: '1', hosts }),
    })
    await site.start(people.member, 'Port strike', POST)
    await readNow(forum)
  })
  afterEach(async () => {
    for (const { context, complaints } of visits) {
      expect(complaints).toEqual([])
      await context.close()
    }
    await site.close()
    await web.close()
  })
  afterAll(() => browser.close())

  const open = async (path: string, view: View, who = site.pages.people.moderator): Promise<Page> => {
    const opened = await site.open(browser, path, view, who)
    visits.push(opened)
    return opened.page
  }
  /** The line of the margin that speaks of the quotation. */
  const entry = (page: Page) => page.locator('#p1 .margin li', { hasText: 'Ilse Brandt' }).first()

  describe.each([
    { script: 'with', javaScript: true },
    { script: 'without', javaScript: false },
  ])('$script a script', ({ javaScript }) => {
    test('one is asked for in the margin, and given on the page of the finding', async () => {
      const page = await open('/threads/1/port-strike', { javaScript })
      await entry(page).getByRole('button', { name: 'ask for a source' }).click()
      await entry(page).getByText('one member asks').waitFor()
      await entry(page).getByRole('link', { name: 'add one' }).click()
      await page.locator('.context mark').waitFor()
      expect(await page.locator('.asking').textContent()).toContain('One member asks for a source: Mo')
      await page.fill('[name=address]', 'ftp://somewhere.example/')
      await page.fill('[name=published]', '2026-03-13')
      await page.getByRole('button', { name: 'Give this source' }).click()
      await page.locator('.problem').waitFor()
      expect(await page.inputValue('[name=address]')).toBe('ftp://somewhere.example/')
      expect(await page.inputValue('[name=published]')).toBe('2026-03-13')
      // The browser tells of the refusal, as it should.
      visits[0]!.complaints.length = 0
      await page.fill('[name=address]', `${web.url}/article`)
      await page.fill('[name=published]', '')
      await page.getByRole('button', { name: 'Give this source' }).click()
      const source = page.locator('.cited li')
      await source.waitFor()
      expect(await source.locator('a').first().textContent()).toBe('Union turns down offer')
      expect(await source.locator('del').allTextContents()).toEqual(['removed: hardly anybody'])
      expect(await source.locator('ins').allTextContents()).toEqual(['added: nobody'])
      expect(await source.locator('blockquote').textContent()).toContain('Members vote on Friday.')
      await page.goto('/threads/1/port-strike')
      expect(await entry(page).textContent()).toMatch(
        /Source: 127\.0\.0\.1, 14 March 2026.*with other words there/,
      )
      expect(web.asked).toHaveLength(1)
    })

    test('one is taken out with a reason, and asked for and no more on its page', async () => {
      const page = await open('/threads/1/port-strike', { javaScript }, site.pages.people.member)
      await entry(page).getByRole('link', { name: 'add one' }).click()
      await page.fill('[name=address]', `${web.url}/article`)
      await page.getByRole('button', { name: 'Give this source' }).click()
      await page.getByRole('link', { name: /^Take out/ }).click()
      await page.fill('[name=reason]', 'Another strike.')
      await page.getByRole('button', { name: 'Take out' }).click()
      await page.getByText('There is no source for this yet.').waitFor()
      expect(await page.locator('.log').textContent()).toContain('Another strike.')
      await page.getByRole('button', { name: 'Ask for a source' }).click()
      await page.getByText('One member asks for a source').waitFor()
      await page.getByRole('button', { name: 'Ask no more' }).click()
      await page.getByRole('button', { name: 'Ask for a source' }).waitFor()
      expect(await page.getByText('asks for a source').count()).toBe(0)
    })
  })

  test('the page of a finding is accessible and fits, wide and narrow, light and dark', async () => {
    const first = await open('/threads/1/port-strike', {})
    await entry(first).getByRole('link', { name: 'add one' }).click()
    await first.fill('[name=address]', `${web.url}/article`)
    await first.getByRole('button', { name: 'Give this source' }).click()
    await first.locator('.cited li').waitFor()
    const path = new URL(first.url()).pathname
    for (const width of [1280, 360, 320] as const) {
      for (const scheme of ['light', 'dark'] as const) {
        for (const who of [site.pages.people.guest, site.pages.people.member]) {
          const page = await open(path, { width, scheme }, who)
          expect(await accessibilityProblems(page), `${width} ${scheme}`).toEqual([])
          expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0)
          await takePicture(page, `finding-${who.name ?? 'guest'}-${width}-${scheme}`)
        }
      }
    }
  })
})
