import { LRUCache } from 'lru-cache'
import { type Html, joined, type Part } from '#base/html.ts'
import ar from './words/ar.json' with { type: 'json' }
import de from './words/de.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import { type Counting, countingOf, fill, KIND, type MessageElement, parseMessage } from './words/messages.ts'
import { type Times, timesOf } from './words/times.ts'

/** A sentence of the catalogue. */
export type Key = keyof typeof en

/** The languages of the catalogue under their own names. */
export const LOCALES = [
  { locale: 'en', name: 'English', direction: 'ltr' },
  { locale: 'de', name: 'Deutsch', direction: 'ltr' },
  { locale: 'ar', name: 'العربية', direction: 'rtl' },
] as const

export type Locale = (typeof LOCALES)[number]['locale']

export const DEFAULT_LOCALE: Locale = 'en'

/** Everything a person reads, in one language and one time zone. */
export interface Words extends Times {
  readonly locale: Locale
  readonly direction: 'ltr' | 'rtl'
  /** The sentence of a key as text, its placeholders filled. For attributes, mails and JSON. */
  say(key: Key, values?: Readonly<Record<string, string | number>>): string
  /** The same as markup: the sentence and its values are escaped, `Html` values stand as they are. */
  sayHtml(key: Key, values?: Readonly<Record<string, Part>>): Html
  /** 12345 → "12,345" */
  number(value: number): string
}

/** The BCP 47 tag each language is formatted by: English as in Britain, day before month and 24 hours. */
export const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', de: 'de', ar: 'ar' }
const CATALOGUES: Record<Locale, Partial<Record<Key, string>>> = { en, de, ar }
const NO_VALUES = {}
const REMEMBERED_WORDS = 60
const REMEMBERED_HEADERS = 500
const LONGEST_HEADER = 300

const speeches = new Map<Locale, Speech>()
const known = new LRUCache<string, Words>({ max: REMEMBERED_WORDS })
const headers = new LRUCache<string, Locale>({ max: REMEMBERED_HEADERS })

/** Locale and IANA time zone → the words, built once. A zone that is not known here (any more) is read as UTC. */
export function wordsFor(locale: Locale, timeZone = 'UTC'): Words {
  const name = `${locale} ${timeZone}`
  const found = known.get(name)
  if (found) return found
  if (!isTimeZone(timeZone)) return wordsFor(locale)
  const words = { ...speechOf(locale), ...timesOf(TAGS[locale], timeZone) }
  known.set(name, words)
  return words
}

/** Whether a text is a sentence of the catalogue, for keys that arrive at run time, as those of refusals do. */
export function isKey(text: string): text is Key {
  return Object.hasOwn(en, text)
}

/** Whether a text names a language of the catalogue. */
export function isLocale(text: string): text is Locale {
  return Object.hasOwn(CATALOGUES, text)
}

/** Whether a text names a time zone of the IANA database (any case, links included). */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

/**
 * `Accept-Language` header (RFC 9110, section 12.5.4) → the language of the catalogue that it likes best, the first
 * among equals; English when it names none.
 */
export function localeOf(acceptLanguage: string | undefined): Locale {
  if (!acceptLanguage) return DEFAULT_LOCALE
  const header = acceptLanguage.slice(0, LONGEST_HEADER)
  const found = headers.get(header)
  if (found) return found
  let best: Locale = DEFAULT_LOCALE
  let bestQuality = 0
  for (const range of header.split(',')) {
    const [tag = '', ...parameters] = range.split(';').map(part => part.trim().toLowerCase())
    const language = tag === '*' ? DEFAULT_LOCALE : (tag.split('-')[0] as string)
    const quality = qualityOf(parameters)
    if (quality <= bestQuality || !isLocale(language)) continue
    best = language
    bestQuality = quality
  }
  headers.set(header, best)
  return best
}

/** `q=0.8` → 0.8; 1 where none is given, 0 (not wanted) where it is not a number from 0 to 1. */
function qualityOf(parameters: readonly string[]): number {
  const weight = parameters.find(parameter => parameter.startsWith('q='))?.slice(2)
  if (weight === undefined) return 1
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? Number(weight) : 0
}

type Speech = Omit<Words, keyof Times>

interface Message {
  elements: readonly MessageElement[]
  counting: Counting
  /** The whole message where it has no placeholder. */
  plain: { text: string; html: Html } | undefined
}

function speechOf(locale: Locale): Speech {
  const found = speeches.get(locale)
  if (found) return found
  const direction = LOCALES.find(each => each.locale === locale)?.direction ?? 'ltr'
  const counting = countingOf(TAGS[locale])
  const messages = new Map<Key, Message>()
  const messageOf = (key: Key): Message => {
    const message = messages.get(key) ?? compile(key, locale, counting)
    messages.set(key, message)
    return message
  }
  const speech: Speech = {
    locale,
    direction,
    say: (key, values = NO_VALUES) => {
      const message = messageOf(key)
      return message.plain ? message.plain.text : fill(message.elements, values, message.counting).join('')
    },
    sayHtml: (key, values = NO_VALUES) => {
      const message = messageOf(key)
      return message.plain ? message.plain.html : joined(fill(message.elements, values, message.counting))
    },
    number: counting.write,
  }
  speeches.set(locale, speech)
  return speech
}

/** What a language lacks is said in English, and counted in English. */
function compile(key: Key, locale: Locale, counting: Counting): Message {
  const own = CATALOGUES[locale][key]
  if (own === undefined && locale !== DEFAULT_LOCALE) return compile(key, DEFAULT_LOCALE, countingOf(TAGS.en))
  const elements = parseMessage(own ?? key)
  if (!elements.every(element => element.type === KIND.literal))
    return { elements, counting, plain: undefined }
  const text = fill(elements, NO_VALUES, counting).join('')
  return { elements, counting, plain: { text, html: joined([text]) } }
}
