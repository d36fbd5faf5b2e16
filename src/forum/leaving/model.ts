import { Refused } from '#base/errors.ts'

/** What becomes of the posts of somebody who leaves: they keep the name, get another one, or are taken out. */
export const WAYS = ['keep', 'anonymise', 'remove'] as const
export type Way = (typeof WAYS)[number]

/** The job that takes out the posts of somebody who left: `{ memberId, after }`, the post that it has come to. */
export const REMOVAL_JOB = 'take out the posts of who left'
/** Posts that are taken out in one transaction. */
export const POSTS_AT_ONCE = 50

/** Wordings that are read at once for the copy that a member gets. */
export const WORDINGS_AT_ONCE = 200

/** Throws `invalid` for the field `name` unless it is the member's, written as it is shown. */
export function mustBeNamed(typed: string, name: string): void {
  if (typed !== name) throw new Refused('invalid', 'leaving.other-name', { field: 'name' })
}
