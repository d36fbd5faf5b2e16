import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findChromium } from '../../scripts/test/chromium.js'
import { accessibilityProblems, openBrowser, sidewaysOverflow, type Visit } from '../support/browser.ts'
import { type OpenSite, openSite } from './site.ts'

/** Markdown that nobody would write the same way twice. */
const ODD = `A title
=======

*  one
*  two, __strong__ and *stressed*

| a | b |
|---|--:|
| 1 | 2 |

[quote="Mo, post: 1/1, revision: 1"]
The first post.
[/quote]

Last   words.`

/** As Word puts it on the clipboard. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head>
<body><!--StartFragment--><p class=MsoNormal>A <b style='mso-bidi-font-weight:normal'>strong</b> word<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>first</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>second</p><!--EndFragment--></body></html>`

const WEB = `<div style="color:red"><h2>Tides</h2><p>High at <a href="https://tides.example/a">noon</a>,
<em>low</em> at dusk.</p><script>alert(1)</script><p style="display:none">unseen</p><a href="javascript:alert(1)">bad</a></div>`

describe.runIf(findChromium())('the rich editor in a browser', () => {
  let browser: Browser
  let site: OpenSite
  let opened: Visit
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    site = await openSite()
    await site.start(site.pages.people.moderator, 'Port strike', 'The first post.')
  })
  beforeEach(async () => {
    opened = await site.open(browser, '/threads/1/reply', {}, site.pages.people.member)
    page = opened.page
  })
  afterEach(async () => {
    expect(opened.complaints).toEqual([])
    await opened.context.close()
  })
  afterAll(async () => {
    await site?.close()
    await browser.close()
  })

  const field = () => page.locator('[name=source]')
  const editor = () => page.locator('.rich [contenteditable]')
  const written = () => field().inputValue()
  const tool = (name: string) =>
    page.locator('.rich [role=toolbar]').getByRole('button', { name, exact: true })
  const openRich = async (source = ''): Promise<void> => {
    await field().fill(source)
    await page.getByRole('button', { name: 'Rich text' }).click()
    await editor().waitFor()
  }
  const closeRich = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Rich text' }).click()
    await field().waitFor()
  }
  /** Pastes as from another program. */
  const paste = (html: string): Promise<void> =>
    editor().evaluate((element, copied) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', copied)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, html)

  test('what is typed and marked is Markdown, and can be undone', async () => {
    await openRich()
    await page.keyboard.type('The ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('ferry')
    await page.keyboard.press('Control+b')
    await page.keyboard.type(' sails')
    expect(await written()).toBe('The **ferry** sails')
    await page.keyboard.press('Enter')
    await tool('List').click()
    await page.keyboard.type('at noon')
    await page.keyboard.press('Enter')
    await page.keyboard.type('at dusk')
    expect(await written()).toBe('The **ferry** sails\n\n- at noon\n- at dusk')
    page.once('dialog', dialog => dialog.accept('https://ferry.example/'))
    await page.keyboard.press('Shift+Home')
    await tool('Link').click()
    expect(await written()).toContain('- [at dusk](https://ferry.example/)')
    await page.keyboard.press('Control+z')
    expect(await written()).toContain('- at dusk')
    await page.keyboard.press('Control+y')
    expect(await written()).toContain('- [at dusk](https://ferry.example/)')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await sidewaysOverflow(page)).toBe(0)
  })

  test('what nobody touched stays letter by letter', async () => {
    await openRich(ODD)
    await closeRich()
    expect(await written()).toBe(ODD)
    await openRich(ODD)
    await editor().locator('p').last().click()
    await page.keyboard.press('End')
    await page.keyboard.type(' And more.')
    await closeRich()
    const changed = await written()
    expect(changed.startsWith(ODD.slice(0, ODD.lastIndexOf('\n')))).toBe(true)
    expect(changed).toMatch(/Last\s+words\. And more\.$/)
  })

  test('what is pasted from a word processor or a page comes clean', async () => {
    await openRich()
    await paste(WORD)
    expect(await written()).toBe('A **strong** word\n\n- first\n- second')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await paste(WEB)
    expect(await written()).toBe('## Tides\n\nHigh at [noon](https://tides.example/a), *low* at dusk.\n\nbad')
  })

  test('what was written in it is posted', async () => {
    const quote = '[quote="Mo, post: 1/1, revision: 1"]\nThe first post.\n[/quote]'
    await openRich(`${quote}\n`)
    await editor().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('Before and after')
    expect(await written()).toBe(`${quote}\n\nBefore and after`)
    await page.getByRole('button', { name: 'Post the reply' }).click()
    await page.waitForURL('**#p2')
    await page.locator('#p2 .text', { hasText: 'Before and after' }).waitFor()
  })
})
