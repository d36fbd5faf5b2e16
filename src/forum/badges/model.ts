import type { Key } from '#base/words.ts'

/** What can earn a badge by itself. */
export const RULE_KINDS = ['messages', 'score', 'days', 'first-thread', 'answers'] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** A rule, and how much of it is needed; 1 where it only happens once. */
export interface BadgeRule {
  readonly kind: RuleKind
  readonly least: number
}

export interface Badge {
  readonly id: number
  readonly name: string
  readonly description: string
  /** Null for one that is given by hand. */
  readonly rule: BadgeRule | null
  readonly position: number
}

export type NewBadge = Omit<Badge, 'id'>

/** A badge that a member has. */
export interface HeldBadge extends Pick<Badge, 'id' | 'name' | 'description' | 'rule'> {
  /** Epoch milliseconds. */
  readonly at: number
  /** Why somebody gave it; '' where a rule did. */
  readonly reason: string
  /** Whose hand it was; null for a rule, and for somebody who is no more. */
  readonly givenBy: { readonly id: number; readonly name: string } | null
}

export const MAX_BADGE_NAME = 40
export const MAX_BADGE_DESCRIPTION = 200
export const MAX_BADGE_REASON = 200
export const MOST_BADGES = 100
export const MOST_NEEDED = 10_000_000

/** A rule as it is stored → the rule; null for '' and for what is none. */
export function ruleOf(stored: string): BadgeRule | null {
  if (stored === '') return null
  const { kind, least } = JSON.parse(stored) as Partial<BadgeRule>
  const known = RULE_KINDS.find(each => each === kind)
  return known && Number.isSafeInteger(least) ? { kind: known, least: least as number } : null
}

/** The same as it is stored. */
export const storedRule = (rule: BadgeRule | null): string => (rule === null ? '' : JSON.stringify(rule))

/** The badges that a forum can begin with, by the sentences of the catalogue. */
export const USUAL_BADGES: readonly { readonly name: Key; readonly about: Key; readonly rule: BadgeRule }[] =
  [
    {
      name: 'badge.first-thread',
      about: 'badge.first-thread-about',
      rule: { kind: 'first-thread', least: 1 },
    },
    { name: 'badge.hundred', about: 'badge.hundred-about', rule: { kind: 'messages', least: 100 } },
    { name: 'badge.thousand', about: 'badge.thousand-about', rule: { kind: 'messages', least: 1000 } },
    { name: 'badge.year', about: 'badge.year-about', rule: { kind: 'days', least: 365 } },
    { name: 'badge.valued', about: 'badge.valued-about', rule: { kind: 'score', least: 100 } },
    { name: 'badge.answers', about: 'badge.answers-about', rule: { kind: 'answers', least: 10 } },
  ]
