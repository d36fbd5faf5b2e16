import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findChromium } from '../../scripts/test/chromium.js'
import { openBrowser, type Visit } from '../support/browser.ts'
import { type OpenSite, openSite } from './site.ts'

const TEXT = '#reply textarea[name=source]'

describe.runIf(findChromium())('quoting in a browser', () => {
  let browser: Browser
  let site: OpenSite
  let visits: Visit[]

  beforeAll(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    visits = []
    site = await openSite()
    const { member, moderator } = site.pages.people
    await site.start(member, 'Port strike', 'The *first* post of this thread.')
    await site.write(
      moderator,
      1,
      '[quote="Bo, post: 1/1, revision: 1"]\nThe first post\n[/quote]\n\nMy own words.',
    )
    await site.start(member, 'Another', 'From elsewhere.')
  })
  afterEach(async () => {
    for (const { context, complaints } of visits) {
      expect(complaints).toEqual([])
      await context.close()
    }
    await site.close()
  })
  afterAll(() => browser.close())

  const open = async (path: string): Promise<Page> => {
    const opened = await site.open(browser, path, {}, site.pages.people.member)
    visits.push(opened)
    return opened.page
  }
  /** Selects from one character to another of the first text that an element holds directly. */
  const select = (page: Page, element: string, from: number, to: number) =>
    page.evaluate(
      ([selector, start, end]) => {
        const node = document.querySelector(selector)!.firstChild!
        getSelection()!.setBaseAndExtent(node, start, node, end)
      },
      [element, from, to] as const,
    )
  const written = (page: Page, text: string) =>
    page.waitForFunction(
      ([selector, part]) => document.querySelector<HTMLTextAreaElement>(selector)?.value.includes(part),
      [TEXT, text] as const,
    )

  test('selected words are quoted whole, with their post and its wording', async () => {
    const page = await open('/threads/1/port-strike')
    await select(page, '#p2 .text > p', 4, 10)
    await page.locator('[data-picked] [data-now]').click()
    await written(page, '[quote="Mo, post: 1/2, revision: 1"]\nown words\n[/quote]')
  })

  test('words within a quote are quoted from their own post', async () => {
    const page = await open('/threads/1/port-strike')
    await select(page, '#p2 blockquote p', 4, 9)
    await page.locator('[data-picked] [data-now]').click()
    await written(page, '[quote="Bo, post: 1/1, revision: 1"]\nfirst\n[/quote]')
  })

  test('quotes are collected across pages and put in together', async () => {
    const page = await open('/threads/2/another')
    await page.locator('#p1 .acts [data-later]').click()
    expect(await page.locator('[data-count]').textContent()).toBe('1')
    await page.goto(`${site.url}/threads/1/port-strike`)
    await select(page, '#p2 .text > p', 0, 6)
    await page.locator('[data-picked] [data-later]').click()
    expect(await page.locator('[data-count]').textContent()).toBe('2')
    await page.locator('[data-insert]').click()
    await written(page, '[quote="Bo, post: 2/1, revision: 1"]\nFrom elsewhere.\n[/quote]')
    await written(page, '[quote="Mo, post: 1/2, revision: 1"]\nMy own\n[/quote]')
    expect(await page.locator('[data-quotes]').isHidden()).toBe(true)
  })
})
