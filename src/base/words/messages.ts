import IntlMessageFormat from 'intl-messageformat'
import type { Part } from '#base/html.ts'

/** One element of a parsed ICU message, as the parser describes it. */
export type MessageElement = ReturnType<IntlMessageFormat['getAst']>[number]

/** Numbers as one language writes and counts them. */
export interface Counting {
  /** 1234 → "1,234" */
  write(value: number): string
  /** 1 → "one": the plural category, of a number of things or of a place in a row. */
  category(value: number, kind: 'cardinal' | 'ordinal'): Intl.LDMLPluralRule
}

/** The parser's kinds of element. Dates and tags are missing on purpose: catalogues may not use them. */
export const KIND = { literal: 0, argument: 1, number: 2, select: 5, plural: 6, pound: 7 } as const

const SPECIAL = /[{}']/
const REMEMBERED_NUMBERS = 10_000

/**
 * ICU message → its elements; a text without anything special is one literal. Throws a `SyntaxError` that names the
 * fault. Angle brackets are plain text: markup comes in as a value.
 */
export function parseMessage(text: string): readonly MessageElement[] {
  if (!SPECIAL.test(text)) return [{ type: KIND.literal, value: text }]
  return new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst()
}

/** BCP 47 tag → how that language counts. Small whole numbers are remembered, since pages are full of them. */
export function countingOf(tag: string): Counting {
  const format = new Intl.NumberFormat(tag)
  const rules = {
    cardinal: new Intl.PluralRules(tag),
    ordinal: new Intl.PluralRules(tag, { type: 'ordinal' }),
  }
  const small = (value: number) => Number.isInteger(value) && value >= 0 && value < REMEMBERED_NUMBERS
  const remembered = <T>(look: (value: number) => T) => {
    const known = new Map<number, T>()
    return (value: number): T => {
      const found = known.get(value)
      if (found !== undefined) return found
      const fresh = look(value)
      if (small(value)) known.set(value, fresh)
      return fresh
    }
  }
  const cardinal = remembered(value => rules.cardinal.select(value))
  const ordinal = remembered(value => rules.ordinal.select(value))
  return {
    write: remembered(value => format.format(value)),
    category: (value, kind) => (kind === 'ordinal' ? ordinal(value) : cardinal(value)),
  }
}

/**
 * Elements and values → the parts of the sentence in order: literal text and formatted numbers as strings, values as
 * they came. A value that was not given shows as its name in braces.
 */
export function fill(
  elements: readonly MessageElement[],
  values: Readonly<Record<string, Part>>,
  counting: Counting,
): Part[] {
  const parts: Part[] = []
  append(parts, elements, values, counting, 0)
  return parts
}

function append(
  parts: Part[],
  elements: readonly MessageElement[],
  values: Readonly<Record<string, Part>>,
  counting: Counting,
  counted: number,
): void {
  for (const element of elements) {
    if (element.type === KIND.literal) parts.push(element.value)
    else if (element.type === KIND.pound) parts.push(counting.write(counted))
    else if (!('value' in element) || !Object.hasOwn(values, element.value))
      parts.push(`{${nameOf(element)}}`)
    else if (element.type === KIND.plural) {
      const value = Number(values[element.value])
      const rest = value - element.offset
      const chosen =
        element.options[`=${value}`] ??
        element.options[counting.category(rest, element.pluralType ?? 'cardinal')] ??
        element.options.other
      append(parts, chosen?.value ?? [], values, counting, rest)
    } else if (element.type === KIND.select) {
      const word = String(values[element.value])
      const chosen = element.options[Object.hasOwn(element.options, word) ? word : 'other']
      append(parts, chosen?.value ?? [], values, counting, counted)
    } else if (element.type === KIND.number) parts.push(counting.write(Number(values[element.value])))
    else parts.push(values[element.value])
  }
}

const nameOf = (element: MessageElement): string => ('value' in element ? element.value : '')
