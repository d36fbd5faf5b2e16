import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { servePages, type WebPages } from '../../tests/support/web-pages.ts'
import { createOutgoing, type Outgoing } from './outgoing.ts'

/** Names of a made-up world, and the addresses they have there. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'loopback.test': ['127.0.0.1'],
  'loopback6.test': ['::1'],
  'private.test': ['10.0.0.1'],
  'metadata.test': ['169.254.169.254'],
  'mapped.test': ['::ffff:127.0.0.1'],
  'nat64.test': ['64:ff9b::7f00:1'],
  'two.test': ['93.184.216.34', '127.0.0.1'],
  'six-and-four.test': ['2606:4700:4700::1111', '10.0.0.1'],
  'many.test': ['93.184.216.34', '1.1.1.1', '8.8.8.8', '9.9.9.9', '127.0.0.1'],
  'nothing.test': [],
  'own.test': ['93.184.216.34'],
  'named.test': ['127.0.0.1'],
}

/** Each of them must be refused before anybody is connected to. `PORT4` and `PORT6` are those of two wires. */
const HOSTILE = [
  // Loopback in every spelling that some program understands.
  ...[
    'http://127.0.0.1/',
    'http://127.0.0.1:PORT4/',
    'https://127.0.0.1/',
    'http://127.1/',
    'http://127.0.1/',
  ],
  ...[
    'http://127.1:PORT4/',
    'http://127.0.0.2:PORT4/',
    'http://0/',
    'http://0:PORT4/',
    'http://0.0.0.0:PORT4/',
  ],
  ...['http://2130706433/', 'http://2130706433:PORT4/', 'http://0x7f000001:PORT4/', 'http://0x7f.1:PORT4/'],
  ...[
    'http://0177.0.0.1:PORT4/',
    'http://017700000001:PORT4/',
    'http://0177.1:PORT4/',
    'http://0x7f.0x0.0x0.0x1/',
  ],
  ...[
    'http://127.0.0.1.:PORT4/',
    'http://127。0。0。1:PORT4/',
    'http://①②⑦.⓪.⓪.①:PORT4/',
    'http://１２７.0.0.1/',
  ],
  ...[
    'http://127.0.0.1%2f/',
    'http://%31%32%37.0.0.1:PORT4/',
    'http://127%2e0%2e0%2e1:PORT4/',
    'http://4294967296/',
  ],
  ...[
    'http://localhost/',
    'http://localhost:PORT4/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://lоcalhost/',
  ],
  ...[
    'http://[::1]/',
    'http://[::1]:PORT6/',
    'http://[0:0:0:0:0:0:0:1]:PORT6/',
    'http://[::]:PORT6/',
    'http://[::]/',
  ],
  ...[
    'http://[::ffff:127.0.0.1]:PORT4/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[::7f00:1]/',
  ],
  ...['http://[64:ff9b::127.0.0.1]/', 'http://[64:ff9b::7f00:1]/', 'http://[64:ff9b:1::7f00:1]/'],
  ...[
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[::ffff:0:7f00:1]/',
    'http://[::1%25lo]/',
  ],
  // Other networks of the house and of its provider.
  ...[
    'http://10.0.0.1/',
    'http://10.255.255.255/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://0xa000001/',
  ],
  ...[
    'http://192.168.0.1/',
    'http://192.168.1/',
    'http://100.64.0.1/',
    'http://100.100.100.200/latest/meta-data/',
  ],
  ...[
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://0251.0376.0251.0376/',
  ],
  ...['http://168.63.129.16/', 'http://192.0.0.192/opc/v2/', 'http://[fd00:ec2::254]/', 'http://[fe80::1]/'],
  ...[
    'http://[fc00::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
  ],
  ...[
    'http://240.0.0.1/',
    'http://198.18.0.1/',
    'http://192.0.2.1/',
    'http://203.0.113.1/',
    'http://[2001:db8::1]/',
  ],
  // Names that lead there; one bad address among good ones is enough.
  ...['http://loopback.test/', 'http://LOOPBACK.test./', 'https://loopback6.test/', 'http://private.test/'],
  ...[
    'http://metadata.test/',
    'http://mapped.test/',
    'http://nat64.test/',
    'http://two.test/',
    'https://two.test/',
  ],
  ...['http://six-and-four.test/', 'http://many.test/', 'http://loopback.test:PORT4/'],
  // Other ports, other schemes, names and passwords.
  ...[
    'http://93.184.216.34:22/',
    'http://93.184.216.34:8080/',
    'http://own.test:25/',
    'https://93.184.216.34:80/',
  ],
  ...[
    'http://93.184.216.34:443/',
    'http://named.test:PORT6/',
    'http://named.test/',
    'https://named.test:PORT4/x@/',
  ],
  ...['http://ann:hush@93.184.216.34/', 'http://ann@93.184.216.34/', 'http://:hush@named.test:PORT4/'],
  ...[
    'http://own.test@127.0.0.1:PORT4/',
    'http://127.0.0.1:PORT4@own.test/',
    'http://127.0.0.1:PORT4\\@own.test/',
  ],
  ...[
    'file:///etc/passwd',
    'ftp://93.184.216.34/',
    'gopher://127.0.0.1:PORT4/_',
    'data:text/html,x',
    'javascript:1',
  ],
  ...[
    'unix:///var/run/docker.sock',
    'http+unix://x',
    'ws://127.0.0.1:PORT4/',
    'blob:http://own.test/1',
    'about:blank',
  ],
  ...[
    '',
    ' ',
    '//127.0.0.1:PORT4/',
    '/etc/passwd',
    'http://',
    'http:///',
    'http://./',
    'http://../',
    'http://%00/',
  ],
  ...[
    'http://[::1',
    'http://a b/',
    'http://127.0.0.1:PORT4:80/',
    'http://127.0.0.1:99999/',
    `http://own.test/${'x'.repeat(2000)}`,
  ],
  // The forum itself.
  ...['http://forum.test/', 'https://forum.test/threads/1', 'http://FORUM.test./', 'http://forum.test:8080/'],
]

