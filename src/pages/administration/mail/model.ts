/** A mail of the folder, as its list shows it. */
export interface MailLine {
  /** Names it. */
  readonly name: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly to: string
  readonly subject: string
}

/** A mail of the folder, taken apart. */
export interface WholeMail extends MailLine {
  readonly headers: readonly string[]
  readonly text: string
  /** The source of its other part. */
  readonly html: string
}
