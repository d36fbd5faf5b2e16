import { connect, type Socket } from 'node:net'

/** One answer, as it came. */
export interface Answered {
  status: number
  /** Head and body. */
  bytes: number
  milliseconds: number
}

const HEAD_END = '\r\n\r\n'
const STATUS = /^HTTP\/1\.1 (\d{3})/
const LENGTH = /\r\ncontent-length: *(\d+)/i

/**
 * A connection that is kept alive and sends one request after the other, each when the answer to the last has come. It
 * reads no more of HTTP than the end of an answer, so that it costs less than any server: answers must have a
 * `Content-Length`.
 */
export class Connection {
  readonly #socket: Socket
  readonly #next: () => string | null
  readonly #answered: (answer: Answered) => void
  #head: Buffer = Buffer.alloc(0)
  #left = 0
  #status = 0
  #bytes = 0
  #sentAt = 0

  /** `next` gives a whole request, or null for the end. `failed` hears why the connection is of no more use. */
  constructor(
    port: number,
    on: { next(): string | null; answered(answer: Answered): void; failed(error: Error): void },
  ) {
    this.#next = on.next
    this.#answered = on.answered
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('connect', () => this.#send())
    this.#socket.on('data', chunk => {
      try {
        this.#read(chunk)
      } catch (error) {
        this.#socket.destroy()
        on.failed(error as Error)
      }
    })
    this.#socket.on('error', on.failed)
    this.#socket.on('end', () => on.failed(new Error('the server closed a connection')))
  }

  close(): void {
    this.#socket.destroy()
  }

  #send(): void {
    const request = this.#next()
    this.#sentAt = performance.now()
    if (request === null) this.close()
    else this.#socket.write(request)
  }

  #read(chunk: Buffer): void {
    this.#bytes += chunk.length
    if (this.#left > 0) {
      this.#left -= chunk.length
      if (this.#left === 0) this.#finish()
      return
    }
    this.#head = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk])
    const end = this.#head.indexOf(HEAD_END)
    if (end < 0) return
    const head = this.#head.toString('latin1', 0, end)
    const length = LENGTH.exec(head)?.[1]
    if (length === undefined) throw new Error(`an answer without a length:\n${head}`)
    this.#status = Number(STATUS.exec(head)?.[1])
    this.#left = Number(length) - (this.#head.length - end - HEAD_END.length)
    this.#head = Buffer.alloc(0)
    if (this.#left === 0) this.#finish()
  }

  #finish(): void {
    const answer = {
      status: this.#status,
      bytes: this.#bytes,
      milliseconds: performance.now() - this.#sentAt,
    }
    this.#bytes = 0
    this.#answered(answer)
    this.#send()
  }
}
