import type { MemberCard } from '../members/model.ts'

/** How a member stands to another: what the one does is nobody else's business. */
export const TIES = ['follow', 'ignore'] as const
export type Tie = (typeof TIES)[number]

/** Members that one can follow, and that one can ignore. */
export const MOST_TIES = 1000

/** How somebody stands to one member. */
export type Ties = Readonly<Record<Tie, boolean>>

export const NO_TIES: Ties = { follow: false, ignore: false }

/** Whom somebody follows and ignores, those last first. */
export type TiedMembers = Readonly<Record<Tie, readonly MemberCard[]>>
