import type { FastifyRequest } from 'fastify'
import { type Choices, type Density, type Margin, THEMES, type Theme } from '#base/looks.ts'
import { isLocale, type Locale, localeOf, type Words, wordsFor } from '#base/words.ts'
import { plainAddress } from './address.ts'
import { readCookie } from './cookies.ts'
import type { CsrfToken } from './csrf.ts'
import { type AnswerKind, answerKind } from './negotiate.ts'

/** The cookies of the choices that hold for guests too. A feature sets them by `setPreference`. */
export const THEME_COOKIE = 'theme'
export const LANGUAGE_COOKIE = 'language'
export const MARGIN_COOKIE = 'margin'

/**
 * Who a session or a token belongs to. The engine needs the time zone alone; the forum says what else there is:
 * `declare module '#web/visitor.ts' { interface Who { readonly memberId: number } }`
 */
export interface Who {
  /** IANA name; a guest's is the site's. */
  readonly timeZone?: string
  readonly choices?: Choices
}

/** Who asks, and how they want to be answered. On every request, as `request.visitor`. */
export interface Visitor {
  /** The member behind the session or token; null for a guest. */
  readonly who: Who | null
  readonly locale: Locale
  readonly theme: Theme
  readonly margin: Margin
  readonly density: Density
  /** Everything a person reads, in their language and time zone. */
  readonly words: Words
  readonly answer: AnswerKind
  /** SHA-256 (hex) of the token of a living session; null for guests and for programs with a token of their own. */
  readonly sessionHash: string | null
  /** The client's plain address, told by proxies only where the operator trusts them. */
  readonly address: string
  /**
   * What a form must carry. Asking for it marks the answer as made for this visitor alone: it is never kept for others.
   */
  csrfToken(): string
  /** The browser gets this session with the answer, whose forms belong to it. */
  beginSession(hash: string): void
  /** Whether the answer was made for this visitor alone: a member's, or one that carries a token. */
  isPersonal(): boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor
  }
}

/** `Cookie` header → the theme it names, else `auto`. */
export function themeOf(cookies: string | undefined): Theme {
  const named = readCookie(cookies, THEME_COOKIE)
  return THEMES.find(theme => theme === named) ?? 'auto'
}

/** `Cookie` header → whether margins are `hidden`, else `shown`. */
export const marginOf = (cookies: string | undefined): Margin =>
  readCookie(cookies, MARGIN_COOKIE) === 'hidden' ? 'hidden' : 'shown'

/** The language a visitor chose, else the one their browser asks for. */
export function languageOf(cookies: string | undefined, acceptLanguage: string | undefined): Locale {
  const named = readCookie(cookies, LANGUAGE_COOKIE)
  return named !== null && isLocale(named) ? named : localeOf(acceptLanguage)
}

/** What was found out about the sender of a request → the visitor. */
export function makeVisitor(
  request: FastifyRequest,
  found: { who: Who | null; sessionHash: string | null; timeZone: string | undefined; csrf: CsrfToken },
): Visitor {
  const { cookie } = request.headers
  const choices: Choices = found.who?.choices ?? {}
  const locale = choices.language ?? languageOf(cookie, request.headers['accept-language'])
  let words: Words | undefined
  return {
    who: found.who,
    locale,
    theme: choices.theme ?? themeOf(cookie),
    margin: choices.margin ?? marginOf(cookie),
    density: choices.density ?? 'comfortable',
    get words() {
      words ??= wordsFor(locale, found.who?.timeZone ?? found.timeZone)
      return words
    },
    answer: answerKind(request.headers),
    sessionHash: found.sessionHash,
    address: plainAddress(request.ip) ?? plainAddress(request.socket.remoteAddress) ?? '0.0.0.0',
    csrfToken: () => found.csrf.take(),
    beginSession: hash => found.csrf.moveTo(hash),
    isPersonal: () => found.who !== null || found.csrf.wasTaken(),
  }
}
