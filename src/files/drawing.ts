import { open } from 'node:fs/promises'
import type { Sharp, SharpConstructor, SharpOptions } from 'sharp'
import { Refused } from '#base/errors.ts'
import { turns } from '#base/turns.ts'
import { BEGINNING, PICTURES, type PictureKind, pictureKind } from './kinds.ts'

/** Pixels of all frames of a picture together; more is an attempt on the memory. */
export const MOST_PIXELS = 40_000_000
/** Frames of a moving picture. */
export const MOST_FRAMES = 500
/** How wide pictures are kept, in pixels; none wider than it came. */
export const WIDTHS = [400, 800, 1600] as const
/** A moving picture is kept in one width. */
const WIDEST_MOVING = 640
/** WebP can be 16,383 pixels high. */
const HIGHEST = 16_000
const SECONDS = { still: 15, moving: 60 } as const
const WEBP = { quality: 82, effort: 3 } as const
const MOVING = { quality: 70, effort: 1 } as const
const AVIF = { quality: 55, effort: 2 } as const

/** A picture as it was drawn anew. */
export interface Drawn {
  readonly format: 'webp' | 'avif'
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/** What a picture is, known by its header alone: nothing was decoded. */
export interface Header {
  readonly kind: PictureKind
  /** As it is seen upright, a frame of it. */
  readonly width: number
  readonly height: number
  readonly frames: number
}

/** One at a time in this process, whoever asks: each may need 160 megabytes. */
const inTurn = turns(1, 40)
let loading: Promise<SharpConstructor> | undefined

/**
 * The library, loaded when the first picture comes: able to read the kinds that are taken and nothing else, on one thread,
 * which is not that of the requests.
 */
export function pictureLibrary(): Promise<SharpConstructor> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: PICTURES.map(kind => kind.loader) })
    return sharp
  })
  return loading
}

/** Does something to a picture when its turn has come. Throws `unavailable` when too many wait. */
export const whenFree = inTurn

const unreadable = (): Refused => new Refused('invalid', 'attachment.unreadable', { field: 'file' })

/** What kind of picture a file on this machine is; undefined where it is none. */
export async function kindOfFile(path: string): Promise<PictureKind | undefined> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0)
    return pictureKind(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

/**
 * Reads the header of a picture. Throws `invalid` for the field `file` where it is damaged or another kind than it begins as,
 * and where it has more than `MOST_PIXELS` or `MOST_FRAMES`.
 */
export async function readHeader(path: string, kind: PictureKind): Promise<Header> {
  const sharp = await pictureLibrary()
  const read = await sharp(path, { failOn: 'error', limitInputPixels: false, animated: true })
    .metadata()
    .catch(() => null)
  if (!read || read.format !== kind.format || !read.width || !read.height) throw unreadable()
  const frames = read.pages ?? 1
  const turned = (read.orientation ?? 1) >= 5
  const [width, height] = [read.width, read.pageHeight ?? read.height]
  if (frames > MOST_FRAMES)
    throw new Refused('invalid', 'attachment.frames', { field: 'file', values: { limit: MOST_FRAMES } })
  if (width * height * frames > MOST_PIXELS)
    throw new Refused('invalid', 'attachment.pixels', { field: 'file', values: { limit: MOST_PIXELS / 1e6 } })
  return { kind, frames, ...(turned ? { width: height, height: width } : { width, height }) }
}

/** The widths in which a picture is kept: those below its own, and its own or the widest. */
export function widthsOf({ width, height, frames }: Pick<Header, 'width' | 'height' | 'frames'>): number[] {
  const fit = Math.min(1, HIGHEST / height)
  const widest = Math.max(1, Math.min(Math.floor(width * fit), frames > 1 ? WIDEST_MOVING : WIDTHS.at(-1)!))
  return frames > 1 ? [widest] : [...WIDTHS.filter(each => each < widest), widest]
}

/**
 * Draws a picture anew in each of its widths, upright, in the colours of screens, with nothing else of the file left; a moving
 * one as moving WebP, of which there is no AVIF. Throws `invalid` for the field `file` where it cannot be read to its end or
 * takes too long, `unavailable` when too many wait.
 */
export async function drawPicture(path: string, header: Header, format: Drawn['format']): Promise<Drawn[]> {
  return inTurn(async () => {
    const sharp = await pictureLibrary()
    try {
      return await (header.frames > 1 ? drawMoving : drawStill)(sharp, { path, header, format })
    } catch {
      // Whatever the library says about a file, it was the file.
      throw unreadable()
    }
  })
}

interface Task {
  readonly path: string
  readonly header: Header
  readonly format: Drawn['format']
}

/** A picture to be drawn anew, upright: a file, or its bytes. Its first fault is its end. */
export const openSource = (
  sharp: SharpConstructor,
  source: string | Uint8Array,
  options: SharpOptions,
): Sharp => sharp(source, { failOn: 'error', limitInputPixels: MOST_PIXELS, ...options }).autoOrient()

/** Decodes once, at the largest width; the smaller ones are made from that. */
async function drawStill(sharp: SharpConstructor, { path, header, format }: Task): Promise<Drawn[]> {
  const widths = widthsOf(header)
  const { data, info } = await openSource(sharp, path, { pages: 1 })
    .resize({ width: widths.at(-1)!, height: HIGHEST, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .timeout({ seconds: SECONDS.still })
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const drawn: Drawn[] = []
  for (const each of widths) {
    const sized = sharp(data, { raw: { width, height, channels } }).resize({ width: Math.min(each, width) })
    const encoded = format === 'webp' ? sized.webp(WEBP) : sized.avif(AVIF)
    const made = await encoded.timeout({ seconds: SECONDS.still }).toBuffer({ resolveWithObject: true })
    drawn.push({ format, width: made.info.width, height: made.info.height, bytes: made.data })
  }
  return drawn
}

async function drawMoving(sharp: SharpConstructor, { path, header, format }: Task): Promise<Drawn[]> {
  if (format === 'avif') return []
  const [width] = widthsOf(header)
  const { data, info } = await sharp(path, { failOn: 'error', limitInputPixels: MOST_PIXELS, animated: true })
    .resize({ width: width! })
    .webp(MOVING)
    .timeout({ seconds: SECONDS.moving })
    .toBuffer({ resolveWithObject: true })
  return [{ format, width: info.width, height: info.pageHeight ?? info.height, bytes: data }]
}
