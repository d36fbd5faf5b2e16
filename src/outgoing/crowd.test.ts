import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { servePages, type WebPages } from '../../tests/support/web-pages.ts'
import { createOutgoing, type Outgoing } from './outgoing.ts'

const PLACES = ['127.0.0.1', '127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5', '127.0.0.6']

describe('many requests', () => {
  let sites: WebPages[]
  /** The requests that wait for their answer. */
  let open: ServerResponse[]
  let outgoing: Outgoing

  beforeEach(async () => {
    open = []
    sites = await Promise.all(PLACES.map(place => servePages((_, response) => open.push(response), place)))
    outgoing = createOutgoing({
      ...{ isAllowed: true, origin: 'https://forum.test', version: '1' },
      hosts: sites.map(({ port }, index) => ({ host: PLACES[index]!, port })),
    })
  })
  afterEach(async () => {
    for (const site of sites) await site.close()
  })

  const answer = (text: string) => open.shift()!.writeHead(200, { 'content-type': 'text/plain' }).end(text)
  /** Waits for so many requests, and a little longer for one too many. */
  const waitFor = async (count: number) => {
    await expect.poll(() => open.length).toBe(count)
    await new Promise(resolve => setTimeout(resolve, 30))
    expect(open.length).toBe(count)
  }

  test('at one host wait for each other, and too many are refused', async () => {
    const { url } = sites[0]!
    const asked = ['a', 'b', 'c', 'd'].map(path => outgoing.readPage(`${url}/${path}`))
    await expect(outgoing.readPage(url)).rejects.toMatchObject({ code: 'unavailable' })
    for (const text of ['1', '2', '3', '4']) {
      await waitFor(1)
      answer(text)
    }
    expect((await Promise.all(asked)).map(found => 'text' in found && found.text)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ])
    const later = outgoing.readPage(url)
    await waitFor(1)
    answer('5')
    expect(await later).toMatchObject({ text: '5' })
  })

  test('are a few at once altogether', async () => {
    const asked = sites.map(({ url }) => outgoing.readPage(url))
    await waitFor(4)
    answer('1')
    await waitFor(4)
    for (let left = 5; left > 0; left--) {
      await expect.poll(() => open.length).toBeGreaterThan(0)
      answer('more')
    }
    expect((await Promise.all(asked)).every(found => 'text' in found)).toBe(true)
  })

  test('one that fails makes room for the next', async () => {
    const { url } = sites[0]!
    const asked = [outgoing.readPage(url), outgoing.readPage(url)]
    await waitFor(1)
    open.shift()!.destroy()
    await waitFor(1)
    answer('second')
    expect(await Promise.all(asked)).toEqual([
      { failure: 'unreachable' },
      expect.objectContaining({ text: 'second' }),
    ])
  })
})
