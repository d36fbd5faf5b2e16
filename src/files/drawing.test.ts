import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type Drawn, drawPicture, kindOfFile, readHeader, widthsOf } from './drawing.ts'

const folder = mkdtempSync(join(tmpdir(), 'rostra-drawing-'))
let count = 0

/** A file of these bytes, read and drawn as an upload is. */
async function drawn(bytes: Uint8Array, format: Drawn['format'] = 'webp'): Promise<Drawn[]> {
  const path = join(folder, String(count++))
  writeFileSync(path, bytes)
  const kind = await kindOfFile(path)
  if (!kind) return []
  return drawPicture(path, await readHeader(path, kind), format)
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 190, g: 20, b: 40 } } })

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of which the header says how large it is, and that has next to nothing in it. */
function hugePng(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from('789c030000000001', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A GIF of so many frames of one pixel. */
function longGif(frames: number): Buffer {
  const head = Buffer.from('47494638396101000100800000ffffff000000', 'hex')
  const frame = Buffer.from('21f90400010000002c000000000100010000020244010000', 'hex').subarray(0, 23)
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from('3b', 'hex')])
}

describe('pictures are drawn anew', () => {
  test('in their widths, none wider than it came', async () => {
    expect(widthsOf({ width: 5000, height: 3000, frames: 1 })).toEqual([400, 800, 1600])
    expect(widthsOf({ width: 800, height: 10, frames: 1 })).toEqual([400, 800])
    expect(widthsOf({ width: 90, height: 90, frames: 1 })).toEqual([90])
    expect(widthsOf({ width: 900, height: 90, frames: 9 })).toEqual([640])
    const all = await drawn(await plain(1000, 500).png().toBuffer())
    expect(all.map(({ width, height }) => [width, height])).toEqual([
      [400, 200],
      [800, 400],
      [1000, 500],
    ])
  })

  test.each(['png', 'jpeg', 'gif', 'webp', 'avif'] as const)('from %s, to WebP and AVIF', async format => {
    const bytes = await plain(60, 40).toFormat(format).toBuffer()
    for (const to of ['webp', 'avif'] as const) {
      const [one] = await drawn(bytes, to)
      expect(await sharp(one!.bytes).metadata()).toMatchObject({
        format: to === 'avif' ? 'heif' : 'webp',
        ...{ width: 60, height: 40 },
      })
    }
  })

  test('upright, without where it was taken, comments and profiles', async () => {
    const bytes = await plain(60, 40)
      .withExif({ IFD0: { Artist: '<script>alert(1)</script>', Orientation: '6' } })
      .withMetadata({ orientation: 6, icc: 'p3' })
      .jpeg()
      .toBuffer()
    const [one] = await drawn(bytes)
    const read = await sharp(one!.bytes).metadata()
    expect([read.width, read.height]).toEqual([40, 60])
    expect([read.exif, read.icc, read.xmp, read.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(Buffer.from(one!.bytes).includes('script')).toBe(false)
  })

  test('without what stands in or behind them: nothing of a polyglot is left', async () => {
    const png = await plain(30, 30).png().toBuffer()
    const text = chunk('tEXt', Buffer.from('Comment\0<!doctype html><script>alert(1)</script>', 'latin1'))
    const inside = Buffer.concat([png.subarray(0, 33), text, png.subarray(33)])
    const behind = Buffer.concat([png, Buffer.from('<?php evil(); ?><script>alert(1)</script>PK\x03\x04')])
    for (const bytes of [inside, behind]) {
      const [one] = await drawn(bytes)
      expect(Buffer.from(one!.bytes).toString('latin1')).not.toMatch(/script|php|PK\x03/)
    }
  })

  test('moving ones stay moving', async () => {
    const raw = Buffer.alloc(40 * 30 * 3 * 4, 0).map((_, index) => (index * 7) & 255)
    const gif = await sharp(raw, { raw: { width: 40, height: 120, channels: 3, pageHeight: 30 } } as object)
      .gif()
      .toBuffer()
    const [one, ...more] = await drawn(gif)
    expect(more).toEqual([])
    expect(one).toMatchObject({ width: 40, height: 30 })
    expect((await sharp(one!.bytes, { animated: true }).metadata()).pages).toBeGreaterThan(1)
  })
})

describe('what is no picture to be shown', () => {
  test('is known by its beginning alone', async () => {
    for (const text of [
      '<svg onload="alert(1)"/>',
      '<!doctype html>',
      '<?xml version="1.0"?>',
      '',
      'BM',
      'II*\0',
    ])
      expect(await drawn(Buffer.from(text))).toEqual([])
  })

  test('is refused by its header before anything is decoded', async () => {
    await expect(drawn(hugePng(50_000))).rejects.toMatchObject({
      message: 'attachment.pixels',
      field: 'file',
    })
    await expect(drawn(longGif(10_000))).rejects.toMatchObject({
      message: 'attachment.frames',
      field: 'file',
    })
  })

  test('is refused where it is damaged, or not what it begins as', async () => {
    const jpeg = await plain(300, 300).jpeg().toBuffer()
    const png = await plain(300, 300).png().toBuffer()
    const begins = (head: string, tail: Buffer): Buffer => Buffer.concat([Buffer.from(head, 'latin1'), tail])
    for (const bytes of [
      png.subarray(0, png.length / 2),
      hugePng(100),
      begins('\x89PNG\r\n\x1a\n', jpeg),
      begins('GIF89a', Buffer.from('<script>alert(1)</script>')),
      begins('\xff\xd8\xff', Buffer.from('=1;alert(1)')),
      begins('RIFF\0\0\0\0WEBPVP8 ', Buffer.alloc(40)),
      begins('\0\0\0\x1cftypavif', Buffer.alloc(40)),
    ])
      await expect(drawn(bytes)).rejects.toMatchObject({ code: 'invalid', field: 'file' })
  })

  test('whatever bytes come, it ends with a picture or a refusal', async () => {
    const whole = await plain(64, 64).png().toBuffer()
    for (let turn = 0; turn < 60; turn++) {
      const bytes = Buffer.from(whole)
      for (let hit = 0; hit < 1 + (turn % 5); hit++)
        bytes[8 + ((turn * 131 + hit * 17) % (bytes.length - 8))] = turn * 7
      const result = await drawn(bytes).catch(error => (error as { code: string }).code)
      expect(result === 'invalid' || Array.isArray(result)).toBe(true)
    }
  })
})
