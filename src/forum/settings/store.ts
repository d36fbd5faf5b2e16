import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { JoiningSettings } from './joining-settings.ts'
import type { MemberSettings } from './member-settings.ts'
import type { Settings } from './model.ts'

const SITE = 'site'
/** The name under which the settings about members stand. */
export const MEMBER_SETTINGS = 'members'
/** The name under which the settings about joining stand. */
export const JOINING_SETTINGS = 'joining'

const selectVersion = prepared((db, { name }: { name: string }) =>
  db.selectFrom('versions').select('value').where('name', '=', name),
)

/** The version of everything that a `Site` holds. */
export async function readSiteVersion(db: Reader): Promise<number> {
  const [row] = await selectVersion(db, { name: SITE })
  return row?.value ?? 0
}

/** Makes every process read the site again, and every kept page old. */
export async function touchSite(db: Writer): Promise<void> {
  await db
    .updateTable('versions')
    .set(eb => ({ value: eb('value', '+', 1) }))
    .where('name', '=', SITE)
    .execute()
}

/** All settings that were ever changed, and other names that features keep there. */
export async function readSettings(db: Reader): Promise<{ name: string; value: string }[]> {
  return db.selectFrom('settings').select(['name', 'value']).execute()
}

/** Writes the settings about members. */
export async function writeMemberSettings(db: Writer, settings: MemberSettings): Promise<void> {
  const value = JSON.stringify(settings)
  await db
    .insertInto('settings')
    .values({ name: MEMBER_SETTINGS, value })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

/** Writes the settings about joining. */
export async function writeJoiningSettings(db: Writer, settings: JoiningSettings): Promise<void> {
  const value = JSON.stringify(settings)
  await db
    .insertInto('settings')
    .values({ name: JOINING_SETTINGS, value })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

/** Writes the given settings; others stay. */
export async function writeSettings(db: Writer, settings: Partial<Settings>): Promise<void> {
  const rows = Object.entries(settings).map(([name, value]) => ({ name, value }))
  if (rows.length === 0) return
  await db
    .insertInto('settings')
    .values(rows)
    .onConflict(conflict => conflict.column('name').doUpdateSet(eb => ({ value: eb.ref('excluded.value') })))
    .execute()
}
