import type { Configuration, CustomFetchOptions } from 'openid-client'
import { Refused } from '#base/errors.ts'
import { seal, unseal } from '#base/seal.ts'
import { HOUR } from '#base/time.ts'
import type { Forum } from '../act.ts'
import { type Named, namedBy, type Provider } from './model.ts'

/** How long what a provider says of itself is gone by. */
const KNOWN_FOR = HOUR
const SCOPE = 'openid email profile'

type Secretive = Provider & { readonly clientSecret: string }

/** What is asked, and what the answer must match. */
export interface Asking {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** A secret as it is kept; it opens for this issuer alone. */
export const sealClientSecret = (forum: Pick<Forum, 'secret'>, issuer: string, secret: string): string =>
  seal(forum.secret, 'provider', secret, issuer)

const failed = (): Refused => new Refused('unavailable', 'provider.failed')

/** Lets openid-client ask by the one way out: its rules decide who is asked, how much is read, and for how long. */
const fetchOf =
  ({ outgoing }: Forum) =>
  async (url: string, options: CustomFetchOptions): Promise<Response> => {
    const headers = Object.fromEntries(
      Object.entries(options.headers).filter(([name]) => name.toLowerCase() !== 'user-agent'),
    )
    const method = options.method === 'POST' ? 'POST' : 'GET'
    const body = options.body === undefined || options.body === null ? '' : String(options.body)
    const answer = await outgoing.ask(url, { method, headers, body })
    if ('failure' in answer) throw new Error(`Not answered: ${answer.failure}`)
    const { status, type } = answer
    const isEmpty = status === 204 || status === 205 || status === 304
    return new Response(isEmpty ? null : Uint8Array.from(answer.body), {
      ...{ status, headers: { 'content-type': type } },
    })
  }

interface Known {
  readonly found: Configuration
  /** All that it depends on. */
  readonly from: string
  readonly until: number
}
/** What was found out about each provider, by its id. */
const known = new WeakMap<Forum, Map<number, Known>>()

async function configurationOf(forum: Forum, provider: Secretive): Promise<Configuration> {
  const all = known.get(forum) ?? new Map<number, Known>()
  known.set(forum, all)
  const from = JSON.stringify([provider.issuer, provider.clientId, provider.clientSecret])
  const kept = all.get(provider.id)
  if (kept && kept.from === from && kept.until > forum.clock()) return kept.found
  const found = await discover(forum, provider)
  all.set(provider.id, { found, from, until: forum.clock() + KNOWN_FOR })
  return found
}

async function discover(forum: Forum, { issuer, clientId, clientSecret }: Secretive): Promise<Configuration> {
  const client = await import('openid-client')
  const secret = unseal(forum.secret, 'provider', clientSecret, issuer)
  if (secret === null) throw new Error('The secret was sealed with another key than the forum has now')
  // Whether http may be spoken to this host is for the way out to say.
  const isPlain = new URL(issuer).protocol === 'http:'
  const options = {
    [client.customFetch]: fetchOf(forum),
    ...(isPlain && { execute: [client.allowInsecureRequests] }),
  }
  const about = await client.discovery(new URL(issuer), clientId, undefined, client.None(), options)
  const server = about.serverMetadata()
  const isPosted = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false
  const proof = isPosted ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret)
  const configuration = new client.Configuration(server, clientId, undefined, proof)
  configuration[client.customFetch] = fetchOf(forum)
  if (isPlain) client.allowInsecureRequests(configuration)
  // Checks the signature of the token, though it comes from the provider itself.
  client.enableNonRepudiationChecks(configuration)
  return configuration
}

/**
 * What a browser is sent to a provider with: where to, and what the answer must match. `back` is the address it comes back
 * to. Throws `unavailable` when the provider does not answer as it should.
 */
export async function askProvider(
  forum: Forum,
  provider: Secretive,
  back: string,
): Promise<{ location: string; asking: Asking }> {
  try {
    const client = await import('openid-client')
    const configuration = await configurationOf(forum, provider)
    const asking = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    }
    const location = client.buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: back, scope: SCOPE, state: asking.state, nonce: asking.nonce },
      code_challenge: await client.calculatePKCECodeChallenge(asking.verifier),
      code_challenge_method: 'S256',
    })
    const isPlain = new URL(provider.issuer).protocol === 'http:' && location.protocol === 'http:'
    if (location.protocol !== 'https:' && !isPlain) throw new Error('No secure address of the web')
    return { location: location.href, asking }
  } catch (error) {
    throw said(forum, error)
  }
}

/**
 * What a provider answers: `address` is that with which the browser came back. → whom it names. Checks the state, the nonce,
 * the proof of PKCE, the issuer, for whom it is, how long, and its signature. Throws `unavailable` when any of it is not as it
 * should be, `not-allowed` when the person or the provider has declined.
 */
export async function hearProvider(
  forum: Forum,
  provider: Secretive,
  answer: { address: URL; asking: Asking },
): Promise<Named> {
  const { address, asking } = answer
  if (address.searchParams.get('error') === 'access_denied')
    throw new Refused('not-allowed', 'provider.declined')
  try {
    const client = await import('openid-client')
    const configuration = await configurationOf(forum, provider)
    const tokens = await client.authorizationCodeGrant(configuration, address, {
      ...{ expectedState: asking.state, expectedNonce: asking.nonce, idTokenExpected: true },
      pkceCodeVerifier: asking.verifier,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error('No identity token')
    if (claims['azp'] !== undefined && claims['azp'] !== provider.clientId)
      throw new Error('The token was made for another party')
    const named = namedBy(provider, await withAddress(configuration, tokens.access_token, claims))
    if (!named) throw new Error('Nobody is named')
    return named
  } catch (error) {
    throw said(forum, error)
  }
}

/** Some providers tell addresses only to whoever asks for them with the token that they gave. */
async function withAddress(
  configuration: Configuration,
  token: string,
  claims: { readonly sub: string; readonly [name: string]: unknown },
): Promise<Readonly<Record<string, unknown>>> {
  if (claims['email'] !== undefined || !configuration.serverMetadata().userinfo_endpoint) return claims
  const client = await import('openid-client')
  const told = await client.fetchUserInfo(configuration, token, claims.sub)
  return { ...told, ...claims }
}

/** The reason goes to the log; it holds neither code nor token. */
function said(forum: Forum, error: unknown): Refused {
  if (error instanceof Refused) return error
  const reason = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown'
  forum.log.warn({ reason }, 'A provider of identities did not answer as it should')
  return failed()
}
