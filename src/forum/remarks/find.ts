import type { Span } from '@rostra/record'
import type { Keyed, PostFindings } from '../findings/model.ts'
import type { PassagesInText, SharedPost } from '../passages/model.ts'
import { excerptsIn } from './excerpts.ts'
import type { PostedRemark, Remark, Remarks } from './model.ts'
import { placesIn, wordCount } from './source.ts'

/** What was read in a text that somebody writes. */
export interface ReadText {
  /** As typed. */
  readonly source: string
  /** As it will be printed, without quotes of other posts. */
  readonly text: string
  readonly findings: PostFindings
  readonly passages: PassagesInText
  /** The most words from one source; null for no limit. */
  readonly excerptLimit: number | null
}

/** Fewer words in quotation marks need no speaker, and fewer equal words are no passage. */
const LEAST_QUOTED = 5
const LEAST_SHARED = 10
/** Fewer words between two parts of a passage are one passage. */
const NEAR = 4

/** Everything that is to be said about a text, the passages of others first. Pure. */
export function remarksIn(read: ReadText): Remarks {
  const { source, text, findings, passages } = read
  const placeOf = placesIn(source, text)
  const about = (key: string, span: Span) => ({
    ...{ key, words: text.slice(span.start, span.end), place: placeOf(span) },
  })
  const named = <K extends Remark['kind']>(kind: K, found: readonly Keyed<Span>[]) =>
    found.map(each => ({ kind, ...about(each.key, each) }))
  const stray = findings.stray.map((span, index) => ({ kind: 'stray' as const, ...about(`${index}`, span) }))
  return {
    list: [
      ...passages.found
        .filter(each => each.isFirst && each.words >= LEAST_SHARED)
        .map(each => posted(each, read, placeOf)),
      ...excerptsIn(read, placeOf),
      ...named(
        'repeat',
        findings.repeats.filter(each => countOf(text, each) >= LEAST_SHARED),
      ),
      ...stray,
      ...named('unnamed', unnamed(read)),
      ...named(
        'unsourced',
        findings.statements.filter(each => each.source === null),
      ),
    ],
    words: passages.words,
    ownWords: passages.ownWords,
  }
}

const countOf = (text: string, { start, end }: Span): number => wordCount(text.slice(start, end))

/** Quotations of some length whose speaker the text does not name, at any of their parts. */
function unnamed({ text, findings }: ReadText): readonly Keyed<Span>[] {
  if (findings.language !== 'english') return []
  const spoken = new Set(
    findings.quotations.filter(each => each.speaker !== '' || each.resolved !== '').map(each => each.group),
  )
  const groups = new Set<number>()
  return findings.quotations.filter(({ group, marked }) => {
    const count = marked.reduce((sum, stretch) => sum + countOf(text, stretch), 0)
    if (count < LEAST_QUOTED || spoken.has(group) || groups.has(group)) return false
    groups.add(group)
    return true
  })
}

function posted(shared: SharedPost, { text }: ReadText, placeOf: (span: Span) => Span | null): PostedRemark {
  const { post, words, spans } = shared
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of spans) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else if (last && countOf(text, { start: last.end, end: start }) < NEAR) last.end = end
    else joined.push({ start, end })
  }
  const places = apart(joined.map(placeOf))
  const first = joined[0] ?? { start: 0, end: 0 }
  return {
    ...{ kind: 'posted', key: String(post.id), post, wordCount: words, places },
    ...{ words: text.slice(first.start, first.end), place: places[0] ?? null },
  }
}

/** Places that do not overlap, in order. */
function apart(places: readonly (Span | null)[]): Span[] {
  const found: Span[] = []
  for (const place of places) if (place && place.start >= (found.at(-1)?.end ?? 0)) found.push(place)
  return found
}
