import { type Findings, MAX_TEXT, read } from '@rostra/record'
import { keyed } from '../findings/model.ts'
import { readableText } from '../findings/text.ts'
import { type Answer, marked, NOTHING, type ReadScript, type Script } from './script.ts'

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
export function readPost(script: Script): ReadScript {
  const readable = readableText(script.html)
  const { text, links } = readable
  const { date } = script
  const findings = keyed(text, text.length > MAX_TEXT ? NOTHING : kept(read(text, { date, links })))
  return marked(script, findings, readable)
}

/** Reads scripts one after the other; what goes wrong with one is told and does not touch the others. */
export function readScripts(scripts: readonly Script[]): Answer {
  return scripts.map(script => {
    try {
      return readPost(script)
    } catch (error) {
      return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  })
}
