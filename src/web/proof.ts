import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { cookieHeader } from './cookies.ts'
import { type CsrfOptions, csrfToken, isUnsafe, mustBeOurs, mustCarryToken, tokenOf } from './csrf.ts'
import { sessionCookie, sessionHash, sessionToken } from './session.ts'
import { makeVisitor, type Who } from './visitor.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    ownProof?: boolean
  }
  interface FastifyRequest {
    /** Whether the sender is known by a token of a program instead of a cookie. */
    bearer: boolean
  }
}

/** A coding of forms that the route does not take; the status is read by the error handler. */
class UnsupportedForm extends Error {
  readonly statusCode = 415
}

const isMultipart = (request: FastifyRequest): boolean =>
  request.headers['content-type']?.trimStart().toLowerCase().startsWith('multipart/') ?? false

const BEARER = /^Bearer ([\w.~+/-]{20,200}=*)$/i

/**
 * The option of a route whose requests prove themselves, by a signature or a secret in the address. It is asked without
 * any session, so that another site's form gains nothing by calling it.
 */
export function ownProof(): { config: { ownProof: true } } {
  return { config: { ownProof: true } }
}

/** What forms are signed and checked with. */
export function csrfOptions(app: FastifyInstance): CsrfOptions {
  const { config, csrfSecret } = app.web.options
  return { secret: csrfSecret, url: config.url, secure: config.secure }
}

interface Sender {
  who: Who | null
  sessionHash: string | null
  bearer: boolean
  /** The browser holds a session that is no more. */
  stale: boolean
}

const GUEST: Sender = { who: null, sessionHash: null, bearer: false, stale: false }

async function senderOf(request: FastifyRequest): Promise<Sender> {
  const { options } = request.server.web
  const { authorization, cookie } = request.headers
  if (request.routeOptions.config?.ownProof) return GUEST
  if (authorization !== undefined && options.resolveToken) {
    const token = BEARER.exec(authorization)?.[1]
    const who = token === undefined ? null : await options.resolveToken(sessionHash(token))
    if (who === null) throw new Refused('not-signed-in')
    return { ...GUEST, who, bearer: true }
  }
  const token = sessionToken(cookie, options.config.secure)
  if (token === null) return GUEST
  const hash = sessionHash(token)
  const who = await options.resolveVisitor(hash)
  return who ? { ...GUEST, who, sessionHash: hash } : { ...GUEST, stale: true }
}

/**
 * Finds out who sent a request, before anything else looks at it, and refuses what could change something without proof
 * that it comes from a page of ours.
 */
export function registerProof(app: FastifyInstance): void {
  const { options } = app.web
  const { secure } = options.config
  const checked = csrfOptions(app)
  app.decorateRequest('bearer', false)
  app.decorateRequest('visitor')
  app.addHook('onRequest', async (request, reply) => {
    const timeZone = options.timeZone?.()
    const visit = ({ who, sessionHash }: Sender): void => {
      const csrf = csrfToken(checked, { cookies: request.headers.cookie, sessionHash }, header =>
        reply.header('set-cookie', header),
      )
      request.visitor = makeVisitor(request, { who, sessionHash, timeZone, csrf })
    }
    visit(GUEST)
    const sender = await senderOf(request)
    if (sender !== GUEST) visit(sender)
    request.bearer = sender.bearer
    if (sender.stale) reply.header('set-cookie', cookieHeader(sessionCookie(secure), '', 'gone', secure))
    if (isUnsafe(request.method) && !sender.bearer && !request.routeOptions.config?.ownProof)
      mustBeOurs(request, checked)
  })
  app.addHook('preParsing', async request => {
    // Parts are read by the handlers that ask for them; all others would see an empty form.
    if (isUnsafe(request.method) && isMultipart(request) && !request.routeOptions.config?.takesFiles)
      throw new UnsupportedForm()
  })
  app.addHook('preValidation', async request => {
    if (!isUnsafe(request.method) || request.bearer || request.routeOptions.config?.ownProof) return
    // The token of an upload is checked where its parts are read.
    if (request.routeOptions.config?.takesFiles && isMultipart(request)) return
    mustCarryToken(request, tokenOf(request), checked)
  })
}
