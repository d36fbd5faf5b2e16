import { isMacOf, macOf } from '#base/mac.ts'
import type { Locale, Words } from '#base/words.ts'

/** Mails that nobody can do without who has an account, or wants one. */
export const NEEDED_KINDS = ['account', 'invitation', 'test'] as const
/** Mails that a member can do without. */
export const OPTIONAL_KINDS = ['conversation'] as const

export type OptionalKind = (typeof OPTIONAL_KINDS)[number]
export type MailKind = (typeof NEEDED_KINDS)[number] | OptionalKind

/** A kind that can be ended, or undefined. */
export const optionalKind = (kind: string): OptionalKind | undefined =>
  OPTIONAL_KINDS.find(each => each === kind)

/** A paragraph, or a link of this forum that stands alone. */
export type LetterPart = string | { readonly link: string; readonly label: string }

/** What a mail says. */
export interface Letter {
  readonly subject: string
  readonly parts: readonly LetterPart[]
}

/** A mail that is to be sent. */
export interface MailOrder {
  /** A member's own language is looked up, and a member without an address gets nothing. */
  readonly to:
    | { readonly memberId: number }
    | { readonly address: string; readonly locale: Locale; readonly memberId?: number }
  readonly kind: MailKind
  /** What it says, in the words of whom it is for. What people wrote goes through `delinked` or `quoted`. */
  letter(words: Words): Letter
}

/** A mail that was tried as often as any is. */
export interface FailedMail {
  readonly id: number
  readonly to: string
  readonly kind: string
  /** What the server said. */
  readonly error: string
  readonly at: number
}

/** What somebody wrote → one line of a mail, of which no mail program makes a link. */
export const delinked = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[.:/@](?=\S)/g, '$&\u200b')
    .trim()

/** A name or a title in the text of a mail: in marks, and no link. */
export const quoted = (text: string): string => `“${delinked(text).replace(/[“”]/g, '"')}”`

const unwanted = (memberId: number, kind: string): string => `unwanted mail ${memberId} ${kind}`

/** The path at which one request ends mails of a kind for a member; only we can make it. */
export const unsubscribePath = (secret: Buffer, memberId: number, kind: OptionalKind): string =>
  `/mail/unsubscribe/${memberId}.${kind}.${macOf(secret, unwanted(memberId, kind))}`

/** The end of such a path → whose mails of which kind; null where we did not make it. */
export function readUnsubscribing(
  secret: Buffer,
  token: string,
): { memberId: number; kind: OptionalKind } | null {
  const [id = '', name = '', mac = ''] = token.split('.', 3)
  const kind = optionalKind(name)
  const memberId = /^\d{1,15}$/.test(id) ? Number(id) : 0
  if (!kind || memberId < 1) return null
  return isMacOf(secret, unwanted(memberId, kind), mac) ? { memberId, kind } : null
}
