import type { Passage } from '../text/passage.ts'
import type { Sentence } from '../text/sentences.ts'
import { reportedEnd } from './clause-ends.ts'
import type { VerbGroup } from './clauses.ts'
import { complementStart } from './complements.ts'
import type { Cue } from './cues.ts'
import { type Phrase, phraseEnd } from './phrases.ts'
import type { Report } from './report.ts'

/** "She was warned by the police that …": the speaker is named behind "by"; null without. */
export function passiveReport(
  passage: Passage,
  sentence: Sentence,
  cue: Cue,
  group: VerbGroup,
): Report | null {
  const { tokens } = passage
  if (!cue.person || tokens[group.last]?.lower !== 'by') return null
  const end = phraseEnd(tokens, group.last + 1, sentence.last)
  if (end === group.last + 1) return null
  return reportOf(passage, sentence, cue, group, end, { first: group.last + 1, last: end })
}

/** "Asked whether it would rain, she …" and "When asked why": a question that nobody is named for. */
export function askedReport(passage: Passage, sentence: Sentence, cue: Cue, group: VerbGroup): Report | null {
  if (cue.verb !== 'ask' || cue.form !== 'past') return null
  return reportOf(passage, sentence, cue, group, group.last, null)
}

function reportOf(
  passage: Passage,
  sentence: Sentence,
  cue: Cue,
  group: VerbGroup,
  at: number,
  speaker: Phrase | null,
): Report | null {
  const start = complementStart(passage, { ...cue, person: false }, at, sentence.last)
  if (start < 0) return null
  const last = reportedEnd(passage, start, sentence.last, 'subordinate')
  return {
    speaker,
    antecedent: null,
    cue: { first: group.first, last: group.last },
    clauses: [{ first: start, last }],
  }
}
