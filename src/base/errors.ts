/** Why something was refused. `web/errors.ts` alone turns a code into a status. */
export type RefusalCode =
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'forged'
  | 'unavailable'

/**
 * A refusal a person can read. `message` is the key of a sentence in the catalogue (see `base/words.ts`), `values` fill
 * it, `field` names the input it belongs to.
 */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly values: Record<string, string | number>
  readonly field: string | undefined
  constructor(
    code: RefusalCode,
    message: string = `refused.${code}`,
    options: { values?: Record<string, string | number>; field?: string } = {},
  ) {
    super(message)
    this.name = 'Refused'
    this.code = code
    this.values = options.values ?? {}
    this.field = options.field
  }
}
