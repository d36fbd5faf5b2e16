import { MINUTE } from '#base/time.ts'

/**
 * What is waited for: the code after a password, the code of a new authenticator, a passkey that is to be kept, one that is
 * shown, a provider's word, and what somebody does whom a provider has named.
 */
export type ChallengePurpose =
  | 'second-step'
  | 'factor-setup'
  | 'passkey-new'
  | 'passkey-shown'
  | 'provider-asked'
  | 'provider-named'

/** How long an answer is waited for. */
export const CHALLENGE_LIFE: Readonly<Record<ChallengePurpose, number>> = {
  'second-step': 10 * MINUTE,
  'factor-setup': 10 * MINUTE,
  'passkey-new': 5 * MINUTE,
  'passkey-shown': 5 * MINUTE,
  'provider-asked': 10 * MINUTE,
  'provider-named': 30 * MINUTE,
}

/** A question that is open. */
export interface Challenge {
  /** Whose answer is waited for; null where that is what the answer says. */
  readonly memberId: number | null
  readonly payload: string
}
