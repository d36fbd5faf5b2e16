import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Html, html } from '#base/html.ts'
import { keepOrSend } from './respond.ts'

const TYPE = 'application/atom+xml; charset=utf-8'
/** What XML 1.0 has no sign for. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** What has happened last, for programs that ask again and again. */
export interface Feed {
  readonly title: string
  /** The page that it belongs to, as a path. */
  readonly path: string
  /** Newest first. */
  readonly entries: readonly FeedEntry[]
}

export interface FeedEntry {
  /** Where it is to be read, as a path; it also tells it from all others, with `mark` where a page has several. */
  readonly path: string
  readonly mark?: string
  readonly title: string
  /** Plain text. */
  readonly summary: string
  readonly author: string | null
  /** Epoch milliseconds. */
  readonly at: number
}

/** A feed as Atom (RFC 4287). `origin` is the forum's own address, `self` the path of the feed. */
export function atom(feed: Feed, at: { origin: string; self: string; language: string }): Html {
  const { origin, self, language } = at
  const updated = feed.entries.reduce((latest, entry) => Math.max(latest, entry.at), 0)
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${origin}${self}</id><title>${clean(feed.title)}</title><updated>${time(updated)}</updated><link rel="self" type="application/atom+xml" href="${origin}${self}"/><link rel="alternate" type="text/html" href="${origin}${feed.path}"/>${feed.entries.map(
    entry => Entry(entry, origin),
  )}</feed>
`
}

function Entry({ path, mark, title, summary, author, at }: FeedEntry, origin: string): Html {
  const id = `${origin}${path}${mark === undefined ? '' : `#${mark}`}`
  return html`<entry><id>${clean(id)}</id><title>${clean(title)}</title><updated>${time(at)}</updated><link rel="alternate" type="text/html" href="${clean(id)}"/><author><name>${clean(author ?? '–')}</name></author><summary>${clean(summary)}</summary></entry>`
}

const time = (at: number): string => new Date(at).toISOString()
const clean = (text: string): string => text.replace(UNWRITABLE, '�')

/** Answers with a feed; kept for guests as pages are. */
export function sendFeed(request: FastifyRequest, reply: FastifyReply, feed: Feed): Promise<FastifyReply> {
  const { url: origin } = request.server.web.options.config
  const [self = feed.path] = request.url.split('?', 1)
  return keepOrSend(request, reply, TYPE, atom(feed, { origin, self, language: request.visitor.locale }))
}

/** The link of a document's head by which programs find the feed of a page. */
export const FeedLink = (path: string, title: string): Html =>
  html`<link rel="alternate" type="application/atom+xml" href="${path}" title="${title}">`
