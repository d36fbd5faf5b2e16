import type { Act } from '../act.ts'
import { mustAdminister } from '../actor.ts'
import type { JoiningSettings } from './joining-settings.ts'
import type { MemberSettings } from './member-settings.ts'
import type { Settings } from './model.ts'
import { touchSite, writeJoiningSettings, writeMemberSettings, writeSettings } from './store.ts'

/** Changes settings; nothing happens where they are so already. Throws `not-allowed` for anybody but an administrator. */
export async function changeSettings(
  { db, actor, site, emit }: Act,
  changes: Partial<Settings>,
): Promise<void> {
  mustAdminister(actor)
  const names = Object.keys(changes) as (keyof Settings)[]
  if (names.every(name => changes[name] === site.settings[name])) return
  await writeSettings(db, changes)
  await touchSite(db)
  emit({ type: 'site.changed' })
}

/** Changes the settings about members. Throws `not-allowed` for anybody but an administrator. */
export async function changeMemberSettings(
  { db, actor, emit }: Act,
  settings: MemberSettings,
): Promise<void> {
  mustAdminister(actor)
  await writeMemberSettings(db, settings)
  await touchSite(db)
  emit({ type: 'site.changed' })
}

/** Changes some of the settings about joining. Throws `not-allowed` for anybody but an administrator. */
export async function changeJoiningSettings(
  { db, actor, site, emit }: Act,
  settings: Partial<JoiningSettings>,
): Promise<void> {
  mustAdminister(actor)
  await writeJoiningSettings(db, { ...site.joining, ...settings })
  await touchSite(db)
  emit({ type: 'site.changed' })
}
