import type { Server } from 'node:http'
import fastify, { type FastifyInstance } from 'fastify'
import { randomToken } from '#base/ids.ts'
import { registerForms } from './body.ts'
import { registerKeptPages } from './cached-routes.ts'
import { isUnsafe } from './csrf.ts'
import { answerUnroutable, registerErrors } from './error-page.ts'
import { createGuestCache } from './guest-cache.ts'
import { type Limit, limit } from './limits.ts'
import type { Web, WebOptions } from './options.ts'
import { registerProof } from './proof.ts'
import { createListener, type Early, SERVER_LIMITS } from './raw-server.ts'
import { securityHeaders } from './security-headers.ts'
import { createFiles, defaultRobots } from './static.ts'
import { registerUploads } from './uploads.ts'

const REFERENCE_BYTES = 6

/** What one network may change, whatever it is: more than a quick household, fewer than a machine. */
const WRITES: Limit = { count: 120, seconds: 60 }

/** What a route would be given that has a schema for Fastify; ours are in `forms.ts`. */
const withoutSchema = () => (): never => {
  throw new Error('Fastify checks nothing here: forms.ts does.')
}
/** With these, Fastify does not load a hundred files that would check and write what we check and write ourselves. */
const NO_SCHEMAS = { compilersFactory: { buildValidator: withoutSchema, buildSerializer: withoutSchema } }

/**
 * Builds the server: files and kept pages are answered before anything else runs; every other request gets its visitor,
 * the proof that it is ours, the handler of its route and the headers of the house. Routes are added to what is
 * returned, then `listen` starts it. `close` takes no more connections, ends the idle ones and waits for what is under
 * way.
 */
export async function buildServer(options: WebOptions): Promise<FastifyInstance> {
  const { secure, pageCacheBytes } = options.config
  const headers = securityHeaders({ secure, styleHash: options.assets.core.hash })
  const cache = createGuestCache({
    bytes: pageCacheBytes,
    secure,
    headers,
    clock: options.clock,
    cacheVersion: tag => options.cacheVersion(tag),
  })
  const files = createFiles({ assets: options.assets, headers, robots: options.robots ?? defaultRobots })
  const early: Early = (request, response) => files(request, response) || cache.serve(request, response)
  const web: Web = { options, cache, headers }
  const app = createApp(web, early)
  app.decorate('web', web)
  registerHouse(app, early)
  registerProof(app)
  registerWriteLimit(app)
  registerForms(app)
  registerErrors(app)
  await registerUploads(app)
  registerKeptPages(app)
  return app
}

function createApp(web: Web, early: Early): FastifyInstance {
  const { trustedProxies } = web.options.config
  return fastify<Server>({
    serverFactory: handler => createListener(handler, early),
    logger: false,
    schemaController: NO_SCHEMAS,
    genReqId: () => randomToken(REFERENCE_BYTES),
    requestIdHeader: false,
    trustProxy: typeof trustedProxies === 'number' ? hops(trustedProxies) : [...trustedProxies],
    bodyLimit: SERVER_LIMITS.bodyLimit,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: SERVER_LIMITS.longestParameter },
    frameworkErrors: (error, request, reply) => answerUnroutable(error, request.raw, reply.raw, web),
  })
}

/** Trusts so many proxies, counted from here; with none, nothing that a proxy would say is read. */
function hops(count: number): false | ((address: string, hop: number) => boolean) {
  return count === 0 ? false : (_address, hop) => hop < count
}

/** The headers of every answer; files and kept pages for requests that did not come through the listener. */
function registerHouse(app: FastifyInstance, early: Early): void {
  const fields = Object.fromEntries(
    app.web.headers.flatMap((name, index, all) =>
      index % 2 === 0 ? [[name.toLowerCase(), all[index + 1]!]] : [],
    ),
  )
  app.addHook('onRequest', async (request, reply) => {
    const cameThroughListener = app.server.listening
    if (!cameThroughListener && (await early(request.raw, reply.raw))) return reply.hijack()
    reply.headers(fields)
  })
  app.addHook('onSend', async (_request, reply) => {
    // Whoever forgets to say how long an answer holds has made it for one person and one moment.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store')
  })
}

function registerWriteLimit(app: FastifyInstance): void {
  const hold = limit(WRITES)
  app.addHook('onRequest', async request => {
    if (isUnsafe(request.method)) await hold(request)
  })
}
