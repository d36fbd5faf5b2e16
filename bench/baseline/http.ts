/** The least a server can do: `node:http` that sends the same bytes to everybody. */
import { createServer, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerParent } from '../children.ts'

export interface Page {
  headers: OutgoingHttpHeaders
  bytes: Uint8Array
}

let page: Page = { headers: {}, bytes: new Uint8Array() }

const server = createServer((_request, response) => {
  response.writeHead(200, page.headers)
  response.end(page.bytes)
})

answerParent<Page, number>(
  next =>
    new Promise(resolve => {
      page = { headers: { ...next.headers, 'Content-Length': next.bytes.length }, bytes: next.bytes }
      if (server.listening) return resolve((server.address() as AddressInfo).port)
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
    }),
)
