import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../scripts/test/chromium.js'
import { accessibilityProblems, openBrowser, sidewaysOverflow, visit } from './browser.ts'

const PAGE = `<!doctype html><html lang="en"><head><title>A page</title><style>body{margin:0}.wide{width:340px}</style>
<script>document.title = 'Scripted'</script></head><body><main><h1>A page</h1><div class="wide">wide</div>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="></main></body></html>`
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

describe.runIf(findChromium())('the browser of the tests', () => {
  let browser: Browser
  let server: Server
  let site: string

  beforeAll(async () => {
    server = createServer((_request, response) => {
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .setHeader('content-security-policy', POLICY)
        .end(PAGE)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser.close()
    server.close()
  })

  test('sees overflow, missing texts and reports of the policy', async () => {
    const { page, context, complaints } = await visit(browser, site, '/', { width: 320, scheme: 'dark' })
    expect(await sidewaysOverflow(page)).toBe(20)
    expect((await accessibilityProblems(page)).map(problem => problem.rule)).toEqual(['image-alt'])
    expect(complaints.join('\n')).toContain('Content Security Policy')
    await context.close()
  })

  test('looks at a page without JavaScript', async () => {
    const { page, context, complaints } = await visit(browser, site, '/', { javaScript: false })
    expect(await sidewaysOverflow(page)).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  })
})
