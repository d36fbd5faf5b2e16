import type { FastifyReply } from 'fastify'
import { randomToken, sha256 } from '#base/ids.ts'
import { cookieHeader, readCookie } from './cookies.ts'
import type { LANGUAGE_COOKIE, MARGIN_COOKIE, THEME_COOKIE } from './visitor.ts'

const TOKEN_BYTES = 32
const TOKEN_LENGTH = 43
const PREFERENCE_DAYS = 365
/** The longest that browsers keep a cookie. */
const SESSION_DAYS = 400
const DAY = 86_400_000

/** The cookie of the session. Over https the browser binds it to this host alone. */
export const sessionCookie = (secure: boolean): string => (secure ? '__Host-rostra' : 'rostra')

/** A new session: the token goes to the browser, the hash to the store. */
export function newSession(): { token: string; hash: string } {
  const token = randomToken(TOKEN_BYTES)
  return { token, hash: sessionHash(token) }
}

/** Token → what the store knows it by: its SHA-256 in hex. */
export const sessionHash = (token: string): string => sha256(token)

/** `Cookie` header → the session token in it, or null where there is none or it cannot be one of ours. */
export function sessionToken(cookies: string | undefined, secure: boolean): string | null {
  const token = readCookie(cookies, sessionCookie(secure))
  return token !== null && token.length === TOKEN_LENGTH && /^[\w-]+$/.test(token) ? token : null
}

/** Gives the browser the token of a session, to which the forms of the answer belong. The cookie outlives it: when a session ends is for the store to say. */
export function giveSession(reply: FastifyReply, token: string): void {
  reply.request.visitor.beginSession(sessionHash(token))
  const { clock, config } = reply.server.web.options
  const expires = clock() + SESSION_DAYS * DAY
  reply.header('set-cookie', cookieHeader(sessionCookie(config.secure), token, expires, config.secure))
}

/** Takes the session from the browser, and what it kept of the pages. */
export function clearSession(reply: FastifyReply): void {
  const { secure } = reply.server.web.options.config
  reply.header('set-cookie', cookieHeader(sessionCookie(secure), '', 'gone', secure))
  reply.header('clear-site-data', '"cache", "storage"')
}

/** Remembers a choice for a year. The value must be one of `THEMES` or `MARGINS`, or a locale. */
export function setPreference(
  reply: FastifyReply,
  name: typeof THEME_COOKIE | typeof LANGUAGE_COOKIE | typeof MARGIN_COOKIE,
  value: string,
): void {
  const { options } = reply.server.web
  const expires = options.clock() + PREFERENCE_DAYS * DAY
  reply.header('set-cookie', cookieHeader(name, value, expires, options.config.secure))
}
