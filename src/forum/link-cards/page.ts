import { Parser } from 'htmlparser2'
import { cleanLine } from '#base/text.ts'
import type { CardText } from './model.ts'

/** What a page tells programs that make cards of it. */
export interface CardPage extends CardText {
  /** The address of its picture, whole; '' where it names none. */
  readonly picture: string
}

/** Names under which pages say it, the better ones first (Open Graph, Twitter cards, HTML). */
const NAMES = {
  title: ['og:title', 'twitter:title'],
  description: ['og:description', 'twitter:description', 'description'],
  site: ['og:site_name', 'application-name'],
  picture: ['og:image:secure_url', 'og:image:url', 'og:image', 'twitter:image', 'twitter:image:src'],
} as const
const LONGEST = 2000
/** More of a page is not read: what it says of itself stands at its beginning. */
const MOST_HTML = 500_000

/** The HTML of a page → what it says of itself. Never throws. `url` is the page's, for the address of its picture. */
export function readCard(html: string, url: string): CardPage {
  const said = new Map<string, string>()
  let title = ''
  let isInTitle = false
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'title') isInTitle = title === ''
      if (name !== 'meta') return
      const key = (attributes['property'] ?? attributes['name'] ?? '').trim().toLowerCase()
      if (key !== '' && !said.has(key)) said.set(key, (attributes['content'] ?? '').slice(0, LONGEST))
    },
    ontext: text => {
      if (isInTitle && title.length < LONGEST) title += text
    },
    onclosetag: name => {
      if (name === 'title') isInTitle = false
    },
  })
  parser.end(html.slice(0, MOST_HTML))
  const first = (names: readonly string[]): string =>
    names.map(name => cleanLine(said.get(name) ?? '')).find(value => value !== '') ?? ''
  return {
    title: first(NAMES.title) || cleanLine(title.slice(0, LONGEST)),
    description: first(NAMES.description),
    site: first(NAMES.site),
    picture: wholeAddress(first(NAMES.picture), url),
  }
}

function wholeAddress(written: string, base: string): string {
  if (written === '' || !URL.canParse(written, base)) return ''
  const { href, protocol } = new URL(written, base)
  return /^https?:$/.test(protocol) ? href : ''
}
