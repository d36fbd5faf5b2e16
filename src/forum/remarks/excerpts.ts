import type { Span } from '@rostra/record'
import type { NamedPost } from '../quotations/model.ts'
import type { ReadText } from './find.ts'
import type { ExcerptRemark } from './model.ts'
import { quoteBlocksOf, wordCount } from './source.ts'

/** Stretches that come from one source. */
interface Excerpt {
  readonly key: string
  readonly from: string | NamedPost
  /** Their words, and where each stands in the text as typed. */
  readonly parts: { readonly words: string; readonly count: number; readonly place: Span | null }[]
}

/** So many links are looked at: each is held against every quotation. */
const MOST_LINKS = 100

/** `[quote="Reuters"]` → Reuters; null for a quote of a post of this forum, which is no excerpt, and for one without a name. */
const NAMED_QUOTE = /^\[quote=\s*"?([^"\]]{1,200}?)"?\s*\]$/i
const OWN_POST = /,\s*post:\s*\d+\/\d+/i

/**
 * What a text has from one source more than its board allows: words in quotation marks under a link, quotes of a name
 * that is no post of this forum, and what stands in a post already.
 */
export function excerptsIn(read: ReadText, placeOf: (span: Span) => Span | null): ExcerptRemark[] {
  const { excerptLimit: limit } = read
  if (limit === null) return []
  return [...linked(read, placeOf), ...quoted(read), ...posted(read, placeOf)].flatMap(excerpt => {
    const wordCount = excerpt.parts.reduce((sum, part) => sum + part.count, 0)
    const [first, ...others] = excerpt.parts
    if (wordCount <= limit || !first) return []
    const longest = others.reduce((most, part) => (part.count > most.count ? part : most), first)
    const rest = Math.max(0, longest.count - (wordCount - limit))
    const { key, from } = excerpt
    const { words, place } = longest
    return [{ kind: 'excerpt', key, from, words, place, wordCount, limit, rest }]
  })
}

/** Words in quotation marks, by the page that a link names as their source. */
function linked({ text, findings }: ReadText, placeOf: (span: Span) => Span | null): Excerpt[] {
  const pages = new Map<string, Excerpt>()
  for (const { url, publisher, of, key } of findings.sources.slice(0, MOST_LINKS)) {
    const known = pages.get(url) ?? { key, from: publisher, parts: [] }
    pages.set(url, known)
    for (const { marked } of findings.quotations) {
      for (const span of marked) {
        if (span.start < of.start || span.end > of.end) continue
        const words = text.slice(span.start, span.end)
        known.parts.push({ words, count: wordCount(words), place: placeOf(span) })
      }
    }
  }
  return [...pages.values()]
}

/** Quote blocks, by the name that they carry. */
function quoted({ source }: ReadText): Excerpt[] {
  const names = new Map<string, Excerpt>()
  for (const { tag, inner } of quoteBlocksOf(source)) {
    const name = OWN_POST.test(tag) ? undefined : NAMED_QUOTE.exec(tag)?.[1]?.trim()
    if (!name) continue
    const known = names.get(name) ?? { key: `q${names.size}`, from: name, parts: [] }
    names.set(name, known)
    const words = source.slice(inner.start, inner.end).trim()
    known.parts.push({ words, count: wordCount(words), place: trimmed(source, inner) })
  }
  return [...names.values()]
}

function trimmed(source: string, { start, end }: Span): Span {
  const words = source.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: Math.max(from, start + words.trimEnd().length) }
}

function posted({ text, passages }: ReadText, placeOf: (span: Span) => Span | null): Excerpt[] {
  return passages.found.map(({ post, spans }) => ({
    key: String(post.id),
    from: post,
    parts: spans.map(span => {
      const words = text.slice(span.start, span.end)
      return { words, count: span.words, place: placeOf(span) }
    }),
  }))
}
