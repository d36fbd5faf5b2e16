import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findChromium } from '../../../scripts/test/chromium.js'
import { openBrowser, type Visit, visit } from '../../../tests/support/browser.ts'

const PAGE = `<!doctype html><html lang="en"><title>A page</title><script type="module" src="/app.js"></script>
<form data-island id="react" method="post" action="/react"><input type="hidden" name="csrf" value="t0ken"><button name="set" value="like">Like</button></form>
<form data-keep data-failed="Not sent." id="write" method="post" action="/write"><input type="hidden" name="csrf" value="t0ken"><input name="title" value="Old">
<textarea name="source"></textarea><div id="preview"></div><button>Send</button><button name="act" value="preview" data-into="preview">Preview</button></form></html>`

interface Seen {
  path: string
  island: string | undefined
  token: string | undefined
  body: string
}

describe.runIf(findChromium())('the script of every page', () => {
  let browser: Browser
  let server: Server
  let site: string
  let script: string
  let seen: Seen[]
  /** What the next write is answered with. */
  let next: { status: number; headers?: Record<string, string>; body: string } | 'nothing'

  beforeAll(async () => {
    const { outputFiles } = await esbuild.build({
      entryPoints: [join(import.meta.dirname, 'app.ts')],
      ...{ bundle: true, format: 'esm', write: false },
    })
    script = outputFiles[0]!.text
    server = createServer(async (request, response) => {
      if (request.url === '/app.js') response.setHeader('content-type', 'text/javascript').end(script)
      else if (request.method === 'GET') response.setHeader('content-type', 'text/html').end(PAGE)
      else {
        seen.push(await readWrite(request))
        if (next === 'nothing') response.destroy()
        else response.writeHead(next.status, { 'content-type': 'text/html', ...next.headers }).end(next.body)
      }
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await openBrowser()
  })
  beforeEach(() => {
    seen = []
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  const open = async (work: (visit: Visit) => Promise<void>, path = '/'): Promise<void> => {
    const opened = await visit(browser, site, path)
    await work(opened)
    await opened.context.close()
  }

  test('a form is answered in its place, the focus stays on its button', () =>
    open(async ({ page }) => {
      next = {
        status: 200,
        body: '<form data-island id="react" method="post" action="/react"><input type="hidden" name="csrf" value="t0ken"><button name="remove" value="1">Like 1</button></form>',
      }
      await page.click('#react button')
      await page.getByText('Like 1').waitFor()
      expect(seen).toEqual([{ path: '/react', island: '1', token: 't0ken', body: 'csrf=t0ken&set=like' }])
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Like 1')
    }))

  test('a refusal is told beside the form, once, and the form stays', () =>
    open(async ({ page }) => {
      next = { status: 403, body: '<p class="notice bad" role="alert">Not here.</p>' }
      await page.click('#react button')
      await page.getByText('Not here.').waitFor()
      next = { status: 403, body: '<p class="notice bad" role="alert">Not now.</p>' }
      await page.click('#react button')
      await page.getByText('Not now.').waitFor()
      expect(await page.locator('.notice').count()).toBe(1)
      expect(await page.locator('#react button').textContent()).toBe('Like')
    }))

  test('a preview stands where its button says; what was typed stays', () =>
    open(async ({ page }) => {
      next = { status: 200, body: '<p>Rendered</p>' }
      await page.fill('textarea', 'Source & more')
      await page.click('text=Preview')
      await page.locator('#preview p').waitFor()
      expect(await page.inputValue('textarea')).toBe('Source & more')
      expect(seen[0]?.body).toBe('csrf=t0ken&title=Old&source=Source+%26+more&act=preview')
    }))

  test('without an answer a form with a text says so, and can be sent again', () =>
    open(async ({ page }) => {
      next = 'nothing'
      await page.fill('textarea', 'Precious')
      await page.click('text=Preview')
      await page.getByRole('alert').waitFor()
      await page.click('text=Preview')
      await expect.poll(() => seen.length).toBeGreaterThan(1)
      expect(await page.locator('.problem').allTextContents()).toEqual(['Not sent.'])
      next = { status: 200, body: '<p>Rendered</p>' }
      await expect.poll(() => page.locator('[aria-busy]').count()).toBe(0)
      await page.click('text=Preview')
      await page.locator('#preview p').waitFor()
      expect(await page.inputValue('textarea')).toBe('Precious')
    }))

  test('goes where the server says, also when that is the same page', () =>
    open(async ({ page }) => {
      next = { status: 204, headers: { 'x-go-to': '/#p2' }, body: '' }
      await page.evaluate(() => Object.assign(globalThis, { isOld: true }))
      await page.click('#react button')
      await page.waitForURL('**/#p2')
      await expect.poll(() => page.evaluate(() => 'isOld' in globalThis)).toBe(false)
    }))

  test('asks before a typed text is lost, and only then', () =>
    open(async ({ page }) => {
      const asked: string[] = []
      page.on('dialog', dialog => {
        asked.push(dialog.type())
        void dialog.accept()
      })
      await page.fill('textarea', 'x')
      await page.fill('textarea', '')
      await page.reload()
      expect(asked).toEqual([])
      await page.fill('input[name=title]', 'New')
      await page.reload()
      expect(asked).toEqual(['beforeunload'])
      await page.fill('textarea', 'Sent')
      next = { status: 303, headers: { location: '/done' }, body: '' }
      await page.click('text=Send')
      await page.waitForURL('**/done')
      expect(asked).toEqual(['beforeunload'])
    }))
})

async function readWrite(request: IncomingMessage): Promise<Seen> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const { 'x-island': island, 'x-csrf-token': token } = request.headers as Record<string, string | undefined>
  return { path: request.url ?? '', island, token, body }
}
