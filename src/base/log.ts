import {
  type DestinationStream,
  destination,
  type Logger,
  pino,
  stdSerializers,
  stdTimeFunctions,
} from 'pino'

/** Where the program says what it does. Fields first, then a sentence: `log.info({ port }, 'Listening')`. */
export type Log = Logger

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

const STANDARD_ERROR = 2
const HIDDEN = '[hidden]'
const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'databaseUrl',
  'password',
  'secret',
  'setCookie',
  '["set-cookie"]',
  'token',
]
const REDACTED = SECRET_FIELDS.flatMap(field => {
  const below = field.startsWith('[') ? field : `.${field}`
  return [field, `*${below}`, `*.*${below}`]
})

/** The name and password of an address such as `postgres://name:password@host`. */
const CREDENTIALS = /:\/\/[^\s/"\\]*@/g

/**
 * A log of one level and the graver ones, to standard error unless told otherwise: a JSON object a line, or, with
 * `readable`, a line for a person at a terminal. Fields that hold secrets, down to the third level, and passwords in
 * addresses are hidden. Writing is synchronous, so that the last line before a crash is not lost.
 */
export function createLog(options: { level: LogLevel; readable: boolean; to?: DestinationStream }): Log {
  const to = options.to ?? destination({ dest: STANDARD_ERROR, sync: true })
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: REDACTED, censor: HIDDEN },
      serializers: { err: stdSerializers.err, error: stdSerializers.err },
      formatters: { level: label => ({ level: label }) },
      hooks: { streamWrite: line => line.replace(CREDENTIALS, `://${HIDDEN}@`) },
    },
    options.readable ? { write: line => to.write(readable(line)) } : to,
  )
}

/** A JSON line of the log → the same for a person: time of day, level, sentence, fields, and the stack of an error. */
function readable(line: string): string {
  const { time, level, msg, err, error, ...fields } = JSON.parse(line)
  const words = [String(time).slice(11, 19), String(level).padEnd(5)]
  if (msg !== undefined) words.push(printable(String(msg)))
  for (const [name, value] of Object.entries(fields)) {
    words.push(`${printable(name)}=${printable(typeof value === 'string' ? value : JSON.stringify(value))}`)
  }
  const stack = (err ?? error)?.stack
  const trace = typeof stack === 'string' ? `${stack.split('\n').map(printable).join('\n')}\n` : ''
  return `${words.join(' ')}\n${trace}`
}

/** Control characters, which could move the cursor or forge a line, as escapes. */
function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029]/gu,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
