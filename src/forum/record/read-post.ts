import { type Findings, MAX_TEXT, read } from '@rostra/record'
import { keyed, type PostFindings } from '../findings/model.ts'
import { readableText } from '../findings/text.ts'
import { annotated } from './annotate.ts'
import { type Correction, corrected, held } from './corrected.ts'

/** What of a post is handed to whoever reads it: plain data, for another thread too. */
export interface Script {
  readonly html: string
  /** The day it was written on, ISO 8601. */
  readonly date: string
  /** Its number in its thread. */
  readonly number: number
  /** What people changed of its readings, oldest first. */
  readonly corrections: readonly Correction[]
}

/** What was read. */
export interface ReadScript {
  readonly text: string
  /** As they were read, before anything that people changed. */
  readonly findings: PostFindings
  /** The HTML with its findings marked, as people corrected them; null where there is nothing to mark. */
  readonly html: string | null
}

const NOTHING: Findings = {
  ...{ language: 'other', quotations: [], figures: [], dates: [] },
  ...{ sources: [], statements: [], repeats: [], stray: [] },
}

/** So many findings of each kind are kept of a post; a text of nothing but numbers would take fifty times its length. */
export const MOST_KEPT = 500

function kept(findings: Findings): Findings {
  const first = <T>(list: readonly T[]): readonly T[] => list.slice(0, MOST_KEPT)
  const isKept = (source: number | null): boolean => source !== null && source < MOST_KEPT
  return {
    language: findings.language,
    quotations: first(findings.quotations),
    figures: first(findings.figures),
    dates: first(findings.dates),
    sources: first(findings.sources),
    statements: first(findings.statements).map(each =>
      isKept(each.source) ? each : { ...each, source: null },
    ),
    repeats: first(findings.repeats),
    stray: first(findings.stray),
  }
}

/** Reads a post. A text that is too long to be read has no findings. */
export function readPost({ html, date, number, corrections }: Script): ReadScript {
  const readable = readableText(html)
  const { text, links } = readable
  const findings = keyed(text, text.length > MAX_TEXT ? NOTHING : kept(read(text, { date, links })))
  const marked = annotated(html, readable, corrected(findings, held(corrections)), number)
  return { text, findings, html: marked }
}

/** What is kept of a post that could not be read. */
export function unread(html: string): ReadScript {
  const { text } = readableText(html)
  return { text, findings: keyed(text, NOTHING), html: null }
}
