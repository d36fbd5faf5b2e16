/** What a cookie may carry here: base64url, locale tags, enum words. Nothing that would need quoting (RFC 6265). */
const SAFE_VALUE = /^[\w.~-]*$/

/** `Cookie` header and a name → the first value of that name, or null. Browsers send the most specific path first. */
export function readCookie(header: string | undefined, name: string): string | null {
  if (header === undefined) return null
  const start = `${name}=`
  let from = 0
  while (from < header.length) {
    while (header[from] === ' ') from++
    const semicolon = header.indexOf(';', from)
    const end = semicolon < 0 ? header.length : semicolon
    if (header.startsWith(start, from)) return header.slice(from + start.length, end).trim()
    from = end + 1
  }
  return null
}

/** How long a cookie lives: until a moment (epoch milliseconds), until the browser closes (null), or no longer. */
export type CookieLife = number | null | 'gone'

/**
 * Name and value → a `Set-Cookie` header that scripts cannot read, that other sites' forms do not carry and that holds
 * for this host alone. Throws a `RangeError` for a value that would have to be quoted.
 */
export function cookieHeader(name: string, value: string, life: CookieLife, secure: boolean): string {
  if (!SAFE_VALUE.test(value)) throw new RangeError(`The cookie ${name} cannot carry this value`)
  let header = `${name}=${life === 'gone' ? '' : value}; Path=/; HttpOnly; SameSite=Lax`
  if (secure) header += '; Secure'
  if (life === 'gone') return `${header}; Max-Age=0`
  return life === null ? header : `${header}; Expires=${new Date(life).toUTCString()}`
}
