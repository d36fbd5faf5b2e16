import { Refused } from '#base/errors.ts'
import type { Act } from '../../act.ts'
import { hasRole } from '../../actor.ts'
import type { Picture } from '../../files/pictures.ts'
import { addFile } from '../../files/store.ts'
import { readValue } from '../../profiles/model.ts'
import { AUDIENCES, type Privacy, partsOf } from '../../profiles/privacy.ts'
import { writeValues } from '../../profiles/store.ts'
import { touchSite } from '../../settings/store.ts'
import { mustChangeProfile, mustNotBeAnOffice, mustSetTitle } from '../rules.ts'
import { cardsOf } from '../store.ts'
import { avatarOf, type MemberColumns, updateMember } from '../store-accounts.ts'

/** What a member says about themselves; an empty text counts as nothing. */
export interface Profile {
  readonly country: string
  readonly location: string
  /** What was typed into fields of the profile, by their ids; others stay as they are. */
  readonly fields?: ReadonlyMap<number, string>
}

/** Changes what a member says of themself. Throws `not-signed-in`, `not-allowed`, `not-found`, and `invalid` for a field. */
export async function changeProfile(a: Act, memberId: number, profile: Profile): Promise<void> {
  mustChangeProfile(a.actor, memberId)
  const { country, location, fields = new Map() } = profile
  const asked = a.site.profileFields.filter(field => fields.has(field.id))
  const said = new Map(asked.map(field => [field.id, readValue(field, fields.get(field.id) ?? '')]))
  await write(a, memberId, {
    country: country || null,
    location: location || null,
  })
  await writeValues(a.db, memberId, said)
}

/** Gives a member a title of their own; '' takes it away. Throws as `changeProfile` does, and `conflict` for the title of an office. */
export async function setTitle(a: Act, memberId: number, title: string): Promise<void> {
  const messages = (await cardsOf(a.db, [memberId])).get(memberId)?.messages ?? 0
  mustSetTitle(a.actor, { id: memberId, messages }, a.site.memberSettings)
  if (!hasRole(a.actor, 'moderator')) mustNotBeAnOffice(title, a.site.settings)
  await write(a, memberId, { title: title || null })
}

/** Says who may know what of a member; a part that is not named is for whom it is by default. Throws as `changeProfile` does. */
export async function changePrivacy(a: Act, memberId: number, chosen: Privacy): Promise<void> {
  mustChangeProfile(a.actor, memberId)
  const privacy = partsOf(a.site.profileFields).flatMap(part => {
    const audience = AUDIENCES.find(each => each === chosen[part])
    return audience ? [[part, audience] as const] : []
  })
  await write(a, memberId, { privacy: JSON.stringify(Object.fromEntries(privacy)) })
  // What is kept for guests must not show for another moment what is theirs no more.
  await touchSite(a.db)
}

/** Gives a member a picture. Throws as `changeProfile` does. */
export async function setAvatar(a: Act, memberId: number, picture: Picture): Promise<void> {
  mustChangeProfile(a.actor, memberId)
  await addFile(a.db, picture)
  await replaceAvatar(a, memberId, picture.hash)
}

/** Takes a member's picture away. Throws as `changeProfile` does. */
export async function removeAvatar(a: Act, memberId: number): Promise<void> {
  mustChangeProfile(a.actor, memberId)
  await replaceAvatar(a, memberId, null)
}

async function replaceAvatar(a: Act, memberId: number, avatar: string | null): Promise<void> {
  const before = await avatarOf(a.db, memberId)
  await write(a, memberId, { avatar })
  if (before && before !== avatar) a.emit({ type: 'avatar.changed', memberId, before })
}

async function write({ db, emit }: Act, memberId: number, changes: MemberColumns): Promise<void> {
  if (!(await updateMember(db, memberId, changes))) throw new Refused('not-found')
  emit({ type: 'member.changed', memberId })
}
