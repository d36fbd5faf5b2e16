import type { Findings } from '@rostra/record'
import { keyed, type PostFindings } from '../findings/model.ts'
import { type ReadableText, readableText } from '../findings/text.ts'
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

/** What is found where nothing is. */
export const NOTHING: Findings = {
  ...{ language: 'other', quotations: [], figures: [], dates: [] },
  ...{ sources: [], statements: [], repeats: [], stray: [] },
}

/** What is kept of a post that could not be read. */
export function unread(html: string): ReadScript {
  const { text } = readableText(html)
  return { text, findings: keyed(text, NOTHING), html: null }
}

/** What was found in a post → what is kept of it: with the HTML marked, as people corrected it. Nothing is read for it. */
export function marked(
  { html, number, corrections }: Script,
  findings: PostFindings,
  readable: ReadableText = readableText(html),
): ReadScript {
  const shown = corrected(findings, held(corrections))
  return { text: readable.text, findings, html: annotated(html, readable, shown, number) }
}

/** What a reading came to: for each script what was read, or why it could not be. */
export type Answer = readonly (ReadScript | { readonly failure: string })[]
