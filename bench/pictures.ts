import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { drawPicture, kindOfFile, readHeader } from '../src/files/drawing.ts'
import { answerParent } from './children.ts'

/** Which pictures are drawn, by whom, and for how long. */
export interface PicturesAsked {
  /** Where the photograph lies. */
  readonly path: string
  /** `begin` takes the photograph first. */
  readonly how: 'begin' | 'ours' | 'plain'
  readonly format: 'webp' | 'avif'
  readonly seconds: number
}

/** What came of it. `peak` is the memory of the process at its most, in megabytes. */
export interface PicturesDrawn {
  readonly perSecond: number
  readonly peak: number
}

const [WIDTH, HEIGHT] = [4000, 3000]

/** A photograph of 12 megapixels, as a telephone takes them: gradients and grain. */
async function photograph(path: string): Promise<void> {
  const bytes = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let at = 0; at < bytes.length; at += 3) {
    const [x, y] = [(at / 3) % WIDTH, Math.floor(at / 3 / WIDTH)]
    bytes[at] = 128 + 100 * Math.sin(x / 50) + ((at * 7919) % 23)
    bytes[at + 1] = 128 + 100 * Math.cos(y / 70) + ((at * 104_729) % 19)
    bytes[at + 2] = ((x + y) >> 4) & 255
  }
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const
  writeFileSync(path, await sharp(bytes, { raw }).jpeg({ quality: 90 }).toBuffer())
}

async function drawOurs(path: string, format: PicturesAsked['format']): Promise<void> {
  const kind = await kindOfFile(path)
  if (!kind) throw new Error('The photograph is none.')
  await drawPicture(path, await readHeader(path, kind), format)
}

/** What anybody writes first: one size, the library as it comes. */
const drawPlain = (path: string, format: PicturesAsked['format']): Promise<Buffer> =>
  sharp(path).rotate().resize(1600).toFormat(format).toBuffer()

answerParent(async ({ path, how, format, seconds }: PicturesAsked): Promise<PicturesDrawn> => {
  if (how === 'begin') {
    await photograph(path)
    return { perSecond: 0, peak: 0 }
  }
  const draw = how === 'ours' ? drawOurs : drawPlain
  await draw(path, format)
  const start = performance.now()
  let count = 0
  while (performance.now() - start < seconds * 1000) {
    await draw(path, format)
    count++
  }
  const perSecond = (count * 1000) / (performance.now() - start)
  return { perSecond, peak: process.resourceUsage().maxRSS / 1024 }
})