describe('what is never asked', () => {
  let wires: WebPages[]
  let outgoing: Outgoing
  const asked: string[] = []
  const fill = (address: string): string =>
    address.replaceAll('PORT4', String(wires[0]!.port)).replaceAll('PORT6', String(wires[1]!.port))

  beforeAll(async () => {
    wires = [
      await servePages((_, response) => response.end('secret')),
      await servePages((_, r) => r.end(), '::1'),
    ]
    outgoing = createOutgoing(
      {
        ...{ isAllowed: true, origin: 'https://forum.test', version: '1.2.3' },
        hosts: [{ host: 'named.test', port: 1 }],
      },
      {
        resolve: async name => {
          asked.push(name)
          return NAMES[name] ?? []
        },
      },
    )
  })
  afterAll(async () => {
    for (const wire of wires) await wire.close()
  })

  test('there are many, each another one', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(80)
    expect(new Set(HOSTILE).size).toBe(HOSTILE.length)
  })

  test.each(HOSTILE)('%s', async address => {
    const { failure } = (await outgoing.readPage(fill(address))) as { failure: string }
    expect(['address', 'unreachable']).toContain(failure)
    // Only a name that leads nowhere is unreachable here: nobody was connected to.
    if (failure === 'unreachable') expect(NAMES[asked.at(-1)!] ?? []).toEqual([])
    expect(wires.map(wire => wire.connections())).toEqual([0, 0])
  })

  test('nothing at all where the operator forbids it', async () => {
    const before = asked.length
    const closed = createOutgoing({ isAllowed: false, origin: 'https://forum.test', version: '1', hosts: [] })
    expect(closed.isAllowed).toBe(false)
    expect(await closed.readPage('http://own.test/')).toEqual({ failure: 'forbidden' })
    expect(asked.length).toBe(before)
  })
})
