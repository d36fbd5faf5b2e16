import type { SharedSpan } from './model.ts'

/** A hash of 47 bits takes six bytes. */
const BYTES = 6

/** Hashes → bytes, six each, lowest first. */
export function packed(hashes: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(hashes.length * BYTES)
  for (const [at, hash] of hashes.entries()) bytes.writeUIntLE(hash, at * BYTES, BYTES)
  return bytes
}

/** The other way round. */
export function unpacked(bytes: Uint8Array): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: buffer.length / BYTES }, (_, at) => buffer.readUIntLE(at * BYTES, BYTES))
}

/** A span as it is stored, with how many words of the post itself it holds, edited ones among them. */
export interface StoredSpan extends SharedSpan {
  readonly held: number
}

/** Spans → JSON, six numbers each. */
export const packedSpans = (spans: readonly StoredSpan[]): string =>
  JSON.stringify(spans.map(({ start, end, of, words, held }) => [start, end, of.start, of.end, words, held]))

/** The other way round. */
export function unpackedSpans(stored: string): StoredSpan[] {
  const rows = JSON.parse(stored) as [number, number, number, number, number, number][]
  return rows.map(([start, end, ofStart, ofEnd, words, held]) => ({
    ...{ start, end, words, held },
    of: { start: ofStart, end: ofEnd },
  }))
}
