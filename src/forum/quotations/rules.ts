import { type Actor, mayAdminister, mustAdminister } from '../actor.ts'

/** Whether somebody may say that two names are one speaker's: administrators. */
export const mayJoinSpeakers = (actor: Actor): boolean => mayAdminister(actor)
/** Throws `not-allowed`, or `not-signed-in` for a guest, unless somebody may say that two names are one speaker's. */
export const mustJoinSpeakers = (actor: Actor): void => mustAdminister(actor)
