import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from '../children.ts'
import { type Figure, middle } from '../figures.ts'
import type { Pace } from '../part.ts'
import type { PicturesAsked, PicturesDrawn } from '../pictures.ts'
import { spreadOf } from '../statistics.ts'

/** Asks a process of its own, so that the memory of one is not that of the other. */
async function drawn(asked: PicturesAsked): Promise<PicturesDrawn> {
  const child = startChild<PicturesAsked, PicturesDrawn>('pictures.ts')
  try {
    return await child.ask(asked)
  } finally {
    await child.end()
  }
}

/**
 * How fast photographs of 12 megapixels become what posts show, three widths each, beside the library as it comes that makes
 * one, in turns; and how much memory each takes at most.
 */
export async function pictureSpeed({ rounds, seconds }: Pace): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rostra-pictures-'))
  const path = join(folder, 'photograph.jpg')
  const seen = { ours: [] as PicturesDrawn[], plain: [] as PicturesDrawn[], avif: [] as PicturesDrawn[] }
  try {
    await drawn({ path, how: 'begin', format: 'webp', seconds: 0 })
    for (let round = 0; round < rounds; round++) {
      seen.ours.push(await drawn({ path, how: 'ours', format: 'webp', seconds }))
      seen.plain.push(await drawn({ path, how: 'plain', format: 'webp', seconds }))
      seen.avif.push(await drawn({ path, how: 'ours', format: 'avif', seconds }))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const speed = (what: string, all: readonly PicturesDrawn[]): Figure =>
    middle(what, 'ms', spreadOf(all.map(each => 1000 / each.perSecond)))
  const most = (what: string, all: readonly PicturesDrawn[]): Figure => ({
    what,
    value: Math.max(...all.map(each => each.peak)),
    unit: 'MB',
  })
  return [
    speed('a picture of 12 megapixels to WebP in three widths', seen.ours),
    most('  memory of the process at most', seen.ours),
    speed('  the library alone, one width', seen.plain),
    most('  memory of the process at most', seen.plain),
    speed('the same to AVIF, later', seen.avif),
    most('  memory of the process at most', seen.avif),
  ]
}
