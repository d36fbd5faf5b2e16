import { type Html, html } from '#base/html.ts'
import { remember } from '#base/remember.ts'

/** Colours of initials, as classes `face-1` to `face-8`. */
const COLOURS = 8
/** Names whose first letters are remembered: looking for a letter's end is slow. */
const REMEMBERED = 5000
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What stands for a name in a circle: its first letter or sign, capital where there is one. */
export const initialOf = remember(REMEMBERED, name => {
  for (const { segment } of graphemes.segment(name.trim())) return segment.toLocaleUpperCase('en')
  return '?'
})

/** The same name has the same colour everywhere (FNV-1a, 32 bits). */
export function faceColour(name: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  }
  return ((hash >>> 0) % COLOURS) + 1
}

/**
 * A member's picture, or the first letter of the name in a circle. It stands beside the name, so it is silent for screen
 * readers. `small` for lists.
 */
export function Face(
  member: { name: string; picture: string | null },
  size: 'card' | 'small' = 'card',
): Html {
  const small = size === 'small' && html` small`
  const side = size === 'small' ? 28 : 52
  if (member.picture !== null)
    return html`<img class="face${small}" src="${member.picture}" alt="" width="${side}" height="${side}" loading="lazy" decoding="async">`
  return html`<span class="face${small} face-${faceColour(member.name)}" aria-hidden="true">${initialOf(member.name)}</span>`
}
