import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { AVATAR_SIDE, drawAvatar } from './pictures.ts'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#39566b' } })

describe('a picture that somebody sent', () => {
  test.each(['png', 'jpeg', 'gif', 'webp'] as const)(
    'is drawn anew from %s: square, WebP, nothing else left',
    async format => {
      const sent = await plain(400, 300)
        .withExif({ IFD0: { Copyright: 'Bo', ImageDescription: 'at home' } })
        .toFormat(format)
        .toBuffer()
      const { bytes, type, hash } = await drawAvatar(sent)
      const drawn = await sharp(bytes).metadata()
      expect([drawn.width, drawn.height, drawn.format, type]).toEqual([
        AVATAR_SIDE,
        AVATAR_SIDE,
        'webp',
        'image/webp',
      ])
      expect([drawn.exif, drawn.icc, drawn.xmp]).toEqual([undefined, undefined, undefined])
      expect((await drawAvatar(sent)).hash).toBe(hash)
    },
  )

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const bad: [string, () => Promise<Buffer> | Buffer][] = [
    ['nothing', () => Buffer.alloc(0)],
    ['SVG', () => Buffer.from(svg)],
    ['HTML', () => Buffer.from('<!doctype html><title>x</title>')],
    ['HTML behind the beginning of a GIF', () => Buffer.from(`GIF89a${svg}`)],
    ['TIFF, which the library could read', () => plain(40, 40).tiff().toBuffer()],
    [
      'half a PNG',
      async () => (await plain(400, 300).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 9000),
    ],
    ['more pixels than anybody has a face', () => plain(8000, 6000).png().toBuffer()],
  ]
  test.each(bad)('is refused: %s', async (_, make) => {
    await expect(drawAvatar(await make())).rejects.toMatchObject({ code: 'invalid', field: 'picture' })
  })
})
