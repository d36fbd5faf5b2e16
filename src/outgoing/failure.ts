/**
 * Why a page was not read. `forbidden`: the operator allows no requests; `address`: nowhere that requests may go;
 * `unreachable`: no such name, nobody answers, or not who it should be; `slow`, `too-large`, `redirects`: beyond the limits;
 * `status`: another answer than 200; `type`: no text; `broken`: an answer that breaks off or cannot be unpacked.
 */
export type FailureReason =
  | 'forbidden'
  | 'address'
  | 'unreachable'
  | 'slow'
  | 'too-large'
  | 'redirects'
  | 'status'
  | 'type'
  | 'broken'

/** A request that came to nothing. Stays within this folder: the client answers with its reason. */
export class Failure extends Error {
  readonly reason: FailureReason
  constructor(reason: FailureReason, cause?: unknown) {
    super(`The page was not read: ${reason}.`, { cause })
    this.name = 'Failure'
    this.reason = reason
  }
}
