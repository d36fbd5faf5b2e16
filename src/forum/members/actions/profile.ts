import { Refused } from '#base/errors.ts'
import type { Act } from '../../act.ts'
import type { Picture } from '../../files/pictures.ts'
import { addFile } from '../../files/store.ts'
import { mustChangeProfile, mustSetTitle } from '../rules.ts'
import { avatarOf, type MemberColumns, updateMember } from '../store-accounts.ts'

/** What a member says about themselves; an empty text counts as nothing. */
export interface Profile {
  readonly country: string
  readonly location: string
  /** IANA name; '' for the site's. */
  readonly timeZone: string
}

/** Changes what a card says of a member. Throws `not-signed-in`, `not-allowed` and `not-found`. */
export async function changeProfile(a: Act, memberId: number, profile: Profile): Promise<void> {
  mustChangeProfile(a.actor, memberId)
  const { country, location, timeZone } = profile
  await write(a, memberId, {
    country: country || null,
    location: location || null,
    timeZone: timeZone || null,
  })
}

/** Gives a member a title of their own; '' takes it away. Throws as `changeProfile` does. */
export async function setTitle(a: Act, memberId: number, title: string): Promise<void> {
  mustSetTitle(a.actor, memberId)
  await write(a, memberId, { title: title || null })
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
