import { Refused } from '#base/errors.ts'
import { cleanText, isVisible } from '#base/text.ts'

/** The most tags of a thread, and the longest one, in UTF-16 units. */
export const MOST_TAGS = 5
export const MAX_TAG = 30
/** The most that all of them may have as they are typed. */
export const MAX_TAGS_TEXT = MOST_TAGS * (MAX_TAG + 4)
export const TAGGED_PER_PAGE = 30

const BETWEEN = /[,،、，;؛\n]/
const ALLOWED = /^[\p{L}\p{M}\p{N} .\-_'’·+#&]+$/u
const READABLE = /[\p{L}\p{N}]/u
const IGNORED = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** A word that threads go by, as its first writer wrote it. */
export interface TagName {
  readonly name: string
  /** What it is told apart by. */
  readonly key: string
}

/** A tag that is kept. */
export interface Tag extends TagName {
  readonly id: number
}

/** A tag → what it is told apart by: compatibility forms unified (NFKC), capitals folded, spaces run together. */
export const tagKeyOf = (name: string): string =>
  Array.from(name.normalize('NFKC').replace(IGNORED, '').replace(/\s+/g, ' ').trim(), character =>
    character.toUpperCase().toLowerCase(),
  )
    .join('')
    .normalize('NFC')

const refused = (sentence: string, values: Record<string, number | string> = {}): Refused =>
  new Refused('invalid', sentence, { field: 'tags', values })

/** One tag as typed → the tag. Throws `invalid` for the field `tags`: empty, too long, with signs that are no part of one. */
export function readTag(typed: string): TagName {
  const name = cleanText(typed)
    .replace(IGNORED, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^#+/, '')
  if (!isVisible(name)) throw refused('form.required')
  if (name.length > MAX_TAG) throw refused('tag.too-long', { limit: MAX_TAG })
  if (!ALLOWED.test(name) || !READABLE.test(name)) throw refused('tag.signs')
  return { name, key: tagKeyOf(name) }
}

/** Tags as typed, separated by commas → the tags, each once. Throws `invalid` for the field `tags`. */
export function readTags(typed: string): TagName[] {
  const byKey = new Map<string, TagName>()
  for (const part of typed.split(BETWEEN)) {
    if (part.trim() === '') continue
    const tag = readTag(part)
    if (!byKey.has(tag.key)) byKey.set(tag.key, tag)
  }
  if (byKey.size > MOST_TAGS) throw refused('tag.too-many', { limit: MOST_TAGS })
  return [...byKey.values()]
}

/** Tags as a form shows them. */
export const writtenTags = (tags: readonly TagName[]): string => tags.map(tag => tag.name).join(', ')
