import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Html } from '#base/html.ts'
import { document } from './components/document.ts'
import type { TrailStep } from './components/trail.ts'
import { compress } from './compress.ts'
import { localPath } from './local-path.ts'
import { encodingOf, VARY } from './negotiate.ts'

/** A page, and the same for an island and for a program. Only what is asked for is made. */
export interface PageAnswer {
  /** 200 unless given. */
  status?: number
  /** Of this page alone; the shell adds the site's. */
  title: string
  main: () => Html
  json: () => object
  /** What an island gets; `main` unless given. */
  fragment?: () => Html
  /** The path under which this page wants to be known. */
  canonical?: string
  /** `noindex` for what search engines should leave out. */
  robots?: 'noindex'
  /** One or two plain sentences for search engines and link cards. */
  description?: string
  /** Where the page stands, from the top down, without itself. */
  trail?: readonly TrailStep[]
  /** More for the head of the document. */
  head?: () => Html
  /** `core` for pages that are readable with the styles inside them; `full` waits for the whole sheet. */
  style?: 'core' | 'full'
}

export const HTML_TYPE = 'text/html; charset=utf-8'
export const JSON_TYPE = 'application/json; charset=utf-8'

/** Answers a GET, or shows a form again. Keeps the page for other guests when its route says so and it is fit for all. */
export async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: PageAnswer,
): Promise<FastifyReply> {
  const type = request.visitor.answer === 'json' ? JSON_TYPE : HTML_TYPE
  return keepOrSend(request, reply.code(answer.status ?? 200), type, bodyOf(request, answer))
}

/** Sends what a GET is answered with; keeps it for other guests when its route says so and it is fit for all. */
export async function keepOrSend(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  body: string | Html,
): Promise<FastifyReply> {
  const { visitor, pageSource } = request
  const fitForAll = !visitor.isPersonal() && reply.statusCode === 200 && !reply.hasHeader('set-cookie')
  if (!pageSource || !fitForAll) return send(request, reply, type, body)
  reply.hijack()
  await request.server.web.cache.keepAndSend(pageSource, { type, body }, request.raw, reply.raw)
  return reply
}

function bodyOf(request: FastifyRequest, answer: PageAnswer): string | Html {
  const kind = request.visitor.answer
  if (kind === 'json') return JSON.stringify(answer.json())
  if (kind === 'fragment') return (answer.fragment ?? answer.main)()
  return document(request, answer)
}

/** What a form that was done is answered with. */
export interface DoneAnswer {
  json: object
  /** What an island shows in place of the form; without it the island goes to `back`. */
  fragment?: () => Html
  /** The path where a plain form leads. Anything that is not a path of this site becomes `/`. */
  back: string
}

/** Answers a write: JSON for a program, a fragment for an island, and for a plain form the way to a page (303). */
export async function done(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: DoneAnswer,
): Promise<FastifyReply> {
  const { answer: kind } = request.visitor
  if (kind === 'json') return send(request, reply, JSON_TYPE, JSON.stringify(answer.json))
  if (kind === 'fragment' && answer.fragment) return send(request, reply, HTML_TYPE, answer.fragment())
  const back = localPath(answer.back) ?? '/'
  setCaching(request, reply)
  // An island follows by itself: a redirect would be followed by fetch, out of the reader's sight.
  if (kind === 'fragment') return reply.header('x-go-to', back).code(204).send()
  return reply.redirect(back, 303)
}

function setCaching(request: FastifyRequest, reply: FastifyReply): void {
  const isPrivate = request.visitor.isPersonal() || reply.hasHeader('set-cookie') || request.method !== 'GET'
  reply.header('cache-control', isPrivate ? 'private, no-store' : 'private, no-cache').header('vary', VARY)
}

/** Sends a text or markup that is made for this request alone, compressed lightly. */
export async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  body: string | Html,
): Promise<FastifyReply> {
  setCaching(request, reply)
  const accepted = encodingOf(request.headers['accept-encoding'])
  // A text is encoded while it is written, without a copy in between.
  if (accepted === 'identity') return reply.type(type).send(typeof body === 'string' ? body : body.toBytes())
  const { bytes, encoding } = await compress(body, accepted, 'once')
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.type(type).send(bytes)
}
