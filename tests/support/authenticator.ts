import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>

/** As much of CBOR (RFC 8949) as passkeys are written in. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)])])
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}

const hashOf = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest()

/** What a test may have the authenticator do otherwise. */
export interface Otherwise {
  readonly origin?: string
  readonly host?: string
  readonly challenge?: string
  readonly type?: string
  /** Whether its owner was verified, and was there. */
  readonly verified?: boolean
  readonly present?: boolean
  readonly counter?: number
  readonly userHandle?: string
  readonly key?: KeyObject
  readonly credential?: string
}

/** An authenticator with one passkey in it (ES256), as a browser would hand on what it says. */
export interface Authenticator {
  readonly credential: string
  /** Makes the passkey; → JSON of it. */
  make(options: object, otherwise?: Otherwise): string
  /** Shows it; → JSON of that. */
  show(options: object, otherwise?: Otherwise): string
}

interface Options {
  readonly challenge: string
  readonly user?: { readonly id: string }
}

/** What the browser says of a request (WebAuthn, section 5.8.1). */
const clientData = (origin: string, kind: string, options: Options, otherwise: Otherwise): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: otherwise.type ?? kind,
      challenge: otherwise.challenge ?? options.challenge,
      origin: otherwise.origin ?? origin,
      crossOrigin: false,
    }),
  )

/** A public key of P-256 as COSE writes it (RFC 9053). */
function cose(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const parts: [number, Cbor][] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]
  return cbor(new Map(parts))
}

/** `origin` is that of the page that asks. */
export function createAuthenticator(origin: string): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credential = randomBytes(32)
  let counter = 0
  let handle = ''

  const dataOf = (otherwise: Otherwise, attested: Buffer) => {
    const { host = new URL(origin).hostname, verified = true, present = true } = otherwise
    const flags = (present ? 1 : 0) | (verified ? 4 : 0) | (attested.length > 0 ? 64 : 0)
    const counts = Buffer.alloc(4)
    counts.writeUInt32BE(otherwise.counter ?? counter++)
    return Buffer.concat([hashOf(host), Buffer.from([flags]), counts, attested])
  }
  const named = (otherwise: Otherwise) => {
    const id = otherwise.credential ?? credential.toString('base64url')
    return { id, rawId: id, type: 'public-key' }
  }
  return {
    credential: credential.toString('base64url'),
    make: (given, otherwise = {}) => {
      const options = given as Options
      handle = options.user?.id ?? ''
      const length = Buffer.from([credential.length >> 8, credential.length & 255])
      const authData = dataOf(
        otherwise,
        Buffer.concat([Buffer.alloc(16), length, credential, cose(publicKey)]),
      )
      const attestation = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      const response = {
        clientDataJSON: clientData(origin, 'webauthn.create', options, otherwise).toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: ['internal'],
      }
      return JSON.stringify({ ...named(otherwise), response })
    },
    show: (given, otherwise = {}) => {
      const client = clientData(origin, 'webauthn.get', given as Options, otherwise)
      const data = dataOf(otherwise, Buffer.alloc(0))
      const signed = sign('sha256', Buffer.concat([data, hashOf(client)]), otherwise.key ?? privateKey)
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signed.toString('base64url'),
        userHandle: otherwise.userHandle ?? handle,
      }
      return JSON.stringify({ ...named(otherwise), response })
    },
  }
}
