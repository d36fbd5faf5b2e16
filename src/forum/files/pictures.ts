import type { Readable } from 'node:stream'
import type { Sharp } from 'sharp'
import { Refused } from '#base/errors.ts'
import { sha256 } from '#base/ids.ts'
import { openSource, pictureLibrary, whenFree } from '#files/drawing.ts'
import { PICTURES, type PictureKind, pictureKind } from '#files/kinds.ts'
import { type Crop, MIDDLE, squareOf } from './model.ts'
import type { StoredFile } from './store.ts'

/** A picture as we drew it. */
export type Picture = StoredFile

/** Pixels of each side of an avatar: its largest on a page, four times as fine. */
export const AVATAR_SIDE = 208
/** A card's picture, twice as fine as it stands under a post. */
const CARD_SIZE = { width: 240, height: 180 }
const QUALITY = 82
const SECONDS = 10

/** AVIF decodes slowly; nobody's face comes as one. */
const isTaken = ({ format }: PictureKind): boolean => format !== 'heif'

/** The kinds that are taken by their media types, for the input of a form. */
export const PICTURE_TYPES = PICTURES.filter(isTaken).map(kind => kind.type)

const unreadable = (): Refused => new Refused('invalid', 'picture.unreadable', { field: 'picture' })

/** All bytes of a file on its way in. */
export async function readBytes(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/**
 * A picture that somebody sent → the same, drawn anew: a square of it, the middle unless given, upright, 208 pixels wide,
 * WebP, one frame, nothing else of the file left. Known by its content, whatever its name says: PNG, JPEG, GIF or WebP. Throws
 * `invalid` for the field `picture` for everything else, what is damaged, and more than 40 million pixels; `unavailable`
 * when too many wait.
 */
export const drawAvatar = (bytes: Uint8Array, crop: Crop = MIDDLE): Promise<Picture> =>
  drawAnew(bytes, { width: AVATAR_SIDE, height: AVATAR_SIDE, crop })

/** The picture that a page of the web shows of itself, drawn anew for its card, under the same limits and refusals. */
export const drawCardPicture = (bytes: Uint8Array): Promise<Picture> => drawAnew(bytes, CARD_SIZE)

interface Size {
  readonly width: number
  readonly height: number
  /** Cut out first; nothing is where it is not given. */
  readonly crop?: Crop
}

async function drawAnew(bytes: Uint8Array, size: Size): Promise<Picture> {
  const kind = pictureKind(bytes)
  if (!kind || !isTaken(kind)) throw unreadable()
  return whenFree(async () => {
    const sharp = await pictureLibrary()
    const source = openSource(sharp, bytes, { pages: 1 })
    const drawn = await draw(source, kind.format, size)
    return { hash: sha256(drawn), type: 'image/webp', bytes: drawn }
  })
}

async function draw(source: Sharp, format: string, { width, height, crop }: Size): Promise<Buffer> {
  try {
    const read = await source.metadata()
    if (read.format !== format) throw unreadable()
    const cut = crop ? source.extract(squareOf(crop, read.autoOrient)) : source
    return await cut
      .resize(width, height, { fit: 'cover', position: 'centre' })
      .toColourspace('srgb')
      .webp({ quality: QUALITY })
      .timeout({ seconds: SECONDS })
      .toBuffer()
  } catch {
    // Whatever the library says about a file, it was the file.
    throw unreadable()
  }
}
