import { prepared } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'

const selectThread = prepared((db, { id }: { id: number }) =>
  db.selectFrom('threads').select('version').where('id', '=', id),
)
const selectBoard = prepared((db, { id }: { id: number }) =>
  db.selectFrom('boards').select('version').where('id', '=', id),
)

/** The version of a thread or a board by itself; 0 where there is none. */
export async function readVersion(db: Reader, kind: 'thread' | 'board', id: number): Promise<number> {
  const [row] = await (kind === 'thread' ? selectThread : selectBoard)(db, { id })
  return row?.version ?? 0
}

const selectRecord = prepared((db, { name }: { name: string }) =>
  db.selectFrom('versions').select('value').where('name', '=', name),
)

/** How often what was read in posts has been kept or forgotten. */
export async function readRecordVersion(db: Reader): Promise<number> {
  const [row] = await selectRecord(db, { name: 'record' })
  return row?.value ?? 0
}
