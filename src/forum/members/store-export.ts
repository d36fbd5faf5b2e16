import type { Reader } from '#store/store.ts'
import { preferencesOf } from '../preferences/model.ts'
import { privacyOf } from '../profiles/privacy.ts'
import { oldNamesOf } from './store-names.ts'

/** What is kept of a member's account and profile, for their own copy of it; {} for nobody. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  const row = await db
    .selectFrom('members')
    .select(['id', 'name', 'address', 'role', 'title', 'joinedAt', 'country', 'location', 'timeZone'])
    .select(['preferences', 'privacy', 'signature'])
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!row) return {}
  return {
    ...row,
    preferences: preferencesOf(row.preferences),
    privacy: privacyOf(row.privacy),
    oldNames: await oldNamesOf(db, memberId),
  }
}
