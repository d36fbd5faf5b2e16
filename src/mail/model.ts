import type { Locale } from '#base/words.ts'

/** A mail, ready to be sent. Whatever could end a header line is taken out of it when it is put together. */
export interface Mail {
  /** Names it among all mails of this forum; the same each time that it is tried. */
  readonly id: string
  readonly to: string
  /** What the sender is called: the name of the forum. */
  readonly senderName: string
  readonly subject: string
  readonly text: string
  /** A whole document. */
  readonly html: string
  readonly locale: Locale
  /** The address where one request ends mails of this kind; null for those that nobody can do without. */
  readonly unsubscribe: string | null
}

/** A mail in the folder, as its list shows it. */
export interface KeptMail {
  /** Names it. */
  readonly name: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly to: string
  readonly subject: string
}

/** A mail of the folder, taken apart. */
export interface OpenMail extends KeptMail {
  /** Each on one line, as it stands in the file. */
  readonly headers: readonly string[]
  readonly text: string
  /** The source of the other part. */
  readonly html: string
}

/** Where mails lie that are not sent. */
export interface MailFolder {
  /** Where it is on this machine. */
  readonly path: string
  /** The mails in it, the latest first. */
  list(): Promise<KeptMail[]>
  /** One of them, or undefined. */
  read(name: string): Promise<OpenMail | undefined>
}

/** Who sees to mails. */
export interface Mailer {
  /** The server that takes them, as `mail.example:587`; null where they are put in the folder. */
  readonly server: string | null
  readonly folder: MailFolder | null
  /** Sends a mail, or puts it in the folder. Throws what the server says. */
  send(mail: Mail): Promise<void>
}
