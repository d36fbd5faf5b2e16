import type { FastifyRequest } from 'fastify'
import { type Html, html } from '#base/html.ts'
import type { Key, Words } from '#base/words.ts'
import { keptForGuests } from '#web/cached-routes.ts'
import { FeedLink } from '#web/feed.ts'
import type { PageAnswer } from '#web/respond.ts'
import { RECORD_PATH, TABS, type Tab } from './model.ts'

/** How long lists may stand still where nothing new was read: sources that are asked for and given, names of members. */
const KEPT_SECONDS = 30

/** The option of every page of the record: kept for guests until something is read or forgotten. */
export const keptRecord = keptForGuests({ tag: () => 'record', seconds: KEPT_SECONDS })

const NAMES: Record<Tab, (words: Words) => string> = {
  latest: words => words.say('record.latest'),
  carried: words => words.say('record.carried'),
  asked: words => words.say('record.asked'),
  speakers: words => words.say('record.speakers'),
  sources: words => words.say('record.sources'),
}

/** A page of the record that stands behind one of the tabs. */
export function tabPage(
  request: FastifyRequest,
  tab: Tab,
  page: { about: Key; list: Html; json: object; feed?: string },
): PageAnswer {
  const { words } = request.visitor
  const { path } = TABS.find(each => each.name === tab) as (typeof TABS)[number]
  const title = tab === 'latest' ? words.say('record.title') : NAMES[tab](words)
  return {
    title,
    canonical: path,
    style: 'full',
    trail: tab === 'latest' ? [] : [{ href: RECORD_PATH, name: words.say('record.title') }],
    ...(page.feed !== undefined && { head: () => FeedLink(page.feed as string, title) }),
    main: () =>
      html`<h1>${title}</h1><p class="lead">${words.say(page.about)}</p>${Tabs(tab, words)}<h2 class="unseen">${NAMES[tab](words)}</h2>${page.list}${
        page.feed !== undefined && FeedLine(page.feed, words)
      }`,
    json: () => page.json,
  }
}

function Tabs(open: Tab, words: Words): Html {
  const links = TABS.map(
    ({ name, path }) =>
      html`<a href="${path}"${name === open && html` aria-current="page"`}>${NAMES[name](words)}</a>`,
  )
  return html`<nav class="tabs" aria-label="${words.say('record.title')}">${links}</nav>`
}

/** The way to the feed of a page, for those whose browser does not show it. */
export const FeedLine = (path: string, words: Words): Html =>
  html`<p class="meta feed"><a href="${path}" type="application/atom+xml">${words.say('record.feed')}</a></p>`

/** The way on in a list; nothing at its end. */
export function Onward(path: string, next: string | null, words: Words): Html | null {
  if (next === null) return null
  const href = `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`
  return html`<p class="onward"><a href="${href}" rel="next">${words.say('record.onward')}</a></p>`
}

/** A list, or the sentence that there is nothing in it. */
export const Listed = (rows: readonly Html[], nothing: string): Html =>
  rows.length > 0 ? html`${rows}` : html`<p class="nothing">${nothing}</p>`
