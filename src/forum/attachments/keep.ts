import { Refused } from '#base/errors.ts'
import { DAY, HOUR } from '#base/time.ts'
import { type Drawn, drawPicture, kindOfFile, readHeader } from '#files/drawing.ts'
import { type Content, drawFileName } from '#files/file-store.ts'
import type { Files } from '#files/files.ts'
import type { Received } from '#files/incoming.ts'
import { addJob } from '#jobs/store.ts'
import { act, type Forum } from '../act.ts'
import { type Actor, mustWrite, SYSTEM } from '../actor.ts'
import { addAttachment, type Stored } from './actions.ts'
import { type Attachment, type Blob, SETTLE, type Variant } from './model.ts'
import { claimsPicture, cleanName, mustBeTaken, typeOfName } from './names.ts'
import { mustBeSmall, mustHaveRoom, quotaOf } from './quotas.ts'
import { attachmentsByIds, findBlob, usedBy } from './store.ts'

/** A file that somebody sent. Name and type are what the sender says. */
export interface SentFile {
  readonly received: Received
  readonly name: string
  readonly type: string
  readonly alt: string
}

/** How often a file is stored that is swept while it is being sent. */
const TRIES = 3
/** After so long it is certain whether what was stored is used. */
const SETTLED = HOUR

/** What is being stored, by its hash, so that the same file sent twice at once is drawn once. */
const underWay = new WeakMap<Files, Map<string, Promise<Blob>>>()

/**
 * Keeps a file for a member until a post carries it; → the attachment. A picture is drawn anew, and anything else kept as it
 * is. Throws `not-signed-in`, `not-allowed` and `too-large` with the limit that is reached, `invalid` for the fields `file` and
 * `alt`, and `unavailable` when too many pictures wait to be drawn. The received file may be gone then.
 */
export async function keepFile(forum: Forum, actor: Actor, file: SentFile): Promise<Attachment> {
  const { files, store } = forum
  mustWrite(actor)
  const name = cleanName(file.name)
  mustBeTaken(name)
  const quota = quotaOf(await forum.site.at(store.read), actor, files.largest)
  mustBeSmall(quota, file.received.size)
  // Asked again when the file is written down; here it spares the drawing.
  mustHaveRoom(quota, await usedBy(store.read, actor.memberId, forum.clock() - DAY), 0)
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await storedBlob(forum, { ...file, name })
    const given = { ...stored, name: nameOf(stored.blob, name), alt: file.alt, largest: files.largest }
    const id = await act(forum, actor, a => addAttachment(a, given))
    const [attachment] = id === null ? [] : await attachmentsByIds(store.read, [id])
    if (attachment) return attachment
  }
  throw new Refused('unavailable')
}

/** A picture is called after what it is now. */
const nameOf = ({ kind }: Blob, name: string): string =>
  kind === 'picture' ? `${name.replace(/\.[^.]*$/, '')}.webp` : name

async function storedBlob(forum: Forum, file: SentFile): Promise<Stored> {
  const { hash } = file.received
  const known = await findBlob(forum.store.read, hash)
  if (known && isFitFor(known, file) && (await isStored(forum, known)))
    return { blob: known, isFresh: false, lost: undefined }
  const here = underWay.get(forum.files) ?? new Map<string, Promise<Blob>>()
  underWay.set(forum.files, here)
  const begun = here.get(hash)
  if (begun) return { blob: await begun, isFresh: true, lost: known }
  const storing = storeFile(forum, file).finally(() => here.delete(hash))
  here.set(hash, storing)
  return { blob: await storing, isFresh: true, lost: known }
}

/** Whether a file still lies where it was put: one that was lost is stored again when somebody sends it again. */
async function isStored({ files }: Forum, { variants }: Blob): Promise<boolean> {
  const [first] = variants
  return first !== undefined && (await files.store.has(first.name))
}

/** What was stored as a file under another name may not come as a picture. */
function isFitFor(known: Blob, { name, type }: SentFile): boolean {
  if (known.kind === 'file' && claimsPicture(name, type)) throw notAPicture()
  return true
}

const notAPicture = (): Refused => new Refused('invalid', 'attachment.not-a-picture', { field: 'file' })

async function storeFile(forum: Forum, { received, name, type }: SentFile): Promise<Blob> {
  const { hash, path, size } = received
  const kind = await kindOfFile(path)
  if (!kind) {
    if (claimsPicture(name, type)) throw notAPicture()
    const variants = await putAll(forum, hash, [
      { format: 'file', width: 0, height: 0, size, content: { path } },
    ])
    return { hash, kind: 'file', type: typeOfName(name), size, width: null, height: null, variants }
  }
  const header = await readHeader(path, kind)
  const drawn = await drawPicture(path, header, 'webp')
  const source = { format: 'source', width: 0, height: 0, size, content: { path } } as const
  const variants = await putAll(forum, hash, [
    ...drawn.map(contentOf),
    ...(header.frames === 1 ? [source] : []),
  ])
  const { width, height } = drawn.at(-1) as Drawn
  return { hash, kind: 'picture', type: 'image/webp', size: sizeOf(variants), width, height, variants }
}

/** Bytes that are kept for good. */
export const sizeOf = (variants: readonly Variant[]): number =>
  variants.reduce((sum, each) => sum + (each.format === 'source' ? 0 : each.size), 0)

/** Something to be stored. */
export type Unstored = Omit<Variant, 'name'> & { readonly content: Content }

export const contentOf = ({ bytes, ...drawn }: Drawn): Unstored => ({
  ...drawn,
  size: bytes.length,
  content: { bytes },
})

/**
 * Stores all forms of a file under names that are drawn for it. Before anything is stored it is written down that these names
 * are to be looked at: what a crash leaves behind is removed then.
 */
export async function putAll(forum: Forum, hash: string, unstored: readonly Unstored[]): Promise<Variant[]> {
  const named = unstored.map(each => ({ ...each, name: drawFileName() }))
  const names = named.map(each => each.name)
  await act(forum, SYSTEM, ({ db, now }) => addJob(db, SETTLE, { hash, names }, now + SETTLED))
  for (const { name, content } of named) await forum.files.store.put(name, content)
  return named.map(({ content: _content, ...variant }) => variant)
}
