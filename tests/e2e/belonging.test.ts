import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../scripts/test/chromium.js'
import { openBrowser, type View, visit } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'
import {
  confirmsAddress,
  type Ground,
  joins,
  mustBeSound,
  type Person,
  signsOut,
  unzipped,
  verdictBecomes,
  withAuthenticator,
} from './belonging.ts'
import { PASSWORD, setUp } from './set-up.ts'

const VIEWS: [string, View][] = [
  ['wide, with JavaScript', { width: 1280 }],
  ['on a phone, without JavaScript', { width: 360, isPhone: true, javaScript: false }],
]

const NOTICE = 'The *harbour* is closed from Monday.'
const TEXT = 'The ferry sails at noon, and the quay stays closed until Friday.'

describe.runIf(findChromium())('belonging, in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  describe.each(VIEWS)('%s', (_, view) => {
    const hasScript = view.javaScript !== false
    let server: TestServer
    let ground: Ground
    let administrator: Person
    let bo: Person
    let cy: Person
    let picture: Buffer

    beforeAll(async () => {
      server = await startServer({ host: 'localhost', environment: { ROSTRA_OUTGOING: 'forbidden' } })
      ground = { browser, server, view }
      const cookie = await setUp(browser, server, view, false)
      const opened = await visit(browser, server.site, '/boards/1/threads/new', { ...view, cookie })
      administrator = { ...opened, name: 'Ada Quill', address: 'ada@example.org' }
      const create = { width: 800, height: 600, channels: 3, background: '#8a2f1d' } as const
      picture = await sharp({ create }).png().toBuffer()
    })
    afterAll(async () => {
      for (const person of [administrator, bo, cy]) await person?.context.close()
      await server.stop()
    })

    const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
    const text = (page: Page) => page.locator('[name=source]')

    test('two people join and confirm their addresses', async () => {
      const { page } = administrator
      await page.locator('[name=title]').fill('Harbour notice')
      await text(page).fill(NOTICE)
      await send(page, 'Start the thread')
      await page.waitForURL('**/threads/1/**')
      bo = await joins(ground, 'Bo Tern', 'bo@example.org')
      await confirmsAddress(ground, bo)
      cy = await joins(ground, 'Cy Wren', 'cy@example.org')
      await confirmsAddress(ground, cy)
    })

    test('one signs in again, with a passkey where there is one', async () => {
      const { page } = bo
      if (hasScript) {
        await withAuthenticator(bo)
        await page.goto('/account/passkeys')
        await page.getByLabel('Name', { exact: true }).fill('Pocket')
        await page.locator('[name=currentPassword]').fill(PASSWORD)
        await send(page, 'Add a passkey')
        await page.getByRole('rowheader', { name: 'Pocket' }).waitFor()
        await mustBeSound(ground, page)
      }
      await signsOut(bo)
      await page.goto('/sign-in?next=%2Faccount')
      await mustBeSound(ground, page)
      if (hasScript) await send(page, 'Sign in with a passkey')
      else {
        await page.locator('[name=name]').fill(bo.address)
        await page.locator('[name=password]').fill(PASSWORD)
        await send(page, 'Sign in')
      }
      await page.waitForURL('**/account')
      await mustBeSound(ground, page)
    })

    test('a thread is started with a picture, a poll, a quote and a mention', async () => {
      const { page } = bo
      await page.goto('/boards/1/threads/new')
      await page.locator('[name=title]').fill('When does the ferry sail?')
      await page.locator('.attaching summary').click()
      await page.setInputFiles('[name=file]', { name: 'quay.png', mimeType: 'image/png', buffer: picture })
      if (hasScript) await expect.poll(() => text(page).inputValue()).toContain('![](attachment:1)')
      else await send(page, 'Attach')
      await page.locator('[name=alt-1]').fill('A quay')
      const quote = `[quote="Ada Quill, post: 1/1, revision: 1"]\nThe harbour is closed from Monday.\n[/quote]`
      await text(page).fill(`${quote}\n\n${TEXT}\n\nDoes @"Ada Quill" know?\n\n![A quay](attachment:1)`)
      await page.getByText('Add a poll').click()
      await page.locator('[name=pollQuestion]').fill('Which one do you take?')
      await page.locator('[name=pollOptions]').fill('At noon\nAt dusk')
      await mustBeSound(ground, page)
      await send(page, 'Start the thread')
      await page.waitForURL('**/threads/2/**')
      await page.locator('#p1 .text img[alt="A quay"]').waitFor()
      await page.locator('#p1 .text a.mention', { hasText: 'Ada Quill' }).waitFor()
      await verdictBecomes(page, '#p1', 'Word for word')
      await mustBeSound(ground, page)
    })

    test('another member votes, and quotes a part of it', async () => {
      const { page } = cy
      await page.goto('/boards/1')
      await page.getByRole('link', { name: 'When does the ferry sail?' }).first().click()
      await page.getByLabel('At dusk').first().check()
      await send(page, 'Vote')
      await page.locator('.poll', { hasText: '1 member voted' }).waitFor()
      if (hasScript) {
        await page.evaluate(() => {
          const node = document.querySelector('#p1 .text > p')!.firstChild as globalThis.Text
          const begin = node.data.indexOf('the quay')
          getSelection()!.setBaseAndExtent(node, begin, node, begin + 'the quay stays closed'.length)
        })
        await page.locator('[data-picked] [data-now]').click()
        await expect.poll(() => text(page).inputValue()).toContain('the quay stays closed')
      } else {
        await page.locator('#p1').getByRole('link', { name: 'Quote' }).click()
        const begin = /^\[quote[^\]]*\]$/m.exec(await text(page).inputValue())?.[0]
        await text(page).fill(`${begin}\nthe quay stays closed\n[/quote]\n`)
      }
      await text(page).fill(`${await text(page).inputValue()}\nSo I thought.`)
      await send(page, 'Post the reply')
      await page.waitForURL('**#p2')
      await verdictBecomes(page, '#p2', 'Shortened')
      await mustBeSound(ground, page)
    })

    test('the first post is edited, and the verdict on the quote of it says so', async () => {
      const { page } = bo
      await page.goto('/posts/2/1/edit')
      await mustBeSound(ground, page)
      await text(page).fill((await text(page).inputValue()).replace('stays closed', 'is open'))
      await send(page, 'Save')
      await page.waitForURL('**#p1')
      await verdictBecomes(page, '#p2', 'Source edited since')
      await page.locator('#p2 .verdict a').click()
      await page.locator('del', { hasText: 'closed' }).first().waitFor()
      await mustBeSound(ground, page)
    })

    test('they talk among themselves, a third is invited, one leaves', async () => {
      await bo.page.goto('/conversations/new')
      await bo.page.locator('[name=people]').fill('Cy Wren')
      await bo.page.locator('[name=title]').fill('About the quay')
      await text(bo.page).fill('Between us: it opens.')
      await mustBeSound(ground, bo.page)
      await send(bo.page, 'Start conversation')
      await bo.page.getByRole('heading', { name: 'About the quay', level: 1 }).waitFor()
      const path = new URL(bo.page.url()).pathname
      await bo.page.getByRole('link', { name: 'Invite' }).click()
      await bo.page.locator('[name=people]').fill('Ada Quill')
      await mustBeSound(ground, bo.page)
      await send(bo.page, 'Invite')
      await bo.page.locator('.people', { hasText: '3 people' }).waitFor()

      await cy.page.goto('/conversations')
      await mustBeSound(ground, cy.page)
      await cy.page.getByRole('link', { name: 'About the quay' }).click()
      await cy.page.getByText('Between us: it opens.').waitFor()
      await text(cy.page).fill('Good to know.')
      await send(cy.page, 'Post the reply')
      await cy.page.waitForURL('**#p2')
      await mustBeSound(ground, cy.page)
      await cy.page.getByRole('link', { name: 'Leave' }).click()
      await mustBeSound(ground, cy.page)
      await send(cy.page, 'Leave')
      await cy.page.waitForURL('**/conversations*')
      expect(await cy.page.getByText('About the quay').count()).toBe(0)
      expect((await cy.page.request.get(path)).status()).toBe(404)

      await administrator.page.goto(path)
      await administrator.page.getByText('Good to know.').waitFor()
      await mustBeSound(ground, administrator.page)
    })

    test('everything that is kept of somebody can be downloaded', async () => {
      const { page } = bo
      await page.goto('/account/data')
      await mustBeSound(ground, page)
      const waiting = page.waitForEvent('download')
      await send(page, 'Download my data')
      const files = unzipped(await readFile(await (await waiting).path()))
      const posts = String(files.get('posts.jsonl'))
      expect(posts).toContain('the quay stays closed')
      expect(posts).toContain('the quay is open')
      expect(String(files.get('data.json'))).toContain(bo.address)
      const [kept] = [...files].filter(([name]) => name.startsWith('files/'))
      expect(await sharp(kept?.[1]).metadata()).toMatchObject({ width: 800, height: 600 })
    })

    test('an account is ended, and what was written stays without the name', async () => {
      const { page } = bo
      await page.goto('/account/delete')
      await mustBeSound(ground, page)
      await page.getByLabel('They stay, without my name.').check()
      await page.locator('[name=name]').fill(bo.name)
      await page.locator('[name=currentPassword]').fill(PASSWORD)
      await send(page, 'Delete my account for good')
      await page.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor()
      await page.goto('/posts/2/1')
      await page.locator('#p1 .card', { hasText: 'Former member' }).waitFor()
      expect(await page.locator('#p1').getByText(bo.name).count()).toBe(0)
      await mustBeSound(ground, page)
    })

    test('nothing was complained about on the way', () => {
      for (const { complaints, name } of [administrator, bo, cy]) expect(complaints, name).toEqual([])
      expect(server.log()).not.toContain('"level":"error"')
    })
  })
})
