/** Where pages say when they were published, the surest first. Names of meta tags in lower case; `time` any `<time>`. */
const NAMES = [
  ...[
    'article:published_time',
    'og:published_time',
    'datepublished',
    'article:published',
    'parsely-pub-date',
  ],
  ...[
    'citation_publication_date',
    'citation_date',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.date',
  ],
  ...['dcterms.created', 'dc.date.created', 'pubdate', 'publishdate', 'publish-date', 'publish_date', 'date'],
  ...['sailthru.date', 'time'],
]
/** More parts of what a page tells programs are not looked at. */
const MOST_PARTS = 5000
const WRITTEN = /^\s*(\d{4})[-/](\d\d)[-/](\d\d)(?!\d)/

/**
 * What a page says of itself, by name, and what it tells programs (JSON-LD) → the day of its publication as ISO 8601; ''
 * where it does not say. `isDay` tells days of the calendar.
 */
export function publishedIn(
  facts: readonly { readonly name: string; readonly value: string }[],
  data: readonly string[],
  isDay: (text: string) => boolean,
): string {
  const dayOf = (value: string): string => {
    const [, year, month, day] = WRITTEN.exec(value) ?? []
    const text = `${year}-${month}-${day}`
    return year !== undefined && isDay(text) ? text : ''
  }
  const named = (name: string): string =>
    facts
      .filter(fact => fact.name === name)
      .map(fact => dayOf(fact.value))
      .find(day => day !== '') ?? ''
  const [surest, next, ...others] = NAMES
  for (const day of [named(surest!), named(next!), dayOf(publishedInData(data))]) if (day !== '') return day
  return others.map(named).find(day => day !== '') ?? ''
}

/** The first `datePublished` of what a page tells programs (schema.org); '' for none. */
function publishedInData(data: readonly string[]): string {
  const waiting: unknown[] = data.map(parsed)
  for (let looked = 0; looked < waiting.length && looked < MOST_PARTS; looked++) {
    const part = waiting[looked]
    if (typeof part !== 'object' || part === null) continue
    if ('datePublished' in part && typeof part.datePublished === 'string') return part.datePublished
    for (const value of Object.values(part)) if (waiting.length < MOST_PARTS) waiting.push(value)
  }
  return ''
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
