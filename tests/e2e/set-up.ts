import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { type View, visit } from '../support/browser.ts'
import type { TestServer } from '../support/server.ts'

/** Of whoever sets a forum up. */
export const PASSWORD = 'nine herrings and a bucket'

/** Where a server that nobody administers yet is set up. */
export const setUpLink = (server: TestServer): string => /Set it up at (\S+)/.exec(server.output())?.[1] ?? ''

/** Fills in the set-up page; → the cookie of the administrator's session. */
export async function setUp(
  browser: Browser,
  server: TestServer,
  view: View,
  isExample: boolean,
): Promise<string> {
  const { page, context, complaints } = await visit(browser, server.site, setUpLink(server), view)
  await page.getByLabel('Its name').fill('Lighthouse')
  await page.getByLabel('Your name, as members will see it').fill('Ada Quill')
  await page.getByLabel('Your mail address').fill('ada@example.org')
  await page.getByLabel('A password').fill('short')
  await page.getByRole('button', { name: 'Open the forum' }).click()
  // What was typed stays; the password is asked for again.
  expect(await page.getByLabel('Its name').inputValue()).toBe('Lighthouse')
  await page.getByLabel('A password').fill(PASSWORD)
  if (isExample) await page.getByLabel('Fill it with an example community').check()
  await page.getByRole('button', { name: 'Open the forum' }).click()
  await page.getByRole('heading', { name: 'Lighthouse', level: 1 }).waitFor()
  const [session] = (await context.cookies()).filter(({ name }) => name === 'rostra')
  expect(complaints.filter(text => !text.includes('422'))).toEqual([])
  await context.close()
  return `rostra=${session?.value}`
}
