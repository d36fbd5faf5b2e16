import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { editPost } from '#forum/posts/actions/edit.ts'
import { findChromium } from '../../scripts/test/chromium.js'
import { openBrowser, type Visit } from '../support/browser.ts'
import { type OpenSite, openSite } from './site.ts'

describe.runIf(findChromium())('writing in a browser', () => {
  let browser: Browser
  let site: OpenSite
  let visits: Visit[]

  beforeAll(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    visits = []
    site = await openSite()
    await site.start(site.pages.people.member, 'Port strike', 'The *first* post.')
    await site.write(site.pages.people.moderator, 1, 'The second post.')
  })
  afterEach(async () => {
    for (const { context, complaints } of visits) {
      expect(complaints).toEqual([])
      await context.close()
    }
    await site.close()
  })
  afterAll(() => browser.close())

  const open = async (path: string, javaScript: boolean, who = site.pages.people.member): Promise<Page> => {
    const opened = await site.open(browser, path, { javaScript }, who)
    visits.push(opened)
    return opened.page
  }
  const pathOf = (page: Page) => page.url().slice(site.url.length)

  describe.each([
    { script: 'with', javaScript: true },
    { script: 'without', javaScript: false },
  ])('$script a script', ({ javaScript }) => {
    test('a thread is started, with a look at it before', async () => {
      const page = await open('/boards/2', javaScript)
      await page.click('text=New thread')
      await page.fill('[name=title]', 'A ferry')
      await page.fill('[name=source]', 'It *sails*.')
      await page.click('button:text-is("Preview")')
      await page.locator('#preview em', { hasText: 'sails' }).waitFor()
      expect(await page.inputValue('[name=title]')).toBe('A ferry')
      expect(await page.inputValue('[name=source]')).toBe('It *sails*.')
      await page.click('text=Start the thread')
      await page.waitForURL('**/threads/2/a-ferry#p1')
      expect(await page.locator('h1').textContent()).toBe('A ferry')
      expect(await page.locator('#p1 em').textContent()).toBe('sails')
    })

    test('a reply quotes a post, and stands at its place', async () => {
      const page = await open('/threads/1/port-strike', javaScript)
      await page.locator('#p2').getByText('Quote', { exact: true }).click()
      const text = page.locator('[name=source]')
      await expect
        .poll(() => text.inputValue())
        .toContain('[quote="Mo, post: 1/2, revision: 1"]\nThe second post.')
      expect(pathOf(page)).toBe(javaScript ? '/threads/1/port-strike' : '/threads/1/reply?quote=2')
      await text.fill(`${await text.inputValue()}\nNo.`)
      await page.click('text=Post the reply')
      await page.waitForURL('**/threads/1/port-strike#p3')
      expect(await page.locator('#p3 blockquote cite a').getAttribute('href')).toBe('/posts/1/2')
      expect(await page.locator('#p3 .text > p').textContent()).toBe('No.')
    })

    test('a reaction is given, changed and taken back', async () => {
      const page = await open('/threads/1/port-strike', javaScript)
      const bar = page.locator('#p2 .reactions')
      const pressed = () => bar.locator('[aria-pressed=true]').allTextContents()
      for (const [button, after] of [
        ['Like', ['Like 1']],
        ['Disagree', ['Disagree 1']],
        ['Disagree', []],
      ] as const) {
        await bar.getByText(button).click()
        await expect.poll(pressed).toEqual(after)
      }
    })

    test('what somebody else saved meanwhile is shown, what was typed stays', async () => {
      const page = await open('/posts/1/1/edit', javaScript)
      const change = { threadId: 1, number: 1, source: 'Theirs.', reason: 'Spelling.', basedOn: 1 }
      await act(site.pages.forum, site.pages.people.moderator, a => editPost(a, change))
      await page.fill('[name=source]', 'Mine.')
      await page.click('button:text-is("Save")')
      await page.locator('.newer').waitFor()
      expect(await page.locator('.newer .diff').first().textContent()).toBe('Theirs.')
      expect(await page.inputValue('[name=source]')).toBe('Mine.')
      visits[0]!.complaints.length = 0
      await page.click('button:text-is("Save")')
      await page.waitForURL('**/threads/1/port-strike#p1')
      expect(await page.locator('#p1 .text').textContent()).toContain('Mine.')
      await page.locator('#p1').getByText('edited').click()
      expect(await page.locator('.wording').count()).toBe(3)
    })
  })

  test('with a script several quotes come behind what was typed, and nothing is left unasked', async () => {
    const page = await open('/threads/1/port-strike', true)
    const asked: string[] = []
    page.on('dialog', dialog => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await page.fill('[name=source]', 'My words.')
    for (const [post, words] of [
      ['#p1', 'The *first* post.'],
      ['#p2', 'The second post.'],
    ] as const) {
      await page.locator(post).getByText('Quote', { exact: true }).click()
      await expect.poll(() => page.inputValue('[name=source]')).toContain(words)
    }
    expect(await page.inputValue('[name=source]')).toMatch(
      /^My words\.\n\n\[quote="Bo,[\s\S]*\[\/quote\]\n\n\[quote="Mo,/,
    )
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('source')
    await page.click('.bar a').catch(() => undefined)
    expect(asked).toEqual(['beforeunload'])
    expect(pathOf(page)).toBe('/threads/1/port-strike')
  })

  test('by keyboard alone: to the content, to the form, and sent', async () => {
    const page = await open('/threads/1/port-strike', true)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.keyboard.press('Enter')
    await page.locator('#p2').getByText('Reply').focus()
    await page.keyboard.press('Enter')
    await page.locator('[name=source]').focus()
    await page.keyboard.type('By keys.')
    await page.getByText('Post the reply').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/threads/1/port-strike#p3')
  })
})
