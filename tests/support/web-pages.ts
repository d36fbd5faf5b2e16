import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of pages on this machine, for what asks other machines. */
export interface WebPages {
  readonly port: number
  /** `http://127.0.0.1:40123` */
  readonly url: string
  /** What it was asked for so far. */
  readonly asked: IncomingMessage[]
  /** How often somebody connected, whether or not they asked for anything. */
  connections(): number
  close(): Promise<void>
}

/** Answers every request by `answer`, at a free port of the given address of this machine. */
export async function servePages(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  host = '127.0.0.1',
): Promise<WebPages> {
  const asked: IncomingMessage[] = []
  let connected = 0
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  server.on('connection', () => connected++)
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    ...{ port, asked, connections: () => connected },
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
