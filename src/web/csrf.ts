import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { type Html, html } from '#base/html.ts'
import { randomToken, someRandomBytes } from '#base/ids.ts'
import { remember } from '#base/remember.ts'
import { cookieHeader, readCookie } from './cookies.ts'

/** The field of every form, and the header of every island, that carries the token. */
export const CSRF_FIELD = 'csrf'
export const CSRF_HEADER = 'x-csrf-token'

const SECRET_BYTES = 32
const MASK_BYTES = 32
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/** What a request's forms carry; made when first asked for. */
export interface CsrfToken {
  take(): string
  wasTaken(): boolean
  /** Another session holds from now on, by its hash: what is taken later belongs to it. */
  moveTo(sessionHash: string): void
}

/** Whom a token is bound to: a session, or the random cookie of a guest whose form is shown. */
export type CsrfOwner = { session: string } | { guest: string }

/** What forms and their senders are checked with. */
export interface CsrfOptions {
  secret: Buffer
  /** The public origin. */
  url: string
  secure: boolean
}

const guestCookie = (secure: boolean): string => (secure ? '__Host-csrf' : 'csrf')

/** Owners whose proofs are remembered: a member's pages ask for the same one again and again. */
const REMEMBERED = 1000
const proofs = new WeakMap<Buffer, (bound: string) => Buffer>()

function proofOf(secret: Buffer, owner: CsrfOwner): Buffer {
  const bound = 'session' in owner ? `session ${owner.session}` : `guest ${owner.guest}`
  const known = proofs.get(secret)
  if (known) return known(bound)
  const proof = remember(REMEMBERED, text => createHmac('sha256', secret).update(`csrf ${text}`).digest())
  proofs.set(secret, proof)
  return proof(bound)
}

/** Covers the proof with fresh random bytes, so that the lengths of compressed pages cannot give it away (BREACH). */
function masked(proof: Buffer): string {
  const mask = someRandomBytes(MASK_BYTES)
  const token = Buffer.allocUnsafe(2 * MASK_BYTES)
  for (let index = 0; index < MASK_BYTES; index++) {
    token[index] = mask[index]!
    token[MASK_BYTES + index] = mask[index]! ^ proof[index]!
  }
  return token.toString('base64url')
}

function unmasked(token: string): Buffer | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 2 * MASK_BYTES) return null
  for (let index = 0; index < MASK_BYTES; index++) bytes[index]! ^= bytes[MASK_BYTES + index]!
  return bytes.subarray(0, MASK_BYTES)
}

/** The owner that a request shows; null for a guest who was not shown a form yet. */
function ownerOf(cookies: string | undefined, sessionHash: string | null, secure: boolean): CsrfOwner | null {
  if (sessionHash !== null) return { session: sessionHash }
  const guest = readCookie(cookies, guestCookie(secure))
  return guest ? { guest } : null
}

/**
 * Prepares the token of a request. A guest's first one comes with a random cookie, given to `setCookie` as a whole
 * `Set-Cookie` header.
 */
export function csrfToken(
  options: CsrfOptions,
  request: { cookies: string | undefined; sessionHash: string | null },
  setCookie: (header: string) => void,
): CsrfToken {
  let token: string | undefined
  let { sessionHash } = request
  let isTaken = false
  const make = (): string => {
    const owner = ownerOf(request.cookies, sessionHash, options.secure)
    if (owner) return masked(proofOf(options.secret, owner))
    const guest = randomToken(SECRET_BYTES)
    setCookie(cookieHeader(guestCookie(options.secure), guest, null, options.secure))
    return masked(proofOf(options.secret, { guest }))
  }
  return {
    wasTaken: () => isTaken,
    take: () => {
      isTaken = true
      token ??= make()
      return token
    },
    moveTo: hash => {
      sessionHash = hash
      token = undefined
    },
  }
}

/** Whether a request could change something. */
export const isUnsafe = (method: string): boolean => !SAFE_METHODS.has(method)

/** The token a request carries, in its header or in its form. */
export function tokenOf(request: FastifyRequest): unknown {
  const header = request.headers[CSRF_HEADER]
  if (header !== undefined) return header
  const body: unknown = request.body
  return typeof body === 'object' && body !== null ? Reflect.get(body, CSRF_FIELD) : undefined
}

/** Throws `forged` when a browser says that the request came from another site. */
export function mustBeOurs(request: FastifyRequest, options: CsrfOptions): void {
  const { origin, host } = request.headers
  const fetched = request.headers['sec-fetch-site']
  if (fetched !== undefined && fetched !== 'same-origin' && fetched !== 'none') throw new Refused('forged')
  if (origin === undefined || origin === options.url) return
  // Without https the site may be opened by any name of the machine; then the page's origin is the host that was asked.
  if (!options.secure && origin === `http://${host}`) return
  throw new Refused('forged')
}

/** Throws `forged` unless the token was made here for this session or this guest. */
export function mustCarryToken(request: FastifyRequest, token: unknown, options: CsrfOptions): void {
  const owner = ownerOf(request.headers.cookie, request.visitor.sessionHash, options.secure)
  const proof = typeof token === 'string' ? unmasked(token) : null
  if (owner && proof && timingSafeEqual(proof, proofOf(options.secret, owner))) return
  throw new Refused('forged')
}

/** The hidden field that every form of a page must hold. */
export function CsrfField(request: FastifyRequest): Html {
  return html`<input type="hidden" name="${CSRF_FIELD}" value="${request.visitor.csrfToken()}">`
}
