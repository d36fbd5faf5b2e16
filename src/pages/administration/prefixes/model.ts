import type { Key } from '#base/words.ts'
import type { Tone } from '#forum/prefixes/model.ts'
import { PREFIXES_PATH } from '../model.ts'

/** Where a prefix is changed. */
export const prefixPath = (id: number): string => `${PREFIXES_PATH}/${id}`

/** What each tone is called. */
export const TONE_NAMES: Readonly<Record<Tone, Key>> = {
  plain: 'administration.tone-plain',
  accent: 'administration.tone-accent',
  good: 'administration.tone-good',
  mark: 'administration.tone-mark',
}
