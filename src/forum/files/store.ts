import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'

/** A stored picture, known by the SHA-256 (hex) of its bytes. */
export interface StoredFile {
  readonly hash: string
  /** Media type. */
  readonly type: string
  readonly bytes: Uint8Array
}

const selectFile = prepared((db, { hash }: { hash: string }) =>
  db.selectFrom('files').select(['hash', 'type', 'bytes']).where('hash', '=', hash),
)

/** One file, or undefined. */
export async function findFile(db: Reader, hash: string): Promise<StoredFile | undefined> {
  const [row] = await selectFile(db, { hash })
  return row
}

/** Keeps a file; the same one is kept once. Holds its row until the transaction ends, so that nobody removes it meanwhile. */
export async function addFile(db: Writer, file: StoredFile): Promise<void> {
  await db
    .insertInto('files')
    .values({ hash: file.hash, type: file.type, bytes: file.bytes })
    .onConflict(conflict => conflict.column('hash').doUpdateSet({ type: file.type }))
    .execute()
}

/** Removes a picture that no member and no card of a link has. */
export async function removeUnusedFile(db: Writer, hash: string): Promise<void> {
  // Holding the row first makes the question below see whoever took the picture meanwhile.
  await db
    .updateTable('files')
    .set(eb => ({ type: eb.ref('type') }))
    .where('hash', '=', hash)
    .execute()
  await db
    .deleteFrom('files')
    .where('hash', '=', hash)
    .where(eb =>
      eb.not(
        eb.exists(
          eb.selectFrom('members').select('members.id').whereRef('members.avatar', '=', 'files.hash'),
        ),
      ),
    )
    .where(eb =>
      eb.not(
        eb.exists(
          eb.selectFrom('linkCards').select('linkCards.key').whereRef('linkCards.picture', '=', 'files.hash'),
        ),
      ),
    )
    .execute()
}
