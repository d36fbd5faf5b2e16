/** Names and values in turn, as `writeHead` takes them. */
export type FlatHeaders = readonly string[]

const HSTS_SECONDS = 63_072_000
const NOT_NEEDED = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]

/**
 * The headers that every answer carries, in the same form on all of them: pages, errors, files, answers from the cache.
 * Nothing inline is allowed but the one style sheet whose hash is named, so there is no nonce that a cached page could
 * give away.
 */
export function securityHeaders(options: { secure: boolean; styleHash: string }): FlatHeaders {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' '${options.styleHash}'`,
    "img-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  const headers = [
    ['Content-Security-Policy', policy.join('; ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', NOT_NEEDED.map(feature => `${feature}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ]
  if (options.secure) headers.push(['Strict-Transport-Security', `max-age=${HSTS_SECONDS}`])
  return headers.flat()
}
