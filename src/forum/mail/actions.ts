import { Refused } from '#base/errors.ts'
import { randomToken } from '#base/ids.ts'
import { seal, unseal } from '#base/seal.ts'
import { DEFAULT_LOCALE, type Locale, wordsFor } from '#base/words.ts'
import { addJob } from '#jobs/store.ts'
import { type Act, act, type Forum } from '../act.ts'
import { mustAdminister, mustBeMember, SYSTEM } from '../actor.ts'
import { letterHtml, letterText } from './letter.ts'
import {
  type MailOrder,
  type OptionalKind,
  optionalKind,
  readUnsubscribing,
  unsubscribePath,
} from './model.ts'
import {
  addUnwanted,
  forgetMails,
  type MailJob,
  recipient,
  removeUnwanted,
  reviveMails,
  unwantedBy,
} from './store.ts'

/** The name of the jobs that send mails. */
export const MAIL_JOB = 'send a mail'

/** Where the forum is, for what was opened without an address of its own. */
const NO_ORIGIN = 'http://localhost'

/** A path of this forum → the whole address, by the configured origin alone: nothing that a request says is in it. */
export const linkTo = ({ origin }: { readonly origin?: string | undefined }, path: string): string =>
  `${origin ?? NO_ORIGIN}${path}`

type Mail = Parameters<Forum['mailer']['send']>[0]

/** What of a mail waits to be sent. */
interface Waiting {
  readonly mail: Mail
  readonly memberId: number | null
}

/**
 * Has a mail sent as soon as the transaction is done; nothing happens for a member who has no address or does not want
 * mails of this kind, or could do without it and has not confirmed the address. What it says lies sealed until then.
 */
export async function queueMail(a: Act, order: MailOrder): Promise<void> {
  const { db, now, site, secret } = a
  const to = await addresseeOf(a, order)
  if (!to) return
  const { address, memberId, locale, timeZone } = to
  const words = wordsFor(locale, timeZone ?? site.settings.timeZone)
  const kind = optionalKind(order.kind)
  const unsubscribe = kind && memberId !== null ? linkTo(a, unsubscribePath(secret, memberId, kind)) : null
  const foot = { forumName: site.settings.name, forumUrl: linkTo(a, '/'), unsubscribe }
  const letter = order.letter(words)
  const mail: Mail = {
    ...{ id: randomToken(), to: address, senderName: site.settings.name, subject: letter.subject, locale },
    ...{ text: letterText(letter, foot, words), html: String(letterHtml(letter, foot, words)), unsubscribe },
  }
  const sealed = seal(secret, 'mail', JSON.stringify({ mail, memberId } satisfies Waiting))
  await addJob(db, MAIL_JOB, { to: address, kind: order.kind, sealed } satisfies MailJob, now)
}

interface Addressee {
  readonly address: string
  readonly memberId: number | null
  readonly locale: Locale
  readonly timeZone: string | null
}

async function addresseeOf({ db }: Act, { to, kind }: MailOrder): Promise<Addressee | undefined> {
  if ('address' in to) return { ...to, memberId: to.memberId ?? null, timeZone: null }
  const found = await recipient(db, to.memberId)
  if (!found) return undefined
  // What is no answer to somebody's own asking goes to nobody who has not asked for it.
  if (optionalKind(kind) && !found.isConfirmed) return undefined
  if (optionalKind(kind) && (await unwantedBy(db, to.memberId)).includes(kind)) return undefined
  return { ...found, memberId: to.memberId, locale: found.locale ?? DEFAULT_LOCALE }
}

/** Sends a mail of a job, unless its member has ended mails of its kind meanwhile. Throws what the server says. */
export async function sendQueued(forum: Forum, payload: unknown): Promise<void> {
  const { sealed, kind } = payload as MailJob
  const opened = unseal(forum.secret, 'mail', sealed)
  // Another key has sealed it: nobody can read it any more, however often it is tried.
  if (opened === null) return forum.log.error({ kind }, 'A mail was sealed with another key and is not sent')
  const { mail, memberId } = JSON.parse(opened) as Waiting
  const isWanted =
    memberId === null || !optionalKind(kind) || !(await unwantedBy(forum.store.read, memberId)).includes(kind)
  if (isWanted) await forum.mailer.send(mail)
}

/** Ends or begins mails of each kind that one can do without, for oneself. Throws `not-signed-in`. */
export async function chooseMail(
  { db, actor }: Act,
  wanted: ReadonlyMap<OptionalKind, boolean>,
): Promise<void> {
  mustBeMember(actor)
  for (const [kind, isWanted] of wanted)
    await (isWanted ? removeUnwanted(db, actor.memberId, kind) : addUnwanted(db, actor.memberId, kind))
}

/** Ends mails by what stands in them, whoever sends it. Throws `not-found` for what we did not make. */
export async function unsubscribe(forum: Forum, token: string): Promise<void> {
  const what = readUnsubscribing(forum.secret, token)
  if (!what) throw new Refused('not-found')
  await act(forum, SYSTEM, ({ db }) => addUnwanted(db, what.memberId, what.kind))
}

/** Sends an administrator a mail that says that mails arrive. Throws `not-allowed`, and `conflict` without an address. */
export async function sendTestMail(a: Act): Promise<void> {
  mustAdminister(a.actor)
  mustBeMember(a.actor)
  const { memberId } = a.actor
  if (!(await recipient(a.db, memberId))) throw new Refused('conflict', 'mail.no-address')
  await queueMail(a, {
    ...{ to: { memberId }, kind: 'test' },
    letter: words => ({ subject: words.say('mail.test-subject'), parts: [words.say('mail.test-text')] }),
  })
}

/** Has mails that failed for good tried again. Throws `not-allowed`. */
export async function tryMailsAgain({ db, actor, now }: Act): Promise<void> {
  mustAdminister(actor)
  await reviveMails(db, MAIL_JOB, now)
}

/** Forgets mails that failed for good. Throws `not-allowed`. */
export async function forgetFailedMails({ db, actor }: Act): Promise<void> {
  mustAdminister(actor)
  await forgetMails(db, MAIL_JOB)
}
