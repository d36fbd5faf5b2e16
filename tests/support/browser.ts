import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/test/chromium.js'

/** How a reader looks at the site. Widths in CSS pixels. */
export interface View {
  width?: 1280 | 360 | 320
  /** Whether it is a phone: touched, and of the width that the page asks for. */
  isPhone?: boolean
  scheme?: 'light' | 'dark'
  javaScript?: boolean
  /** The language the browser asks for. */
  locale?: string
  /** Zoom of text and page, as 2 for 200 %. */
  zoom?: number
  reducedMotion?: boolean
  /** What the reader's browser sends as `Cookie`: a session, for instance. */
  cookie?: string
}

/** A page, and what it complained about: errors, refused resources, reports of the content security policy. */
export interface Visit {
  page: Page
  context: BrowserContext
  complaints: string[]
}

/** A breach of an accessibility rule, short enough to read in a failed assertion. */
export interface Problem {
  rule: string
  help: string
  places: string[]
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-pings',
]
const HEIGHT = 800
const SCREENSHOTS = join(import.meta.dirname, '..', 'screenshots')
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Starts the Chromium of this machine. Throws where there is none; `npm test` then leaves these tests out and says so. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('no Chromium found; name one in the variable CHROMIUM')
  return chromium.launch({ executablePath, args: FLAGS })
}

/** A fresh profile with one page at the given address of the site. `complaints` fills while the page lives. */
export async function visit(browser: Browser, site: string, path: string, view: View = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: site,
    viewport: { width: Math.round((view.width ?? 1280) / (view.zoom ?? 1)), height: HEIGHT },
    deviceScaleFactor: view.zoom ?? 1,
    colorScheme: view.scheme ?? 'light',
    javaScriptEnabled: view.javaScript ?? true,
    reducedMotion: view.reducedMotion ? 'reduce' : 'no-preference',
    locale: view.locale ?? 'en',
    ...(view.isPhone && { isMobile: true, hasTouch: true }),
  })
  if (view.cookie !== undefined) {
    const [name = '', value = ''] = view.cookie.split('=')
    await context.addCookies([{ name, value, url: site }])
  }
  const page = await context.newPage()
  const complaints = listen(page)
  await page.goto(path)
  return { page, context, complaints }
}

function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${reason}`)
  })
  return complaints
}

/** Asks axe-core about the page as it stands. It needs the page's timers, so not on a page without JavaScript. */
export async function accessibilityProblems(page: Page): Promise<Problem[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    standards => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: standards }),
    STANDARDS,
  )
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    places: nodes.map(node => String(node.target)),
  }))
}

/** How many CSS pixels the page is wider than the window: anything above 0 makes a reader scroll sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Keeps a picture of the whole page in `tests/screenshots`, for people to look at; no test compares it. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const path = join(SCREENSHOTS, `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path, fullPage: true })
}
