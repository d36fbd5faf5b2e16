import type { Reader } from '#store/store.ts'
import { QUOTAS, type Quotas, quotasOf } from './attachments/quotas.ts'
import { readBoards } from './boards/store-tree.ts'
import type { BoardTree } from './boards/tree.ts'
import { type Access, accessOf } from './permissions/rules.ts'
import { readGroups, readPermissions } from './permissions/store.ts'
import type { Prefixes } from './prefixes/model.ts'
import { readPrefixes } from './prefixes/store.ts'
import type { ProfileField } from './profiles/model.ts'
import { readProfileFields } from './profiles/store.ts'
import { type JoiningSettings, joiningSettingsOf } from './settings/joining-settings.ts'
import { type MemberSettings, memberSettingsOf } from './settings/member-settings.ts'
import { type Settings, settingsOf } from './settings/model.ts'
import { JOINING_SETTINGS, MEMBER_SETTINGS, readSettings, readSiteVersion } from './settings/store.ts'

/** What changes seldom and every page needs: settings, boards, permissions. Immutable; a change makes a new one. */
export interface Site {
  /** Counts up with every change of any part. */
  readonly version: number
  readonly settings: Settings
  readonly memberSettings: MemberSettings
  readonly joining: JoiningSettings
  readonly attachmentQuotas: Quotas
  /** What members are asked to say of themselves, in its order. */
  readonly profileFields: readonly ProfileField[]
  readonly boards: BoardTree
  readonly prefixes: Prefixes
  readonly access: Access
}

/** The site as it was last read. */
export interface SiteMemory {
  /** The site as this connection sees it now: one point select when nothing has changed. */
  at(db: Reader): Promise<Site>
  /** The site as last read, for what only shows it. */
  latest(): Site
}

/**
 * Reads the site and remembers it; another process's change is seen by its version, which is not asked for where
 * `changeMark` of the store says that nothing was written.
 */
export async function openSite(
  db: Reader,
  changeMark: () => number | null = () => null,
): Promise<SiteMemory> {
  let known = await readSite(db, await readSiteVersion(db))
  let seen: number | null = null
  return {
    at: async reader => {
      const mark = isWriting(reader) ? null : changeMark()
      if (mark !== null && mark === seen) return known
      const version = await readSiteVersion(reader)
      if (version !== known.version) {
        const read = await readSite(reader, version)
        // A transaction may be rolled back, and a slow reader come last: only what is newer is remembered.
        if (read.version < known.version || isWriting(reader)) return read
        known = read
      }
      if (mark !== null) seen = mark
      return known
    },
    latest: () => known,
  }
}

const isWriting = (db: Reader): boolean => 'isTransaction' in db && db.isTransaction === true

async function readSite(db: Reader, version: number): Promise<Site> {
  const rows = await readSettings(db)
  const settings = settingsOf(rows)
  const joining = joiningSettingsOf(rows.find(row => row.name === JOINING_SETTINGS)?.value)
  const memberSettings = memberSettingsOf(rows.find(row => row.name === MEMBER_SETTINGS)?.value)
  const attachmentQuotas = quotasOf(rows.find(row => row.name === QUOTAS)?.value)
  const profileFields = await readProfileFields(db)
  const boards = await readBoards(db)
  const prefixes = await readPrefixes(db)
  const access = accessOf(boards, await readGroups(db), await readPermissions(db))
  return {
    version,
    settings,
    memberSettings,
    joining,
    attachmentQuotas,
    profileFields,
    boards,
    prefixes,
    access,
  }
}
