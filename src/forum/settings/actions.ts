import type { Act } from '../act.ts'
import { mustAdminister } from '../actor.ts'
import type { Settings } from './model.ts'
import { touchSite, writeSettings } from './store.ts'

/** Changes settings. Throws `not-allowed` for anybody but an administrator. */
export async function changeSettings({ db, actor, emit }: Act, changes: Partial<Settings>): Promise<void> {
  mustAdminister(actor)
  await writeSettings(db, changes)
  await touchSite(db)
  emit({ type: 'site.changed' })
}
