import { plainAddress, publisherOf as registeredName } from '@rostra/record/comparing'
import { Refused } from '#base/errors.ts'

/** The most that an address may have, in UTF-16 units. */
export const MAX_ADDRESS = 2000

/**
 * An address as a member typed it → the address that is kept. One without a scheme is meant as https. Throws `invalid` for
 * the field, `address` unless named: empty, too long, another scheme, with a name and password, or no address at all.
 */
export function readAddress(typed: string, field = 'address'): string {
  const text = typed.trim()
  const refused = (sentence: string, values: Record<string, number> = {}): Refused =>
    new Refused('invalid', sentence, { field, values })
  if (text === '') throw refused('form.required')
  if (text.length > MAX_ADDRESS) throw refused('form.too-long', { limit: MAX_ADDRESS })
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  const url = URL.canParse(written) ? new URL(written) : null
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    /\s/.test(text)
  )
    throw refused('source.no-address')
  if (url.href.length > MAX_ADDRESS) throw refused('form.too-long', { limit: MAX_ADDRESS })
  return url.href
}

/** An address that is kept → the publisher as readers know it; for a host of this network its name. */
export const publisherOf = (url: string): string => registeredName(url) || new URL(url).hostname

/** An address → what tells the same page under other addresses. */
export const addressKeyOf = (url: string): string => plainAddress(url) || url.replace(/#.*$/s, '')

const FIRST_LINK = /https?:\/\/[^\s<>"'`)\]\\]+/g
const AT_END = /[.,;:!?*_~]+$/
/** An address that leads to a page of a site, not to the site as a whole. */
const TO_A_PAGE = /^https?:\/\/[^/?#]+(?:\/[^?#]|\/?\?.)/

/** The keys of the first addresses in a text that lead to some page, each once. `except` is an origin left out. */
export function firstAddressKeys(text: string, most: number, except?: string): string[] {
  const keys = new Set<string>()
  for (const [match] of text.matchAll(FIRST_LINK)) {
    const url = match.replace(AT_END, '')
    if (!TO_A_PAGE.test(url) || !URL.canParse(url) || (except && url.startsWith(`${except}/`))) continue
    keys.add(addressKeyOf(new URL(url).href))
    if (keys.size === most) break
  }
  return [...keys]
}
