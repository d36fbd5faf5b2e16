import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findChromium } from '../../scripts/test/chromium.js'
import {
  accessibilityProblems,
  openBrowser,
  sidewaysOverflow,
  type View,
  type Visit,
} from '../support/browser.ts'
import { type OpenSite, openSite } from './site.ts'

describe.runIf(findChromium())('the composer in a browser', () => {
  let browser: Browser
  let site: OpenSite
  let visits: Visit[]

  beforeAll(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    visits = []
    site = await openSite()
    await site.start(site.pages.people.moderator, 'Port strike', 'The *first* post.')
  })
  afterEach(async () => {
    for (const { context, complaints } of visits) {
      expect(complaints).toEqual([])
      await context.close()
    }
    await site.close()
  })
  afterAll(() => browser.close())

  const open = async (path: string, view: View = {}): Promise<Page> => {
    const opened = await site.open(browser, path, view, site.pages.people.member)
    visits.push(opened)
    return opened.page
  }
  const text = (page: Page) => page.locator('[name=source]')
  const drafts = () => site.pages.forum.store.read.selectFrom('drafts').select(['place', 'fields']).execute()
  const draftText = async () => JSON.parse((await drafts())[0]?.fields ?? '{}').source as string | undefined

  test('without a script a draft is saved by a button, stands in the form again, and is discarded', async () => {
    const page = await open('/boards/2/threads/new', { javaScript: false })
    expect(await page.locator('.aids').count()).toBe(0)
    await page.fill('[name=title]', 'A ferry')
    await text(page).fill('It *sails*.')
    await page.click('text=Save draft')
    await page.locator('.draft').waitFor()
    expect(await page.inputValue('[name=title]')).toBe('A ferry')
    expect(await text(page).inputValue()).toBe('It *sails*.')
    await page.click('text=Discard')
    expect(await text(page).inputValue()).toBe('')
    expect(await drafts()).toEqual([])
    await page.goto((await page.getByText('How to write').getAttribute('href')) ?? '')
    await page.locator('.help td', { hasText: 'Post it' }).waitFor()
  })

  test('marks are put on and taken off by buttons and keys, and undone', async () => {
    const page = await open('/threads/1/reply')
    const bar = page.getByRole('toolbar')
    await text(page).fill('the ferry sails')
    await text(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 9))
    await bar.getByRole('button', { name: 'Strong' }).click()
    expect(await text(page).inputValue()).toBe('the **ferry** sails')
    await page.keyboard.press('Control+b')
    expect(await text(page).inputValue()).toBe('the ferry sails')
    await page.keyboard.press('Control+i')
    await page.keyboard.press('Control+z')
    expect(await text(page).inputValue()).toBe('the ferry sails')
    await bar.getByRole('button', { name: 'Strong' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Stressed')
    await page.click('summary:text("How it is written")')
    await page.check('input[value=bbcode]')
    await text(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 9))
    await bar.getByRole('button', { name: 'Link' }).click()
    expect(await text(page).inputValue()).toBe('the [url=https://]ferry[/url] sails')
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('names are completed by the keyboard, people of the thread first', async () => {
    const page = await open('/threads/1/reply')
    await text(page).pressSequentially('Ask @Mo')
    const option = page.getByRole('option', { name: 'Mo' })
    await option.waitFor()
    expect(await option.getAttribute('aria-selected')).toBe('true')
    expect(await text(page).getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Enter')
    expect(await text(page).inputValue()).toBe('Ask @Mo ')
    await text(page).pressSequentially('and @Bo')
    await page.getByRole('option', { name: 'Bo' }).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('listbox').isVisible()).toBe(false)
  })

  test('the text stands beside as it will stand, when that is wanted, and nothing moves', async () => {
    const page = await open('/threads/1/reply')
    await page.getByRole('button', { name: 'Preview as I type' }).click()
    const before = await page.locator('.sends').boundingBox()
    await text(page).fill('It *sails*.\n\n'.repeat(40))
    await page.locator('.live em', { hasText: 'sails' }).first().waitFor()
    expect((await page.locator('.sends').boundingBox())?.y).toBe(before?.y)
    const [field, live] = [await text(page).boundingBox(), await page.locator('.live').boundingBox()]
    expect(live!.x).toBeGreaterThan(field!.x + field!.width)
    await page.setViewportSize({ width: 360, height: 700 })
    expect((await page.locator('.live').boundingBox())!.y).toBeGreaterThan(field!.y + field!.height)
    expect(await sidewaysOverflow(page)).toBe(0)
    expect((await page.locator('.aids').boundingBox())!.height).toBeLessThan(45)
    await page.reload()
    await page.locator('.live').waitFor()
  })

  test('what is typed is kept, restored, and gone once it is posted', async () => {
    const page = await open('/threads/1/reply')
    await text(page).fill('Precious.')
    await page.locator('.kept-where', { hasText: 'Saved' }).waitFor()
    expect(await draftText()).toBe('Precious.')
    // What is saved may be left without a question.
    await page.goto('/threads/1/port-strike')
    expect(await text(page).inputValue()).toBe('Precious.')
    await page.locator('.draft').waitFor()
    await text(page).press('Control+Enter')
    await page.waitForURL('**/threads/1/port-strike#p2')
    await expect.poll(drafts).toEqual([])
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([])
    expect(await text(page).inputValue()).toBe('')
  })

  test('offline it is kept in the browser, and given to the forum once that answers', async () => {
    const page = await open('/threads/1/reply')
    await page.locator('.aids').waitFor()
    await page.context().setOffline(true)
    await text(page).fill('Typed at sea.')
    await page.locator('.kept-where', { hasText: 'Kept in this browser' }).waitFor()
    expect(await drafts()).toEqual([])
    await page.context().setOffline(false)
    await page.locator('.kept-where', { hasText: 'Saved' }).waitFor()
    expect(await draftText()).toBe('Typed at sea.')
    visits[0]!.complaints.length = 0
  })

  test('an address over words becomes a link; what is left is counted', async () => {
    const page = await open('/boards/2/threads/new')
    await page.fill('[name=title]', 'A')
    await page.locator('.count', { hasText: 'still needed: 2' }).waitFor()
    await text(page).fill('see the notice')
    await text(page).evaluate((field: HTMLTextAreaElement) => {
      field.focus()
      field.setSelectionRange(8, 14)
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'https://harbour.example/n')
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    expect(await text(page).inputValue()).toBe('see the [notice](https://harbour.example/n)')
    await text(page).fill('x'.repeat(49_990))
    await page.locator('.count', { hasText: 'left: 10' }).waitFor()
    await text(page).fill('x'.repeat(50_001))
    await page.locator('.count.problem', { hasText: 'too many: 1' }).waitFor()
  })

  test('a chosen picture is sent, put into the text, and asked what it shows', async () => {
    const page = await open('/threads/1/reply')
    await page.locator('.attaching summary').click()
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await page.setInputFiles('#field-file', {
      ...{ name: 'quay.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') },
    })
    await expect.poll(() => text(page).inputValue()).toContain('![](attachment:1)')
    await page.fill('[name=alt-1]', 'A quay')
    await page.locator('[name=alt-1]').blur()
    expect(await text(page).inputValue()).toContain('![A quay](attachment:1)')
    await page.setInputFiles('#field-file', {
      ...{ name: 'false.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload=alert(1)>') },
    })
    await page.locator('.sent-files [role=alert]', { hasText: 'false.png' }).waitFor()
    visits[0]!.complaints.length = 0
  })
})
