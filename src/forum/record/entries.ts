import type { Span } from '@rostra/record'
import { publisherOf } from '../addresses/model.ts'
import type { Keyed, PostFindings } from '../findings/model.ts'
import type { PassagesOfPost, SharedPost } from '../passages/model.ts'
import type { QuotationOnRecord } from '../quotations/model.ts'
import { type Found, foundIn, sourcesInText } from '../sources/finding.ts'
import { type KeptSource, NO_REQUESTS, type Requests } from '../sources/model.ts'
import type { Held } from './corrected.ts'
import type {
  Entry,
  EntrySource,
  PassageEntry,
  QuotationEntry,
  RecordOfPost,
  Speaker,
  StatementEntry,
  WithdrawnFinding,
} from './model.ts'
import { isWithin, type Numbered, numbered, repeatsOf } from './numbering.ts'

/** What was read of a post, as people corrected it: the same for all readers. */
export interface OwnRecord {
  readonly text: string
  readonly findings: PostFindings
  readonly held: Held
  readonly numbered: readonly Numbered[]
  readonly withdrawn: readonly WithdrawnFinding[]
  readonly html: string | null
}

/** What else is known of it: what depends on who reads. */
export interface Around {
  readonly quotations: ReadonlyMap<string, QuotationOnRecord> | undefined
  readonly passages: PassagesOfPost | undefined
  readonly sources: readonly KeptSource[]
  readonly requests: ReadonlyMap<string, Requests> | undefined
}

/** How much of a passage stands in the margin, in UTF-16 units. */
const LONGEST_BEGINNING = 90

const wordsAt = ({ text }: OwnRecord, { start, end }: Span): string => text.slice(start, end)

/** What was withdrawn of a post, with its words. */
export function withdrawnOf(text: string, findings: PostFindings, { withdrawn }: Held): WithdrawnFinding[] {
  return [...withdrawn].flatMap(([key, reason]) => {
    const found = foundIn(findings, key)
    if (!found) return []
    const { start, end } = found.finding
    return [{ key, words: text.slice(start, end), reason }]
  })
}

/** The own part of a record, from what was read and what people made of it. */
export function ownRecord(
  text: string,
  read: PostFindings,
  corrections: { readonly held: Held; readonly findings: PostFindings },
  html: string | null,
): OwnRecord {
  const { held, findings } = corrections
  return {
    text,
    findings,
    held,
    numbered: numbered(findings),
    withdrawn: withdrawnOf(text, read, held),
    html,
  }
}

const sourceOfRow = (row: KeptSource): EntrySource => {
  const { id, origin, url, publisher, published, title, excerpt, verdict, memberId } = row
  return { id, origin, url, publisher, published, title, excerpt, verdict, memberId }
}

/** What the entries of one post are made of. */
class Entries {
  private readonly own: OwnRecord
  private readonly around: Around
  private readonly byKey = new Map<string, KeptSource[]>()

  constructor(own: OwnRecord, around: Around) {
    this.own = own
    this.around = around
    for (const source of around.sources) {
      const sources = this.byKey.get(source.key)
      if (sources) sources.push(source)
      else this.byKey.set(source.key, [source])
    }
  }

  /** What stands in the margin, in the order of the text. */
  all(): Entry[] {
    const { numbered: found } = this.own
    const placed = found.map(each => ({ at: each.at, entry: this.numbered(each) }))
    const statements = this.statements().filter(each => each.asked > 0 || each.sources.length > 0)
    const passages = (this.around.passages?.earlier ?? []).filter(({ isFirst }) => isFirst)
    const others = [
      ...statements.map(entry => ({ at: entry.end, entry })),
      ...passages.flatMap(shared => this.passage(shared)).map(entry => ({ at: entry.start, entry })),
    ]
    return [...placed, ...others].sort((a, b) => a.at - b.at).map(({ entry }) => entry)
  }

