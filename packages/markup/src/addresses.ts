import { MAX_ADDRESS } from './limits.ts'

/** A scheme this package links to, then something that cannot be read as another host; or a path of this site. */
const ALLOWED = /^(?:https?:\/\/[^/\\?#]|mailto:[^/\\]|\/(?![/\\])|#)/i
/** Characters that browsers drop or bend inside an address, or that let text run the other way. */
const BENT =
  /[\u0000-\u0020"<>\\^`{|}\u007f-\u00a0\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udfff]/
const BENT_ALL =
  /[\u0000-\u0020"<>\\^`{|}\u007f-\u00a0\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g
const ATTACHMENT = /^attachment:([1-9]\d{0,14})$/
const LONGEST_ATTACHMENT = 26
const CONTROL = /[\u0000-\u001f\u007f]/
const LOCAL_IMAGE = /^\/(?:files|avatars)\/[^?#]/
const CLIMBING = /(?:^|\/)(?:\.|%2e){1,2}(?:[/?#]|$)|%2f|%5c/i

const encoded = (character: string): string => {
  const code = character.charCodeAt(0)
  return character.length === 1 && code >= 0xd800 && code <= 0xdfff
    ? '%EF%BF%BD'
    : encodeURIComponent(character)
}

/**
 * An address as somebody typed it → the address to link to, or null for one that no reader should follow. Allowed are
 * `http:`, `https:`, `mailto:`, paths that begin with one `/`, and `#…`. Spaces around it are dropped, awkward
 * characters inside it are percent-encoded, control characters refuse it.
 */
export function safeAddress(written: string): string | null {
  if (written.length > MAX_ADDRESS) return null
  let address = written
  if (BENT.test(address)) {
    address = address.trim()
    if (CONTROL.test(address)) return null
    address = address.replace(BENT_ALL, encoded)
    if (address.length > MAX_ADDRESS * 3) return null
  }
  return ALLOWED.test(address) ? address : null
}

/** `attachment:12` → 12, the number of a file of the forum; null for any other address. */
export function attachmentNumber(address: string): number | null {
  const number = ATTACHMENT.exec(address.slice(0, LONGEST_ATTACHMENT))?.[1]
  return number === undefined || address.length > LONGEST_ATTACHMENT ? null : Number(number)
}

/** Whether a text may link to an address, or show what is there: `safeAddress` allows it, or it names a file of the forum. */
export const isFollowed = (address: string): boolean =>
  attachmentNumber(address) !== null || safeAddress(address) !== null

/** A host without a scheme, and no name of a file: `www.harbour.example`, `harbour.example/news`. */
const BARE_HOST =
  /^(?:www\.|(?=[^/?#]*\.(?!(?:html?|php\d?|aspx?|jsp|cgi|jpe?g|png|gif|webp|pdf|zip|txt|docx?)(?:[?#]|$))[a-z]{2,24}(?:[/?#:]|$)))[\p{L}\p{N}][\p{L}\p{N}.-]{0,250}(?::\d{1,5})?(?:[/?#]|$)/iu

/** As `safeAddress`, for the address of a link that was typed on purpose: a bare host is meant as `http://`. */
export function typedAddress(written: string): string | null {
  const address = written.trim()
  return safeAddress(BARE_HOST.test(address) ? `http://${address}` : written)
}

/** An e-mail address as typed → the `mailto:` address to link to, or null. */
export function mailAddress(written: string): string | null {
  const address = written.trim()
  return /^[^\s@]+@[^\s@]+$/.test(address) ? safeAddress(`mailto:${address}`) : null
}

/** The path of a safe address on this site, or null for one that leads elsewhere. `origin` as in `https://forum.example`. */
export function localPath(address: string, origin: string | undefined): string | null {
  const first = address.charCodeAt(0)
  if (first === 47 || first === 35) return address
  if (!origin || !address.startsWith(origin)) return null
  const rest = address.slice(origin.length)
  if (rest === '') return '/'
  return ALLOWED.test(rest) ? rest : rest.startsWith('?') ? `/${rest}` : null
}

/** The path to load an image from, if a safe address is one of this site's own files; else null. */
export function localImage(address: string, origin: string | undefined): string | null {
  const path = localPath(address, origin)
  return path !== null && LOCAL_IMAGE.test(path) && !CLIMBING.test(path) ? path : null
}

/** `https://host/folder/name.png?x` → `host/name.png`, to name an image that has no words. */
export function shortName(address: string): string {
  const match = /^(?:[a-z]+:)?\/\/([^/?#]+)([^?#]*)/i.exec(address)
  const path = match ? (match[2] as string) : (address.split(/[?#]/, 1)[0] as string)
  const file = path.slice(path.lastIndexOf('/') + 1)
  const host = match ? (match[1] as string).replace(/^.*@/, '') : ''
  return host && file ? `${host}/${file}` : host || file || address
}
