import { prepared, preparedList } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Attachment, Blob, Variant } from './model.ts'

const COLUMNS = [
  ...(['attachments.id', 'attachments.memberId', 'attachments.name', 'attachments.alt'] as const),
  ...(['attachments.postId', 'attachments.at', 'blobs.hash', 'blobs.kind', 'blobs.type'] as const),
  ...(['blobs.size', 'blobs.width', 'blobs.height', 'blobs.variants'] as const),
] as const

type Row = Omit<Attachment, 'variants'> & { readonly variants: string }

const attachmentOf = (row: Row): Attachment => ({ ...row, variants: JSON.parse(row.variants) as Variant[] })

const selectByIds = preparedList((db, ids) =>
  db
    .selectFrom('attachments')
    .innerJoin('blobs', 'blobs.hash', 'attachments.hash')
    .select(COLUMNS)
    .where('attachments.id', 'in', ids),
)
const selectByPosts = preparedList((db, ids) =>
  db
    .selectFrom('attachments')
    .innerJoin('blobs', 'blobs.hash', 'attachments.hash')
    .select(COLUMNS)
    .where('attachments.postId', 'in', ids)
    .orderBy('attachments.postId')
    .orderBy('attachments.position')
    .orderBy('attachments.id'),
)

/** Attachments by their ids, whoever they belong to; those that are not there are left out. */
export async function attachmentsByIds(db: Reader | Writer, ids: readonly number[]): Promise<Attachment[]> {
  return ids.length === 0 ? [] : (await selectByIds(db, ids)).map(attachmentOf)
}

/** The attachments of posts, by the ids of the posts, each post's in their order. */
export async function attachmentsOfPosts(
  db: Reader | Writer,
  postIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Attachment[]>> {
  if (postIds.length === 0) return new Map()
  const rows = (await selectByPosts(db, postIds)).map(attachmentOf)
  const byPost = new Map<number, Attachment[]>()
  for (const row of rows) byPost.set(row.postId as number, [...(byPost.get(row.postId as number) ?? []), row])
  return byPost
}

const selectUsed = prepared((db, { memberId, since }: { memberId: number; since: number }) =>
  db
    .selectFrom('attachments')
    .innerJoin('blobs', 'blobs.hash', 'attachments.hash')
    .select(eb => [
      eb.fn.coalesce(eb.fn.sum<number>('blobs.size'), eb.lit(0)).as('total'),
      eb.fn
        .coalesce(
          eb.fn.sum<number>(
            eb.case().when('attachments.at', '>', since).then(eb.ref('blobs.size')).else(eb.lit(0)).end(),
          ),
          eb.lit(0),
        )
        .as('day'),
    ])
    .where('attachments.memberId', '=', memberId),
)

/** Bytes that somebody keeps in all, and of what was sent since a moment. */
export async function usedBy(
  db: Reader | Writer,
  memberId: number,
  since: number,
): Promise<{ total: number; day: number }> {
  const [row] = await selectUsed(db, { memberId, since })
  return { total: Number(row?.total ?? 0), day: Number(row?.day ?? 0) }
}

/** Holds a member until the transaction ends, so that what they keep is added up for one upload after the other. */
export async function holdMember(db: Writer, memberId: number): Promise<void> {
  await db
    .updateTable('members')
    .set(eb => ({ name: eb.ref('name') }))
    .where('id', '=', memberId)
    .execute()
}

/** A stored file, or undefined. */
export async function findBlob(db: Reader | Writer, hash: string): Promise<Blob | undefined> {
  const row = await db
    .selectFrom('blobs')
    .select(['hash', 'kind', 'type', 'size', 'width', 'height', 'variants'])
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row && { ...row, variants: JSON.parse(row.variants) as Variant[] }
}

/** Keeps a stored file from being swept for a while, and until the transaction ends at least; → whether it is there. */
export async function holdBlob(db: Writer, hash: string, at: number): Promise<boolean> {
  const held = await db.updateTable('blobs').set({ at }).where('hash', '=', hash).executeTakeFirst()
  return Number(held.numUpdatedRows) > 0
}

/** Writes down a stored file; → whether it was not there yet. */
export async function insertBlob(db: Writer, blob: Blob, at: number): Promise<boolean> {
  const result = await db
    .insertInto('blobs')
    .values({ ...blob, variants: JSON.stringify(blob.variants), at })
    .onConflict(conflict => conflict.column('hash').doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0
}

/** Writes how a file is stored now. */
export async function setVariants(db: Writer, { hash, size, variants }: Blob): Promise<void> {
  await db
    .updateTable('blobs')
    .set({ size, variants: JSON.stringify(variants) })
    .where('hash', '=', hash)
    .execute()
}

/** Adds a use of a stored file; → its id. */
export async function insertAttachment(
  db: Writer,
  use: { memberId: number; hash: string; name: string; alt: string; at: number },
): Promise<number> {
  const { id } = await db.insertInto('attachments').values(use).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Puts attachments under a post, in their order; → the ids of those that are there, without any that another post has. */
export async function placeAttachments(
  db: Writer,
  postId: number,
  ids: readonly number[],
): Promise<number[]> {
  if (ids.length === 0) return []
  const placed = await db
    .updateTable('attachments')
    .set(eb => ({
      postId,
      position: ids
        .reduce(
          (built, id, index) => built.when('id', '=', id).then(eb.lit<number>(index + 1)),
          eb.case().when('id', '=', 0).then(eb.lit<number>(0)),
        )
        .else(eb.lit<number>(0))
        .end(),
    }))
    .where('id', 'in', ids)
    // Another post may have taken one since it was looked at.
    .where(eb => eb.or([eb('postId', 'is', null), eb('postId', '=', postId)]))
    .returning('id')
    .execute()
  return placed.map(row => row.id)
}

/** Takes attachments out of their posts; they are nobody's from then on but their owner's, who has them for a while. */
export async function takeOut(db: Writer, ids: readonly number[], at: number): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('attachments').set({ postId: null, position: 0, at }).where('id', 'in', ids).execute()
}

/** Writes what pictures show. */
export async function writeAlts(db: Writer, alts: readonly { id: number; alt: string }[]): Promise<void> {
  if (alts.length === 0) return
  await db
    .updateTable('attachments')
    .set(eb => ({
      alt: alts
        .reduce(
          (built, { id, alt }) => built.when('id', '=', id).then(alt),
          eb.case().when('id', '=', 0).then(''),
        )
        .else(eb.ref('alt'))
        .end(),
    }))
    .where(
      'id',
      'in',
      alts.map(each => each.id),
    )
    .execute()
}

/** Removes an attachment. */
export async function deleteAttachment(db: Writer, id: number): Promise<void> {
  await db.deleteFrom('attachments').where('id', '=', id).execute()
}

/** What a member has attached, for the member. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  const attachments = await db
    .selectFrom('attachments')
    .innerJoin('blobs', 'blobs.hash', 'attachments.hash')
    .select(['attachments.id', 'name', 'alt', 'postId', 'attachments.at', 'blobs.type', 'blobs.size'])
    .where('memberId', '=', memberId)
    .orderBy('attachments.id')
    .execute()
  return { attachments }
}
