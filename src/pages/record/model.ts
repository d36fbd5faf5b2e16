import { twoNumbersOf } from '#base/places.ts'
import type { StandPlace } from '#forum/quotations/model.ts'

export const RECORD_PATH = '/record'

/** The pages beside each other, in their order. */
export const TABS = [
  { name: 'latest', path: RECORD_PATH },
  { name: 'carried', path: '/record/carried' },
  { name: 'asked', path: '/record/asked' },
  { name: 'speakers', path: '/record/speakers' },
  { name: 'sources', path: '/record/sources' },
] as const

export type Tab = (typeof TABS)[number]['name']

/** Lines on one page of a list. */
export const LINES = 30
/** Quotations in the list of those that most posts carry. */
export const CARRIED = 50
/** Entries of a feed. */
export const FEED_ENTRIES = 30

/** A place in a list → as it stands in an address. */
export const writtenPlace = (place: Readonly<Record<string, string | number>> | null): string | null =>
  place && Object.values(place).join('.')

const THREE = /^(\d{1,16}\.\d{1,16})\.([\w~-]{1,20})$/

/** `1773500000000.7340033.qAbCdEfGhIj` → the stand behind which a list goes on; null for anything else. */
export function standPlaceOf(written: unknown): StandPlace | null {
  const three = threeOf(written)
  return three && { at: three.first, postId: three.second, key: three.key }
}

/** `12.7340033.qAbCdEfGhIj` → two numbers and the name of a finding; null for anything else. */
export function threeOf(written: unknown): { first: number; second: number; key: string } | null {
  const [, two, key] = (typeof written === 'string' && THREE.exec(written)) || []
  const numbers = twoOf(two)
  return numbers && key !== undefined ? { ...numbers, key } : null
}

/** `1773500000000.12` → two numbers; null for anything else. */
export function twoOf(written: unknown): { first: number; second: number } | null {
  const two = twoNumbersOf(written)
  return two && { first: two[0], second: two[1] }
}
