import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { MINUTE, SECOND } from '#base/time.ts'

/** What one connection may take, and how many there may be. Times in milliseconds, sizes in bytes. */
export const SERVER_LIMITS = {
  headersTimeout: 10 * SECOND,
  /** Until the last byte of a form. */
  bodyTimeout: 30 * SECOND,
  /** Until the last byte of files, which may come over a slow line. */
  uploadTimeout: 5 * MINUTE,
  keepAliveTimeout: 5 * SECOND,
  /** A connection on which nothing moves, in either direction. */
  idleTimeout: 2 * MINUTE,
  maxHeaderSize: 16 * 1024,
  maxConnections: 16_384,
  bodyLimit: 2 ** 20,
  longestParameter: 200,
} as const

const CHECK_EVERY = 2 * SECOND
/** What is not HTTP has no page; this is all it gets. */
const NOT_HTTP = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

/** Answers a request before any handler: true when it did, false when it will not. */
export type Early = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>
type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** The listener with its limits set: what can be answered early is, the rest goes to the handler. */
export function createListener(handler: Handler, early: Early): Server {
  const server = createServer(
    {
      headersTimeout: SERVER_LIMITS.headersTimeout,
      requestTimeout: SERVER_LIMITS.uploadTimeout,
      keepAliveTimeout: SERVER_LIMITS.keepAliveTimeout,
      connectionsCheckingInterval: CHECK_EVERY,
      maxHeaderSize: SERVER_LIMITS.maxHeaderSize,
      requireHostHeader: true,
      insecureHTTPParser: false,
    },
    (request, response) => {
      // A server that is closing answers what it is asked, and says that it was the last time.
      if (!server.listening) response.shouldKeepAlive = false
      const answered = early(request, response)
      if (answered === true) return
      watchBody(request)
      if (answered === false) handler(request, response)
      else
        answered.then(
          done => done || handler(request, response),
          () => handler(request, response),
        )
    },
  )
  server.maxConnections = SERVER_LIMITS.maxConnections
  server.setTimeout(SERVER_LIMITS.idleTimeout)
  server.on('clientError', refuse)
  return server
}

/** Node's own limit holds for files; forms must arrive sooner. */
function watchBody(request: IncomingMessage): void {
  const { headers } = request
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  if (!hasBody || headers['content-type']?.startsWith('multipart/')) return
  const timer = setTimeout(() => request.destroy(), SERVER_LIMITS.bodyTimeout)
  timer.unref()
  const clear = (): void => clearTimeout(timer)
  request.once('end', clear).once('close', clear)
}

function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
  else socket.end(NOT_HTTP)
}
