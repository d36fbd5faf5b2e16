import { safeAddress } from './addresses.ts'
import type { Node } from './tree.ts'

const MAX_JSON = 4_000
/** What vBulletin 5 says of an image beside its address and words; numbers and keywords, nothing to read. */
const LAYOUT = /^(?:data-[a-z-]{1,30}|width|height|style)$/
const WORDS = new Set(['src', 'alt', 'title', 'caption', 'description'])
const KEYWORD = /^[\w:;#%.-]{0,200}$/

/** The text values of a JSON object, or null for anything that is not one, or holds what is not understood. */
function textsOf(content: string): Map<string, string> | null {
  if (content.length > MAX_JSON) return null
  let parsed: unknown
  try {
    parsed = JSON.parse(content)
  } catch {
    return null
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
  const texts = new Map<string, string>()
  for (const [key, value] of Object.entries(parsed)) {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null
    const text = String(value)
    if (WORDS.has(key)) texts.set(key, text.trim())
    else if (!LAYOUT.test(key) || !KEYWORD.test(text)) return null
  }
  return texts
}

/** The content of `[img2=json]` (vBulletin 5) → an image, or null where it is not understood. */
export function imageOfJson(content: string): Node | null {
  const texts = textsOf(content)
  const src = safeAddress(texts?.get('src') ?? '')
  if (!texts || !src || src.startsWith('mailto:')) return null
  const alt = [texts.get('alt'), texts.get('caption'), texts.get('description')].filter(Boolean).join('. ')
  return { type: 'image', src, alt, title: texts.get('title') ?? '' }
}
