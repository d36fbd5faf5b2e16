import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../scripts/test/chromium.js'
import {
  accessibilityProblems,
  openBrowser,
  sidewaysOverflow,
  takePicture,
  type View,
  visit,
} from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { setUp } from './set-up.ts'

const TOLD =
  'I walked along the quay yesterday evening, and the boats lay there as they have lain all winter long.'
const SAID =
  'Ilse Brandt said: “We will not sign a paper that nobody of us has read.” The strike has cost €41 million since March.'
const TYPED = `${TOLD}\n\n${SAID}\n\n${TOLD}`
const MENDED = `${TOLD}\n\n${SAID}`
/** How long a post may wait to be read, in milliseconds. */
const SOON = 15_000

describe.runIf(findChromium())('the record in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  /** Looks again until the post has been read. */
  async function untilRead(page: Page): Promise<void> {
    const deadline = Date.now() + SOON
    while ((await page.locator('#p1-r1').count()) === 0) {
      expect(Date.now()).toBeLessThan(deadline)
      await page.waitForTimeout(250)
      await page.reload()
    }
  }

  describe.each([{ javaScript: true }, { javaScript: false }])('with JavaScript: $javaScript', view => {
    let server: TestServer
    let cookie: string
    beforeAll(async () => {
      server = await startServer()
      cookie = await setUp(browser, server, view, false)
    })
    afterAll(() => server.stop())

    const open = (path: string, change: View = {}) =>
      visit(browser, server.site, path, { ...view, cookie, ...change })

    test('remarks are read while writing, the text is mended and posted, and the margin tells what was read', async () => {
      const { page, context, complaints } = await open('/boards/1/threads/new')
      await page.fill('[name=title]', 'Port strike')
      await page.fill('[name=source]', TYPED)
      if (!view.javaScript) {
        await page.getByRole('button', { name: 'Preview' }).click()
        await page.getByRole('link', { name: 'Remarks on it' }).click()
      }
      const remarks = page.locator('#remarks')
      await remarks.getByText('This stands further up already').waitFor()
      expect(await page.inputValue('[name=source]')).toBe(TYPED)
      if (view.javaScript) await selectsItsPlace(page)
      await remarks.getByRole('button', { name: 'Leave it out' }).click()
      await expect.poll(() => page.inputValue('[name=source]')).toBe(MENDED)
      expect(await page.inputValue('[name=title]')).toBe('Port strike')
      await page.getByRole('button', { name: 'Start the thread' }).click()
      await page.waitForURL('**/threads/1/port-strike#p1')
      await untilRead(page)
      expect(await page.locator('#p1 .q').first().textContent()).toBe(
        '“We will not sign a paper that nobody of us has read.”',
      )
      expect(await page.locator('#p1-r1').textContent()).toContain('Ilse Brandt, quoted directly.')
      expect(await page.locator('.meta').first().textContent()).toContain('1 speaker on record')
      await page.locator('#p1-m1').click()
      expect(new URL(page.url()).hash).toBe('#p1-r1')
      await page.locator('#p1-r1 sup a').click()
      expect(new URL(page.url()).hash).toBe('#p1-m1')
      expect(complaints).toEqual([])
      await context.close()
    })

    test('a source is asked for, and the question taken back', async () => {
      const { page, context, complaints } = await open('/threads/1/port-strike')
      const entry = page.locator('.margin ol > li', { hasText: '€41 million' })
      await entry.getByRole('button', { name: 'ask for one' }).click()
      await entry.getByText('one member asks').waitFor()
      await entry.getByRole('button', { name: 'ask no more' }).click()
      await entry.getByText('No source given').waitFor()
      expect(complaints).toEqual([])
      await context.close()
    })

    test('the margin is switched off, then the text stands as it was written', async () => {
      const { page, context } = await open('/preferences')
      await page.getByLabel('Not shown').check()
      await page.getByRole('button', { name: 'Save' }).click()
      await page.waitForURL('**/preferences?saved=1')
      await page.goto('/threads/1/port-strike')
      expect(await page.locator('.margin > *, .q, sup').count()).toBe(0)
      expect(await page.locator('#p1 .text').textContent()).toContain('Ilse Brandt said: “We will not sign')
      await context.close()
    })
  })

  describe('a thread with much on record', () => {
    let server: TestServer
    let cookie: string
    beforeAll(async () => {
      server = await startServer()
      cookie = await setUp(browser, server, {}, false)
      const many = Array.from(
        { length: 12 },
        (_, index) =>
          `The mayor, Anna Kell, said on day ${index + 1}: “Line number ${index + 1} of the ferry stays closed for the winter.”`,
      )
      const { page, context } = await visit(browser, server.site, '/boards/1/threads/new', { cookie })
      await page.fill('[name=title]', 'Port strike')
      await page.fill('[name=source]', `${many.join('\n\n')}\n\n${SAID}`)
      await page.getByRole('button', { name: 'Start the thread' }).click()
      await page.waitForURL('**/threads/1/port-strike#p1')
      await untilRead(page)
      await context.close()
    })
    afterAll(() => server.stop())

    test.each([
      ['wide and light', { width: 1280 }],
      ['wide and dark, from right to left', { width: 1280, scheme: 'dark', locale: 'ar' }],
      ['narrow and light, from right to left', { width: 360, locale: 'ar' }],
      ['narrow and dark', { width: 320, scheme: 'dark' }],
    ] as [string, View][])('is sound: %s', async (name, view) => {
      for (const who of ['', cookie]) {
        const session = who === '' ? {} : { cookie: who }
        const { page, context } = await visit(browser, server.site, '/threads/1/port-strike', {
          ...view,
          ...session,
        })
        expect(await page.locator('.margin details').count()).toBeGreaterThan(0)
        expect(await accessibilityProblems(page)).toEqual([])
        expect(await sidewaysOverflow(page)).toBe(0)
        await takePicture(page, `record/${name}${who && ', member'}`)
        await context.close()
      }
    })

    test('the composer with its remarks is sound, and nothing above them moves when they come', async () => {
      for (const view of [{ width: 1280 }, { width: 320, scheme: 'dark', locale: 'ar' }] as View[]) {
        const { page, context } = await visit(browser, server.site, '/threads/1/reply', { ...view, cookie })
        await page.fill('[name=source]', TYPED)
        const send = page.locator('.sends')
        const before = await send.boundingBox()
        await page.locator('#remarks li').first().waitFor()
        expect(await send.boundingBox()).toEqual(before)
        expect(await page.locator('[role=status].unseen').textContent()).not.toBe('')
        expect(await accessibilityProblems(page)).toEqual([])
        expect(await sidewaysOverflow(page)).toBe(0)
        await context.close()
      }
    })

    test('a mark that leads to a folded entry opens the fold', async () => {
      const { page, context } = await visit(browser, server.site, '/threads/1/port-strike')
      await page.locator('#p1-m10').click()
      await page.locator('#p1-r10').waitFor({ state: 'visible' })
      await context.close()
    })
  })
})

/** The link of a remark selects what it is about. */
async function selectsItsPlace(page: Page): Promise<void> {
  await page.locator('#remarks [data-at]').first().click()
  const selected = await page.evaluate(() => {
    const text = document.querySelector('textarea')!
    return [text.selectionStart, text.value.slice(text.selectionStart, text.selectionEnd)]
  })
  expect(selected).toEqual([TYPED.lastIndexOf(TOLD), TOLD])
}
