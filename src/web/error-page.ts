import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { type Html, html } from '#base/html.ts'
import { type Words, wordsFor } from '#base/words.ts'
import { plainDocument } from './components/document.ts'
import { type ErrorCode, readError, sentenceOf, statusFor } from './errors.ts'
import { typedInto } from './forms.ts'
import { localPath } from './local-path.ts'
import { answerKind } from './negotiate.ts'
import type { Web } from './options.ts'
import { HTML_TYPE, JSON_TYPE, type PageAnswer, send, show } from './respond.ts'
import { languageOf, themeOf } from './visitor.ts'

/** What is said about an error, and nothing more about its cause. */
interface Told {
  readonly code: ErrorCode
  readonly status: number
  readonly message: string
  readonly field?: string | undefined
  /** Under which the cause stands in the log. */
  readonly reference?: string
}

/** Texts shorter than this are quickly typed again. */
const WORTH_KEEPING = 20

/** Gives every refusal and every mishap its answer; what is unexpected is logged under a reference. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler(async (error, request, reply) => {
    const told = tell(error, request, reply)
    // What is still being sent is not waited for.
    if (!request.raw.complete) reply.header('connection', 'close')
    return answer(request, reply, told)
  })
  app.setNotFoundHandler(async (request, reply) => {
    const { words } = request.visitor
    return answer(request, reply, { code: 'not-found', status: 404, message: words.say('refused.not-found') })
  })
}

function tell(error: unknown, request: FastifyRequest, reply: FastifyReply): Told {
  const { words } = request.visitor
  const read = readError(error)
  if (read instanceof Refused) {
    const message = sentenceOf(read, words)
    return { code: read.code, status: statusFor(read, reply), message, field: read.field }
  }
  if (read) return { code: 'unreadable', status: read.status, message: words.say('error.unreadable') }
  const { id: reference, method, url } = request
  request.server.web.options.log.error({ err: error, reference, method, url }, 'A request failed')
  return { code: 'unexpected', status: 500, message: words.say('error.unexpected', { reference }), reference }
}

async function answer(request: FastifyRequest, reply: FastifyReply, told: Told): Promise<FastifyReply> {
  const { visitor } = request
  const { status, ...error } = told
  reply.code(status)
  if (visitor.answer === 'json') return send(request, reply, JSON_TYPE, JSON.stringify({ error }))
  const page: PageAnswer = {
    status,
    title: visitor.words.say(`error.title.${told.code}`),
    main: () => ErrorPage(request, told),
    fragment: () => html`<p class="notice bad" role="alert">${told.message}</p>`,
    json: () => ({ error }),
    robots: 'noindex',
  }
  try {
    return await show(request, reply, page)
  } catch (error) {
    request.server.web.options.log.error({ err: error, reference: request.id }, 'A page for an error failed')
    return send(request, reply, HTML_TYPE, bare(request, page))
  }
}

/** A page without a shell, for when the shell is what fails. */
function bare(request: FastifyRequest, page: PageAnswer): string {
  const { words, theme } = request.visitor
  const { core } = request.server.web.options.assets
  return plainDocument({ words, theme, core, title: page.title, main: page.main() }).toString()
}

/** Answers an address that leads to no route because it cannot be read or is too long. Nothing is known of its sender. */
export function answerUnroutable(
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  web: Web,
): void {
  const { headers } = request
  const words = wordsFor(languageOf(headers.cookie, headers['accept-language']))
  const read = readError(error)
  const status = read && !(read instanceof Refused) ? read.status : 400
  const message = words.say('error.unreadable')
  const isJson = answerKind(headers) === 'json'
  const document = {
    words,
    theme: themeOf(headers.cookie),
    core: web.options.assets.core,
    title: words.say('error.title.unreadable'),
    main: html`<h1>${words.say('error.title.unreadable')}</h1><p class="lead">${message}</p>`,
  }
  const text = isJson
    ? JSON.stringify({ error: { code: 'unreadable', message } })
    : plainDocument(document).toString()
  const head = ['Content-Type', isJson ? JSON_TYPE : HTML_TYPE, 'Cache-Control', 'private, no-store']
  response.writeHead(status, [...head, 'Content-Length', String(Buffer.byteLength(text)), ...web.headers])
  response.end(request.method === 'HEAD' ? undefined : text)
}

function ErrorPage(request: FastifyRequest, told: Told): Html {
  const { words } = request.visitor
  const { options } = request.server.web
  return html`<h1>${words.say(`error.title.${told.code}`)}</h1>
<p class="lead">${told.message}</p>
${told.code === 'not-signed-in' && html`<p><a class="button" href="${options.signInPath(returnPath(request))}">${words.say('error.sign-in')}</a></p>`}
${told.code === 'not-found' && html`<p><a href="/">${words.say('error.to-start')}</a></p>`}
${Typed(request, words, told)}`
}

/** Where somebody who signs in wants to be: the page itself, or the one whose form they sent. */
function returnPath(request: FastifyRequest): string {
  if (request.method === 'GET') return localPath(request.url) ?? '/'
  const { referer } = request.headers
  const { url } = request.server.web.options.config
  return (referer?.startsWith(`${url}/`) && localPath(referer.slice(url.length))) || '/'
}

/** What a person wrote is handed back, so that it is not lost with the request; not what another site made them send. */
function Typed(request: FastifyRequest, words: Words, told: Told): Html | null {
  const fromElsewhere = request.headers['sec-fetch-site'] === 'cross-site'
  if (request.method === 'GET' || fromElsewhere || told.code === 'unreadable') return null
  const texts = Object.values(typedInto(request))
    .flat()
    .filter(text => text.length >= WORTH_KEEPING)
  if (texts.length === 0) return null
  return html`<section class="kept"><h2>${words.say('error.typed')}</h2>
${texts.map(
  text => html`<textarea readonly rows="8" dir="auto" aria-label="${words.say('error.typed')}">
${text}</textarea>`,
)}</section>`
}
