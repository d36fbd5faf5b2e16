import type { Store } from '#store/store.ts'
import { readSiteVersion } from '../settings/store.ts'
import { readRecordVersion, readVersion } from './store.ts'

/** Tags remembered between two commits. */
const MOST_REMEMBERED = 10_000

const OWN = /^(thread|board):(\d+)$/

/**
 * Tag → version of all that a guest can see under it: `site` for what hangs on settings, boards and permissions,
 * `thread:7` and `board:3` for these and the thread or board, `record` for these and what was read in posts. Other tags have the version of the site. Where the database
 * says by itself that nothing was written meanwhile, the answer comes at once, from memory.
 */
export function openVersions(store: Store): (tag: string) => string | Promise<string> {
  const remembered = new Map<string, string>()
  let mark: number | null = null
  const look = async (tag: string): Promise<string> => {
    const seen = store.changeMark()
    const version = await readTag(store, tag)
    if (seen !== null && seen === mark && seen === store.changeMark()) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear()
      remembered.set(tag, version)
    }
    return version
  }
  return tag => {
    const now = store.changeMark()
    if (now !== mark) {
      remembered.clear()
      mark = now
    }
    return remembered.get(tag) ?? look(tag)
  }
}

async function readTag(store: Store, tag: string): Promise<string> {
  const site = await readSiteVersion(store.read)
  if (tag === 'record') return `${site}.${await readRecordVersion(store.read)}`
  const [, kind, id] = OWN.exec(tag) ?? []
  if (kind !== 'thread' && kind !== 'board') return String(site)
  return `${site}.${await readVersion(store.read, kind, Number(id))}`
}
