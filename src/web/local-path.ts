/** Where an address that no site has is read from; it never leaves this file. */
const NOWHERE = 'http://nowhere.invalid'
const LONGEST = 2000

/**
 * An address that came from outside (`next`, `back`, a `Referer`'s path) → the same as a path of this site, or null.
 * Only a text that every browser reads as a path of the same origin passes: it begins with one slash, and holds no
 * backslash, no control character and no space, by which browsers could be led to another host.
 */
export function localPath(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > LONGEST) return null
  if (!/^\/(?!\/)[^\\\s\p{C}]*$/u.test(address)) return null
  try {
    const read = new URL(address, NOWHERE)
    if (read.origin !== NOWHERE || read.pathname.startsWith('//')) return null
    return read.pathname + read.search + read.hash
  } catch {
    return null
  }
}
