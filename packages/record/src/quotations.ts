import { type Utterance, utterancesIn } from './direct.ts'
import type { Quotation, Span } from './findings.ts'
import { indirectIn } from './indirect.ts'
import { type Passage, passageOf } from './passage.ts'
import type { Phrase } from './phrases.ts'
import { reportedIn } from './reported.ts'
import type { Token } from './tokens.ts'

/**
 * An English text → the words that it reports as somebody's, in the order of the text and none within another, with who
 * spoke where the text says it. Linear in the length of the text.
 */
export function quotationsIn(text: string): Quotation[] {
  return quotationsOf(passageOf(text))
}

/** A passage → its quotations; see `quotationsIn`. */
export function quotationsOf(passage: Passage): Quotation[] {
  const speakers = new Map<number, { speaker: Phrase; antecedent: Phrase | null; cue: Phrase }>()
  for (const { speaker, antecedent, cue } of reportedIn(passage)) {
    if (speaker !== null) speakers.set(passage.sentenceOf[cue.first] as number, { speaker, antecedent, cue })
  }
  const utterances = utterancesIn(passage, sentence => speakers.get(sentence) ?? null)
  const reported = indirectIn(passage)
  const direct = joined(passage, utterances)
    .filter(one => !one.weak || !reported.some(other => contains(other, one.quotation)))
    .map(one => one.quotation)
  const others = reported.filter(one => !direct.some(two => two.start < one.end && one.start < two.end))
  return [...direct, ...others].sort((a, b) => a.start - b.start || a.end - b.end)
}

const contains = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end + 1

interface Direct {
  readonly quotation: Quotation
  readonly weak: boolean
}

/** Utterances as quotations; one that goes on over a blank line is one quotation. */
function joined(passage: Passage, utterances: readonly Utterance[]): Direct[] {
  const found: Direct[] = []
  for (const utterance of utterances) {
    const quotation = directOf(passage, utterance)
    const before = found.at(-1)
    const goesOn =
      before !== undefined &&
      before.quotation.group === quotation.group &&
      passage.marks[utterance.mark]!.continues
    if (goesOn && /\n\s*\n/.test(passage.text.slice(before.quotation.end, quotation.start))) {
      const { start, marked } = before.quotation
      found[found.length - 1] = {
        weak: false,
        quotation: {
          ...before.quotation,
          start,
          end: quotation.end,
          marked: [...marked, ...quotation.marked],
        },
      }
    } else found.push({ quotation, weak: utterance.weak })
  }
  return found
}

function directOf(passage: Passage, utterance: Utterance): Quotation {
  const { text } = passage
  const mark = passage.marks[utterance.mark]!
  const speaker = utterance.speaker && spanOf(passage, utterance.speaker)
  const cue = utterance.cue && spanOf(passage, utterance.cue)
  return {
    start: mark.start,
    end: mark.end,
    kind: 'direct',
    marked: [mark.inner],
    speaker: speaker ? text.slice(speaker.start, speaker.end) : '',
    speakerStart: speaker?.start ?? null,
    speakerEnd: speaker?.end ?? null,
    cue: cue ? text.slice(cue.start, cue.end) : '',
    resolved: '',
    reading: null,
    group: utterance.group,
  }
}

function spanOf(passage: Passage, phrase: Phrase): Span {
  return {
    start: (passage.tokens[phrase.first] as Token).start,
    end: (passage.tokens[phrase.last - 1] as Token).end,
  }
}
