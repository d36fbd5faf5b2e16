import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Sharp } from 'sharp'
import { Refused } from '#base/errors.ts'
import { pictureLibrary, whenFree } from '#files/drawing.ts'
import { type Crop, MIDDLE, squareOf } from './model.ts'
import type { StoredFile } from './store.ts'

/** A picture as we drew it. */
export type Picture = StoredFile

/** Pixels of each side of an avatar: its largest on a page, four times as fine. */
export const AVATAR_SIDE = 208
/** A card's picture, twice as fine as it stands under a post. */
const CARD_SIZE = { width: 240, height: 180 }
/** Four pictures of 10 megapixels side by side; more is no photograph of a person but an attempt on the memory. */
const MOST_PIXELS = 40_000_000
const QUALITY = 82
const SECONDS = 10

/** How the kinds of picture that are taken begin, and what the library calls each. */
const KINDS = [
  { begins: /^\x89PNG\r\n\x1a\n/, format: 'png' },
  { begins: /^\xff\xd8\xff/, format: 'jpeg' },
  { begins: /^GIF8[79]a/, format: 'gif' },
  { begins: /^RIFF[\s\S]{4}WEBPVP8/, format: 'webp' },
] as const
const BEGINNING = 16

/** The kinds by their media types, for the input of a form. */
export const PICTURE_TYPES = KINDS.map(kind => `image/${kind.format}`)

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
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1')
  const kind = KINDS.find(each => each.begins.test(beginning))
  if (!kind) throw unreadable()
  return whenFree(async () => {
    const sharp = await pictureLibrary()
    const source = sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS, pages: 1 })
    const drawn = await draw(source, kind.format, size)
    return { hash: createHash('sha256').update(drawn).digest('hex'), type: 'image/webp', bytes: drawn }
  })
}

async function draw(source: Sharp, format: string, { width, height, crop }: Size): Promise<Buffer> {
  try {
    const read = await source.metadata()
    if (read.format !== format) throw unreadable()
    const upright = source.autoOrient()
    const cut = crop ? upright.extract(squareOf(crop, read.autoOrient)) : upright
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
