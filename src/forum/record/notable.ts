import type { Figure, Quotation } from '@rostra/record'

/** Counts below this are told in passing: "two sides", "fourteen lines". */
const LEAST_COUNTED = 100
/** The same for amounts of something that is measured. */
const LEAST_MEASURED = 10
/** Shares and money matter however small they are. */
const ALWAYS = /^(?:%|‰|percentage points|[A-Z]{3})(?:\/|$)/
const TIME =
  /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)|s|min|h)$/i

/**
 * Whether a figure has a number in the text and a place in the margin: shares, money, large counts, and what is measured.
 * Small counts and spans of time stand in almost every sentence, and nobody asks where they come from.
 */
export function isNotableFigure({ value, to, unit }: Pick<Figure, 'value' | 'to' | 'unit'>): boolean {
  if (ALWAYS.test(unit)) return true
  const most = Math.max(Math.abs(value), Math.abs(to ?? 0))
  return most >= (unit === '' || TIME.test(unit) ? LEAST_COUNTED : LEAST_MEASURED)
}

/** Whoever writes, and words that stand for somebody who is not named. */
const WRITER = /^(?:i|me|myself|we|us|ourselves|mine|ours)$/i
const UNNAMED =
  /^(?:(?:he|him|himself|she|her|herself|it|itself|they|them|themselves|you|one|this|that|these|those|who|which|some|somebody|someone|anybody|anyone|everybody|everyone|nobody|nothing|none|no \S+|whoever|another|others?|both|n?either|each|all|several|few|many|most|people)|[\d\s]*)$/i

/**
 * Whether a quotation does: not what the writer says of themselves, and nothing in words of the writer's own that is said
 * by nobody in particular.
 */
export function isNotableQuotation(parts: readonly Quotation[]): boolean {
  const named = parts.find(part => part.resolved !== '' || part.speaker !== '')
  const name = named ? named.resolved || named.speaker : ''
  if (WRITER.test(name)) return false
  return !UNNAMED.test(name) || parts.some(part => part.kind !== 'indirect')
}
