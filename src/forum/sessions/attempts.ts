import { Refused } from '#base/errors.ts'
import { sha256 } from '#base/ids.ts'
import { MINUTE, SECOND } from '#base/time.ts'
import type { Act } from '../act.ts'
import {
  type AttemptLimit,
  CODE_ATTEMPTS,
  COPY_ATTEMPTS,
  JOIN_ATTEMPTS,
  MAIL_ATTEMPTS,
  PASSWORD_ATTEMPTS,
} from './model.ts'
import { countAttempts, removeAttempts, uncountAttempts } from './store-attempts.ts'

/** Whose password is tried, and from where. */
export interface PasswordAttempt {
  /** What names the account, be there one or not. */
  readonly account: string
  /** The network of the sender, as `networkOf` of the web gives it. */
  readonly network: string
}

/** No addresses of people lie in the table. */
const nameOf = (...parts: string[]): string => sha256(parts.join('\n'), 'base64url')

/** `2001:db8:1:2::/64` → the 48 bits above it. */
const widerOf = (network: string): string | undefined =>
  /^([^:]+:[^:]+:[^:]+):[^:]+::\/64$/.exec(network)?.[1]

function limitsOf({ account, network }: PasswordAttempt): Map<string, AttemptLimit> {
  const wider = widerOf(network)
  const limits = new Map<string, AttemptLimit>([
    [nameOf('password', account, network), PASSWORD_ATTEMPTS.account],
    [nameOf('password', network), PASSWORD_ATTEMPTS.network],
  ])
  if (wider !== undefined) limits.set(nameOf('password', wider), PASSWORD_ATTEMPTS.wider)
  return limits
}

/**
 * Counts that a password is about to be tried: before it is looked at, so that many at once are counted too. Holds across
 * processes. Throws `too-many` with the seconds to wait.
 */
export async function takePasswordAttempt(a: Act, attempt: PasswordAttempt): Promise<void> {
  await take(a, limitsOf(attempt), PASSWORD_ATTEMPTS.account.window)
}

/** The password was right: the account is free again, and the network has tried one less. */
export async function forgivePasswordAttempt({ db }: Act, attempt: PasswordAttempt): Promise<void> {
  const [account, ...networks] = limitsOf(attempt).keys()
  await removeAttempts(db, account as string)
  await uncountAttempts(db, networks)
}

/** Counts that a code is about to be tried. Throws `too-many` as `takePasswordAttempt` does. */
export async function takeCodeAttempt(a: Act, memberId: number, network: string): Promise<void> {
  const [there, altogether] = codeNames(memberId, network)
  await take(a, new Map([[there, CODE_ATTEMPTS.network]]), CODE_ATTEMPTS.network.window)
  await take(a, new Map([[altogether, CODE_ATTEMPTS.member]]), CODE_ATTEMPTS.member.window)
}

/** The code was right. */
export async function forgiveCodeAttempt({ db }: Act, memberId: number, network: string): Promise<void> {
  const [there, altogether] = codeNames(memberId, network)
  await removeAttempts(db, there)
  await uncountAttempts(db, [altogether])
}

const codeNames = (memberId: number, network: string): [string, string] => [
  nameOf('code', String(memberId), network),
  nameOf('code', String(memberId)),
]

/** Counts that somebody is about to join. Throws `too-many` as `takePasswordAttempt` does. */
export async function takeJoinAttempt(a: Act, network: string): Promise<void> {
  await take(a, new Map([[nameOf('join', network), JOIN_ATTEMPTS]]), JOIN_ATTEMPTS.window)
}

/** Counts that a mail to somebody is asked for. Throws `too-many` as `takePasswordAttempt` does. */
export async function takeMailAttempt(a: Act, { account, network }: PasswordAttempt): Promise<void> {
  const limits = new Map<string, AttemptLimit>([
    [nameOf('mail', account, network), MAIL_ATTEMPTS.account],
    [nameOf('mail', network), MAIL_ATTEMPTS.network],
  ])
  await take(a, limits, MAIL_ATTEMPTS.account.window)
}

/** Counts that a mail goes to an account, whoever asked for it; → whether there have not been too many of late. */
export async function takeMailFor({ db, now }: Act, account: string): Promise<boolean> {
  const { count, window } = MAIL_ATTEMPTS.anybody
  const [counted] = await countAttempts(db, [nameOf('mail for', account)], { now, window })
  return (counted?.count ?? 0) <= count
}

/** Counts that a member takes a copy of their data. Throws `too-many` as `takePasswordAttempt` does. */
export async function takeCopyAttempt(a: Act, memberId: number): Promise<void> {
  await take(a, new Map([[nameOf('copy', String(memberId)), COPY_ATTEMPTS]]), COPY_ATTEMPTS.window)
}

async function take(
  { db, now }: Act,
  limits: ReadonlyMap<string, AttemptLimit>,
  window: number,
): Promise<void> {
  const counted = await countAttempts(db, [...limits.keys()], { now, window })
  const waits = counted.map(({ name, count, since }) =>
    count > (limits.get(name)?.count ?? 0) ? since + window - now : 0,
  )
  const wait = Math.max(...waits)
  if (wait <= 0) return
  // The seconds are for programs.
  const values = { seconds: Math.ceil(wait / SECOND), minutes: Math.ceil(wait / MINUTE) }
  throw new Refused('too-many', 'sign-in.too-many', { values })
}
