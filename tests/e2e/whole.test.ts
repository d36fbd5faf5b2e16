import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../scripts/test/chromium.js'
import { accessibilityProblems, openBrowser, sidewaysOverflow, type View, visit } from '../support/browser.ts'
import { crawl, rowHashes } from '../support/crawl.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { confirmsAddress } from './belonging.ts'
import { PASSWORD, setUp, setUpLink } from './set-up.ts'

describe.runIf(findChromium())('the built program in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  describe.each([{ javaScript: true }, { javaScript: false }])('with JavaScript: $javaScript', view => {
    let server: TestServer
    beforeAll(async () => {
      server = await startServer()
    })
    afterAll(() => server.stop())

    test('it is set up once, by whoever has the link', async () => {
      const link = setUpLink(server)
      expect(link).toMatch(/\/set-up\/[\w-]{22}$/)
      const waiting = await (await fetch(server.site)).text()
      expect(waiting).toContain('This forum is not set up yet')
      expect((await fetch(`${link.slice(0, -1)}-`)).status).toBe(404)
      await setUp(browser, server, view, false)
      expect((await fetch(link)).status).toBe(404)
    })

    test('somebody joins, says where they are, signs out and in, and ends a session', async () => {
      const opened = await visit(browser, server.site, '/register', view)
      const { page, context } = opened
      await page.getByLabel('Name', { exact: false }).first().fill('Bo Tern')
      await page.locator('[name=address]').fill('bo@example.org')
      await page.locator('[name=password]').fill(PASSWORD)
      await page.waitForTimeout(3100)
      await page.locator('main form button').click()
      await page.getByRole('link', { name: 'Bo Tern' }).waitFor()
      const bo = { ...opened, name: 'Bo Tern', address: 'bo@example.org' }
      await confirmsAddress({ browser, server, view }, bo)
      await page.getByRole('link', { name: 'Bo Tern' }).click()
      await page.locator('[name=location]').fill('Aldersund')
      await page.locator('main form button').first().click()
      await page.getByRole('status').or(page.locator('.notice.good')).first().waitFor()
      expect(await page.locator('[name=location]').inputValue()).toBe('Aldersund')
      await signOut(page)
      await page.goto('/sign-in?next=%2Fmembers')
      await page.locator('[name=name]').fill('bo tern')
      await page.locator('[name=password]').fill('not this one')
      await page.locator('button:text-is("Sign in")').click()
      expect(await page.locator('[name=name]').inputValue()).toBe('bo tern')
      await page.locator('[name=password]').fill(PASSWORD)
      await page.locator('button:text-is("Sign in")').click()
      await page.waitForURL('**/members')
      expect(await page.getByRole('link', { name: 'Bo Tern' }).count()).toBe(2)
      await context.close()
    })

    test('theme and language are chosen by anybody', async () => {
      const { page, context } = await visit(browser, server.site, '/preferences', view)
      await page.getByLabel('Dark').check()
      await page.getByLabel('العربية').check()
      await page.getByRole('button', { name: 'Save' }).click()
      await page.waitForURL('**/preferences?saved=1')
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
      await context.close()
    })
  })

  /** Waits until what the example says has been read: until then the record grows. */
  async function allRead(site: string, administrator: string): Promise<void> {
    const headers = { accept: 'application/json', cookie: administrator }
    await expect
      .poll(
        async () => {
          const { posts, read } = await (await fetch(`${site}/administration/reading`, { headers })).json()
          return posts - read
        },
        { timeout: 120_000, interval: 500 },
      )
      .toBe(0)
  }

  describe('filled with the example', () => {
    let server: TestServer
    let administrator = ''
    beforeAll(async () => {
      server = await startServer()
      administrator = await setUp(browser, server, {}, true)
    })
    afterAll(() => server.stop())

    test('every link leads somewhere, for guests and administrators, and reading writes nothing', async () => {
      await allRead(server.site, administrator)
      const before = rowHashes(server.data)
      for (const cookie of [undefined, administrator]) {
        const pages = await crawl(server.site, cookie)
        expect(pages.length).toBeGreaterThan(300)
        const astray = pages.filter(({ status }) => status !== 200)
        // A guest who follows a link to sign-in from a form that is not theirs is sent there, never refused.
        expect(astray.map(({ path, from, status }) => `${status} ${path} from ${from}`)).toEqual([])
      }
      expect(rowHashes(server.data)).toEqual(before)
    }, 240_000)

    test.each([
      ['wide', { width: 1280 }],
      ['narrow and dark', { width: 320, scheme: 'dark' }],
      ['from right to left', { width: 360, locale: 'ar' }],
    ] as [string, View][])('pages of members and accounts are sound: %s', async (_, view) => {
      const paths = ['/', '/members', '/members/2', '/register', '/sign-in', '/preferences', '/nowhere']
      const own = [
        '/account',
        '/account/avatar',
        '/account/password',
        '/account/address',
        '/account/sessions',
      ]
      for (const path of [...paths, ...own]) {
        const cookie = own.includes(path) ? { cookie: administrator } : {}
        const { page, context } = await visit(browser, server.site, path, { ...view, ...cookie })
        expect(await accessibilityProblems(page), path).toEqual([])
        expect(await sidewaysOverflow(page), path).toBe(0)
        await context.close()
      }
    })
  })
})

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
}
