import { fieldOf } from './card-words.ts'
import { type Clock, parseMoment } from './dates.ts'
import { asciiDigits } from './digits.ts'
import { type Card, EMPTY_CARD } from './model.ts'

/** Longer texts than this beside a label are no place but the beginning of a post. */
const PLACE_MAX = 100

/**
 * A printed count → the number: `2.206`, `1,135`, `1 982` with a space of any width, `10.3K`, `-4`, `2 posts`; null when
 * it holds none.
 */
export function parseCount(printed: string): number | null {
  const found = /^[^\d-]{0,20}(-?\d{1,3}(?:[\s.,'’٬]\d{3})+|-?\d+)(?:[.,](\d{1,2}))?\s?([KkMm]\b)?/.exec(
    asciiDigits(printed.slice(0, 60)),
  )
  if (!found) return null
  const whole = Number((found[1] as string).replace(/[^\d-]/g, ''))
  const unit = found[3] ? (found[3].toLowerCase() === 'k' ? 1_000 : 1_000_000) : 1
  const exact = unit === 1 ? whole : Math.round(Number(`${whole}.${found[2] ?? 0}`) * unit)
  return Number.isSafeInteger(exact) ? exact : null
}

/** A place as printed, or null when the text beside the label is empty or too long to be one. */
export const parsePlace = (printed: string): string | null =>
  printed.trim() === '' || printed.length > PLACE_MAX ? null : printed.trim()

/** Label and value pairs in printed order, and a title → the card; the first value of a field counts. */
export function readCard(
  title: string | null,
  pairs: readonly (readonly [string, string])[],
  clock: Clock,
): Card {
  const card: Card = {
    ...EMPTY_CARD,
    title: title === null || title.trim() === '' ? null : title.trim().slice(0, 200),
  }
  for (const [label, value] of pairs) {
    const field = fieldOf(label)
    if (field === 'joined') card.joined ??= parseMoment(value, clock)
    else if (field === 'messages' || field === 'reactionScore') card[field] ??= parseCount(value)
    else if (field) card[field] ??= parsePlace(value)
  }
  return card
}

/** Lines such as `Posts: 26` → pairs; lines without a colon are left out. */
export function pairsOf(lines: readonly string[]): [string, string][] {
  return lines.flatMap(line => {
    const colon = line.search(/[:：]/)
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as [string, string]] : []
  })
}
