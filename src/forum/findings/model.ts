import type {
  DateFinding,
  Figure,
  Findings,
  Quotation,
  Repeat,
  Source,
  Span,
  Statement,
} from '@rostra/record'
import { sha256 } from '#base/ids.ts'

/** What can be found in a post and be spoken of by itself. */
export const FINDING_KINDS = ['quotation', 'figure', 'date', 'source', 'statement', 'repeat'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** A finding that can be named. */
export type Keyed<T> = T & {
  /**
   * Its name in the post, made of its kind and its words: the same after the post is read again or edited elsewhere.
   * `q` `f` `d` `s` `t` `r` for the kind (`t` a statement), ten signs, and a number where the same words stand again.
   */
  readonly key: string
}

/** What was read in a post, each finding with its name. */
export interface PostFindings {
  readonly language: Findings['language']
  readonly quotations: readonly Keyed<Quotation>[]
  readonly figures: readonly Keyed<Figure>[]
  readonly dates: readonly Keyed<DateFinding>[]
  readonly sources: readonly Keyed<Source>[]
  readonly statements: readonly Keyed<Statement>[]
  readonly repeats: readonly Keyed<Repeat>[]
  readonly stray: readonly Span[]
}

const LETTERS: Record<FindingKind, string> = {
  quotation: 'q',
  figure: 'f',
  date: 'd',
  source: 's',
  statement: 't',
  repeat: 'r',
}
const KEY = /^[qfdstr][\w-]{10}(~\d{1,4})?$/
const KEY_SIGNS = 10

/** Whether a text could be the name of a finding. */
export const isKey = (text: string): boolean => KEY.test(text)

/** The kind of finding that a key names; the key must be one. */
export function kindOf(key: string): FindingKind {
  return FINDING_KINDS.find(kind => key.startsWith(LETTERS[kind])) as FindingKind
}

/** Gives everything that was found in a text its name. */
export function keyed(text: string, findings: Findings): PostFindings {
  const { language, stray } = findings
  const name = <T extends Span>(kind: FindingKind, list: readonly T[]): Keyed<T>[] => {
    const met = new Map<string, number>()
    return list.map(finding => {
      const words = text
        .slice(finding.start, finding.end)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .toLowerCase()
      const base = LETTERS[kind] + sha256(words, 'base64url').slice(0, KEY_SIGNS)
      const count = (met.get(base) ?? 0) + 1
      met.set(base, count)
      return { ...finding, key: count === 1 ? base : `${base}~${count}` }
    })
  }
  return {
    ...{ language, stray },
    quotations: name('quotation', findings.quotations),
    figures: name('figure', findings.figures),
    dates: name('date', findings.dates),
    sources: name('source', findings.sources),
    statements: name('statement', findings.statements),
    repeats: name('repeat', findings.repeats),
  }
}

/** A post on its way from being read to being kept: what features of the record are handed. */
export interface ReadPost {
  readonly postId: number
  readonly threadId: number
  readonly boardId: number
  /** When it was written, epoch milliseconds. */
  readonly at: number
  readonly revision: number
  /** What of it was read: its text without markup and without quotes of other posts; findings' offsets are of it. */
  readonly text: string
  readonly findings: PostFindings
}
