import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { html } from '#base/html.ts'
import { createLog, type Log } from '#base/log.ts'
import { Trail } from './components/trail.ts'
import type { WebOptions } from './options.ts'
import { buildServer } from './server.ts'
import { newSession, sessionCookie, sessionHash } from './session.ts'
import type { Assets } from './static.ts'
import type { Who } from './visitor.ts'

/** Assets as a build would make them, without one. */
export const TEST_ASSETS: Assets = {
  core: { text: 'body{margin:0}', hash: 'sha256-t1GT8OhcGaH7N4SX4bEbTWpMIhFpzXJP+jjX2/wRdGk=' },
  path: name => (name === 'full.css' || name === 'app.js' ? `/assets/${name}` : null),
  file: name =>
    name === 'app.js'
      ? { type: 'text/javascript; charset=utf-8', bytes: Buffer.from('export {}'), encoding: 'identity' }
      : null,
}

/** What a test may look at and turn. */
export interface TestSite {
  app: FastifyInstance
  /** Session hash → who is signed in. */
  sessions: Map<string, Who>
  /** Tag → version, '1' until a test says otherwise. */
  versions: Map<string, string>
  /** Milliseconds; a test may move it. */
  time: { now: number }
  /** Lines of the log. */
  logged: string[]
  /** A new session for somebody, as the `Cookie` header that carries it. */
  signIn(who: Who): string
}

/** A site of nothing but the engine, for tests of routes: a plain shell, sessions and versions in memory. */
export async function testSite(
  change: { config?: Partial<WebOptions['config']> } & Partial<Omit<WebOptions, 'config'>> = {},
): Promise<TestSite> {
  const sessions = new Map<string, Who>()
  const versions = new Map<string, string>()
  const time = { now: Date.UTC(2026, 2, 14, 12) }
  const logged: string[] = []
  const config = {
    url: 'http://forum.test',
    secure: false,
    trustedProxies: 0,
    pageCacheBytes: 2 ** 20,
    uploadBytes: 2 ** 16,
    ...change.config,
  }
  const app = await buildServer({
    log: logInto(logged),
    clock: () => time.now,
    assets: TEST_ASSETS,
    csrfSecret: randomBytes(32),
    resolveVisitor: async hash => sessions.get(hash) ?? null,
    shell: (page, request) => ({
      title: `${page.title} · Test`,
      body: html`<header class="bar"><b>Test</b></header><main id="main">${Trail(page.trail, request.visitor.words)}${page.main}</main>`,
    }),
    signInPath: back => `/sign-in?next=${encodeURIComponent(back)}`,
    cacheVersion: tag => versions.get(tag) ?? '1',
    ...change,
    config,
  })
  const signIn = (who: Who): string => {
    const { token } = newSession()
    sessions.set(sessionHash(token), who)
    return `${sessionCookie(config.secure)}=${token}`
  }
  return { app, sessions, versions, time, logged, signIn }
}

function logInto(lines: string[]): Log {
  const to = { write: (line: string) => void lines.push(line) }
  return createLog({ level: 'warn', readable: false, to })
}
