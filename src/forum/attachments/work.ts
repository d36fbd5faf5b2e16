import { Refused } from '#base/errors.ts'
import { DAY, HOUR } from '#base/time.ts'
import { clearIncoming } from '#files/disk.ts'
import { drawPicture, kindOfFile, readHeader } from '#files/drawing.ts'
import { discard, receive } from '#files/incoming.ts'
import { addJob } from '#jobs/store.ts'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { contentOf, putAll, sizeOf } from './keep.ts'
import { type Blob, SETTLE, type Variant } from './model.ts'
import { findBlob, holdBlob, setVariants } from './store.ts'
import { removeBlob, removeOrphans, unusedBlobs } from './store-sweep.ts'

/** How long a file that no post carries is kept for its owner. */
export const ORPHANS_KEPT = DAY
/** How long a stored file is kept that nothing uses any more. */
export const UNUSED_KEPT = HOUR
const AT_ONCE = 500

/** Removes from the store what was put there for a file and is not part of it. A job. */
export async function settleFiles({ files, store }: Forum, payload: unknown): Promise<void> {
  const { hash, names } = payload as { hash: string; names: readonly string[] }
  const blob = await findBlob(store.read, hash)
  const used = new Set(blob?.variants.map(variant => variant.name))
  for (const name of names) if (!used.has(name)) await files.store.remove(name)
}

/** Draws what of a picture takes long: its AVIF, where they are smaller. The picture as it came is then thrown away. A job. */
export async function finishPicture(forum: Forum, payload: unknown): Promise<void> {
  const { hash } = payload as { hash: string }
  const blob = await findBlob(forum.store.read, hash)
  const source = blob?.variants.find(variant => variant.format === 'source')
  if (!blob || !source) return
  const drawn = await drawSmaller(forum, blob, source)
  await act(forum, SYSTEM, async ({ db, now }) => {
    if (!(await holdBlob(db, hash, now))) return
    const variants = [...blob.variants.filter(variant => variant !== source), ...drawn]
    await setVariants(db, { ...blob, variants, size: sizeOf(variants) })
    await addJob(db, SETTLE, { hash, names: [source.name] }, now)
  })
}

async function drawSmaller(forum: Forum, { hash, variants }: Blob, source: Variant): Promise<Variant[]> {
  const { files } = forum
  const opened = await files.store.open(source.name)
  if (!opened) return []
  const { path } = await receive(files.incoming, opened.stream)
  try {
    const kind = await kindOfFile(path)
    if (!kind) return []
    const drawn = await drawPicture(path, await readHeader(path, kind), 'avif')
    const sizeAt = (width: number): number => variants.find(each => each.width === width)?.size ?? 0
    const smaller = drawn.filter(each => each.bytes.length < sizeAt(each.width))
    return await putAll(forum, hash, smaller.map(contentOf))
  } catch (error) {
    // What cannot be drawn this way is there as WebP.
    if (error instanceof Refused && error.code === 'invalid') return []
    throw error
  } finally {
    await discard({ path })
  }
}

/**
 * Removes files that have been in no post for a day, unless their owner is still writing, stored files that nothing has used for an hour, and what was left on its
 * way in. What somebody sends again at the same moment stays: its row is held, and its names are never given twice.
 */
export async function sweepAttachments(forum: Forum): Promise<void> {
  const { store, clock, files, log } = forum
  const orphans = await act(forum, SYSTEM, ({ db, now }) => removeOrphans(db, now - ORPHANS_KEPT, AT_ONCE))
  const unused = await unusedBlobs(store.read, clock() - UNUSED_KEPT, AT_ONCE)
  for (const hash of unused)
    await act(forum, SYSTEM, async ({ db, now }) => {
      const names = (await removeBlob(db, hash, now - UNUSED_KEPT)).map(variant => variant.name)
      if (names.length > 0) await addJob(db, SETTLE, { hash, names }, now)
    })
  const left = await clearIncoming(files.incoming, clock() - DAY)
  if (orphans + unused.length + left > 0)
    log.debug({ orphans, unused: unused.length, left }, 'Attached files that nobody uses were removed')
}
