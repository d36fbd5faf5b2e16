import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { mailFolder } from '#mail/folder.ts'
import { accessibilityProblems, sidewaysOverflow, type View, type Visit, visit } from '../support/browser.ts'
import type { TestServer } from '../support/server.ts'
import { PASSWORD } from './set-up.ts'

/** Somebody who joins and writes: a browser of their own. */
export interface Person extends Visit {
  readonly name: string
  readonly address: string
}

/** Where a journey takes place. */
export interface Ground {
  readonly browser: Browser
  readonly server: TestServer
  readonly view: View
}

/** How long anything may take that the server does on its own. */
const PATIENCE = { timeout: 20_000, interval: 250 }

/**
 * Looks whether a page is sound as it stands: no rule of accessibility is broken, and it is no wider than its window. A page without
 * JavaScript cannot be asked, so its address is opened once more with it.
 */
export async function mustBeSound({ browser, server, view }: Ground, page: Page): Promise<void> {
  const { pathname, search } = new URL(page.url())
  const path = pathname + search
  expect(await sidewaysOverflow(page), path).toBe(0)
  if (view.javaScript !== false) {
    expect(await accessibilityProblems(page), path).toEqual([])
    return
  }
  const [session] = (await page.context().cookies()).filter(({ name }) => name === 'rostra')
  const cookie = session ? { cookie: `rostra=${session.value}` } : {}
  const again = await visit(browser, server.site, path, { ...view, javaScript: true, ...cookie })
  expect(await accessibilityProblems(again.page), path).toEqual([])
  expect(again.complaints, path).toEqual([])
  await again.context.close()
}

/** Fills in the form to join, and sends it until the forum takes it: the first seconds it takes for a program's. */
export async function joins(ground: Ground, name: string, address: string): Promise<Person> {
  const { browser, server, view } = ground
  const opened = await visit(browser, server.site, '/register', view)
  const { page, complaints } = opened
  await mustBeSound(ground, page)
  await page.locator('[name=name]').fill(name)
  await page.locator('[name=address]').fill(address)
  await expect
    .poll(async () => {
      if (new URL(page.url()).pathname !== '/register') return page.url()
      await page.locator('[name=password]').fill(PASSWORD)
      await page.locator('main form button').click()
      return page.getByRole('button', { name: 'Sign out' }).or(page.locator('.notice.bad')).textContent()
    }, PATIENCE)
    .toBe('Sign out')
  // The browser tells of every answer that is a refusal.
  complaints.splice(0, complaints.length, ...complaints.filter(text => !text.includes('422')))
  return { ...opened, name, address }
}

/** Follows the link in the mail that came to somebody's address, and confirms it. */
export async function confirmsAddress(ground: Ground, { page, address }: Person): Promise<void> {
  const folder = mailFolder(join(ground.server.data, 'mail'))
  const link = async (): Promise<string | undefined> => {
    const mail = (await folder.list()).find(({ to }) => to.includes(address))
    const opened = mail && (await folder.read(mail.name))
    return /https?:\S+\/confirm\/\S+/.exec(opened?.text ?? '')?.[0]
  }
  await expect.poll(link, PATIENCE).toBeDefined()
  const href = (await link()) as string
  expect(href.startsWith(`${ground.server.site}/`)).toBe(true)
  await page.goto(href)
  await mustBeSound(ground, page)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  expect(await page.getByText('You can write once you have confirmed').count()).toBe(0)
}

/** Gives the page's browser an authenticator that holds passkeys and says yes whenever it is asked. */
export async function withAuthenticator({ page, context }: Person): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}

export async function signsOut({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor()
}

/** What a page says in the verdict of its only quote, loaded anew until it says that. */
export async function verdictBecomes(page: Page, post: string, verdict: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.reload()
      return page.locator(`${post} .verdict`).first().textContent()
    }, PATIENCE)
    .toContain(verdict)
}

/** The files of a ZIP archive by their names. */
export function unzipped(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'))
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [length, more, comment] = [28, 30, 32].map(field => archive.readUInt16LE(at + field)) as number[]
    const name = archive.toString('utf8', at + 46, at + 46 + length!)
    const local = archive.readUInt32LE(at + 42)
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const bytes = archive.subarray(begin, begin + archive.readUInt32LE(at + 20))
    files.set(name, archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes))
    at += 46 + length! + more! + comment!
  }
  return files
}
