import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createResolver, type Resolve } from './resolver.ts'

/** Kinds of records (RFC 1035, RFC 3596). */
const A = 1
const CNAME = 5
const AAAA = 28

/** A name as it stands in a message. */
const encoded = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map(part => Buffer.from(`${String.fromCharCode(part.length)}${part}`)),
    Buffer.alloc(1),
  ])

const record = (name: string, type: number, data: Buffer): Buffer => {
  const head = Buffer.alloc(10)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(1, 2)
  head.writeUInt32BE(60, 4)
  head.writeUInt16BE(data.length, 8)
  return Buffer.concat([encoded(name), head, data])
}

/** What a server of names answers: records for the kind that was asked for; null for a name that is not. */
type Zone = (name: string, type: number) => readonly Buffer[] | null | 'silence'

function answerTo(question: Buffer, zone: Zone): Buffer | null {
  const labels: string[] = []
  let at = 12
  for (let length = question[at]!; length > 0; length = question[at]!) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  const records = zone(labels.join('.').toLowerCase(), question.readUInt16BE(at + 1))
  if (records === 'silence') return null
  const head = Buffer.from(question.subarray(0, 12))
  head.writeUInt16BE(records === null ? 0x8183 : 0x8180, 2)
  head.writeUInt16BE(records?.length ?? 0, 6)
  head.writeUInt32BE(0, 8)
  return Buffer.concat([head, question.subarray(12, at + 5), ...(records ?? [])])
}

const FOUR = Buffer.from([93, 184, 216, 34])
const SIX = Buffer.from('26064700470000000000000000001111', 'hex')
const ZONE: Zone = (name, type) => {
  if (name === 'silent.test') return 'silence'
  if (name === 'both.test') return [record(name, type, type === A ? FOUR : SIX)]
  if (name === 'four.test')
    return type === A ? [record(name, A, FOUR), record(name, A, Buffer.from([127, 0, 0, 1]))] : []
  if (name === 'alias.test') {
    const alias = record(name, CNAME, encoded('inner.test'))
    return type === AAAA ? [alias] : [alias, record('inner.test', A, Buffer.from([10, 0, 0, 1]))]
  }
  return null
}

describe('names', () => {
  let server: Socket
  let resolve: Resolve
  const look = (name: string, signal = new AbortController().signal, isNamed = false) =>
    resolve(name, { isNamed, signal })

  beforeEach(async () => {
    server = createSocket('udp4')
    server.on('message', (question, from) => {
      const answer = answerTo(question, ZONE)
      if (answer) server.send(answer, from.port, from.address)
    })
    server.bind(0, '127.0.0.1')
    await once(server, 'listening')
    resolve = createResolver([`127.0.0.1:${server.address().port}`])
  })
  afterEach(async () => {
    server.close()
    await once(server, 'close')
  })

  test('are resolved to all their addresses, IPv4 first, through other names too', async () => {
    expect(await look('both.test')).toEqual(['93.184.216.34', '2606:4700:4700::1111'])
    expect((await look('four.test')).toSorted()).toEqual(['127.0.0.1', '93.184.216.34'])
    expect(await look('alias.test')).toEqual(['10.0.0.1'])
  })

  test('that are not, have none', async () => {
    expect(await look('missing.test')).toEqual([])
    expect(await look('a..b')).toEqual([])
    // What this machine calls itself is nobody's name.
    expect(await look('localhost')).toEqual([])
  })

  test('are not waited for longer than there is time', async () => {
    const ends = new AbortController()
    const looking = look('silent.test', ends.signal)
    setTimeout(() => ends.abort(), 20)
    await expect(looking).rejects.toMatchObject({ reason: 'slow' })
  })

  test('that the operator named are looked for in this machine too', async () => {
    expect(await look('localhost', undefined, true)).toContain('127.0.0.1')
    expect(await look('missing.invalid', undefined, true)).toEqual([])
  })
})
