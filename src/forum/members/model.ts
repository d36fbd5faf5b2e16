import type { Key } from '#base/words.ts'
import type { Role } from '../actor.ts'
import type { ProfileField, ProfileValue } from '../profiles/model.ts'
import type { Privacy } from '../profiles/privacy.ts'
import { type MemberSettings, MAX_TITLE as MOST_OF_TITLE } from '../settings/member-settings.ts'

/** Characters of a name, counted as people count them: code points. */
export const MIN_NAME = 2
export const MAX_NAME = 40
/** UTF-16 units of a name as typed; what it may be is said by `checkName`, in code points. */
export const MAX_TYPED_NAME = 200
/** UTF-16 units. */
export const MAX_ADDRESS = 254
export const MIN_PASSWORD = 8
export const MAX_PASSWORD = 1000
export const MAX_TITLE = MOST_OF_TITLE
export const MAX_COUNTRY = 60
export const MAX_LOCATION = 80

export type MemberRole = Exclude<Role, 'guest'>
export const MEMBER_ROLES = ['member', 'moderator', 'administrator'] as const satisfies readonly MemberRole[]

/** Who looks at members, and on which site. A `Visible` is one. */
export interface Onlooker {
  readonly actor: { readonly memberId: number | null }
  readonly site: {
    readonly memberSettings: MemberSettings
    readonly profileFields: readonly ProfileField[]
  }
}

/** What stands beside every post of a member, as far as its reader may know it. */
export interface MemberCard {
  readonly id: number
  readonly name: string
  readonly role: MemberRole
  /** Overrides the title that the message count earns. */
  readonly customTitle: string | null
  /** What the messages have earned on the ladder of this forum; null where it has none of its own. */
  readonly earnedTitle: string | null
  /** Epoch milliseconds. */
  readonly joinedAt: number
  readonly messages: number
  readonly reactionScore: number
  /** A code of ISO 3166, or what somebody wrote in another forum. */
  readonly country: string | null
  readonly location: string | null
  /** What the member said in the fields that stand on cards. */
  readonly fields: readonly ProfileValue[]
  /** The path of the avatar; null for initials. */
  readonly picture: string | null
}

/** Whether two cards say the same. */
export function isSameCard(one: MemberCard | null, other: MemberCard | null): boolean {
  if (one === null || other === null) return one === other
  for (const name of Object.keys(one) as (keyof MemberCard)[])
    if (name !== 'fields' && one[name] !== other[name]) return false
  return one.fields === other.fields || JSON.stringify(one.fields) === JSON.stringify(other.fields)
}

/** A member as their own pages and the administration need them. */
export interface Member extends MemberCard {
  readonly suspended: boolean
  readonly privacy: Privacy
  /** IANA name; null for the site's. */
  readonly timeZone: string | null
}

/** The title ladder: messages needed, and the title they earn. */
export const LADDER: readonly (readonly [messages: number, title: Key])[] = [
  [2000, 'title.veteran'],
  [500, 'title.senior'],
  [100, 'title.full'],
  [30, 'title.member'],
  [0, 'title.new'],
]

/** The title that so many messages earn, as a key of the catalogue. */
export function titleKeyOf(messages: number): Key {
  return LADDER.find(([needed]) => messages >= needed)?.[1] ?? 'title.new'
}

/** The path under which a picture of this hash is served. */
export const picturePath = (hash: string): string => `/avatars/${hash}`
