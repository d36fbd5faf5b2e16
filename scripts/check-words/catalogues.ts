import { KIND, type MessageElement, parseMessage } from '#base/words/messages.ts'

export type Catalogue = Readonly<Record<string, string>>

/** What a message asks for: placeholder → the words it chooses between, empty where it chooses between none. */
export type Placeholders = ReadonlyMap<string, readonly string[]>

const COUNTED_BY = new Map([
  ['zero', '=0'],
  ['one', '=1'],
  ['two', '=2'],
])
const WORD = /\p{L}{2}/u

/** The text of a catalogue as it must stand in its file: a key a line, sorted by code unit, each key once. */
export function canonical(catalogue: Catalogue): string {
  const sorted = Object.entries(catalogue).sort(([one], [other]) => (one < other ? -1 : 1))
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`
}

/** ICU message → its placeholders. Throws a `SyntaxError` where it is not one. */
export function placeholdersOf(message: string): Placeholders {
  const found = new Map<string, readonly string[]>()
  for (const element of everyElement(parseMessage(message))) {
    if (element.type === KIND.select) found.set(element.value, Object.keys(element.options).sort())
    else if (element.type !== KIND.literal && 'value' in element && !found.has(element.value)) {
      found.set(element.value, [])
    }
  }
  return found
}

/** What is wrong with one message by itself, in a language given by its BCP 47 tag. */
export function messageFaults(key: string, message: string, tag: string): string[] {
  let elements: readonly MessageElement[]
  try {
    elements = parseMessage(message)
  } catch (error) {
    return [`${key} is not an ICU message: ${error instanceof Error ? error.message : error}`]
  }
  const faults: string[] = []
  for (const element of everyElement(elements)) {
    if (element.type === KIND.plural) {
      const rules = new Intl.PluralRules(tag, { type: element.pluralType ?? 'cardinal' })
      for (const category of rules.resolvedOptions().pluralCategories) {
        const counted = COUNTED_BY.get(category)
        if (element.options[category] || (counted && element.options[counted])) continue
        faults.push(`${key} lacks the plural form "${category}" of {${element.value}}`)
      }
    } else if (element.type === KIND.number && element.style) {
      faults.push(`${key} gives {${element.value}} a style; hand in the finished text`)
    } else if (!KINDS.has(element.type)) {
      faults.push(`${key} formats a date or time; hand in the finished text`)
    }
  }
  return faults
}

/** What is wrong with a translation beside the English it stands for. `same` names the keys that may be equal. */
export function translationFaults(english: Catalogue, own: Catalogue, same: ReadonlySet<string>): string[] {
  const faults = Object.keys(own)
    .filter(key => !Object.hasOwn(english, key))
    .map(key => `${key} is not in English`)
  for (const [key, original] of Object.entries(english)) {
    const translated = Object.hasOwn(own, key) ? own[key] : undefined
    if (translated === undefined) faults.push(`${key} is missing`)
    else if (translated === original && WORD.test(wordsOf(original)) && !same.has(key)) {
      faults.push(`${key} is still English`)
    } else if (asked(translated) !== asked(original)) {
      faults.push(
        `${key} asks for ${asked(translated) || 'nothing'}, in English for ${asked(original) || 'nothing'}`,
      )
    }
  }
  return faults
}

const KINDS: ReadonlySet<number> = new Set(Object.values(KIND))

function* everyElement(elements: readonly MessageElement[]): Generator<MessageElement> {
  for (const element of elements) {
    yield element
    if (element.type !== KIND.plural && element.type !== KIND.select) continue
    for (const option of Object.values(element.options)) yield* everyElement(option.value)
  }
}

/** The placeholders of a message in one line, to compare and to show; nothing for a message that cannot be read. */
function asked(message: string): string {
  try {
    return [...placeholdersOf(message)]
      .map(([name, choices]) => (choices.length > 0 ? `{${name}: ${choices.join('|')}}` : `{${name}}`))
      .sort()
      .join(' ')
  } catch {
    return ''
  }
}

function wordsOf(message: string): string {
  try {
    return [...everyElement(parseMessage(message))]
      .map(element => (element.type === KIND.literal ? element.value : ''))
      .join(' ')
  } catch {
    return ''
  }
}
