import type { DateFinding, Figure, Quotation, Repeat, Source, Span, Statement } from '@rostra/record'
import { type Keyed, kindOf, type PostFindings } from '../findings/model.ts'

/** A finding of a post, found by its name. */
export type Found =
  | {
      readonly kind: 'quotation'
      /** Its first part, by whose name it goes. */
      readonly finding: Keyed<Quotation>
      /** All of it where it was broken off by its speaker, in the order of the text. */
      readonly parts: readonly Keyed<Quotation>[]
    }
  | { readonly kind: 'figure'; readonly finding: Keyed<Figure> }
  | { readonly kind: 'date'; readonly finding: Keyed<DateFinding> }
  | { readonly kind: 'source'; readonly finding: Keyed<Source> }
  | { readonly kind: 'statement'; readonly finding: Keyed<Statement> }
  | { readonly kind: 'repeat'; readonly finding: Keyed<Repeat> }

/** The finding of a name; the whole quotation for each of its parts. Undefined where the post has none. */
export function foundIn(findings: PostFindings, key: string): Found | undefined {
  const kind = kindOf(key)
  const named = <T>(list: readonly Keyed<T>[]): Keyed<T> | undefined => list.find(each => each.key === key)
  switch (kind) {
    case 'quotation': {
      const group = named(findings.quotations)?.group
      const parts = findings.quotations.filter(each => each.group === group)
      return parts[0] && { kind, finding: parts[0], parts }
    }
    case 'figure': {
      const finding = named(findings.figures)
      return finding && { kind, finding }
    }
    case 'date': {
      const finding = named(findings.dates)
      return finding && { kind, finding }
    }
    case 'source': {
      const finding = named(findings.sources)
      return finding && { kind, finding }
    }
    case 'statement': {
      const finding = named(findings.statements)
      return finding && { kind, finding }
    }
    case 'repeat': {
      const finding = named(findings.repeats)
      return finding && { kind, finding }
    }
  }
}

/** Whether a source makes sense for a finding: for what somebody said, how much there is, and what is so. */
export const isSourced = ({ kind }: Found): boolean =>
  kind === 'quotation' || kind === 'figure' || kind === 'statement'

/** The names of all findings that can have a source. */
export function sourcedKeys({ quotations, figures, statements }: PostFindings): ReadonlySet<string> {
  const groups = new Set<number>()
  const first = quotations.filter(({ group }) => !groups.has(group) && groups.add(group))
  return new Set([...first, ...figures, ...statements].map(each => each.key))
}

/** Where a finding begins and ends in the text, all its parts together. */
export function spanOf(found: Found): Span {
  const { start, end } = found.finding
  return found.kind === 'quotation'
    ? { start, end: Math.max(...found.parts.map(part => part.end)) }
    : { start, end }
}

/** The sources in the text that a finding has. */
export function sourcesInText(findings: PostFindings, found: Found): readonly Keyed<Source>[] {
  if (!isSourced(found)) return []
  if (found.kind === 'statement' && found.finding.source !== null) {
    const source = findings.sources[found.finding.source]
    if (source) return [source]
  }
  const { start, end } = spanOf(found)
  return findings.sources.filter(({ of }) => of.start <= start && end <= of.end)
}
