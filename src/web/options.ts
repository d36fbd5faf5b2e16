import type { FastifyRequest } from 'fastify'
import type { Html } from '#base/html.ts'
import type { Log } from '#base/log.ts'
import type { Clock } from '#base/time.ts'
import type { Config } from '#config/config.ts'
import type { TrailStep } from './components/trail.ts'
import type { GuestCache } from './guest-cache.ts'
import type { FlatHeaders } from './security-headers.ts'
import type { Assets } from './static.ts'
import type { Who } from './visitor.ts'

/** The content of a page, ready for the frame around it. */
export interface ShellPage {
  readonly title: string
  readonly main: Html
  readonly trail: readonly TrailStep[]
}

/** The frame around a page. */
export interface Shell {
  /** The whole title, as `Port strike · Harbour Board · Our forum`. */
  readonly title: string
  /** More for the head of the document: feeds, for instance. */
  readonly head?: Html
  /** All that stands in the body: bar, `<main id="main">`, foot. */
  readonly body: Html
}

/** What the engine is given. It knows neither the forum nor the store. */
export interface WebOptions {
  readonly config: Pick<Config, 'url' | 'secure' | 'trustedProxies' | 'pageCacheBytes' | 'uploadBytes'>
  readonly log: Log
  readonly clock: Clock
  readonly assets: Assets
  /** The key of form tokens, 32 random bytes or more. */
  readonly csrfSecret: Buffer
  /** SHA-256 (hex) of a session token → whose session it is, or null. */
  resolveVisitor(sessionHash: string): Promise<Who | null>
  /** The same for `Authorization: Bearer`; without it no token is taken. */
  resolveToken?(tokenHash: string): Promise<Who | null>
  /** Puts the frame around a page. Must not look anything up for a guest. */
  shell(page: ShellPage, request: FastifyRequest): Shell
  /** The address of the page where one signs in, to return to a path afterwards. */
  signInPath(back: string): string
  /**
   * A tag (`thread:7`) → the version of all that a guest can see under it. It must change whenever such a page would.
   * When it fails, pages that are at hand are shown as they were.
   */
  cacheVersion(tag: string): string | Promise<string>
  /** The zone that times are shown in to guests, IANA name. A change of it must change every version. */
  timeZone?(): string
  /** The text of `/robots.txt`; without it every robot may read everything. */
  robots?(): string
}

/** The engine's own parts, as `reply.server.web`. */
export interface Web {
  readonly options: WebOptions
  readonly cache: GuestCache
  /** On every answer. */
  readonly headers: FlatHeaders
}

declare module 'fastify' {
  interface FastifyInstance {
    web: Web
  }
}
