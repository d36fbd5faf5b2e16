import type { Span } from '@rostra/record'
import type { Keyed, PostFindings } from '../findings/model.ts'

/** What somebody changed of a reading; the latest of a key holds. */
export interface Correction {
  readonly key: string
  readonly change: 'withdraw' | 'restore' | 'speaker'
  /** The speaker as corrected; '' for none. */
  readonly value: string
  readonly reason: string
}

/** What holds of the corrections of a post. */
export interface Held {
  /** Key → why it was withdrawn. */
  readonly withdrawn: ReadonlyMap<string, string>
  /** Key → the speaker. */
  readonly speakers: ReadonlyMap<string, string>
}

/** Corrections, oldest first → what holds of them. */
export function held(corrections: readonly Correction[]): Held {
  const withdrawn = new Map<string, string>()
  const speakers = new Map<string, string>()
  for (const { key, change, value, reason } of corrections) {
    if (change === 'withdraw') withdrawn.set(key, reason)
    else if (change === 'restore') withdrawn.delete(key)
    else speakers.set(key, value)
  }
  return { withdrawn, speakers }
}

/** The key that a part of a quotation is corrected by: that of its first part. */
function leadersOf({ quotations }: PostFindings): ReadonlyMap<string, string> {
  const first = new Map<number, string>()
  return new Map(
    quotations.map(({ key, group }) => {
      const leader = first.get(group) ?? key
      first.set(group, leader)
      return [key, leader]
    }),
  )
}

/** Findings as they were read → as people corrected them: without what was withdrawn, with the speakers they named. */
export function corrected(findings: PostFindings, { withdrawn, speakers }: Held): PostFindings {
  if (withdrawn.size === 0 && speakers.size === 0) return findings
  const leaders = leadersOf(findings)
  const stays = ({ key }: { readonly key: string }) => !withdrawn.has(leaders.get(key) ?? key)
  const kept = <T extends Span>(list: readonly Keyed<T>[]) => list.filter(stays)
  const places = new Map(kept(findings.sources).map((source, place) => [source.key, place]))
  const sourceOf = (place: number | null) =>
    place === null ? null : (places.get(findings.sources[place]?.key ?? '') ?? null)
  return {
    ...findings,
    quotations: kept(findings.quotations).map(quotation => {
      const name = speakers.get(leaders.get(quotation.key)!)
      if (name === undefined) return quotation
      if (name !== '') return { ...quotation, resolved: name, reading: null }
      const nobody = { speaker: '', speakerStart: null, speakerEnd: null, resolved: '' }
      return { ...quotation, ...nobody, reading: null }
    }),
    figures: kept(findings.figures),
    dates: kept(findings.dates),
    sources: kept(findings.sources),
    statements: kept(findings.statements).map(statement => ({
      ...statement,
      source: sourceOf(statement.source),
    })),
    repeats: kept(findings.repeats),
  }
}
