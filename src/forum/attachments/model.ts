import type { ResolvedFile, ResolvedPicture } from '@rostra/markup'

/** One of the forms in which a file is stored. `source` is a picture as it came, kept until its AVIF are drawn, never sent. */
export interface Variant {
  readonly format: 'webp' | 'avif' | 'file' | 'source'
  /** Its name in the store of files. */
  readonly name: string
  readonly size: number
  readonly width: number
  readonly height: number
}

/** A file as it is stored, known by the SHA-256 of what was sent; however often that was sent, it is stored once. */
export interface Blob {
  readonly hash: string
  readonly kind: 'picture' | 'file'
  readonly type: string
  /** Bytes of all that is stored of it. */
  readonly size: number
  readonly width: number | null
  readonly height: number | null
  readonly variants: readonly Variant[]
}

/** A file that somebody attached to a post, or is about to. */
export interface Attachment extends Blob {
  readonly id: number
  readonly memberId: number | null
  readonly name: string
  /** What a picture shows, in words; '' where nobody said. */
  readonly alt: string
  readonly postId: number | null
  readonly at: number
}

/** The most characters of a name, and of what a picture shows. */
export const MAX_NAME = 120
export const MAX_ALT = 500
/** The most files that any post can have, whoever writes it. */
export const MOST_FILES = 20
/** How wide a small picture is at most, and how wide one in a text. */
const THUMBNAIL = 400
const IN_TEXT = 800

const widthsOf = ({ variants }: Blob): readonly Variant[] =>
  variants.filter(variant => variant.format === 'webp')

/** Where something stored of an attachment is fetched: a picture by its width, any other file by its name. */
export const attachmentPath = ({ id }: { readonly id: number }, name: string | number): string =>
  `/attachments/${id}/${encodeURIComponent(name)}`

/** Where all of an attachment is fetched. */
export function wholePath(attachment: Attachment): string {
  if (attachment.kind === 'file') return attachmentPath(attachment, attachment.name)
  return attachmentPath(attachment, widthsOf(attachment).at(-1)?.width ?? 0)
}

/** What a text shows of an attachment. A thumbnail is a picture's small form, which leads to the large one. */
export function resolvedOf(
  attachment: Attachment,
  { thumbnail }: { readonly thumbnail: boolean },
): ResolvedPicture | ResolvedFile {
  const whole = wholePath(attachment)
  if (attachment.kind === 'file') return { kind: 'file', href: whole, name: attachment.name }
  const sizes = widthsOf(attachment)
  const largest = sizes.at(-1)
  const most = thumbnail ? THUMBNAIL : IN_TEXT
  const shown = sizes.findLast(size => size.width <= most) ?? sizes[0]
  // Twice as fine for screens that are.
  const offered = sizes.filter(size => size.width <= 2 * most)
  const pathOf = ({ width }: Variant): string => attachmentPath(attachment, width)
  return {
    kind: 'picture',
    src: shown ? pathOf(shown) : whole,
    srcset: offered.length > 1 ? offered.map(size => `${pathOf(size)} ${size.width}w`).join(', ') : '',
    href: shown && largest && shown.width < largest.width ? whole : '',
    width: shown?.width ?? 0,
    height: shown?.height ?? 0,
    alt: attachment.alt || attachment.name,
  }
}

/** How an attachment is named in a text, in either way of writing. */
export function sourcesOf(attachment: Attachment): { readonly markdown: string; readonly bbcode: string } {
  const { id, kind, alt, name } = attachment
  const words = (kind === 'picture' ? alt : alt || name).replace(/[[\]\\*_`<>!]/g, '\\$&')
  return kind === 'picture'
    ? { markdown: `![${words}](attachment:${id})`, bbcode: `[attach=full]${id}[/attach]` }
    : { markdown: `[${words}](attachment:${id})`, bbcode: `[attach]${id}[/attach]` }
}

/** Whether a post's printed text shows an attachment, so that it need not stand below. */
export const isInText = (html: string, { id }: { readonly id: number }): boolean =>
  html.includes(`"/attachments/${id}/`)

/** Which stored form of a picture is sent for a width: AVIF to whoever reads it. Undefined where there is none so wide. */
export function variantFor(blob: Blob, width: number, readsAvif: boolean): Variant | undefined {
  const fit = blob.variants.filter(variant => variant.width === width)
  return (
    (readsAvif ? fit.find(variant => variant.format === 'avif') : undefined) ??
    fit.find(variant => variant.format === 'webp')
  )
}

/** Whether somebody may use an attachment in a post; `postId` is null for one that is about to be. */
export const isFree = (each: Attachment, postId: number | null, memberId: number | null): boolean =>
  each.postId === null ? each.memberId === memberId && memberId !== null : each.postId === postId

/** The jobs of this feature: drawing what takes long, and removing from the store what nothing names. */
export const FINISH = 'attachments.finish'
export const SETTLE = 'attachments.settle'

/** Whether a picture is kept as it came because more of it is to be drawn. */
export const hasSource = ({ variants }: Blob): boolean => variants.some(each => each.format === 'source')

/** What pictures show, by the ids of the attachments. */
export type Alts = ReadonlyMap<number, string>

/** What the form of a post says about its attachments. */
export interface AttachmentsInput {
  /** Their ids in order. Undefined leaves what the post has. */
  readonly attachments?: readonly number[] | undefined
  readonly alts?: Alts | undefined
}
