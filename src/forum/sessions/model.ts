import { DAY, HOUR, MINUTE } from '#base/time.ts'

/** How long a session lives after it was last used. */
export const SESSION_LIFE = 30 * DAY
/** How often a session's use is written down, at most. */
export const TOUCH_EVERY = HOUR
/** UTF-16 units kept of what a program calls itself. */
export const MAX_AGENT = 300
const ID_LENGTH = 16

/** How often something may be tried within a stretch of time that begins with the first try. */
export interface AttemptLimit {
  readonly count: number
  readonly window: number
}

/**
 * Passwords that may be tried: for one account from one network, for all accounts from one network, and from the 65,536
 * networks of IPv6 that one customer may have. Nothing counts against an account alone, so nobody elsewhere can lock its
 * owner out.
 */
export const PASSWORD_ATTEMPTS = {
  account: { count: 10, window: 15 * MINUTE },
  network: { count: 60, window: 15 * MINUTE },
  wider: { count: 240, window: 15 * MINUTE },
} as const satisfies Record<string, AttemptLimit>

/**
 * Codes that may be tried after the password: for one member from one network, and for one member altogether. Whoever gets
 * so far knows the password, so that nobody else can lock its owner out.
 */
export const CODE_ATTEMPTS = {
  network: { count: 10, window: 15 * MINUTE },
  member: { count: 30, window: HOUR },
} as const satisfies Record<string, AttemptLimit>

/** Members who may join from one network. */
export const JOIN_ATTEMPTS: AttemptLimit = { count: 10, window: HOUR }

/** Copies of their data that a member takes. */
export const COPY_ATTEMPTS: AttemptLimit = { count: 5, window: HOUR }

/**
 * Mails that may be asked for: for one account from one network, from one network for all; and how many one account gets,
 * whoever asks.
 */
export const MAIL_ATTEMPTS = {
  account: { count: 4, window: HOUR },
  network: { count: 20, window: HOUR },
  anybody: { count: 6, window: HOUR },
} as const satisfies Record<string, AttemptLimit>

/** A place where somebody is signed in, as its owner sees it. */
export interface SessionLine {
  /** Names it to its owner; it cannot be used to act in it. */
  readonly id: string
  readonly createdAt: number
  /** To the hour. */
  readonly seenAt: number
  readonly agent: string
}

/** The name that a session of this hash has for its owner. */
export const sessionId = (hash: string): string => hash.slice(0, ID_LENGTH)

/** Whether a text could be such a name. */
export const isSessionId = (text: string): boolean => new RegExp(`^[0-9a-f]{${ID_LENGTH}}$`).test(text)

/** `User-Agent` header → what is kept of it. */
export const agentOf = (header: string | undefined): string =>
  (header ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, MAX_AGENT)

/** In the order in which they are looked for: each names itself, most name others too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg/, 'Edge'],
  [/\bOPR\/|\bOpera/, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

/** What a program calls itself → the browser and the system, as far as they are known; '' where neither is. */
export function programOf(agent: string): string {
  const named = (known: typeof BROWSERS): string | undefined =>
    known.find(([pattern]) => pattern.test(agent))?.[1]
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(' · ')
}