  /** Sentences that could have a source, those without one in the text. */
  statements(): StatementEntry[] {
    const repeats = repeatsOf(this.own.findings)
    return this.own.findings.statements
      .filter(statement => statement.source === null && !isWithin(repeats, statement))
      .map(({ key, start, end }) => ({
        ...{ kind: 'statement', key, start, end, number: null, words: wordsAt(this.own, { start, end }) },
        ...this.sourced(key),
      }))
  }

  private numbered(each: Numbered): Entry {
    const { number } = each
    if (each.kind === 'quotation') return this.quotation(number, each.parts)
    const { finding } = each
    const { key, start, end } = finding
    const base = { key, start, end, number, words: wordsAt(this.own, finding) }
    if (each.kind === 'source') return { ...base, kind: 'source', source: this.textSource(each.finding) }
    return { ...base, kind: 'figure', figure: each.finding, ...this.sourced(key) }
  }

  private quotation(number: number, parts: QuotationEntry['parts']): QuotationEntry {
    const quotation = parts[0]!
    const { key, start } = quotation
    const end = Math.max(...parts.map(part => part.end))
    const onRecord = this.around.quotations?.get(key)
    const words = parts.map(part => wordsAt(this.own, part)).join(' … ')
    return {
      ...{ kind: 'quotation', key, start, end, number, words, quotation, form: quotation.kind, parts },
      speaker: this.speaker(parts, onRecord?.speaker?.id ?? null),
      spread: onRecord?.spread ?? null,
      ...this.sourced(key),
    }
  }

  private speaker(parts: QuotationEntry['parts'], id: number | null): Speaker {
    const named = parts.find(part => part.speaker !== '' || part.resolved !== '') ?? parts[0]!
    const { speaker: written, resolved, reading } = named
    return {
      ...{ name: resolved || written, written, reading, id },
      readFrom: reading?.from ? wordsAt(this.own, reading.from) : '',
      corrected: this.own.held.speakers.has(parts[0]!.key),
    }
  }

  /** Sources of a finding, and who asks for one. */
  private sourced(key: string): Pick<StatementEntry, 'sources' | 'asked' | 'askedByMe'> {
    const { count, mine } = this.around.requests?.get(key) ?? NO_REQUESTS
    const found = foundIn(this.own.findings, key) as Found
    const inText = sourcesInText(this.own.findings, found).map(source => this.textSource(source))
    const given = (this.byKey.get(key) ?? []).filter(({ origin }) => origin === 'given').map(sourceOfRow)
    return { sources: [...given, ...inText], asked: count, askedByMe: mine }
  }

  private textSource({ key, url, publisher, date }: Keyed<PostFindings['sources'][number]>): EntrySource {
    const kept = this.byKey.get(key)?.find(({ origin }) => origin === 'text')
    if (kept) return sourceOfRow(kept)
    return {
      ...{ id: null, origin: 'text', url, publisher: publisher || publisherOf(url), published: date },
      ...{ title: '', excerpt: '', verdict: 'unchecked', memberId: null },
    }
  }

  private passage({ post: other, words: wordCount, spans }: SharedPost): PassageEntry[] {
    const [first] = spans
    if (!first) return []
    const { start, end, of } = first
    const words = beginning(wordsAt(this.own, first))
    return [{ kind: 'passage', key: '', number: null, start, end, of, words, other, wordCount }]
  }
}

function beginning(words: string): string {
  if (words.length <= LONGEST_BEGINNING) return words
  const cut = words.slice(0, LONGEST_BEGINNING)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_BEGINNING / 2))}…`
}

/** The own part and what is around it → what the margin of the post shows. */
export function recordFrom(own: OwnRecord, around: Around, mayCorrect: boolean): RecordOfPost {
  const entries = new Entries(own, around)
  const { passages } = around
  return {
    entries: entries.all(),
    unsourced: entries.statements().filter(({ sources }) => sources.length === 0),
    withdrawn: mayCorrect ? own.withdrawn : [],
    stray: mayCorrect ? own.findings.stray.map(span => beginning(wordsAt(own, span))) : [],
    mayCorrect,
    ownShare: passages && passages.words > 0 ? passages.ownWords / passages.words : null,
    passageCount: passages?.laterCount ?? 0,
    html: own.html,
  }
}
