import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { addGroup } from '#forum/permissions/actions.ts'
import { findChromium } from '../../scripts/test/chromium.js'
import { accessibilityProblems, openBrowser, sidewaysOverflow, type Visit } from '../support/browser.ts'
import { type OpenSite, openSite } from './site.ts'

describe.runIf(findChromium())('the administration in a browser', () => {
  let browser: Browser
  let site: OpenSite
  let visits: Visit[]

  beforeAll(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    visits = []
    site = await openSite()
  })
  afterEach(async () => {
    for (const { context, complaints } of visits) {
      expect(complaints).toEqual([])
      await context.close()
    }
    await site.close()
  })
  afterAll(() => browser.close())

  const open = async (path: string, view: Parameters<OpenSite['open']>[2] = {}): Promise<Page> => {
    const opened = await site.open(browser, path, view, site.pages.people.administrator)
    visits.push(opened)
    return opened.page
  }

  describe.each([
    { script: 'with', javaScript: true },
    { script: 'without', javaScript: false },
  ])('$script a script', ({ javaScript }) => {
    test('a board is added, put in order, closed to guests, moved and removed', async () => {
      const page = await open('/administration', { javaScript })
      await page.locator('main nav').getByRole('link', { name: 'Boards', exact: true }).click()
      await page.getByRole('link', { name: 'Add within News' }).click()
      await page.getByLabel('Title').fill('Pilots')
      await page.getByRole('button', { name: 'Add a board' }).click()
      await page.getByText('Done. It holds from now on.').waitFor()
      await page.goto('/administration/boards')
      await page.getByRole('button', { name: 'Up: Pilots' }).click()
      await page.waitForURL(/#board-\d+$/)
      expect(await page.locator('.branch .branch .branch .name').allTextContents()).toEqual([
        'Pilots',
        'Harbour',
      ])
      expect(await page.getByRole('button', { name: 'Up: Pilots' }).isDisabled()).toBe(true)
      await page.getByRole('link', { name: 'Who may what in Pilots' }).click()
      await page.getByLabel('Guests: Nothing').check()
      await page.getByRole('button', { name: 'Give it these levels of its own' }).click()
      await page.getByText('This board has levels of its own.').waitFor()
      const guest = await site.open(browser, '/', { javaScript })
      expect(await guest.page.locator('main').textContent()).not.toContain('Pilots')
      await guest.context.close()
      await page.getByRole('link', { name: 'Pilots', exact: true }).first().click()
      await page.getByLabel('Stands in').selectOption('Staff')
      await page.getByRole('button', { name: 'Move', exact: true }).click()
      await page.getByText('Done.').waitFor()
      await page.getByRole('button', { name: 'Remove', exact: true }).click()
      await page.waitForURL('**/administration/boards?done=1')
      expect(await page.locator('.name').allTextContents()).toEqual(['World', 'News', 'Harbour', 'Staff'])
    })

    test('a member is found, given a role and a link, and it is explained what they may', async () => {
      const page = await open('/administration/members', { javaScript })
      await page.getByLabel('Name or address').fill('bo')
      await page.getByRole('button', { name: 'Find' }).click()
      await page.getByRole('link', { name: 'Bo', exact: true }).click()
      await page.getByLabel('Moderator').check()
      await page.getByLabel('Custom title').fill('Pilot')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('Done.').waitFor()
      expect(await page.getByLabel('Moderator').isChecked()).toBe(true)
      await page.getByRole('button', { name: 'Make a link' }).click()
      expect(await page.locator('.once').textContent()).toMatch(/\/password\/[\w-]{22}$/)
      await page.locator('.meta').getByRole('link', { name: 'Who may, and why' }).click()
      await page.getByLabel('Board').selectOption({ label: 'Staff' })
      await page.getByRole('button', { name: 'Explain it' }).click()
      const answer = page.getByRole('region', { name: 'The answer' })
      expect(await answer.textContent()).toContain('Bo may read Staff, reply and start threads there.')
      expect(await answer.textContent()).toContain('Bo may also look after the threads there')
    })

    test('what was typed stands there still when it cannot be used', async () => {
      const page = await open('/administration/boards/new', { javaScript })
      const long = 'x'.repeat(501)
      await page.getByLabel('Title').fill('Pilots')
      await page.getByLabel('Description').fill(long)
      await page.getByLabel('This is a section').check()
      await page.getByRole('button', { name: 'Add a board' }).click()
      await page.getByRole('alert').waitFor()
      expect(await page.getByLabel('Title').inputValue()).toBe('Pilots')
      expect(await page.getByLabel('Description').inputValue()).toBe(long)
      expect(await page.getByLabel('This is a section').isChecked()).toBe(true)
      visits[0]!.complaints.length = 0
    })
  })

  test.each([
    { as: 'wide', view: { width: 1280 } },
    { as: 'from right to left', view: { width: 360, locale: 'ar' } },
    { as: 'narrow, dark and in German', view: { width: 320, locale: 'de', scheme: 'dark' } },
  ] as const)('every page is without fault to read and to use: $as', async ({ view }) => {
    const { boards, members } = site.pages.house
    const pilots = await act(site.pages.forum, site.pages.people.administrator, a => addGroup(a, 'Pilots'))
    const start = '/administration'
    const paths = [
      ...['', '/settings', '/boards', '/boards/new', '/groups', '/members', '/members/new', '/why'],
      ...[`/boards/${boards.harbour}?done=1`, `/boards/${boards.staff}`, `/groups/${pilots}`],
      ...[`/boards/${boards.harbour}/permissions`, `/members/${members.Bo}`, `/members/${members.Sol}`],
      ...[`/why?member=Bo&board=${boards.harbour}`, `/why?member=&board=${boards.staff}`],
    ]
    const page = await open(start, view)
    for (const path of paths) {
      await page.goto(start + path)
      expect(await accessibilityProblems(page), path).toEqual([])
      expect(await sidewaysOverflow(page), path).toBe(0)
    }
  })
})
