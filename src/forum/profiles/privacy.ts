import { fieldName, type ProfileField, type ProfileValue } from './model.ts'

/** Who may know something of a member: everybody, members, or the member alone. */
export const AUDIENCES = ['everybody', 'members', 'me'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What of a member can be kept from others besides the fields of the profile. */
export const PRIVATE_PARTS = ['country', 'location', 'oldNames', 'follows'] as const
export type PrivatePart = (typeof PRIVATE_PARTS)[number]

/** Something that a member can keep from others. */
export type Part = PrivatePart | `field-${number}`

/** Who may know which part, by `PrivatePart` or the name of a field; what is missing is for everybody. */
export type Privacy = Readonly<Partial<Record<string, Audience>>>

/** Whom a member follows is for nobody else unless they say so. */
const DEFAULTS: Privacy = { follows: 'me' }

const NOTHING_HIDDEN: Privacy = {}

/** JSON as it is stored → who may know what. What cannot be read is for the member alone, never for more. */
export function privacyOf(stored: string): Privacy {
  if (stored === '') return NOTHING_HIDDEN
  const read = JSON.parse(stored) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(read).map(([part, value]) => [part, AUDIENCES.find(each => each === value) ?? 'me']),
  )
}

/** Who may know a part. */
export const audienceOf = (privacy: Privacy, part: Part): Audience =>
  privacy[part] ?? DEFAULTS[part] ?? 'everybody'

/** Whether somebody may know a part of a member; `readerId` is null for a guest. */
export function mayKnow(
  privacy: Privacy,
  part: Part,
  people: { readonly ownerId: number; readonly readerId: number | null },
): boolean {
  const { ownerId, readerId } = people
  const audience = audienceOf(privacy, part)
  return audience === 'everybody' || (readerId !== null && (audience === 'members' || ownerId === readerId))
}

/** Every part that somebody can decide about, in the order of the form. */
export const partsOf = (fields: readonly ProfileField[]): Part[] => [
  ...PRIVATE_PARTS,
  ...fields.map(fieldName),
]

/** What a member said in some fields → what somebody may know of it, in the order of the fields. */
export function knownValues(
  fields: readonly ProfileField[],
  said: ReadonlyMap<number, string>,
  member: { readonly privacy: Privacy; readonly ownerId: number; readonly readerId: number | null },
): ProfileValue[] {
  return fields.flatMap(field => {
    const value = said.get(field.id)
    if (value === undefined || !mayKnow(member.privacy, fieldName(field), member)) return []
    return [{ label: field.label, kind: field.kind, value }]
  })
}
