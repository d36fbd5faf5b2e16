import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PageSource } from './guest-cache.ts'

/** How a route's pages are kept for guests. */
export interface KeptPages {
  /** What the page is made of, as `thread:7`; null when this one must be made afresh. */
  tag(request: FastifyRequest): string | null
  /** How long counters on it may stand still. */
  seconds: number
}

declare module 'fastify' {
  interface FastifyContextConfig {
    keptPages?: KeptPages
  }
  interface FastifyRequest {
    /** Set while a page is made that other guests may get too. */
    pageSource: PageSource | null
  }
}

/**
 * The option of a GET route whose pages may be kept for guests: `app.get(path, keptForGuests({ tag, seconds }), handler)`.
 * The handler answers by `show`. Members always get a fresh page; so does whoever is shown a form with a token.
 */
export function keptForGuests(pages: KeptPages): { config: { keptPages: KeptPages } } {
  return { config: { keptPages: pages } }
}

/**
 * Before the handler of such a route: reads the version its page will have, and lets those who ask for the same page
 * meanwhile wait for it, so that it is made once.
 */
export function registerKeptPages(app: FastifyInstance): void {
  const underway = new Map<string, Promise<void>>()
  app.decorateRequest('pageSource', null)
  app.addHook('preHandler', async (request, reply) => {
    const pages = request.routeOptions.config.keptPages
    const key = pages && request.visitor.who === null ? app.web.cache.keyOf(request.raw) : null
    const tag = key === null ? null : pages!.tag(request)
    if (key === null || tag === null) return
    const first = underway.get(key)
    if (first) {
      await first
      if (await app.web.cache.serve(request.raw, reply.raw)) return reply.hijack()
    }
    const version = await versionOf(app, tag)
    if (version === null) return
    request.pageSource = { key, tag, version, seconds: pages!.seconds }
    if (!underway.has(key))
      underway.set(
        key,
        ended(reply, () => underway.delete(key)),
      )
  })
}

/** The page itself will say what is wrong; without a version it is merely not kept. */
async function versionOf(app: FastifyInstance, tag: string): Promise<string | null> {
  try {
    return await app.web.options.cacheVersion(tag)
  } catch (error) {
    app.web.options.log.warn({ err: error, tag }, 'The version of a page cannot be read')
    return null
  }
}

function ended(reply: FastifyReply, then: () => void): Promise<void> {
  return new Promise(resolve => {
    reply.raw.once('close', () => {
      then()
      resolve()
    })
  })
}
