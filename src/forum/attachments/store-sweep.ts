import type { Reader, Writer } from '#store/store.ts'
import type { Variant } from './model.ts'

/**
 * Removes attachments that have been in no post since before a moment, up to `limit`; → how many. Those of a member stay as
 * long as anything of theirs waits for its time or is kept as a draft.
 */
export async function removeOrphans(db: Writer, before: number, limit: number): Promise<number> {
  const orphans = db
    .selectFrom('attachments')
    .select('id')
    .where('postId', 'is', null)
    .where('at', '<', before)
    // They may belong to what is to be published, or to what somebody is still writing.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('scheduledThreads')
            .select('scheduledThreads.id')
            .whereRef('scheduledThreads.memberId', '=', 'attachments.memberId'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('drafts')
            .select('drafts.place')
            .whereRef('drafts.memberId', '=', 'attachments.memberId'),
        ),
      ),
    )
    .limit(limit)
  const result = await db
    .deleteFrom('attachments')
    .where('id', 'in', orphans)
    // Asked again of the row itself: somebody may have put it in a post meanwhile.
    .where('postId', 'is', null)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Hashes of stored files that nothing uses and that nobody has sent since before a moment. */
export async function unusedBlobs(db: Reader, before: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('blobs')
    .select('hash')
    .where('at', '<', before)
    .where(eb =>
      eb.not(
        eb.exists(eb.selectFrom('attachments').select('id').whereRef('attachments.hash', '=', 'blobs.hash')),
      ),
    )
    .limit(limit)
    .execute()
  return rows.map(row => row.hash)
}

/** Forgets a stored file unless something uses it or somebody has sent it again; → what of it lies in the store. */
export async function removeBlob(db: Writer, hash: string, before: number): Promise<Variant[]> {
  // Holding the row first makes the question below see whoever took the file meanwhile.
  await db
    .updateTable('blobs')
    .set(eb => ({ kind: eb.ref('kind') }))
    .where('hash', '=', hash)
    .execute()
  const removed = await db
    .deleteFrom('blobs')
    .where('hash', '=', hash)
    .where('at', '<', before)
    .where(eb =>
      eb.not(
        eb.exists(eb.selectFrom('attachments').select('id').whereRef('attachments.hash', '=', 'blobs.hash')),
      ),
    )
    .returning('variants')
    .executeTakeFirst()
  return removed ? (JSON.parse(removed.variants) as Variant[]) : []
}

/** The next stored files behind one, by their hashes, with what of each lies in the store. */
export async function nextBlobs(
  db: Reader,
  after: string,
  limit: number,
): Promise<{ hash: string; variants: Variant[] }[]> {
  const rows = await db
    .selectFrom('blobs')
    .select(['hash', 'variants'])
    .where('hash', '>', after)
    .orderBy('hash')
    .limit(limit)
    .execute()
  return rows.map(row => ({ hash: row.hash, variants: JSON.parse(row.variants) as Variant[] }))
}

/** How many files are stored, how many bytes they take, and how often they are attached. */
export async function usedInAll(db: Reader): Promise<{ files: number; bytes: number; uses: number }> {
  const blobs = await db
    .selectFrom('blobs')
    .select(eb => [eb.fn.countAll<number>().as('files'), eb.fn.sum<number | null>('size').as('bytes')])
    .executeTakeFirstOrThrow()
  const { uses } = await db
    .selectFrom('attachments')
    .select(eb => eb.fn.countAll<number>().as('uses'))
    .executeTakeFirstOrThrow()
  return { files: Number(blobs.files), bytes: Number(blobs.bytes ?? 0), uses: Number(uses) }
}

/** Writes what the groups may keep. */
export async function writeQuotas(db: Writer, name: string, value: string): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
