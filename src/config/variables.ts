import {
  folder,
  host,
  type Kind,
  mailAddress,
  mailServer,
  namedHosts,
  oneOf,
  origin,
  place,
  postgres,
  proxies,
  secretBytes,
  wholeNumber,
  word,
} from './kinds.ts'

/** One environment variable. */
export interface Variable<T> {
  readonly name: string
  readonly kind: Kind<T>
  /** What holds when it is not set, as the operator would write it; undefined where nothing does. */
  readonly initial: string | undefined
  /** The same in words, for what cannot be written as a value. */
  readonly otherwise: string
  readonly meaning: string
  /** Its value is never shown. */
  readonly secret: boolean
}

const variable = <T>(name: string, kind: Kind<T>, initial: string, meaning: string) => {
  return { name, kind, initial, otherwise: `\`${initial}\``, meaning, secret: false } satisfies Variable<T>
}

const optional = <T>(name: string, kind: Kind<T>, otherwise: string, meaning: string, secret = false) => {
  return { name, kind, initial: undefined, otherwise, meaning, secret } satisfies Variable<T>
}

const MEGABYTE = 2 ** 20

/** Every environment variable that Rostra reads, by its name in `Config`. */
export const VARIABLES = {
  port: variable('PORT', wholeNumber(0, 65535), '3000', 'The port to listen at; 0 takes any free one.'),
  host: variable(
    'HOST',
    host,
    'localhost',
    'The address to listen at. `localhost` answers this machine only, on every address that `localhost` has there (IPv4 and IPv6 on most); `::` answers everybody on both, `0.0.0.0` everybody on IPv4.',
  ),
  url: optional(
    'ROSTRA_URL',
    origin,
    '`http://localhost:` and the port',
    'The address readers use; every link that leaves the site is built from it, never from a request. With https, cookies are bound to this host alone (`__Host-`) and browsers are told to come by https only (HSTS).',
  ),
  data: variable(
    'ROSTRA_DATA',
    folder,
    './data',
    'The folder of the database file, the attachments and the backups. Nothing in it is served as a file.',
  ),
  databaseUrl: optional(
    'DATABASE_URL',
    postgres,
    'the SQLite file in `ROSTRA_DATA`',
    'A PostgreSQL database to use instead of the file.',
    true,
  ),
  durability: variable(
    'ROSTRA_DURABILITY',
    oneOf('full', 'normal'),
    'full',
    'How the SQLite file is written. `full` waits for the disk at every post. `normal` is faster and risks the last moments of posts at a power cut, never at a crash of the process.',
  ),
  trustedProxies: variable(
    'ROSTRA_TRUSTED_PROXIES',
    proxies,
    'none',
    'Whose word about the address of a reader is taken: the number of proxies in front, or their networks. Anything said by others in `X-Forwarded-For` is ignored.',
  ),
  logLevel: variable(
    'ROSTRA_LOG',
    oneOf('silent', 'error', 'warn', 'info', 'debug'),
    'info',
    'How much is written to standard error: this level and the graver ones.',
  ),
  pageCacheBytes: variable(
    'ROSTRA_CACHE_MB',
    wholeNumber(0, 65536, MEGABYTE),
    '32',
    'Memory for finished pages of guests, in megabytes; 0 keeps none.',
  ),
  uploadBytes: variable(
    'ROSTRA_UPLOAD_MB',
    wholeNumber(1, 1024, MEGABYTE),
    '8',
    'The largest file a member may attach, in megabytes.',
  ),
  s3Url: optional(
    'ROSTRA_S3_URL',
    place,
    '`files` in `ROSTRA_DATA`',
    'An S3-compatible store for attached files: the address of a bucket, or of a folder in it, such as `https://s3.example/bucket`. Files that lie elsewhere are not moved there.',
  ),
  s3Key: optional('ROSTRA_S3_KEY', word, 'none', 'The key to that store.', true),
  s3Secret: optional('ROSTRA_S3_SECRET', word, 'none', 'The secret of that key.', true),
  s3Region: variable(
    'ROSTRA_S3_REGION',
    word,
    'us-east-1',
    'The region of that store, as its operator calls it.',
  ),
  reading: variable(
    'ROSTRA_READING',
    oneOf('on', 'off'),
    'on',
    'Whether this process reads posts for the record. `off` leaves it to the other processes on the same database; where none reads, posts stand without a margin.',
  ),
  outgoing: variable(
    'ROSTRA_OUTGOING',
    oneOf('allowed', 'forbidden'),
    'allowed',
    'Whether Rostra may ask other machines for something: for the page that a member cites as a source. `forbidden` makes no request to anybody; sources are kept without being read.',
  ),
  outgoingHosts: variable(
    'ROSTRA_OUTGOING_HOSTS',
    namedHosts,
    'none',
    'Hosts that may be asked although their addresses are private, and at the port that stands with them. All others are asked at the ports 80 and 443 of public addresses alone.',
  ),
  smtp: optional(
    'ROSTRA_SMTP_URL',
    mailServer,
    'mails are put in `mail` within `ROSTRA_DATA`, where administrators read them in the browser',
    'The server that sends the mails of the forum. `smtps://` is encrypted from the start, `smtp://` by STARTTLS before anything else is said; `?tls=none` at the end allows a server beside this one to do without.',
    true,
  ),
  mailFrom: optional(
    'ROSTRA_MAIL_FROM',
    mailAddress,
    '`forum@` and the host of `ROSTRA_URL`',
    'The address that the mails of the forum are from. Their sender is called as the forum is.',
  ),
  secret: optional(
    'ROSTRA_SECRET',
    secretBytes,
    'made once and kept in the database',
    'The key that signs forms and links. Set it where it must not lie in the database or its backups; changing it makes open forms and links in sent mails invalid.',
    true,
  ),
} as const

type Variables = typeof VARIABLES
type ValueOf<V> = V extends { kind: Kind<infer T>; initial: infer I }
  ? T | (I extends undefined ? undefined : never)
  : never

/** The value of every variable, as it was read. */
export type Values = { readonly [Name in keyof Variables]: ValueOf<Variables[Name]> }
