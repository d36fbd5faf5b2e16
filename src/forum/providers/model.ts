/** UTF-16 units. */
export const MAX_PROVIDER_NAME = 60
export const MAX_ISSUER = 500
export const MAX_CLIENT_ID = 300
export const MAX_CLIENT_SECRET = 500
export const MOST_PROVIDERS = 20
/** By which providers are ordered. */
export const MAX_POSITION = 999
/** What a provider may call somebody (OpenID Connect Core, section 2). */
const MAX_SUBJECT = 255
const MAX_SUGGESTED = 40

/** A provider of identities (OpenID Connect), as everybody who signs in may see it. */
export interface Provider {
  readonly id: number
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  /** Whether its word about addresses is taken. */
  readonly trusted: boolean
  readonly position: number
}

/** Where a provider sends somebody back to. */
export const returnPath = (id: number): string => `/sign-in/with/${id}/return`

/** An issuer as typed → as it is kept, or null for what cannot be one: an address without a query, without a name in it. */
export function readIssuer(typed: string): string | null {
  if (!URL.canParse(typed)) return null
  const { protocol, username, password, search, hash, pathname, href, origin } = new URL(typed)
  if ((protocol !== 'https:' && protocol !== 'http:') || typed.includes('?') || typed.includes('#'))
    return null
  if (username !== '' || password !== '' || search !== '' || hash !== '') return null
  return pathname === '/' ? origin : href
}

/** Whom a provider has named, as far as we go by it. */
export interface Named {
  readonly issuer: string
  /** The provider's name for them, which alone counts. */
  readonly subject: string
  /** '' where it says none. */
  readonly address: string
  /** Whether the address is theirs: the provider says so, and its word is taken. */
  readonly isVerified: boolean
  /** A name to begin with; '' for none. */
  readonly suggested: string
}

/** What an identity token (or what the provider tells of its user) says → whom it names; null where it names nobody. */
export function namedBy(provider: Provider, claims: Readonly<Record<string, unknown>>): Named | null {
  const { sub, email, email_verified: verified, preferred_username: username, name } = claims
  if (typeof sub !== 'string' || sub === '' || sub.length > MAX_SUBJECT) return null
  const address = typeof email === 'string' && email.length <= MAX_ISSUER ? email : ''
  const suggested = [username, name].find(each => typeof each === 'string' && each !== '')
  return {
    ...{ issuer: provider.issuer, subject: sub, address },
    // `"true"` as a text is what careless providers say of addresses that they never looked at.
    isVerified: provider.trusted && verified === true && address !== '',
    suggested: String(suggested ?? '').slice(0, MAX_SUGGESTED),
  }
}
