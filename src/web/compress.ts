import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { bytesOf, type Html } from '#base/html.ts'
import type { Encoding } from './negotiate.ts'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Below this many bytes a compressed answer saves no packet. */
const WORTHWHILE = 1000

/** How hard to press: `once` for an answer that one reader gets, `often` for one that is kept and sent again. */
export type Effort = 'once' | 'often'

const LEVELS = { once: { br: 1, gzip: 1 }, often: { br: 9, gzip: 8 } } as const

/** Text or markup → its bytes in an encoding, and the encoding really used: what is small stays as it is. */
export async function compress(
  body: string | Html,
  encoding: Encoding,
  effort: Effort,
): Promise<{ bytes: Buffer; encoding: Encoding }> {
  const plain = bytesOf(body)
  if (encoding === 'identity' || plain.length < WORTHWHILE) return { bytes: plain, encoding: 'identity' }
  if (encoding === 'gzip') return { bytes: await gzipped(plain, { level: LEVELS[effort].gzip }), encoding }
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: LEVELS[effort].br,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  }
  return { bytes: await brotli(plain, { params }), encoding }
}
