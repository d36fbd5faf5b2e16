import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { servePages } from './web-pages.ts'

export const CLIENT_ID = 'rostra'
export const CLIENT_SECRET = 'a secret of eight herrings'

/** What a provider may do otherwise than it should. */
export interface Lies {
  /** Claims of the token that differ; undefined leaves one out. */
  claims?: Record<string, unknown>
  /** How the token is signed, and by which key. */
  algorithm?: 'RS256' | 'none' | 'HS256' | 'HS256 with the public key'
  key?: KeyObject
  /** What it says of itself that differs. */
  about?: Record<string, unknown>
  /** Answers in the place of an address. */
  answers?: Record<string, (request: IncomingMessage, response: ServerResponse) => void>
  /** What the way back carries that differs; undefined leaves it out. */
  back?: Record<string, string | undefined>
  /** What it tells of its user to whoever has a token. */
  user?: Record<string, unknown>
}

/** A provider of identities (OpenID Connect) on this machine, that can lie. */
export interface IdentityProvider {
  readonly issuer: string
  readonly port: number
  readonly lies: Lies
  /** Addresses that were asked, with how. */
  readonly asked: string[]
  /** Somebody agrees at the address to which they were led; → the address by which they go back. */
  agree(location: string, who?: Record<string, unknown>): URL
  close(): Promise<void>
}

interface Agreed {
  readonly nonce: string
  readonly challenge: string
  readonly back: string
  readonly who: Record<string, unknown>
}

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

interface Keys {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

/** An identity token, signed as it should be or not. */
function tokenOf(claims: object, { publicKey, privateKey }: Keys, lies: Lies): string {
  const algorithm = lies.algorithm ?? 'RS256'
  const alg = algorithm.split(' ')[0]
  const text = `${base64({ alg, kid: 'one' })}.${base64(claims)}`
  if (alg === 'none') return `${text}.`
  const shared = algorithm === 'HS256' ? CLIENT_SECRET : publicKey.export({ type: 'spki', format: 'pem' })
  const signed =
    alg === 'HS256'
      ? createHmac('sha256', shared).update(text).digest()
      : sign('sha256', Buffer.from(text), lies.key ?? privateKey)
  return `${text}.${signed.toString('base64url')}`
}

/** What a provider says of itself. */
const aboutOf = (issuer: string, lies: Lies): object => ({
  ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
  ...{ jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'] },
  ...{ subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] },
  ...(lies.user && { userinfo_endpoint: `${issuer}/userinfo` }),
  ...lies.about,
})

/** The proof of a client as RFC 6749 writes it (section 2.3.1). */
const BASIC = `Basic ${Buffer.from(
  `${CLIENT_ID}:${encodeURIComponent(CLIENT_SECRET).replaceAll('%20', '+')}`,
).toString('base64')}`

/** Opens a provider whose user is called `harbour-7` unless told otherwise. */
export async function openProvider(): Promise<IdentityProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, Agreed>()
  const lies: Lies = {}
  const asked: string[] = []
  const json = (response: ServerResponse, body: object, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

  const giveToken = async (request: IncomingMessage, response: ServerResponse) => {
    const fields = await bodyOf(request)
    const agreed = codes.get(fields.get('code') ?? '')
    codes.delete(fields.get('code') ?? '')
    const proven = createHash('sha256')
      .update(fields.get('code_verifier') ?? '')
      .digest('base64url')
    const isOurs = request.headers.authorization === BASIC
    if (!agreed || !isOurs || proven !== agreed.challenge || fields.get('redirect_uri') !== agreed.back)
      return json(response, { error: 'invalid_grant' }, 400)
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      ...{ iss: issuer, aud: CLIENT_ID, nonce: agreed.nonce, iat: now, exp: now + 300 },
      ...{ sub: 'harbour-7', ...agreed.who, ...lies.claims },
    }
    json(response, { access_token: 'key', token_type: 'Bearer', id_token: tokenOf(claims, keys, lies) })
  }
  const pages = await servePages((request, response) => {
    const path = new URL(request.url!, 'http://x').pathname
    asked.push(`${request.method} ${path}`)
    const lie = lies.answers?.[path]
    if (lie) return lie(request, response)
    if (path === '/token') return void giveToken(request, response)
    if (path === '/jwks')
      return json(response, {
        keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }],
      })
    if (path === '/userinfo') return json(response, { sub: 'harbour-7', ...lies.user })
    if (path !== '/.well-known/openid-configuration') return json(response, {}, 404)
    return json(response, aboutOf(issuer, lies))
  })
  const issuer = pages.url
  return {
    ...{ issuer, port: pages.port, lies, asked },
    agree: (location, who = {}) => {
      const { searchParams: query } = new URL(location)
      const code = randomBytes(12).toString('hex')
      const back = new URL(query.get('redirect_uri')!)
      codes.set(code, {
        ...{ nonce: query.get('nonce')!, challenge: query.get('code_challenge')!, who },
        back: back.href,
      })
      const carried = { code, state: query.get('state')!, ...lies.back }
      for (const [name, value] of Object.entries(carried))
        if (value !== undefined) back.searchParams.set(name, value)
      return back
    },
    close: () => pages.close(),
  }
}
