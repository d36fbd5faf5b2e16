import { Parser } from 'htmlparser2'
import { cleanLine } from '#base/text.ts'
import { isDay, MAX_PAGE_TITLE } from './model.ts'
import { publishedIn } from './published.ts'

/** What can be read on a page of the web. */
export interface PageText {
  /** '' where it has none. */
  readonly title: string
  /** The day of publication as ISO 8601; '' where it does not say. */
  readonly published: string
  /** Its words, a paragraph a line. */
  readonly text: string
}

/** More of a page's words is not read, in UTF-16 units. */
const MOST_TEXT = 250_000
/** Deeper than any page is made by hand or by program; what stands deeper is not read. */
const DEEPEST = 400
/** More of what a page says of itself is not read. */
const MOST_FACTS = 200
const MOST_DATA = 200_000
const MOST_SCRIPTS = 20

const LEFT_OUT = new Set(
  'script style noscript template nav svg math iframe object canvas select button textarea footer dialog'.split(
    ' ',
  ),
)
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q ruby rp rt s samp small span strike strong sub sup time tt u var wbr img'.split(
    ' ',
  ),
)

/** Ends the reading of a page that is too much. */
class Enough extends Error {}

/** Collects the words of a page, and what it says of itself, in one pass. */
class PageReader {
  readonly facts: { name: string; value: string }[] = []
  readonly data: string[] = []
  readonly names = { page: '', card: '', heading: '' }
  private readonly words: string[] = []
  private length = 0
  private dataLength = 0
  private depth = 0
  /** The depth of the element that is left out; 0 for none. */
  private out = 0
  private within: 'title' | 'h1' | 'data' | null = null

  get text(): string {
    return this.words.join('')
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.depth > DEEPEST) throw new Enough()
    if (name === 'meta') this.meta(attributes)
    else if (name === 'time') this.time(attributes)
    else if (name === 'script' && attributes['type']?.trim().toLowerCase() === 'application/ld+json')
      this.script()
    else if (name === 'title' && this.names.page === '') this.within = 'title'
    else if (name === 'h1' && this.names.heading === '') this.within = 'h1'
    if (this.out > 0) return
    if (LEFT_OUT.has(name) || Object.hasOwn(attributes, 'hidden')) this.out = this.depth
    else if (!INLINE.has(name)) this.add('\n')
  }

  ontext(text: string): void {
    if (this.within === 'data') this.addData(text)
    else if (this.within === 'title') this.names.page = (this.names.page + text).slice(0, 2 * MAX_PAGE_TITLE)
    else {
      if (this.within === 'h1') this.names.heading = (this.names.heading + text).slice(0, 2 * MAX_PAGE_TITLE)
      if (this.out === 0) this.add(text)
    }
  }

  onclosetag(name: string): void {
    if (this.out === this.depth) this.out = 0
    else if (this.out === 0 && !INLINE.has(name)) this.add('\n')
    if (name === 'script' || name === 'title' || name === 'h1') this.within = null
    this.depth--
  }

  private add(text: string): void {
    this.words.push(text.slice(0, MOST_TEXT - this.length))
    this.length += text.length
    if (this.length > MOST_TEXT) throw new Enough()
  }

  /** What a page tells programs; not to be read as JSON again and again, however many such scripts it has. */
  private script(): void {
    if (this.data.length === MOST_SCRIPTS) return
    this.within = 'data'
    this.data.push('')
  }

  private addData(text: string): void {
    this.dataLength += text.length
    if (this.dataLength <= MOST_DATA) this.data[this.data.length - 1] += text
  }

  private meta(attributes: Readonly<Record<string, string>>): void {
    const name = attributes['property'] ?? attributes['name'] ?? attributes['itemprop'] ?? ''
    const value = attributes['content'] ?? ''
    if (/^og:title$/i.test(name) && this.names.card === '') this.names.card = value
    this.fact(name, value)
  }

  private time(attributes: Readonly<Record<string, string>>): void {
    const isPublished = Object.hasOwn(attributes, 'pubdate') || attributes['itemprop'] === 'datePublished'
    this.fact(isPublished ? 'datePublished' : 'time', attributes['datetime'] ?? '')
  }

  private fact(name: string, value: string): void {
    if (this.facts.length < MOST_FACTS)
      this.facts.push({ name: name.toLowerCase(), value: value.slice(0, 100) })
  }
}

/**
 * The HTML of a page → its words without scripts, styles and what leads about the site; its title and the day of its
 * publication, from what it says of itself. Reads no further where a page is too long or nested too deep. Linear.
 */
export function readHtml(html: string): PageText {
  const reader = new PageReader()
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true })
  try {
    parser.write(html)
    parser.end()
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  const { card, page, heading } = reader.names
  const title = cleanLine(card) || cleanLine(page) || cleanLine(heading)
  return {
    title: shortened(title),
    published: publishedIn(reader.facts, reader.data, isDay),
    text: inLines(reader.text),
  }
}

/** The text of a page without markup, as it is read. */
export const readPlain = (text: string): PageText => ({
  ...{ title: '', published: '' },
  text: inLines(text.slice(0, MOST_TEXT)),
})

/** A paragraph a line: white space within is one space, empty lines are left out. */
function inLines(text: string): string {
  return text
    .split('\n')
    .map(line => cleanLine(line))
    .filter(line => line !== '')
    .join('\n')
}

function shortened(title: string): string {
  if (title.length <= MAX_PAGE_TITLE) return title
  const cut = title.slice(0, MAX_PAGE_TITLE - 1)
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`
}
